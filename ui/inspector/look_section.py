"""Look: small pictures of the clip in each look, and its strength."""

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.document.clip import Clip
from app.document.project import Project
from app.edits.styling import set_looks
from app.flatten import source_plan
from engine.contract.looks import LOOK_NAMES
from engine.contract.plan import Look, RenderPlan
from ui import theme
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.section import Section
from ui.stills import Stills
from ui.widgets.drag_number import DragNumber

CAPTION = 20
GAP = 4


def look_name(name: str) -> str:
    """A look's name in the person's language."""
    names = {
        "": QCoreApplication.translate("looks", "None"),
        "noir": QCoreApplication.translate("looks", "Noir"),
        "golden": QCoreApplication.translate("looks", "Golden"),
        "comic": QCoreApplication.translate("looks", "Comic"),
    }
    return names.get(name, name.capitalize())


class LookGrid(QWidget):
    """None and every look, of which one is chosen."""

    chosen = Signal(str)

    def __init__(self, stills: Stills) -> None:
        super().__init__()
        self._stills = stills
        self._plan: RenderPlan | None = None
        self._names = ("", *LOOK_NAMES)
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Look"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(64)
        stills.arrived.connect(self.update)

    def show_clip(self, plan: RenderPlan, value: str) -> None:
        """Show this plan in all looks, `value` chosen."""
        self._plan, self._value = plan, value
        self.setAccessibleDescription(look_name(value))
        self.update()

    def box(self, name: str) -> QRectF:
        """Where this look is."""
        count = len(self._names)
        width = (self.width() - GAP * (count - 1)) / count
        index = self._names.index(name)
        column = index if self.isLeftToRight() else count - 1 - index
        return QRectF(column * (width + GAP), 0, width, self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for name in self._names:
            if self.box(name).contains(event.position()) and name != self._value:
                self.chosen.emit(name)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        index = self._names.index(self._value) + by
        if 0 <= index < len(self._names):
            self.chosen.emit(self._names[index])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for name in self._names:
                self._paint_look(painter, name)

    def _paint_look(self, painter: QPainter, name: str) -> None:
        box, on = self.box(name), name == self._value
        picture = box.adjusted(0, 0, 0, -CAPTION)
        shape = QPainterPath()
        shape.addRoundedRect(picture, 4, 4)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(picture, QColor(theme.WELL))
        image = self._image(name, picture.size().toSize() * 2)
        if image is not None and not image.isNull():
            painter.drawImage(picture, image)
        painter.restore()
        if on:
            painter.setPen(QPen(QColor(theme.ACCENT if self.hasFocus() else theme.TEXT), 2))
            painter.drawRoundedRect(picture.adjusted(1, 1, -1, -1), 3, 3)
        painter.setPen(QColor(theme.TEXT if on else theme.MUTED))
        painter.setFont(theme.text_font(11))
        caption = QRectF(box.left(), picture.bottom(), box.width(), CAPTION)
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, look_name(name))

    def _image(self, name: str, size: QSize):  # noqa: ANN202
        if self._plan is None:
            return None
        looks = (Look(name),) if name else ()
        layers = tuple(replace(layer, looks=looks) for layer in self._plan.layers)
        plan = replace(self._plan, layers=layers)
        width, height = size.width() // 2 * 2, size.height() // 2 * 2
        return self._stills.picture(plan, plan.frames // 3, width, height)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.update()


class LookSection(Section):
    """One look on a clip, more or less of it."""

    def __init__(self, edits: ClipEdits, stills: Stills) -> None:
        super().__init__(self.tr("Look"), edits)
        self.grid = LookGrid(stills)
        self.grid.chosen.connect(self._choose)
        self.strength = DragNumber(self.tr("Strength"), 0, 100, 1, 0, " %", default=100)
        self.bind(self.strength, "Look strength", self._with_strength)
        self.add_wide(self.grid)
        self.add_row(self.tr("Strength"), self.strength)

    def fits(self, project: Project, clip: Clip) -> bool:
        """Only what has a picture has a look."""
        return bool(source_plan(project, clip).layers)

    def follow(self, project: Project, clip: Clip) -> None:
        """Show the clip's values."""
        look = clip.looks[0] if clip.looks else None
        self.grid.show_clip(source_plan(project, clip), look.name if look else "")
        self.strength.setEnabled(look is not None)
        self.strength.set_value(look.strength * 100 if look else 100)

    def _choose(self, name: str) -> None:
        looks = (Look(name, self.strength.value / 100),) if name else ()
        self.edits.commit("Change look", lambda project, clip: set_looks(project, clip, looks))

    def _with_strength(self, project: Project, clip: str, value: float) -> Project:
        _, found = project.sequence.find(clip)
        looks = tuple(replace(look, strength=value / 100) for look in found.looks)
        return set_looks(project, clip, looks)
