"""Rooms: walls, floor and ceiling in perspective, windows, furniture and lamps, as data lists."""

from math import sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.paint.lamps import beam, shine
from engine.animatic.paint.outlook import daylight, paint_window
from engine.animatic.paint.places import country
from engine.animatic.paint.props import Prop, show, stood
from engine.animatic.paint.scenery import SHAPES
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
    _windows(stage, hall)
    painter.restore()
    props = stage.wardrobe.keep("furniture", lambda: _furniture(stage, hall))
    _pools(stage, props)
    show(stage, props, SHAPES, calm=True)
    for prop in props:
        _light(stage, prop)
    if _word(stage, "shaft"):
        _shaft(stage, hall)
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
    _floor(stage, hall, floor_)


def _back_wall(stage: Stage, hall: Hall, wall: QColor) -> None:
    painter, light = stage.painter, stage.light
    half, back, tall = hall.half, hall.back, hall.tall
    left, right = stage.view.project(-half, tall, back), stage.view.project(half, 0, back)
    where = QRectF(left, right)
    shade = QLinearGradient(where.topLeft(), where.bottomLeft())
    shade.setColorAt(0, mixed(light.lit(wall, 0.42), QColor("#2a2430"), 0.12))
    shade.setColorAt(0.5, light.lit(wall, 0.6))
    shade.setColorAt(1, light.lit(wall, 0.42))
    painter.fillRect(where, shade)
    lines = stage.wardrobe.keep("wall lines", lambda: _pattern(stage, hall))
    scale = stage.view.pixels_per_metre(back)
    painter.save()
    painter.translate(stage.view.project(0, 0, back))
    painter.scale(scale, -scale)
    painter.setPen(QPen(faded(mixed(light.lit(wall, 0.3), QColor("#20180f"), 0.4), 0.35), 0.018))
    painter.drawPath(lines)
    painter.restore()
    skirt = light.lit(mixed(wall, QColor(_word(stage, "trim", "#f4ecdc")), 0.8), 0.6)
    painter.fillRect(
        QRectF(where.left(), where.bottom() - 0.14 * scale, where.width(), 0.14 * scale), skirt
    )
    corner = QLinearGradient(0, where.bottom() - 0.5 * scale, 0, where.bottom())
    corner.setColorAt(0, QColor(16, 12, 20, 0))
    corner.setColorAt(1, QColor(16, 12, 20, 60))
    painter.fillRect(
        QRectF(where.left(), where.bottom() - 0.5 * scale, where.width(), 0.5 * scale), corner
    )


def _pattern(stage: Stage, hall: Hall) -> QPainterPath:
    """Lines on the back wall: stripes, panels, tiles, bricks or blocks of stone; metres."""
    path, half, tall = QPainterPath(), hall.half, hall.tall
    kind = _word(stage, "paper", "plaster")
    high, wide = {"tiles": (0.22, 0.22), "bricks": (0.16, 0.42), "stone": (0.55, 1.1)}.get(
        kind, (0, 0)
    )
    if high:
        for j in range(int(tall / high) + 1):
            path.moveTo(-half, high * j)
            path.lineTo(half, high * j)
            shift = wide / 2 if j % 2 and kind != "tiles" else 0.0
            for i in range(int(2 * half / wide)):
                x = -half + wide * (i + 1) - shift
                path.moveTo(x, high * j)
                path.lineTo(x, min(high * (j + 1), tall))
    elif kind in ("stripes", "panels"):
        step, top = (0.4, tall) if kind == "stripes" else (1.0, 1.05)
        for i in range(int(2 * half / step)):
            path.moveTo(-half + step * (i + 0.5), 0)
            path.lineTo(-half + step * (i + 0.5), top)
        path.moveTo(-half, top)
        path.lineTo(half, top)
    return path


def _floor(stage: Stage, hall: Hall, colour: QColor) -> None:
    view, painter, light = stage.view, stage.painter, stage.light
    half, back = hall.half, hall.back
    near = view.z + 0.55
    shade = QLinearGradient(0, view.ground_y(back), 0, stage.height)
    shade.setColorAt(0, light.lit(colour, 0.62))
    shade.setColorAt(0.4, light.lit(colour, 0.55))
    shade.setColorAt(1, mixed(light.lit(colour, 0.4), QColor("#16121c"), 0.3))
    floor_ = _quad(stage, [(-half, 0, near), (half, 0, near), (half, 0, back), (-half, 0, back)])
    painter.fillPath(floor_, shade)
    lines = QPainterPath()
    kind = _word(stage, "boards", "planks")
    step = {"planks": 0.24, "tiles": 0.6, "stone": 0.9}.get(kind, 0.0)
    for i in range(round(2 * half / step) + 1 if step else 0):
        x = min(-half + step * i, half)
        lines.moveTo(view.project(x, 0, near))
        lines.lineTo(view.project(x, 0, back))
    z = back
    while z > near and step:
        if kind != "planks":
            lines.moveTo(view.project(-half, 0, z))
            lines.lineTo(view.project(half, 0, z))
        z -= max(step, 0.3)
    pen = QPen(
        faded(mixed(light.lit(colour, 0.2), QColor("#120c08"), 0.5), 0.4), stage.height / 800
    )
    painter.strokePath(lines, pen)
    rug = _word(stage, "rug")
    if rug:
        _rug(stage, hall, QColor(rug))


def _rug(stage: Stage, hall: Hall, colour: QColor) -> None:
    for inset, tint in (
        (0.0, colour),
        (0.16, mixed(colour, QColor("#f0e0bc"), 0.6)),
        (0.22, colour),
    ):
        far, near, half = hall.back - 1.0 - inset, hall.back - 3.6 + inset, 1.9 - inset
        corners = [(-half, 0, far), (half, 0, far), (half, 0, near), (-half, 0, near)]
        stage.painter.fillPath(_quad(stage, corners), stage.light.lit(tint, 0.5))


# Windows --------------------------------------------------------------------------------------


def _windows(stage: Stage, hall: Hall) -> None:
    """The windows of the back wall (x, sill, width, height in metres) and their light inside."""
    scale = stage.view.pixels_per_metre(hall.back)
    look = _word(stage, "outlook", "hills")
    for number, text in enumerate(filter(None, _word(stage, "windows").split(";"))):
        x, sill, wide, high = map(float, text.split())
        corner = stage.view.project(x - wide / 2, sill + high, hall.back)
        pane = QRectF(corner.x(), corner.y(), wide * scale, high * scale)
        paint_window(stage, pane, str(number), look)
        _spill(stage, hall, x, wide)
        if _word(stage, "curtains"):
            _curtains(stage, pane)


def _spill(stage: Stage, hall: Hall, x: float, wide: float) -> None:
    """Daylight that lies on the floor, slanting away from the sun."""
    strength = daylight(stage)
    if stage.light.night or strength < 0.3:
        return
    slant = 0.9 if stage.light.sun_x < 0.5 else -0.9
    far, near = hall.back - 0.5, hall.back - 2.7
    corners = [(x - wide / 2, 0, far), (x + wide / 2, 0, far),
               (x + 0.7 * wide + slant, 0, near), (x - 0.3 * wide + slant, 0, near)]  # fmt: skip
    dim = 0.35 if stage.scene.weather else 1.0
    stage.painter.fillPath(_quad(stage, corners), faded(QColor("#fff1cc"), 0.26 * strength * dim))


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
    for prop in stood(_word(stage, "stands")):
        z = hall.back - prop.z
        made.append(Prop(prop.kind, prop.x, z, prop.size, round(7 * prop.x) % 12, False, prop.y))
    kept = [
        prop for prop in made if prop.z > 1.6 and (prop.y > 0.0 or not country.hides(stage, prop))
    ]
    return sorted(kept, key=lambda prop: -prop.z)


def _pools(stage: Stage, props: list[Prop]) -> None:
    """Lamps throw pools on floor and wall behind what stands there."""
    for prop in props:
        if prop.kind in SHINING:
            high, reach, strength = SHINING[prop.kind]
            _glow(stage, prop, high, 1.6 * reach, 0.4 * strength)


def _light(stage: Stage, prop: Prop) -> None:
    if prop.kind not in SHINING:
        return
    high, reach, strength = SHINING[prop.kind]
    _glow(stage, prop, high, 0.75 * reach, 0.75 * strength)
    if prop.kind in FLAMES:
        _glow(stage, prop, high, 0.35 * reach, strength)


def _glow(stage: Stage, prop: Prop, high: float, reach: float, strength: float) -> None:
    power = stage.light.lamps
    if prop.kind in FLAMES:
        beat = sin(tau * 1.9 * stage.t + 5 * prop.x) + 0.7 * sin(tau * 3.7 * stage.t + 3 * prop.x)
        power = max(power, 0.75) * (0.88 + 0.07 * beat)
    centre = stage.view.project(prop.x, prop.y + high * prop.size, prop.z)
    far = reach * prop.size * stage.view.pixels_per_metre(prop.z)
    spot = QRectF(centre.x() - far, centre.y() - far, 2 * far, 2 * far)
    colour = QColor("#ff9a45") if prop.kind in FLAMES else QColor(_word(stage, "lamp", "#ffcf86"))
    shine(stage, colour, spot, strength * power)


def _shaft(stage: Stage, hall: Hall) -> None:
    """A broad beam of light from high up on the sun's side down to the floor."""
    side = -1 if stage.light.sun_x < 0.5 else 1
    near = stage.view.project(side * 0.8 * hall.half, 1.05 * hall.tall, 0.8 * hall.back)
    far = stage.view.project(-side * 0.35 * hall.half, -0.4, 0.62 * hall.back)
    strength = 0.4 * daylight(stage) + 0.1
    painter = stage.painter
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    beam(
        stage,
        mixed(stage.light.horizon, stage.light.key, 0.6),
        (near, far),
        0.75 * stage.height,
        strength,
    )
    painter.restore()


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
    middle = QPointF(stage.width / 2, 0.5 * stage.height)
    shade = QRadialGradient(middle, 0.62 * max(stage.width, stage.height))
    dark = 34 + int(86 * stage.light.lamps)
    shade.setColorAt(0.5, QColor(14, 10, 20, 0))
    shade.setColorAt(1, QColor(14, 10, 20, dark))
    stage.painter.fillRect(0, 0, stage.width, stage.height, shade)
