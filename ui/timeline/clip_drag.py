"""Dragging clips: along their track and onto others, pushed to the nearest place with room."""

from PySide6.QtCore import QPointF, QRectF

from app.document.clip import ClipId
from app.document.project import Project
from app.document.sequence import Track
from app.edits.placing import move, move_together, nearest_free
from app.errors import EditRefused
from ui.timeline.geometry import Geometry
from ui.timeline.gestures import Editing, Keys, said
from ui.timeline.overlay_painting import Bubble
from ui.viewer.timecode import length_text


class Move(Editing):
    """Drag a clip's middle: it moves with all that is selected."""

    label = "Move"

    def dragged(self) -> tuple[ClipId, ...]:
        """The whole selection moves."""
        selection = self.session.selection
        return selection if self.clip.id in selection else (self.clip.id,)

    def drag(self, at: QPointF, geometry: Geometry, keys: Keys) -> None:
        """Move as far as the pointer went, or to the nearest place with room."""
        project, ids = self.session.project, self.dragged()
        spans = [project.sequence.find(clip_id)[1].span for clip_id in ids]
        edges = tuple(edge for span in spans for edge in (span.start, span.stop))
        by = self.caught(self.frames(at, geometry), edges, geometry, keys.snap)
        by = max(by, -min(edges))
        up = self._tracks_up(at, geometry)
        accepted = self._show(ids, by, up)
        rate = project.sequence.rate
        sign = "+" if by >= 0 else "\u2212"
        self.bubble = Bubble(f"{sign}{length_text(by, rate)}")
        if not accepted:
            self.bubble = Bubble(said("No room here"), bad=True)

    def ghosts(self, geometry: Geometry) -> list[QRectF]:
        """Where the clips were."""
        sequence = self.session.project.sequence
        boxes: list[QRectF] = []
        for clip_id in self.dragged():
            track, clip = sequence.find(clip_id)
            row = geometry.row_of(track.id)
            if row:
                boxes.append(geometry.box(row, clip))
        return boxes

    def _show(self, ids: tuple[ClipId, ...], by: int, up: int) -> bool:
        if len(ids) > 1:
            return self.show(lambda project: move_together(project, ids, by, up))
        return self.show(lambda project: _moved_near(project, ids[0], by, up))

    def _tracks_up(self, at: QPointF, geometry: Geometry) -> int:
        """Tracks of the same kind between the clip's own and the one under the pointer."""
        row = geometry.row_at(at.y())
        alike = [
            track.id
            for track in self.session.project.sequence.tracks
            if track.kind == self.row.track.kind
        ]
        if row is None or row.track.id not in alike:
            return 0
        return alike.index(row.track.id) - alike.index(self.row.track.id)


def _moved_near(project: Project, clip_id: ClipId, by: int, up: int) -> Project:
    home, clip = project.sequence.find(clip_id)
    target = _above(project, home, up)
    start = nearest_free(project, clip, target.id, clip.start + by)
    return move(project, clip_id, target.id, start)


def _above(project: Project, home: Track, up: int) -> Track:
    alike = [track for track in project.sequence.tracks if track.kind == home.kind]
    index = [track.id for track in alike].index(home.id) + up
    if not 0 <= index < len(alike):
        raise EditRefused("no_track", home.id)
    return alike[index]
