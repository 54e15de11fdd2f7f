"""A logo as a thing of its own: a sign that stands, a light in the sky, a mark on the road.

Where no logo was handed in it is an abstract mark. Its trait says where it is: "sky", "ground", or
neither.
"""

from math import ceil, cos, log2, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPolygonF, QRadialGradient, QTransform

from engine.animatic.build import build_of
from engine.animatic.camera import eased, standing
from engine.animatic.light import mixed
from engine.animatic.motion.prop import pose
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.easel import painting
from engine.animatic.paint.lamps import shine
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.logo import emblem, fitted, put
from engine.animatic.paint.subjects.shape import ellipse
from engine.animatic.paint.subjects.silhouette import paper_width
from engine.animatic.paint.surface import smooth
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage
from engine.animatic.view import NEAREST, View

SKY, GROUND = "sky", "ground"
FAR, LARGE, HIGH = 90.0, 0.3, 0.5
"""In the sky: metres away, its size in frame heights, and the part of the way from the horizon to
the upper edge at which it hangs."""
ACROSS, TALL, LOWEST = 0.42, 0.3, 0.9
"""On the ground: its largest size as parts of the frame's width and height, and its lower edge."""
ANY_SHAPE = Qt.AspectRatioMode.IgnoreAspectRatio
SMOOTH = Qt.TransformationMode.SmoothTransformation
PRINTED, MIDDLE = 0.55, 0.5
"""On a thing: its size and how high its middle is, as parts of the thing's."""
THICK = 0.07
"""A standing sign's thickness, in its heights."""


def paint(stage: Stage, subject: Subject) -> None:
    """The logo at the stage's moment."""
    if SKY in subject.traits:
        _in_the_sky(stage, subject)
    elif GROUND in subject.traits:
        _on_the_ground(stage, subject)
    else:
        _standing(stage, subject)


# Standing -------------------------------------------------------------------------------------


def _standing(stage: Stage, subject: Subject) -> None:
    """A sign a metre high with an edge, that turns and sways as things do."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 2.0 * subject.scale):
        return
    now = pose(subject, stage.scene, stage.t)
    with figure(stage, subject) as fig:
        image = emblem(stage, fig.scale, colour=subject.colour)
        if not subject.act:
            _shadow(fig, image)
        fig.painter.translate(0, 0.52)
        fig.painter.rotate(-now.roll * 180 / pi)
        fig.painter.scale(now.grown, now.grown * now.squash)
        _turned(fig, image, now.yaw)


def _turned(fig: Figure, image: QImage, yaw: float) -> None:
    """The sign turned about its upright axis: its edge in slices behind its face, or before its
    back."""
    edge = fig.stage.wardrobe.keep(("emblem edge", image.cacheKey()), lambda: _edge(image))
    c, s = cos(yaw), sin(yaw)
    wide = c if abs(c) > 0.03 else 0.03
    slices = 7
    aside = THICK * (s + (0.35 if abs(s) < 0.3 else 0.0))
    order = range(slices, 0, -1) if c > 0 else range(slices + 1)
    for i in order:
        _face(fig, edge, wide, aside * (i / slices - 0.5), -0.12 * THICK * i / slices)
    if c > 0:
        _face(fig, image, wide, -0.5 * aside, 0.0)


def _face(fig: Figure, image: QImage, wide: float, x: float, y: float) -> None:
    corners = fitted(image, 0.0, 0.0, 1.6, 1.0)
    put(fig, image, [(wide * cx + x, cy + y) for cx, cy in corners], None)


def _edge(image: QImage) -> QImage:
    """Its shape in a darker colour of its own."""
    small = image.scaled(1, 1, ANY_SHAPE, SMOOTH)
    colour = small.pixelColor(0, 0)
    colour.setAlphaF(1.0)
    result = image.copy()
    with painting(result) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(result.rect(), mixed(colour, QColor("#14161c"), 0.55))
    return result


def _shadow(fig: Figure, image: QImage) -> None:
    half = 0.6 * min(1.6, image.width() / image.height())
    shade = QRadialGradient(QPointF(0, 0), half)
    shade.setColorAt(0, QColor(8, 10, 18, 120))
    shade.setColorAt(1, QColor(8, 10, 18, 0))
    fig.painter.save()
    fig.painter.scale(1.0, 0.14)
    fig.fill(ellipse(0, 0, half, half), QBrush(shade))
    fig.painter.restore()


# On a thing -----------------------------------------------------------------------------------


def paint_on(stage: Stage, thing: Subject) -> None:
    """The logo on the side of something that has no place of its own for one."""
    build = build_of(thing.kind)
    if not stage.view.sees(*position(thing, stage.scene, stage.t)[::2], build.width * thing.scale):
        return
    wide, tall = (PRINTED * side for side in (build.width, build.height))
    with figure(stage, thing) as fig:
        image = emblem(stage, max(wide, tall) * fig.scale)
        # What hangs down below its point, as a kite's tail does, has its body about that point.
        middle = 0.0 if build.below else MIDDLE * build.height
        put(fig, image, fitted(image, 0.0, middle, wide, tall), None, 0.95)


# In the sky -----------------------------------------------------------------------------------


def _in_the_sky(stage: Stage, subject: Subject) -> None:
    """Large and far over the horizon, rocking slowly; at night it shines like lights flown in
    formation."""
    rest, night = standing(stage.scene, stage.width, stage.height), stage.light.night
    metre = FAR / rest.focal
    away = -1.0 if stage.light.sun_x > 0.5 else 1.0
    x = away * 0.13 * stage.scene.aspect * metre
    y = rest.y + HIGH * max(rest.horizon, 0.3) * metre
    size = LARGE * metre * subject.scale
    view, now = stage.view, pose(subject, stage.scene, stage.t)
    y += _risen(subject, stage) * size
    image = emblem(stage, size * view.pixels_per_metre(FAR), shines=night, colour=subject.colour)
    centre = view.project(x, y + 0.012 * size * sin(0.9 * stage.t), FAR)
    high = size * view.pixels_per_metre(FAR)
    wide = high * min(image.width() / image.height(), 2.2)
    high = wide * image.height() / image.width()
    if night:
        glow = QRectF(0, 0, 2.4 * wide, 2.4 * high)
        glow.moveCenter(centre)
        shine(stage, QColor("#9fb8ff"), glow, 0.5)
    painter = stage.painter
    painter.save()
    smooth(painter)
    painter.translate(centre)
    painter.rotate(1.2 * sin(0.6 * stage.t) - now.roll * 180 / pi)
    painter.scale(paper_width(now.yaw) * now.grown, now.grown * now.squash)
    painter.setOpacity(0.96 if night else 0.9)
    painter.drawImage(QRectF(-wide / 2, -high / 2, wide, high), image)
    painter.restore()


def _risen(subject: Subject, stage: Stage) -> float:
    """How many of its heights it is above where it hangs: it comes up from the horizon, or down
    from above the frame."""
    way = {"rise": -1.9, "fall": 1.6}.get(subject.act, 0.0)
    part = (stage.t - subject.since) / max(0.7 * stage.scene.seconds, 0.1)
    return way * (1.0 - eased(part))


# On the ground --------------------------------------------------------------------------------


def _on_the_ground(stage: Stage, subject: Subject) -> None:
    """Painted on the ground before the camera, drawn out as marks on roads are."""
    rest = standing(stage.scene, stage.width, stage.height)
    image = emblem(stage, ACROSS * stage.width, colour=subject.colour)
    half, near, far = _laid(rest, image.width() / image.height(), stage.scene.aspect)
    view = stage.view
    if near - view.z < NEAREST:
        return
    spots = [(-half, far), (half, far), (half, near), (-half, near)]
    corners = [view.project(x, 0.0, z) for x, z in spots]
    flat = _flattened(stage, image, corners)
    source = QRectF(flat.rect())
    onto = QTransform.quadToQuad(
        QPolygonF([source.topLeft(), source.topRight(), source.bottomRight(), source.bottomLeft()]),
        QPolygonF(corners),
    )
    painter = stage.painter
    painter.save()
    smooth(painter)
    painter.setOpacity(0.94)
    if isinstance(onto, QTransform):
        painter.setTransform(onto, True)
        painter.drawImage(0, 0, flat)
    painter.restore()


def _laid(rest: View, shape: float, aspect: float) -> tuple[float, float, float]:
    """Half its width in metres, and the depths of its near and far edges."""
    below = min(max(LOWEST - rest.horizon, 0.1), 0.5)
    near = rest.y * rest.focal / below
    wide = min(ACROSS * aspect, 1.25 * TALL * shape)
    high = min(wide / shape / 1.25, 0.72 * below)
    far = rest.y * rest.focal / (below - high)
    middle = 2.0 * near * far / (near + far)
    return 0.5 * wide * middle / rest.focal, near, far


def _flattened(stage: Stage, image: QImage, corners: list[QPointF]) -> QImage:
    """The picture about as high as it is seen, lest its lines shimmer."""
    seen = max(corners[2].y() - corners[1].y(), 4.0)
    high = min(2 ** ceil(log2(1.2 * seen)), image.height())
    return stage.wardrobe.keep(
        ("emblem flat", image.cacheKey(), high),
        lambda: image.scaled(image.width(), high, ANY_SHAPE, SMOOTH),
    )
