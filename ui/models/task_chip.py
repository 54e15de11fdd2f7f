"""What a model can do, as small signs with words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.contract.models import Model
from ui import theme
from ui.models.model_words import TASK_SYMBOLS, task_effects, task_names
from ui.widgets.flow import FlowLayout
from ui.widgets.icon import glyph
from ui.widgets.label import label


class Chip(QWidget):
    """A sign and a word on a raised ground."""

    def __init__(self, symbol: str, word: str, tip: str = "") -> None:
        super().__init__()
        self.setObjectName("chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(22)
        self.setToolTip(tip)
        self.setAccessibleName(word)
        self.setAccessibleDescription(tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 8, 0)
        row.setSpacing(4)
        sign = QLabel()
        sign.setPixmap(glyph(symbol, 14, theme.MUTED))
        row.addWidget(sign)
        row.addWidget(label(word, "chip"))


class TaskChips(QWidget):
    """A chip for each task, and one for sound."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        flow = FlowLayout(self, 4)
        names, effects = task_names(), task_effects()
        for task in model.ability.tasks:
            flow.addWidget(Chip(TASK_SYMBOLS[task], names[task], effects[task]))
        if model.ability.sound:
            flow.addWidget(
                Chip("speaker", self.tr("Sound"), self.tr("Makes sound with its pictures"))
            )
