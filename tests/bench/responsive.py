"""How long the window's event loop is ever blocked, idle and while a film is being exported.

    python -m tests.bench.responsive

A timer is due every 5 ms; its worst delay is the longest that a key or a mouse move would have
waited. In the second half a clip is dragged and the playhead moved all the while.
"""

import asyncio
import os
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import qasync
from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.session import Session
from engine.client import LocalEngine
from engine.contract.delivery import Delivery
from engine.contract.shot import ShotRequest
from tests.bench.films import PROMPT
from tests.bench.report import spread, table
from ui import theme
from ui.main_window import MainWindow

DUE_MS = 5
IDLE_SECONDS = 4


class Pulse(QObject):
    """Notes how late each tick of a 5 ms timer comes."""

    def __init__(self) -> None:
        super().__init__()
        self.delays: list[float] = []
        self._last = time.perf_counter()
        timer = QTimer(self, interval=DUE_MS, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._tick)
        timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.delays.append(max(0.0, (now - self._last) * 1000 - DUE_MS))
        self._last = now


async def main(folder: Path) -> None:
    """Measure both states and print a row each."""
    engine = LocalEngine()
    window = MainWindow(Session.new(engine, folder))
    window.show()
    window.session.create_shot(ShotRequest(PROMPT, Fraction(10)))
    await asyncio.sleep(4)
    idle = await _measured(asyncio.sleep(IDLE_SECONDS))
    exporting = await _measured(_export_and_edit(window, folder / "film.mp4"))
    rows = [("idle", *spread(idle)), ("exporting, dragging, seeking", *spread(exporting))]
    table("responsive: delay of a 5 ms timer", ("state", "median ms", "95 % ms", "worst ms"), rows)
    window.close()
    await window.leave()
    await engine.close()


async def _measured(work) -> list[float]:
    pulse = Pulse()
    await work
    return pulse.delays


async def _export_and_edit(window: MainWindow, target: Path) -> None:
    session = window.session
    job = session.queue.export(session.plan(), Delivery(str(target)))
    session.queue.start()
    canvas = window.canvas
    canvas.fit()
    row = canvas.geometry_now.row_of("V1")
    step = 0
    while not session.queue.job(job.id).over:
        clip = session.project.sequence.tracks[0].clips[0]
        middle = canvas.geometry_now.box(row, clip).center()
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=middle.toPoint())
        for move in range(12):
            QTest.mouseMove(canvas, (middle + QPointF(move * 4, 0)).toPoint())
            await asyncio.sleep(0.02)
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=middle.toPoint())
        step += 17
        session.move_playhead(step % 240)
        await asyncio.sleep(0.1)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    theme.dress(application)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with loop, tempfile.TemporaryDirectory() as name:
        loop.run_until_complete(main(Path(name)))
