"""One imported file: its picture, its name, what it is; it can be dragged onto the timeline."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from app.document.project import Asset
from engine.contract.media_facts import MediaFacts
from ui import theme
from ui.media.thumbnail import Thumbnail
from ui.stills import Stills
from ui.viewer.timecode import clock_text
from ui.wording import figures

HIGH, WIDE = 56, 80


class AssetRow(QWidget):
    """`wanted`: put it on the timeline (double-click or Enter)."""

    wanted = Signal()

    def __init__(self, stills: Stills, asset: Asset) -> None:
        super().__init__()
        self._facts = asset.facts
        self._path = Path(asset.facts.media.path)
        self._thumbnail = Thumbnail(stills, asset.facts)
        self._pressed: QPointF | None = None
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(self._path.name)
        self.setAccessibleDescription(describe(asset.facts))
        self.setToolTip(str(self._path))
        stills.arrived.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._pressed is None:
            return
        far = (event.position() - self._pressed).manhattanLength()
        if far >= QApplication.startDragDistance():
            self._pressed = None
            self._drag()

    def _drag(self) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._path))])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setPen(
                QPen(QColor(theme.ACCENT)) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
            )
            painter.setBrush(QColor(theme.RAISED) if self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            ltr = self.isLeftToRight()
            left = 4 if ltr else self.width() - WIDE - 4
            self._thumbnail.paint(painter, QRectF(left, 4, WIDE, HIGH - 8))
            text = QRectF(left + WIDE + 12 if ltr else 8, 8, self.width() - WIDE - 24, 20)
            metrics = QFontMetrics(theme.text_font(13))
            middle = Qt.TextElideMode.ElideMiddle
            name = metrics.elidedText(self._path.name, middle, int(text.width()))
            painter.setPen(QColor(theme.TEXT))
            painter.setFont(theme.text_font(13))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(QColor(theme.FAINT))
            painter.setFont(theme.text_font(12))
            facts = describe(self._facts)
            painter.drawText(text.translated(0, 20), Qt.AlignmentFlag.AlignVCenter, facts)


def describe(facts: MediaFacts) -> str:
    """Length and size, as far as the file has them."""
    parts = []
    if facts.kind != "still":
        parts.append(clock_text(facts.seconds))
    if facts.width:
        parts.append(f"{facts.width} \u00d7 {facts.height}")
    if facts.rate:
        parts.append(f"{float(facts.rate.fps):.3g} fps")
    return figures("   ".join(parts))
