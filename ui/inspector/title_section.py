"""Title: its text, size, weight, colour and plate."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from app.document.clip import Clip
from app.document.project import Project
from app.edits.styling import set_title
from engine.contract.plan import Title
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.colour_field import ColourField
from ui.inspector.section import Section
from ui.widgets.bidi import read_both_ways
from ui.widgets.drag_number import DragNumber
from ui.widgets.switch import Switch


class QuietText(QPlainTextEdit):
    """Text that is shown while it is typed and settled when the keys leave it or on Ctrl+Enter."""

    def __init__(self, name: str, settle: Callable[[], None], cancel: Callable[[], None]) -> None:
        super().__init__()
        self._settle, self._cancel = settle, cancel
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(72)
        read_both_ways(self)

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter settles this text here, whatever it does elsewhere in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_settling(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if _is_settling(event):
            self._settle()
        elif event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._settle()

    def show_text(self, text: str) -> None:
        """Show another text; says nothing to anybody."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)


def _is_settling(event: QEvent) -> bool:
    assert isinstance(event, QKeyEvent)
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class TitleSection(Section):
    """Only titles have one."""

    def __init__(self, edits: ClipEdits) -> None:
        super().__init__(self.tr("Title"), edits)
        self.text = QuietText(self.tr("Text of the title"), self._settle, self._cancel)
        self.text.textChanged.connect(self._typed)
        self.size = DragNumber(self.tr("Size"), 1, 60, 0.5, 1, " %", default=9)
        self.bind(self.size, "Title size", _setter("size", lambda value: round(value / 100, 4)))
        self.bold = self.bind_switch(Switch(self.tr("Bold")), "Title weight", _setter("bold", bool))
        self.colour = ColourField(self.tr("Colour"))
        self.colour.chosen.connect(lambda colour: self._paint("Title colour", "colour", colour))
        self.plate = ColourField(self.tr("Plate"), optional=True)
        self.plate.chosen.connect(lambda colour: self._paint("Title plate", "plate", colour))
        self.add_wide(self.text)
        self.add_row(self.tr("Size"), self.size)
        self.add_row(self.tr("Bold"), self.bold)
        self.add_row(self.tr("Colour"), self.colour)
        self.add_row(self.tr("Plate"), self.plate)

    def fits(self, project: Project, clip: Clip) -> bool:
        """Only a title has a text."""
        return isinstance(clip.use, Title)

    def follow(self, project: Project, clip: Clip) -> None:
        """Show the clip's values."""
        title = clip.use
        assert isinstance(title, Title)
        self.text.show_text(title.text)
        self.size.set_value(title.size * 100)
        self.bold.setChecked(title.bold)
        self.colour.set_colour(title.colour)
        self.plate.set_colour(title.plate)

    def _typed(self) -> None:
        text = self.text.toPlainText()
        if text.strip():
            change = _setter("text", str)
            self.edits.attempt(lambda project, clip: change(project, clip, text))

    def _settle(self) -> None:
        session = self.edits.session
        if session.shown is not session.project:
            text, change = self.text.toPlainText(), _setter("text", str)
            self.edits.commit("Change title", lambda project, clip: change(project, clip, text))

    def _cancel(self) -> None:
        self.edits.leave()

    def _paint(self, step: str, field: str, colour: str) -> None:
        change = _setter(field, str)
        self.edits.commit(step, lambda project, clip: change(project, clip, colour))


def _setter(field: str, kind: Callable):  # noqa: ANN202
    def change(project: Project, clip: str, value: object) -> Project:
        _, found = project.sequence.find(clip)
        if not isinstance(found.use, Title):
            return project
        return set_title(project, clip, replace(found.use, **{field: kind(value)}))

    return change
