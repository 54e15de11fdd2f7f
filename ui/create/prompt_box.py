"""The prompt: plain text in any script, its understood words underlined softly in their colours."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from engine.contract.shot import Understanding, Word
from ui import theme
from ui.create.word_kinds import explained
from ui.files import dropped_paths
from ui.widgets.bidi import read_both_ways

LOWEST, HIGHEST = 88, 148
THICK = 2.5


class PromptBox(QPlainTextEdit):
    """Grows with its text. `submitted` on Ctrl+Enter; files that are dropped go to `dropped`."""

    submitted = Signal()
    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[Word, ...] = ()
        self.setFont(theme.text_font(14))
        self.setPlaceholderText(
            self.tr("Describe a shot: place, light, weather, who is there, how the camera moves")
        )
        self.setAccessibleName(self.tr("Prompt"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(LOWEST)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(4)
        self.textChanged.connect(self._grow)
        read_both_ways(self)

    def understand(self, understanding: Understanding) -> None:
        """Underline what was understood of the text as it is now."""
        self._words = tuple(w for w in understanding.words if w.outcome != "not_drawn")
        self.viewport().update()

    def _grow(self) -> None:
        lines = max(3, round(self.document().size().height()))
        wanted = lines * self.fontMetrics().lineSpacing() + 28
        self.setFixedHeight(min(max(LOWEST, wanted), HIGHEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    # underlines

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for word in self._words:
                painter.setBrush(theme.shade(theme.WORD_COLOURS[word.kind], 0.85))
                for place in self._underlines(word):
                    painter.drawRoundedRect(place, THICK / 2, THICK / 2)

    def _underlines(self, word: Word) -> list[QRectF]:
        """A bar under each line's part of the word."""
        bars: list[QRectF] = []
        block = self.document().findBlock(word.start)
        while block.isValid() and block.position() < word.stop:
            bars += self._bars_in(block, word)
            block = block.next()
        return bars

    def _bars_in(self, block: QTextBlock, word: Word) -> list[QRectF]:
        layout, bars = block.layout(), []
        origin = self.blockBoundingGeometry(block).topLeft() + self.contentOffset()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            first = max(word.start - block.position(), line.textStart())
            last = min(word.stop - block.position(), line.textStart() + line.textLength())
            if first >= last:
                continue
            (left, _), (right, _) = line.cursorToX(first), line.cursorToX(last)
            y = origin.y() + line.y() + line.ascent() + 3
            bars.append(QRectF(origin.x() + min(left, right), y, abs(right - left), THICK))
        return bars

    def word_at(self, at: QPointF) -> Word | None:
        """The understood word under this point of the text."""
        position = self.cursorForPosition(at.toPoint()).position()
        return next((word for word in self._words if word.start <= position <= word.stop), None)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            word = self.word_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), explained(word) if word else "", self)
            return True
        return super().viewportEvent(event)

    # files

    def canInsertFromMimeData(self, source) -> bool:  # noqa: ANN001, N802
        return bool(dropped_paths(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source) -> None:  # noqa: ANN001, N802
        paths = dropped_paths(source)
        if paths:
            self.dropped.emit(paths)
        else:
            super().insertFromMimeData(source)
