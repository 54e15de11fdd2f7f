"""The first frame of the draft, following the typing; with stills, its middle and end too."""

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.flatten import shot_plan
from engine.contract.shot import ShotRequest
from ui import theme
from ui.desk import Desk
from ui.stills import taken

TALLEST = 162
GAP = 4
STILLS = ("first_frame", "last_frame")


class DraftPreview(QWidget):
    """Asks for one picture at a time; while one is made only the newest wish is kept.

    A shot that starts from a still or ends on one shows its start, its middle and its end.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._images: list[QImage] = []
        self._coming: list[QImage] = []
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
        """The newest first picture; null while there is none."""
        return self._images[0] if self._images else QImage()

    @property
    def images(self) -> list[QImage]:
        """The newest pictures: one, or start, middle and end."""
        return list(self._images)

    @property
    def shown(self) -> ShotRequest | None:
        """What the picture shows."""
        return self._shown

    def show_request(self, request: ShotRequest | None) -> None:
        """Follow this request; None takes the picture away."""
        self._request = request
        if request is None:
            self._images, self._made, self._shown = [], None, None
            self.update()
        elif request != self._made:
            self._shape = request.width / request.height
            self._fit()
            self._timer.start()

    def _fit(self) -> None:
        """As high as the shape needs at this width, for one picture or for three."""
        self.setFixedHeight(min(round(self.width() / self._shape), TALLEST))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._fit()

    def _ask(self) -> None:
        if self._busy or self._request is None or self._request == self._made:
            return
        self._busy, self._made, self._coming = True, self._request, []
        self._ask_next(self._made)

    def _ask_next(self, request: ShotRequest) -> None:
        frames = frames_of(request)
        place = self._place(0, len(frames)).size() * self.devicePixelRatioF()
        width, height = max(16, round(place.width())), max(16, round(place.height()))
        frame = frames[len(self._coming)]
        still = self._desk.session.engine.strips.still(shot_plan(request), frame, width, height)
        self._desk.tasks.start(still, lambda picture: self._take(taken(picture)), self._fail)

    def _take(self, image: QImage) -> None:
        self._coming.append(image)
        made = self._made
        if made is not None and self._request == made and len(self._coming) < len(frames_of(made)):
            self._ask_next(made)
            return
        self._busy = False
        if self._request is not None and made is not None:
            self._images, self._shown = self._coming, made
            self.update()
        self._ask()

    def _fail(self, error: Exception) -> None:
        """No picture for this prompt; the words below it say why."""
        self._busy = False
        self._images = []
        self.update()
        self._ask()

    def _place(self, index: int, count: int) -> QRectF:
        """Where a picture lies: its shape fitted into its part of the row, in the middle."""
        column = (self.width() - (count - 1) * GAP) / count
        width = min(column, self.height() * self._shape)
        height = width / self._shape
        first = (self.width() - count * width - (count - 1) * GAP) / 2
        left = first + index * (width + GAP)
        return QRectF(left, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            whole = QPainterPath()
            whole.addRoundedRect(QRectF(self.rect()), theme.RADIUS, theme.RADIUS)
            painter.fillPath(whole, QColor(theme.WELL))
            if self.image.isNull():
                painter.setPen(QColor(theme.FAINT))
                painter.setFont(theme.text_font(12))
                text = self.tr("The first frame appears as you type")
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(QRectF(self.rect()).adjusted(24, 8, -24, -8), flags, text)
                return
            painter.setClipPath(whole)
            for index, image in enumerate(self._images):
                painter.drawImage(self._place(index, len(self._images)), image)


def frames_of(request: ShotRequest) -> tuple[int, ...]:
    """The frames that tell most of a shot: its first, or start, middle and end."""
    last = max(request.rate.frame_at(request.seconds) - 1, 0)
    stills = any(reference.role in STILLS for reference in request.references)
    return (0, last // 2, last) if stills else (0,)
