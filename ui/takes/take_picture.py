"""One moment of a take, as large as there is room for."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.contract.plan import RenderPlan
from ui import theme
from ui.stills import Stills

TALLEST = 320


class TakePicture(QWidget):
    """One moment of a take; what showed before stays until the next picture has come.

    `shape` is the place's width over its height; a take of another shape lies in its middle.
    """

    def __init__(self, stills: Stills, name: str, shape: float) -> None:
        super().__init__()
        self._stills, self._shape = stills, shape
        self._plan: RenderPlan | None = None
        self._second = 0.0
        self.image = QImage()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        stills.arrived.connect(self._look)

    def show_take(self, plan: RenderPlan) -> None:
        """Show this take at the moment as it is."""
        self._plan, self.image = plan, QImage()
        self._look()

    def show_moment(self, second: float) -> None:
        """Show this moment."""
        self._second = second
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self.setFixedHeight(min(round(self.width() / self._shape), TALLEST))
        self._look()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._look()

    def _size(self, plan: RenderPlan) -> QSize:
        whole = QSize(plan.width, plan.height)
        return whole.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)

    def _look(self) -> None:
        plan = self._plan
        if plan is None or not self.isVisible():
            return
        frame = min(int(self._second * float(plan.rate.fps)), plan.frames - 1)
        size = self._size(plan) * self.devicePixelRatioF()
        image = self._stills.picture(plan, frame, max(size.width(), 16), max(size.height(), 16))
        if image is not None:
            self.image = image
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.INK))
            if self._plan and not self.image.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                size = self._size(self._plan)
                spot = QRectF(0, 0, size.width(), size.height())
                spot.moveCenter(QRectF(self.rect()).center())
                painter.drawImage(spot, self.image)
