"""Rooms: walls, floor and ceiling in perspective, windows, furniture and lamps, as data lists."""

from math import sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from engine.animatic.light import faded, mixed
from engine.animatic.paint import strip
from engine.animatic.paint.easel import painting
from engine.animatic.paint.floor import joints, planks
from engine.animatic.paint.lamps import Glow, Ray, cone_of, shine_all
from engine.animatic.paint.outlook import daylight, paint_window, window_glow
from engine.animatic.paint.places import country
from engine.animatic.paint.props import Prop, show, stood, unnamed
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.slab import Piece, lay
from engine.animatic.paint.subjects.shape import polygon
from engine.animatic.paint.surface import blank
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

SHINING = {
    "floor_lamp": (1.6, 1.7, 0.9),
    "nightstand": (0.85, 1.2, 0.9),
    "desk_lamp": (0.32, 0.9, 0.8),
    "pendant": (-1.1, 1.7, 0.9),
    "fireplace": (0.35, 2.0, 1.0),
    "oven": (1.0, 2.4, 1.0),
    "wall_torch": (0.25, 1.9, 1.0),
    "lanterns": (-1.2, 1.8, 0.9),
    "stall": (1.9, 1.9, 0.8),
}
"""Height of the light above the foot, its reach in metres, and its strength."""
FLAMES = frozenset({"fireplace", "oven", "wall_torch"})
BLOCKS = {
    "tiles": (0.22, 0.22, 0.02),
    "bricks": (0.16, 0.42, 0.09),
    "stone": (0.55, 1.1, 0.08),
}
"""Height and width of what a wall is built of, in metres, and how much its tones differ."""


class Hall:
    """The room's size in metres: half its width, depth of the back wall, height."""

    def __init__(self, stage: Stage) -> None:
        deepest = max([one.z + one.scale for one in stage.scene.subjects if one.z < 60] or [0.0])
        self.half = max(_number(stage, "half", 3.6), 0.42 * stage.scene.aspect * deepest)
        self.back = max(_number(stage, "depth", 6.0), deepest)
        self.tall = max(_number(stage, "tall", 2.9), 0.42 * self.back)


def paint(stage: Stage) -> None:
    """The shell, windows, what hangs and stands, light in the air."""
    hall = Hall(stage)
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _shell(stage, hall)
    glows = _windows(stage, hall)
    painter.restore()
    props = stage.wardrobe.keep("furniture", lambda: _furniture(stage, hall))
    shine_all(stage, [*glows, *_pools(stage, props)])
    show(stage, props, SHAPES, calm=True)
    rays = [_shaft(stage, hall)] if _word(stage, "shaft") else []
    shine_all(stage, _lights(stage, props), rays)
    _motes(stage)
    _corners(stage)


def _number(stage: Stage, name: str, otherwise: float) -> float:
    return float(setting_of(stage.scene.place).trait(name, otherwise))


def _word(stage: Stage, name: str, otherwise: str = "") -> str:
    return str(setting_of(stage.scene.place).trait(name, otherwise))


# The shell ------------------------------------------------------------------------------------


def _quad(stage: Stage, corners: list[tuple[float, float, float]]) -> QPainterPath:
    """A four-sided piece of the room, cut off before the camera."""
    near = stage.view.z + 0.55
    path = QPainterPath()
    for i, (x, y, z) in enumerate(corners):
        spot = stage.view.project(x, y, max(z, near))
        path.lineTo(spot) if i else path.moveTo(spot)
    path.closeSubpath()
    return path


def _shell(stage: Stage, hall: Hall) -> None:
    view, painter = stage.view, stage.painter
    wall, floor_ = QColor(_word(stage, "wall", "#d8c8b0")), QColor(_word(stage, "floor", "#9a7048"))
    half, back, tall = hall.half, hall.back, hall.tall
    near = view.z + 0.55
    light = stage.light
    bright = light.lit(mixed(wall, QColor("#ffffff"), 0.25), 0.5)
    ceiling = QLinearGradient(0, 0, 0, view.project(0, tall, back).y())
    ceiling.setColorAt(0, mixed(bright, QColor("#2a2430"), 0.35))
    ceiling.setColorAt(1, bright)
    painter.fillRect(0, 0, stage.width, stage.height, light.lit(wall, 0.4))
    _floor(stage, hall, floor_)
    painter.fillPath(
        _quad(
            stage,
            [(-half, tall, near), (half, tall, near), (half, tall, back), (-half, tall, back)],
        ),
        ceiling,
    )
    for side in (-1, 1):
        corners = [
            (side * half, y, z) for y, z in ((0, near), (tall, near), (tall, back), (0, back))
        ]
        shade = QLinearGradient(
            view.project(side * half, 0, back), view.project(side * half, 0, 1.5)
        )
        facing = 0.62 if (light.sun_x - 0.5) * side < 0 else 0.34
        shade.setColorAt(0, light.lit(wall, facing))
        shade.setColorAt(1, mixed(light.lit(wall, facing), QColor("#1c1822"), 0.45))
        painter.fillPath(_quad(stage, corners), shade)
    _back_wall(stage, hall, wall)


def _back_wall(stage: Stage, hall: Hall, wall: QColor) -> None:
    """The wall with its paper, panels, tiles or blocks, painted once."""
    metres = QRectF(-hall.half, 0, 2 * hall.half, hall.tall)
    kept = strip.kept(
        stage, "wall", hall.back, metres, lambda painter: _papered(stage, hall, wall, painter)
    )
    strip.show(stage, kept)


def _papered(stage: Stage, hall: Hall, wall: QColor, painter: QPainter) -> None:
    light, half, tall = stage.light, hall.half, hall.tall
    where = QRectF(-half, 0, 2 * half, tall)
    shade = QLinearGradient(0, tall, 0, 0)
    shade.setColorAt(0, mixed(light.lit(wall, 0.42), QColor("#2a2430"), 0.12))
    shade.setColorAt(0.5, light.lit(wall, 0.6))
    shade.setColorAt(1, light.lit(wall, 0.42))
    painter.fillRect(where, shade)
    dark = faded(mixed(light.lit(wall, 0.3), QColor("#20180f"), 0.4), 0.35)
    kind = _word(stage, "paper", "plaster")
    if kind in BLOCKS:
        _blocks(stage, hall, painter, kind, dark)
    elif kind in ("stripes", "panels"):
        step, top = (0.4, tall) if kind == "stripes" else (1.0, 1.05)
        for i in range(int(2 * half / step)):
            painter.fillRect(QRectF(-half + step * (i + 0.5), 0, 0.018, top), dark)
        painter.fillRect(QRectF(-half, top, 2 * half, 0.018), dark)
    skirt = light.lit(mixed(wall, QColor(_word(stage, "trim", "#f4ecdc")), 0.8), 0.6)
    painter.fillRect(QRectF(-half, 0, 2 * half, 0.14), skirt)
    corner = QLinearGradient(0, 0.5, 0, 0)
    corner.setColorAt(0, QColor(16, 12, 20, 0))
    corner.setColorAt(1, QColor(16, 12, 20, 60))
    painter.fillRect(QRectF(-half, 0, 2 * half, 0.5), corner)


def _blocks(stage: Stage, hall: Hall, painter: QPainter, kind: str, dark: QColor) -> None:
    """Courses of tiles, bricks or stones, no two quite of one tone, with the joints between."""
    high, wide, tones = BLOCKS[kind]
    chance, half = stage.chance("blocks"), hall.half
    for j in range(int(hall.tall / high) + 1):
        x = -half - (wide / 2 if j % 2 and kind != "tiles" else 0.0)
        tall = min(high, hall.tall - high * j)
        while x < half:
            tone = chance.uniform(-tones, tones)
            shade = QColor("#1c1410") if tone < 0 else QColor("#fff4e0")
            painter.fillRect(QRectF(x, high * j, wide, tall), faded(shade, abs(tone)))
            painter.fillRect(QRectF(x, high * j, 0.018, tall), dark)
            x += wide
        painter.fillRect(QRectF(-half, high * j, 2 * half, 0.018), dark)


def _floor(stage: Stage, hall: Hall, colour: QColor) -> None:
    """Boards, tiles or stone, a rug, daylight that lies there; darker towards us."""
    light = stage.light
    kind = _word(stage, "boards", "planks")
    lines = faded(mixed(light.lit(colour, 0.2), QColor("#120c08"), 0.5), 0.4)
    step = {"tiles": 0.6, "stone": 0.9}.get(kind, 0.0)

    def paint(piece: Piece) -> None:
        painter, whole = piece.painter, piece.metres
        painter.fillRect(whole, light.lit(colour, 0.57))
        if kind == "planks":
            planks(piece, light.lit(colour, 0.5), stage.chance("planks"))
        elif step:
            joints(piece, lines, step, step)
        _rug(stage, hall, painter)
        _spill(stage, hall, painter)
        shade = QLinearGradient(0, hall.back, 0, 1.0)
        shade.setColorAt(0, QColor(22, 18, 28, 40))
        shade.setColorAt(0.12, QColor(22, 18, 28, 0))
        shade.setColorAt(0.5, QColor(22, 18, 28, 16))
        shade.setColorAt(1, QColor(22, 18, 28, 110))
        painter.fillRect(whole, shade)

    lay(stage, "room", paint, hall.back, hazy=False)


def _rug(stage: Stage, hall: Hall, painter: QPainter) -> None:
    """A rug before what stands at the back wall, with a border and fringes."""
    if not _word(stage, "rug"):
        return
    colour = QColor(_word(stage, "rug"))
    pale = mixed(colour, QColor("#f0e0bc"), 0.6)
    for side in (-1, 1):
        for i in range(52):
            z = hall.back - 3.58 + 0.05 * i
            painter.fillRect(QRectF(1.97 * side - 0.07, z, 0.14, 0.022), stage.light.lit(pale, 0.5))
    for inset, tint in ((0.0, colour), (0.16, pale), (0.22, colour)):
        half = 1.9 - inset
        where = QRectF(-half, hall.back - 3.6 + inset, 2 * half, 2.6 - 2 * inset)
        painter.fillRect(where, stage.light.lit(tint, 0.5))


# Windows --------------------------------------------------------------------------------------


def _windows(stage: Stage, hall: Hall) -> list[Glow]:
    """The windows of the back wall with their curtains; and the light about them."""
    scale = stage.view.pixels_per_metre(hall.back)
    look, glows = _word(stage, "outlook", "hills"), []
    for number, (x, sill, wide, high) in enumerate(_panes(stage)):
        corner = stage.view.project(x - wide / 2, sill + high, hall.back)
        pane = QRectF(corner.x(), corner.y(), wide * scale, high * scale)
        paint_window(stage, pane, str(number), look)
        glows.append(window_glow(stage, pane))
        if _word(stage, "curtains"):
            _curtains(stage, pane)
    return glows


def _panes(stage: Stage) -> list[tuple[float, float, float, float]]:
    """The windows of the back wall: x, sill, width and height in metres."""
    made = []
    for text in filter(None, _word(stage, "windows").split(";")):
        x, sill, wide, high = map(float, text.split())
        made.append((x, sill, wide, high))
    return made


def _spill(stage: Stage, hall: Hall, painter: QPainter) -> None:
    """Daylight that lies on the floor below each window, slanting away from the sun."""
    strength = daylight(stage)
    if stage.light.night or strength < 0.3:
        return
    slant = 0.9 if stage.light.sun_x < 0.5 else -0.9
    far, near = hall.back - 0.5, hall.back - 2.7
    dim = 0.35 if stage.scene.weather else 1.0
    for x, _, wide, _ in _panes(stage):
        corners = [(x - wide / 2, far), (x + wide / 2, far),
                   (x + 0.7 * wide + slant, near), (x - 0.3 * wide + slant, near)]  # fmt: skip
        painter.fillPath(polygon(corners), faded(QColor("#fff1cc"), 0.26 * strength * dim))


def _curtains(stage: Stage, pane: QRectF) -> None:
    cloth = QColor(_word(stage, "curtains"))
    for side in (-1, 1):
        edge = pane.left() if side < 0 else pane.right()
        wide = 0.26 * pane.width()
        where = QRectF(
            edge - 0.65 * wide, pane.y() - 0.12 * pane.height(), 1.3 * wide, 1.3 * pane.height()
        )
        folds = QLinearGradient(where.left(), 0, where.right(), 0)
        for i in range(9):
            folds.setColorAt(
                i / 8, stage.light.lit(mixed(cloth, QColor("#1a1018"), 0.3 * (i % 2)), 0.55)
            )
        stage.painter.fillRect(where, folds)


# What stands and shines -----------------------------------------------------------------------


def _furniture(stage: Stage, hall: Hall) -> list[Prop]:
    """The set's furniture; its z is metres before the back wall."""
    made = []
    for prop in unnamed(stage, stood(_word(stage, "stands"))):
        z = hall.back - prop.z
        made.append(Prop(prop.kind, prop.x, z, prop.size, round(7 * prop.x) % 12, False, prop.y))
    kept = [
        prop for prop in made if prop.z > 1.6 and (prop.y > 0.0 or not country.hides(stage, prop))
    ]
    return sorted(kept, key=lambda prop: -prop.z)


def _pools(stage: Stage, props: list[Prop]) -> list[Glow]:
    """Lamps throw pools on floor and wall behind what stands there."""
    shining = [(prop, *SHINING[prop.kind]) for prop in props if prop.kind in SHINING]
    return [_glow(stage, one, up, 1.6 * far, 0.4 * power) for one, up, far, power in shining]


def _lights(stage: Stage, props: list[Prop]) -> list[Glow]:
    """The lamps themselves, and flames once more."""
    glows = []
    for prop in props:
        if prop.kind in SHINING:
            high, reach, strength = SHINING[prop.kind]
            glows.append(_glow(stage, prop, high, 0.75 * reach, 0.75 * strength))
            if prop.kind in FLAMES:
                glows.append(_glow(stage, prop, high, 0.35 * reach, strength))
    return glows


def _glow(stage: Stage, prop: Prop, high: float, reach: float, strength: float) -> Glow:
    power = stage.light.lamps
    if prop.kind in FLAMES:
        beat = sin(tau * 1.9 * stage.t + 5 * prop.x) + 0.7 * sin(tau * 3.7 * stage.t + 3 * prop.x)
        power = max(power, 0.75) * (0.88 + 0.07 * beat)
    centre = stage.view.project(prop.x, prop.y + high * prop.size, prop.z)
    far = reach * prop.size * stage.view.pixels_per_metre(prop.z)
    spot = QRectF(centre.x() - far, centre.y() - far, 2 * far, 2 * far)
    colour = QColor("#ff9a45") if prop.kind in FLAMES else QColor(_word(stage, "lamp", "#ffcf86"))
    return Glow(colour, spot, strength * power)


def _shaft(stage: Stage, hall: Hall) -> Ray:
    """A broad beam of light from high up on the sun's side down to the floor."""
    side = -1 if stage.light.sun_x < 0.5 else 1
    near = stage.view.project(side * 0.8 * hall.half, 1.05 * hall.tall, 0.8 * hall.back)
    far = stage.view.project(-side * 0.35 * hall.half, -0.4, 0.62 * hall.back)
    colour = mixed(stage.light.horizon, stage.light.key, 0.6)
    strength = 0.4 * daylight(stage) + 0.1
    return cone_of(stage, colour, (near, far), 0.75 * stage.height, strength)


def _motes(stage: Stage) -> None:
    """Dust that drifts where there is light."""
    amount = int(_number(stage, "motes", 0))
    if not amount:
        return
    chance, view, painter = stage.chance("motes"), stage.view, stage.painter
    painter.save()
    colour = mixed(stage.light.glow, QColor("#ffffff"), 0.4)
    for _ in range(amount):
        z = chance.uniform(1.4, 5.0)
        x = chance.uniform(-0.9, 0.9) * z + 0.12 * sin(0.4 * stage.t + 9 * z)
        y = (chance.uniform(0.0, 2.8) + chance.uniform(0.01, 0.06) * stage.t) % 2.8
        glint = 0.5 + 0.5 * sin(chance.uniform(0.6, 1.8) * stage.t + 11 * x)
        painter.setPen(
            QPen(faded(colour, 0.55 * glint), max(0.008 * view.pixels_per_metre(z), 0.9))
        )
        painter.drawPoint(view.project(x, y, z))
    painter.restore()


def _corners(stage: Stage) -> None:
    """The frame darkens towards its edges, as a lit room does."""
    shade = stage.wardrobe.keep(("corners", stage.width), lambda: _vignette(stage))
    stage.painter.drawImage(0, 0, shade)


def _vignette(stage: Stage) -> QImage:
    image = blank(stage.width, stage.height)
    middle = QPointF(stage.width / 2, 0.5 * stage.height)
    shade = QRadialGradient(middle, 0.62 * max(stage.width, stage.height))
    dark = 34 + int(86 * stage.light.lamps)
    shade.setColorAt(0.5, QColor(14, 10, 20, 0))
    shade.setColorAt(1, QColor(14, 10, 20, dark))
    with painting(image) as painter:
        painter.fillRect(image.rect(), shade)
    return image
