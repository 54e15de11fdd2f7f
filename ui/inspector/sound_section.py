"""Sound: how loud, and how it comes and goes."""

from app.document.clip import Clip
from app.document.project import Project
from app.edits.levels import LOUDEST, QUIETEST, set_sound
from app.flatten import sound_source
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.section import Section
from ui.widgets.drag_number import DragNumber


class SoundSection(Section):
    """Gain in decibels; fades in seconds, of the picture too."""

    def __init__(self, edits: ClipEdits) -> None:
        super().__init__(self.tr("Sound and fades"), edits)
        self.gain = DragNumber(self.tr("Gain"), QUIETEST, LOUDEST, 0.5, 1, " dB", default=0)
        self.fade_in = DragNumber(self.tr("Fade in"), 0, 30, 0.05, 2, " s", default=0)
        self.fade_out = DragNumber(self.tr("Fade out"), 0, 30, 0.05, 2, " s", default=0)
        self.bind(
            self.gain, "Change gain", lambda project, clip, v: set_sound(project, clip, gain_db=v)
        )
        self.bind(
            self.fade_in,
            "Fade in",
            lambda project, clip, v: set_sound(project, clip, fade_in=_frames(project, v)),
        )
        self.bind(
            self.fade_out,
            "Fade out",
            lambda project, clip, v: set_sound(project, clip, fade_out=_frames(project, v)),
        )
        self.add_row(self.tr("Gain"), self.gain)
        self.add_row(self.tr("Fade in"), self.fade_in)
        self.add_row(self.tr("Fade out"), self.fade_out)

    def follow(self, project: Project, clip: Clip) -> None:
        """Show the clip's values."""
        rate = project.sequence.rate
        self.gain.setEnabled(sound_source(project, clip.use) is not None)
        self.gain.set_value(clip.gain_db)
        self.fade_in.set_value(float(rate.seconds(clip.fade_in)))
        self.fade_out.set_value(float(rate.seconds(clip.fade_out)))


def _frames(project: Project, seconds: float) -> int:
    return round(seconds * float(project.sequence.rate.fps))
