"""Patterns: what a subject is cut from, as lines of text that its build states.

A line is `shape words : x y [corner], x y, ...` in the subject's metres, x the way it heads, y up:

    front|left|right|top|roof|under|lean_left|lean_right COLOUR : outline of a flat face
    drum COLOUR : outline of an upright cylinder       hull COLOUR : rolls from its top to its foot
    line|curve COLOUR WIDTH : points of a line         oval FACE COLOUR : x y across [down]
    ball COLOUR : x y radius                           shine COLOUR : outline that lights up at dusk
    panes FRAME SHAPE : x y wide high [columns step rows step]     (square, arch, round or bars)
    glass : outline       courses COLOUR SIZE : outline laid with stones       logo : x y wide high

A colour is #rrggbb or `main`; a trailing + or - makes it lighter or darker. What stands before a
| is cut twice, the second time mirrored about x = 0.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import hypot, sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.paint.subjects.figure import Figure, Place
from engine.animatic.paint.subjects.logo import fitted, logo, put
from engine.animatic.paint.subjects.shape import box, curve, ellipse, polygon

Numbers = tuple[float, ...]

FACES: dict[str, Place] = {
    "front": (0.0, 0.05, 1.0),
    "left": (-0.8, 0.1, 0.59),
    "right": (0.8, 0.1, 0.59),
    "top": (0.0, 0.92, 0.39),
    "roof": (0.0, 0.6, 0.8),
    "under": (0.0, -0.8, 0.6),
    "lean_left": (-0.62, 0.5, 0.6),
    "lean_right": (0.62, 0.5, 0.6),
}
WARM_PANE = QColor("#ffc970")
NIGHT_PANE, SKY_PANE = QColor("#27374a"), QColor("#4a647c")


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a pattern."""

    shape: str
    words: tuple[str, ...]
    points: tuple[Numbers, ...]

    @property
    def mirrored(self) -> "Part":
        """The same on the other side of x = 0."""
        other = {"left": "right", "right": "left"}
        side = self.shape.replace("left", "?").replace("right", "left").replace("?", "right")
        swapped = tuple((-point[0], *point[1:]) for point in self.points)
        return Part(other.get(self.shape, side), self.words, swapped)


def numbers(text: str) -> tuple[Numbers, ...]:
    """`1 2, 3 4` as ((1, 2), (3, 4)); nothing for an empty text."""
    return tuple(tuple(map(float, one.split())) for one in text.split(",") if one.strip())


@lru_cache(maxsize=256)
def parts(text: str) -> tuple[Part, ...]:
    """The lines of a pattern. Raises ValueError where a line can't be read."""
    found: list[Part] = []
    for line in filter(str.strip, text.splitlines()):
        head, _, tail = line.partition(":")
        shape, *words = head.replace("|", "").split()
        part = Part(shape, tuple(words), numbers(tail))
        if part.shape not in CUTS:
            raise ValueError(f"a pattern has no shape {part.shape}")
        found.append(part)
        if "|" in head:
            found.append(part.mirrored)
    return tuple(found)


@lru_cache(maxsize=256)
def extent(text: str) -> QRectF:
    """A box around all that a pattern shows, in its metres."""
    found = [point for part in parts(text) for point in part.points]
    reach = [max(point[2:], default=0.0) for point in found]
    pairs = list(zip(found, reach, strict=True))
    left = min(point[0] - more for point, more in pairs)
    right = max(point[0] + more for point, more in pairs)
    low = min(point[1] - more for point, more in pairs)
    high = max(point[1] + more for point, more in pairs)
    room = 0.04 * max(right - left, high - low)
    return QRectF(left - room, low - room, right - left + 2 * room, high - low + 2 * room)


def cut(fig: Figure, text: str, main: QColor, name: str = "") -> None:
    """Paint a pattern; `main` is the subject's own colour, `name` makes its chances differ."""
    for index, part in enumerate(parts(text)):
        CUTS[part.shape](fig, part, main, f"{name}/{index}")


def tint(word: str, main: QColor) -> QColor:
    """The colour that a word of a pattern names."""
    name = word.rstrip("+-")
    colour = main if name == "main" else QColor(name)
    for sign in word[len(name) :]:
        colour = mixed(colour, QColor("white" if sign == "+" else "#0c0e14"), 0.28)
    return colour


def outline(points: tuple[Numbers, ...]) -> QPainterPath:
    """A closed outline; a point's third number is the radius of its corner."""
    count = len(points)
    if all(len(point) < 3 for point in points):
        return polygon([(point[0], point[1]) for point in points])
    path = QPainterPath()
    for i, point in enumerate(points):
        corner = QPointF(point[0], point[1])
        radius = point[2] if len(point) > 2 else 0.0
        start = _toward(corner, points[i - 1], radius)
        end = _toward(corner, points[(i + 1) % count], radius)
        path.lineTo(start) if i else path.moveTo(start)
        path.quadTo(corner, end)
    path.closeSubpath()
    return path


def _toward(corner: QPointF, other: Numbers, radius: float) -> QPointF:
    step = QPointF(other[0], other[1]) - corner
    length = hypot(step.x(), step.y()) or 1.0
    return corner + step * (min(radius, length / 2) / length)


# Faces ----------------------------------------------------------------------------------------


def _face(fig: Figure, part: Part, main: QColor, _: str) -> None:
    """A flat face: it turns a little to the light from end to end, and darkens to its foot."""
    path, colour = outline(part.points), tint(part.words[0], main)
    bounds, (nx, ny, nz) = path.boundingRect(), FACES[part.shape]
    shade = QLinearGradient(bounds.left(), 0, bounds.right(), 0)
    for place, turn in ((0.0, -0.2), (1.0, 0.2)):
        shade.setColorAt(place, fig.lit(colour, nx + turn, ny, nz))
    fig.edged(path, shade, 0.012 * hypot(bounds.width(), bounds.height()))
    foot = QLinearGradient(0, bounds.top(), 0, bounds.bottom())
    dark = fig.lit(mixed(colour, QColor("#1a1626"), 0.75), 0, -0.6, 0.7)
    foot.setColorAt(0, faded(dark, 0.3))
    foot.setColorAt(0.6, faded(dark, 0.0))
    fig.fill(path, foot)


def _drum(fig: Figure, part: Part, main: QColor, _: str) -> None:
    path = outline(part.points)
    bounds = path.boundingRect()
    brush = fig.round(tint(part.words[0], main), bounds.left(), bounds.right())
    fig.edged(path, brush, 0.015 * bounds.height())


def _hull(fig: Figure, part: Part, main: QColor, _: str) -> None:
    path, colour = outline(part.points), tint(part.words[0], main)
    bounds = path.boundingRect()
    shade = QLinearGradient(0, bounds.bottom(), 0, bounds.top())
    for place, ny in ((0.0, 0.9), (0.3, 0.5), (0.42, 0.12), (0.65, -0.05), (1.0, -0.75)):
        shade.setColorAt(place, fig.lit(colour, 0.1, ny, sqrt(1.0 - ny * ny)))
    fig.edged(path, shade, 0.02 * bounds.height())
    fig.rim(path, 0.02 * bounds.height())


def _line(fig: Figure, part: Part, main: QColor, _: str) -> None:
    path = QPainterPath(QPointF(*part.points[0][:2]))
    for point in part.points[1:]:
        path.lineTo(*point[:2])
    fig.stroke(path, fig.lit(tint(part.words[0], main), 0.1, 0.3, 0.9), float(part.words[1]))


def _curve(fig: Figure, part: Part, main: QColor, _: str) -> None:
    path = curve([(x, y) for x, y, *_ in part.points])
    fig.stroke(path, fig.lit(tint(part.words[0], main), 0.1, 0.3, 0.9), float(part.words[1]))


def _oval(fig: Figure, part: Part, main: QColor, _: str) -> None:
    face, colour = part.words
    for x, y, across, *down in part.points:
        path = ellipse(x, y, across, down[0] if down else across)
        fig.fill(path, fig.lit(tint(colour, main), *FACES[face]))


def _ball(fig: Figure, part: Part, main: QColor, _: str) -> None:
    for x, y, radius in part.points:
        path = ellipse(x, y, radius, radius)
        fig.edged(path, fig.ball(tint(part.words[0], main), x, y, radius), 0.04 * radius)


def _shine(fig: Figure, part: Part, main: QColor, _: str) -> None:
    colour = tint(part.words[0], main)
    lamps = fig.stage.light.lamps
    fig.fill(outline(part.points), mixed(fig.lit(colour), fig.seen(colour), lamps))


# Details --------------------------------------------------------------------------------------


def _glass(fig: Figure, part: Part, main: QColor, _: str) -> None:
    """Dark glass with the sky in it, and a broad glint across."""
    path, light = outline(part.points), fig.stage.light
    bounds = path.boundingRect()
    shade = QLinearGradient(bounds.topLeft(), bounds.bottomRight())
    dark = fig.lit(QColor("#1d2a36"))
    glints = ((0, 0.5), (0.45, 0.2), (0.5, 0.55), (0.58, 0.22), (1, 0.45))
    for place, share in glints:
        shade.setColorAt(place, mixed(dark, light.horizon if share < 0.5 else light.middle, share))
    fig.fill(path, shade)
    inside = 0.55 * light.lamps
    if inside > 0.05 and "lit" in part.words:
        fig.fill(path, faded(fig.seen(WARM_PANE), inside))


def _panes(fig: Figure, part: Part, main: QColor, name: str) -> None:
    """Windows in rows; at night most of them are lit, each a little differently."""
    frame, shape = part.words
    chance = fig.stage.chance(f"panes{name}")
    for x, y, wide, high, *more in part.points:
        columns, step, rows, rise = (*more, 1.0, 0.0, 1.0, 0.0)[:4] if more else (1.0, 0, 1.0, 0)
        for row in range(int(rows)):
            for column in range(int(columns)):
                spot = QRectF(x + column * step, y + row * rise, wide, high)
                _pane(fig, spot, shape, tint(frame, main), chance.random())


def _pane(fig: Figure, spot: QRectF, shape: str, frame: QColor, chance: float) -> None:
    lamps = fig.stage.light.lamps
    rim = 0.1 * min(spot.width(), spot.height())
    whole = spot.adjusted(-rim, -rim, rim, rim)
    fig.fill(_opening(whole, shape), fig.lit(frame, 0, 0.3, 0.95))
    sky = mixed(fig.lit(NIGHT_PANE), fig.stage.light.middle, 0.3)
    shade = QLinearGradient(0, spot.top(), 0, spot.bottom())
    glow = fig.seen(mixed(WARM_PANE, QColor("#ff9a4a"), 0.5 * chance))
    share = lamps * (0.95 if chance < 0.75 else 0.12)
    shade.setColorAt(0, mixed(mixed(sky, fig.lit(NIGHT_PANE), 0.5), glow, share))
    shade.setColorAt(1, mixed(sky, mixed(glow, QColor("#fff3d0"), 0.4), share))
    fig.fill(_opening(spot, shape), shade)
    if shape != "round" and fig.scale * spot.width() > 9:
        bars = QPainterPath(QPointF(spot.center().x(), spot.top()))
        bars.lineTo(spot.center().x(), spot.bottom())
        bars.moveTo(spot.left(), spot.top() + 0.45 * spot.height())
        bars.lineTo(spot.right(), spot.top() + 0.45 * spot.height())
        fig.stroke(bars, fig.lit(frame, 0, 0.3, 0.95), 0.06 * spot.width())


def _opening(spot: QRectF, shape: str) -> QPainterPath:
    if shape == "round":
        half_w, half_h = spot.width() / 2, spot.height() / 2
        return ellipse(spot.center().x(), spot.center().y(), half_w, half_h)
    if shape != "arch":
        return box(spot.left(), spot.top(), spot.width(), spot.height())
    path = QPainterPath(spot.topLeft())
    path.lineTo(spot.topRight())
    spring = spot.bottom() - spot.width() / 2
    path.lineTo(spot.right(), spring)
    path.quadTo(spot.right(), spot.bottom() - 0.1 * spot.width(), spot.center().x(), spot.bottom())
    path.quadTo(spot.left(), spot.bottom() - 0.1 * spot.width(), spot.left(), spring)
    path.closeSubpath()
    return path


def _courses(fig: Figure, part: Part, main: QColor, name: str) -> None:
    """Stones or bricks in rows: some a little darker, some a little lighter than the wall."""
    size = float(part.words[1])
    path = outline(part.points)
    bounds = path.boundingRect()
    rows, columns = int(bounds.height() / size) + 1, int(bounds.width() / size / 2) + 2
    if size * fig.scale < 1.5 or rows * columns > 6000:
        return
    chance, colour = fig.stage.chance(f"courses{name}"), tint(part.words[0], main)
    dark, bright = fig.lit(colour, 0, -0.5, 0.8), fig.lit(tint("main+", colour), 0, 0.7, 0.7)
    fig.painter.save()
    fig.clip(path)
    for row in range(rows):
        for column in range(columns):
            roll, length = chance.random(), chance.uniform(1.2, 1.95)
            if roll > 0.42:
                continue
            x = bounds.left() + size * (2 * column - (row % 2))
            stone = box(x, bounds.top() + row * size, length * size, 0.86 * size, 0.12 * size)
            fig.fill(stone, faded(dark if roll < 0.27 else bright, 0.16 + 0.4 * roll))
    fig.painter.restore()


def _logo(fig: Figure, part: Part, main: QColor, _: str) -> None:
    x, y, wide, high = part.points[0]
    image = logo(fig.stage, max(wide, high) * fig.scale)
    if image is not None:
        put(fig, image, fitted(image, x, y, wide, high), None)


Cut = Callable[[Figure, Part, QColor, str], None]

CUTS: dict[str, Cut] = {
    **dict.fromkeys(FACES, _face),
    "drum": _drum,
    "hull": _hull,
    "line": _line,
    "curve": _curve,
    "oval": _oval,
    "ball": _ball,
    "shine": _shine,
    "glass": _glass,
    "panes": _panes,
    "courses": _courses,
    "logo": _logo,
}
