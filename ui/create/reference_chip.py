"""One reference: its picture and the role that it plays in the shot."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu

from engine.contract.media_facts import MediaFacts
from engine.contract.shot import Role
from ui import theme
from ui.media.thumbnail import Thumbnail
from ui.stills import Stills
from ui.widgets.icon import glyph

REMOVERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
WIDE, HIGH = 88, 72
CAPTION = 22
_HOLE: dict[bool, tuple[Role, ...]] = {True: ("hole",), False: ()}
"""The role of what is see-through in places."""


def role_names(facts: MediaFacts) -> dict[Role, str]:
    """The roles that such a file can play, the likeliest first, and what they are called."""
    names: dict[Role, str] = {
        "logo": _tr("Logo"),
        "subject": _tr("Subject"),
        "backdrop": _tr("Backdrop"),
        "palette": _tr("Palette"),
        "first_frame": _tr("First frame"),
        "last_frame": _tr("Last frame"),
        "before": _tr("Go on"),
        "hole": _tr("Fill"),
    }
    roles: list[Role] = ["backdrop", "palette", "before"]
    if facts.kind == "still":
        roles = [role for role in names if role not in ("before", "hole")]
    return {role: names[role] for role in (*roles, *_HOLE[facts.alpha])}


def role_effects() -> dict[Role, str]:
    """What each role does, in a few words."""
    return {
        "logo": _tr("A sail, flag, sign or shirt in the shot carries it"),
        "subject": _tr("Cut out, it plays the main subject"),
        "backdrop": _tr("The shot plays in front of it"),
        "palette": _tr("The shot takes its colours"),
        "first_frame": _tr("The shot starts from it"),
        "last_frame": _tr("The shot ends on it"),
        "before": _tr("A model goes on from its end; drafts leave it out"),
        "hole": _tr("A model makes its see-through part anew; drafts leave it out"),
    }


def likely_role(facts: MediaFacts, taken: set[Role]) -> Role:
    """What a new file is probably for: what is cut out or called so is a logo, other pictures
    fill what is free."""
    roles = list(role_names(facts))
    named = "logo" in Path(facts.media.path).stem.lower()
    first: Role = "logo" if facts.alpha or named else "backdrop"
    order: list[Role] = [first, "backdrop", "subject", "palette", *roles]
    return next((role for role in order if role in roles and role not in taken), roles[0])


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
        """The tile's edge, in the accent when it has the keys or is pressed."""
        marked = self.hasFocus() or self.isDown()
        pen = QPen(QColor(theme.ACCENT if marked else theme.EDGE), 1)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class ReferenceChip(Tile):
    """One file with its role; pressing it opens its menu.

    `role_picked`: the person chose this role; `removed`: they don't want the file.
    """

    role_picked = Signal(str)
    removed = Signal()

    def __init__(self, stills: Stills, facts: MediaFacts, role: Role) -> None:
        super().__init__(Path(facts.media.path).name)
        self.facts, self.role = facts, role
        self._thumbnail = Thumbnail(stills, facts)
        stills.arrived.connect(self.update)
        self.clicked.connect(self._open)
        self.play(role)

    def play(self, role: Role) -> None:
        """Show this role; says nothing to anybody."""
        self.role = role
        name, effect = role_names(self.facts)[role], role_effects()[role]
        self.setAccessibleDescription(f"{name}: {effect}")
        self.setToolTip(f"{self.accessibleName()}\n{name}: {effect}")
        self.update()

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for role, name in role_names(self.facts).items():
            action = menu.addAction(name, partial(self.role_picked.emit, role))
            action.setToolTip(role_effects()[role])
            action.setCheckable(True)
            action.setChecked(role == self.role)
            if role == self.role:
                menu.setActiveAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), self.removed.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def event(self, event: QEvent) -> bool:
        """Keep the keys that remove the file from removing what is selected on the timeline."""
        wanted = isinstance(event, QKeyEvent) and event.key() in REMOVERS
        if wanted and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in REMOVERS:
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
            ground = theme.HOVER if self.underMouse() else theme.RAISED
            painter.fillRect(self.rect(), QColor(ground))
            self._thumbnail.paint(painter, QRectF(4, 4, WIDE - 8, HIGH - CAPTION - 4))
            self._paint_caption(painter)
            painter.setClipping(False)
            self.outline(painter)

    def _paint_caption(self, painter: QPainter) -> None:
        """The role, and the arrow that says there are others."""
        ltr = self.isLeftToRight()
        arrow = WIDE - 18 if ltr else 4
        painter.drawPixmap(arrow, HIGH - 18, glyph("chevron", 14, theme.MUTED))
        place = QRectF(6 if ltr else 18, HIGH - CAPTION, WIDE - 24, CAPTION)
        painter.setPen(QColor(theme.TEXT))
        painter.setFont(theme.text_font(11))
        name, right = role_names(self.facts)[self.role], Qt.TextElideMode.ElideRight
        text = QFontMetrics(painter.font()).elidedText(name, right, int(place.width()) + 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("references", text)
