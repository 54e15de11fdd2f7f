"""A picture is dropped, given its role with a click, and seen in the shot, by hand."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.end_to_end.hands import click, drop_file, named, until
from ui.main_window import MainWindow

ORANGE = (240, 120, 30)


def test_a_dropped_picture_becomes_the_first_frame(studio, tmp_path: Path) -> None:
    picture = QImage(320, 240, QImage.Format.Format_RGB32)
    picture.fill(QColor(*ORANGE))
    assert picture.save(str(tmp_path / "orange.png"))

    async def story(window: MainWindow) -> None:
        create = window.create
        QTest.keyClicks(create.prompt, "the sea at night")
        await drop_file(create, tmp_path / "orange.png", QPoint(20, 20))
        await until(create.references.chips, "the chip")
        (chip,) = create.references.chips()
        assert chip.role == "backdrop"
        await until(lambda: create.preview.shown == create.request(), "the backdrop's preview")
        assert len(create.preview.images) == 1
        await click(chip)
        menu = chip.findChild(QMenu)
        action = next(each for each in menu.actions() if each.text() == "First frame")
        await click(menu, QPointF(menu.actionGeometry(action).center()))
        assert chip.role == "first_frame"
        await until(lambda: len(create.preview.images) == 3, "start, middle and end")
        assert _is_orange(create.preview.images[0]) and not _is_orange(create.preview.images[2])
        await click(named(window, "Create"))
        screen = window.viewer.screen
        await until(lambda: not screen._image.isNull(), "a picture in the viewer")
        assert _is_orange(screen._image)

    studio(story)


def _is_orange(image: QImage) -> bool:
    """Whether the picture has this one colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    seen = rows[:, : 3 * plain.width()].reshape(-1, 3).astype(int)
    return bool(np.abs(seen - ORANGE).max() <= 2)
