"""The understood words as chips under the prompt, and the sentence about those left out."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from engine.contract.shot import Understanding, Word
from ui import theme
from ui.create.word_kinds import explained
from ui.widgets.flow import FlowLayout
from ui.widgets.label import label

HEIGHT = 22


class WordChip(QWidget):
    """A word with a dot of its category's colour; its tooltip and its name say the rest."""

    def __init__(self, word: Word) -> None:
        super().__init__()
        self.word = word
        arrow = word.outcome in ("generalised", "silhouette") and word.drawn_as
        self._text = f"{word.text} \u2192 {word.drawn_as}" if arrow else word.text
        self.setToolTip(explained(word))
        self.setAccessibleName(f"{word.text}, {explained(word)}")
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(theme.text_font(12))
        return QSize(min(metrics.horizontalAdvance(self._text) + 28, 240), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.RAISED))
            painter.drawRoundedRect(self.rect(), HEIGHT / 2, HEIGHT / 2)
            ltr = self.isLeftToRight()
            dot = 9 if ltr else self.width() - 16
            painter.setBrush(QColor(theme.WORD_COLOURS[self.word.kind]))
            painter.drawEllipse(QRectF(dot, (HEIGHT - 7) / 2, 7, 7))
            painter.setPen(QColor(theme.TEXT))
            painter.setFont(theme.text_font(12))
            place = QRectF(self.rect()).adjusted(*((20, 0, -6, 0) if ltr else (6, 0, -20, 0)))
            metrics = QFontMetrics(painter.font())
            text = metrics.elidedText(
                self._text, Qt.TextElideMode.ElideRight, int(place.width()) + 2
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)


class WordList(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._chips = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self._flow = FlowLayout(self._chips, gap=6)
        self.left_out = label("", "quiet", wrap=True)
        column.addWidget(self._chips)
        column.addWidget(self.left_out)
        self.hide()

    def chips(self) -> list[WordChip]:
        """The chips shown now."""
        return self._chips.findChildren(WordChip)

    def show_words(self, understanding: Understanding) -> None:
        """Show what became of the words, each once."""
        while item := self._flow.takeAt(0):
            chip = item.widget()
            chip.setParent(None)
            chip.deleteLater()
        drawn = {w.text.lower(): w for w in understanding.words if w.outcome != "not_drawn"}
        for word in drawn.values():
            self._flow.addWidget(WordChip(word))
        self._chips.setVisible(bool(drawn))
        self._name_left_out(understanding.not_drawn)
        self.setVisible(bool(understanding.words))
        self.updateGeometry()

    def _name_left_out(self, words: tuple[Word, ...]) -> None:
        names = ", ".join(dict.fromkeys(word.text for word in words))
        sentence = self.tr("Not drawn in drafts: {words}").format(words=names)
        self.left_out.setText(sentence if names else "")
        self.left_out.setVisible(bool(names))
