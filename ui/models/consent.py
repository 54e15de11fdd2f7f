"""What must be known before a model is downloaded: its size, where it comes from and goes to, its
licence, where it is barred."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Trouble
from engine.contract.models import Model
from engine.contract.supply import Supply
from ui.desk import Desk
from ui.exporting.size_estimate import size_text
from ui.models.model_words import barred_text, licence_name, limits_of, origin_name
from ui.models.room_field import RoomField
from ui.widgets.button import TextButton
from ui.widgets.label import label
from ui.widgets.sign_line import SignLine
from ui.wording import figures, sentences

SPARE = 256 << 20
"""Bytes that a download leaves free."""


class Consent(QWidget):
    """`accepted`: it is to be downloaded on these terms into a folder. `declined`: not now.

    Nothing can be accepted before the true size is known, nor into a folder without room.
    """

    accepted = Signal(str)
    declined = Signal()

    def __init__(self, desk: Desk, model: Model) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._model = desk, model
        self._weighed = False
        self._supply: Supply | None = None
        self.size = SignLine("get", self.tr("Asking the server for the size…"))
        self.room = RoomField(desk)
        self.lack = SignLine("warning", "", "bad")
        self._lay_out(model)
        self.lack.hide()
        self.room.changed.connect(self._judge)
        desk.tasks.start(desk.session.engine.models.supply(model.id), self._show_supply)

    def _lay_out(self, model: Model) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.size)
        column.addWidget(SignLine("licence", self._licence(model)))
        if barred := barred_text(model):
            column.addWidget(SignLine("warning", barred, "bad"))
        for limit in limits_of(model):
            column.addWidget(SignLine("", limit))
        column.addWidget(label(self.tr("It goes into"), "field"))
        column.addWidget(self.room)
        column.addWidget(self.lack)
        column.addLayout(self._foot(model))

    def show_size(self, model: Model) -> None:
        """The size is known now."""
        self._model, self._weighed = model, True
        self._judge()
        if self.accept.isEnabled():
            self.accept.setFocus()

    def show_trouble(self, trouble: Trouble) -> None:
        """Nobody could say how large it is."""
        self.size.show_line("warning", sentences(trouble), "bad")

    def _show_supply(self, supply: Supply) -> None:
        self._supply = supply
        self.page.setToolTip(self._page())
        self.room.show_rooms(supply.rooms)
        if self._weighed:
            self.show_size(self._model)

    def _tell_size(self) -> None:
        size = figures(size_text(self._model.bytes))
        if self._supply is None:
            text = self.tr("{size} will be downloaded.").format(size=size)
        else:
            text = self.tr("{size} will be downloaded from {origin}.").format(
                size=size, origin=figures(origin_name(self._supply))
            )
        if come := self.room.room.come:
            there = self.tr("Of that, {come} lie there already.")
            text = f"{text}\n{there.format(come=figures(size_text(come)))}"
        self.size.show_line("get", text)

    def _judge(self) -> None:
        """Tell what is to come, and whether the chosen folder has room for it."""
        if self._weighed:
            self._tell_size()
        room = self.room.room
        needed = max(self._model.bytes - room.come, 0) + SPARE
        lacks = self._weighed and bool(room.folder) and room.free < needed
        if lacks:
            text = self.tr("That needs {needed}, and there {free} are free. Choose another folder.")
            told = {"needed": size_text(needed), "free": size_text(room.free)}
            told = {name: figures(size) for name, size in told.items()}
            self.lack.show_line("warning", text.format(**told), "bad")
        self.lack.setVisible(lacks)
        self.accept.setEnabled(self._weighed and not lacks)

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
        self.page = TextButton(self.tr("Open its page"), "quiet")
        self.page.clicked.connect(self._open_page)
        foot.addWidget(self.page)
        foot.addStretch(1)
        self.leave = TextButton(self.tr("Not now"), "quiet")
        self.accept = TextButton(self.tr("Accept and get"), "primary")
        self.leave.clicked.connect(self.declined)
        self.accept.clicked.connect(self._accept)
        self.accept.setEnabled(False)
        foot.addWidget(self.leave)
        foot.addWidget(self.accept)
        return foot

    def _page(self) -> str:
        """Where the model is described, and where some ask for consent first."""
        return f"{self._supply.origin}/{self._model.repository}" if self._supply else ""

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page()))

    def _accept(self) -> None:
        folder = self.room.room.folder
        self._desk.remember("models_folder", folder)
        self.accepted.emit(folder)
