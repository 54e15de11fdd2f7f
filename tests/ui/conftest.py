"""A studio to play with: the real window over a session and the engine that needs no media."""

import asyncio
import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.document.clip import Clip
from app.session import Session
from tests.fakes.engine import FakeEngine

LEFT = Qt.MouseButton.LeftButton
FREE = Qt.KeyboardModifier.NoModifier
PATIENCE = 5.0


class Hand:
    """A hand on the mouse and on the keyboard: it sends events and calls nothing else."""

    def press(self, widget: QWidget, at: QPointF, keys: Qt.KeyboardModifier = FREE) -> None:
        """Press the left button."""
        self._mouse(QMouseEvent.Type.MouseButtonPress, widget, at, LEFT, LEFT, keys)

    def move(self, widget: QWidget, at: QPointF, keys: Qt.KeyboardModifier = FREE) -> None:
        """Move with the button held."""
        none = Qt.MouseButton.NoButton
        self._mouse(QMouseEvent.Type.MouseMove, widget, at, none, LEFT, keys)

    def release(self, widget: QWidget, at: QPointF, keys: Qt.KeyboardModifier = FREE) -> None:
        """Let the button go."""
        none = Qt.MouseButton.NoButton
        self._mouse(QMouseEvent.Type.MouseButtonRelease, widget, at, LEFT, none, keys)

    def click(self, widget: QWidget, at: QPointF | None = None, keys=FREE) -> None:
        """Press and let go, in the middle unless told."""
        at = at or QPointF(widget.rect().center())
        self.press(widget, at, keys)
        self.release(widget, at, keys)

    def drag(self, widget: QWidget, start: QPointF, stop: QPointF, keys=FREE) -> None:
        """Press, move in a few steps, let go."""
        self.hold(widget, start, stop, keys)
        self.release(widget, stop, keys)

    def hold(self, widget: QWidget, start: QPointF, stop: QPointF, keys=FREE) -> None:
        """Press and move in a few steps."""
        self.press(widget, start, keys)
        for step in range(1, 6):
            self.move(widget, start + (stop - start) * (step / 5), keys)

    def key(self, widget: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier = FREE) -> None:
        """Press a key while `widget` has the keyboard."""
        widget.setFocus()
        QTest.keyClick(widget, key, keys)

    def type(self, widget: QWidget, text: str) -> None:
        """Type a text."""
        widget.setFocus()
        for letter in text:
            if letter.isascii():
                QTest.keyClick(widget, letter)
            else:
                QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, 0, FREE, letter))

    def carry(self, widget: QWidget, paths: list[Path], at: QPointF) -> "Carried":
        """Bring files over a widget, as a file manager does."""
        return Carried(widget, paths, at)

    def _mouse(self, kind, widget, at, button, held, keys) -> None:
        far = widget.mapToGlobal(at)
        QApplication.sendEvent(widget, QMouseEvent(kind, at, far, button, held, keys))


class Carried:
    """Files held over a widget: drop them or take them away."""

    def __init__(self, widget: QWidget, paths: list[Path], at: QPointF) -> None:
        self._widget, self._at = widget, at
        self._mime = QMimeData()
        self._mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        spot = at.toPoint()
        rest = (Qt.DropAction.CopyAction, self._mime, LEFT, FREE)
        self.entered = QDragEnterEvent(spot, *rest)
        QApplication.sendEvent(widget, self.entered)
        QApplication.sendEvent(widget, QDragMoveEvent(spot, *rest))

    def drop(self) -> None:
        """Let them go here."""
        rest = (Qt.DropAction.CopyAction, self._mime, LEFT, FREE)
        QApplication.sendEvent(self._widget, QDropEvent(self._at, *rest))

    def leave(self) -> None:
        """Take them away."""
        QApplication.sendEvent(self._widget, QDragLeaveEvent())


class StudioUnderTest:
    """The window, its session, and a hand."""

    def __init__(self, loop: asyncio.AbstractEventLoop, folder: Path) -> None:
        from ui.main_window import MainWindow

        self.loop, self.folder = loop, folder
        self.engine = FakeEngine()
        self.session = Session.new(self.engine, folder / "projects")
        self.window = MainWindow(self.session)
        self.canvas = self.window.canvas
        self.troubles: list[object] = []
        self.window.desk.bridge.troubled.connect(self.troubles.append)
        self.hand = Hand()
        self.window.show()
        self.window.activateWindow()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Let the loop run until this holds."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await asyncio.sleep(0.002)

    async def settle(self) -> None:
        """Let everything that waits for a turn of the loop have it."""
        for _ in range(10):
            await asyncio.sleep(0)

    async def shot(self, prompt: str = "a sailboat on a calm sea") -> Clip:
        """Type a prompt and create it."""
        box = self.window.create.prompt
        box.clear()
        self.hand.type(box, prompt)
        self.hand.key(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await self.settle()
        return self.clips()[-1]

    def clips(self, track: int = 0) -> list[Clip]:
        """The committed clips of a track, counted from the bottom."""
        return list(self.session.project.sequence.tracks[track].clips)

    def box(self, clip_id: str):
        """Where a clip lies on the timeline."""
        track, clip = self.session.shown.sequence.find(clip_id)
        view = self.canvas.geometry_now
        return view.box(view.row_of(track.id), clip)

    def steps(self) -> int:
        """Steps of the history."""
        return len(self.session.labels)

    def frames(self, count: int) -> QPointF:
        """So many frames to the right, in pixels."""
        return QPointF(count * self.canvas.geometry_now.per_frame, 0)

    def picture(self, name: str = "logo.png") -> Path:
        """A picture file."""
        path = self.folder / name
        image = QImage(40, 20, QImage.Format.Format_ARGB32)
        image.fill(0x80FF8800)
        assert image.save(str(path))
        return path

    def film(self, name: str = "film.mp4") -> Path:
        """A file that the fake engine takes for a film of ten seconds."""
        path = self.folder / name
        path.write_bytes(name.encode())
        return path

    async def close(self) -> None:
        """End it all."""
        self.window.close()
        await self.window.leave()
        await self.engine.close()
        await self.settle()


@pytest.fixture
def studio(qt_application, tmp_path):
    """A studio with an empty project, on an event loop of its own."""
    import qasync

    from ui import theme
    from ui.garbage import Garbage

    theme.dress(qt_application)
    qt_application.setQuitOnLastWindowClosed(False)
    garbage = Garbage()
    loop = qasync.QEventLoop(qt_application, already_running=False)
    asyncio.set_event_loop(loop)
    with loop:
        made: list[StudioUnderTest] = []

        async def make() -> None:
            made.append(StudioUnderTest(loop, tmp_path))
            await made[0].settle()

        loop.run_until_complete(make())
        try:
            yield made[0]
        finally:
            garbage.stop()
        loop.run_until_complete(made[0].close())


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Run a test written as a coroutine on its studio's loop."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    given = {name: pyfuncitem.funcargs[name] for name in names}
    pyfuncitem.funcargs["studio"].loop.run_until_complete(pyfuncitem.obj(**given))
    return True
