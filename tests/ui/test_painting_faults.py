"""An error while a control is painted is reported, and painting goes on."""

import pytest
from PySide6.QtGui import QPainter

from ui.widgets.segments import Segments


class Broken(Segments):
    """Fails while it paints, until it is mended."""

    mended = False

    def _paint_option(self, painter: QPainter, value: str, word: str) -> None:
        if not self.mended:
            raise ValueError("broken")
        super()._paint_option(painter, value, word)


def test_a_control_that_fails_to_paint_can_paint_again(qt_application):
    control = Broken("Choice", [("a", "A"), ("b", "B")])
    control.resize(120, 32)
    with pytest.raises(ValueError, match="broken") as kept:
        control.grab()
    control.mended = True
    assert not control.grab().toImage().isNull()
    assert kept.tb, "the frames of the failure, and the painter in them, are still alive"
