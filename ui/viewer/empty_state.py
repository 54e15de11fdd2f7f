"""What stands in the viewer before there is a film: three prompts, one click each."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.files import dropped_paths
from ui.widgets.button import TextButton
from ui.widgets.icon import glyph
from ui.widgets.label import label

CARD_WIDTH = 512


class EmptyState(QWidget):
    """Sends the prompt that was picked, or the files that were dropped."""

    prompt_picked = Signal(str)
    files_dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._hot = False
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Start here"))
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 12)
        column.setSpacing(6)
        column.addStretch(1)
        heading = label(self.tr("What do you want to see?"), "heading")
        column.addWidget(heading, alignment=Qt.AlignmentFlag.AlignHCenter)
        line = label(self.tr("Type a shot on the left, or start with one of these."), "quiet")
        column.addWidget(line, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for prompt in self.prompts():
            column.addLayout(self._centred(self._card(prompt)))
        column.addSpacing(4)
        column.addWidget(self._drop_hint(), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def prompts(self) -> tuple[str, ...]:
        """The three examples."""
        return (
            self.tr("A sailboat on a calm sea at sunset, gentle waves, slow push in"),
            self.tr("A lighthouse in a storm at night, lightning and rain"),
            self.tr("A hot air balloon over mountains at dawn, birds, pan right"),
        )

    def _centred(self, card: TextButton) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        return row

    def _card(self, prompt: str) -> TextButton:
        card = TextButton("", "card")
        card.setAccessibleName(prompt)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        card.setFixedHeight(46)
        card.setMaximumWidth(CARD_WIDTH)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        symbol = QLabel()
        symbol.setPixmap(glyph("sparkle", 18, theme.ACCENT))
        words = label(prompt, wrap=True)
        row.addWidget(symbol)
        row.addWidget(words, 1)
        for part in (symbol, words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.clicked.connect(lambda: self.prompt_picked.emit(prompt))
        return card

    def _drop_hint(self) -> QWidget:
        hint = QWidget()
        row = QHBoxLayout(hint)
        row.setSpacing(8)
        symbol = QLabel()
        symbol.setPixmap(glyph("drop", 18, theme.FAINT))
        row.addWidget(symbol)
        row.addWidget(label(self.tr("or drop films, pictures and sounds here"), "faint"))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.INK))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(QColor(theme.ACCENT if self._hot else theme.LINE), 1.5)
            pen.setDashPattern([4, 4])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -8), 12, 12)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        self._set_hot(bool(dropped_paths(event.mimeData())))
        if self._hot:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._set_hot(False)
        event.acceptProposedAction()
        self.files_dropped.emit(dropped_paths(event.mimeData()))

    def _set_hot(self, hot: bool) -> None:
        self._hot = hot
        self.update()
