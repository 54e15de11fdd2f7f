"""The whole studio, once for each test: window, session, and the engine's real child processes."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
import qasync

from app.session import Session
from engine.client import LocalEngine
from ui import theme
from ui.garbage import Garbage
from ui.main_window import MainWindow

Story = Callable[[MainWindow], Awaitable[None]]


@pytest.fixture
def studio(qt_application, tmp_path: Path) -> Callable[[Story], None]:
    """Opens the window and lets a story happen in it."""

    def play(story: Story) -> None:
        qt_application.setQuitOnLastWindowClosed(False)
        theme.dress(qt_application)
        loop = qasync.QEventLoop(qt_application)
        asyncio.set_event_loop(loop)
        garbage = Garbage()
        try:
            with loop:
                loop.run_until_complete(_live(story, tmp_path))
        finally:
            garbage.stop()

    return play


async def _live(story: Story, folder: Path) -> None:
    engine = LocalEngine()
    window = MainWindow(Session.new(engine, folder / "projects"))
    window.resize(1440, 900)
    window.show()
    try:
        await story(window)
    finally:
        window.close()
        await window.leave()
        await engine.close()
