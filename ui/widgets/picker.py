"""One of a great many: a button that opens a card of tiles, with a field to search them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.choice import Choice
from ui.widgets.flow import FlowLayout
from ui.widgets.label import label
from ui.widgets.popover import Popover
from ui.widgets.scroller import Scroller

PictureOf = Callable[[QPainter, QRectF, str], None]
"""Paints what a value looks like into a place; called only for tiles that are seen."""

GAP = 8
PICTURED, PLAIN = QSize(112, 90), QSize(168, 34)
CAPTION = 24
COLUMNS = {True: 3, False: 2}
HIGHEST = 420
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Picker(Choice):
    """`options` are (value, word). With `paint` every option is shown as a picture."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], paint: PictureOf | None = None
    ) -> None:
        super().__init__(name, options)
        self._paint = paint
        self._card: Popover | None = None

    @property
    def tiles(self) -> "TileCard | None":
        """The open card; None while it is closed."""
        open_ = self._card is not None and self._card.isVisible()
        return self._tiles if open_ else None

    def refresh(self) -> None:
        """Something that the pictures show has come."""
        if self.tiles is not None:
            self.tiles.update_pictures()

    def _open(self) -> None:
        if self._card is None:
            self._tiles = TileCard(self.accessibleName(), self._words, self._paint)
            self._tiles.picked.connect(self._take)
            self._card = Popover(self.window(), self, self._tiles)
        if self._card.isVisible():
            self._card.close_card()
            return
        self._tiles.show_all(self.value, min(HIGHEST, self.window().height() - 160))
        self._card.open_card()
        self._tiles.search.setFocus()

    def _take(self, value: str) -> None:
        assert self._card is not None
        self._card.close_card()
        self._pick(value)


class TileCard(QWidget):
    """The tiles of all options that fit what is typed. `picked`: a tile was pressed."""

    picked = Signal(str)

    def __init__(self, name: str, words: dict[str, str], paint: PictureOf | None) -> None:
        super().__init__()
        self._pictured = paint is not None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(False)
        self._none = label(self.tr("Nothing is called that."), "quiet")
        self._content = QWidget()
        self._flow = FlowLayout(self._content, GAP)
        self._tiles = [PickTile(value, word, paint) for value, word in words.items()]
        for tile in self._tiles:
            self._flow.addWidget(tile)
            tile.clicked.connect(lambda checked=False, value=tile.value: self.picked.emit(value))
        self._scroller = Scroller(self._content, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(name, "title"))
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self._scroller, 1)
        columns, tile = COLUMNS[self._pictured], self._tiles[0].sizeHint()
        self.setFixedWidth(columns * tile.width() + (columns - 1) * GAP + theme.SCROLL_BAR + 2)
        self.search.textChanged.connect(self._sift)
        self.search.returnPressed.connect(self._pick_first)

    def show_all(self, value: str, height: int) -> None:
        """Every option, the chosen one marked and in sight; `height` pixels at most."""
        self.setFixedHeight(height)
        self.search.clear()
        for tile in self._tiles:
            tile.setChecked(tile.value == value)
            if tile.isChecked():
                self._scroller.ensureWidgetVisible(tile)

    def shown(self) -> list["PickTile"]:
        """The tiles that fit what is typed."""
        return [tile for tile in self._tiles if not tile.isHidden()]

    def update_pictures(self) -> None:
        """Paint what is in sight anew."""
        self._content.update()
        for tile in self.shown():
            tile.update()

    def _sift(self, text: str) -> None:
        for tile in self._tiles:
            tile.setVisible(tile.fits(text.strip().lower()))
        self._flow.invalidate()
        self._none.setVisible(not self.shown())
        self._content.setFixedHeight(self._flow.heightForWidth(self._scroller.viewport().width()))

    def resizeEvent(self, event) -> None:  # noqa: ANN001, N802
        super().resizeEvent(event)
        self._sift(self.search.text())

    def _pick_first(self) -> None:
        if self.shown():
            self.picked.emit(self.shown()[0].value)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        tiles, columns = self.shown(), COLUMNS[self._pictured]
        ahead = 1 if self.isLeftToRight() else -1
        steps = {
            Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Down: columns, Qt.Key.Key_Up: -columns,
        }  # fmt: skip
        if event.key() not in steps or not tiles:
            super().keyPressEvent(event)
            return
        here = next((i for i, tile in enumerate(tiles) if tile.hasFocus()), -columns)
        there = here + steps[Qt.Key(event.key())]
        if there < 0 <= here:
            self.search.setFocus()
            return
        tile = tiles[min(max(there, 0), len(tiles) - 1)]
        tile.setFocus()
        self._scroller.ensureWidgetVisible(tile)


class PickTile(QAbstractButton):
    """One option: its picture, if it has one, and its word."""

    def __init__(self, value: str, word: str, paint: PictureOf | None) -> None:
        super().__init__()
        self.value, self._word, self._paint = value, word, paint
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.setCheckable(True)
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def fits(self, text: str) -> bool:
        """Whether it is called so in the window's language, or by its own name."""
        return text in self._word.lower() or text in self.value.replace("_", " ")

    def sizeHint(self) -> QSize:  # noqa: N802
        return PICTURED if self._paint else PLAIN

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in ENTER:
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            shape = QPainterPath()
            shape.addRoundedRect(whole, 6, 6)
            painter.fillPath(shape, QColor(theme.HOVER if self.underMouse() else theme.RAISED))
            if self._paint is not None:
                painter.save()
                painter.setClipPath(shape)
                self._paint(painter, whole.adjusted(0, 0, 0, -CAPTION), self.value)
                painter.restore()
            self._paint_word(painter)
            marked = theme.ACCENT if self.isChecked() or self.hasFocus() else theme.EDGE
            painter.setPen(QPen(QColor(marked), 2 if self.isChecked() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole, 6, 6)

    def _paint_word(self, painter: QPainter) -> None:
        high = CAPTION if self._paint else self.height()
        place = QRectF(8, self.height() - high, self.width() - 16, high)
        painter.setPen(QColor(theme.TEXT))
        painter.setFont(theme.text_font(12))
        right = Qt.TextElideMode.ElideRight
        word = QFontMetrics(painter.font()).elidedText(self._word, right, int(place.width()) + 1)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
