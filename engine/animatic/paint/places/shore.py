"""Shores: sand, the surf that runs up and back, the sea behind, palms and headlands."""

from collections.abc import Callable
from math import sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion import swash
from engine.animatic.paint.places import country, sea
from engine.animatic.paint.props import show
from engine.animatic.paint.ribbon import Ribbon, paint_ribbons
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.scene import Scene
from engine.animatic.stage import Stage

AFLOAT = frozenset({"sailboat"})
ROLLERS = 3


def paint(stage: Stage) -> None:
    """Headlands, the sea, breakers, the beach with its wet edge, and what grows on it."""
    country.paint_far(stage)
    show(stage, country.props_of(stage, "behind"), SHAPES)
    line = waterline(stage.scene)
    calm = float(country.wanted(stage, "calm", "0.9"))
    sea.paint(stage, calm, line - 0.5)
    country.paint_near(stage)
    show(stage, country.props_of(stage, "afloat"), SHAPES, calm=True)
    stage.painter.save()
    stage.painter.setRenderHint(stage.painter.RenderHint.Antialiasing)
    for number in range(ROLLERS):
        _roller(stage, line, number)
    country.paint_ground(stage, line + 0.4)
    _wet(stage, line)
    _swash(stage, line)
    stage.painter.restore()
    country.paint_props(stage)


def waterline(scene: Scene) -> float:
    """Depth of the water's edge at its lowest: nearer than what floats, farther than who stands."""
    wanted = 10.5
    standing = [one.z for one in scene.subjects if one.kind not in AFLOAT and one.z < 45.0]
    return max([wanted, *(z + 4.5 for z in standing)])


def level(x: float) -> float:
    """Still water, 0 metres up everywhere."""
    return 0.0 * x


def _line(
    stage: Stage, depth_of: Callable[[float], float], lift: Callable[[float], float] = level
) -> list[QPointF]:
    """Points across the frame where `depth_of(x)` says how far off the line is."""
    line = max(waterline(stage.scene), depth_of(stage.view.x))
    half = 0.66 * line * stage.width / stage.height / stage.view.focal + 2.0
    middle = stage.view.x + stage.view.pan * line / stage.view.focal
    points = []
    for i in range(49):
        x = middle + half * (i / 24 - 1.0)
        points.append(stage.view.project(x, lift(x), max(depth_of(x), stage.view.z + 0.8)))
    return points


def _area(upper: list[QPointF], lower: list[QPointF]) -> QPainterPath:
    path = QPainterPath(upper[0])
    for point in [*upper[1:], *lower[::-1]]:
        path.lineTo(point)
    path.closeSubpath()
    return path


def _wet(stage: Stage, line: float) -> None:
    """Sand that the last waves have darkened; it mirrors the sky a little."""
    light = stage.light
    most = 1.1 + 2.6 * stage.scene.waves
    top = _line(stage, lambda x: line + 1.0)
    low = _line(stage, lambda x: line - most * (1.15 + 0.25 * sin(0.61 * x)) - 0.2 * sin(1.9 * x))
    dark = QColor(country.wanted(stage, "low", "#c9a26a"))
    wet = mixed(light.lit(mixed(dark, QColor("#4a3a30"), 0.5), 0.5), light.horizon, 0.35)
    shade = QLinearGradient(0, top[24].y(), 0, low[24].y() + 1)
    shade.setColorAt(0, faded(wet, 0.85))
    shade.setColorAt(0.75, faded(wet, 0.6))
    shade.setColorAt(1, faded(wet, 0.0))
    stage.painter.fillPath(_area(top, low), shade)


def _swash(stage: Stage, line: float) -> None:
    """The thin sheet of the running wave, lace behind its edge, and the edge's foam."""
    scene, t, light = stage.scene, stage.t, stage.light
    back = _line(stage, lambda x: line + 1.2)
    edge = _line(stage, lambda x: line - swash.run_up(scene, x, t))
    sheet = QLinearGradient(0, back[24].y(), 0, max(p.y() for p in edge) + 1)
    sheet.setColorAt(0, mixed(sea.water_colour(stage), light.horizon, 0.3))
    sheet.setColorAt(1, faded(mixed(light.horizon, light.middle, 0.3), 0.45))
    stage.painter.fillPath(_area(back, edge), sheet)
    white = mixed(mixed(light.key, light.ambient, 0.35), QColor("#ffffff"), 0.4)
    scale = stage.view.pixels_per_metre(line)
    laces = []
    for behind, alpha, wide in (
        (1.3, 0.2, 0.04),
        (0.8, 0.3, 0.05),
        (0.35, 0.4, 0.07),
        (0.0, 0.95, 0.13),
    ):

        def lace(x: float, b: float = behind) -> float:
            ragged = 0.2 * sin(2.1 * x + 3 * b) if b else 0.0
            return min(line - swash.run_up(scene, x, t) + b + ragged, line + 1.1)

        laces.append(Ribbon(_line(stage, lace), max(wide * scale, 0.8), alpha))
    paint_ribbons(stage.painter, laces, white)


def _roller(stage: Stage, line: float, number: int) -> None:
    """A wave that rears, whitens and comes in; it arrives as the run-up begins."""
    scene, light = stage.scene, stage.light
    span, speed = 16.0 + 10.0 * scene.waves, 3.0
    white = mixed(mixed(light.key, light.ambient, 0.35), QColor("#ffffff"), 0.35)
    wait = (1.0 - swash.age(scene, 0.0, stage.t) + number) * swash.period(scene)
    out = speed * wait
    if out > span:
        return
    near = 1.0 - out / span
    tall = (0.16 + 0.75 * scene.waves) * (0.4 + 0.6 * near)

    def depth(x: float) -> float:
        return line + 0.6 + out + 0.5 * sin(0.17 * x) + 0.25 * sin(0.9 * x + number)

    def rears(x: float) -> float:
        part = 0.5 + 0.3 * sin(0.37 * x + 2.1 * number) + 0.2 * sin(0.9 * x - 0.8 * stage.t)
        return tall * max(part, 0.0)

    foot, crest = _line(stage, depth), _line(stage, depth, rears)
    face = QLinearGradient(0, crest[24].y(), 0, foot[24].y() + 1)
    body = sea.water_colour(stage)
    face.setColorAt(0, light.far(mixed(body, white, 0.25 + 0.75 * near * near), line))
    face.setColorAt(0.5, faded(mixed(body, QColor("#06202a"), 0.12), 0.6))
    face.setColorAt(1, faded(white, 0.85 * near))
    stage.painter.fillPath(_area(crest, foot), face)
    scale = stage.view.pixels_per_metre(line + out)
    if near > 0.45:
        upper = Ribbon(crest, max(0.14 * tall * scale, 0.8), near)
        lower = Ribbon(foot, max(0.24 * tall * scale, 0.8), 0.6 * near)
        paint_ribbons(stage.painter, [upper, lower], white)
