"""One shot in the conform sheet: picked or not, its picture and prompt, and what it would cost."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.document.project import Shot
from ui import theme
from ui.stills import Stills
from ui.takes.take_plan import take_plan, telling_frame
from ui.viewer.timecode import clock_text
from ui.widgets.icon import glyph

HIGH, PICTURE, BOX, COST = 56, QSize(80, 45), 18, 216
FINE = 2


class ShotRow(QAbstractButton):
    """Checked, the shot is made. `show_cost` tells what comes to be known."""

    def __init__(self, stills: Stills, shot: Shot) -> None:
        super().__init__()
        self.shot = shot.id
        self._stills, self._plan = stills, take_plan(shot.take)
        self._prompt = shot.request.prompt.replace("\n", " ")
        self._length = clock_text(shot.request.seconds)
        self.time, self.memory, self.problem = "", "", ""
        self.setCheckable(True)
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self._prompt)
        self.setToolTip(self._prompt)
        stills.arrived.connect(self.update)

    def show_notes(self, notes: tuple[str, ...]) -> None:
        """What the model does otherwise than asked."""
        self.setToolTip("\n".join((self._prompt, *notes)))

    def show_cost(self, time: str, memory: str, problem: str = "") -> None:
        """What it would cost; or why the model can't make it, which takes it out."""
        self.time, self.memory, self.problem = time, memory, problem
        self.setAccessibleDescription(problem or f"{time} {memory}".strip())
        self.setEnabled(not problem)
        if problem:
            self.setChecked(False)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _mirrored(self, box: QRectF) -> QRectF:
        if self.isLeftToRight():
            return box
        return QRectF(self.width() - box.right(), box.top(), box.width(), box.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            hot = self.underMouse() and self.isEnabled()
            painter.setPen(
                QPen(QColor(theme.ACCENT)) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
            )
            painter.setBrush(QColor(theme.RAISED if hot else theme.PANEL))
            painter.drawRoundedRect(whole, theme.RADIUS, theme.RADIUS)
            painter.setOpacity(1.0 if self.isEnabled() else 0.6)
            self._paint_box(painter, self._mirrored(QRectF(8, (HIGH - BOX) / 2, BOX, BOX)))
            top = (HIGH - PICTURE.height()) / 2
            self._paint_picture(
                painter, self._mirrored(QRectF(38, top, PICTURE.width(), PICTURE.height()))
            )
            painter.setOpacity(1.0)
            self._paint_words(painter)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        on = self.isChecked()
        painter.setPen(QPen(QColor(theme.ACCENT if on else theme.FAINT), 1.5))
        painter.setBrush(QColor(theme.ACCENT) if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if on:
            spot = box.center() - QPointF(7, 7)
            painter.drawPixmap(spot, glyph("check", 14, theme.ON_ACCENT))

    def _paint_picture(self, painter: QPainter, place: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(place, 4, 4)
        painter.fillPath(shape, QColor(theme.WELL))
        whole = QSize(self._plan.width, self._plan.height)
        size = whole.scaled(PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        wide, high = max(size.width(), 8) * FINE, max(size.height(), 8) * FINE
        image = self._stills.picture(self._plan, telling_frame(self._plan), wide, high)
        if image is not None and not image.isNull():
            painter.save()
            painter.setClipPath(shape)
            spot = QRectF(0, 0, size.width(), size.height())
            spot.moveCenter(place.center())
            painter.drawImage(spot, image)
            painter.restore()

    def _paint_words(self, painter: QPainter) -> None:
        left = 38 + PICTURE.width() + 12
        words = QRectF(left, 0, self.width() - left - 12 - COST, HIGH)
        upper, lower = words.adjusted(0, 8, 0, -26), words.adjusted(0, 28, 0, -8)
        near = _START if self.isLeftToRight() else _END
        _write(painter, self._mirrored(upper), self._prompt, theme.TEXT, 13, near)
        _write(painter, self._mirrored(lower), self._length, theme.FAINT, 12, near)
        cost = QRectF(self.width() - COST - 8, 0, COST, HIGH)
        ahead = _END if self.isLeftToRight() else _START
        if self.problem:
            painter.setFont(theme.text_font(12))
            painter.setPen(QColor(theme.DANGER))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap | ahead
            painter.drawText(self._mirrored(cost), flags, self.problem)
            return
        upper, lower = cost.adjusted(0, 8, 0, -26), cost.adjusted(0, 28, 0, -8)
        _write(painter, self._mirrored(upper), self.time, theme.MUTED, 12, ahead)
        _write(painter, self._mirrored(lower), self.memory, theme.FAINT, 12, ahead)


_START, _END = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


def _write(
    painter: QPainter,
    place: QRectF,
    text: str,
    colour: str,
    size: int,
    side: Qt.AlignmentFlag,
) -> None:
    painter.setFont(theme.text_font(size))
    painter.setPen(QColor(colour))
    right = Qt.TextElideMode.ElideRight
    shown = QFontMetrics(painter.font()).elidedText(text, right, int(place.width()))
    side |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(place, side, shown)
