"""Limits of containers and services are seen."""

from pathlib import Path

import pytest

from engine.machine.memory_limit import granted

GIB = 2**30


@pytest.mark.parametrize(
    ("groups", "limits", "seen"),
    [
        ("0::/", {"memory.max": "max"}, 64),
        ("0::/", {"memory.max": str(8 * GIB)}, 8),
        ("0::/user/app", {"user/memory.max": str(4 * GIB), "user/app/memory.max": "max"}, 4),
        ("0::/of/the/host", {"memory.max": str(2 * GIB)}, 2),
        ("4:memory:/jobs/a", {"memory/jobs/a/memory.limit_in_bytes": str(3 * GIB)}, 3),
        ("4:cpu,memory:/", {"memory/memory.limit_in_bytes": "9223372036854771712"}, 64),
        ("3:cpu:/", {"memory.max": str(GIB)}, 64),
        ("nonsense", {}, 64),
    ],
)
def test_the_least_limit_of_all_groups_counts(tmp_path: Path, groups, limits, seen):
    (tmp_path / "groups").write_text(groups + "\n")
    for name, text in limits.items():
        (tmp_path / "mount" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "mount" / name).write_text(text + "\n")
    assert granted(64 * GIB, tmp_path / "groups", tmp_path / "mount") == seen * GIB


def test_without_groups_all_is_granted(tmp_path: Path):
    assert granted(GIB, tmp_path / "none", tmp_path) == GIB
