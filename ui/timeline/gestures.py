"""What the mouse does on the timeline: one small class a gesture, from press to release.

A gesture shows its result through the session's preview while it runs, commits it as one step
when it ends, and leaves nothing behind when it is cancelled.
"""

from typing import Protocol

import msgspec
from PySide6.QtCore import QCoreApplication, QPointF, QRectF

from app.document.clip import ClipId
from app.session import Edit, Session
from ui.timeline.geometry import Geometry, Touched
from ui.timeline.overlay_painting import Bubble
from ui.timeline.snapping import Catch, caught, magnets
from ui.viewer.transport import Transport


class Keys(msgspec.Struct, frozen=True):
    """The keys held during a drag; Alt takes the snapping away."""

    snap: bool = True
    shift: bool = False
    ctrl: bool = False


class Gesture(Protocol):
    """What the canvas needs to know of a running gesture."""

    bubble: Bubble | None
    line: int | None

    def drag(self, at: QPointF, geometry: Geometry, keys: Keys) -> None:
        """The pointer is here now."""
        ...

    def drop(self) -> None:
        """The button was let go."""
        ...

    def cancel(self) -> None:
        """Everything as it was."""
        ...

    def ghosts(self, geometry: Geometry) -> list[QRectF]:
        """Outlines to paint: where things were."""
        ...

    def area(self, geometry: Geometry) -> QRectF | None:
        """The selection box."""
        ...


class Still:
    """A gesture's quiet parts, for those that have no bubble, line, ghosts or box."""

    def __init__(self) -> None:
        self.bubble: Bubble | None = None
        self.line: int | None = None

    def ghosts(self, geometry: Geometry) -> list[QRectF]:
        """No ghosts."""
        return []

    def area(self, geometry: Geometry) -> QRectF | None:
        """No box."""
        return None


class Scrub(Still):
    """Drag in the ruler: the playhead follows."""

    def __init__(self, transport: Transport) -> None:
        super().__init__()
        self._transport = transport

    def drag(self, at: QPointF, geometry: Geometry, keys: Keys) -> None:
        """The playhead goes to the frame under the pointer."""
        self._transport.go(geometry.holding(at.x()))

    def drop(self) -> None:
        """It stays there."""

    def cancel(self) -> None:
        """It stays there too: looking changes nothing."""


class BoxSelect(Still):
    """Drag over empty places: what the box touches is selected, or added to the selection."""

    def __init__(self, session: Session, geometry: Geometry, start: QPointF, adding: bool) -> None:
        super().__init__()
        self._session = session
        self._start = self._now = _in_film(start, geometry)
        self._before = session.selection
        self._kept = session.selection if adding else ()

    def drag(self, at: QPointF, geometry: Geometry, keys: Keys) -> None:
        """Select what the box touches now."""
        self._now = _in_film(at, geometry)
        found = tuple(clip.id for clip in geometry.clips_in(self.area(geometry)))
        self._session.select((*self._kept, *found))

    def drop(self) -> None:
        """A click without a drag selects nothing."""
        if self._now == self._start:
            self._session.select(self._kept)

    def cancel(self) -> None:
        """The selection as it was."""
        self._session.select(self._before)

    def area(self, geometry: Geometry) -> QRectF:
        """The box, where it is in the view now."""
        box = QRectF(self._start, self._now).normalized()
        return box.translated(-geometry.left, -geometry.up)


class Editing(Still):
    """The ground of gestures that edit: preview while dragging, one step at the end."""

    label = ""

    def __init__(
        self, session: Session, geometry: Geometry, touched: Touched, start: QPointF
    ) -> None:
        super().__init__()
        assert touched.clip and touched.row
        self.session, self._from = session, geometry.moment(start.x())
        self.clip, self.row = touched.clip, touched.row
        self._edit: Edit | None = None
        project = session.project
        self.lines = magnets(project.sequence, session.playhead, self.dragged())

    def dragged(self) -> tuple[ClipId, ...]:
        """The clips whose edges don't attract."""
        return (self.clip.id,)

    def show(self, edit: Edit) -> bool:
        """Show this edit, and keep it for the end; False and nothing new where it is refused."""
        accepted = self.session.preview(edit)
        if accepted:
            self._edit = edit
        return accepted

    def frames(self, at: QPointF, geometry: Geometry) -> int:
        """How many frames the pointer has gone."""
        return round(geometry.moment(at.x()) - self._from)

    def caught(self, by: int, edges: tuple[int, ...], geometry: Geometry, snap: bool) -> int:
        """`by` after snapping; remembers the line that caught it."""
        lines = self.lines if snap else ()
        result = caught(by, edges, lines, geometry.per_frame) if by else Catch(by)
        self.line = result.line
        return result.by

    def drop(self) -> None:
        """Commit what is shown."""
        edit, self._edit = self._edit, None
        if edit:
            self.session.apply(self.label, edit)
        else:
            self.session.preview(None)

    def cancel(self) -> None:
        """Forget what is shown."""
        self._edit = None
        self.session.preview(None)


def _in_film(at: QPointF, geometry: Geometry) -> QPointF:
    """A point of the view as a point of the whole film, which scrolling leaves alone."""
    return at + QPointF(geometry.left, geometry.up)


def said(text: str) -> str:
    """A bubble's words in the person's language."""
    return QCoreApplication.translate("gestures", text)
