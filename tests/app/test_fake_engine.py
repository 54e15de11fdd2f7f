"""The fake engine behaves as the contract says, so that tests that use it mean something."""

import asyncio
from pathlib import Path

import pytest

from app.flatten import shot_plan
from engine.contract.delivery import Delivery
from engine.contract.engine import Engine, Picture
from engine.contract.events import EngineFault, Failed, Playback, Progress
from engine.contract.shot import ShotRequest
from tests.fakes.engine import FakeEngine

PLAN = shot_plan(ShotRequest("a calm sea"))


class Viewer:
    """Notes what a screen sends."""

    def __init__(self) -> None:
        self.frames: list[int] = []
        self.playback: list[Playback] = []
        self.failed: list[Failed] = []
        self.arrived = asyncio.Event()

    def picture_ready(self, picture: Picture) -> None:
        self.frames.append(picture.frame)
        assert len(picture.memory) == picture.stride * picture.height
        picture.release()
        self.arrived.set()

    def playback_changed(self, playback: Playback) -> None:
        self.playback.append(playback)
        self.arrived.set()

    def screen_failed(self, failed: Failed) -> None:
        self.failed.append(failed)
        self.arrived.set()


async def watched(engine: Engine) -> Viewer:
    viewer = Viewer()
    engine.screen.watch(viewer)
    return viewer


def test_of_several_requests_in_a_hurry_the_latest_is_answered():
    async def scene() -> None:
        engine = FakeEngine()
        viewer = await watched(engine)
        for frame in (3, 9, 27):
            engine.screen.show(PLAN, frame, 16, 9)
        await asyncio.wait_for(viewer.arrived.wait(), 5)
        assert viewer.frames == [27]
        assert [picture.released for picture in engine.screen.pictures] == [1]

    asyncio.run(scene())


def test_playback_moves_on_until_it_is_paused():
    async def scene() -> None:
        engine = FakeEngine()
        viewer = await watched(engine)
        engine.screen.play(PLAN, 5, 16, 9, speed=8.0)
        while len(viewer.frames) < 3:
            viewer.arrived.clear()
            await asyncio.wait_for(viewer.arrived.wait(), 5)
        engine.screen.pause()
        assert viewer.frames == sorted(set(viewer.frames))
        assert viewer.playback[-1] == Playback(viewer.frames[-1], playing=False)

    asyncio.run(scene())


def test_a_screen_fails_on_demand():
    async def scene() -> None:
        engine = FakeEngine()
        viewer = await watched(engine)
        engine.screen.fail_next = Failed("engine_died")
        engine.screen.show(PLAN, 1, 16, 9)
        await asyncio.wait_for(viewer.arrived.wait(), 5)
        assert viewer.failed == [Failed("engine_died")]

    asyncio.run(scene())


def test_a_cancelled_export_leaves_nothing(tmp_path: Path):
    async def scene() -> None:
        engine = FakeEngine()
        engine.gate.clear()
        begun = asyncio.Event()

        def report(progress: Progress) -> None:
            assert progress.total == PLAN.frames
            begun.set()

        work = engine.export(PLAN, Delivery(str(tmp_path / "a.mp4")), report)
        task = asyncio.ensure_future(work)
        await asyncio.wait_for(begun.wait(), 5)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert list(tmp_path.iterdir()) == []

    asyncio.run(scene())


def test_facts_follow_from_what_a_file_holds(tmp_path: Path):
    async def scene() -> None:
        strips = FakeEngine().strips
        one, two = tmp_path / "a.mp4", tmp_path / "b.mp4"
        one.write_text("film")
        two.write_text("film")
        first, second = await strips.probe(str(one)), await strips.probe(str(two))
        assert first.media.identity == second.media.identity
        with pytest.raises(EngineFault):
            await strips.probe(str(tmp_path / "c.mp4"))

    asyncio.run(scene())


def test_words_are_told_with_their_places():
    prompt = "A Sailboat on the sea, samurai, push in"
    words = FakeEngine().understand(prompt).words
    assert [prompt[word.start : word.stop] for word in words] == [word.text for word in words]
    assert [(word.text, word.outcome) for word in words] == [
        ("Sailboat", "drawn"),
        ("sea", "drawn"),
        ("samurai", "not_drawn"),
        ("push in", "drawn"),
    ]
