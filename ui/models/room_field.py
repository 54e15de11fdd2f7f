"""Where a model is to be brought: one of the folders that hold models, or another one."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from engine.contract.supply import Room
from ui.desk import Desk
from ui.exporting.size_estimate import size_text
from ui.widgets.button import TextButton
from ui.widgets.choice import Choice
from ui.wording import figures

ANY = Room("", 0)


class RoomField(QWidget):
    """`changed`: another folder is wanted.

    First it is the one where a part of the model lies already, else the one that was wanted last.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._settings = desk.settings
        self._rooms: dict[str, Room] = {}
        self.choice = Choice(self.tr("Folder for the model"), [("", "")])
        self.other = TextButton(self.tr("Another folder…"), "quiet")
        self.choice.chosen.connect(self._pick)
        self.other.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.other)

    @property
    def room(self) -> Room:
        """The chosen folder; one without a name while none is known."""
        return self._rooms.get(self.choice.value, ANY)

    def show_rooms(self, rooms: tuple[Room, ...]) -> None:
        """Offer these, but for those whose drive isn't there."""
        self._rooms = {room.folder: room for room in rooms if room.there}
        wished = self._settings.text("models_folder")
        if wished not in self._rooms and Path(wished).is_dir() and wished:
            self._rooms[wished] = _measured(wished)
        begun = [room.folder for room in self._rooms.values() if room.come]
        liked = [*begun, *([wished] if wished in self._rooms else []), *self._rooms, ""]
        self._offer(liked[0])

    def add_folder(self, folder: str) -> None:
        """Offer this one too, and choose it."""
        room = _measured(folder)
        self._rooms[room.folder] = room
        self._offer(room.folder)
        self.changed.emit()

    def _offer(self, folder: str) -> None:
        self.choice.set_options([(r.folder, self._words(r)) for r in self._rooms.values()], folder)
        self.choice.setToolTip(folder)

    def _words(self, room: Room) -> str:
        text = self.tr("{free} free · {folder}")
        return text.format(free=figures(size_text(room.free)), folder=figures(room.folder))

    def _pick(self, folder: str) -> None:
        self.choice.setToolTip(folder)
        self.changed.emit()

    def _ask(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("A folder for models"), self.room.folder
        )
        if folder:
            self.add_folder(folder)


def _measured(folder: str) -> Room:
    """A folder that the engine doesn't know of yet."""
    room = Room(str(Path(folder).absolute()), 0)
    return replace(room, free=max(QStorageInfo(folder).bytesAvailable(), 0))
