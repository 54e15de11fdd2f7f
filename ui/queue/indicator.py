"""The queue's button in the top bar: a ring that fills, and how many jobs there are."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from app.jobs import Job
from engine.contract.events import Failed
from ui import theme
from ui.desk import Desk
from ui.widgets.icon import glyph


class QueueIndicator(QAbstractButton):
    """Pressed, it opens the queue."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFixedSize(QSize(88, 32))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.bridge.queue_changed.connect(self._refresh)
        self._refresh()

    def _jobs(self) -> list[Job]:
        return [job for job in self._desk.session.queue.jobs if not job.over]

    def _part(self) -> float | None:
        """How much of the running job is done."""
        return next((job.part for job in self._jobs() if job.running), None)

    def _failed(self) -> bool:
        jobs = self._desk.session.queue.jobs
        return bool(jobs) and isinstance(jobs[-1].state, Failed)

    def text_shown(self) -> str:
        """What stands beside the ring."""
        part, count = self._part(), len(self._jobs())
        if part is None:
            return self.tr("Queue")
        return f"{part:.0%} · {count}" if count > 1 else f"{part:.0%}"

    def _refresh(self) -> None:
        waiting = len(self._jobs())
        name = self.tr("Queue: %n to do", "", waiting) if waiting else self.tr("Queue")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            hot = self.underMouse() or self.isDown()
            painter.setPen(
                QPen(QColor(theme.ACCENT)) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
            )
            painter.setBrush(QColor(theme.HOVER) if hot else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            ltr = self.isLeftToRight()
            self._paint_sign(painter, QRectF(10 if ltr else self.width() - 28, 7, 18, 18))
            painter.setPen(QColor(theme.TEXT if self._jobs() else theme.MUTED))
            painter.setFont(theme.figures_font(13))
            text = QRectF(self.rect()).adjusted(*((36, 0, -4, 0) if ltr else (4, 0, -36, 0)))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, self.text_shown())

    def _paint_sign(self, painter: QPainter, place: QRectF) -> None:
        part = self._part()
        if part is None:
            symbol, colour = ("warning", theme.DANGER) if self._failed() else ("queue", theme.MUTED)
            painter.drawPixmap(place.topLeft(), glyph(symbol, 18, colour))
            return
        ring = place.adjusted(2, 2, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.EDGE), 3))
        painter.drawEllipse(ring)
        painter.setPen(QPen(QColor(theme.ACCENT), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(ring, 90 * 16, -round(part * 360 * 16))
