"""Where a model lies on this machine, and a way to look at it there."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.contract.models import Weights
from ui import theme
from ui.widgets.button import IconButton
from ui.widgets.icon import glyph
from ui.widgets.label import ElidedLabel
from ui.widgets.sign_line import SIDE
from ui.wording import figures


class FolderLine(QWidget):
    """Follows through `show_folder`; not seen where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = ""
        sign = QLabel()
        sign.setPixmap(glyph("folder", SIDE, theme.FAINT))
        self.place = ElidedLabel(role="faint")
        self.look = IconButton("eye", self.tr("Open the folder"), side=24)
        self.look.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign)
        row.addWidget(self.place, 1)
        row.addWidget(self.look)

    def show_folder(self, folder: str) -> None:
        """Tell this folder; "" for none."""
        self._folder = folder
        self.place.setText(figures(folder))
        self.setVisible(bool(folder))

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))


def place_of(weights: Weights) -> str:
    """The folder of what was brought or added: that of a single file for a model of one."""
    single = weights.transformer or weights.adapter
    return str(Path(single).parent) if single else weights.folder
