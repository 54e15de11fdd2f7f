"""Four-legged animals from the side: flesh, coat, mane and tail on a moving skeleton."""

from functools import partial
from math import cos, degrees, pi, radians, sin

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion.beast import Beast, beast_of, withers
from engine.animatic.motion.posture import Leg, Skeleton, skeleton
from engine.animatic.motion.quadruped import doing
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects.coat import paint_coat
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.form import ground_shadow, mass, patch, whole
from engine.animatic.paint.subjects.muzzle import beard, fire, flick_of, paint_head, trunk
from engine.animatic.paint.subjects.pelt import crest, lion_mane, paint_tail, paint_wing, wool
from engine.animatic.paint.subjects.shape import Point, ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage


def paint(stage: Stage, subject: Subject) -> None:
    """From the far legs to the near ones, over a soft shadow."""
    x, y, z = position(subject, stage.scene, stage.t)
    tall = withers(subject)
    if not stage.view.sees(x, z, 3.2 * tall):
        return
    beast, bones = _coloured(subject), skeleton(subject, stage.scene, stage.t)
    with figure(stage, subject) as fig:
        fig.painter.scale(tall, tall)
        swims = subject.act == "swim"
        if swims:
            _at_the_surface(fig)
        else:
            ground_shadow(fig, 0.62 * beast.length + 0.25, y / tall)
        _paint(_in_withers(fig, tall), beast, bones, subject)
    if swims:
        with figure(stage, subject) as fig:
            fig.painter.scale(tall, tall)
            _ripples(fig, beast, stage.t)


def _in_withers(fig: Figure, tall: float) -> Figure:
    """The same figure, whose unit is now the height at the withers."""
    return Figure(fig.stage, fig.painter, fig.z, fig.scale * tall, fig.heading, fig.sun)


def _coloured(subject: Subject) -> Beast:
    beast = beast_of(subject)
    if not subject.colour:
        return beast
    return _dyed(beast, wanted(subject.colour, beast.coat).name())


DYED_MARKS = {"tiger": 0.16, "scales": 0.3, "spots": 0.35}
"""How much darker than a coat of another colour its own pattern is. Others keep their marks: a
brown zebra still has black stripes, a pink panda black ears."""


def _dyed(beast: Beast, colour: str) -> Beast:
    """The beast in a colour that isn't its own."""
    coat, dark = QColor(colour), QColor("black")
    pale, deep = coat.lightnessF() > 0.7, coat.lightnessF() < 0.25
    mane = mixed(coat, dark, 0.12 if pale else 0.45).name()
    belly = mixed(coat, QColor("white"), 0.12 if deep else 0.5).name()
    darker = DYED_MARKS.get(beast.pattern)
    return replace(
        beast,
        coat=colour,
        belly=belly if beast.belly else "",
        points=belly if beast.points and darker is not None else beast.points,
        mark=beast.mark if darker is None else mixed(coat, dark, darker).name(),
        mane_colour=mane
        if beast.mane and not beast.mane_colour.startswith("#f")
        else beast.mane_colour,
    )


def _paint(fig: Figure, beast: Beast, bones: Skeleton, subject: Subject) -> None:
    t, coat = fig.stage.t, QColor(beast.coat)
    wind = gust(fig.stage.scene, t)
    far = mixed(coat, QColor("#14141c"), 0.34)
    if beast.wings:
        paint_wing(fig, beast, bones, t, 1, subject)
    for leg in bones.legs[:2]:
        _far_leg(fig, beast, leg, far, bones.legs.index(leg) % 2 == 1)
    paint_tail(fig, beast, bones, t, subject)
    silhouette = body(beast, bones)
    mass(fig, silhouette, coat, 0.5 * beast.chest, 0.035)
    chance = partial(fig.stage.chance, f"coat/{subject.kind}/{subject.variety}")
    if fig.scale > 24:
        paint_coat(fig, beast, bones, silhouette, chance())
        _muscles(fig, beast, bones, coat)
    for index in (2, 3):
        _socks(fig, beast, bones.legs[index], index == 3)
    if beast.mane == "wool":
        wool(fig, beast, bones)
    if beast.mane in ("horse", "stiff", "spikes"):
        crest(fig, beast, bones, t, wind)
    if beast.mane == "lion":
        lion_mane(fig, beast, bones, t)
    _head(fig, beast, bones, subject, t)
    if beast.wings:
        paint_wing(fig, beast, bones, t, 0, subject)


def _head(fig: Figure, beast: Beast, bones: Skeleton, subject: Subject, t: float) -> None:
    painter = fig.painter
    painter.save()
    painter.translate(*bones.poll)
    painter.rotate(degrees(bones.head))
    flick = flick_of(t, subject.variety)
    if beast.ear == "fan":
        flick = 9.0 * sin(1.7 * t + 6.0 * subject.variety)
    paint_head(fig, beast, QColor(beast.coat), bones.mouth, bones.posture.shut, flick)
    if beast.mane == "beard":
        beard(fig, beast)
    if subject.kind == "dragon":
        fire(fig, beast, bones.mouth, t)
    painter.restore()
    if beast.face == "elephant":
        raised = doing(subject, t) * (
            subject.act in ("roar", "eat", "drink", "wave", "look_up", "play")
        )
        reach = (0.86 * beast.head_length, -0.32 * beast.depth)
        c, s = cos(bones.head), sin(bones.head)
        root = (
            bones.poll[0] + reach[0] * c - reach[1] * s,
            bones.poll[1] + reach[0] * s + reach[1] * c,
        )
        trunk(fig, root, radians(-62.0), beast, t + 6.0 * subject.variety, raised)


# Body -----------------------------------------------------------------------------------------


def body(beast: Beast, bones: Skeleton) -> QPainterPath:
    """Trunk, neck and the near legs as one silhouette."""
    parts = [trunk_outline(beast, bones), neck_outline(beast, bones)]
    parts += [leg_outline(beast, leg, index == 1) for index, leg in enumerate(bones.legs[2:])]
    if beast.hump:
        parts += _humps(beast, bones)
    return whole(*parts)


def trunk_outline(beast: Beast, bones: Skeleton) -> QPainterPath:
    """The barrel from the withers over the croup to the belly and the breast."""
    half, chest, waist, rump = beast.length / 2, beast.chest, beast.waist, beast.rump
    points = [
        (half - 0.06, 1.0),
        (0.12, 0.965 + 0.7 * beast.back),
        (-0.45 * half, 0.5 * (0.97 + rump) + beast.back),
        (-half - 0.02, rump),
        (-half - 0.13, rump - 0.1),
        (-half - 0.155, rump - 0.25),
        (-half - 0.06, rump - 0.86 * waist),
        (-0.5 * half, rump - waist - 0.005),
        (0.15 * half, 1.0 - 0.985 * chest),
        (0.72 * half, 1.0 - chest),
        (half + 0.06, 1.0 - 0.86 * chest),
        (half + 0.13, 1.0 - 0.55 * chest),
        (half + 0.1, 1.0 - 0.25 * chest),
    ]
    return patch([bones.at(x, y) for x, y in points])


def neck_outline(beast: Beast, bones: Skeleton) -> QPainterPath:
    """From deep within the shoulder to the poll, a little arched."""
    inner = bones.at(beast.length / 2 - 0.2, 1.0 - 0.5 * beast.neck_base)
    (bx, by), (px, py) = bones.chest, bones.poll
    arch = (-0.2 if beast.hump in ("one", "two") else 0.05) * beast.neck_length
    middle = (bx + 0.5 * (px - bx) + arch * (-(py - by)), by + 0.5 * (py - by) + arch)
    c, s = cos(bones.head), sin(bones.head)
    deep = beast.depth
    end = (px + 0.06 * c + 0.26 * deep * s, py + 0.06 * s - 0.26 * deep * c)
    wide, thin = beast.neck_base, beast.neck_top
    return ribbon(
        [inner, (bx, by), middle, end], [0.92 * wide, wide, 0.55 * wide + 0.45 * thin, thin]
    )


def leg_outline(beast: Beast, leg: Leg, fore: bool) -> QPainterPath:
    """Muscle at the top, sinew below, and the foot."""
    top = beast.arm if fore else beast.thigh
    thin = beast.limb
    knee = thin * 1.25 + 0.18 * top if fore else thin + 0.36 * top
    low = thin * (1.12 if fore else 1.2)
    shin = _towards(leg.low, leg.foot, 0.55)
    ankle = _towards(leg.low, leg.foot, 0.9)
    calf = _towards(leg.middle, leg.low, 0.4)
    line = [leg.top, leg.middle, calf, leg.low, shin, ankle]
    widths = [top, knee, 0.5 * (knee + low) + 0.01, low, 0.92 * thin, 0.96 * thin]
    return whole(ribbon(line, widths), foot_outline(beast, leg, fore))


def _towards(one: Point, other: Point, part: float) -> Point:
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])


def foot_outline(beast: Beast, leg: Leg, fore: bool) -> QPainterPath:
    """A hoof, a paw or a broad pad, turned as the leg above it is in the air."""
    x, y = leg.foot
    size = beast.limb
    down = min(leg.lifted * 3.2, 1.0)
    lean = -0.9 * down
    shapes = {
        "hoof": [(-0.56, 1.0), (0.5, 1.0), (0.86, 0.0), (-0.62, 0.0)],
        "paw": [
            (-0.6, 0.95),
            (0.4, 1.0),
            (1.15, 0.62),
            (1.3, 0.22),
            (1.2, 0.0),
            (-0.6, 0.0),
            (-0.72, 0.4),
        ],
        "pad": [(-0.54, 0.9), (0.54, 0.9), (0.62, 0.3), (0.62, 0.0), (-0.58, 0.0), (-0.58, 0.3)],
        "long": [
            (-0.5, 0.9),
            (0.5, 0.8),
            (2.6, 0.42),
            (3.0, 0.12),
            (2.8, 0.0),
            (-0.6, 0.0),
            (-0.8, 0.4),
        ],
    }
    shape = shapes["paw" if beast.foot == "long" and fore else beast.foot]
    c, s = cos(lean), sin(lean)
    return patch([(x + size * (px * c - py * s), y + size * (px * s + py * c)) for px, py in shape])


def _humps(beast: Beast, bones: Skeleton) -> list[QPainterPath]:
    """A camel's hump or two, a bear's or bull's shoulders."""
    if beast.hump == "shoulder":
        x = beast.length / 2 - 0.16
        return [
            patch(
                [
                    bones.at(x + dx, dy)
                    for dx, dy in (
                        (-0.26, 0.94),
                        (-0.04, 1.06),
                        (0.14, 1.04),
                        (0.26, 0.9),
                        (0, 0.7),
                    )
                ]
            )
        ]
    places = (-0.02,) if beast.hump == "one" else (-0.2, 0.2)
    wide = 0.26 if beast.hump == "one" else 0.15
    shape = (
        (-1.1, 0.9),
        (-0.62, 1.08),
        (-0.14, 1.27),
        (0.2, 1.26),
        (0.66, 1.06),
        (1.1, 0.9),
        (0, 0.7),
    )
    return [patch([bones.at(place + wide * x, y) for x, y in shape]) for place in places]


# Legs -----------------------------------------------------------------------------------------


def _far_leg(fig: Figure, beast: Beast, leg: Leg, colour: QColor, fore: bool) -> None:
    outline = leg_outline(beast, leg, fore)
    dark = QColor(beast.mark) if beast.pattern == "panda" else colour
    fig.edged(outline, fig.lit(dark, 0.0, -0.15, 0.95), 0.01)
    _sock(fig, beast, leg, outline, 0.35)


def _socks(fig: Figure, beast: Beast, leg: Leg, fore: bool) -> None:
    outline = leg_outline(beast, leg, fore)
    _sock(fig, beast, leg, outline, 0.0)


def _sock(fig: Figure, beast: Beast, leg: Leg, outline: QPainterPath, dim: float) -> None:
    """Darker or paler lower legs, and the hoof."""
    if beast.points:
        tone = fig.lit(mixed(QColor(beast.points), QColor("#101014"), dim), 0.1, 0.0, 0.95)
        shade = QLinearGradient(QPointF(*leg.middle), QPointF(*leg.low))
        shade.setColorAt(0.2, faded(tone, 0.0))
        shade.setColorAt(0.85, tone)
        fig.fill(outline, shade)
    if beast.foot == "hoof":
        horn = fig.lit(QColor("#2f2824"), 0.2, 0.2, 0.9)
        fig.fill(foot_outline(beast, leg, True), horn)


def _muscles(fig: Figure, beast: Beast, bones: Skeleton, coat: QColor) -> None:
    """Soft shade behind shoulder and haunch, so that the near legs stand out from the body."""
    for index, wide in ((2, beast.thigh), (3, beast.arm)):
        leg = bones.legs[index]
        dark = faded(fig.lit(mixed(coat, QColor("#120e14"), 0.75), 0, -0.4, 0.8), 0.26)
        behind = -0.52 if index == 3 else 0.5
        middle = _towards(leg.top, leg.middle, 0.35)
        line = [
            (leg.top[0] + 0.9 * behind * wide, leg.top[1] + 0.04),
            (middle[0] + behind * wide, middle[1] - 0.04),
            (leg.middle[0] + 0.6 * behind * wide, leg.middle[1]),
        ]
        fig.fill(ribbon(line, [0.006, 0.04, 0.006]), dark)


# Water ----------------------------------------------------------------------------------------


def _at_the_surface(fig: Figure) -> None:
    """Nothing below the water is seen."""
    clip = QPainterPath()
    clip.addRect(QRectF(-6.0, -0.02, 12.0, 8.0))
    fig.painter.setClipPath(clip)


def _ripples(fig: Figure, beast: Beast, t: float) -> None:
    white = fig.lit(QColor("#eef6f8"), 0, 0.8, 0.5)
    for i in range(3):
        part = (0.7 * t + i / 3) % 1.0
        wide = 0.5 * beast.length + 0.25 + 0.5 * part
        fig.stroke(
            ellipse(0.1 - 0.2 * part, 0.0, wide, 0.1 * wide),
            faded(white, 0.5 * sin(pi * part)),
            0.02,
        )
