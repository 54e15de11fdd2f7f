"""What must be known before a model is downloaded: its licence, where it is barred, its size."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.contract.models import Model
from ui.exporting.size_estimate import size_text
from ui.models.model_words import barred_text, licence_name, limits_of
from ui.widgets.button import TextButton
from ui.widgets.sign_line import SignLine
from ui.wording import figures


class Consent(QWidget):
    """`accepted`: it is to be downloaded on these terms. `declined`: not now."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(SignLine("get", self._size(model)))
        column.addWidget(SignLine("licence", self._licence(model)))
        if barred := barred_text(model):
            column.addWidget(SignLine("warning", barred, "bad"))
        for limit in limits_of(model):
            column.addWidget(SignLine("", limit))
        column.addLayout(self._foot(model))

    def _size(self, model: Model) -> str:
        size = figures(size_text(model.bytes))
        if not model.bytes:
            return self.tr("The size is known once the download begins.")
        if _is_commit(model.revision):
            return self.tr("{size} will be downloaded to this machine.").format(size=size)
        return self.tr("About {size} will be downloaded to this machine.").format(size=size)

    def _licence(self, model: Model) -> str:
        return self.tr("Licence: {licence}").format(licence=licence_name(model))

    def _foot(self, model: Model) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        if model.licence.url:
            read = TextButton(self.tr("Read the licence"), "quiet", "licence")
            url = QUrl(model.licence.url)
            read.clicked.connect(lambda: QDesktopServices.openUrl(url))
            foot.addWidget(read)
        foot.addStretch(1)
        leave = TextButton(self.tr("Not now"), "quiet")
        self.accept = TextButton(self.tr("Accept and get"), "primary")
        leave.clicked.connect(self.declined)
        self.accept.clicked.connect(self.accepted)
        foot.addWidget(leave)
        foot.addWidget(self.accept)
        return foot


def _is_commit(revision: str) -> bool:
    """Whether it names one state of the files for good, so that their size is exact."""
    return len(revision) == 40
