"""What must be known before a model is downloaded: its licence, where it is barred, its size."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Trouble
from engine.contract.models import Model
from ui.exporting.size_estimate import size_text
from ui.models.model_words import barred_text, licence_name, limits_of
from ui.widgets.button import TextButton
from ui.widgets.sign_line import SignLine
from ui.wording import figures, sentences


class Consent(QWidget):
    """`accepted`: it is to be downloaded on these terms. `declined`: not now.

    Nothing can be accepted before the true size is known.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        self.size = SignLine("get", self.tr("Asking the server for the size…"))
        column.addWidget(self.size)
        column.addWidget(SignLine("licence", self._licence(model)))
        if barred := barred_text(model):
            column.addWidget(SignLine("warning", barred, "bad"))
        for limit in limits_of(model):
            column.addWidget(SignLine("", limit))
        column.addLayout(self._foot(model))

    def show_size(self, model: Model) -> None:
        """The size is known now."""
        size = figures(size_text(model.bytes))
        self.size.show_line("get", self.tr("{size} will be downloaded.").format(size=size))
        self.accept.setEnabled(True)
        self.accept.setFocus()

    def show_trouble(self, trouble: Trouble) -> None:
        """Nobody could say how large it is."""
        self.size.show_line("warning", sentences(trouble), "bad")

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
        self.accept.setEnabled(False)
        foot.addWidget(leave)
        foot.addWidget(self.accept)
        return foot
