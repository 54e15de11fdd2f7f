"""A job's small picture: what it makes, and of a take in the making what it looks like so far."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.flatten import shot_plan
from app.jobs import Job
from app.work import Download, Export, NewTake
from engine.contract.making import Made
from engine.contract.plan import RenderPlan
from ui import theme
from ui.media.media_plan import media_plan
from ui.stills import Stills
from ui.widgets.icon import glyph

SIZE = QSize(80, 45)
FINE = 2


class JobPicture(QWidget):
    """Shows `job`; the estimate of a running take takes the place of its draft."""

    def __init__(self, stills: Stills) -> None:
        super().__init__()
        self._stills = stills
        self._plan: RenderPlan | None = None
        self._jpeg = b""
        self._estimate = QImage()
        self.setFixedSize(SIZE)
        stills.arrived.connect(self.update)

    @property
    def estimate(self) -> QImage:
        """The newest estimate of a take; null while there is none."""
        return self._estimate

    def show_job(self, job: Job, preview: bytes) -> None:
        """Show the job as it stands; `preview` is a JPEG, b"" where there is none."""
        if preview != self._jpeg:
            self._jpeg, self._estimate = preview, QImage.fromData(preview)
        self._plan = _plan_of(job)
        self.update()

    def _image(self) -> QImage | None:
        if not self._estimate.isNull():
            return self._estimate
        if self._plan is None:
            return None
        shape = self._plan.width / self._plan.height
        high = max(round(min(self.height(), self.width() / shape)), 8) * FINE
        wide = max(round(high * shape), 16)
        return self._stills.picture(self._plan, self._plan.frames // 3, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            shape = QPainterPath()
            place = QRectF(self.rect())
            shape.addRoundedRect(place, 4, 4)
            painter.fillPath(shape, QColor(theme.WELL if self._plan else theme.RAISED))
            image = self._image()
            if self._plan is None:
                painter.drawPixmap(place.center() - QPointF(10, 10), glyph("get", 20, theme.MUTED))
            elif image is not None and not image.isNull():
                painter.setClipPath(shape)
                size = image.size().scaled(SIZE, Qt.AspectRatioMode.KeepAspectRatio)
                spot = QRectF(0, 0, size.width(), size.height())
                spot.moveCenter(place.center())
                painter.drawImage(spot, image)


def _plan_of(job: Job) -> RenderPlan | None:
    match job.work:
        case Export(plan):
            return plan
        case NewTake(request=request):
            return (
                media_plan(job.state.facts) if isinstance(job.state, Made) else shot_plan(request)
            )
        case Download():
            return None
