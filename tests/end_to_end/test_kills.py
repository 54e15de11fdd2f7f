"""kill -9 of any child: the studio goes on, says so, and nothing half-written stays."""

import asyncio
import os
import signal
from fractions import Fraction
from pathlib import Path

import pytest

from engine.client import LocalEngine
from engine.client.export_child import ExportChild
from engine.contract.delivery import Delivery
from engine.contract.engine import Picture
from engine.contract.events import EngineFault, Failed, Playback, Progress
from engine.contract.plan import Layer, RenderPlan, ShotSource, SoundLayer
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap

LONG = 1440


def _film(frames: int = LONG) -> RenderPlan:
    rate = Rate(24)
    request = ShotRequest("waves at dusk", Fraction(60), 320, 180)
    span, straight = Span(0, frames), TimeMap.straight(rate.seconds(frames))
    source = ShotSource(request)
    layers = (Layer(source, span, straight),)
    return RenderPlan(320, 180, rate, frames, layers, (SoundLayer(source, span, straight),))


class Viewer:
    """Waits for what a screen shows and for its failures."""

    def __init__(self) -> None:
        self.pictures: asyncio.Queue[int] = asyncio.Queue()
        self.failures: asyncio.Queue[Failed] = asyncio.Queue()
        self.states: list[Playback] = []

    def picture_ready(self, picture: Picture) -> None:
        self.pictures.put_nowait(picture.frame)
        picture.release()

    def playback_changed(self, playback: Playback) -> None:
        self.states.append(playback)

    def screen_failed(self, failed: Failed) -> None:
        self.failures.put_nowait(failed)


def test_a_killed_player_is_reported_and_replaced() -> None:
    async def story() -> None:
        engine, viewer = LocalEngine(), Viewer()
        engine.screen.watch(viewer)
        engine.screen.show(_film(), 3, 320, 180)
        assert await asyncio.wait_for(viewer.pictures.get(), 30) == 3
        os.kill(engine.screen.pid, signal.SIGKILL)
        failed = await asyncio.wait_for(viewer.failures.get(), 10)
        assert failed.reason == "engine_died"
        engine.screen.show(_film(), 5, 320, 180)
        assert await asyncio.wait_for(viewer.pictures.get(), 30) == 5
        await engine.close()

    asyncio.run(story())


def test_a_player_killed_while_playing_stops_playback() -> None:
    async def story() -> None:
        engine, viewer = LocalEngine(), Viewer()
        engine.screen.watch(viewer)
        engine.screen.play(_film(), 0, 320, 180)
        await asyncio.wait_for(viewer.pictures.get(), 30)
        os.kill(engine.screen.pid, signal.SIGKILL)
        await asyncio.wait_for(viewer.failures.get(), 10)
        assert not viewer.states[-1].playing
        await engine.close()

    asyncio.run(story())


def test_a_killed_clerk_fails_its_questions_and_answers_later_ones() -> None:
    async def story() -> None:
        engine = LocalEngine()
        (await engine.strips.still(_film(), 0, 320, 180)).release()
        question = asyncio.ensure_future(engine.strips.peaks(_film().sounds[0].source, 50))
        os.kill(engine.strips.pid, signal.SIGKILL)
        with pytest.raises(EngineFault, match="engine_died"):
            await asyncio.wait_for(question, 10)
        (await engine.strips.still(_film(), 1, 320, 180)).release()
        await engine.close()

    asyncio.run(story())


def test_a_killed_exporter_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"

    async def story() -> None:
        export, underway = _started(target)
        finish = asyncio.ensure_future(export.finish())
        await asyncio.wait_for(underway.wait(), 60)
        os.kill(export.pid, signal.SIGKILL)
        with pytest.raises(EngineFault, match="engine_died"):
            await asyncio.wait_for(finish, 10)

    asyncio.run(story())
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_export_ends_within_a_second_and_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"

    async def story() -> float:
        export, underway = _started(target)
        finish = asyncio.ensure_future(export.finish())
        await asyncio.wait_for(underway.wait(), 60)
        loop = asyncio.get_running_loop()
        begin = loop.time()
        finish.cancel()
        with pytest.raises(asyncio.CancelledError):
            await finish
        return loop.time() - begin

    # Half a second on top for a machine that does other work.
    assert asyncio.run(story()) < 1.5
    assert list(tmp_path.iterdir()) == []


def test_an_export_over_an_older_film_keeps_it_when_killed(tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"
    target.write_bytes(b"the film of yesterday")

    async def story() -> None:
        export, underway = _started(target)
        finish = asyncio.ensure_future(export.finish())
        await asyncio.wait_for(underway.wait(), 60)
        os.kill(export.pid, signal.SIGKILL)
        with pytest.raises(EngineFault):
            await finish

    asyncio.run(story())
    assert target.read_bytes() == b"the film of yesterday"


def _started(target: Path) -> tuple[ExportChild, asyncio.Event]:
    """An export of a minute, and the event that it has written some of it."""
    underway = asyncio.Event()

    def report(progress: Progress) -> None:
        if progress.done > 0:
            underway.set()

    return ExportChild(_film(), Delivery(str(target)), report), underway
