"""The row under the picture: start, step, play, time, loop, marks, margins, size."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.desk import Desk
from ui.viewer.screen_view import ScreenView
from ui.viewer.timecode import timecode
from ui.widgets.button import IconButton
from ui.widgets.icon import icon
from ui.widgets.label import label

NARROW = 560


class TransportBar(QWidget):
    """Runs left to right in every language, as time does."""

    def __init__(self, desk: Desk, screen: ScreenView) -> None:
        super().__init__()
        self._desk, self._transport = desk, desk.transport
        self._shown_playing: bool | None = None
        self.setFixedHeight(48)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(0)
        row.addWidget(self._side(self._times(), Qt.AlignmentFlag.AlignLeft), 1)
        self._add_running(row)
        row.addWidget(self._side(self._options(screen), Qt.AlignmentFlag.AlignRight), 1)
        self._transport.changed.connect(self._refresh)
        desk.bridge.changed.connect(self._refresh)
        desk.bridge.previewed.connect(self._refresh)
        self._refresh()

    def _side(self, content: QWidget, alignment: Qt.AlignmentFlag) -> QWidget:
        side = QWidget()
        side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(content, alignment=alignment)
        return side

    def _times(self) -> QWidget:
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.now = label("", "time")
        self.now.setAccessibleName(self.tr("Playhead"))
        self.total = label("", "total")
        self.total.setAccessibleName(self.tr("Length of the film"))
        self.dropped = label("", "quiet")
        for each in (self.now, self.total, self.dropped):
            row.addWidget(each)
        return times

    def _add_running(self, row: QHBoxLayout) -> None:
        transport = self._transport
        self.play = IconButton("play", self.tr("Play (Space)"))
        for symbol, name, call in (
            ("to_start", self.tr("To the start (Home)"), lambda: transport.go(0)),
            ("step_back", self.tr("One frame back (Left)"), lambda: transport.step(-1)),
        ):
            self._add(row, IconButton(symbol, name), call)
        self._add(row, self.play, transport.toggle)
        for symbol, name, call in (
            ("step_on", self.tr("One frame on (Right)"), lambda: transport.step(1)),
            ("to_end", self.tr("To the end (End)"), lambda: transport.go(transport.frames - 1)),
        ):
            self._add(row, IconButton(symbol, name), call)

    def _add(self, row: QHBoxLayout, button: IconButton, call) -> None:  # noqa: ANN001
        button.clicked.connect(lambda: call())
        row.addWidget(button)

    def _options(self, screen: ScreenView) -> QWidget:
        options = QWidget()
        row = QHBoxLayout(options)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.loop = IconButton("loop", self.tr("Loop playback"), checkable=True)
        self.loop.toggled.connect(self._set_loops)
        self.loop.setChecked(self._desk.settings.yes_no("loop_playback"))
        margins = IconButton("margins", self.tr("Safe margins"), checkable=True)
        margins.toggled.connect(screen.set_margins)
        actual = IconButton("actual", self.tr("One pixel for one pixel"), checkable=True)
        actual.toggled.connect(screen.set_actual)
        self.sound = IconButton("speaker", self.tr("Silence playback"), checkable=True)
        self.sound.toggled.connect(self._silence)
        for button in (self.sound, self.loop, margins, actual):
            row.addWidget(button)
        return options

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        narrow = self.width() < NARROW
        self.now.setFont(theme.figures_font(13 if narrow else 15))
        self.total.setFont(theme.figures_font(11 if narrow else 12))
        for button in self.findChildren(IconButton):
            button.setFixedSize(*((28, 28) if narrow else (32, 32)))

    def _set_loops(self, on: bool) -> None:
        self._transport.set_loops(on)
        self._desk.remember("loop_playback", on)

    def _silence(self, on: bool) -> None:
        self._desk.session.engine.screen.set_volume(0.0 if on else 1.0)
        self.sound.setIcon(icon("speaker_off" if on else "speaker"))

    def _refresh(self) -> None:
        rate = self._desk.session.shown.sequence.rate
        self.now.setText(timecode(self._desk.session.playhead, rate))
        self.total.setText("/ " + timecode(self._desk.session.shown.sequence.frames, rate))
        playing = self._transport.playing
        if playing != self._shown_playing:
            self._shown_playing = playing
            self._name_play(playing)
        self._show_dropped(playing)

    def _name_play(self, playing: bool) -> None:
        self.play.setIcon(icon("pause" if playing else "play", theme.TEXT))
        name = self.tr("Pause (Space)") if playing else self.tr("Play (Space)")
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)

    def _show_dropped(self, playing: bool) -> None:
        dropped = self._transport.dropped if playing else 0
        self.dropped.setText(self.tr("%n dropped", "", dropped) if dropped else "")
        if playing and abs(self._transport.speed) != 1.0 and not dropped:
            self.dropped.setText(f"{self._transport.speed:g}\u00d7".replace("-", "\u2212"))
