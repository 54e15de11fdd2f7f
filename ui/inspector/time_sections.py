"""Speed and Loop."""

from fractions import Fraction

from app.document.clip import Clip
from app.document.project import Project
from app.edits.levels import set_sound
from app.edits.timing import set_backwards, set_loop, set_speed
from app.flatten import sound_source
from engine.contract.timemap import FASTEST, SLOWEST
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.section import Section
from ui.widgets.drag_number import DragNumber
from ui.widgets.segments import Segments
from ui.widgets.switch import Switch


class SpeedSection(Section):
    """How fast the source runs, which way, and whether the pitch stays."""

    def __init__(self, edits: ClipEdits) -> None:
        super().__init__(self.tr("Speed"), edits)
        low, high = float(SLOWEST), float(FASTEST)
        self.factor = DragNumber(self.tr("Speed"), low, high, 0.05, 2, "\u00d7", default=1)
        self.bind(
            self.factor,
            "Change speed",
            lambda project, clip, value: set_speed(
                project, clip, Fraction(round(value * 100), 100)
            ),
        )
        self.backwards = self.bind_switch(
            Switch(self.tr("Backwards")),
            "Reverse",
            lambda project, clip, on: set_backwards(project, clip, bool(on)),
        )
        self.keep_pitch = self.bind_switch(
            Switch(self.tr("Keep the pitch")),
            "Keep pitch",
            lambda project, clip, on: set_sound(project, clip, keep_pitch=bool(on)),
        )
        self.add_row(self.tr("Factor"), self.factor)
        self.add_row(self.tr("Backwards"), self.backwards)
        self.add_row(self.tr("Keep pitch"), self.keep_pitch)

    def fits(self, project: Project, clip: Clip) -> bool:
        """Only what moves has a speed."""
        return moves(project, clip)

    def follow(self, project: Project, clip: Clip) -> None:
        """Show the clip's values."""
        self.factor.set_value(float(clip.retime.speed))
        self.backwards.setChecked(clip.retime.backwards)
        self.keep_pitch.setChecked(clip.keep_pitch)
        self.keep_pitch.setEnabled(sound_source(project, clip.use) is not None)


class LoopSection(Section):
    """Whether the clip plays again, how, and how often."""

    def __init__(self, edits: ClipEdits) -> None:
        super().__init__(self.tr("Loop"), edits)
        modes = [
            ("off", self.tr("Off")),
            ("repeat", self.tr("Repeat")),
            ("pingpong", self.tr("Ping-pong")),
        ]
        self.mode = Segments(self.tr("Loop"), modes)
        self.mode.chosen.connect(self._choose)
        self.count = DragNumber(self.tr("Passes"), 0.1, 99, 0.1, 1, "\u00d7", default=2)
        self.bind(self.count, "Loop", self._with_count)
        self.add_wide(self.mode)
        self.add_row(self.tr("Passes"), self.count)

    def fits(self, project: Project, clip: Clip) -> bool:
        """Only what moves can loop."""
        return moves(project, clip)

    def follow(self, project: Project, clip: Clip) -> None:
        """Show the clip's values."""
        self.mode.set_value(clip.retime.loop)
        self.count.setEnabled(clip.retime.loop != "off")
        self.count.set_value(float(clip.retime.passes) if clip.retime.loop != "off" else 1.0)

    def _choose(self, mode: str) -> None:
        clip = self.edits.clip
        looped = clip is not None and clip.retime.loop != "off"
        count = clip.retime.passes if clip and looped else Fraction(2)
        self.edits.commit("Loop", lambda project, name: set_loop(project, name, mode, count))

    def _with_count(self, project: Project, clip: str, value: float) -> Project:
        return set_loop(project, clip, self.mode.value, Fraction(round(value * 10), 10))


def moves(project: Project, clip: Clip) -> bool:
    """Whether what the clip shows changes with time."""
    return project.available(clip.use) is not None and bool(clip.retime.speed)
