"""Where a clip's picture lies in the frame, and where a drag takes it: arithmetic, no painting."""

from math import hypot

import msgspec
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from app.document.clip import AssetUse, Clip
from app.document.project import Project
from engine.contract.plan import Title, Transform
from ui import theme

SNAP = 0.012
MARGINS = (0.05, 0.1)
SMALLEST, LARGEST = 0.02, 8.0


class Snapped(msgspec.Struct, frozen=True):
    """A place after snapping; `x` and `y` name the guides that caught it, as parts of the frame."""

    transform: Transform
    x: float | None = None
    y: float | None = None


def content_size(project: Project, clip: Clip, frame: QSizeF) -> QSizeF:
    """The picture's size in a frame of this size, at scale 1."""
    match clip.use:
        case Title():
            return _title_size(clip.use, frame)
        case AssetUse(asset):
            facts = project.asset(asset).facts
            size = QSizeF(max(facts.width, 1), max(facts.height, 1))
        case _:
            size = frame
    across, down = frame.width() / size.width(), frame.height() / size.height()
    return size * (max(across, down) if clip.transform.fill else min(across, down))


def placed(content: QSizeF, transform: Transform, frame: QRectF) -> QRectF:
    """The picture's box before its rotation, in the coordinates of `frame`."""
    size = content * transform.scale
    centre = QPointF(
        frame.x() + transform.x * frame.width(), frame.y() + transform.y * frame.height()
    )
    return QRectF(
        centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()
    )


def moved(transform: Transform, by: QPointF, content: QSizeF, frame: QRectF, snap: bool) -> Snapped:
    """The picture `by` pixels further; the frame's middle and margins catch it."""
    x = transform.x + by.x() / frame.width()
    y = transform.y + by.y() / frame.height()
    if not snap:
        return Snapped(_with(transform, x=x, y=y))
    half_x = content.width() * transform.scale / frame.width() / 2
    half_y = content.height() * transform.scale / frame.height() / 2
    x, guide_x = _caught(x, half_x)
    y, guide_y = _caught(y, half_y)
    return Snapped(_with(transform, x=x, y=y), guide_x, guide_y)


def scaled(transform: Transform, centre: QPointF, start: QPointF, now: QPointF) -> Transform:
    """The picture scaled about its centre, as far as the corner was dragged."""
    before = hypot(start.x() - centre.x(), start.y() - centre.y())
    after = hypot(now.x() - centre.x(), now.y() - centre.y())
    scale = transform.scale * after / max(before, 1.0)
    return _with(transform, scale=round(min(max(scale, SMALLEST), LARGEST), 4))


def _with(transform: Transform, **fields: float) -> Transform:
    rounded = {name: round(value, 4) for name, value in fields.items()}
    return msgspec.structs.replace(transform, **rounded)


def _caught(centre: float, half: float) -> tuple[float, float | None]:
    """The centre after snapping, and the guide that caught it."""
    guides = [(0.5, 0.5)]
    for margin in MARGINS:
        guides += [(margin + half, margin), (1 - margin - half, 1 - margin)]
    spot, guide = min(guides, key=lambda each: abs(each[0] - centre))
    return (spot, guide) if abs(spot - centre) < SNAP else (centre, None)


def _title_size(title: Title, frame: QSizeF) -> QSizeF:
    font = theme.text_font(max(1, round(title.size * frame.height())))
    font.setFamily(title.family)
    font.setBold(title.bold)
    metrics = QFontMetricsF(font)
    lines = title.text.split("\n") or [""]
    widest = max(metrics.horizontalAdvance(line) for line in lines)
    edge = metrics.height() * 0.2
    return QSizeF(widest + 2 * edge, metrics.lineSpacing() * len(lines) + edge)
