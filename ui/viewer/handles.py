"""The selected logo or title can be taken by hand: dragged to move, by a corner to scale."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from app.document.clip import Clip, ClipId
from app.document.project import Project
from app.edits.styling import set_transform
from app.session import Session
from engine.contract.plan import Title, Transform
from ui import theme
from ui.viewer.frame_place import Snapped, content_size, moved, placed, scaled

GRIP = 10
MOVE, SCALE = "move", "scale"


class Grasp(NamedTuple):
    """What a press took hold of."""

    clip: ClipId
    part: str
    start: QPointF
    transform: Transform
    content: QSizeF


class Handles:
    """`frame` is where the film's picture lies on the screen, in widget coordinates."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._grasp: Grasp | None = None
        self._guides: Snapped | None = None

    @property
    def dragging(self) -> bool:
        """Whether a drag is under way."""
        return self._grasp is not None

    def press(self, at: QPointF, frame: QRectF) -> bool:
        """Take hold of what lies there, selecting it; False where nothing does."""
        for clip in self._overlays():
            part = self._part_at(clip, at, frame)
            if part:
                self._session.select((clip.id,))
                content = content_size(self._session.shown, clip, frame.size())
                self._grasp = Grasp(clip.id, part, at, clip.transform, content)
                return True
        return False

    def drag(self, at: QPointF, frame: QRectF, snap: bool) -> None:
        """Show what it would be like here."""
        if self._grasp:
            self._guides = self._result(at, frame, snap)
            self._session.preview(_placing(self._grasp.clip, self._guides.transform))

    def release(self, at: QPointF, frame: QRectF, snap: bool) -> None:
        """One step for the whole drag; none where nothing moved."""
        grasp, result = self._grasp, self._guides
        self._grasp = self._guides = None
        if grasp and result and result.transform != grasp.transform:
            label = "Move in the frame" if grasp.part == MOVE else "Scale in the frame"
            self._session.apply(label, _placing(grasp.clip, result.transform))
        elif grasp:
            self._session.preview(None)

    def cancel(self) -> None:
        """Everything as it was before the drag."""
        self._grasp = self._guides = None
        self._session.preview(None)

    def cursor(self, at: QPointF, frame: QRectF) -> Qt.CursorShape:
        """The cursor that tells what a press would take."""
        for clip in self._overlays():
            part = self._part_at(clip, at, frame)
            if part:
                shapes = {MOVE: Qt.CursorShape.SizeAllCursor, SCALE: Qt.CursorShape.SizeFDiagCursor}
                return shapes[part]
        return Qt.CursorShape.ArrowCursor

    def paint(self, painter: QPainter, frame: QRectF) -> None:
        """The outline, corners and guides of what is selected."""
        for clip in self._overlays():
            if clip.id in self._session.selection:
                self._paint_outline(painter, clip, frame)
        if self._guides:
            _paint_guides(painter, self._guides, frame)

    def _overlays(self) -> list[Clip]:
        """Logos and titles at the playhead, the selected ones first, then from the top down."""
        project, frame = self._session.shown, self._session.playhead
        found = [
            clip
            for track in reversed(project.sequence.tracks)
            if track.kind == "picture" and not track.locked and not track.hidden
            for clip in (track.clip_at(frame),)
            if clip and _is_overlay(clip)
        ]
        return sorted(found, key=lambda clip: clip.id not in self._session.selection)

    def _part_at(self, clip: Clip, at: QPointF, frame: QRectF) -> str:
        box, turn = _box(self._session.shown, clip, frame)
        inside = turn.inverted()[0].map(at)
        if clip.id in self._session.selection:
            for corner in _corners(box):
                if (corner - inside).manhattanLength() <= GRIP * 1.4:
                    return SCALE
        return MOVE if box.contains(inside) else ""

    def _result(self, at: QPointF, frame: QRectF, snap: bool) -> Snapped:
        assert self._grasp
        _, part, start, transform, content = self._grasp
        if part == MOVE:
            return moved(transform, at - start, content, frame, snap)
        centre = placed(content, transform, frame).center()
        return Snapped(scaled(transform, centre, start, at))

    def _paint_outline(self, painter: QPainter, clip: Clip, frame: QRectF) -> None:
        box, turn = _box(self._session.shown, clip, frame)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(turn, True)
        painter.setPen(QPen(QColor(theme.ACCENT), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        painter.setBrush(QColor(theme.INK))
        for corner in _corners(box):
            painter.drawEllipse(corner, GRIP / 2, GRIP / 2)
        painter.restore()


def _is_overlay(clip: Clip) -> bool:
    return isinstance(clip.use, Title) or not clip.transform.fill


def _placing(clip: ClipId, transform: Transform):  # noqa: ANN202
    return lambda project: set_transform(project, clip, transform)


def _box(project: Project, clip: Clip, frame: QRectF) -> tuple[QRectF, QTransform]:
    """The clip's box and the rotation about its centre."""
    box = placed(content_size(project, clip, frame.size()), clip.transform, frame)
    centre = box.center()
    turn = QTransform().translate(centre.x(), centre.y())
    turn.rotate(clip.transform.rotation).translate(-centre.x(), -centre.y())
    return box, turn


def _corners(box: QRectF) -> tuple[QPointF, ...]:
    return (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())


def _paint_guides(painter: QPainter, guides: Snapped, frame: QRectF) -> None:
    painter.setPen(QPen(QColor(theme.ACCENT), 1))
    if guides.x is not None:
        x = frame.x() + guides.x * frame.width()
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
    if guides.y is not None:
        y = frame.y() + guides.y * frame.height()
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
