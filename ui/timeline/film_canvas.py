"""The timeline itself: paints what can be seen and turns the mouse into gestures."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.document.clip import Clip, ShotUse
from app.document.sequence import TrackId
from engine.contract.time import Span
from ui import theme
from ui.desk import Desk
from ui.files import dropped_paths, is_sound
from ui.takes.takes_to_come import ToCome, takes_to_come
from ui.timeline.clip_drag import Move
from ui.timeline.clip_painting import ClipPainter, Standing, paint_transition
from ui.timeline.corner_drags import Repeat, Stretch
from ui.timeline.edge_drags import TrimLeft, TrimRight
from ui.timeline.geometry import RULER, Geometry, Part, Row, Touched
from ui.timeline.gestures import BoxSelect, Gesture, Keys, Scrub
from ui.timeline.overlay_painting import (
    paint_box,
    paint_bubble,
    paint_ghosts,
    paint_line,
    paint_playhead,
)
from ui.timeline.ruler_painting import paint_ruler
from ui.timeline.strips import Strips
from ui.timeline.waves import Waves

EDITS = {
    Part.BODY: Move,
    Part.LEFT: TrimLeft,
    Part.RIGHT: TrimRight,
    Part.SPEED: Stretch,
    Part.LOOP: Repeat,
}
CURSORS = {
    Part.LEFT: Qt.CursorShape.SizeHorCursor,
    Part.RIGHT: Qt.CursorShape.SizeHorCursor,
    Part.SPEED: Qt.CursorShape.SplitHCursor,
    Part.LOOP: Qt.CursorShape.SplitHCursor,
}
DRAG_START = 3
GHOST_SECONDS = 5


class Canvas(QWidget):
    """`viewed`: the geometry is another one (zoomed, scrolled, resized, or the film changed)."""

    viewed = Signal()
    menu_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self._view = Geometry(self._session.shown.sequence, 640, 200)
        self._gesture: Gesture | None = None
        self._pressed: tuple[QPointF, Touched] | None = None
        self._pointer = QPointF()
        self._hovered: Touched = Touched(Part.NOTHING)
        self._landing: tuple[int, TrackId | None, Path] | None = None
        self._shown_playhead = 0
        self._to_come = takes_to_come(desk.session.queue)
        self.snaps = desk.settings.yes_no("snapping")
        self.waves = Waves(self._session.engine, desk.tasks)
        self._clips = ClipPainter(self._session, Strips(desk.stills), self.waves)
        self._set_up()
        self._listen()

    def _set_up(self) -> None:
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Timeline"))

    def _listen(self) -> None:
        bridge = self._desk.bridge
        bridge.changed.connect(self._refresh)
        bridge.previewed.connect(self._refresh)
        bridge.selected.connect(self.update)
        bridge.moved.connect(self._playhead_moved)
        bridge.queue_changed.connect(self._queue_changed)
        self._desk.transport.changed.connect(self._marks_changed)
        self._desk.stills.arrived.connect(self.update)
        self.waves.arrived.connect(self.update)

    # the view

    @property
    def geometry_now(self) -> Geometry:
        """Where everything lies now."""
        return self._view

    def look(self, view: Geometry) -> None:
        """Show this part of the film."""
        self._view = view
        self.update()
        self.viewed.emit()

    def zoom(self, factor: float) -> None:
        """Closer or farther about the playhead, or about the middle when that is out of sight."""
        x = self._view.x(self._session.playhead)
        self.look(self._view.zoomed(factor, x if 0 <= x <= self.width() else self.width() / 2))

    def fit(self) -> None:
        """The whole film."""
        self.look(self._view.fitted())

    def reveal(self, span: Span) -> None:
        """Step back until these frames are in sight, if they aren't."""
        if self._view.x(span.start) < 0 or self._view.x(span.stop) > self.width() - 24:
            self.look(self._view.fitted().zoomed(0.8, 0))

    def _refresh(self) -> None:
        was_empty = self._view.sequence.frames == 0
        sequence = self._session.shown.sequence
        view = msgspec.structs.replace(
            self._view,
            sequence=sequence,
            width=self.width(),
            height=self.height(),
            timeless=self._timeless(),
        )
        if was_empty and sequence.frames:
            view = view.fitted().zoomed(0.6, 0)
        self.look(view)

    def _timeless(self) -> frozenset[str]:
        """Clips without an end of their own: their time can't be stretched or repeated."""
        project = self._session.shown
        clips = (clip for track in project.sequence.tracks for clip in track.clips)
        return frozenset(
            clip.id
            for clip in clips
            if not clip.retime.speed or project.available(clip.use) is None
        )

    def _playhead_moved(self, frame: int) -> None:
        """Repaint two narrow columns; turn the page when playback runs out of sight."""
        x = self._view.x(frame)
        if self._desk.transport.playing and not 0 <= x <= self.width() - 8:
            self.look(self._view.scrolled(round(x + self._view.left - self.width() * 0.1)))
        for each in (self._shown_playhead, frame):
            self.update(QRect(round(self._view.x(each)) - 8, 0, 17, self.height()))
        self._shown_playhead = frame

    def _queue_changed(self) -> None:
        to_come = takes_to_come(self._session.queue)
        if to_come != self._to_come:
            self._to_come = to_come
            self.update()

    def _to_come_of(self, clip: Clip) -> ToCome | None:
        return self._to_come.get(clip.use.shot) if isinstance(clip.use, ShotUse) else None

    def _marks_changed(self) -> None:
        self.update(QRect(0, 0, self.width(), RULER))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._refresh()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            seen = QRectF(event.rect())
            painter.fillRect(event.rect(), QColor(theme.WELL))
            for row in self._view.rows():
                self._paint_row(painter, row, seen)
            self._paint_gesture(painter)
            transport = self._desk.transport
            whole = transport.mark_in is None and transport.mark_out is None
            paint_ruler(painter, self._view, None if whole else transport.marked(), seen)
            paint_playhead(painter, self._view, self._session.playhead)
            if self._gesture and self._gesture.bubble:
                paint_bubble(painter, self._gesture.bubble, self._pointer, QRectF(self.rect()))

    def _paint_row(self, painter: QPainter, row: Row, seen: QRectF) -> None:
        place = QRectF(0, row.top, self.width(), row.height)
        painter.fillRect(place & seen, QColor(theme.PANEL))
        for clip in self._view.visible(row):
            if self._view.box(row, clip).intersects(seen):
                standing = Standing(
                    clip.id in self._session.selection,
                    bool(self._hovered.clip and self._hovered.clip.id == clip.id),
                    row.track.hidden or (row.track.kind == "sound" and row.track.muted),
                    self._to_come_of(clip),
                )
                self._clips.paint(painter, self._view, row, clip, standing, seen)
        for transition in row.track.transitions:
            paint_transition(painter, self._view, row, transition)

    def _paint_gesture(self, painter: QPainter) -> None:
        if self._landing:
            paint_ghosts(painter, [self._landing_box()], fill=0.1)
        if not self._gesture:
            return
        paint_ghosts(painter, self._gesture.ghosts(self._view))
        if self._gesture.line is not None:
            paint_line(painter, self._view, self._gesture.line)
        area = self._gesture.area(self._view)
        if area:
            paint_box(painter, area)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = self._pointer = event.position()
        touched = self._view.touched(at)
        if touched.part == Part.RULER:
            self._gesture = Scrub(self._desk.transport)
            self._gesture.drag(at, self._view, Keys())
        elif touched.clip:
            self._take(touched, at, event.modifiers())
        else:
            adding = bool(event.modifiers() & _ADDING)
            self._gesture = BoxSelect(self._session, self._view, at, adding)

    def _take(self, touched: Touched, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """Select first; the gesture begins when the pointer has moved a little."""
        assert touched.clip
        chosen, selection = touched.clip.id, self._session.selection
        if touched.part != Part.BODY:
            keys = Qt.KeyboardModifier.NoModifier
        if keys & Qt.KeyboardModifier.ControlModifier:
            others = tuple(each for each in selection if each != chosen)
            self._session.select(others if chosen in selection else (*selection, chosen))
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self._session.select((*selection, *self._between(chosen)))
        elif chosen not in selection:
            self._session.select((chosen,))
        self._pressed = (at, touched)

    def _between(self, chosen: str) -> tuple[str, ...]:
        """The clips from the selection to this one, over all the tracks between."""
        rows = self._view.rows()
        places = {c.id: (i, c.span) for i, row in enumerate(rows) for c in row.track.clips}
        picked = [places[each] for each in (*self._session.selection, chosen)]
        first, last = min(i for i, _ in picked), max(i for i, _ in picked)
        start, stop = min(s.start for _, s in picked), max(s.stop for _, s in picked)
        return tuple(
            name
            for name, (i, span) in places.items()
            if first <= i <= last and span.start < stop and span.stop > start
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._pointer = event.position()
        if self._pressed and not self._gesture:
            start, touched = self._pressed
            far = (self._pointer - start).manhattanLength() >= DRAG_START
            if far and touched.row and not touched.row.track.locked:
                self._gesture = EDITS[touched.part](self._session, self._view, touched, start)
        if self._gesture:
            self._drag(event)
        else:
            self._hover(self._view.touched(self._pointer))

    def _drag(self, event: QMouseEvent) -> None:
        assert self._gesture
        self._scroll_along()
        self._gesture.drag(self._pointer, self._view, self._keys(event))
        self.update()

    def _keys(self, event: QMouseEvent) -> Keys:
        held = event.modifiers()
        return Keys(
            snap=self.snaps and not held & Qt.KeyboardModifier.AltModifier,
            shift=bool(held & Qt.KeyboardModifier.ShiftModifier),
            ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
        )

    def _scroll_along(self) -> None:
        """A drag beyond the side edges takes the view along."""
        x = self._pointer.x()
        beyond = min(x, 0.0) + max(x - self.width(), 0.0)
        if beyond:
            self.look(self._view.scrolled(self._view.left + round(beyond)))

    def _hover(self, touched: Touched) -> None:
        self.setCursor(CURSORS.get(touched.part, Qt.CursorShape.ArrowCursor))
        if touched != self._hovered:
            self._hovered = touched
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        gesture, pressed = self._gesture, self._pressed
        self._gesture = self._pressed = None
        if gesture:
            gesture.drop()
        elif pressed and not event.modifiers() & _ADDING:
            assert pressed[1].clip
            self._session.select((pressed[1].clip.id,))
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: N802
        self._hover(Touched(Part.NOTHING))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape and (self._gesture or self._pressed):
            self.cancel_gesture()
        else:
            super().keyPressEvent(event)

    def cancel_gesture(self) -> None:
        """Everything as it was before the drag."""
        if self._gesture:
            self._gesture.cancel()
        self._gesture = self._pressed = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        delta = event.angleDelta()
        turn = delta.y() or delta.x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.look(self._view.zoomed(1.0015**turn, event.position().x()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.look(self._view.scrolled(self._view.left, self._view.up - turn // 2))
        else:
            self.look(self._view.scrolled(self._view.left - turn))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        touched = self._view.touched(QPointF(event.pos()))
        if touched.clip:
            if touched.clip.id not in self._session.selection:
                self._session.select((touched.clip.id,))
            self.menu_wanted.emit(event.globalPos())

    # files from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        paths = dropped_paths(event.mimeData())
        if paths:
            self._landing = (*self._target(event.position(), paths[0]), paths[0])
            event.acceptProposedAction()
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self._landing = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self._landing = None
        paths = dropped_paths(event.mimeData())
        event.acceptProposedAction()
        frame, track = self._target(event.position(), paths[0])
        self.drop_files(paths, track, frame)
        self.update()

    def drop_files(self, paths: list[Path], track: TrackId | None, frame: int) -> None:
        """Put files on the timeline one after another, from `frame` on."""

        async def drop_all() -> None:
            start = frame
            for path in paths:
                clip_id = await self._session.drop_media(str(path), track, start)
                start = self._session.project.sequence.find(clip_id)[1].span.stop

        self._desk.tasks.start(drop_all())

    def _target(self, at: QPointF, path: Path) -> tuple[int, TrackId | None]:
        """The frame under the pointer, and its track where that can hold the file."""
        row = self._view.row_at(at.y())
        kind = "sound" if is_sound(path) else "picture"
        fits = row is not None and row.track.kind == kind and not row.track.locked
        return max(0, self._view.frame(at.x())), row.track.id if row and fits else None

    def _landing_box(self) -> QRectF:
        """Where a dropped file would begin; how long it is isn't known yet."""
        assert self._landing
        frame, track_id, path = self._landing
        kind = "sound" if is_sound(path) else "picture"
        rows = [row for row in self._view.rows() if row.track.kind == kind]
        row = next(
            (row for row in rows if row.track.id == track_id), rows[-1 if kind == "picture" else 0]
        )
        length = GHOST_SECONDS * float(self._view.sequence.rate.fps) * self._view.per_frame
        return QRectF(self._view.x(frame), row.top, length, row.height)


_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
