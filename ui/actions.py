"""Everything that a key, a menu or a button can do: one table, and the QActions made of it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from app.conforming import shots_shown
from app.edits.copying import Copied
from ui import clip_verbs
from ui.desk import Desk
from ui.timeline.film_canvas import Canvas
from ui.widgets.button import IconButton
from ui.widgets.icon import icon


class Reach:
    """What actions act on: the desk, the timeline, and a few things only the window can do."""

    def __init__(self, desk: Desk, canvas: Canvas, window: "WindowVerbs") -> None:
        self.desk, self.canvas, self.window = desk, canvas, window
        self.session, self.transport = desk.session, desk.transport
        self.copies = Copied(())


class WindowVerbs(NamedTuple):
    """What only the window can do."""

    new: Callable[[], None]
    open: Callable[[], None]
    save_as: Callable[[], None]
    export: Callable[[], None]
    create: Callable[[], None]
    conform: Callable[[], None]
    show_models: Callable[[], None]
    show_keys: Callable[[], None]


class Deed(NamedTuple):
    """One row of the table. `keys` are in Qt's portable text."""

    name: str
    text: str
    keys: tuple[str, ...]
    call: Callable[[Reach], object]
    when: Callable[[Reach], bool] = lambda reach: True
    symbol: str = ""


def _has_film(reach: Reach) -> bool:
    return reach.session.project.sequence.frames > 0


def _has_selection(reach: Reach) -> bool:
    return bool(reach.session.selection)


def _has_shots(reach: Reach) -> bool:
    return bool(shots_shown(reach.session.project))


def _has_clip_here(reach: Reach) -> bool:
    return bool(clip_verbs.under_playhead(reach.session))


def _title(reach: Reach) -> None:
    text = QCoreApplication.translate("actions", "Title")
    clip_verbs.put_title(reach.session, text)


def _can_recut(reach: Reach) -> bool:
    return clip_verbs.to_recut(reach.session) is not None


def _recut(reach: Reach) -> None:
    if found := clip_verbs.to_recut(reach.session):
        clip_id, prompt, seed = found
        reach.desk.tasks.start(reach.session.recut(clip_id, prompt, seed))


def _snap(reach: Reach) -> None:
    reach.canvas.snaps = not reach.canvas.snaps
    reach.desk.remember("snapping", reach.canvas.snaps)


def _copy(reach: Reach) -> None:
    reach.copies = clip_verbs.take_copies(reach.session)


def _cut(reach: Reach) -> None:
    reach.copies = clip_verbs.cut(reach.session)


def _has_copies(reach: Reach) -> bool:
    return bool(reach.copies.clips)


def _can_paste_style(reach: Reach) -> bool:
    return _has_copies(reach) and _has_selection(reach)


N = QT_TRANSLATE_NOOP
DEEDS: tuple[Deed, ...] = (
    Deed("new", N("actions", "New project"), ("Ctrl+N",), lambda r: r.window.new(), symbol="new"),
    Deed("open", N("actions", "Open…"), ("Ctrl+O",), lambda r: r.window.open(), symbol="folder"),
    Deed(
        "save_as",
        N("actions", "Save as…"),
        ("Ctrl+S", "Ctrl+Shift+S"),
        lambda r: r.window.save_as(),
        symbol="save",
    ),
    Deed(
        "export",
        N("actions", "Export…"),
        ("Ctrl+E",),
        lambda r: r.window.export(),
        _has_film,
        "export",
    ),
    Deed("create", N("actions", "Create the shot"), ("Ctrl+Return",), lambda r: r.window.create()),
    Deed(
        "conform",
        N("actions", "Conform…"),
        ("Ctrl+Shift+C",),
        lambda r: r.window.conform(),
        _has_shots,
        "conform",
    ),
    Deed(
        "show_models",
        N("actions", "Models…"),
        ("Ctrl+Shift+M",),
        lambda r: r.window.show_models(),
        symbol="model",
    ),
    Deed("show_keys", N("actions", "Keyboard"), ("F1",), lambda r: r.window.show_keys()),
    Deed(
        "undo",
        N("actions", "Undo"),
        ("Ctrl+Z",),
        lambda r: r.session.undo(),
        lambda r: r.session.undo_label is not None,
        "undo",
    ),
    Deed(
        "redo",
        N("actions", "Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        lambda r: r.session.redo(),
        lambda r: r.session.redo_label is not None,
        "redo",
    ),
    Deed(
        "play", N("actions", "Play or pause"), ("Space",), lambda r: r.transport.toggle(), _has_film
    ),
    Deed(
        "shuttle_back",
        N("actions", "Play backwards, faster each time"),
        ("J",),
        lambda r: r.transport.shuttle(-1),
        _has_film,
    ),
    Deed("pause", N("actions", "Pause"), ("K",), lambda r: r.transport.pause(), _has_film),
    Deed(
        "shuttle_on",
        N("actions", "Play, faster each time"),
        ("L",),
        lambda r: r.transport.shuttle(1),
        _has_film,
    ),
    Deed(
        "back", N("actions", "One frame back"), ("Left",), lambda r: r.transport.step(-1), _has_film
    ),
    Deed("on", N("actions", "One frame on"), ("Right",), lambda r: r.transport.step(1), _has_film),
    Deed(
        "back_ten",
        N("actions", "Ten frames back"),
        ("Shift+Left",),
        lambda r: r.transport.step(-10),
        _has_film,
    ),
    Deed(
        "on_ten",
        N("actions", "Ten frames on"),
        ("Shift+Right",),
        lambda r: r.transport.step(10),
        _has_film,
    ),
    Deed(
        "to_start", N("actions", "To the start"), ("Home",), lambda r: r.transport.go(0), _has_film
    ),
    Deed(
        "to_end",
        N("actions", "To the end"),
        ("End",),
        lambda r: r.transport.go(r.transport.frames - 1),
        _has_film,
    ),
    Deed(
        "mark_in",
        N("actions", "The loop starts here"),
        ("I",),
        lambda r: r.transport.set_mark_in(),
        _has_film,
        "mark_in",
    ),
    Deed(
        "mark_out",
        N("actions", "The loop ends here"),
        ("O",),
        lambda r: r.transport.set_mark_out(),
        _has_film,
        "mark_out",
    ),
    Deed(
        "clear_marks",
        N("actions", "Loop the whole film"),
        ("Shift+X",),
        lambda r: r.transport.clear_marks(),
        _has_film,
    ),
    Deed(
        "split",
        N("actions", "Split at the playhead"),
        ("S", "Ctrl+K"),
        lambda r: clip_verbs.split(r.session),
        _has_clip_here,
        "split",
    ),
    Deed(
        "delete",
        N("actions", "Delete, leave the gap"),
        ("Del", "Backspace"),
        lambda r: clip_verbs.remove(r.session),
        _has_selection,
        "trash",
    ),
    Deed(
        "ripple_delete",
        N("actions", "Delete and close the gap"),
        ("Shift+Del",),
        lambda r: clip_verbs.remove_and_close(r.session),
        _has_selection,
    ),
    Deed(
        "duplicate",
        N("actions", "Duplicate"),
        ("Ctrl+D",),
        lambda r: clip_verbs.copy_behind(r.session),
        _has_selection,
        "copy",
    ),
    Deed("recut", N("actions", "Recut"), ("Ctrl+Shift+R",), _recut, _can_recut, "reset"),
    Deed("copy", N("actions", "Copy"), ("Ctrl+C",), _copy, _has_selection),
    Deed("cut", N("actions", "Cut"), ("Ctrl+X",), _cut, _has_selection),
    Deed(
        "paste",
        N("actions", "Paste at the playhead"),
        ("Ctrl+V",),
        lambda r: clip_verbs.put_copies(r.session, r.copies),
        _has_copies,
    ),
    Deed(
        "paste_style",
        N("actions", "Paste attributes"),
        ("Ctrl+Alt+V",),
        lambda r: clip_verbs.put_style(r.session, r.copies),
        _can_paste_style,
    ),
    Deed(
        "trim_start",
        N("actions", "Trim the start to the playhead"),
        ("Q",),
        lambda r: clip_verbs.trim_start(r.session),
        _has_clip_here,
    ),
    Deed(
        "trim_end",
        N("actions", "Trim the end to the playhead"),
        ("W",),
        lambda r: clip_verbs.trim_end(r.session),
        _has_clip_here,
    ),
    Deed(
        "freeze",
        N("actions", "Freeze this frame"),
        ("F",),
        lambda r: clip_verbs.hold_frame(r.session),
        _has_clip_here,
    ),
    Deed(
        "dissolve",
        N("actions", "Dissolve to the next clip"),
        ("D",),
        lambda r: clip_verbs.dissolve(r.session),
        lambda r: clip_verbs.can_dissolve(r.session),
    ),
    Deed(
        "nudge_back",
        N("actions", "Nudge one frame back"),
        (",",),
        lambda r: clip_verbs.nudge_by(r.session, -1),
        _has_selection,
    ),
    Deed(
        "nudge_on",
        N("actions", "Nudge one frame on"),
        (".",),
        lambda r: clip_verbs.nudge_by(r.session, 1),
        _has_selection,
    ),
    Deed("add_title", N("actions", "Add a title"), ("T",), _title, symbol="title"),
    Deed("snap", N("actions", "Snap"), ("N",), _snap, symbol="magnet"),
    Deed(
        "select_all",
        N("actions", "Select all clips"),
        ("Ctrl+A",),
        lambda r: clip_verbs.select_all(r.session),
        _has_film,
    ),
    Deed(
        "zoom_in",
        N("actions", "Zoom in"),
        ("=", "+"),
        lambda r: r.canvas.zoom(1.4),
        symbol="plus",
    ),
    Deed(
        "zoom_out",
        N("actions", "Zoom out"),
        ("-",),
        lambda r: r.canvas.zoom(1 / 1.4),
        symbol="minus",
    ),
    Deed("fit", N("actions", "Fit the film"), ("\\",), lambda r: r.canvas.fit(), symbol="fit"),
)
CHECKED: dict[str, Callable[[Reach], bool]] = {"snap": lambda reach: reach.canvas.snaps}


class Actions(QObject):
    """The QActions of one window, enabled as the session stands."""

    def __init__(self, owner: QWidget, reach: Reach) -> None:
        super().__init__(owner)
        self._reach = reach
        self._suspended = False
        self._actions = {deed.name: self._made(owner, deed) for deed in DEEDS}
        bridge = reach.desk.bridge
        for signal in (bridge.changed, bridge.previewed, bridge.selected, bridge.moved):
            signal.connect(self._refresh)
        self._refresh()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def suspend(self, suspended: bool) -> None:
        """Let the keys rest while a sheet is open."""
        self._suspended = suspended
        self._refresh()

    def button(self, name: str, side: int = 28) -> QToolButton:
        """An icon button for an action."""
        action, deed = self._actions[name], _deed(name)
        button = IconButton(deed.symbol, action.toolTip(), action.isCheckable(), side)
        button.setChecked(action.isChecked())
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.toggled.connect(button.setChecked)
        action.changed.connect(lambda: self._follow(button, action))
        return button

    def _follow(self, button: QToolButton, action: QAction) -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.toolTip())

    def _made(self, owner: QWidget, deed: Deed) -> QAction:
        text = QCoreApplication.translate("actions", deed.text)
        action = QAction(text, owner)
        action.setShortcuts([QKeySequence(key) for key in deed.keys])
        action.setToolTip(tip(text, action))
        if deed.symbol:
            action.setIcon(icon(deed.symbol))
        if deed.name in CHECKED:
            action.setCheckable(True)
            action.setChecked(CHECKED[deed.name](self._reach))
        action.triggered.connect(lambda: self._do(deed))
        owner.addAction(action)
        return action

    def _do(self, deed: Deed) -> None:
        deed.call(self._reach)
        self._refresh()

    def _refresh(self) -> None:
        for deed in DEEDS:
            may = not self._suspended and deed.when(self._reach)
            self._actions[deed.name].setEnabled(may)
        self._name_step("undo", self._reach.session.undo_label)
        self._name_step("redo", self._reach.session.redo_label)

    def _name_step(self, name: str, label: str | None) -> None:
        """Undo and redo say what they would undo and redo."""
        text = QCoreApplication.translate("actions", _deed(name).text)
        if label:
            text += ": " + QCoreApplication.translate("edits", label)
        self._actions[name].setText(text)
        self._actions[name].setToolTip(tip(text, self._actions[name]))


def tip(text: str, action: QAction) -> str:
    """The text with the action's first key."""
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text.rstrip('…')} ({key})" if key else text


def _deed(name: str) -> Deed:
    return next(deed for deed in DEEDS if deed.name == name)
