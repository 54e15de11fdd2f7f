"""Two takes of a shot side by side at the same moment, and which of them the film shows."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.document.clip import ShotId
from app.document.project import Shot
from app.edits.takes import set_active_take
from ui import theme
from ui.desk import Desk
from ui.takes.take_names import numbered, take_facts, take_name
from ui.takes.take_picture import TakePicture
from ui.takes.take_plan import take_plan
from ui.viewer.timecode import clock_text
from ui.widgets.button import IconButton, TextButton
from ui.widgets.choice import Choice
from ui.widgets.icon import icon
from ui.widgets.label import ElidedLabel, label
from ui.wording import figures

FINE = 50
"""Steps of the slider in a second."""
BEAT_MS = 100


class Side(QWidget):
    """One of the two: which take, its picture, and a button that puts it into the film."""

    def __init__(self, desk: Desk, name: str, shot: Shot, index: int) -> None:
        super().__init__()
        self._desk, self._shot = desk, shot.id
        models = desk.session.models.all
        names = [numbered(i + 1, take_name(take, models)) for i, take in enumerate(shot.takes)]
        self.choice = Choice(name, [(str(i), each) for i, each in enumerate(names)])
        shape = shot.request.width / shot.request.height
        self.picture = TakePicture(desk.stills, name, shape)
        self.facts = ElidedLabel(role="faint")
        self.use = TextButton("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for each in (self.choice, self.picture, self.facts, self.use):
            column.addWidget(each)
        self.choice.chosen.connect(self._choose)
        self.use.clicked.connect(self._use)
        self.choice.set_value(str(index))
        self._choose()

    @property
    def seconds(self) -> float:
        """How long its take lasts."""
        plan = take_plan(self._take())
        return float(plan.rate.seconds(plan.frames))

    def _take(self):  # noqa: ANN202
        return self._now().takes[int(self.choice.value)]

    def _now(self) -> Shot:
        return self._desk.session.project.shot(self._shot)

    def _choose(self) -> None:
        self.picture.show_take(take_plan(self._take()))
        self.facts.setText(take_facts(self._take()))
        self.refresh()

    def _use(self) -> None:
        shot, index = self._shot, int(self.choice.value)
        self._desk.session.apply(
            "Change take", lambda project: set_active_take(project, shot, index)
        )

    def refresh(self) -> None:
        """Say whether the film shows this one."""
        shows = self._now().active == int(self.choice.value)
        self.use.setText(self.tr("In the film") if shows else self.tr("Show this one"))
        self.use.setAccessibleName(self.use.text())
        self.use.setIcon(icon("check", theme.MUTED) if shows else icon("film"))
        self.use.setEnabled(not shows)


class ComparePanel(QWidget):
    """`done`: it has been looked at."""

    done = Signal()

    def __init__(self, desk: Desk, shot_id: ShotId) -> None:
        super().__init__()
        self._desk = desk
        shot = desk.session.project.shot(shot_id)
        other = next(i for i in reversed(range(len(shot.takes))) if i != shot.active)
        first, second = sorted((shot.active, other))
        self.left = Side(desk, self.tr("First take"), shot, first)
        self.right = Side(desk, self.tr("Second take"), shot, second)
        self._slider = self._made_slider()
        self._time = label("", "faint")
        self.play = IconButton("play", self.tr("Play both"), side=28)
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._on)
        self._lay_out()
        self.play.clicked.connect(self._toggle)
        desk.bridge.changed.connect(self._refresh)
        self._move(0)

    def _made_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setAccessibleName(self.tr("Moment"))
        slider.setRange(0, int(min(self.left.seconds, self.right.seconds) * FINE) - 1)
        slider.setSingleStep(2)
        slider.setPageStep(FINE)
        slider.valueChanged.connect(self._move)
        return slider

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Compare takes"), "heading"))
        pair = QHBoxLayout()
        pair.setSpacing(16)
        pair.addWidget(self.left, 1)
        pair.addWidget(self.right, 1)
        column.addLayout(pair)
        running = QHBoxLayout()
        running.setSpacing(12)
        running.addWidget(self.play)
        running.addWidget(self._slider, 1)
        running.addWidget(self._time)
        column.addLayout(running)
        self._close = TextButton(self.tr("Close"))
        self._close.clicked.connect(self.done)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addLayout(foot)

    def begin(self) -> None:
        """Take the keys."""
        self._slider.setFocus()

    def _refresh(self) -> None:
        self.left.refresh()
        self.right.refresh()

    def _toggle(self) -> None:
        runs = self._beat.isActive()
        if runs:
            self._beat.stop()
        else:
            self._beat.start()
        self.play.setIcon(icon("play" if runs else "pause"))
        name = self.tr("Play both") if runs else self.tr("Pause")
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)

    def _on(self) -> None:
        """A beat further, from the start again at the end."""
        value = self._slider.value() + FINE * BEAT_MS // 1000
        self._slider.setValue(value if value <= self._slider.maximum() else 0)

    def _move(self, value: int) -> None:
        second = value / FINE
        self.left.picture.show_moment(second)
        self.right.picture.show_moment(second)
        self._time.setText(figures(clock_text(second)))
