"""What a shot would cost on this machine: a line of time and memory, and what there is to add."""

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Trouble
from engine.contract.models import Forecast
from ui.models.model_words import cost_text, notes_of
from ui.widgets.sign_line import SignLine
from ui.wording import sentences


class CostLine(QWidget):
    """Follows what is forecast; `notes` of other origin stand below it."""

    def __init__(self) -> None:
        super().__init__()
        self.line = SignLine()
        self.line.words.setAccessibleName(self.tr("Predicted on this machine"))
        self.notes = SignLine(role="faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addWidget(self.notes)
        self.show_answer(None)

    def show_answer(
        self,
        answer: Forecast | Trouble | None,
        before: tuple[str, ...] = (),
        after: tuple[str, ...] = (),
        without: Collection[str] = (),
    ) -> None:
        """Show the forecast, why there is none, or that it isn't known yet; then the notes.

        The forecast's own notes stand between those `before` and `after`, but for those `without`.
        """
        own: tuple[str, ...] = ()
        match answer:
            case Forecast():
                self.line.show_line("clock", cost_text(answer))
                own = tuple(note for note in notes_of(answer) if note not in without)
            case Trouble():
                self.line.show_line("warning", sentences(answer), "bad")
            case None:
                self.line.show_line("clock", self.tr("Working out time and memory…"), "faint")
        self._add((*before, *own, *after))

    def show_lack(self, text: str) -> None:
        """Say what is needed before anything can be forecast."""
        self.line.show_line("warning", text)
        self._add(())

    def _add(self, notes: tuple[str, ...]) -> None:
        self.notes.show_line("", "\n".join(notes), "faint")
        self.notes.setVisible(bool(notes))
