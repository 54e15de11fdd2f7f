"""The timeline's panel: tools, track heads, the canvas and its scroll bar."""

from math import log

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollBar, QSlider, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.desk import Desk
from ui.timeline.film_canvas import Canvas
from ui.timeline.geometry import CLOSEST, FARTHEST
from ui.timeline.heads import WIDTH, Heads

STEPS = 200


class TimelinePanel(QWidget):
    """Runs left to right in every language, as time does."""

    def __init__(self, desk: Desk, canvas: Canvas, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("well")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._canvas = canvas
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setAccessibleName(self.tr("Scroll the timeline"))
        self._zoom = self._slider()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools(actions))
        column.addWidget(self._body(desk), 1)
        canvas.viewed.connect(self._refresh)
        self._bar.valueChanged.connect(lambda left: canvas.look(canvas.geometry_now.scrolled(left)))
        self._zoom.valueChanged.connect(self._zoomed)
        self._refresh()

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, STEPS)
        slider.setFixedWidth(112)
        slider.setAccessibleName(self.tr("Zoom of the timeline"))
        return slider

    def _tools(self, actions: Actions) -> QWidget:
        tools = QWidget()
        tools.setObjectName("panel")
        tools.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tools.setFixedHeight(36)
        row = QHBoxLayout(tools)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(2)
        for name in ("split", "delete", "duplicate", "add_title"):
            row.addWidget(actions.button(name))
        row.addSpacing(8)
        row.addWidget(actions.button("snap"))
        row.addSpacing(8)
        row.addWidget(actions.button("conform"))
        row.addStretch(1)
        row.addWidget(actions.button("fit"))
        row.addWidget(actions.button("zoom_out"))
        row.addWidget(self._zoom)
        row.addWidget(actions.button("zoom_in"))
        return tools

    def _body(self, desk: Desk) -> QWidget:
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(Heads(desk, self._canvas), 0, 0)
        grid.addWidget(self._canvas, 0, 1)
        grid.addWidget(self._bar, 1, 1)
        grid.setColumnMinimumWidth(0, WIDTH)
        grid.setColumnStretch(1, 1)
        return body

    def _zoomed(self, step: int) -> None:
        wanted = FARTHEST * (CLOSEST / FARTHEST) ** (step / STEPS)
        self._canvas.zoom(wanted / self._canvas.geometry_now.per_frame)

    def _refresh(self) -> None:
        view = self._canvas.geometry_now
        for control in (self._bar, self._zoom):
            control.blockSignals(True)
        self._bar.setRange(0, max(0, view.content - view.width))
        self._bar.setPageStep(view.width)
        self._bar.setSingleStep(48)
        self._bar.setValue(view.left)
        self._zoom.setValue(round(STEPS * log(view.per_frame / FARTHEST, CLOSEST / FARTHEST)))
        for control in (self._bar, self._zoom):
            control.blockSignals(False)
