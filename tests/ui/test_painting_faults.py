"""An error while a control is painted is reported, and painting goes on."""

import sys

from PySide6.QtGui import QPainter

from ui.widgets.segments import Segments


class Broken(Segments):
    """Fails while it paints, until it is mended."""

    mended = False

    def _paint_option(self, painter: QPainter, value: str, word: str) -> None:
        if not self.mended:
            raise ValueError("broken")
        super()._paint_option(painter, value, word)


def test_a_control_that_fails_to_paint_can_paint_again(qt_application, monkeypatch):
    told: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(kind))
    control = Broken("Choice", [("a", "A"), ("b", "B")])
    control.resize(120, 32)
    control.grab()
    assert told == [ValueError]
    control.mended = True
    assert not control.grab().toImage().isNull()
    assert told == [ValueError]
