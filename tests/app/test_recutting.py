"""Recut: only what a clip shows of its shot is made anew, and it fits what adjoins."""

import asyncio
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from app.document.clip import Clip, ClipId, ShotUse
from app.document.consistency import check
from app.document.project import Draft, Rendered
from app.edits.dissolving import add_transition
from app.edits.recutting import recut, recut_request, stretch_of
from app.edits.splitting import split
from app.edits.timing import set_speed
from app.errors import EditRefused
from app.flatten import plan_of
from app.generation import draft
from app.pinning import png_of
from app.session import Session
from tests.app.test_conforming import until_over
from tests.fakes.documents import SHOT, V1, film_of, on_track, retimes
from tests.fakes.engine import FakeEngine, FakePicture

WAN = "fake/wan-small"
A, B = ClipId("a"), ClipId("clip-1")


@settings(deadline=None, max_examples=40)
@given(retime=retimes(), lent=some.integers(1, 12))
def test_a_recut_clip_keeps_its_place_and_its_time_whatever_was_cut(retime, lent):
    film = on_track(film_of(1), V1, Clip(A, ShotUse(SHOT), 40, retime, name="a"))
    after = film_of(30, begin=Fraction(3)).sequence.tracks[0].clips[0]
    after = replace(after, id=ClipId("z"), start=40 + retime.length)
    film = on_track(film, V1, *film.sequence.tracks[0].clips, after)
    with suppress(EditRefused):
        film = add_transition(film, A, ClipId("z"), 2 * lent)
    if not retime.speed:
        with pytest.raises(EditRefused, match="no_motion"):
            stretch_of(film, A)
        return
    stretch = stretch_of(film, A)
    request = recut_request(stretch, "a storm", 9, ())
    new, shot_id = recut(film, A, draft(request, "fake 1"))
    assert check(new) == [] and request.seconds == stretch.stop - stretch.start
    was, now = plan_of(film).layers, plan_of(new).layers
    assert plan_of(new).frames == plan_of(film).frames
    assert [layer.span for layer in now] == [layer.span for layer in was]
    assert now[1] == was[1] and new.shot(SHOT) == film.shot(SHOT)
    assert new.sequence.tracks[0].transitions == film.sequence.tracks[0].transitions
    moved = [piece.source + stretch.start for piece in now[0].time_map.pieces]
    assert moved == [piece.source for piece in was[0].time_map.pieces]


def test_the_middle_of_a_rendered_shot_is_drawn_at_once_and_then_made(tmp_path: Path):
    async def scene() -> None:
        engine = FakeEngine()
        session = Session.new(engine, tmp_path)
        film = set_speed(replace(film_of(96), assets=()), A, Fraction(2))
        session.apply("Film", lambda _: split(split(film, A, 12), B, 36))
        session.conform([SHOT], WAN, "fast")
        await until_over(session)
        before = session.project
        engine.maker.gate.clear()
        shot_id = await session.recut(B, "a stormy sea", 5)
        shot = session.project.shot(shot_id)
        assert isinstance(shot.take, Draft) and shot.request.seconds == 2
        pinned = {each.role: each.media.path for each in shot.request.references}
        assert set(pinned) == {"first_frame", "last_frame"}
        assert {Path(path).parent.name for path in pinned.values()} == {
            f"{session.path.stem} takes"
        }
        pictures = [cv2.imread(path) for path in pinned.values()]
        assert all(picture.shape == (720, 1280, 3) for picture in pictures)
        engine.maker.gate.set()
        await until_over(session)
        take = session.project.shot(shot_id).take
        assert isinstance(take, Rendered)
        assert (take.recipe.run.task, take.recipe.run.profile) == ("first_last", "fast")
        assert session.project.shot(SHOT) == before.shot(SHOT)
        session.undo()
        session.undo()
        assert session.project == before
        await session.close()

    asyncio.run(scene())


def test_the_free_ends_of_a_shot_stay_free(tmp_path: Path):
    async def scene() -> None:
        session = Session.new(FakeEngine(), tmp_path)
        session.apply("Film", lambda _: split(film_of(240, begin=Fraction(0)), A, 120))
        ids = [await session.recut(A, "dawn", 2), await session.recut(B, "dusk", 3)]
        first, second = (session.project.shot(shot_id).request for shot_id in ids)
        assert [each.role for each in first.references] == ["last_frame"]
        assert [each.role for each in second.references] == ["first_frame"]
        assert session.queue.jobs == ()
        await session.close()

    asyncio.run(scene())


def test_a_pinned_picture_keeps_its_pixels():
    picture = FakePicture(0, 3, 2, b"\x01\x02\x03")
    read = cv2.imdecode(np.frombuffer(png_of(picture), np.uint8), cv2.IMREAD_COLOR)
    assert read.tolist() == [[[1, 2, 3]] * 3] * 2
