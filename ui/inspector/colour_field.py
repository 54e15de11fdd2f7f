"""A colour: a few good ones in a row, and any other by its number."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QWidget

from ui import theme

COLOURS = ("#FFFFFF", "#101214", "#F2A93B")
SIDE = 20


class ColourField(QWidget):
    """`chosen` gives #RRGGBB, or "" for none where that is possible."""

    chosen = Signal(str)

    def __init__(self, name: str, optional: bool = False) -> None:
        super().__init__()
        self._colour = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.swatches = [Swatch(c, name) for c in (*(("",) if optional else ()), *COLOURS)]
        for swatch in self.swatches:
            swatch.clicked.connect(lambda on=False, each=swatch: self._choose(each.colour))
            row.addWidget(swatch)
        self.number = QLineEdit()
        self.number.setAccessibleName(name)
        self.number.setMaxLength(9)
        self.number.setPlaceholderText("#RRGGBB")
        self.number.setStyleSheet("min-height: 26px; padding: 0 6px; font-size: 12px;")
        self.number.editingFinished.connect(self._typed)
        row.addWidget(self.number, 1)

    def set_colour(self, colour: str) -> None:
        """Show another colour; says nothing to anybody."""
        self._colour = colour
        if not self.number.hasFocus():
            self.number.setText(colour)
        for swatch in self.swatches:
            swatch.setChecked(swatch.colour.upper() == colour.upper())

    def _choose(self, colour: str) -> None:
        if colour.upper() != self._colour.upper():
            self.chosen.emit(colour)

    def _typed(self) -> None:
        text = self.number.text().strip()
        colour = text if text.startswith("#") else f"#{text}"
        if QColor(colour).isValid() and len(colour) in (7, 9):
            self._choose(colour)
        else:
            self.number.setText(self._colour)


class Swatch(QAbstractButton):
    """A round sample of a colour; crossed out for none."""

    def __init__(self, colour: str, name: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(f"{name} {colour}" if colour else self.tr("No plate"))
        self.setToolTip(colour or self.tr("No plate"))
        self.setFixedSize(QSize(SIDE, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            edge = theme.ACCENT if self.isChecked() or self.hasFocus() else theme.EDGE
            painter.setPen(QPen(QColor(edge), 1.5))
            painter.setBrush(QColor(self.colour) if self.colour else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(ring)
            if not self.colour:
                painter.drawLine(
                    ring.bottomLeft() * 0.8 + ring.topRight() * 0.2,
                    ring.topRight() * 0.8 + ring.bottomLeft() * 0.2,
                )
