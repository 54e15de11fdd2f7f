"""The takes of a shot, three in a row, of which one shows."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.document.project import Take
from engine.contract.models import Model
from ui.stills import Stills
from ui.takes.take_names import numbered, take_name
from ui.takes.take_plan import take_plan
from ui.takes.take_tile import TakeTile

COLUMNS, GAP = 3, 8


class TakeStrip(QWidget):
    """`chosen`: this take is wanted in the film."""

    chosen = Signal(int)

    def __init__(self, stills: Stills) -> None:
        super().__init__()
        self._stills = stills
        self._shown: tuple[tuple[Take, str], ...] = ()
        self._tiles: list[TakeTile] = []
        self.setAccessibleName(self.tr("Takes"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def tiles(self) -> list[TakeTile]:
        """One for each take, oldest first."""
        return list(self._tiles)

    def show_takes(self, takes: Sequence[Take], active: int, models: Sequence[Model]) -> None:
        """Show these takes, the active one marked."""
        wanted = tuple((take, take_name(take, models)) for take in takes)
        if wanted != self._shown:
            self._shown = wanted
            self._rebuild()
        for index, tile in enumerate(self._tiles):
            tile.setChecked(index == active)

    def _rebuild(self) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = []
        for index, (take, name) in enumerate(self._shown):
            tile = TakeTile(self._stills, take_plan(take), numbered(index + 1, name))
            tile.clicked.connect(lambda checked=False, index=index: self.chosen.emit(index))
            self._grid.addWidget(tile, index // COLUMNS, index % COLUMNS)
            self._tiles.append(tile)
