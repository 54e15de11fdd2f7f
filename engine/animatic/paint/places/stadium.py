"""A stadium: striped pitch with its lines, a goal, stands full of people, floodlights."""

from math import ceil, floor, sin, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.paint import strip
from engine.animatic.paint.floor import mottled, mottled_tile
from engine.animatic.paint.lamps import Glow, Ray, cone_of, shine, shine_all
from engine.animatic.paint.places.land import snowy
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.slab import Paint, Piece, lay, words
from engine.animatic.stage import Stage

EMPTY = frozenset({"person", "crowd"})
"""Without whom the seats are empty."""
SHIRTS = ("#d8473a", "#f0ede4", "#2f5fa8", "#f2c23c", "#3a3a44", "#c98a6a", "#8fa0b0", "#4f8a5a")
FAR = 72.0
"""Metres to the far line; the stand rises behind it."""


def paint(stage: Stage) -> None:
    """Stand, boards, pitch, goal, floodlights with their beams."""
    half = strip.reach(stage, FAR + 8, 12.0)
    metres = QRectF(-half, -0.2, 2 * half, 27.0)
    stand = strip.kept(
        stage, "stand", FAR + 8, metres, lambda painter: _stand(stage, painter, half)
    )
    strip.show(stage, stand)
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not EMPTY & set(stage.scene.without):
        _sparkle(stage, half)
    painter.restore()
    lay(stage, "pitch", _pitch(stage), FAR + 8)
    show(stage, [Prop("goal", 0.0, FAR - 4.0, 1.15)], SHAPES, calm=True)
    _floodlights(stage)


def _stand(stage: Stage, painter: QPainter, half: float) -> None:
    """Rows of people under a roof; every seat is a dab of colour."""
    chance, light = stage.chance("stand"), stage.light
    dark = light.lit(QColor("#3a3d48"), 0.4, FAR)
    painter.fillRect(QRectF(-half, 0, 2 * half, 22.0), dark)
    painter.setPen(QColor(0, 0, 0, 0))
    tones = [light.lit(QColor(one), 0.75, FAR) for one in SHIRTS]
    skin = light.lit(QColor("#c99a7a"), 0.8, FAR)
    for row in range(17):
        y = 3.2 + 1.0 * row + (1.2 if row > 8 else 0.0)
        x = -half + chance.random()
        while x < half:
            if chance.random() < 0.9 and not EMPTY & set(stage.scene.without):
                painter.fillRect(QRectF(x, y, 0.62, 0.8), chance.choice(tones))
                painter.fillRect(QRectF(x + 0.16, y + 0.74, 0.3, 0.32), skin)
            x += 0.95
    for y in (12.2,):
        painter.fillRect(QRectF(-half, y, 2 * half, 0.9), light.lit(QColor("#d8dde2"), 0.7, FAR))
    roof = light.lit(QColor("#c9ced4"), 0.8, FAR)
    painter.fillRect(QRectF(-half, 21.6, 2 * half, 1.6), roof)
    shade = QLinearGradient(0, 21.6, 0, 15.0)
    shade.setColorAt(0, QColor(8, 10, 18, 150))
    shade.setColorAt(1, QColor(8, 10, 18, 0))
    painter.fillRect(QRectF(-half, 14, 2 * half, 7.6), shade)
    x = -half
    while x < half:
        colour = QColor(chance.choice(("#d8473a", "#2f6fb8", "#f2c23c", "#2f8a5a", "#20232c")))
        painter.fillRect(
            QRectF(x, 0.3, 7.6, 1.3), mixed(light.lit(colour, 0.7, FAR), colour, 0.5 * light.lamps)
        )
        painter.fillRect(QRectF(x + 1.4, 0.75, 4.6, 0.35), faded(QColor("#ffffff"), 0.85))
        x += 8.0


def _sparkle(stage: Stage, half: float) -> None:
    """The crowd is never still: a wave of raised hands and the flash of cameras."""
    chance, view, painter = stage.chance("crowd"), stage.view, stage.painter
    size = 0.5 * view.pixels_per_metre(FAR + 8)
    tones = [stage.light.lit(QColor(one), 0.95, FAR) for one in SHIRTS]
    for i in range(260):
        x, row = chance.uniform(-half, half), chance.randrange(17)
        y = 3.6 + row + (1.2 if row > 8 else 0.0)
        jump = max(sin(tau * chance.uniform(0.6, 1.4) * stage.t + 9 * x), 0.0)
        wave = max(sin(0.09 * x - 1.1 * stage.t), 0.0) ** 6
        lift = 0.35 * jump + 0.9 * wave
        spot = view.project(x, y + lift, FAR + 8)
        painter.fillRect(QRectF(spot.x(), spot.y(), size, 1.5 * size), tones[i % len(tones)])
    for _ in range(26):
        beat = stage.t * chance.uniform(0.3, 0.8) + chance.random()
        if beat % 1.0 < 0.06:
            spot = view.project(chance.uniform(-half, half), chance.uniform(4, 20), FAR + 8)
            reach = 2.2 * size
            shine(
                stage,
                QColor("#ffffff"),
                QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach),
                0.9,
            )


def _pitch(stage: Stage) -> Paint:
    """Mown stripes, blades of grass, and the chalk lines of a goal's end and the middle circle."""
    snow = snowy(stage)
    white = faded(_floodlit(stage, QColor("#ffffff")), 0.85)
    tones = [QColor("#4a8a38"), QColor("#5f9c44")]
    tones = [mixed(one, QColor("#eef3fa"), 0.75) if snow else one for one in tones]
    lit = [_floodlit(stage, one) for one in tones]
    tile = mottled_tile(stage, "pitch", 16)

    def paint(piece: Piece) -> None:
        whole, painter = piece.metres, piece.painter
        for i in range(floor((FAR - whole.bottom()) / 5.5) - 1, ceil((FAR - whole.top()) / 5.5)):
            where = QRectF(whole.left(), FAR - 5.5 * (i + 1), whole.width(), 5.5)
            painter.fillRect(where, lit[i % 2])
        _grass(piece, tile)
        _chalk(piece, white)

    return paint


def _floodlit(stage: Stage, colour: QColor) -> QColor:
    return mixed(stage.light.lit(colour, 0.7), colour, 0.5 * stage.light.lamps)


def _chalk(piece: Piece, white: QColor) -> None:
    """The lines, nowhere thinner than the eye can follow."""
    painter = piece.painter
    aside, deep = (max(0.12, 1.1 * texel) for texel in piece.texel)
    for half, out in ((9.0, 5.5), (20.0, 16.5)):
        for x in (-half, half):
            painter.fillRect(QRectF(x - aside / 2, FAR - out, aside, out), white)
        painter.fillRect(QRectF(-half, FAR - out - deep / 2, 2 * half, deep), white)
    for z in (FAR, 20.0):
        painter.fillRect(QRectF(-90.0, z - deep / 2, 180.0, deep), white)
    ring, middle = QPainterPath(), QPointF(0.0, 20.0)
    for grown in (0.5, -0.5):
        ring.addEllipse(middle, 9.15 + grown * aside, 9.15 + grown * deep)
    painter.fillPath(ring, white)


def _grass(piece: Piece, tile: np.ndarray) -> None:
    """Blades that catch a little more or less light: lighter and darker by a few steps."""
    value = mottled(piece, tile, 0.02)
    memory = words(piece).view(np.uint8).reshape(*value.shape, 4)
    grain = cv2.cvtColor(value, cv2.COLOR_GRAY2BGRA)
    cv2.addWeighted(memory, 1.0, grain, 0.14, -0.14 * 128, dst=memory)
    memory[..., 3] = 255


def _floodlights(stage: Stage) -> None:
    painter, view, light = stage.painter, stage.view, stage.light
    power = max(light.lamps, 0.12)
    glows: list[Glow] = []
    rays: list[Ray] = []
    for side in (-1, 1):
        x = side * 0.36 * (FAR + 14) * stage.scene.aspect / view.focal
        top, foot = view.project(x, 34.0, FAR + 14), view.project(x, 0, FAR + 14)
        scale = view.pixels_per_metre(FAR + 14)
        painter.fillRect(
            QRectF(top.x() - 0.4 * scale, top.y(), 0.8 * scale, foot.y() - top.y() - 22 * scale),
            light.lit(QColor("#6a7078"), 0.5, FAR),
        )
        panel = QRectF(top.x() - 5 * scale, top.y() - 2.6 * scale, 10 * scale, 5.2 * scale)
        painter.fillRect(panel, light.lit(QColor("#3a3e46"), 0.4, FAR))
        for i in range(15):
            bulb = QRectF(
                panel.x() + (0.4 + 1.92 * (i % 5)) * scale,
                panel.y() + (0.3 + 1.65 * (i // 5)) * scale,
                1.5 * scale,
                1.3 * scale,
            )
            painter.fillRect(
                bulb, mixed(light.lit(QColor("#cfd8e0"), 0.8, FAR), QColor("#fffdf2"), power)
            )
        reach = 24 * scale
        spot = QRectF(top.x() - reach, top.y() - reach, 2 * reach, 2 * reach)
        glows.append(Glow(QColor("#eef4ff"), spot, power))
        aim, wide = QPointF((0.5 - 0.12 * side) * stage.width, 0.95 * stage.height), stage.height
        if light.lamps > 0.1:
            ends = (top, aim)
            rays.append(cone_of(stage, QColor("#dfeaff"), ends, 0.7 * wide, 0.3 * light.lamps))
    shine_all(stage, glows, rays)
