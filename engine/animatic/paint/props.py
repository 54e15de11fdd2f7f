"""Props: what stands about in a place, each painted once as a small picture and stood where it is.

Like figures they are painted in metres, y up, their foot at the origin, lit from where the sun is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from math import ceil, exp, floor, log, sin, sqrt
from random import Random

import cv2
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QTransform

from engine.animatic.build import build_of
from engine.animatic.camera import standing, view_at
from engine.animatic.light import faded
from engine.animatic.motion import wind
from engine.animatic.paint.easel import painting, used_part
from engine.animatic.paint.subjects.figure import FRONT, Figure
from engine.animatic.paint.surface import blank, pixels
from engine.animatic.scene import Scene, snow_lies
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage
from engine.animatic.wardrobe import Wardrobe

BAND = 1.7
"""Pictures are kept for distances that differ by less than this factor: haze and fineness suit
all, and a thing that the camera comes up to stays sharp."""


LARGEST = 0.6
"""A prop is painted as large as this part of the frame's height."""

BURIED = frozenset(
    {
        "flowers",
        "poppies",
        "daisies",
        "mushrooms",
        "tulip_red",
        "tulip_yellow",
        "lavender",
        "cabbages",
    }
)
"""What snow covers."""


ALIKE = Wardrobe(48 << 20)
"""Props of all scenes: while a prompt is typed, one scene follows another in the same place."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a kind of prop is painted: `paint(figure, chance)` inside `bounds` (left, bottom, width,
    height in metres). `sway` is how far its top leans in a full wind, as rise over run; `variants`
    is how many pictures are made of it."""

    bounds: tuple[float, float, float, float]
    paint: Callable[[Figure, Random], None]
    sway: float = 0.0
    variants: int = 2


@dataclass(frozen=True, slots=True)
class Prop:
    """One thing in a place: foot at (x, y, z), scaled by `size`."""

    kind: str
    x: float
    z: float
    size: float = 1.0
    variant: int = 0
    flip: bool = False
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Sown:
    """How many of a kind stand between two depths; tall ones leave the middle `open`, as a part
    of the depth to either side."""

    kind: str
    count: int
    nearest: float
    farthest: float
    open: float = 0.0


def sown(text: str) -> list[Sown]:
    """Read 'oak 12 20 80 .3; daisy 90 2.6 20': kind, count, nearest, farthest and what is open."""
    made = []
    for entry in filter(None, (part.split() for part in text.split(";"))):
        kind, count, *rest = entry
        made.append(Sown(kind, int(count), *map(float, rest)))
    return made


def stood(text: str) -> list[Prop]:
    """Read 'sofa -1.5 4.4; lamp 2 4.6 1.1': kind, x, z and perhaps size and y."""
    made = []
    for entry in filter(None, (part.split() for part in text.split(";"))):
        kind, x, z, *rest = entry
        size = float(rest[0]) if rest else 1.0
        y = float(rest[1]) if rest[1:] else 0.0
        made.append(Prop(kind, float(x), float(z), size, len(made) * 5 % 12, y=y))
    return made


FAMILIES: dict[str, tuple[str, ...]] = {
    "vessel": ("boat", "yachts", "felucca"),
    "sailboat": ("boat", "yachts", "felucca"),
    "tree": ("oak", "palm", "pine", "birch", "broadleaf", "bare_tree", "poplar", "acacia", "tree"),
    "flower": ("daisies", "flowers", "poppies", "tulip_red", "tulip_yellow", "sunflower", "lilies"),
    "house": ("cottage", "townhouse", "mud_house", "barn"),
}
"""Props that go with a kind or its painter, by the ends of their names."""


def unwanted(stage: Stage, prop: str) -> bool:
    """Whether a prop is of a kind that was asked to stay away."""
    families = {*stage.scene.without, *(build_of(kind).painter for kind in stage.scene.without)}
    names = {name for family in families for name in FAMILIES.get(family, (family,))}
    return _is_of(prop, names)


def unnamed(stage: Stage, props: list[Prop]) -> list[Prop]:
    """The props without those that the prompt asks for itself: a room whose sofa is a subject has
    no other. Of several alike, all stay."""
    kinds = [prop.kind for prop in props]
    asked = {one.kind for one in stage.scene.subjects}
    kept = [prop for prop in props if kinds.count(prop.kind) > 1 or not _is_of(prop.kind, asked)]
    return [prop for prop in kept if not unwanted(stage, prop.kind)]


def _is_of(kind: str, asked: set[str]) -> bool:
    """Whether a kind is one of these, as an armchair is a chair."""
    return any(kind.endswith(one) for one in asked)


def scattered(stage: Stage, name: str, kinds: Iterable[Sown]) -> list[Prop]:
    """Props over the land, even in the logarithm of depth from where the camera starts, from where
    it ends and, if that is far, from half way, so that the frame is covered all the way; farthest
    first."""

    def make() -> list[Prop]:
        chance, made = stage.chance(f"props/{name}"), []
        for kind in kinds:
            buried = snow_lies(stage.scene) and kind.kind in BURIED
            if not buried and not unwanted(stage, kind.kind):
                made += _strewn(stage, kind, chance)
        return sorted(made, key=lambda prop: -prop.z)

    return stage.wardrobe.keep(("scattered", name), make)


def _strewn(stage: Stage, kind: Sown, chance: Random) -> list[Prop]:
    ends = [view_at(stage.scene, part * stage.scene.seconds, 160, 90) for part in (0.0, 0.5, 1.0)]
    apart = abs(ends[0].x - ends[2].x) + abs(ends[0].z - ends[2].z)
    if apart <= 0.5 * kind.nearest:
        stands = ends[:1]
    else:
        stands = ends if apart > 2.0 * kind.nearest else ends[::2]
    made: list[Prop] = []
    more = min(apart / (2.0 * kind.nearest), 1.0) if len(stands) > 1 else 0.0
    for number in range(round(kind.count * (1.0 + more))):
        end = stands[number % len(stands)]
        away = kind.nearest * exp(chance.random() * log(kind.farthest / kind.nearest))
        half = away * (0.62 * stage.scene.aspect / stage.view.focal + 0.15) + 1.0
        gap = kind.open * away
        aside = gap + chance.random() * max(half - gap, 0.3)
        x = end.x + (aside if number // len(stands) % 2 else -aside)
        size, variant = chance.uniform(0.78, 1.2), chance.randrange(12)
        made.append(Prop(kind.kind, x, end.z + away, size, variant, chance.random() < 0.5))
    return made


def show(stage: Stage, props: Iterable[Prop], shapes: dict[str, Shape], calm: bool = False) -> None:
    """Draw props in the order given (farthest first)."""
    gust = 0.0 if calm else wind.gust(stage.scene, stage.t)
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    # A leaning picture costs twice as much with its edge antialiased, and its rim is clear anyway.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for prop in props:
        shape = shapes[prop.kind]
        if stage.view.sees(prop.x, prop.z, prop.size * shape.bounds[2]):
            _draw(stage, prop, shape, gust)
    painter.restore()


def _draw(stage: Stage, prop: Prop, shape: Shape, gust: float) -> None:
    view = stage.view
    foot = view.project(prop.x, prop.y, prop.z)
    scale = prop.size * view.pixels_per_metre(prop.z)
    if foot.y() - (shape.bounds[1] + shape.bounds[3]) * scale > stage.height:
        return
    if foot.y() - shape.bounds[1] * scale < 0 or shape.bounds[3] * scale < 0.8:
        return
    image, corner, fine = _kept(stage, prop, shape)
    lean = 0.0
    if shape.sway:
        wave = sin(1.9 * stage.t - 0.55 * prop.x + 0.35 * prop.z + prop.variant)
        lean = -shape.sway * gust * (0.6 + 0.5 * wave)
    side = -1.0 if prop.flip else 1.0
    grow = scale / fine
    stage.painter.setTransform(
        QTransform(side * grow, 0, lean * grow, grow, foot.x(), foot.y()), False
    )
    stage.painter.drawImage(corner, image)


def _kept(stage: Stage, prop: Prop, shape: Shape) -> tuple[QImage, QPointF, float]:
    """The picture of a prop, its corner in its own pixels from the foot, and pixels a metre."""
    variant = prop.variant % shape.variants
    away = (prop.z - stage.view.z) / stage.view.zoom
    band = floor(log(max(away, 0.6)) / log(BAND))
    key = ("prop", prop.kind, variant, band)
    return stage.wardrobe.keep(key, lambda: _at_depth(stage, prop.kind, shape, variant, band))


def _at_depth(
    stage: Stage, kind: str, shape: Shape, variant: int, band: int
) -> tuple[QImage, QPointF, float]:
    """The prop as small and as hazy as it is at these depths; painting it again would cost more."""
    key = ("prop", kind, variant)
    image, corner, fine = stage.wardrobe.keep(key, lambda: _painted(stage, kind, shape, variant))
    rest = standing(stage.scene, stage.width, stage.height)
    part = 1.1 * rest.focal * stage.height / max(BAND**band, 0.6) / fine
    if part < 0.75:
        wide, high = max(round(image.width() * part), 1), max(round(image.height() * part), 1)
        corner = QPointF(corner.x() * wide / image.width(), corner.y() * high / image.height())
        fine *= high / image.height()
        image = _smaller(image, wide, high)
    return through_air(stage, image, BAND ** (band + 0.5)), corner, fine


def _smaller(image: QImage, wide: int, high: int) -> QImage:
    """A picture of fewer pixels, each the mean of those it stands for."""
    small = blank(wide, high)
    cv2.resize(pixels(image), (wide, high), dst=pixels(small), interpolation=cv2.INTER_AREA)
    return small


def _painted(stage: Stage, kind: str, shape: Shape, variant: int) -> tuple[QImage, QPointF, float]:
    """The prop close by, so large that it takes much of the frame."""
    stage = _bare(stage)
    key = (stage.scene, repr(stage.light), stage.width, stage.height, kind, shape, variant)
    return ALIKE.keep(key, lambda: _portrait(stage, kind, shape, variant))


def _bare(stage: Stage) -> Stage:
    """The stage with nothing on it: all that the look of a prop depends on."""
    full = stage.scene
    scene = Scene(
        seed=full.seed,
        seconds=full.seconds,
        aspect=full.aspect,
        place=full.place,
        hour=full.hour,
        weather=full.weather,
        style=full.style,
        season=full.season,
    )
    view = standing(scene, stage.width, stage.height)
    return replace(stage, scene=scene, view=view, wardrobe=Wardrobe(), t=0.0, sun=None)


def _portrait(stage: Stage, kind: str, shape: Shape, variant: int) -> tuple[QImage, QPointF, float]:
    left, bottom, width, height = shape.bounds
    fine = min(LARGEST / height, 1.3 * stage.width / stage.height / width, 0.45) * stage.height
    image = blank(max(ceil(width * fine), 1), max(ceil(height * fine), 1))
    chance = stage.chance(f"prop/{kind}/{variant}")
    with painting(image) as painter:
        painter.scale(fine, -fine)
        painter.translate(-left, -bottom - height)
        shape.paint(Figure(stage, painter, 0.0, fine, 1, sun_of(stage)), chance)
    used = used_part(image)
    corner = QPointF(left * fine + used.left(), -(bottom + height) * fine + used.top())
    return image.copy(used), corner, fine


def through_air(stage: Stage, image: QImage, depth: float) -> QImage:
    """A picture painted close by, as it is seen through this many metres of air."""
    share = 1.0 - exp(-depth / stage.light.visibility)
    if share < 0.004:
        return image
    seen = QImage(image)
    with painting(seen) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.fillRect(seen.rect(), faded(stage.light.haze, share))
    return seen


def sun_of(stage: Stage) -> tuple[float, float, float]:
    """The direction of the light for whatever stands about: right, up, towards the camera."""
    dx = (stage.light.sun_x - 0.5) * stage.scene.aspect
    dy = max(-stage.light.sun_y, 0.25)
    indoors = setting_of(stage.scene.place).indoors
    length, front = sqrt(dx * dx + dy * dy), 0.6 if indoors else FRONT.get(stage.scene.hour, 0.4)
    side = sqrt(1.0 - front * front)
    return side * dx / length, side * dy / length, front
