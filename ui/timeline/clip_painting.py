"""How a clip looks: its strip, wave, name, badges, seams and handles."""

import msgspec
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from app.document.clip import AssetUse, Clip, ShotUse
from app.document.project import Project
from app.document.sequence import Transition
from app.edits.change import name_of
from app.flatten import sound_source
from app.session import Session
from engine.contract.plan import Title
from ui import theme
from ui.takes.takes_to_come import ToCome
from ui.timeline.badges import Badge, badges
from ui.timeline.geometry import CORNER, Geometry, Row, has_corners
from ui.timeline.pace import seams
from ui.timeline.strips import Strips
from ui.timeline.waves import Waves
from ui.widgets.icon import glyph

HEADER = 18
WAVE = 14
ROUND = 4
SMALL = 11
MAKING = 3


class Standing(msgspec.Struct, frozen=True):
    """How the clip stands: selected, under the pointer, on a track that shows, its take to come."""

    selected: bool = False
    hovered: bool = False
    dimmed: bool = False
    to_come: ToCome | None = None


class ClipPainter:
    """Paints one clip at a time into the timeline."""

    def __init__(self, session: Session, strips: Strips, waves: Waves) -> None:
        self._session, self._strips, self._waves = session, strips, waves

    def paint(
        self,
        painter: QPainter,
        geometry: Geometry,
        row: Row,
        clip: Clip,
        standing: Standing,
        seen: QRectF,
    ) -> None:
        """The whole clip, as far as it lies in `seen`."""
        box, project = geometry.box(row, clip), self._session.shown
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(0.4 if standing.dimmed else 1.0)
        shape = QPainterPath()
        shape.addRoundedRect(box, ROUND, ROUND)
        painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
        painter.fillRect(box, QColor(theme.CLIP_COLOURS[kind_of(project, clip, row)]))
        self._paint_body(painter, geometry, row, clip, box, seen)
        _paint_seams(painter, geometry, clip, box)
        if box.width() > 20:
            _paint_header(painter, project, clip, box, standing.to_come)
        if standing.to_come:
            _paint_to_come(painter, standing.to_come, box)
        painter.setOpacity(1.0)
        _paint_frame(painter, box, standing, clip.id not in geometry.timeless)
        painter.restore()

    def _paint_body(
        self,
        painter: QPainter,
        geometry: Geometry,
        row: Row,
        clip: Clip,
        box: QRectF,
        seen: QRectF,
    ) -> None:
        project = self._session.shown
        sound = sound_source(project, clip.use)
        body = box.adjusted(0, HEADER, 0, 0)
        if row.track.kind == "sound":
            if sound:
                colour = QColor("#7fc9bd")
                wave = body.adjusted(0, 3, 0, -3)
                self._waves.paint(painter, wave, clip, sound, geometry, seen, colour)
            return
        if isinstance(clip.use, Title):
            _paint_title(painter, clip.use, body)
            return
        wave_height = WAVE if sound and row.height >= 60 else 0
        strip = body.adjusted(0, 0, 0, -wave_height)
        painter.fillRect(body, QColor(theme.WELL))
        plan = self._session.source_plan(clip.id)
        self._strips.paint(painter, strip, clip, plan, geometry, seen)
        if wave_height and sound:
            wave = QRectF(body.left(), strip.bottom(), body.width(), wave_height)
            colour = QColor(theme.FAINT)
            self._waves.paint(
                painter, wave.adjusted(0, 1, 0, -1), clip, sound, geometry, seen, colour
            )


def paint_transition(painter: QPainter, geometry: Geometry, row: Row, each: Transition) -> None:
    """A dissolve: two ramps over the cut."""
    cut = next((clip.start for clip in row.track.clips if clip.id == each.right), None)
    if cut is None:
        return
    left, right = geometry.x(cut - each.before), geometry.x(cut + each.after)
    box = QRectF(left, row.top + HEADER, right - left, row.height - HEADER)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.shade("#ffffff", 0.8), 1.2))
    painter.setBrush(theme.shade("#000000", 0.5))
    painter.drawRoundedRect(box, 3, 3)
    painter.drawLine(box.bottomLeft(), box.topRight())
    painter.drawLine(box.topLeft(), box.bottomRight())
    painter.restore()


def kind_of(project: Project, clip: Clip, row: Row) -> str:
    """Which of the clip colours it has."""
    if row.track.kind == "sound":
        return "sound"
    match clip.use:
        case ShotUse():
            return "shot"
        case AssetUse(asset):
            return project.asset(asset).facts.kind
        case _:
            return "title"


def _paint_title(painter: QPainter, title: Title, body: QRectF) -> None:
    painter.fillRect(body, theme.shade("#000000", 0.25))
    painter.setFont(theme.text_font(13, theme.QFont.Weight.DemiBold))
    painter.setPen(QColor(theme.TEXT))
    text = title.text.replace("\n", " ")
    inner = body.adjusted(8, 0, -8, 0)
    shown = QFontMetricsF(painter.font()).elidedText(
        text, Qt.TextElideMode.ElideRight, inner.width()
    )
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_seams(painter: QPainter, geometry: Geometry, clip: Clip, box: QRectF) -> None:
    if clip.retime.frames * geometry.per_frame < 4:
        return
    pen = QPen(QColor(theme.TEXT), 1)
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    for frame in seams(clip.retime):
        x = round(geometry.x(clip.start + frame)) + 0.5
        painter.drawLine(QPointF(x, box.top() + HEADER), QPointF(x, box.bottom()))


def _paint_to_come(painter: QPainter, to_come: ToCome, box: QRectF) -> None:
    """A bar under the header that fills while a take is made; dashes while it waits."""
    line = QRectF(box.left(), box.top() + HEADER, box.width(), MAKING)
    painter.fillRect(line, theme.shade("#000000", 0.55))
    if to_come.part is None:
        pen = QPen(QColor(theme.MUTED), MAKING)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2, 3])
        painter.setPen(pen)
        painter.drawLine(
            QPointF(line.left(), line.center().y()), QPointF(line.right(), line.center().y())
        )
        return
    line.setWidth(max(line.width() * to_come.part, 2.0))
    painter.fillRect(line, QColor(theme.ACCENT))


def _paint_header(
    painter: QPainter, project: Project, clip: Clip, box: QRectF, to_come: ToCome | None
) -> None:
    """The name, as far as the badges leave room; badges go first from the least important."""
    header = QRectF(max(box.left(), 0.0), box.top(), 0, HEADER)
    header.setRight(box.right())
    room = header.adjusted(6, 0, -6 - (CORNER if has_corners(box) else 0), 0)
    painter.setFont(theme.text_font(SMALL))
    for badge in badges(project, clip, to_come):
        width = _badge_width(painter, badge)
        if room.width() - width < 48:
            break
        _paint_badge(painter, badge, QRectF(room.right() - width, header.top() + 3, width, 13))
        room.setRight(room.right() - width - 4)
    metrics = QFontMetricsF(painter.font())
    painter.setPen(QColor(theme.TEXT))
    name = _header_text(project, clip)
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _header_text(project: Project, clip: Clip) -> str:
    """The name; a title, whose text stands below, says that it is one."""
    if isinstance(clip.use, Title) and not clip.name:
        return QCoreApplication.translate("badges", "Title")
    return name_of(project, clip).replace("\n", " ")


def _badge_width(painter: QPainter, badge: Badge) -> float:
    text = QFontMetricsF(theme.text_font(10)).horizontalAdvance(badge.text)
    return text + 10 + (12 if badge.symbol else 0) - (4 if badge.symbol and not badge.text else 0)


def _paint_badge(painter: QPainter, badge: Badge, place: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.shade("#000000", 0.42))
    painter.drawRoundedRect(place, 3, 3)
    left = place.left() + 5
    if badge.symbol:
        left -= 2
        painter.drawPixmap(QPointF(left, place.top() + 1), glyph(badge.symbol, 11, theme.TEXT))
        left += 14
    painter.save()
    painter.setFont(theme.text_font(10))
    painter.setPen(QColor(theme.TEXT))
    text = QRectF(left, place.top(), place.right() - left, place.height())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, badge.text)
    painter.restore()


def _paint_frame(painter: QPainter, box: QRectF, standing: Standing, corners: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if standing.selected:
        painter.setPen(QPen(QColor(theme.ACCENT), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), ROUND - 1, ROUND - 1)
    elif standing.hovered:
        painter.setPen(QPen(theme.shade("#ffffff", 0.45), 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    if (standing.selected or standing.hovered) and not standing.dimmed:
        colour = QColor(theme.ACCENT if standing.selected else "#d5d8dc")
        _paint_grips(painter, box, colour, corners)


def _paint_grips(painter: QPainter, box: QRectF, colour: QColor, corners: bool) -> None:
    """Bars at both ends to trim; corners to stretch (top) and to repeat (bottom)."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = box.center().y()
    bar = min(20.0, box.height() / 3)
    for x in (box.left() + 2.5, box.right() - 4.5):
        painter.drawRoundedRect(QRectF(x, middle - bar / 2, 2, bar), 1, 1)
    if not corners or not has_corners(box):
        return
    for symbol, top in (("speed", box.top()), ("loop", box.bottom() - CORNER)):
        place = QRectF(box.right() - CORNER, top, CORNER, CORNER)
        painter.drawRoundedRect(place, 3, 3)
        painter.drawPixmap(place.topLeft() + QPointF(2, 2), glyph(symbol, 12, theme.ON_ACCENT))
