"""The references: pictures, logos and clips that go to the engine together with the prompt."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from engine.contract.media_facts import MediaFacts
from engine.contract.shot import Reference, Role
from ui import theme
from ui.desk import Desk
from ui.files import FILMS, PICTURES, dropped_paths, pick_media
from ui.media.media_plan import media_plan
from ui.widgets.flow import FlowLayout
from ui.widgets.icon import glyph

WIDE, HIGH = 84, 64
CAPTION = 18


class ReferenceStrip(QWidget):
    """Chips with a thumbnail and a role; files are dropped on it or picked."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._chips: list[ReferenceChip] = []
        self.setAcceptDrops(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, gap=8)
        self.add = AddTile(self.tr("Add a logo, picture or clip"))
        self.add.clicked.connect(self._pick)
        self._flow.addWidget(self.add)

    def references(self) -> tuple[Reference, ...]:
        """What goes with the prompt."""
        return tuple(Reference(chip.role, chip.facts.media) for chip in self._chips)

    def take(self, paths: list[Path]) -> None:
        """Look at these files and add them."""
        for path in paths:
            self._desk.tasks.start(self._desk.session.engine.strips.probe(str(path)), self._add)

    def _pick(self) -> None:
        self.take([Path(path) for path in pick_media(self, (*PICTURES, *FILMS))])

    def _add(self, facts: MediaFacts) -> None:
        if facts.kind == "sound" or any(c.facts.media == facts.media for c in self._chips):
            return
        chip = ReferenceChip(self._desk, facts)
        chip.removed.connect(lambda: self._remove(chip))
        chip.role_changed.connect(self.changed)
        self._chips.append(chip)
        self._flow.takeAt(self._flow.indexOf(self.add))
        self._flow.addWidget(chip)
        self._flow.addWidget(self.add)
        self.updateGeometry()
        self.changed.emit()

    def _remove(self, chip: "ReferenceChip") -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.deleteLater()
        self.updateGeometry()
        self.changed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.take(dropped_paths(event.mimeData()))


class Tile(QAbstractButton):
    """A small square that can be pressed by mouse and by key."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WIDE, HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def outline(self, painter: QPainter, dashed: bool = False) -> None:
        """The tile's edge, in the accent when it has the keys."""
        pen = QPen(QColor(theme.ACCENT if self.hasFocus() else theme.EDGE), 1)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class AddTile(Tile):
    """The dashed tile with the plus."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.underMouse():
                shape = QPainterPath()
                shape.addRoundedRect(QRectF(self.rect()), 6, 6)
                painter.fillPath(shape, QColor(theme.RAISED))
            self.outline(painter, dashed=True)
            painter.drawPixmap((WIDE - 20) // 2, (HIGH - 20) // 2, glyph("plus", 20, theme.MUTED))


class ReferenceChip(Tile):
    """One file with its role; pressing it opens its menu."""

    removed = Signal()
    role_changed = Signal()

    def __init__(self, desk: Desk, facts: MediaFacts) -> None:
        super().__init__(Path(facts.media.path).name)
        self.facts = facts
        self.role: Role = "logo" if facts.alpha else "backdrop"
        self._stills, self._plan = desk.stills, media_plan(facts)
        desk.stills.arrived.connect(self.update)
        self.clicked.connect(self._open)
        self._describe()

    def role_names(self) -> dict[Role, str]:
        """The roles that drafts honour."""
        return {"logo": self.tr("Logo"), "backdrop": self.tr("Backdrop")}

    def _describe(self) -> None:
        self.setAccessibleDescription(self.role_names()[self.role])
        self.update()

    def _open(self) -> None:
        menu = QMenu(self)
        for role, name in self.role_names().items():
            action = menu.addAction(name)
            action.triggered.connect(partial(self._set_role, role))
        menu.addSeparator()
        menu.addAction(self.tr("Remove")).triggered.connect(lambda: self.removed.emit())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _set_role(self, role: Role) -> None:
        self.role = role
        self._describe()
        self.role_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), 6, 6)
            painter.setClipPath(shape)
            painter.fillRect(self.rect(), QColor(theme.RAISED))
            self._paint_picture(painter)
            caption = QRectF(0, HIGH - CAPTION, WIDE, CAPTION)
            painter.fillRect(caption, theme.shade("#000000", 0.65))
            painter.setPen(QColor(theme.TEXT))
            painter.setFont(theme.text_font(11))
            painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, self.role_names()[self.role])
            painter.setClipping(False)
            self.outline(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        room = QSize(WIDE, HIGH - CAPTION)
        size = QSize(self._plan.width, self._plan.height).scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio
        )
        image = self._stills.picture(self._plan, 0, size.width() * 2, size.height() * 2)
        if image is not None and not image.isNull():
            place = QRectF(
                QPoint((WIDE - size.width()) // 2, (room.height() - size.height()) // 2), size
            )
            painter.drawImage(place, image)
