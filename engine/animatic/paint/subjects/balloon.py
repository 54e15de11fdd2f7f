"""A hot-air balloon: striped gores, a burner that lights it from inside, a basket with people."""

from functools import partial
from math import cos, degrees, pi, sin

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.motion.balloon import balloon_sway, burner_glow
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.logo import logo
from engine.animatic.paint.subjects.shape import Point, box, curve, ellipse, limb, polygon
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

MOUTH, TOP, WAIST, RADIUS = 4.4, 21.0, 13.6, 7.4
COLOURS = ("#c9352b", "#e0852b", "#2f6ea8", "#7a3f86", "#2f8a6b")
GORES = 14
FLAME = QColor("#ffb347")
LOGO_ANGLE, LOGO_HALF = 0.74, 4.3
"""How far around the envelope a logo reaches (radians), and half its box's height, metres."""


def paint(stage: Stage, subject: Subject) -> None:
    """The balloon, leaning as it sways; its own light grows with the burner."""
    x, y, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 12.0):
        return
    lean = degrees(balloon_sway(subject, stage.scene, stage.t))
    with figure(stage, subject, lean) as fig:
        bounds = QRectF(-8.0, -0.4, 16.0, 22.0)
        fig.sprite(("balloon", subject), bounds, partial(_still, subject))
        _burner(fig, burner_glow(subject, stage.scene, stage.t))


def _still(subject: Subject, fig: Figure) -> None:
    colour = wanted(subject.colour, COLOURS[int(subject.variety * 4.99)])
    _envelope(fig, colour, subject.variety)
    _logo(fig)
    _ropes(fig)
    _basket(fig)


# Envelope -------------------------------------------------------------------------------------


def girth(y: float) -> float:
    """The envelope's radius at a height: a ball above the waist, a cone closing below it."""
    if y >= WAIST:
        return RADIUS * max(1.0 - ((y - WAIST) / (TOP - WAIST)) ** 2, 0.0) ** 0.5
    part = (y - MOUTH) / (WAIST - MOUTH)
    return 1.25 + (RADIUS - 1.25) * sin(0.5 * pi * min(max(part, 0.0), 1.0)) ** 0.92


HEIGHTS = [MOUTH + (TOP - MOUTH) * (1 - cos(pi * i / 26)) / 2 for i in range(27)]


def _meridian(angle: float) -> list[Point]:
    return [(girth(y) * sin(angle), y) for y in HEIGHTS]


def _outline() -> QPainterPath:
    return polygon(_meridian(-pi / 2) + _meridian(pi / 2)[::-1])


def _envelope(fig: Figure, colour: QColor, variety: float) -> None:
    """Each gore bulges between its tapes, so it is lit a little differently across."""
    cream = QColor("#f6ecd6")
    second = cream if variety < 0.6 else mixed(colour, QColor("#f2b84a"), 0.85)
    fig.fill(_outline(), fig.lit(colour))
    for i in range(GORES):
        low, high = -pi / 2 + pi * i / GORES, -pi / 2 + pi * (i + 1) / GORES
        gore = polygon(_meridian(low) + _meridian(high)[::-1])
        paint = (colour, second)[i % 2]
        middle, reach = (low + high) / 2, RADIUS
        shade = QLinearGradient(reach * sin(low), 0, reach * sin(high), 0)
        for place, angle in ((0.0, middle - 0.32), (0.5, middle), (1.0, middle + 0.32)):
            shade.setColorAt(place, fig.lit(paint, sin(angle), 0.1, max(cos(angle), 0.0)))
        fig.fill(gore, shade)
    _bands(fig, mixed(colour, QColor("#1d2a4a"), 0.6))
    _roundness(fig)
    fig.rim(_outline(), 0.16)


def _bands(fig: Figure, colour: QColor) -> None:
    """Two rings around the envelope; they sag as rings seen from below rise."""
    for low, high in ((9.2, 9.9), (17.6, 18.2)):
        edge = [(girth(low) * sin(a), low + 0.35 * cos(a)) for a in _ANGLES]
        top = [(girth(high) * sin(a), high + 0.35 * cos(a)) for a in reversed(_ANGLES)]
        fig.fill(polygon(edge + top), fig.round(colour, -girth(low), girth(low)))


_ANGLES = [-pi / 2 + pi * i / 16 for i in range(17)]


def _roundness(fig: Figure) -> None:
    """Light from above, dusk below, and the glow of cloth with the sun behind it."""
    light = fig.stage.light
    dark = multiplied(light.ambient, QColor("#5b5470"))
    shade = QLinearGradient(0, TOP, 0, MOUTH)
    shade.setColorAt(0, faded(light.key, 0.22))
    shade.setColorAt(0.3, faded(light.key, 0.0))
    shade.setColorAt(0.5, faded(dark, 0.0))
    shade.setColorAt(1, faded(dark, 0.6))
    fig.fill(_outline(), shade)
    sx, sy, _ = fig.sun
    gloss = QRadialGradient(QPointF(4.2 * sx, WAIST + 3.4 * max(sy, 0.2) + 0.6), 6.2)
    gloss.setColorAt(0, faded(fig.glint, 0.34))
    gloss.setColorAt(1, faded(fig.glint, 0.0))
    fig.fill(_outline(), QBrush(gloss))


def _logo(fig: Figure) -> None:
    """The logo lies around the envelope: its sides turn away with the cloth."""
    image = logo(fig.stage, 9.0 * fig.scale)
    if image is None:
        return
    wide = 2 * RADIUS * LOGO_ANGLE
    shrink = min(wide / image.width(), 2 * LOGO_HALF / image.height())
    width, height = image.width() * shrink, image.height() * shrink
    angle = width / (2 * RADIUS)
    bent = _bent(image, angle, height)
    half = RADIUS * sin(angle)
    fig.painter.save()
    fig.painter.scale(fig.heading, -1)
    fig.painter.drawImage(QRectF(-half, -WAIST - height / 2, 2 * half, height), bent)
    fig.painter.restore()


def _bent(image: QImage, angle: float, height: float) -> QImage:
    """The picture on the round cloth, seen from the front (inverse map: across to angle)."""
    columns, rows = image.width(), image.height()
    ys = WAIST + height * (0.5 - (np.arange(rows, dtype=np.float32) + 0.5) / rows)
    radius = np.array([max(girth(float(y)), 0.1) for y in ys], np.float32)[:, None]
    xs = RADIUS * np.sin(angle) * np.linspace(-1, 1, columns, dtype=np.float32)[None, :]
    part = np.arcsin(np.clip(xs / radius, -1, 1)) / angle
    across = (part * 0.5 + 0.5) * (columns - 1)
    down = np.broadcast_to(np.arange(rows, dtype=np.float32)[:, None], across.shape)
    result = QImage(columns, rows, QImage.Format.Format_ARGB32_Premultiplied)
    flat = image.copy()
    grid = (across.astype(np.float32), np.ascontiguousarray(down))
    pixels(result)[:] = cv2.remap(
        pixels(flat), *grid, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT
    )
    return result


# Basket and fire ------------------------------------------------------------------------------


def _ropes(fig: Figure) -> None:
    ropes = QPainterPath()
    for top, low in ((-1.25, -0.82), (-0.5, -0.4), (0.5, 0.4), (1.25, 0.82)):
        ropes.moveTo(top, MOUTH)
        ropes.lineTo(low, 1.4)
    fig.stroke(ropes, fig.lit(QColor("#3b3026")), 0.05)
    skirt = polygon(
        [(-1.25, MOUTH + 0.1), (-1.0, MOUTH - 0.7), (1.0, MOUTH - 0.7), (1.25, MOUTH + 0.1)]
    )
    fig.fill(skirt, fig.round(QColor("#7d2a22"), -1.2, 1.2))


def _basket(fig: Figure) -> None:
    for x, coat in ((-0.38, "#2f5d86"), (0.32, "#c48a32")):
        fig.fill(limb((x, 1.0), (x, 1.62), 0.42, 0.34), fig.lit(QColor(coat), 0.1, 0.2, 0.95))
        fig.fill(ellipse(x + 0.03, 1.92, 0.14, 0.17), fig.lit(QColor("#d7a27a"), 0.2, 0.2, 0.95))
        fig.fill(ellipse(x, 1.99, 0.15, 0.12), fig.lit(QColor("#3a2a20"), 0, 0.5, 0.8))
    wicker = polygon([(-0.88, 1.3), (-0.78, 0.02), (0.78, 0.02), (0.88, 1.3)])
    fig.fill(wicker, fig.round(QColor("#b07a42"), -0.9, 0.9))
    if fig.scale > 14:
        weave = QPainterPath()
        for i in range(1, 6):
            weave.moveTo(-0.87, 1.3 - 0.21 * i)
            weave.lineTo(0.87, 1.3 - 0.21 * i)
        for i in range(7):
            weave.moveTo(-0.75 + 0.25 * i, 1.3)
            weave.lineTo(-0.66 + 0.22 * i, 0.02)
        fig.stroke(weave, faded(fig.lit(QColor("#4d2f16")), 0.45), 0.03)
    fig.fill(box(-0.94, 1.22, 1.88, 0.16, 0.08), fig.lit(QColor("#6a3f20"), 0, 0.5, 0.85))
    fig.rim(wicker, 0.05)


def _burner(fig: Figure, glow: float) -> None:
    """The flame and, the darker it is, the whole envelope shining like a lantern."""
    if glow < 0.02:
        return
    dusk = 0.12 + 0.5 * fig.stage.light.lamps
    inside = QRadialGradient(QPointF(0, 7.2), 11.5)
    inside.setColorAt(0, faded(QColor("#ffdf9a"), 0.9 * dusk * glow))
    inside.setColorAt(0.5, faded(FLAME, 0.55 * dusk * glow))
    inside.setColorAt(1, faded(FLAME, 0.0))
    fig.fill(fig.stage.wardrobe.keep("envelope", _outline), QBrush(inside))
    flicker = 1.0 + 0.14 * sin(31.0 * fig.stage.t) + 0.08 * sin(53.0 * fig.stage.t)
    tall = 2.1 * glow * flicker
    for width, height, colour in ((0.34, tall, FLAME), (0.18, 0.66 * tall, QColor("#fff3cf"))):
        flame = QPainterPath(QPointF(-0.5 * width, 2.5))
        curve([(-0.5 * width, 2.5), (-width, 2.6 + 0.3 * height), (0, 2.6 + height)], flame)
        curve([(0, 2.6 + height), (width, 2.6 + 0.3 * height), (0.5 * width, 2.5)], flame)
        fig.fill(flame, faded(colour, 0.9 * min(1.0, glow * 1.3)))
