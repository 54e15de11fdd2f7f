"""How soon after the last key the studio's window shows the draft's first picture.

    python -m tests.bench.typed [list of prompts] [how many]

The window is scaled so that its preview of a 16:9 draft is 640x360 pixels. All of a prompt but its
last word stands there, understood and painted; then that word is typed, ten keys a second. The time
runs from its last key until the window holds the picture of the whole prompt: words, scene, the way
to the child and back.
"""

import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = str(640 / 288)

import qasync
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from app.session import Session
from engine.client import LocalEngine
from tests.bench.prompt_list import GALLERY, Listed, prompts_in
from tests.bench.report import spread, table
from ui import theme
from ui.create.create_panel import CreatePanel
from ui.main_window import MainWindow

LIMIT_MS = 150
SETTLED = 0.3
BETWEEN_KEYS = 0.1


async def main(listed: list[Listed], folder: Path) -> None:
    """Print a row for each prompt, then what share keeps the limit."""
    engine = LocalEngine()
    window = MainWindow(Session.new(engine, folder))
    window.resize(1440, 900)
    window.show()
    panel = window.create
    await _typed(panel, "clouds over the sea")
    times = [await _typed(panel, line.prompt) for line in listed]
    rows = [(line.name, taken) for line, taken in zip(listed, times, strict=True)]
    head = ("prompt", "ms from the last key to its picture")
    table("typed: first picture of the draft", head, rows)
    within = 100 * sum(taken <= LIMIT_MS for taken in times) / len(times)
    median, most, worst = spread(times)
    print(f"\nMedian {median:.0f} ms, 95 % {most:.0f} ms, worst {worst:.0f} ms. ", end="")
    size = panel.preview.image.size()
    print(f"Within {LIMIT_MS} ms: {within:.0f} %. Last picture: {size.width()}x{size.height()}.")
    window.close()
    await window.leave()
    await engine.close()


async def _typed(panel: CreatePanel, prompt: str) -> float:
    """Milliseconds from the key of the prompt's last letter to its picture."""
    begun = max(prompt.rfind(" ") + 1, 1)
    panel.prompt.setPlainText(prompt[:begun])
    while panel.preview.shown != panel.request():
        await asyncio.sleep(SETTLED)
    panel.prompt.moveCursor(QTextCursor.MoveOperation.End)
    for letter in prompt[begun:]:
        await asyncio.sleep(BETWEEN_KEYS)
        begin = time.perf_counter()
        QApplication.sendEvent(panel.prompt, _key(letter))
    wish = panel.request()
    while panel.preview.shown != wish:
        await asyncio.sleep(0.001)
    return (time.perf_counter() - begin) * 1000


def _key(letter: str) -> QKeyEvent:
    plain = Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, plain, letter)


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    theme.dress(application)
    wanted = prompts_in(Path(sys.argv[1]) if len(sys.argv) > 1 else GALLERY)
    if len(sys.argv) > 2:
        wanted = wanted[: int(sys.argv[2])]
    with tempfile.TemporaryDirectory() as made:
        loop = qasync.QEventLoop(application)
        asyncio.set_event_loop(loop)
        with loop:
            loop.run_until_complete(main(wanted, Path(made)))
