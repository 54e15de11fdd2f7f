"""A cave: frames of rock behind each other, teeth of stone, daylight at the far mouth, a pool."""

from math import cos, pi, sin, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
    QRegion,
)

from engine.animatic.light import faded, mixed
from engine.animatic.paint import plate
from engine.animatic.paint.lamps import Glow, Ray, add_rays, cone_of, ray_of
from engine.animatic.paint.noise import layered
from engine.animatic.paint.places import country
from engine.animatic.paint.props import show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.subjects.shape import ribbon
from engine.animatic.paint.surface import bgr, canvas
from engine.animatic.stage import Stage

RINGS = (34.0, 22.0, 14.0, 9.0, 5.6)
ROCK = QColor("#6a6470")
CRYSTALS = ("#6ad8ff", "#b07bff", "#7dffc0")


def paint(stage: Stage) -> None:
    """The mouth's light, rings of rock from far to near, floor, crystals and the beam."""
    mouth = stage.view.project(0.0, 3.2, 44.0)
    _outside(stage, mouth)
    country.paint_ground(stage, 44.0)
    seen = [number for number, z in enumerate(RINGS) if z - stage.view.z > 1.5]
    for number in seen:
        _ring(stage, number, number + 1 if number + 1 in seen else None)
    show(stage, country.props_of(stage), SHAPES, calm=True)
    _dusk(stage)
    add_rays(stage, [*_beams(stage, mouth), *(ray for one in seen for ray in _glows(stage, one))])
    _drops(stage)


def _outside(stage: Stage, mouth: QPointF) -> None:
    """The light of day, as far as it is seen through the farthest ring."""
    light = stage.light
    glow = QRadialGradient(mouth, 0.42 * stage.height)
    outside = mixed(light.horizon, QColor("#ffffff"), 0.25)
    glow.setColorAt(0, outside)
    glow.setColorAt(0.25, mixed(outside, light.middle, 0.35))
    glow.setColorAt(1, mixed(light.middle, QColor("#0a0d16"), 0.75))
    stage.painter.fillRect(0, 0, stage.width, stage.height, QColor("#0a0d16"))
    whole, _ = _opening(stage, 0)
    stage.painter.fillRect(whole, glow)
    for number, (z, tall) in enumerate(((900.0, 130.0), (300.0, 22.0))):
        stage.painter.fillPath(_hill(stage, number, z, tall), light.lit(QColor("#4c6650"), 0.5, z))


def _hill(stage: Stage, number: int, z: float, tall: float) -> QPainterPath:
    """A ridge of the land outside, as wide as the mouth."""
    turn = stage.chance(f"outside {number}").uniform(0.0, tau)
    line = [
        (0.72 * z * u, tall * (0.55 + 0.3 * sin(10.8 * u + turn) + 0.15 * sin(27.6 * u + 2 * turn)))
        for u in (i / 48 for i in range(-48, 49))
    ]
    ridge = QPainterPath()
    ridge.addPolygon(_projected(stage, [(line[0][0], 0.0), *line, (line[-1][0], 0.0)], z))
    return ridge


# Rock -----------------------------------------------------------------------------------------


def _ring(stage: Stage, number: int, nearer: int | None) -> None:
    """A wall with a hole through which we see on, as far as it is seen through the next one."""
    region = QRegion(0, 0, stage.width, stage.height)
    if nearer is not None:
        region &= QRegion(_opening(stage, nearer)[0].toAlignedRect())
    region -= QRegion(_opening(stage, number)[1].toRect())
    painter = stage.painter
    painter.save()
    painter.setClipRegion(region)
    plate.flat(stage, f"ring {number}", RINGS[number], lambda there: _wall(there, number))
    painter.restore()


def _opening(stage: Stage, number: int) -> tuple[QRectF, QRectF]:
    """What a ring's hole reaches to, and what of it is open for sure, in pixels."""
    z, (half, tall) = RINGS[number], _size(stage, number)
    high, low = stage.view.project(0, 1.2 * tall, z).y(), stage.view.ground_y(z)
    open_top = stage.view.project(0, 0.42 * tall, z).y()
    left, right = (stage.view.project(1.15 * side * half, 0, z).x() for side in (-1, 1))
    near, far = (stage.view.project(0.72 * side * half, 0, z).x() for side in (-1, 1))
    deep = low + 0.5 * stage.view.pixels_per_metre(z)
    return QRectF(left, high, right - left, deep - high), QRectF(
        near, open_top, far - near, stage.height - open_top + 1
    )


def _size(stage: Stage, number: int) -> tuple[float, float]:
    """Half the width and the height of a ring's hole, metres."""
    z = RINGS[number]
    return 0.2 * z * stage.scene.aspect**0.8 + 1.0 + 0.6 * number, 0.27 * z + 1.9


def _wall(stage: Stage, number: int) -> None:
    """The wall of a ring: rough rock that is bright along its inner edge and sinks into the dark
    away from it, with the crystals that grow in its corners."""
    painter, z = stage.painter, RINGS[number]
    foot = stage.view.ground_y(z) + 0.06 * stage.view.pixels_per_metre(z)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("white"))
    painter.drawPath(_outline(stage, number, foot))
    painter.drawPath(_teeth(stage, number))
    _textured(stage, number)
    _crystals(stage, number)


def _outline(stage: Stage, number: int, foot: float) -> QPainterPath:
    """All above the foot but the hole."""
    wall = QPainterPath()
    wall.addRect(QRectF(-10, -10, stage.width + 20, foot + 10))
    hole = QPainterPath()
    hole.addPolygon(_projected(stage, _hole(stage, number), RINGS[number]))
    hole.closeSubpath()
    return wall.subtracted(hole)


def _projected(stage: Stage, points: list[tuple[float, float]], z: float) -> QPolygonF:
    return QPolygonF([stage.view.project(x, y, z) for x, y in points])


def _hole(stage: Stage, number: int) -> list[tuple[float, float]]:
    """The outline in metres: an uneven arch with rubble below."""
    chance, (half, tall) = stage.chance(f"hole {number}"), _size(stage, number)
    waves = [(k, chance.uniform(0, tau), chance.uniform(0.4, 1.0) / k) for k in (3, 5, 9, 14, 23)]
    points: list[tuple[float, float]] = []
    for i in range(180):
        angle = tau * i / 180
        c, s = cos(angle), sin(angle)
        bump = 1.0 + 0.14 * sum(size * sin(k * angle + turn) for k, turn, size in waves)
        bump += 0.02 * chance.uniform(-1, 1)
        x = half * bump * (1 if c > 0 else -1) * abs(c) ** 0.8
        y = tall * bump * abs(s) ** 0.7 if s >= 0 else -0.4 - 1.6 * abs(s)
        if s < 0.0 and abs(c) > 0.8:
            y += chance.uniform(0.2, 0.9)
        points.append((x, y))
    return points


def _teeth(stage: Stage, number: int) -> QPainterPath:
    """Stone that hangs from the roof, in groups of long and short."""
    chance, (half, tall), z = stage.chance(f"teeth {number}"), _size(stage, number), RINGS[number]
    teeth = QPainterPath()
    teeth.setFillRule(Qt.FillRule.WindingFill)
    for _ in range(5):
        middle = chance.uniform(-0.75, 0.75)
        for _ in range(chance.randrange(2, 5)):
            part = middle + chance.gauss(0.0, 0.06)
            root = tall * max(1.0 - part * part, 0.05) ** 0.4 + 0.25 * tall
            long = root - tall * (0.98 - 0.3 * abs(part) - chance.uniform(0.02, 0.34))
            wide, x = chance.uniform(0.03, 0.07) * tall, part * half
            tip = root - long
            line = [(x, root), (x, tip + 0.45 * long), (x + 0.1 * wide, tip)]
            teeth.addPath(_tapered(stage, line, [2.2 * wide, 1.1 * wide, 0.05 * wide], z))
    return teeth


def _tapered(
    stage: Stage, line: list[tuple[float, float]], widths: list[float], z: float
) -> QPainterPath:
    spots = [stage.view.project(x, y, z) for x, y in line]
    scale = stage.view.pixels_per_metre(z)
    return ribbon([(p.x(), p.y()) for p in spots], [wide * scale for wide in widths])


def _textured(stage: Stage, number: int) -> None:
    """Give the wall that was painted white its rock, light and shade."""
    picture, z = canvas(stage), RINGS[number]
    cover = cv2.extractChannel(picture, 3)
    rows, columns = cover.shape[0] // 4 + 1, cover.shape[1] // 4 + 1
    small = cv2.resize(cover, (columns, rows), interpolation=cv2.INTER_AREA)
    away = cv2.distanceTransform((small > 100).astype(np.uint8), cv2.DIST_L2, 5)
    away *= np.float32(4.0 / stage.view.pixels_per_metre(z))
    near = number / (len(RINGS) - 1)
    grain = layered(stage.chance(f"rock {number}"), 96, 256, 32, 5, 1, 0.62)
    rough = cv2.resize(grain, (columns, rows), interpolation=cv2.INTER_CUBIC)
    slope = cv2.Sobel(rough, cv2.CV_32F, 1, 1, ksize=3)
    relief = np.clip(0.62 + 1.5 * (rough - 0.5) + slope * np.float32(0.06 * rows), 0.2, 1.5)
    bright = bgr(mixed(stage.light.horizon, QColor("#ffffff"), 0.1))
    rock = bgr(mixed(stage.light.lit(ROCK, 0.6), stage.light.horizon, 0.1 + 0.3 * (1 - near)))
    dark = np.exp(-away / np.float32(0.5 + 0.07 * z)) * np.float32(0.75 - 0.45 * near)
    rim = np.exp(-away / np.float32(0.09 + 0.012 * z)) * np.float32(0.5 * (1.0 - 0.6 * near))
    night = bgr(QColor("#0b0d16")) * np.float32(0.8)
    colour = night + rock * (dark * relief)[..., None] + bright * (rim * relief)[..., None]
    shown = np.clip(colour * 255.0, 0, 255).astype(np.uint8)
    whole = cv2.resize(shown, (cover.shape[1], cover.shape[0]), interpolation=cv2.INTER_LINEAR)
    filled = cv2.cvtColor(whole, cv2.COLOR_BGR2BGRA)
    cv2.multiply(filled, cv2.merge([cover] * 4), dst=picture, scale=1 / 255)


def _dusk(stage: Stage) -> None:
    """At our feet and at our sides it grows dark."""
    painter, view = stage.painter, stage.view
    top = min(max(view.ground_y(44.0), 0.0), float(stage.height))
    low = QLinearGradient(0, top, 0, stage.height)
    low.setColorAt(0, QColor(8, 9, 15, 0))
    low.setColorAt(1, QColor(8, 9, 15, 190))
    painter.fillRect(QRectF(0, top, stage.width, stage.height - top), low)
    wide = 0.3 * stage.width
    for edge, inner in ((0.0, wide), (float(stage.width), stage.width - wide)):
        side = QLinearGradient(edge, 0, inner, 0)
        side.setColorAt(0, QColor(8, 9, 15, 170))
        side.setColorAt(1, QColor(8, 9, 15, 0))
        painter.fillRect(QRectF(min(edge, inner), top, wide, stage.height - top), side)


# Light ----------------------------------------------------------------------------------------


def _clusters(stage: Stage, number: int) -> list[tuple[float, float, QColor]]:
    """Where crystals grow in a ring, metres, and their colour."""
    if number in (0, 4):
        return []
    chance, (half, _) = stage.chance(f"crystals {number}"), _size(stage, number)
    return [
        (side * (half - chance.uniform(-0.4, 0.3)), chance.uniform(-0.2, 0.6),
         QColor(chance.choice(CRYSTALS)))
        for side in (-1, 1, chance.choice((-1, 1)))
    ]  # fmt: skip


def _crystals(stage: Stage, number: int) -> None:
    """Clusters that glow softly in the dark corners."""
    chance, view, z = stage.chance(f"facets {number}"), stage.view, RINGS[number]
    scale = view.pixels_per_metre(z)
    for x, y, colour in _clusters(stage, number):
        foot = view.project(x, y, z)
        for i in range(7):
            angle = pi / 2 + (i - 3) * 0.27 + chance.uniform(-0.08, 0.08)
            long, thin = chance.uniform(0.35, 0.95) * scale, 0.075 * scale
            across = QPointF(thin * sin(angle), thin * cos(angle))
            tip = foot + QPointF(long * cos(angle), -long * sin(angle))
            waist = foot + (tip - foot) * 0.72
            fill = QLinearGradient(foot, tip)
            fill.setColorAt(0, mixed(colour, QColor("#101828"), 0.6))
            fill.setColorAt(1, mixed(colour, QColor("#ffffff"), 0.4))
            stage.painter.setBrush(fill)
            stage.painter.drawPolygon(QPolygonF([foot - across, waist - across, tip, foot]))
            stage.painter.setBrush(fill if i % 2 else mixed(colour, QColor("#203048"), 0.35))
            stage.painter.drawPolygon(QPolygonF([foot + across, waist + across, tip, foot]))


def _glows(stage: Stage, number: int) -> list[Ray]:
    """The light about the crystals, which swells and fades."""
    z = RINGS[number]
    rays: list[Ray] = []
    for x, y, colour in _clusters(stage, number):
        foot, reach = stage.view.project(x, y + 0.3, z), 1.5 * stage.view.pixels_per_metre(z)
        spot = QRectF(foot.x() - reach, foot.y() - reach, 2 * reach, 2 * reach)
        swell = 0.75 + 0.25 * sin(0.9 * stage.t + 3 * x)
        rays.append(ray_of(stage, Glow(colour, spot, 0.5 * swell)))
    return rays


def _beams(stage: Stage, mouth: QPointF) -> list[Ray]:
    """Light from the mouth that spreads towards us, and its gloss on the wet floor."""
    colour = mixed(stage.light.horizon, stage.light.glow, 0.5)
    bright = min(max(stage.light.horizon.lightnessF(), 0.3), 1.0)
    foot = QPointF(mouth.x() + 0.12 * stage.width, 1.02 * stage.height)
    gloss = QRectF(
        mouth.x() - 0.3 * stage.width, stage.view.horizon_y(), 0.6 * stage.width, 0.4 * stage.height
    )
    return [
        cone_of(stage, colour, (mouth, foot), 0.8 * stage.height, 0.34 * bright),
        ray_of(stage, Glow(colour, gloss, 0.4 * bright)),
    ]


def _drops(stage: Stage) -> None:
    """Water falls from the roof, drop by drop (free fall), with a ring where it lands."""
    chance, view, painter = stage.chance("drips"), stage.view, stage.painter
    colour = mixed(stage.light.glow, QColor("#9fc8e0"), 0.4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for _ in range(7):
        x, z, top = chance.uniform(-2.4, 2.4), chance.uniform(5.0, 12.0), chance.uniform(2.5, 3.6)
        beat = chance.uniform(1.6, 3.4)
        age = (stage.t + beat * chance.random()) % beat
        y, fall = top - 0.5 * 9.81 * age * age, (2 * top / 9.81) ** 0.5
        scale = view.pixels_per_metre(z)
        if y > 0:
            painter.strokePath(
                _streak(view.project(x, y, z), 0.05 * scale * (1 + 3 * age)),
                QPen(faded(colour, 0.8), max(0.014 * scale, 0.8)),
            )
        elif age - fall < 0.7:
            part = (age - fall) / 0.7
            painter.setPen(QPen(faded(colour, 0.7 * (1 - part)), max(0.012 * scale, 0.7)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(view.project(x, 0, z), 0.3 * part * scale, 0.07 * part * scale)
    painter.restore()


def _streak(foot: QPointF, long: float) -> QPainterPath:
    path = QPainterPath(foot)
    path.lineTo(foot - QPointF(0, long))
    return path
