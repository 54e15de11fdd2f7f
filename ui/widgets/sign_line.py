"""A line of words behind a small sign."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import theme
from ui.widgets.icon import glyph
from ui.widgets.label import give_role, label

SIDE, WIDE = 16, 10_000
COLOURS = {"bad": theme.DANGER, "good": theme.GOOD}


class SignLine(QWidget):
    """`role` is a look of the style sheet, as of a label; the sign has its colour."""

    def __init__(self, symbol: str = "", text: str = "", role: str = "quiet") -> None:
        super().__init__()
        self._sign = QLabel()
        self._sign.setFixedSize(SIDE, SIDE)
        self.words = label(text, role, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.show_line(symbol, text, role)

    def show_line(self, symbol: str, text: str, role: str = "quiet") -> None:
        """Say something else; "" for a line without a sign."""
        if symbol:
            self._sign.setPixmap(glyph(symbol, SIDE, COLOURS.get(role, theme.FAINT)))
        self.words.setText(text)
        give_role(self.words, role)
        self._sign.setFixedHeight(max(SIDE, self._line_height()))

    def _line_height(self) -> int:
        """How high one line of these words is, in whatever script."""
        lines = max(self.words.text().count("\n") + 1, 1)
        return self.words.heightForWidth(WIDE) // lines

    def text(self) -> str:
        """The words."""
        return self.words.text()
