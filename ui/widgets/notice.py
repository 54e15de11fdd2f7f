"""The calm bar that says what went wrong and what to do, and goes away when it is read."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.errors import Trouble
from ui import theme
from ui.widgets.button import IconButton
from ui.widgets.icon import glyph
from ui.widgets.label import label
from ui.wording import happened, remedy

READING_MS = 12_000
WIDTH = 480


class Notice(QFrame):
    """Lies over the lower part of `place` and stops nobody from working."""

    def __init__(self, window: QWidget, place: QWidget) -> None:
        super().__init__(window)
        self._place = place
        self.setObjectName("notice")
        self.setAccessibleName(self.tr("Notice"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 8, 12)
        row.setSpacing(12)
        symbol = QLabel()
        symbol.setPixmap(glyph("warning", 20, theme.ACCENT))
        row.addWidget(symbol)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.what, self.do = label("", "title", wrap=True), label("", "quiet", wrap=True)
        words.addWidget(self.what)
        words.addWidget(self.do)
        row.addLayout(words, 1)
        close = IconButton("close", self.tr("Close"), side=28)
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=READING_MS)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def tell(self, trouble: Trouble) -> None:
        """Show this trouble; the one before gives way."""
        self.what.setText(happened(trouble))
        self.do.setText(remedy(trouble))
        self.setToolTip(trouble.detail)
        self.show()
        self.raise_()
        self._settle()
        self._timer.start()

    def _settle(self) -> None:
        """Above the lower edge of its place, in the middle."""
        window = self.parentWidget()
        width = min(WIDTH, self._place.width() - 32)
        self.setFixedWidth(width)
        self.adjustSize()
        corner = self._place.mapTo(window, self._place.rect().bottomLeft())
        left = corner.x() + (self._place.width() - width) // 2
        self.move(left, corner.y() - self.height() - 56)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False
