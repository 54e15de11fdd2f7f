"""The project file loses nothing, and touches nothing that isn't its own."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.document.clip import Clip, ClipId
from app.document.project import Project
from app.document.retime import Retime
from app.errors import FileRefused
from app.history import DEPTH
from app.project_file import ProjectFile, pack, unpack
from app.recovery import is_worth_keeping, salvaged
from engine.contract.plan import Title
from tests.fakes.documents import V1, film_of, library, on_track

EDIT_FOR_EVER = """
import sys
from pathlib import Path
from app.project_file import ProjectFile
from tests.app.test_project_file import sized
file = ProjectFile.create(Path(sys.argv[1]), sized(0))
for number in range(1, 100000):
    file.append(f"edit {number}", sized(number))
    print(number, flush=True)
"""
OPEN = """
import sys
from pathlib import Path
from app.errors import FileRefused
from app.project_file import ProjectFile
try:
    ProjectFile.open(Path(sys.argv[1]))
except FileRefused as refused:
    print(refused.reason)
"""


def sized(width: int) -> Project:
    """A document that tells its number by its width."""
    film = film_of(10, 20)
    return replace(film, sequence=replace(film.sequence, width=width + 2))


def many(clips: int) -> Project:
    row = (
        Clip(ClipId(f"clip-{n}"), Title(f"Title {n}"), n * 10, Retime.plain(10))
        for n in range(clips)
    )
    return on_track(library(), V1, *row)


def test_everything_is_there_after_a_reopening(tmp_path: Path):
    file = ProjectFile.create(tmp_path / "a.laqta", sized(0))
    for number in range(1, 6):
        file.append(f"edit {number}", sized(number))
    file.move_position(-2)
    file.close()
    history = ProjectFile.open(tmp_path / "a.laqta").history()
    assert history.project == sized(3)
    assert (history.undo_label, history.redo_label) == ("edit 3", "edit 4")
    assert history.undo() == sized(2)
    assert [history.redo() for _ in range(9)][-1] == sized(5)


def test_an_edit_after_an_undo_takes_the_place_of_what_was_undone(tmp_path: Path):
    file = ProjectFile.create(tmp_path / "a.laqta", sized(0))
    file.append("one", sized(1))
    file.append("two", sized(2))
    file.move_position(-1)
    file.append("other", sized(3))
    assert file.history().labels == ("", "one", "other")
    assert file.history().project == sized(3)


def test_killing_the_studio_loses_no_edit_that_was_done(tmp_path: Path):
    path = tmp_path / "a.laqta"
    run = [sys.executable, "-c", EDIT_FOR_EVER, str(path)]
    child = subprocess.Popen(run, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert child.stdout is not None
    told = [child.stdout.readline() for _ in range(40)]
    os.kill(child.pid, signal.SIGKILL)
    told += child.stdout.readlines()
    child.wait()
    last = int([line for line in told if line.endswith("\n")][-1])
    file = ProjectFile.open(path)
    history = file.history()
    assert history.position in (last, last + 1)
    assert history.project == sized(history.position)
    assert history.labels[1:] == tuple(f"edit {n}" for n in range(1, history.position + 1))


def test_a_second_studio_is_refused_until_the_first_one_ends(tmp_path: Path):
    path = tmp_path / "a.laqta"
    file = ProjectFile.create(path, sized(0))
    run = [sys.executable, "-c", OPEN, str(path)]
    assert subprocess.run(run, capture_output=True, text=True).stdout.strip() == "busy"
    with pytest.raises(FileRefused) as refused:
        ProjectFile.open(path)
    assert refused.value.reason == "busy"
    file.close()
    assert subprocess.run(run, capture_output=True, text=True).stdout.strip() == ""


def test_a_missing_file_is_refused_and_not_made(tmp_path: Path):
    with pytest.raises(FileRefused) as refused:
        ProjectFile.open(tmp_path / "a.laqta")
    assert refused.value.reason == "missing"
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_file_is_refused_and_left_as_it_is(tmp_path: Path):
    text, database, empty = (tmp_path / name for name in ("a.txt", "b.db", "c.laqta"))
    text.write_text("not a project " * 100)
    other = sqlite3.connect(database)
    other.execute("CREATE TABLE steps (number)")
    other.commit()
    other.close()
    empty.touch()
    for path in (text, database, empty):
        before = path.read_bytes()
        with pytest.raises(FileRefused) as refused:
            ProjectFile.open(path)
        assert refused.value.reason == "foreign"
        assert path.read_bytes() == before


def test_a_project_of_a_newer_laqta_is_refused_and_left_as_it_is(tmp_path: Path):
    path = tmp_path / "a.laqta"
    ProjectFile.create(path, sized(0)).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(FileRefused) as refused:
        ProjectFile.open(path)
    assert refused.value.reason == "newer"
    assert path.read_bytes() == before


def test_a_damaged_project_is_refused_left_as_it_is_and_salvaged_elsewhere(tmp_path: Path):
    path = tmp_path / "a.laqta"
    file = ProjectFile.create(path, sized(0))
    file.append("one", sized(1))
    file.append("two", sized(2))
    file.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE steps SET document = x'00112233' WHERE number = 3")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(FileRefused) as refused:
        ProjectFile.open(path)
    assert refused.value.reason == "damaged"
    assert path.read_bytes() == before
    saved = salvaged(path, tmp_path / "recovery")
    assert saved.history().project == sized(1)
    assert is_worth_keeping(saved)
    assert path.read_bytes() == before


def test_a_torn_project_is_refused_and_left_as_it_is(tmp_path: Path):
    path = tmp_path / "a.laqta"
    ProjectFile.create(path, many(100)).close()
    torn = path.read_bytes()[: path.stat().st_size // 2]
    path.write_bytes(torn)
    with pytest.raises(FileRefused) as refused:
        ProjectFile.open(path)
    assert refused.value.reason == "damaged"
    with pytest.raises(FileRefused):
        salvaged(path, tmp_path / "recovery")
    assert path.read_bytes() == torn


def test_a_new_project_does_not_take_the_place_of_a_file(tmp_path: Path):
    path = tmp_path / "a.laqta"
    path.write_text("mine")
    with pytest.raises(FileRefused):
        ProjectFile.create(path, sized(0))
    assert path.read_text() == "mine"


def test_saving_elsewhere_takes_all_steps_and_versions_along(tmp_path: Path):
    file = ProjectFile.create(tmp_path / "a.laqta", sized(0))
    file.append("one", sized(1))
    file.save_version("first cut")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "b.laqta").write_text("an older file that the user agreed to replace")
    copy = file.save_as(tmp_path / "b" / "b.laqta")
    copy.append("two", sized(2))
    assert copy.history().labels == ("", "one", "two")
    assert [version.name for version in copy.versions()] == ["first cut"]
    assert file.history().labels == ("", "one")
    assert copy.home == tmp_path / "b"
    assert not list(tmp_path.rglob("*.part"))


def test_saving_over_a_project_that_is_open_elsewhere_is_refused(tmp_path: Path):
    file = ProjectFile.create(tmp_path / "a.laqta", sized(0))
    other = ProjectFile.create(tmp_path / "b.laqta", sized(7))
    with pytest.raises(FileRefused) as refused:
        file.save_as(tmp_path / "b.laqta")
    assert refused.value.reason == "busy"
    assert other.history().project == sized(7)


def test_a_version_outlives_the_steps_around_it(tmp_path: Path):
    file = ProjectFile.create(tmp_path / "a.laqta", sized(0))
    file.append("one", sized(1))
    file.save_version("first cut")
    file.move_position(-1)
    file.append("other", sized(2))
    (version,) = file.versions()
    assert (version.name, file.version(version.number)) == ("first cut", sized(1))


def test_undo_reaches_hundreds_of_steps_back_after_a_restart(tmp_path: Path):
    file = ProjectFile.create(tmp_path / "a.laqta", sized(0))
    for number in range(1, DEPTH + 21):
        file.append(f"edit {number}", sized(number))
    file.close()
    history = ProjectFile.open(tmp_path / "a.laqta").history()
    assert [history.undo() for _ in range(DEPTH)][-1] == sized(20)


def test_a_full_disk_is_told_and_leaves_the_last_step(tmp_path: Path):
    file = ProjectFile.create(tmp_path / "a.laqta", sized(0))
    file.append("one", sized(1))
    file._connection.execute("PRAGMA max_page_count = 1")
    refused = None
    for number in range(50):
        try:
            file.append("two", many(200 + number))
        except FileRefused as error:
            refused = error
            break
    assert refused is not None and refused.reason == "disk_full"
    assert file.history().labels[-1] in ("one", "two")
    file._connection.execute("PRAGMA max_page_count = 1000000")
    file.append("three", sized(3))
    assert file.history().project == sized(3)


def test_the_stored_form_gives_the_same_document_back():
    assert unpack(pack(many(50))) == many(50)
