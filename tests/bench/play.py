"""How many pictures playback drops in ten seconds of film, with sound, on a real clock.

python -m tests.bench.play [width height]
"""

import asyncio
import os
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
import qasync
from PySide6.QtWidgets import QApplication

from app.document.clip import Clip, ClipId, ShotUse
from app.document.project import Project
from app.document.retime import Retime
from app.document.sequence import Track, TrackId
from app.session import Session
from engine.client import LocalEngine
from engine.contract.engine import Picture
from engine.contract.events import Failed, Playback
from engine.contract.plan import RenderPlan, Title, Transform
from engine.contract.shot import ShotRequest
from tests.bench import films
from tests.bench.report import table
from ui import theme
from ui.main_window import MainWindow


class Audience:
    """Counts what is shown until playback ends."""

    def __init__(self) -> None:
        self.shown = 0
        self.end: asyncio.Future = asyncio.get_running_loop().create_future()

    def picture_ready(self, picture: Picture) -> None:
        """Count a picture."""
        self.shown += 1
        picture.release()

    def playback_changed(self, playback: Playback) -> None:
        """Keep the drops when it ends."""
        if not playback.playing and not self.end.done():
            self.end.set_result(playback.dropped)

    def screen_failed(self, failed: Failed) -> None:
        """A benchmark that fails must not print figures."""
        self.end.set_exception(RuntimeError(str(failed)))


async def main(width: int, height: int) -> None:
    """Play three films and print a row each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans = {
            "decoded clip": films.decoded(folder),
            "draft, drawn live": films.draft(),
            "clip, draft and title": films.three_layers(folder),
        }
        rows = [(label, *await _play(plan, width, height)) for label, plan in plans.items()]
    table(f"play: 10 s of 1080p24 shown at {width}x{height}", ("film", "shown", "dropped"), rows)


async def _play(plan: RenderPlan, width: int, height: int) -> tuple[int, int]:
    engine, audience = LocalEngine(), Audience()
    engine.screen.watch(audience)
    engine.screen.play(plan, 0, width, height)
    dropped = await audience.end
    await engine.close()
    return audience.shown, dropped


async def in_window(folder: Path) -> None:
    """Play a clip, a draft and a title in the window and print what it painted."""
    engine = LocalEngine()
    session = Session.new(engine, folder)
    window = MainWindow(session)
    window.show()
    await session.drop_media(str(films.test_clip(folder)), TrackId("V1"), 0)
    session.create_shot(ShotRequest(films.PROMPT, Fraction(films.SECONDS)))
    session.apply("Lay out", _three_layers)
    await asyncio.sleep(3)
    painted: list[int] = []
    window.desk.bridge.pictured.connect(lambda picture: painted.append(picture.frame))
    window.desk.transport.play(1.0)
    while window.desk.transport.playing:
        await asyncio.sleep(0.1)
    dropped = window.desk.transport.dropped
    rows = [("clip, draft and title", len(set(painted)), dropped)]
    table("play: the same in a 1440x900 window", ("film", "shown", "dropped"), rows)
    window.close()
    await window.leave()
    await engine.close()


def _three_layers(project: Project) -> Project:
    """The clip below, the draft small above it, a title on top; each for the whole film."""
    clips = [clip for track in project.sequence.tracks for clip in track.clips]
    shot = next(clip for clip in clips if isinstance(clip.use, ShotUse))
    media = next(clip for clip in clips if not isinstance(clip.use, ShotUse))
    inset = msgspec.structs.replace(
        shot, start=0, transform=Transform(x=0.78, y=0.25, scale=0.35, fill=False)
    )
    whole = Retime.plain(films.FRAMES)
    title = Clip(ClipId("title"), Title("Three layers"), 0, whole, transform=Transform(y=0.85))
    rows = zip(("V1", "V2", "V3"), (media, inset, title), strict=True)
    tracks = tuple(Track(TrackId(name), "picture", (clip,)) for name, clip in rows)
    sequence = msgspec.structs.replace(project.sequence, tracks=tracks)
    return msgspec.structs.replace(project, sequence=sequence)


if __name__ == "__main__":
    asyncio.run(main(*map(int, sys.argv[1:3] or (1920, 1080))))
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    theme.dress(application)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop, tempfile.TemporaryDirectory() as name:
        loop.run_until_complete(in_window(Path(name)))
