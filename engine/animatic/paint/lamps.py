"""Street lamps: post, lantern, its glow in the air and its pool of light on the ground."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, ceil, degrees, floor, hypot

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QRadialGradient, QTransform

from engine.animatic.light import faded, mixed
from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import bgr, blank, canvas, pixels, smooth, translucent
from engine.animatic.stage import Stage

WARM = QColor("#ffd08a")
IRON = QColor("#2f343c")
HALO = 128
"""Pixels of a kept halo to each side."""
LARGE = 120.0
"""Pixels across from which halos are gathered before they are laid over the frame."""
COARSE = 4
"""How many pixels wide a pixel of gathered light is."""


@dataclass(frozen=True, slots=True)
class Lamp:
    """A lamp's foot and height, metres; its arm reaches `arm` metres to the right."""

    x: float
    z: float
    height: float = 6.0
    arm: float = 0.0


@dataclass(frozen=True, slots=True)
class Glow:
    """A round light over a rectangle of the frame in pixels, 0 to 1 strong."""

    colour: QColor
    spot: QRectF
    strength: float


@dataclass(frozen=True, slots=True)
class Ray:
    """A picture of light, where it goes in the frame, and how strong it is."""

    image: QImage
    where: QTransform
    strength: float

    @property
    def reach(self) -> QRectF:
        """All that it touches, in pixels of the frame."""
        return self.where.mapRect(QRectF(self.image.rect()))


def pools(stage: Stage, lamps: list[Lamp]) -> None:
    """Light on the ground below the lamps; paint before what stands there."""
    if stage.light.lamps < 0.05:
        return
    spots = []
    for lamp in lamps:
        scale = stage.view.pixels_per_metre(lamp.z)
        x = stage.view.project(lamp.x + lamp.arm, 0, lamp.z).x()
        near = stage.view.ground_y(max(lamp.z - 4.5, stage.view.z + 1.2))
        far = stage.view.ground_y(lamp.z + 4.5)
        spot = QRectF(x - 6 * scale, far, 12 * scale, near - far)
        spots.append(Glow(WARM, spot, 0.5 * stage.light.lamps))
    shine_all(stage, spots)


def paint(stage: Stage, lamps: list[Lamp]) -> None:
    """Posts and lanterns, the far ones first, each with its glow."""
    seen = [one for one in lamps if stage.view.sees(one.x, one.z, 4.0)]
    for lamp in sorted(seen, key=lambda one: -one.z):
        _post(stage, lamp)
    if stage.light.lamps >= 0.05:
        shine_all(stage, [_glow(stage, lamp) for lamp in seen])


def _post(stage: Stage, lamp: Lamp) -> None:
    painter, scale = stage.painter, stage.view.pixels_per_metre(lamp.z)
    painter.save()
    smooth(painter)
    painter.translate(stage.view.project(lamp.x, 0, lamp.z))
    painter.scale(scale, -scale)
    iron = stage.light.lit(IRON, 0.35, lamp.z)
    pen = QPen(iron, max(0.1, 1.0 / scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    top = QPointF(0, lamp.height)
    painter.drawLine(QPointF(0, 0), top)
    if lamp.arm:
        painter.drawLine(top, QPointF(lamp.arm, lamp.height + 0.1))
    painter.fillRect(QRectF(-0.13, 0, 0.26, 0.55), iron)
    glass = mixed(stage.light.lit(QColor("#cfd6d8"), 0.5, lamp.z), WARM, stage.light.lamps)
    _lantern(painter, QPointF(lamp.arm, lamp.height), glass, iron)
    painter.restore()


def _lantern(painter: QPainter, foot: QPointF, glass: QColor, iron: QColor) -> None:
    """Four panes that widen upwards, under a cap with a knob."""
    painter.translate(foot)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glass)
    painter.drawPolygon(_corners([(-0.13, 0.0), (-0.23, 0.48), (0.23, 0.48), (0.13, 0.0)]))
    painter.setBrush(iron)
    painter.drawPolygon(_corners([(-0.29, 0.48), (-0.08, 0.68), (0.08, 0.68), (0.29, 0.48)]))
    painter.drawEllipse(QPointF(0, 0.72), 0.06, 0.07)
    painter.drawRect(QRectF(-0.16, -0.06, 0.32, 0.07))
    painter.setPen(QPen(iron, 0.04))
    for x in (-1, 0, 1):
        painter.drawLine(QPointF(0.13 * x, 0.0), QPointF(0.23 * x, 0.48))


def _corners(points: list[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])


def _glow(stage: Stage, lamp: Lamp) -> Glow:
    damp = 1.5 if {"rain", "fog", "snow", "storm"} & set(stage.scene.weather) else 1.0
    centre = stage.view.project(lamp.x + lamp.arm, lamp.height + 0.25, lamp.z)
    reach = 2.6 * damp * stage.view.pixels_per_metre(lamp.z)
    spot = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
    return Glow(WARM, spot, 0.85 * stage.light.lamps)


def halo(colour: QColor) -> QImage:
    """A soft round light, bright in the middle."""
    image = blank(HALO, HALO)
    light = QRadialGradient(HALO / 2, HALO / 2, HALO / 2)
    light.setColorAt(0, faded(mixed(colour, QColor("white"), 0.55), 0.95))
    light.setColorAt(0.1, faded(colour, 0.6))
    light.setColorAt(0.32, faded(colour, 0.22))
    light.setColorAt(0.65, faded(colour, 0.06))
    light.setColorAt(1, faded(colour, 0))
    with painting(image) as painter:
        painter.fillRect(image.rect(), light)
    return image


def shine(stage: Stage, colour: QColor, spot: QRectF, strength: float) -> None:
    """Draw a halo of this colour over a rectangle of the frame, adding light to what is there."""
    shine_all(stage, [Glow(colour, spot, strength)])


def shine_all(stage: Stage, glows: Iterable[Glow], rays: Iterable[Ray] = ()) -> None:
    """Add the light of many halos and of other pictures of light; those that lie over one another
    cost little more than one."""
    add_rays(stage, [*(ray_of(stage, one) for one in glows if one.strength > 0.004), *rays])


def ray_of(stage: Stage, glow: Glow) -> Ray:
    """The light of a halo, to be shone with others."""
    image = stage.wardrobe.keep(("halo", glow.colour.name()), lambda: halo(glow.colour))
    spot = glow.spot
    grow = spot.width() / image.width(), spot.height() / image.height()
    where = QTransform(grow[0], 0, 0, grow[1], spot.left(), spot.top())
    return Ray(image, where, min(glow.strength, 1.0))


def add_rays(stage: Stage, rays: list[Ray]) -> None:
    """Screen lights over the frame, the large ones together."""
    rows, columns = canvas(stage).shape[:2]
    frame, plain = QRectF(0, 0, columns, rows), _is_plain(stage.painter)
    large: list[Ray] = []
    for ray in rays:
        reach = ray.reach
        if plain and min(reach.width(), reach.height()) > LARGE:
            large += [ray] if reach.intersects(frame) else []
        else:
            _drawn(stage.painter, ray)
    for group in _grouped(large, frame):
        _lighten(canvas(stage), group)


def _is_plain(painter: QPainter) -> bool:
    """Whether what is painted lands on the picture as it is."""
    whole = painter.opacity() == 1.0 and not painter.hasClipping()
    return whole and painter.transform().isIdentity()


def _grouped(rays: list[Ray], frame: QRectF) -> list[list[Ray]]:
    """All of them together where that is less to light, else one by one."""
    whole, apart = QRectF(), 0.0
    for ray in rays:
        part = ray.reach.intersected(frame)
        whole, apart = whole.united(part), apart + part.width() * part.height()
    together = whole.width() * whole.height() < 1.2 * apart
    return [rays] if rays and together else [[ray] for ray in rays]


def _drawn(painter: QPainter, ray: Ray) -> None:
    painter.save()
    smooth(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.setOpacity(painter.opacity() * ray.strength)
    painter.setTransform(ray.where, True)
    painter.drawImage(0, 0, ray.image)
    painter.restore()


def _lighten(frame: np.ndarray, rays: list[Ray]) -> None:
    """Gather lights in a picture a quarter as fine, and screen it over what they reach: uint8
    BGRA. They are so soft that no one misses the rest."""
    whole = QRectF()
    for ray in rays:
        whole = whole.united(ray.reach)
    left, top = max(floor(whole.left()), 0), max(floor(whole.top()), 0)
    part = frame[top : max(ceil(whole.bottom()), 0), left : max(ceil(whole.right()), 0)]
    if not part.size:
        return
    size = -(-part.shape[1] // COARSE), -(-part.shape[0] // COARSE)
    light = np.zeros((size[1], size[0], 4), np.uint8)
    for ray in rays:
        _gather(light, ray, left, top)
    dark = cv2.bitwise_not(np.ascontiguousarray(part[::COARSE, ::COARSE]))
    added = cv2.multiply(light, dark, scale=1.0 / 255.0)
    wide = cv2.resize(added, (size[0] * COARSE, size[1] * COARSE), interpolation=cv2.INTER_LINEAR)
    cv2.add(part, wide[: part.shape[0], : part.shape[1]], dst=part)


def _gather(light: np.ndarray, ray: Ray, left: int, top: int) -> None:
    """Add a light to a coarse picture whose corner lies at this pixel of the frame."""
    coarse = QTransform.fromTranslate(-left, -top) * QTransform.fromScale(1 / COARSE, 1 / COARSE)
    reach = coarse.mapRect(ray.reach).toAlignedRect()
    reach = reach.intersected(QRect(0, 0, light.shape[1], light.shape[0]))
    if reach.isEmpty():
        return
    shift = QTransform.fromTranslate(0.5, 0.5) * ray.where * coarse
    shift *= QTransform.fromTranslate(-0.5 - reach.x(), -0.5 - reach.y())
    matrix = np.array(
        [[shift.m11(), shift.m21(), shift.dx()], [shift.m12(), shift.m22(), shift.dy()]]
    )
    spot = cv2.warpAffine(pixels(ray.image), matrix, (reach.width(), reach.height()))
    rows, columns = slice(reach.top(), reach.bottom() + 1), slice(reach.left(), reach.right() + 1)
    part = light[rows, columns]
    light[rows, columns] = cv2.addWeighted(part, 1.0, spot, ray.strength, 0.0)


def beam(
    stage: Stage, colour: QColor, ends: tuple[QPointF, QPointF], wide: float, strength: float
) -> None:
    """A cone of light in the air from the first end to the second, where it is `wide` pixels
    across; soft at its edges, fading as it goes."""
    add_rays(stage, [cone_of(stage, colour, ends, wide, strength)])


def cone_of(
    stage: Stage, colour: QColor, ends: tuple[QPointF, QPointF], wide: float, strength: float
) -> Ray:
    """The light of a beam, to be shone with others."""
    near, far = ends
    cone = stage.wardrobe.keep(("cone", colour.name()), lambda: _cone(colour))
    reach = hypot(far.x() - near.x(), far.y() - near.y())
    turn = degrees(atan2(far.y() - near.y(), far.x() - near.x()))
    where = QTransform.fromScale(reach / cone.width(), wide / cone.height())
    where *= QTransform.fromTranslate(0, -wide / 2) * QTransform().rotate(turn)
    where *= QTransform.fromTranslate(near.x(), near.y())
    return Ray(cone, where, min(strength, 1.0))


def _cone(colour: QColor) -> QImage:
    """A beam from left to right: wider and weaker as it goes, bright along its middle."""
    along = np.linspace(0.0, 1.0, 256, dtype=np.float32)[None, :]
    aside = np.linspace(-1.0, 1.0, 96, dtype=np.float32)[:, None]
    spread = 0.06 + 0.94 * along
    core = np.exp(-((aside / (0.42 * spread)) ** 2))
    alpha = 0.8 * core * (1.0 - along) ** 1.5 * np.clip(3.0 * (1.0 - abs(aside)), 0.0, 1.0)
    return translucent(bgr(colour) * np.ones((96, 256, 1), np.float32), alpha)
