"""Where everything on the timeline lies, and what lies at a point: arithmetic, no painting.

Frames become pixels here and nowhere else; time runs from left to right in every language.
"""

from enum import Enum

import msgspec
from PySide6.QtCore import QPointF, QRectF

from app.document.clip import Clip
from app.document.sequence import Sequence, Track

RULER = 28
GAP = 4
LEAD = 12
EDGE = 7
CORNER = 16
TALL = {"picture": 72, "sound": 48}
SHORT = {"picture": 44, "sound": 32}
CLOSEST, FARTHEST = 48.0, 0.01


class Part(Enum):
    """What of a clip, or of the timeline, a point touches."""

    RULER = "ruler"
    BODY = "body"
    LEFT = "left"
    RIGHT = "right"
    SPEED = "speed"
    LOOP = "loop"
    NOTHING = "nothing"


class Row(msgspec.Struct, frozen=True):
    """A track on the screen."""

    track: Track
    top: int
    height: int


class Touched(msgspec.Struct, frozen=True):
    """What a point touches; the clip and the row where there are any."""

    part: Part
    clip: Clip | None = None
    row: Row | None = None


class Geometry(msgspec.Struct, frozen=True):
    """`per_frame` pixels a frame; the view starts `left` pixels into the film, `up` into the rows.

    `timeless` clips have no corner handles.
    """

    sequence: Sequence
    width: int
    height: int
    per_frame: float = 4.0
    left: int = 0
    up: int = 0
    timeless: frozenset[str] = frozenset()

    # frames and pixels

    def x(self, frame: float) -> float:
        """Where a frame starts."""
        return LEAD + frame * self.per_frame - self.left

    def moment(self, x: float) -> float:
        """The moment at this point, in frames and parts of them."""
        return (x - LEAD + self.left) / self.per_frame

    def frame(self, x: float) -> int:
        """The frame whose start is nearest to this point."""
        return round(self.moment(x))

    def holding(self, x: float) -> int:
        """The frame that this point lies in."""
        return int(self.moment(x) // 1)

    @property
    def content(self) -> int:
        """Pixels of the whole film, with room behind it."""
        return round(LEAD + self.sequence.frames * self.per_frame + self.width * 0.5)

    def zoomed(self, factor: float, about: float) -> "Geometry":
        """Closer by `factor`, with the moment at x = `about` staying where it is."""
        per_frame = min(max(self.per_frame * factor, FARTHEST), CLOSEST)
        left = round(LEAD + self.moment(about) * per_frame - about)
        return msgspec.structs.replace(self, per_frame=per_frame, left=max(0, left))

    def fitted(self) -> "Geometry":
        """The whole film inside the view."""
        frames = max(self.sequence.frames, 1)
        per_frame = (self.width - 3 * LEAD) / frames
        per_frame = min(max(per_frame, FARTHEST), CLOSEST / 4)
        return msgspec.structs.replace(self, per_frame=per_frame, left=0)

    def scrolled(self, left: int, up: int | None = None) -> "Geometry":
        """Another stretch of the film."""
        left = max(0, min(left, self.content - self.width))
        up = self.up if up is None else max(0, min(up, self.hidden_rows))
        return msgspec.structs.replace(self, left=max(left, 0), up=up)

    # rows

    def rows(self) -> tuple[Row, ...]:
        """Pictures above, the topmost layer first; sounds below."""
        tracks = self.ordered()
        scale = self._scale(tracks)
        rows: list[Row] = []
        top = RULER + GAP - self.up
        for track in tracks:
            height = max(SHORT[track.kind], int(TALL[track.kind] * scale))
            rows.append(Row(track, top, height))
            top += height + GAP
        return tuple(rows)

    def ordered(self) -> tuple[Track, ...]:
        """The tracks from the top of the timeline to its bottom."""
        pictures = [track for track in self.sequence.tracks if track.kind == "picture"]
        sounds = [track for track in self.sequence.tracks if track.kind == "sound"]
        return (*reversed(pictures), *sounds)

    def _scale(self, tracks: tuple[Track, ...]) -> float:
        """How much of their full height the rows get."""
        wanted = sum(TALL[track.kind] for track in tracks)
        room = self.height - RULER - GAP * (len(tracks) + 2)
        return min(1.0, room / wanted) if wanted else 1.0

    @property
    def hidden_rows(self) -> int:
        """Pixels of rows that don't fit."""
        tracks = self.ordered()
        scale = self._scale(tracks)
        heights = (max(SHORT[each.kind], int(TALL[each.kind] * scale)) for each in tracks)
        return max(0, RULER + GAP + sum(height + GAP for height in heights) - self.height)

    def row_at(self, y: float) -> Row | None:
        """The row at this height; below the ruler the nearest one."""
        if y < RULER:
            return None
        rows = self.rows()
        return min(rows, key=lambda row: abs(row.top + row.height / 2 - y), default=None)

    def row_of(self, track_id: str) -> Row | None:
        """The row of this track."""
        return next((row for row in self.rows() if row.track.id == track_id), None)

    # clips

    def box(self, row: Row, clip: Clip) -> QRectF:
        """Where the clip lies."""
        left, right = self.x(clip.start), self.x(clip.span.stop)
        return QRectF(left, row.top, max(right - left - 1, 2), row.height)

    def visible(self, row: Row) -> list[Clip]:
        """The row's clips of which something can be seen."""
        return [
            clip
            for clip in row.track.clips
            if self.x(clip.span.stop) > 0 and self.x(clip.start) < self.width
        ]

    def clips_in(self, area: QRectF) -> list[Clip]:
        """The clips that a box touches."""
        return [
            clip
            for row in self.rows()
            for clip in row.track.clips
            if self.box(row, clip).intersects(area)
        ]

    def touched(self, at: QPointF) -> Touched:
        """What lies at this point."""
        if at.y() < RULER:
            return Touched(Part.RULER)
        for row in self.rows():
            if row.top <= at.y() < row.top + row.height:
                return self._touched_in(row, at)
        return Touched(Part.NOTHING)

    def _touched_in(self, row: Row, at: QPointF) -> Touched:
        """Of two clips at a cut, the one whose edge lies on the pointer's side is taken."""
        near = [clip for clip in row.track.clips if self._reach(row, clip).contains(at)]
        inside = [clip for clip in near if self.box(row, clip).contains(at)]
        for clip in inside or near:
            corners = clip.id not in self.timeless
            return Touched(self._part(self.box(row, clip), at, corners), clip, row)
        return Touched(Part.NOTHING, row=row)

    def _reach(self, row: Row, clip: Clip) -> QRectF:
        return self.box(row, clip).adjusted(-EDGE / 2, 0, EDGE / 2, 0)

    def _part(self, box: QRectF, at: QPointF, corners: bool) -> Part:
        if corners and has_corners(box):
            if speed_corner(box).contains(at):
                return Part.SPEED
            if loop_corner(box).contains(at):
                return Part.LOOP
        edge = min(EDGE, box.width() / 4)
        if at.x() < box.left() + edge:
            return Part.LEFT
        return Part.RIGHT if at.x() > box.right() - edge else Part.BODY


def has_corners(box: QRectF) -> bool:
    """Whether the clip is wide enough to show its corner handles."""
    return box.width() >= 4 * CORNER


def speed_corner(box: QRectF) -> QRectF:
    """The handle that stretches the clip in time."""
    return QRectF(box.right() - CORNER, box.top(), CORNER + EDGE / 2, CORNER)


def loop_corner(box: QRectF) -> QRectF:
    """The handle that repeats the clip."""
    return QRectF(box.right() - CORNER, box.bottom() - CORNER, CORNER + EDGE / 2, CORNER)
