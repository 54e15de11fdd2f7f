"""Breakage: a thing that goes to pieces, cut out of its own picture; flash, fire and smoke."""

from collections.abc import Callable
from dataclasses import replace as put
from math import ceil, cos, degrees, exp, log2, pi, sin
from random import Random

import cv2
import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from engine.animatic.build import build_of
from engine.animatic.camera import standing
from engine.animatic.motion.breaking import Piece, flown, manner, moment, thrown
from engine.animatic.motion.puff import Puff
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.easel import painting, used_part
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.marks import glow, spread
from engine.animatic.paint.subjects.puffs import Smoke, puffs
from engine.animatic.paint.subjects.shape import polygon
from engine.animatic.paint.surface import blank, pixels, smooth
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.view import View

Whole = Callable[[Stage, Subject], None]
Shard = tuple[QImage, QPointF, Piece]
PIECES = {"blast": 34, "shatter": 30, "pop": 9}
LARGEST = 900
"""Pixels of the longer side of the picture that pieces are cut from, at most."""
ROOM = 1.3
FLAME = QColor("#ff8b2d")


def paint(stage: Stage, subject: Subject, whole: Whole) -> None:
    """The whole thing until it breaks, then its pieces; `whole` paints what isn't broken."""
    intact = replace(subject, act="", since=0.0)
    age = stage.t - moment(subject, stage.scene)
    if age < 0.0:
        whole(stage, intact)
        return
    place = position(intact, stage.scene, moment(subject, stage.scene))
    way, tall = manner(subject), _size(subject)
    if way == "blast":
        _smoke(stage, subject, place, age, tall)
    shards = stage.wardrobe.keep(
        ("shards", subject), lambda: _cut(stage, subject, intact, place, whole)
    )
    fine = _fineness(stage, subject, place[2])
    drift = subject.heading * subject.speed if way == "blast" else 0.0
    for image, middle, piece in shards:
        _shard(stage, (image, middle, piece), place, age, fine, drift)
    if way == "blast":
        _fire(stage, subject, place, age, tall)


def _size(subject: Subject) -> float:
    build = build_of(subject.kind)
    return max(build.height, 0.5 * build.width) * subject.scale


def _shard(
    stage: Stage, shard: Shard, place: tuple[float, float, float], age: float, fine: float,
    drift: float,
) -> None:  # fmt: skip
    image, middle, piece = shard
    (gone, high, away), turn = flown(piece, max(place[1], 0.0), age)
    x = place[0] + piece.x + gone + drift * (1.0 - exp(-1.6 * age)) / 1.6
    z = max(place[2] + away, 0.4 * place[2])
    if not stage.view.sees(x, z, 2.0 * image.width() / fine):
        return
    painter, spot = stage.painter, stage.view.project(x, high, z)
    scale = stage.view.pixels_per_metre(z) / fine
    painter.save()
    smooth(painter)
    painter.translate(spot)
    painter.rotate(degrees(turn))
    painter.scale(scale, scale)
    painter.drawImage(-middle, image)
    painter.restore()


# Pieces ---------------------------------------------------------------------------------------


def _fineness(stage: Stage, subject: Subject, z: float) -> float:
    """Pixels a metre of what pieces are cut from, in steps of half an octave."""
    build = build_of(subject.kind)
    rest = standing(stage.scene, stage.width, stage.height).pixels_per_metre(z)
    fine = 2.0 ** (ceil(2 * log2(1.2 * rest)) / 2)
    return min(fine, LARGEST / (2 * ROOM * subject.scale * max(build.height, build.width)))


def _cut(
    stage: Stage, subject: Subject, intact: Subject, place: tuple[float, float, float], whole: Whole
) -> list[Shard]:
    """The thing's picture cut along the borders of cells about scattered points."""
    fine = _fineness(stage, subject, place[2])
    picture, foot = _picture(stage, intact, place, fine, whole)
    used = used_part(picture)
    chance = stage.chance(f"breakage/{subject.kind}/{subject.x}/{subject.variety}")
    found: list[tuple[QImage, QPointF, tuple[float, float]]] = []
    for cell in _cells(used, PIECES[manner(subject)], chance):
        image, middle, spot = _cell(picture, cell)
        if image is not None:
            found.append(
                (image, middle, ((spot.x() - foot.x()) / fine, (foot.y() - spot.y()) / fine))
            )
    pieces = thrown(subject, [spot for *_, spot in found], chance)
    return [(image, middle, piece) for (image, middle, _), piece in zip(found, pieces, strict=True)]


def _picture(
    stage: Stage, intact: Subject, place: tuple[float, float, float], fine: float, whole: Whole
) -> tuple[QImage, QPointF]:
    """The thing on its own at the moment it breaks, without its shadow, and where its foot is."""
    build = build_of(intact.kind)
    wide = ceil(2 * ROOM * build.width * intact.scale * fine)
    tall = ceil(2 * ROOM * build.height * intact.scale * fine)
    image = blank(wide, tall)
    x, y, z = place
    middle = y + 0.5 * build.height * intact.scale
    view = View(wide, tall, x, middle, 0.0, focal=fine * z / tall, horizon=0.5)
    when = moment(replace(intact, act="explode"), stage.scene)
    unlit = put(stage.light, lamps=0.0)
    with painting(image) as painter:
        whole(Stage(painter, stage.scene, unlit, view, Wardrobe(), when), intact)
    foot = view.project(x, y, z)
    low = pixels(image)[int(foot.y() - 0.03 * tall) :]
    low[low[..., 3] < 200] = 0
    return image, foot


def _cells(used: QRect, number: int, chance: Random) -> list[np.ndarray]:
    """Polygons in pixels that fill a rectangle: Voronoi cells about scattered points."""
    box = (used.left() - 1, used.top() - 1, used.width() + 2, used.height() + 2)
    parts = cv2.Subdiv2D(box)
    for _ in range(number):
        parts.insert(
            (chance.uniform(used.left(), used.right()), chance.uniform(used.top(), used.bottom()))
        )
    return parts.getVoronoiFacetList([])[0]


def _cell(picture: QImage, cell: np.ndarray) -> tuple[QImage | None, QPointF, QPointF]:
    """What a picture shows within a cell, its own middle, and where that lies in the picture."""
    outline = polygon([(float(x), float(y)) for x, y in cell])
    box = outline.boundingRect().toAlignedRect().intersected(picture.rect())
    if box.isEmpty():
        return None, QPointF(), QPointF()
    image = blank(box.width(), box.height())
    with painting(image) as painter:
        painter.translate(-box.topLeft())
        _inside(painter, outline, picture)
    used = used_part(image)
    if used.width() < 2 or used.height() < 2:
        return None, QPointF(), QPointF()
    middle = QRectF(used).center()
    return image.copy(used), middle - QPointF(used.topLeft()), middle + QPointF(box.topLeft())


def _inside(painter: QPainter, outline: QPainterPath, picture: QImage) -> None:
    painter.setClipPath(outline)
    painter.drawImage(0, 0, picture)


# Fire and smoke -------------------------------------------------------------------------------


def _smoke(
    stage: Stage, subject: Subject, place: tuple[float, float, float], age: float, tall: float
) -> None:
    """Dark smoke that rolls up and away with the wind; the wreck smokes on for a while."""
    found = []
    for i in range(22):
        own, late = 0.5 + 0.5 * ((i * 0.618) % 1.0), max(i - 9, 0) * 0.28
        old = age - late
        if old <= 0.0:
            continue
        reach = tall * (0.12 if late else 0.35 + 0.9 * own) * (1.0 - exp(-2.2 * old))
        x = reach * cos(2.39996 * i) + 0.4 * stage.scene.wind * tall * old * own
        y = tall * (0.1 if late else 0.2 + 0.5 * own) + (0.3 + 0.3 * own) * tall * old**0.8
        radius = tall * (0.2 + 0.24 * own) * (1.0 - exp(-5.0 * old)) * (1.0 + 0.22 * old)
        thick = min(old / 0.15, 1.0) * exp(-old / (1.8 + 1.2 * own)) * (0.6 if late else 1.0)
        found.append(Puff(x * subject.heading, y, radius, 0.5 * i + 0.3 * old, thick))
    with figure(stage, subject, at=place) as fig:
        puffs(_unscaled(fig, subject), Smoke(QColor("#3d3a3a"), 0.85), found)


def _fire(
    stage: Stage, subject: Subject, place: tuple[float, float, float], age: float, tall: float
) -> None:
    """A flash, then a ball of fire that swells and is gone within a second and a half."""
    found = []
    for i in range(11):
        own = (i * 0.7548) % 1.0
        reach = tall * (0.15 + 0.5 * own) * (1.0 - exp(-5.0 * age))
        y = 0.35 * tall + reach * sin(2.39996 * i) + 0.45 * tall * age
        radius = tall * (0.2 + 0.16 * own) * (1.0 - exp(-9.0 * age)) * (1.0 - 0.25 * age)
        thick = max(1.0 - age / (0.75 + 0.6 * own), 0.0)
        found.append(Puff(reach * cos(2.39996 * i), y, max(radius, 0.0), pi * own, thick))
    with figure(stage, subject, at=place) as fig:
        own_fig = _unscaled(fig, subject)
        if age < 1.4:
            puffs(_shining(own_fig), Smoke(FLAME, 1.0), found)
        spread(
            own_fig,
            glow(own_fig, QColor("#ffb04a"), 0.4 * tall, 1.5 * tall, exp(-age / 0.4)),
            glow(own_fig, QColor("#fff3d6"), 0.4 * tall, 3.2 * tall, exp(-age / 0.11)),
        )


def _shining(fig: Figure) -> Figure:
    """A figure in its own light."""
    white = QColor("white")
    light = put(fig.stage.light, key=white, ambient=white)
    return put(fig, stage=put(fig.stage, light=light))


def _unscaled(fig: Figure, subject: Subject) -> Figure:
    """The figure in plain metres, whatever the subject's own scale."""
    fig.painter.scale(1.0 / subject.scale, 1.0 / subject.scale)
    return Figure(fig.stage, fig.painter, fig.z, fig.scale / subject.scale, fig.heading, fig.sun)
