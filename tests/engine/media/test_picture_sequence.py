"""Numbered pictures behind a folder or a pattern."""

from pathlib import Path

import pytest

from engine.contract.events import EngineFault
from engine.media.picture_sequence import is_sequence, sequence_files


def made(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(b"")


def names(path: Path) -> list[str]:
    return [file.name for file in sequence_files(str(path))]


def test_numbers_count_as_numbers(tmp_path: Path) -> None:
    made(tmp_path, "p10.png", "p9.png", "p2.png")
    assert names(tmp_path / "p%d.png") == ["p2.png", "p9.png", "p10.png"]
    assert names(tmp_path) == ["p2.png", "p9.png", "p10.png"]


def test_a_pattern_takes_only_its_own_digits_and_ending(tmp_path: Path) -> None:
    made(
        tmp_path, "p_0001.png", "p_0002.png", "p_03.png", "p_0003.jpg", "q_0004.png", "p_0001.png~"
    )
    assert names(tmp_path / "p_%04d.png") == ["p_0001.png", "p_0002.png"]


def test_more_frames_than_the_pattern_has_digits(tmp_path: Path) -> None:
    made(tmp_path, "p99.png", "p100.png")
    assert names(tmp_path / "p%02d.png") == ["p99.png", "p100.png"]


def test_a_folder_with_several_rows_gives_the_longest(tmp_path: Path) -> None:
    made(tmp_path, "a1.png", "b1.png", "b2.png", "notes1.txt", "notes2.txt", "notes3.txt")
    assert names(tmp_path) == ["b1.png", "b2.png"]


def test_a_file_with_a_percent_in_its_name_is_itself(tmp_path: Path) -> None:
    made(tmp_path, "100%d.png")
    assert not is_sequence(str(tmp_path / "100%d.png"))


def test_nothing_found_is_a_fault(tmp_path: Path) -> None:
    for path, reason in ((tmp_path, "media_unsupported"), (tmp_path / "x%d.png", "media_missing")):
        with pytest.raises(EngineFault) as caught:
            sequence_files(str(path))
        assert caught.value.reason == reason
