"""A photo as the scene's main subject: cut out, lit by the scene, going the way its role goes.

What the prompt's main subject would be doing stays as it is, its place, way, size and sound; the
photo takes its looks. It sways and hops as a paper figure on a stick would.
"""

from functools import lru_cache
from math import pi, sin, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient

from engine.animatic.build import build_of
from engine.animatic.light import mixed
from engine.animatic.motion.prop import Pose, pose
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.easel import painting
from engine.animatic.paint.handed.outline import foreground
from engine.animatic.paint.subjects.figure import TOWN_LIGHT, Figure, figure
from engine.animatic.paint.subjects.shape import ellipse
from engine.animatic.paint.subjects.silhouette import paper_width
from engine.animatic.paint.surface import over
from engine.animatic.references import contained, reference
from engine.animatic.scene import Scene, Subject, depth_of
from engine.animatic.stage import Stage
from engine.contract.shot import MediaRef

LARGEST, SMALL = 1024, 160
"""Pixels of the longer side of a cut-out, and of the copy on which its outline is found."""
SEE_THROUGH = 0.01
"""A file of which this part lets something through is cut out already."""
STRIDE = 1.1
"""Metres from one hop to the next, in heights of who hops."""


def is_cut_out(scene: Scene, subject: Subject) -> bool:
    """Whether a photo handed in takes this subject's looks: that of the first, which others don't
    stand on."""
    if reference(scene.references, "subject") is None:
        return False
    carriers = {one.carrier for one in scene.subjects}
    free = [one for index, one in enumerate(scene.subjects) if index not in carriers]
    return subject == (free or scene.subjects)[0]


def paint(stage: Stage, subject: Subject) -> None:
    """The photo where the subject is. Raises EngineFault when the file is no picture."""
    media = reference(stage.scene.references, "subject")
    x, _, z = position(subject, stage.scene, stage.t)
    if media is None or not stage.view.sees(x, z, 3.0 * build_of(subject.kind).height):
        return
    image = stage.wardrobe.keep("cut-out", lambda: _cut(media))
    wide, tall = _size(subject, image)
    now = _pose(stage, subject, tall)
    with figure(stage, subject) as fig:
        if build_of(subject.kind).grounded and subject.carrier < 0:
            _shadow(fig, wide)
        lit = stage.wardrobe.keep("cut-out lit", lambda: _lit(stage, subject, image))
        fig.painter.scale(fig.heading, 1)
        fig.painter.translate(0, 0.5 * tall)
        fig.painter.rotate(-now.roll * 180 / pi)
        fig.painter.translate(0, -0.5 * tall)
        fig.painter.scale(paper_width(now.yaw) * now.grown, -now.grown * now.squash)
        fig.painter.drawImage(QRectF(-wide / 2, -tall, wide, tall), _shown(stage, lit, fig, tall))


def _size(subject: Subject, image: QImage) -> tuple[float, float]:
    """Width and height in metres: as large as what it stands for, in its own shape."""
    build = build_of(subject.kind)
    shape = image.width() / image.height()
    tall = min(1.1 * build.height, 1.25 * max(build.width, build.height) / shape)
    return tall * shape, tall


def _pose(stage: Stage, subject: Subject, tall: float) -> Pose:
    """What acts as a thing does so; who goes leans and hops from step to step."""
    now = pose(subject, stage.scene, stage.t)
    if now != Pose() or not subject.speed or not build_of(subject.kind).grounded:
        return now
    gone = subject.speed * stage.t / (STRIDE * tall * subject.scale)
    return Pose(
        roll=0.035 * sin(pi * gone + tau * subject.variety), squash=1 - 0.02 * sin(tau * gone)
    )


def _shadow(fig: Figure, wide: float) -> None:
    shade = QRadialGradient(QPointF(0, 0), 0.55 * wide)
    shade.setColorAt(0, QColor(8, 10, 18, 130))
    shade.setColorAt(1, QColor(8, 10, 18, 0))
    fig.painter.save()
    fig.painter.scale(1.0, 0.16)
    fig.fill(ellipse(0, 0, 0.55 * wide, 0.55 * wide), QBrush(shade))
    fig.painter.restore()


def _lit(stage: Stage, subject: Subject, image: QImage) -> QImage:
    """In the scene's light, through the air between, as it is where the subject starts."""
    light = stage.light
    part = 0.72 if light.night else 0.6
    tint = mixed(QColor("white"), mixed(light.ambient, light.key, 0.7), part)
    if light.lamps > 0.3:
        tint = mixed(tint, TOWN_LIGHT, 0.2 * light.lamps)
    result = image.copy()
    with painting(result) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(result.rect(), tint)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        haze = light.far(QColor(0, 0, 0, 0), depth_of(stage.scene, subject))
        haze.setAlphaF(min(haze.alphaF(), 1.0))
        painter.fillRect(result.rect(), haze)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, image)
    return result


def _shown(stage: Stage, image: QImage, fig: Figure, tall: float) -> QImage:
    """In halved sizes, so that a small one stays sharp without shimmering."""
    high, size = tall * fig.scale, image.height()
    while size / 2 >= max(high, 16):
        size //= 2
    if size == image.height():
        return image
    return stage.wardrobe.keep(("cut-out", size), lambda: _smaller(image, size))


def _smaller(image: QImage, size: int) -> QImage:
    return image.scaledToHeight(size, Qt.TransformationMode.SmoothTransformation)


# Cutting --------------------------------------------------------------------------------------


def _cut(media: MediaRef) -> QImage:
    """The cut-out as a picture of its own."""
    return over(cut_out(media), see_through=True).copy()


@lru_cache(maxsize=4)
def cut_out(media: MediaRef) -> np.ndarray:
    """What the photo shows, without its background or empty margins: uint8 (h, w, 4) premultiplied
    BGRA. All of it where nothing stands out."""
    whole = contained(media, LARGEST, LARGEST)
    if (whole[..., 3] < 250).mean() < SEE_THROUGH:
        whole = _freed(whole)
    alpha = whole[..., 3]
    rows, columns = np.flatnonzero(alpha.max(axis=1) > 8), np.flatnonzero(alpha.max(axis=0) > 8)
    # A soft shadow of its own below would let it float above the one that the scene gives it.
    feet = np.flatnonzero(alpha.max(axis=1) > 160)
    if not len(feet):
        return contained(media, LARGEST, LARGEST)
    return np.ascontiguousarray(whole[rows[0] : feet[-1] + 1, columns[0] : columns[-1] + 1])


def _freed(whole: np.ndarray) -> np.ndarray:
    """The photo with the alpha of what stands out: found on a small copy, then drawn to the edges
    of the large one."""
    height, width = whole.shape[:2]
    scale = SMALL / max(height, width)
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    small = cv2.resize(whole, size, interpolation=cv2.INTER_AREA)
    mask = foreground(small)
    if mask is None:
        return whole
    alpha = _guided(small, mask, whole)
    opaque = cv2.merge([alpha] * 4)
    return cv2.multiply(_unmixed(whole, alpha), opaque, scale=1 / 255)


def _guided(small: np.ndarray, mask: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """The mask at the photo's size with the photo's edges: uint8 (h, w).

    He and Sun, "Fast Guided Filter", 2015: alpha is a line in the photo's grey around each point.
    """
    guide = cv2.cvtColor(small, cv2.COLOR_BGRA2GRAY).astype(np.float32) / 255.0
    cover = mask.astype(np.float32) / 255.0
    side = (5, 5)
    mean_g, mean_c = cv2.blur(guide, side), cv2.blur(cover, side)
    both = cv2.blur(guide * cover, side) - mean_g * mean_c
    slope = both / (cv2.blur(guide * guide, side) - mean_g * mean_g + 0.002)
    start = mean_c - slope * mean_g
    size = whole.shape[1], whole.shape[0]
    slope, start = (cv2.resize(cv2.blur(one, side), size) for one in (slope, start))
    large = cv2.cvtColor(whole, cv2.COLOR_BGRA2GRAY).astype(np.float32) / 255.0
    # What is mostly outside is none of it: a firm edge is better than a veil of background.
    return np.clip(((slope * large + start) - 0.35) / 0.45 * 255.0, 0, 255).astype(np.uint8)


def _unmixed(whole: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """The photo whose colours near the edge come from inside, so that no background shines
    through."""
    inside = cv2.erode(alpha, np.ones((5, 5), np.uint8))
    weight = cv2.blur(inside, (13, 13)).astype(np.float32)[..., None]
    kept = cv2.multiply(whole, cv2.merge([inside] * 4), scale=1 / 255)
    spread = 255.0 * cv2.blur(kept, (13, 13)).astype(np.float32) / np.maximum(weight, 1.0)
    edge = (inside < 128)[..., None] & (weight > 4)
    return np.where(edge, np.clip(spread, 0, 255), whole).astype(np.uint8)
