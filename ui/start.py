"""The studio's life: the application, its one event loop, its window, and the end of it all."""

import asyncio
import os
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any

import qasync
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication

from app.errors import FileRefused, trouble_of
from app.session import Session
from app.settings import Settings, recovery_folder, settings_path
from engine.contract.engine import Engine
from ui import theme
from ui.garbage import Garbage
from ui.language import Language
from ui.main_window import MainWindow

NAME = "Laqta"
SETTLED = 1.5
"""Seconds until the first window is drawn and the engine may load without slowing it."""


def run(make_engine: Callable[[], Engine], project: Path | None = None) -> int:
    """Open the studio, with this project or the one left last, until its window is closed.

    `make_engine` is called on the running event loop. Returns the exit status.
    """
    settings = Settings(settings_path())
    scale = settings.number("interface_scale")
    if scale != 1.0:
        os.environ.setdefault("QT_SCALE_FACTOR", f"{scale:g}")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setQuitOnLastWindowClosed(False)
    theme.dress(app)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    garbage = Garbage(app)
    with loop:
        loop.run_until_complete(Studio(make_engine, settings, Language(app)).live(project))
    garbage.stop()
    return 0


class Studio:
    """One engine and one window at a time; another project gets a window of its own."""

    def __init__(
        self, make_engine: Callable[[], Engine], settings: Settings, language: Language
    ) -> None:
        self._make_engine, self._settings, self._language = make_engine, settings, language
        self._recovery = recovery_folder()
        self._window: MainWindow | None = None
        self._farewells: set[asyncio.Task[None]] = set()
        self._closed: asyncio.Event

    async def live(self, project: Path | None) -> None:
        """From the first window to the last."""
        self._closed = asyncio.Event()
        sys.excepthook = self._unexpected
        self._language.speak(self._settings.text("language"))
        self._engine = self._make_engine()
        try:
            self._begin(project)
            asyncio.get_running_loop().call_later(SETTLED, self._engine.strips.wake)
            await self._closed.wait()
            assert self._window
            self._remember(self._window)
            await asyncio.gather(*self._farewells)
            await self._window.leave()
        finally:
            sys.excepthook = sys.__excepthook__
            await self._engine.close()
            self._language.leave()

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """What nobody foresaw is told and written down; the window goes on."""
        sys.__excepthook__(kind, error, trace)
        if self._window:
            self._window.desk.bridge.troubled.emit(trouble_of(error))

    def _begin(self, project: Path | None) -> None:
        """The project that was asked for; the one left last when it can't be opened."""
        try:
            session = self._opened(project) if project else self._resumed()
        except (FileRefused, OSError) as error:
            self._show(self._resumed())
            assert self._window
            self._window.desk.bridge.troubled.emit(trouble_of(error))
        else:
            self._show(session)

    def _opened(self, project: Path) -> Session:
        return Session.open(self._engine, project, self._recovery)

    def _resumed(self) -> Session:
        return Session.resume(self._engine, self._recovery)

    def _show(self, session: Session) -> None:
        """A window for this session in the place of the one before."""
        before, window = self._window, MainWindow(session, self._settings)
        self._window = window
        window.closed.connect(self._closed.set)
        window.project_wanted.connect(self._open)
        window.language_wanted.connect(self._change_language)
        place = self._settings.text("window_geometry")
        if before:
            window.setGeometry(before.geometry())
            before.closed.disconnect()
        elif place:
            window.restoreGeometry(QByteArray.fromBase64(place.encode()))
        window.show()
        window.desk.tasks.start(session.begin())
        asyncio.get_event_loop().call_later(SETTLED, window.look_for_models)

    def _open(self, path: str) -> None:
        """Another project in this one's place; "" is a new one."""
        before = self._window
        assert before
        try:
            session = (
                self._opened(Path(path)) if path else Session.new(self._engine, self._recovery)
            )
        except (FileRefused, OSError) as error:
            before.desk.bridge.troubled.emit(trouble_of(error))
            return
        self._show(session)
        session.queue.take_over(before.session.queue)
        before.close()
        self._later(before.leave())

    def _change_language(self, choice: str) -> None:
        """The same project in a window that speaks another language."""
        before = self._window
        assert before
        before.desk.remember("language", choice)
        self._language.speak(choice)
        before.close_screen()
        self._show(before.session)
        before.hide()
        self._later(before.hand_over())

    def _later(self, farewell: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_event_loop().create_task(farewell)
        self._farewells.add(task)
        task.add_done_callback(self._farewells.discard)

    def _remember(self, window: MainWindow) -> None:
        place = bytes(window.saveGeometry().toBase64().data()).decode()
        window.desk.remember("window_geometry", place)
