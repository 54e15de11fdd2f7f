"""The session: one step a gesture, previews that leave no trace, files that are found again."""

import asyncio
from collections.abc import Callable, Coroutine
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.document.consistency import check
from app.edits.placing import delete, move
from app.edits.splitting import split
from app.edits.styling import set_opacity
from app.errors import EditRefused, FileRefused, Trouble
from app.session import Session
from app.work import Download
from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.plan import MediaSource
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate
from tests.fakes.documents import V1
from tests.fakes.engine import FakeEngine

SEA = ShotRequest("a calm sea", Fraction(4))


def live(scene: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(scene())


def new_session(folder: Path) -> Session:
    return Session.new(FakeEngine(), folder / "recovery")


class Witness:
    """Notes every signal of a session."""

    def __init__(self, session: Session) -> None:
        self.seen: list[str] = []
        self.troubles: list[Trouble] = []
        session.changed.connect(lambda: self.seen.append("changed"))
        session.previewed.connect(lambda: self.seen.append("previewed"))
        session.selection_changed.connect(lambda: self.seen.append("selection"))
        session.playhead_changed.connect(lambda frame: self.seen.append(f"playhead {frame}"))
        session.trouble.connect(self.troubles.append)


def test_a_shot_is_made_placed_and_selected_in_one_step(tmp_path: Path):
    session = new_session(tmp_path)
    witness = Witness(session)
    first = session.create_shot(SEA)
    assert session.labels == ("", "Create shot")
    assert session.selection == (first,)
    assert "changed" in witness.seen
    second = session.create_shot(SEA)
    starts = [clip.start for clip in session.project.sequence.tracks[0].clips]
    assert starts == [0, 96]
    assert first != second
    session.undo()
    session.undo()
    assert session.project.shots == ()


def test_the_first_shot_gives_the_film_its_shape(tmp_path: Path):
    session = new_session(tmp_path)
    session.create_shot(replace(SEA, width=1080, height=1920, rate=Rate(30)))
    session.create_shot(replace(SEA, width=640, height=640, rate=Rate(25)))
    sequence = session.project.sequence
    assert (sequence.width, sequence.height, sequence.rate) == (1080, 1920, Rate(30))
    assert [clip.retime.length for clip in sequence.tracks[0].clips] == [120, 120]


def test_a_preview_shows_and_leaves_no_trace(tmp_path: Path):
    session = new_session(tmp_path)
    clip_id = session.create_shot(SEA)
    before = session.project
    witness = Witness(session)
    assert session.preview(lambda project: move(project, clip_id, V1, 50))
    assert session.plan().layers[0].span.start == 50
    assert session.project is before
    assert not session.preview(lambda project: move(project, clip_id, V1, -1))
    assert session.plan().layers[0].span.start == 50
    session.preview(None)
    assert session.shown is before
    assert witness.seen == ["previewed", "previewed"]
    assert session.labels == ("", "Create shot")


def test_a_refused_edit_is_told_and_changes_nothing(tmp_path: Path):
    session = new_session(tmp_path)
    clip_id = session.create_shot(SEA)
    witness = Witness(session)
    assert not session.apply("Move", lambda project: move(project, clip_id, V1, -1))
    assert session.undo_label == "Create shot"
    assert [trouble.subject for trouble in witness.troubles] == ["a calm sea"]


def test_an_edit_that_changes_nothing_is_no_step(tmp_path: Path):
    session = new_session(tmp_path)
    clip_id = session.create_shot(SEA)
    assert session.apply("Opacity", lambda project: set_opacity(project, clip_id, 1.0))
    assert session.undo_label == "Create shot"


def test_an_edit_that_would_break_the_film_is_not_committed(tmp_path: Path):
    session = new_session(tmp_path)
    session.create_shot(SEA)
    witness = Witness(session)
    assert not session.apply("Break", lambda project: replace(project, shots=()))
    assert "damaged the film" in witness.troubles[0].what
    assert check(session.project) == []


def test_an_edit_that_can_not_be_stored_is_told_and_not_shown(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        clip_id = session.create_shot(SEA)
        witness = Witness(session)
        before = session.project
        session._file.close()
        assert not session.apply("Opacity", lambda project: set_opacity(project, clip_id, 0.5))
        session.undo()
        assert session.project is session.shown is before
        assert len(witness.troubles) == 2
        session.queue.export(session.plan(), Delivery(str(tmp_path / "a.mp4")))
        assert len(witness.troubles) > 2

    live(scene)


def test_a_damaged_project_is_salvaged_into_a_new_one(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        session.create_shot(SEA)
        before = session.project
        session.create_shot(SEA)
        path = tmp_path / "film.laqta"
        assert session.save_as(path)
        session._file._connection.execute("UPDATE steps SET document = x'00' WHERE number = 3")
        await session.close()
        with pytest.raises(FileRefused):
            Session.open(FakeEngine(), path)
        saved = Session.salvage(FakeEngine(), path, tmp_path / "recovery")
        assert (saved.project, saved.unsaved) == (before, True)

    live(scene)


def test_undo_takes_the_selection_of_clips_that_go(tmp_path: Path):
    session = new_session(tmp_path)
    clip_id = session.create_shot(SEA)
    session.apply("Split", lambda project: split(project, clip_id, 40))
    left, right = (clip.id for clip in session.project.sequence.tracks[0].clips)
    session.select([right, left, right])
    assert session.selection == (right, left)
    session.undo()
    assert session.selection == (left,)


def test_the_playhead_stays_inside_the_film(tmp_path: Path):
    session = new_session(tmp_path)
    clip_id = session.create_shot(SEA)
    witness = Witness(session)
    session.move_playhead(500)
    assert session.playhead == 96
    session.move_playhead(-5)
    assert session.playhead == 0
    session.move_playhead(90)
    session.apply("Delete", lambda project: delete(project, [clip_id]))
    assert witness.seen[-1] == "playhead 0"


def test_undo_survives_a_restart(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        session.create_shot(SEA)
        session.create_shot(SEA)
        session.undo()
        before = session.project
        await session.close()
        again = Session.resume(FakeEngine(), tmp_path / "recovery")
        assert again.unsaved
        assert again.project == before
        assert (again.undo_label, again.redo_label) == ("Create shot", "Create shot")

    live(scene)


def test_an_untouched_new_project_leaves_no_file(tmp_path: Path):
    async def scene() -> None:
        await new_session(tmp_path).close()
        assert list((tmp_path / "recovery").iterdir()) == []

    live(scene)


def test_a_new_project_with_nothing_but_a_download_is_kept(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        session.engine.models.gate.clear()
        session.queue.download("fake/wan-far")
        await session.close()
        again = Session.resume(FakeEngine(), tmp_path / "recovery")
        assert [job.work for job in again.queue.jobs] == [Download("fake/wan-far")]
        await again.begin()
        while again.queue.jobs[0].running:
            await asyncio.sleep(0)
        await again.close()

    live(scene)


def test_resuming_passes_over_what_is_open_elsewhere(tmp_path: Path):
    open_elsewhere = new_session(tmp_path)
    open_elsewhere.create_shot(SEA)
    session = Session.resume(FakeEngine(), tmp_path / "recovery")
    assert session.path != open_elsewhere.path
    assert session.labels == ("",)


def test_saving_gives_an_unsaved_project_its_place(tmp_path: Path):
    session = new_session(tmp_path)
    session.create_shot(SEA)
    assert session.save_as(tmp_path / "film.laqta")
    assert not session.unsaved
    assert session.path == tmp_path / "film.laqta"
    assert list((tmp_path / "recovery").iterdir()) == []
    session.create_shot(SEA)
    assert session.save_as(tmp_path / "film.laqta")
    with pytest.raises(FileRefused):
        Session.open(FakeEngine(), tmp_path / "film.laqta")


def test_a_place_that_can_not_be_written_is_told(tmp_path: Path):
    session = new_session(tmp_path)
    witness = Witness(session)
    assert not session.save_as(tmp_path / "no such folder" / "film.laqta")
    assert session.unsaved
    assert len(witness.troubles) == 1


def test_a_saved_version_comes_back_as_an_edit(tmp_path: Path):
    session = new_session(tmp_path)
    session.create_shot(SEA)
    first = session.project
    assert session.save_version("first")
    session.create_shot(SEA)
    assert session.restore_version(session.versions[0].number)
    assert session.project == first
    session.undo()
    assert len(session.project.shots) == 2


def test_the_same_file_is_imported_once(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        (tmp_path / "logo.png").write_text("a logo")
        first = await session.import_media(str(tmp_path / "logo.png"))
        second = await session.import_media(str(tmp_path / "logo.png"))
        assert first == second
        assert session.labels == ("", "Import media")

    live(scene)


def test_dropped_media_lands_on_a_track_that_can_hold_it(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        for name in ("film.mp4", "song.wav"):
            (tmp_path / name).write_text(name)
        await session.drop_media(str(tmp_path / "film.mp4"), None, 10)
        await session.drop_media(str(tmp_path / "song.wav"), None, 20)
        await session.drop_media(str(tmp_path / "film.mp4"), V1, 15)
        placed = {
            track.id: [clip.start for clip in track.clips]
            for track in session.project.sequence.tracks
        }
        assert placed == {"V1": [10, 260], "V2": [], "A1": [20]}
        assert session.project.sequence.rate == Rate(25)
        assert session.labels[1:] == ("Add media",) * 3

    live(scene)


def test_a_song_dropped_on_a_picture_track_is_refused(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        (tmp_path / "song.wav").write_text("la")
        with pytest.raises(EditRefused) as refused:
            await session.drop_media(str(tmp_path / "song.wav"), V1, 0)
        assert refused.value.reason == "wrong_track"
        assert session.project.assets == ()

    live(scene)


def test_a_missing_file_is_told(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        with pytest.raises(EngineFault):
            await session.drop_media(str(tmp_path / "none.mp4"), None, 0)

    live(scene)


def test_a_logo_lies_over_the_clip_under_the_playhead(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        session.create_shot(SEA)
        session.create_shot(SEA)
        session.move_playhead(100)
        (tmp_path / "logo.png").write_text("a logo")
        clip_id = await session.add_logo(str(tmp_path / "logo.png"), 0.9, 0.1)
        assert clip_id is not None
        track, clip = session.project.sequence.find(clip_id)
        assert track.id == "V2"
        assert (clip.start, clip.span.stop) == (96, 192)
        assert (clip.transform.x, clip.transform.y, clip.transform.fill) == (0.9, 0.1, False)
        second = await session.add_logo(str(tmp_path / "logo.png"), 0.1, 0.1)
        assert second is not None
        assert session.project.sequence.find(second)[0].id == "V3"
        assert len(session.project.assets) == 1

    live(scene)


def test_media_that_moved_along_with_the_project_are_found(tmp_path: Path):
    async def scene() -> None:
        old, new = tmp_path / "old", tmp_path / "new"
        (old / "media").mkdir(parents=True)
        (old / "media" / "logo.png").write_text("a logo")
        session = new_session(tmp_path)
        assert session.save_as(old / "film.laqta")
        await session.drop_media(str(old / "media" / "logo.png"), None, 0)
        await session.close()
        old.rename(new)
        again = Session.open(FakeEngine(), new / "film.laqta")
        assert len(again.missing) == 1
        assert await again.find_moved() == 1
        assert again.missing == ()
        source = again.plan().layers[0].source
        assert isinstance(source, MediaSource)
        assert source.media.path == str(new / "media" / "logo.png")

    live(scene)


def test_missing_media_are_found_in_a_folder_by_what_they_hold(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        for name in ("a.png", "b.png"):
            (tmp_path / name).write_text(f"picture {name}")
            await session.drop_media(str(tmp_path / name), None, 0)
        hashes = session.plan().content_hash()
        shelf = tmp_path / "shelf" / "deep"
        shelf.mkdir(parents=True)
        (tmp_path / "a.png").rename(shelf / "renamed.png")
        (tmp_path / "b.png").rename(shelf / "b.png")
        (shelf / "a.png").write_text("another picture of the same name")
        assert len(session.missing) == 2
        assert await session.relink(tmp_path / "shelf") == 2
        paths = {Path(asset.facts.media.path).name for asset in session.project.assets}
        assert paths == {"renamed.png", "b.png"}
        assert session.plan().content_hash() == hashes

    live(scene)


def test_a_remix_keeps_the_old_take_and_the_cut(tmp_path: Path):
    session = new_session(tmp_path)
    clip_id = session.create_shot(SEA)
    before = session.project.sequence
    assert session.remix(clip_id, replace(SEA, prompt="a stormy sea"))
    (shot,) = session.project.shots
    assert [take.recipe.request.prompt for take in shot.takes] == ["a calm sea", "a stormy sea"]
    assert shot.take.recipe.request.prompt == "a stormy sea"
    assert session.project.sequence == before
    assert not session.remix(clip_id, replace(SEA, seconds=Fraction(1)))


def test_a_beginning_goes_on_with_waiting_exports_and_finds_media(tmp_path: Path):
    async def scene() -> None:
        session = new_session(tmp_path)
        (tmp_path / "recovery" / "logo.png").write_text("a logo")
        await session.drop_media(str(tmp_path / "recovery" / "logo.png"), None, 0)
        session.engine.gate.clear()
        session.queue.export(session.plan(), Delivery(str(tmp_path / "a.mp4")))
        session.queue.export(session.plan(), Delivery(str(tmp_path / "b.mp4")))
        await session.close()
        (tmp_path / "recovery").rename(tmp_path / "moved")
        again = Session.resume(FakeEngine(), tmp_path / "moved")
        over = asyncio.Event()
        again.queue.changed.connect(lambda: again.queue.jobs[1].over and over.set())
        await again.begin()
        await asyncio.wait_for(over.wait(), 5)
        assert again.missing == ()
        assert (tmp_path / "b.mp4").exists()
        assert not (tmp_path / "a.mp4").exists()

    live(scene)
