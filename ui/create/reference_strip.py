"""The references: pictures, logos and clips that go to the engine together with the prompt."""

from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.contract.media_facts import MediaFacts
from engine.contract.shot import Reference, Role
from ui import theme
from ui.create.reference_chip import HIGH, WIDE, ReferenceChip, Tile, likely_role, role_names
from ui.desk import Desk
from ui.files import FILMS, PICTURES, dropped_paths, pick_media
from ui.widgets.flow import FlowLayout
from ui.widgets.icon import glyph


class ReferenceStrip(QWidget):
    """Chips with a thumbnail and a role; files are dropped on it or picked. Each role is played by
    one file. `came`: a chip was added."""

    changed = Signal()
    came = Signal(QWidget)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chips: list[ReferenceChip] = []
        self.setAcceptDrops(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, gap=8)
        self.add = AddTile(self.tr("Add a logo, picture or clip"))
        self.add.clicked.connect(self._pick)
        self._flow.addWidget(self.add)

    def references(self) -> tuple[Reference, ...]:
        """What goes with the prompt."""
        return tuple(Reference(chip.role, chip.facts.media) for chip in self._chips)

    def chips(self) -> list[ReferenceChip]:
        """The chips in the order in which they came."""
        return list(self._chips)

    def take(self, paths: list[Path]) -> None:
        """Look at these files and add them."""
        for path in paths:
            self._desk.tasks.start(self._desk.session.engine.strips.probe(str(path)), self._add)

    def invite(self, welcome: bool) -> None:
        """Show where files that are held over the window would go, or no longer."""
        self.add.setDown(welcome)

    def _pick(self) -> None:
        self.take([Path(path) for path in pick_media(self, (*PICTURES, *FILMS))])

    def _add(self, facts: MediaFacts) -> None:
        if facts.kind == "sound" or any(c.facts.media == facts.media for c in self._chips):
            return
        taken: set[Role] = {chip.role for chip in self._chips}
        role = likely_role(facts, taken) if facts.kind == "still" else "backdrop"
        chip = ReferenceChip(self._desk.stills, facts, role)
        chip.removed.connect(lambda: self._remove(chip))
        chip.role_picked.connect(lambda role: self._cast(chip, role))
        self._chips.append(chip)
        self._flow.takeAt(self._flow.indexOf(self.add))
        self._flow.addWidget(chip)
        self._flow.addWidget(self.add)
        self.updateGeometry()
        self.came.emit(chip)
        self._cast(chip, role)

    def _cast(self, chip: ReferenceChip, role: Role) -> None:
        """Let a chip play a role; whoever played it takes what is free then, the chip's own role
        before others."""
        left, chip.role = chip.role, role
        for other in self._chips:
            if other is not chip and other.role == role:
                taken = {each.role for each in self._chips}
                free = left not in taken and left in role_names(other.facts)
                other.play(left if free else likely_role(other.facts, taken))
        chip.play(role)
        self.changed.emit()

    def _remove(self, chip: ReferenceChip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.deleteLater()
        self.add.setFocus()
        self.updateGeometry()
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.invite(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.invite(False)
        self.take(dropped_paths(event.mimeData()))


class AddTile(Tile):
    """The dashed tile with the plus."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse() or self.isDown():
                shape = QPainterPath()
                shape.addRoundedRect(QRectF(self.rect()), 6, 6)
                painter.fillPath(shape, QColor(theme.RAISED))
            self.outline(painter, dashed=True)
            painter.drawPixmap((WIDE - 20) // 2, (HIGH - 20) // 2, glyph("plus", 20, theme.MUTED))
