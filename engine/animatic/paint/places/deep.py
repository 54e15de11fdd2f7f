"""Under water: light that comes down in shafts, caustics on the floor, plants, bubbles, drift."""

from math import sin, tau

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from engine.animatic.light import faded, mixed
from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.lamps import add_rays
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.places import country
from engine.animatic.paint.places.forest import shaft
from engine.animatic.paint.places.land import lit_table
from engine.animatic.paint.plane import TILE
from engine.animatic.paint.props import show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """From the glow of the surface down to the plants at our side."""
    _water(stage)
    country.paint_far(stage)
    _floor(stage)
    show(stage, country.props_of(stage, "behind"), SHAPES)
    show(stage, country.props_of(stage), SHAPES)
    _shafts(stage)
    _bubbles(stage)
    _drift(stage)


def _water(stage: Stage) -> None:
    """Pale above, deep blue ahead; the surface glitters from below."""
    light, view, painter = stage.light, stage.view, stage.painter
    foot = view.horizon_y()
    water = QLinearGradient(0, min(0.0, foot - 0.65 * stage.height), 0, foot)
    water.setColorAt(0, light.zenith)
    water.setColorAt(0.28, light.middle)
    water.setColorAt(1, light.haze)
    painter.fillRect(0, 0, stage.width, stage.height, water)
    chance = stage.chance("surface")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for i in range(46):
        part = chance.random() ** 1.6
        y = foot - (0.62 - 0.2 * part) * stage.height + 0.006 * stage.height * sin(stage.t + i)
        swell = 0.5 + 0.5 * sin(tau * (stage.t / chance.uniform(2, 5) + chance.random()))
        long = (0.16 - 0.11 * part) * stage.height * chance.uniform(0.5, 1.3)
        x = (chance.random() * 1.2 - 0.1) * stage.width + 0.02 * stage.height * sin(
            0.6 * stage.t + i
        )
        painter.setPen(
            QPen(faded(light.glow, 0.3 * swell * (1 - part)), 0.008 * stage.height * (1.2 - part))
        )
        painter.drawLine(
            QPointF(x, y), QPointF(x + long, y + 0.004 * stage.height * sin(2 * stage.t + i))
        )
    painter.restore()


def _shafts(stage: Stage) -> None:
    """Beams that lean with the sun and wander as the waves focus them."""
    chance, size, rays = stage.chance("beams"), stage.height, []
    slant = 24.0 * (stage.light.sun_x - 0.5) + 8.0
    much = 0.5 * (0.35 if stage.light.night else 1.0)
    for i in range(7):
        place = (i + chance.random()) / 7 * 1.3 - 0.1
        wide = chance.uniform(0.1, 0.26)
        swell = 0.5 + 0.5 * sin(tau * stage.t / chance.uniform(4, 9) + 2.3 * i)
        sway = 3.0 * sin(0.5 * stage.t + i)
        foot = stage.view.horizon_y() + 0.16 * size
        spot = QPointF(place * stage.width - 0.4 * stage.view.pan * size, foot)
        rays.append(shaft(stage, spot, (wide, 1.05), slant + sway, much * swell))
    add_rays(stage, rays)


def _floor(stage: Stage) -> None:
    """Sand with the moving net of light that waves throw on it."""
    tile = stage.wardrobe.keep("caustics", lambda: _caustics(stage))
    sand = mottled_tile(stage, "sand")
    low, high = (
        QColor(country.wanted(stage, "low", "#b0a078")),
        QColor(country.wanted(stage, "high", "#fff2c4")),
    )
    table = stage.wardrobe.keep("bed", lambda: lit_table(stage.light, low, high))
    t = stage.t
    paint_floor(stage, sand, (0.0135, 0.022), table, moved=(9.0 * t, 6.0 * sin(0.7 * t)), over=tile)


def _caustics(stage: Stage) -> np.ndarray:
    """A net of bright lines that repeats both ways: uint8 (TILE + 1, TILE + 1)."""
    whole = layered(stage.chance("caustics"), TILE * 2, TILE, 32, 2)
    part = np.linspace(0.0, 1.0, TILE, dtype=np.float32)[:, None]
    both = whole[:TILE] * part + whole[TILE:] * (1.0 - part)
    net = 1.0 - np.abs(2.0 * (both - both.mean()) / both.std())
    tile = 70.0 + 185.0 * steps(0.55, 1.0, net)
    return np.pad(tile, ((0, 1), (0, 1)), mode="wrap").astype(np.uint8)


def _bubbles(stage: Stage) -> None:
    """Chains of bubbles that wobble and grow as they rise."""
    chance, view, painter = stage.chance("bubbles"), stage.view, stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for _ in range(4):
        x, z = chance.uniform(-3.5, 3.5), chance.uniform(4.0, 11.0)
        for _ in range(9):
            rise = (chance.random() * 6.0 + (0.55 + 0.2 * chance.random()) * stage.t) % 6.0
            size = chance.uniform(0.02, 0.055) * (1.0 + 0.12 * rise)
            aside = 0.09 * sin(3.0 * rise + 9 * size) * min(rise, 1.5)
            centre, radius = view.project(x + aside, rise, z), size * view.pixels_per_metre(z)
            painter.setPen(QPen(faded(stage.light.glow, 0.6), max(0.16 * radius, 0.7)))
            painter.setBrush(faded(stage.light.zenith, 0.2))
            painter.drawEllipse(centre, radius, 0.9 * radius)
            painter.setBrush(faded(QColor("#ffffff"), 0.8))
            painter.setPen(QColor(0, 0, 0, 0))
            painter.drawEllipse(
                centre - QPointF(0.35 * radius, 0.35 * radius), 0.2 * radius, 0.2 * radius
            )
    painter.restore()


def _drift(stage: Stage) -> None:
    """Specks that hang in the water and turn in the light."""
    chance, view, painter = stage.chance("drift"), stage.view, stage.painter
    colour = mixed(stage.light.glow, QColor("#ffffff"), 0.3)
    painter.save()
    for _ in range(80):
        z = chance.uniform(1.2, 7.0)
        x = chance.uniform(-1.0, 1.0) * z + 0.25 * sin(0.3 * stage.t + 5 * z)
        y = (chance.uniform(0, 4) - 0.05 * stage.t + 0.05 * sin(stage.t + x)) % 4.0
        glint = 0.25 + 0.25 * sin(chance.uniform(0.5, 1.6) * stage.t + 7 * z)
        painter.setPen(QPen(faded(colour, glint), max(0.011 * view.pixels_per_metre(z), 0.9)))
        painter.drawPoint(view.project(x, y, z))
    painter.restore()
