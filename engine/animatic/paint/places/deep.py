"""Under water: light that comes down in shafts, caustics on the floor, plants, bubbles, drift."""

from collections.abc import Generator
from contextlib import contextmanager
from math import sin, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen

from engine.animatic.light import faded, mixed
from engine.animatic.paint.easel import painting
from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.lamps import Ray, add_rays
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.places import country
from engine.animatic.paint.places.forest import shaft
from engine.animatic.paint.places.land import lit_table
from engine.animatic.paint.plane import TILE
from engine.animatic.paint.props import show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.surface import bgr, blank, canvas, translucent
from engine.animatic.stage import Stage
from engine.animatic.view import View

NET_METRE, NET_FAR = 0.03, 9.0
"""Metres of a texel of the net of light, and how far off it is still seen."""


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
    streak = stage.wardrobe.keep("streak", lambda: _streak(stage))
    with sprites(painter):
        for i in range(60):
            part = chance.random() ** 1.6
            y = foot - (0.62 - 0.2 * part) * stage.height + 0.006 * stage.height * sin(stage.t + i)
            swell = 0.5 + 0.5 * sin(tau * (stage.t / chance.uniform(2, 5) + chance.random()))
            long = (0.16 - 0.11 * part) * stage.height * chance.uniform(0.6, 1.6)
            x = (chance.random() * 1.2 - 0.1) * stage.width
            x += 0.02 * stage.height * sin(0.6 * stage.t + i)
            thick = 0.02 * stage.height * (1.2 - part)
            painter.setOpacity(0.5 * swell * (1 - part))
            painter.drawImage(QRectF(x, y - thick / 2, long, thick), streak)


@contextmanager
def sprites(painter: QPainter) -> Generator[None]:
    """Draw small kept pictures, whose rims are clear: their edges need no smoothing."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    yield
    painter.restore()


def _streak(stage: Stage) -> QImage:
    """A glint on the surface: long, bright along its middle."""
    across = np.linspace(-1.0, 1.0, 96, dtype=np.float32)[None, :]
    down = np.linspace(-1.0, 1.0, 16, dtype=np.float32)[:, None]
    wavy = down + 0.25 * np.sin(5.0 * across)
    cover = np.clip(1.0 - across * across, 0.0, 1.0) * np.clip(1.0 - 3.0 * wavy * wavy, 0.0, 1.0)
    return translucent(np.broadcast_to(bgr(stage.light.glow), (16, 96, 3)), cover)


def _shafts(stage: Stage) -> None:
    """Beams that lean with the sun and wander as the waves focus them."""
    chance, size = stage.chance("beams"), stage.height
    rays: list[Ray] = []
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
    low, high = (
        QColor(country.wanted(stage, "low", "#b0a078")),
        QColor(country.wanted(stage, "high", "#fff2c4")),
    )
    table = stage.wardrobe.keep("bed", lambda: lit_table(stage.light, low, high))
    paint_floor(stage, mottled_tile(stage, "sand"), (0.0135, 0.05), table)
    _net(stage)


def _net(stage: Stage) -> None:
    """Two nets of light that drift over each other, worked out at a quarter of the frame's pixels
    and added to the floor as far as they can be told from a glimmer."""
    view, frame = stage.view, canvas(stage)
    top = max(int(view.ground_y(NET_FAR + view.z)), int(view.horizon_y()) + 2, 0)
    if top >= view.height - 8:
        return
    tile = stage.wardrobe.keep("caustics", lambda: _caustics(stage))
    rows, columns = -(-(view.height - top) // 4), -(-view.width // 4)
    t = stage.t
    nets = [
        cv2.warpPerspective(
            tile, _ground(view, top, shift), (columns, rows), borderMode=cv2.BORDER_WRAP,
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        )
        for shift in ((7.0 * t, 5.0 * sin(0.7 * t)), (31.0 - 5.0 * t, 57.0 + 4.0 * t))
    ]  # fmt: skip
    both = cv2.multiply(nets[0], nets[1], scale=1 / 255)
    below = np.arange(rows, dtype=np.float32)[:, None] * 4 + 2 + top - np.float32(view.horizon_y())
    depth = np.float32(view.y * view.focal * view.zoom * view.height) / below
    fade = np.clip(1.0 - depth / np.float32(NET_FAR), 0.0, 1.0) * 0.75
    glow = bgr(stage.light.glow) * (0.4 if stage.light.night else 1.0)
    shone = [
        cv2.multiply(both, np.ascontiguousarray(np.broadcast_to(fade * part, both.shape)), dtype=0)
        for part in glow
    ]
    light = cv2.merge([*shone, np.zeros_like(both)])
    wide = cv2.resize(light, (4 * columns, 4 * rows), interpolation=cv2.INTER_LINEAR)
    part = frame[top:]
    cv2.add(part, wide[: part.shape[0], : part.shape[1]], dst=part)


def _ground(view: View, top: int, shift: tuple[float, float]) -> np.ndarray:
    """The matrix from coarse pixels below row `top` to the net's texels, moved by `shift`."""
    unit, middle = view.focal * view.zoom * view.height, view.width / 2 - view.pan * view.height
    below = np.array([0.0, 4.0, top + 2.0 - view.horizon_y()])
    aside = np.array([4.0, 0.0, 2.0 - middle])
    across = (view.x * below + view.y * aside) / NET_METRE + shift[0] * below
    along = (view.z * below + np.array([0.0, 0.0, view.y * unit])) / NET_METRE + shift[1] * below
    return np.array([across, along, below])


def _caustics(stage: Stage) -> np.ndarray:
    """A net of bright lines that repeats both ways: uint8 (TILE, TILE)."""
    whole = layered(stage.chance("caustics"), TILE * 2, TILE, 32, 2)
    part = np.linspace(0.0, 1.0, TILE, dtype=np.float32)[:, None]
    both = whole[:TILE] * part + whole[TILE:] * (1.0 - part)
    net = 1.0 - np.abs(2.0 * (both - both.mean()) / both.std())
    return (60.0 + 195.0 * steps(0.4, 1.0, net)).astype(np.uint8)


def _bubbles(stage: Stage) -> None:
    """Chains of bubbles that wobble and grow as they rise."""
    chance, view, painter = stage.chance("bubbles"), stage.view, stage.painter
    picture = stage.wardrobe.keep("bubble", lambda: _bubble(stage))
    with sprites(painter):
        for _ in range(4):
            x, z = chance.uniform(-3.5, 3.5), chance.uniform(4.0, 11.0)
            for _ in range(9):
                rise = (chance.random() * 6.0 + (0.55 + 0.2 * chance.random()) * stage.t) % 6.0
                size = chance.uniform(0.02, 0.055) * (1.0 + 0.12 * rise)
                aside = 0.09 * sin(3.0 * rise + 9 * size) * min(rise, 1.5)
                centre = view.project(x + aside, rise, z)
                wide, tall = (one * size * view.pixels_per_metre(z) for one in (1.2, 1.08))
                spot = QRectF(centre.x() - wide, centre.y() - tall, 2 * wide, 2 * tall)
                painter.drawImage(spot, picture)


def _bubble(stage: Stage) -> QImage:
    """A ring of light with a glint, 48 pixels wide."""
    image = blank(48, 48)
    with painting(image) as painter:
        painter.setPen(QPen(faded(stage.light.glow, 0.6), 3.2))
        painter.setBrush(faded(stage.light.zenith, 0.2))
        painter.drawEllipse(QPointF(24, 24), 20, 20)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(faded(QColor("#ffffff"), 0.8))
        painter.drawEllipse(QPointF(17, 17), 4, 4)
    return image


def _drift(stage: Stage) -> None:
    """Specks that hang in the water and turn in the light."""
    chance, view, painter = stage.chance("drift"), stage.view, stage.painter
    colour = mixed(stage.light.glow, QColor("#ffffff"), 0.3)
    picture = stage.wardrobe.keep("speck", lambda: _speck(colour))
    with sprites(painter):
        for _ in range(80):
            z = chance.uniform(1.2, 7.0)
            x = chance.uniform(-1.0, 1.0) * z + 0.25 * sin(0.3 * stage.t + 5 * z)
            y = (chance.uniform(0, 4) - 0.05 * stage.t + 0.05 * sin(stage.t + x)) % 4.0
            painter.setOpacity(0.3 + 0.3 * sin(chance.uniform(0.5, 1.6) * stage.t + 7 * z))
            spot, half = view.project(x, y, z), max(0.008 * view.pixels_per_metre(z), 0.9)
            painter.drawImage(QRectF(spot.x() - half, spot.y() - half, 2 * half, 2 * half), picture)


def _speck(colour: QColor) -> QImage:
    """A soft round speck, 24 pixels wide."""
    line = (np.arange(24, dtype=np.float32) + 0.5) / 12.0 - 1.0
    away = np.sqrt(line[None, :] ** 2 + line[:, None] ** 2)
    return translucent(np.broadcast_to(bgr(colour), (24, 24, 3)), steps(1.0, 0.2, away))
