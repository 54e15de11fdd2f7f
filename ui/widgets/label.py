"""Text that stands still, with a role in the style sheet; cut with dots if it must be."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle


def label(text: str, role: str = "", wrap: bool = False) -> QLabel:
    """A label. `role` is a look of the style sheet: title, heading, field, quiet, faint, bad."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


def give_role(words: QLabel, role: str) -> None:
    """Another look of the style sheet."""
    if words.property("role") != role:
        words.setProperty("role", role)
        words.style().polish(words)


class ElidedLabel(QLabel):
    """A line that gives way to its neighbours; the whole text stands in its tooltip, and `tip`."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(text)
        self.tip = ""
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        cut = self.text() if shown != self.text() else ""
        self.setToolTip("\n".join(each for each in (cut, self.tip) if each))
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().windowText().color())
            painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
            side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
            side |= Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect(), side, shown)
