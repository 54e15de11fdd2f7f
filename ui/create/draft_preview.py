"""The first frame of the draft, following the typing."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.flatten import shot_plan
from engine.contract.shot import ShotRequest
from ui import theme
from ui.desk import Desk
from ui.stills import taken

TALLEST = 162


class DraftPreview(QWidget):
    """Asks for one picture at a time; while one is made only the newest wish is kept."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._image = QImage()
        self._request: ShotRequest | None = None
        self._made: ShotRequest | None = None
        self._shown: ShotRequest | None = None
        self._busy = False
        self._shape = 16 / 9
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._ask)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("First frame of the draft"))

    @property
    def image(self) -> QImage:
        """The newest picture; null while there is none."""
        return self._image

    @property
    def shown(self) -> ShotRequest | None:
        """What the picture shows."""
        return self._shown

    def show_request(self, request: ShotRequest | None) -> None:
        """Follow this request; None takes the picture away."""
        self._request = request
        if request is None:
            self._image, self._made, self._shown = QImage(), None, None
            self.update()
        elif request != self._made:
            self._shape = request.width / request.height
            self._fit()
            self._timer.start()

    def _fit(self) -> None:
        """As high as the shape needs at this width."""
        self.setFixedHeight(min(round(self.width() / self._shape), TALLEST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._fit()

    def _ask(self) -> None:
        if self._busy or self._request is None or self._request == self._made:
            return
        self._busy, self._made = True, self._request
        place = self._place().size() * self.devicePixelRatioF()
        width, height = max(16, round(place.width())), max(16, round(place.height()))
        still = self._desk.session.engine.strips.still(shot_plan(self._made), 0, width, height)
        self._desk.tasks.start(still, lambda picture: self._show(taken(picture)), self._fail)

    def _show(self, image: QImage) -> None:
        self._busy = False
        if self._request is not None:
            self._image, self._shown = image, self._made
            self.update()
        self._ask()

    def _fail(self, error: Exception) -> None:
        """No picture for this prompt; the words below it say why."""
        self._busy = False
        self._image = QImage()
        self.update()
        self._ask()

    def _place(self) -> QRectF:
        """Where the picture lies: the shape fitted, in the middle."""
        width = min(self.width(), self.height() * self._shape)
        height = width / self._shape
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            whole = QPainterPath()
            whole.addRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
            painter.fillPath(whole, QColor(theme.WELL))
            if self._image.isNull():
                painter.setPen(QColor(theme.FAINT))
                painter.setFont(theme.text_font(12))
                text = self.tr("The first frame appears as you type")
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(QRectF(self.rect()).adjusted(24, 8, -24, -8), flags, text)
                return
            painter.setClipPath(whole)
            painter.drawImage(self._place(), self._image)
