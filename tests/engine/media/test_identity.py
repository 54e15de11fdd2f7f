"""What tells one media file from another."""

from pathlib import Path

import pytest

from engine.contract.events import EngineFault
from engine.media.identity import media_ref

MIB = 1 << 20


def test_a_moved_file_keeps_its_identity(tmp_path: Path) -> None:
    (tmp_path / "one.bin").write_bytes(bytes(range(256)) * 99)
    before = media_ref(str(tmp_path / "one.bin"))
    (tmp_path / "one.bin").rename(tmp_path / "two.bin")
    after = media_ref(str(tmp_path / "two.bin"))
    assert before.identity == after.identity and before.path != after.path


@pytest.mark.parametrize("place", [0, MIB - 1, 3 * MIB - 1])
def test_a_change_at_either_end_shows(tmp_path: Path, place: int) -> None:
    content = bytearray(3 * MIB)
    (tmp_path / "one.bin").write_bytes(content)
    content[place] = 1
    (tmp_path / "two.bin").write_bytes(content)
    first, second = (media_ref(str(tmp_path / name)) for name in ("one.bin", "two.bin"))
    assert first.identity != second.identity


def test_a_different_length_shows(tmp_path: Path) -> None:
    for name, size in (("one.bin", 3 * MIB), ("two.bin", 4 * MIB)):
        (tmp_path / name).write_bytes(bytes(size))
    first, second = (media_ref(str(tmp_path / name)) for name in ("one.bin", "two.bin"))
    assert first.identity != second.identity


def test_a_sequence_has_the_same_identity_as_folder_and_as_pattern(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"frame_{number:03d}.png").write_bytes(bytes([number]))
    folder, pattern = media_ref(str(tmp_path)), media_ref(str(tmp_path / "frame_%03d.png"))
    assert folder.identity == pattern.identity
    (tmp_path / "frame_002.png").write_bytes(b"changed")
    assert media_ref(str(tmp_path)).identity != folder.identity


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(EngineFault) as caught:
        media_ref(str(tmp_path / "absent.mp4"))
    assert caught.value.reason == "media_missing"
