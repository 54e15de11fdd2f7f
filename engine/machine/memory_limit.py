"""How much memory this process is granted, where containers or services are kept to less than all.

Linux keeps limits in control groups, of which every one above the process's own holds too:
https://docs.kernel.org/admin-guide/cgroup-v2.html; older systems have a tree for each resource.
"""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

GROUPS, MOUNT = Path("/proc/self/cgroup"), Path("/sys/fs/cgroup")


def granted(total: int, groups: Path = GROUPS, mount: Path = MOUNT) -> int:
    """`total` bytes, or the least of the limits."""
    return min(total, *_limits(groups, mount), total)


def _limits(groups: Path, mount: Path) -> Iterator[int]:
    for file in _files(groups, mount):
        try:
            # "max" stands for none, and so does a number larger than any memory.
            yield int(file.read_text())
        except (OSError, ValueError):
            continue


def _files(groups: Path, mount: Path) -> Iterator[Path]:
    try:
        lines = groups.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return
    for _, kinds, path in (line.split(":", 2) for line in lines if line.count(":") >= 2):
        tree, name = mount, "memory.max"
        if "memory" in kinds.split(","):
            tree, name = mount / "memory", "memory.limit_in_bytes"
        elif kinds:
            continue
        own = PurePosixPath(path)
        for group in (own, *own.parents):
            yield tree / str(group).lstrip("/") / name
