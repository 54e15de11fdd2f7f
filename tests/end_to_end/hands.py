"""A person's hands and patience for tests: real events into a real window, waiting for outcomes."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


async def until(holds: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Wait for an outcome; the studio's event loop runs on meanwhile."""
    give_up = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < give_up, f"waited {seconds} s for {what}"
        await asyncio.sleep(0.02)


async def settle() -> None:
    """Let pending events and repaints happen."""
    for _ in range(5):
        await asyncio.sleep(0.01)


def named(root: QWidget, name: str) -> QWidget:
    """The visible control with this accessible name."""
    found = [w for w in root.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()]
    assert found, f"no visible control is called {name!r}"
    return found[0]


async def click(widget: QWidget, at: QPointF | None = None) -> None:
    """Click in the middle of a control, or at a point of it."""
    point = at.toPoint() if at else widget.rect().center()
    QTest.mouseClick(widget, LEFT, NO_KEYS, point)
    await settle()


async def drag(widget: QWidget, start: QPointF, end: QPointF, steps: int = 8) -> None:
    """Press, move and release the left button."""
    QTest.mousePress(widget, LEFT, NO_KEYS, start.toPoint())
    for step in range(1, steps + 1):
        point = start + (end - start) * step / steps
        QTest.mouseMove(widget, point.toPoint())
        await settle()
    QTest.mouseRelease(widget, LEFT, NO_KEYS, end.toPoint())
    await settle()


async def drop_file(widget: QWidget, path: Path, at: QPoint) -> None:
    """Let a file from the file manager fall on a control."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, copy, data, LEFT, NO_KEYS)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted(), "the file may not be dropped here"
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, data, LEFT, NO_KEYS))
    await settle()


async def type_number(control: QWidget, text: str) -> None:
    """Click a number, type another one and press Return."""
    await click(control)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    await settle()
