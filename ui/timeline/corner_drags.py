"""Dragging the corners of clips: the upper one stretches time, the lower one repeats."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF

from app.edits.timing import set_loop, set_speed
from engine.contract.timemap import FASTEST, SLOWEST
from ui.timeline.badges import speed_text
from ui.timeline.geometry import Geometry
from ui.timeline.gestures import Editing, Keys, said
from ui.timeline.overlay_painting import Bubble
from ui.viewer.timecode import length_text


class Corner(Editing):
    """The ground of both corners: the clip is wanted to end where the pointer is."""

    def wanted(self, at: QPointF, geometry: Geometry, keys: Keys) -> int:
        """The clip's length in frames if its end went with the pointer."""
        end = self.clip.span.stop
        by = self.caught(self.frames(at, geometry), (end,), geometry, keys.snap)
        return max(1, self.clip.retime.length + by)

    def shown_length(self) -> str:
        """The clip's length as it is shown now."""
        sequence = self.session.shown.sequence
        return length_text(sequence.find(self.clip.id)[1].retime.length, sequence.rate)

    def ghosts(self, geometry: Geometry) -> list[QRectF]:
        """Where the clip was."""
        row = geometry.row_of(self.row.track.id)
        return [geometry.box(row, self.clip)] if row else []


class Stretch(Corner):
    """The upper corner: the same stretch of the source, faster or slower. Shift ripples."""

    label = "Change speed"

    def drag(self, at: QPointF, geometry: Geometry, keys: Keys) -> None:
        """The speed that makes the clip end here."""
        retime, name = self.clip.retime, self.clip.id
        speed = retime.speed * Fraction(retime.length, self.wanted(at, geometry, keys))
        speed = min(max(speed, SLOWEST), FASTEST)
        accepted = self.show(lambda project: set_speed(project, name, speed, keys.shift))
        self.bubble = Bubble(speed_text(float(speed)), self.shown_length(), bad=not accepted)


class Repeat(Corner):
    """The lower corner: beyond the end the clip plays again. Shift ripples."""

    label = "Loop"

    def drag(self, at: QPointF, geometry: Geometry, keys: Keys) -> None:
        """As many passes as there is room for up to here; at one pass the loop ends."""
        retime, name = self.clip.retime, self.clip.id
        count = Fraction(self.wanted(at, geometry, keys), retime.frames)
        mode = "repeat" if retime.loop == "off" else retime.loop
        if count <= 1:
            accepted = self.show(lambda project: set_loop(project, name, "off"))
        else:
            accepted = self.show(lambda project: set_loop(project, name, mode, count, keys.shift))
        self._tell(accepted)

    def _tell(self, accepted: bool) -> None:
        _, clip = self.session.shown.sequence.find(self.clip.id)
        text = said("plays {count}\u00d7").format(count=f"{float(clip.retime.passes):.2g}")
        self.bubble = Bubble(text, self.shown_length(), bad=not accepted)
