"""The studio's life: the application, its one event loop, its window, and the end of it all."""

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import qasync
from PySide6.QtCore import QLibraryInfo, QLocale, QStandardPaths, QTranslator
from PySide6.QtWidgets import QApplication

from app.errors import FileRefused, trouble_of
from app.session import Session
from engine.contract.engine import Engine
from ui import theme
from ui.main_window import MainWindow

NAME = "Laqta"
TRANSLATIONS = Path(__file__).parents[1] / "resources" / "translations"


def run(make_engine: Callable[[], Engine], project: Path | None = None) -> int:
    """Open the studio, with this project or a new one, until its window is closed.

    `make_engine` is called on the running event loop. Returns the exit status.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setQuitOnLastWindowClosed(False)
    speak(app, QLocale.system())
    theme.dress(app)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(Studio(make_engine).live(project))
    return 0


def speak(app: QApplication, locale: QLocale) -> None:
    """Use the person's language where there is a translation, and its direction."""
    translators = [(QTranslator(app), "laqta", str(TRANSLATIONS))]
    system = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translators.append((QTranslator(app), "qtbase", system))
    for translator, name, folder in translators:
        if translator.load(locale, name, "_", folder):
            app.installTranslator(translator)
            app.setLayoutDirection(locale.textDirection())


class Studio:
    """One engine and one window at a time; another project gets a window of its own."""

    def __init__(self, make_engine: Callable[[], Engine]) -> None:
        self._make_engine = make_engine
        self._window: MainWindow | None = None
        self._closed: asyncio.Event

    async def live(self, project: Path | None) -> None:
        """From the first window to the last."""
        self._closed = asyncio.Event()
        self._engine = self._make_engine()
        try:
            self._show(self._first_session(project))
            await self._closed.wait()
            assert self._window
            await self._window.leave()
        finally:
            await self._engine.close()

    def _first_session(self, project: Path | None) -> Session:
        return Session.open(self._engine, project) if project else self._new_session()

    def _new_session(self) -> Session:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        return Session.new(self._engine, Path(place) / "projects")

    def _show(self, session: Session) -> None:
        before, self._window = self._window, MainWindow(session)
        self._window.closed.connect(self._closed.set)
        self._window.project_wanted.connect(self._open)
        if before:
            self._window.setGeometry(before.geometry())
        self._window.show()
        if before:
            before.closed.disconnect()
            before.close()

    def _open(self, path: str) -> None:
        """Another project in this one's place; "" is a new one."""
        before = self._window
        assert before
        try:
            session = Session.open(self._engine, Path(path)) if path else self._new_session()
        except (FileRefused, OSError) as error:
            before.desk.bridge.troubled.emit(trouble_of(error))
            return
        self._show(session)
        asyncio.get_running_loop().create_task(before.leave())
