"""Vintage: an old reel in sepia that flickers and weaves, with dust, scratches and worn corners."""

from random import Random

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QPen

from engine.animatic.light import faded
from engine.animatic.paint.styles.paper import (
    field,
    film_grain,
    laid_down,
    size_of,
    taken,
    vignette,
)
from engine.animatic.paint.styles.tones import curve, toned
from engine.animatic.stage import Stage

FADED = curve([(0.0, 0.1), (0.25, 0.27), (0.55, 0.66), (0.8, 0.9), (1.0, 0.97)])
SEPIA = ((0.0, "#1c110a"), (0.35, "#6b4a2c"), (0.68, "#c39a68"), (1.0, "#fbeccb"))
BEAT = 12.0
"""Pictures a second of dust and flicker."""


def paint(stage: Stage) -> None:
    """Sepia with a memory of colour, soft edges, flicker, grain, dust."""
    sheet = taken(stage)
    chance = Random(f"{stage.scene.seed}/reel/{int(stage.t * BEAT + 1e-6)}")
    aged = cv2.LUT(cv2.blur(sheet, (2, 2)), FADED)
    sepia = toned(cv2.cvtColor(aged, cv2.COLOR_BGR2GRAY), SEPIA)
    film = cv2.addWeighted(sepia, 0.84, aged, 0.16, 0.0)
    shade = stage.wardrobe.keep("worn", lambda: _worn(stage))
    flicker = 1.0 + chance.uniform(-0.02, 0.02)
    film = cv2.multiply(film, shade, scale=flicker / 200.0)
    laid_down(stage, film, film_grain(stage, 0.13, BEAT))
    _dust(stage, chance)


def _worn(stage: Stage) -> np.ndarray:
    size = size_of(stage)
    stain = field(Random("stain"), size, 68, 32, 3) - 0.5
    level = 208.0 * (1.0 + 0.16 * stain) * vignette(size, 0.62, 0.5)
    return cv2.cvtColor(np.clip(level, 0, 255).astype(np.uint8), cv2.COLOR_GRAY2BGR)


def _dust(stage: Stage, chance: Random) -> None:
    """A few specks and a hair on each picture, and a scratch that stays for a while."""
    painter, unit = stage.painter, min(stage.width, stage.height)
    painter.save()
    painter.setPen(QPen(faded(QColor("#fff6e0"), 0.0), 0))
    for _ in range(chance.randrange(2, 7)):
        spot = QPointF(chance.random() * stage.width, chance.random() * stage.height)
        size = unit * chance.uniform(0.0008, 0.0028)
        painter.setBrush(faded(QColor(chance.choice(("#fff6e0", "#1c110a"))), 0.65))
        painter.drawEllipse(spot, size, size * chance.uniform(0.5, 1.0))
    painter.setBrush(QColor(0, 0, 0, 0))
    if chance.random() < 0.3:
        x, y = chance.random() * stage.width, chance.random() * stage.height
        hair = QPainterPath(QPointF(x, y))
        bend = [unit * chance.uniform(-0.05, 0.05) for _ in range(4)]
        hair.quadTo(x + bend[0], y + bend[1], x + bend[2], y + bend[3])
        painter.setPen(QPen(faded(QColor("#1c110a"), 0.5), 0.0012 * unit))
        painter.drawPath(hair)
    slow = Random(f"{stage.scene.seed}/scratch/{int(stage.t / 1.7)}")
    if slow.random() < 0.6:
        x = stage.width * slow.random() + 0.002 * unit * chance.uniform(-1, 1)
        line = QRectF(x, 0, max(0.001 * unit, 0.7), stage.height)
        painter.fillRect(line, faded(QColor("#fff6e0"), 0.26))
    painter.restore()
