"""One take as a small picture with its number and what made it; hatched where its file is gone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from engine.contract.plan import RenderPlan
from ui import theme
from ui.stills import Stills
from ui.takes.take_plan import telling_frame

PICTURE, CAPTION = 44, 20
FINE = 2
"""Pixels asked for per pixel shown, for sharp pictures on fine screens."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TakeTile(QAbstractButton):
    """Checked, it is the one that shows."""

    def __init__(self, stills: Stills, plan: RenderPlan, name: str) -> None:
        super().__init__()
        self._stills, self._plan, self._name = stills, plan, name
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        stills.arrived.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(72, PICTURE + CAPTION)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:  # noqa: N802
        """What shows is for the shot to say."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            place = QRectF(1, 1, self.width() - 2, PICTURE - 2)
            self._paint_picture(painter, place)
            self._paint_edge(painter, place)
            self._paint_name(painter)

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(place, 4, 4)
        painter.fillPath(shape, QColor(theme.WELL))
        whole = QSize(self._plan.width, self._plan.height)
        size = whole.scaled(
            place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        ).boundedTo(whole)
        wide, high = max(size.width(), 8) * FINE, max(size.height(), 8) * FINE
        image = self._stills.picture(self._plan, telling_frame(self._plan), wide, high)
        if image is None:
            return
        if image.isNull():
            painter.fillPath(shape, QBrush(QColor(theme.EDGE), Qt.BrushStyle.BDiagPattern))
            return
        spot = QRectF(0, 0, size.width(), size.height())
        spot.moveCenter(place.center())
        painter.save()
        painter.setClipPath(shape)
        painter.drawImage(spot, image)
        painter.restore()

    def _paint_edge(self, painter: QPainter, place: QRectF) -> None:
        on, near = self.isChecked(), self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(_edge_colour(on, near)), 2 if on else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(place, 4, 4)

    def _paint_name(self, painter: QPainter) -> None:
        font = theme.text_font(11)
        if self.isChecked():
            font.setWeight(theme.QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.TEXT if self.isChecked() else theme.MUTED))
        place = QRectF(0, PICTURE, self.width(), CAPTION)
        shown = QFontMetrics(font).elidedText(self._name, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)


def _edge_colour(on: bool, near: bool) -> str:
    if on:
        return theme.ACCENT
    return theme.MUTED if near else theme.EDGE
