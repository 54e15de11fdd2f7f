"""Dragging the edges of clips: trim, with Shift ripple, with Ctrl roll the cut."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from app.document.clip import ClipId
from app.document.project import Project
from app.edits.trimming import (
    FOREVER,
    ripple_trim_left,
    ripple_trim_right,
    roll,
    source_left,
    trim_left,
    trim_limits,
    trim_right,
)
from ui.timeline.geometry import Geometry
from ui.timeline.gestures import Editing, Keys, said
from ui.timeline.overlay_painting import Bubble
from ui.viewer.timecode import length_text

Verb = Callable[[Project, ClipId, int], Project]


class Trim(Editing):
    """The ground of both edges; the bubble tells the new length, the change, what is left."""

    label = "Trim"
    plain: Verb
    ripple: Verb

    def edge(self) -> int:
        """The film frame of the edge before the drag."""
        raise NotImplementedError

    def limits(self) -> tuple[int, int]:
        """The first and the last film frame to which the edge can go."""
        raise NotImplementedError

    def left_over(self) -> int | None:
        """Frames of the source beyond this edge, as it is shown now."""
        raise NotImplementedError

    def drag(self, at: QPointF, geometry: Geometry, keys: Keys) -> None:
        """Move the edge as far as the source and the neighbours let it go."""
        by = self.caught(self.frames(at, geometry), (self.edge(),), geometry, keys.snap)
        first, last = self.limits()
        if not (keys.shift or keys.ctrl):
            by = min(max(by, first - self.edge()), last - self.edge())
        verb, name = self._verb(keys), self._turned(keys)
        accepted = self.show(lambda project: verb(project, name, by))
        self._tell(by, accepted)

    def _verb(self, keys: Keys) -> Verb:
        if keys.ctrl and self._turned(keys):
            return roll
        kind = type(self)
        return kind.ripple if keys.shift else kind.plain

    def _turned(self, keys: Keys) -> ClipId:
        return self.clip.id

    def _tell(self, by: int, accepted: bool) -> None:
        rate = self.session.project.sequence.rate
        _, clip = self.session.shown.sequence.find(self.clip.id)
        left = self.left_over()
        rest = said("{by} frames").format(by=f"{by:+d}".replace("-", "\u2212"))
        if left is not None:
            rest += "  \u00b7  " + said("{left} left").format(left=length_text(left, rate))
        self.bubble = Bubble(length_text(clip.retime.length, rate), rest, bad=not accepted)

    def ghosts(self, geometry: Geometry) -> list[QRectF]:
        """Where the clip was."""
        row = geometry.row_of(self.row.track.id)
        return [geometry.box(row, self.clip)] if row else []


class TrimLeft(Trim):
    """The edge where the clip starts."""

    plain = staticmethod(trim_left)
    ripple = staticmethod(ripple_trim_left)

    def edge(self) -> int:
        """The clip's first frame."""
        return self.clip.start

    def limits(self) -> tuple[int, int]:
        """Back to the neighbour or the source's start, on to one frame before the end."""
        starts, _ = trim_limits(self.session.project, self.clip.id)
        return starts.start, starts.stop - 1

    def left_over(self) -> int | None:
        """Frames ahead of the clip."""
        return source_left(self.session.shown, self.clip.id)[0]

    def _turned(self, keys: Keys) -> ClipId:
        """To roll its left edge is to roll the clip before it."""
        before = (each for each in self.row.track.clips if each.span.stop == self.clip.start)
        found = next(before, None)
        return found.id if keys.ctrl and found else self.clip.id


class TrimRight(Trim):
    """The edge where the clip stops."""

    plain = staticmethod(trim_right)
    ripple = staticmethod(ripple_trim_right)

    def edge(self) -> int:
        """The frame behind the clip's last."""
        return self.clip.span.stop

    def limits(self) -> tuple[int, int]:
        """Back to one frame, on to the neighbour or the source's end."""
        _, stops = trim_limits(self.session.project, self.clip.id)
        return stops.start, min(stops.stop - 1, FOREVER)

    def left_over(self) -> int | None:
        """Frames behind the clip."""
        return source_left(self.session.shown, self.clip.id)[1]
