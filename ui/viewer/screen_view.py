"""The film's picture at the playhead: what the engine made, fitted or pixel for pixel."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.contract.engine import Picture
from ui import theme
from ui.desk import Desk
from ui.files import dropped_paths, is_picture
from ui.stills import seen
from ui.viewer.frame_place import MARGINS
from ui.viewer.handles import Handles

BORDER = 16


class ScreenView(QWidget):
    """Owns the newest picture until the next one comes."""

    films_dropped = Signal(list)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._picture: Picture | None = None
        self._image = QImage()
        self._handles = Handles(desk.session)
        self._pan = QPointF()
        self._pan_from: QPointF | None = None
        self._dropping: QPointF | None = None
        self.margins = False
        self.actual = False
        self.setMinimumSize(160, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(self.tr("Viewer"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        desk.bridge.pictured.connect(self._show)
        desk.bridge.changed.connect(self._ask)
        desk.bridge.previewed.connect(self.update)
        desk.bridge.selected.connect(self.update)

    # what is shown

    def set_actual(self, actual: bool) -> None:
        """Show one pixel of the film as one pixel of the screen, or the whole picture."""
        self.actual, self._pan = actual, QPointF()
        self._ask()
        self.update()

    def set_margins(self, margins: bool) -> None:
        """Show the safe margins, or don't."""
        self.margins = margins
        self.update()

    def frame(self) -> QRectF:
        """Where the film's picture lies in this widget."""
        sequence = self._desk.session.shown.sequence
        if self.actual:
            size = QSizeF(sequence.width, sequence.height) / self.devicePixelRatioF()
        else:
            room = QSizeF(self.width() - 2 * BORDER, self.height() - 2 * BORDER)
            shape = QSizeF(sequence.width, sequence.height)
            size = shape.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPointF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        return QRectF((corner + self._pan).toPoint(), size.toSize())

    def _ask(self) -> None:
        """Ask for the picture in exactly the pixels it takes here."""
        sequence = self._desk.session.shown.sequence
        ratio, frame = self.devicePixelRatioF(), self.frame()
        width = min(round(frame.width() * ratio), sequence.width)
        height = min(round(frame.height() * ratio), sequence.height)
        self._desk.transport.set_size(max(width, 16), max(height, 16))

    def _show(self, picture: Picture) -> None:
        self.release()
        self._picture, self._image = picture, seen(picture)
        self.update()

    def release(self) -> None:
        """Give the last picture back to the engine."""
        if self._picture:
            self._image = QImage()
            self._picture.release()
            self._picture = None

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.INK))
            frame = self.frame()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self._image.isNull():
                painter.fillRect(frame, QColor("#000000"))
            else:
                painter.drawImage(frame, self._image)
            if self.margins:
                _paint_margins(painter, frame)
            if not self._desk.transport.playing:
                self._handles.paint(painter, frame)
            if self._dropping:
                self._paint_drop(painter, frame)

    def _paint_drop(self, painter: QPainter, frame: QRectF) -> None:
        assert self._dropping
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.ACCENT), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 4, 4)
        painter.drawEllipse(self._dropping, 12, 12)
        painter.drawPoint(self._dropping)

    # direct manipulation

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.MiddleButton and self.actual:
            self._pan_from = event.position() - self._pan
        elif event.button() == Qt.MouseButton.LeftButton:
            if self._desk.transport.playing:
                self._desk.transport.pause()
            if not self._handles.press(event.position(), self.frame()):
                self._desk.session.select(())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._pan_from is not None:
            self._pan = event.position() - self._pan_from
            self.update()
        elif self._handles.dragging:
            self._handles.drag(event.position(), self.frame(), _snaps(event))
            self.update()
        else:
            self.setCursor(self._handles.cursor(event.position(), self.frame()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pan_from = None
        if self._handles.dragging:
            self._handles.release(event.position(), self.frame(), _snaps(event))
            self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        if self.actual:
            self._pan += QPointF(event.angleDelta()) / 2
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and self._handles.dragging:
            self._handles.cancel()
            self.update()
        else:
            super().keyPressEvent(event)

    # files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        self._dropping = event.position()
        event.acceptProposedAction()
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._dropping = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._dropping = None
        paths = dropped_paths(event.mimeData())
        event.acceptProposedAction()
        for path in filter(is_picture, paths):
            self._add_logo(path, event.position())
        films = [path for path in paths if not is_picture(path)]
        if films:
            self.films_dropped.emit(films)
        self.update()

    def _add_logo(self, path: Path, at: QPointF) -> None:
        frame = self.frame()
        x = min(max((at.x() - frame.x()) / frame.width(), 0.0), 1.0)
        y = min(max((at.y() - frame.y()) / frame.height(), 0.0), 1.0)
        session = self._desk.session
        self._desk.tasks.start(
            session.add_logo(str(path), x, y), lambda clip: session.select((clip,))
        )


def _snaps(event: QMouseEvent) -> bool:
    return not event.modifiers() & Qt.KeyboardModifier.AltModifier


def _paint_margins(painter: QPainter, frame: QRectF) -> None:
    """Action and title safe, and the frame's middle."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for under, pen in ((theme.shade("#000000", 0.5), 3), (theme.shade("#ffffff", 0.75), 1)):
        painter.setPen(QPen(under, pen))
        for margin in MARGINS:
            across, down = frame.width() * margin, frame.height() * margin
            painter.drawRect(frame.adjusted(across, down, -across, -down))
        middle = frame.center()
        painter.drawLine(middle - QPointF(8, 0), middle + QPointF(8, 0))
        painter.drawLine(middle - QPointF(0, 8), middle + QPointF(0, 8))
