"""One bird from the side: standing, walking, afloat or on the wing."""

from math import cos, pi, radians, sin, tau

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion import bird as flight
from engine.animatic.motion.bird import Plumage, plumage_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.form import eye, ground_shadow, mass, patch, whole
from engine.animatic.paint.subjects.plumes import flying_wing, folded_wing, paint_tail_feathers
from engine.animatic.paint.subjects.shape import Point, ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage


def paint(stage: Stage, subject: Subject) -> None:
    """The bird as its manner has it, over its shadow or its wake."""
    x, y, z = position(subject, stage.scene, stage.t)
    bird = plumage_of(subject)
    size = bird.size * subject.scale
    if not stage.view.sees(x, z, 4.5 * size):
        return
    if subject.colour:
        coat = wanted(subject.colour, bird.coat).name()
        bird = replace(bird, coat=coat, wing="", hood="")
    with figure(stage, subject) as fig:
        fig.painter.scale(size, size)
        own = Figure(stage, fig.painter, z, fig.scale * size, fig.heading, fig.sun)
        up = flight.height_share(subject, stage.scene, stage.t)
        if up > 0.12:
            _flying(own, bird, subject, up)
        else:
            _grounded(own, bird, subject)


# On the wing ----------------------------------------------------------------------------------


def _flying(fig: Figure, bird: Plumage, subject: Subject, up: float) -> None:
    t = fig.stage.t
    rise = 18.0 * (1.0 - up)
    fig.painter.save()
    fig.painter.rotate(rise)
    lift = flight.stroke(subject, fig.stage.scene, t)
    late = flight.stroke(subject, fig.stage.scene, t - 0.12 / flight.beat_rate(subject))
    flying_wing(fig, bird, lift, late, 1)
    if bird.leg > 0.6:
        _trailing_legs(fig, bird)
    paint_tail_feathers(fig, bird, (-0.42, 0.0), 178.0, t, False)
    long = bird.neck > 0.35
    base = (0.36, 0.04)
    reach = bird.neck * (0.95 if long else 0.5)
    head = (base[0] + reach + 0.02, base[1] + (0.06 if long else 0.02) + 0.02 * lift)
    d = bird.deep
    trunk = patch(
        [
            (0.44, 0.02),
            (0.3, 0.36 * d),
            (0.0, 0.42 * d),
            (-0.3, 0.22 * d),
            (-0.5, 0.02),
            (-0.3, -0.2 * d),
            (0.0, -0.44 * d),
            (0.28, -0.34 * d),
        ]
    )
    neck = ribbon(
        [(0.2, 0.0), base, ((base[0] + head[0]) / 2, base[1] + 0.01), head],
        [0.3 * d, 0.5 * d + 0.04, 0.7 * bird.head + 0.02, 0.8 * bird.head],
    )
    mass(fig, whole(trunk, neck), QColor(bird.coat), 0.4 * d, 0.06)
    _breast(fig, bird, whole(trunk, neck), -0.12 * d)
    _head(fig, bird, head, 4.0, subject, t)
    flying_wing(fig, bird, lift, late, 0)
    fig.painter.restore()


def _trailing_legs(fig: Figure, bird: Plumage) -> None:
    for lower in (0.0, 0.04):
        line = ribbon(
            [(-0.2, -0.1), (-0.5, -0.06 - lower), (-0.45 - 0.8 * bird.leg, -0.02 - lower)],
            [0.07, 0.04, 0.03],
        )
        fig.fill(line, fig.lit(QColor(bird.shank)))


def _breast(fig: Figure, bird: Plumage, outline: QPainterPath, y: float) -> None:
    if not bird.belly:
        return
    fig.painter.save()
    fig.clip(outline)
    pale = patch(
        [
            (-0.6, y - 0.03),
            (0.0, y + 0.02),
            (0.4, y + 0.1),
            (1.2, y + 0.1),
            (1.2, y - 1),
            (-0.6, y - 1),
        ]
    )
    fig.fill(pale, faded(fig.lit(QColor(bird.belly), 0.0, -0.3, 0.9), 0.92))
    fig.painter.restore()


# On foot and on the water ---------------------------------------------------------------------


def _grounded(fig: Figure, bird: Plumage, subject: Subject) -> None:
    t, scene = fig.stage.t, fig.stage.scene
    afloat = flight.manner(subject, scene) == "float"
    cycle = flight.bird_cycle(subject, scene, t)
    moving = flight.gone(subject, scene, 1.0) > 0.0 and not afloat
    painter = fig.painter
    painter.save()
    if afloat:
        clip = QPainterPath()
        clip.addRect(QRectF(-9.0, -0.03, 18.0, 20.0))
        painter.setClipPath(clip)
        painter.rotate(2.0 * sin(1.3 * t + 6 * subject.variety))
    else:
        ground_shadow(fig, 0.5, position(subject, scene, t)[1] if subject.carrier < 0 else 0.0)
        if bird.tilt > 75 and moving:
            painter.rotate(7.0 * sin(tau * cycle))
    hip = -0.1 if afloat else bird.leg + (0.02 * cos(2 * tau * cycle) if moving else 0.0)
    if not afloat:
        _legs(fig, bird, subject, hip)
    _standing(fig, bird, subject, hip, cycle if moving else None, afloat)
    painter.restore()
    if afloat:
        _wake(fig, t, moving=subject.speed > 0.05)


def _legs(fig: Figure, bird: Plumage, subject: Subject, hip: float) -> None:
    scene, t = fig.stage.scene, fig.stage.t
    size = bird.size * subject.scale
    thick = 0.05 if bird.leg < 0.9 else 0.06
    for side in (1, 0):
        ahead, up, _ = flight.bird_foot(subject, scene, t, side)
        x, y = ahead / size + (0.05 if side else -0.03), up / size
        top = (-0.02, hip + 0.12)
        ankle = ((top[0] + x) / 2 - 0.1 * bird.leg - 0.6 * y, (top[1] + y) / 2)
        tone = mixed(QColor(bird.shank), QColor("black"), 0.3 * side)
        fig.fill(ribbon([top, ankle, (x, y + 0.02)], [2.4 * thick, thick, thick]), fig.lit(tone))
        toes = [(x - 0.08, y), (x, y + 0.06), (x + 0.2, y + 0.03), (x + 0.22, y - 0.005)]
        fig.fill(patch(toes), fig.lit(tone, 0.2, 0.3, 0.9))


def _standing(
    fig: Figure, bird: Plumage, subject: Subject, hip: float, cycle: float | None, afloat: bool
) -> None:
    t, d = fig.stage.t, bird.deep
    tilt = radians(min(bird.tilt, 8.0) if afloat else bird.tilt)
    c, s = cos(tilt), sin(tilt)
    lift = hip + 0.34 * d + 0.3 * max(s - 0.5, 0.0)

    def at(x: float, y: float) -> Point:
        return x * c - y * s, lift + x * s + y * c

    paint_tail_feathers(
        fig, bird, at(-0.42, 0.02), 180.0 + bird.tilt * 0.8, t, _displays(bird, subject)
    )
    outline = [
        (0.42, 0.1),
        (0.28, 0.44 * d),
        (0.0, 0.46 * d),
        (-0.28, 0.28 * d),
        (-0.52, 0.02),
        (-0.32, -0.3 * d),
        (-0.02, -0.54 * d),
        (0.28, -0.46 * d),
        (0.44, -0.1 * d),
    ]
    trunk = patch([at(x, y) for x, y in outline])
    head = _head_spot(bird, subject, at, cycle, t)
    base = at(0.3, 0.08)
    bow = bird.curl * bird.neck
    line = [
        at(0.12, -0.02),
        base,
        (base[0] + 0.3 * (head[0] - base[0]) + bow, base[1] + 0.35 * (head[1] - base[1])),
        (base[0] + 0.7 * (head[0] - base[0]) - 0.6 * bow, base[1] + 0.75 * (head[1] - base[1])),
        head,
    ]
    slim = 0.75 * bird.head
    widths = [
        0.5 * d,
        0.62 * d,
        0.3 * d + 0.5 * slim if bird.neck < 0.4 else 1.25 * slim,
        slim,
        slim,
    ]
    whole_bird = whole(trunk, ribbon(line, widths))
    mass(fig, whole_bird, QColor(bird.coat), 0.45 * d, 0.05)
    if bird.belly:
        _front(fig, bird, whole_bird, at)
    folded_wing(fig, bird, at, 0.12 * sin(tau * (cycle or 0.0)) if bird.tilt > 75 else 0.0)
    _head(fig, bird, head, -4.0, subject, t)


def _front(fig: Figure, bird: Plumage, outline: QPainterPath, at) -> None:  # type: ignore[no-untyped-def]
    fig.painter.save()
    fig.clip(outline)
    d = bird.deep
    line = [
        at(0.62, 0.16),
        at(0.3, 0.02 * d),
        at(0.0, -0.16 * d),
        at(-0.6, -0.1 * d),
        at(-0.5, -1.0),
        at(0.8, -1.0),
    ]
    fig.fill(patch(line), faded(fig.lit(QColor(bird.belly), 0.3, -0.1, 0.95), 0.95))
    fig.painter.restore()


def _head_spot(bird: Plumage, subject: Subject, at, cycle: float | None, t: float) -> Point:  # type: ignore[no-untyped-def]
    """A walking bird's head stays where it is and then thrusts ahead; one that eats bends down."""
    base = at(0.34, 0.1)
    angle = radians(bird.neck_angle)
    reach = bird.neck + 0.1
    thrust = 0.0
    if cycle is not None and bird.tilt < 75:
        part = (2.0 * cycle) % 1.0
        thrust = 0.09 * (0.5 - part if part < 0.7 else -0.2 + (part - 0.7) * 7.0 / 3.0)
    x = base[0] + reach * cos(angle) + thrust
    y = base[1] + reach * sin(angle) + 0.01 * sin(1.7 * t + subject.variety)
    if subject.act in ("eat", "drink"):
        peck = 0.5 + 0.5 * cos(tau * 0.9 * t)
        x, y = x + 0.2 * (1 - peck), y + (0.12 - y) * (1.0 - peck) ** 0.6
    return x, y


def _displays(bird: Plumage, subject: Subject) -> bool:
    return bird.tail_style == "train" and subject.act in ("", "stand", "open", "dance", "turn")


def _head(
    fig: Figure, bird: Plumage, spot: Point, angle: float, subject: Subject, t: float
) -> None:
    r, painter = bird.head, fig.painter
    painter.save()
    painter.translate(*spot)
    singing = subject.act == "sing" and sin(7.0 * t) > 0
    painter.rotate(
        angle + (14.0 if subject.act == "sing" else 2.5 * sin(0.9 * t + 5 * subject.variety))
    )
    _crest(fig, bird)
    _bill(fig, bird, 0.35 if singing else 0.0)
    ball = patch(
        [
            (r, 0),
            (0.72 * r, 0.72 * r),
            (0, r),
            (-0.8 * r, 0.66 * r),
            (-r, -0.1 * r),
            (-0.6 * r, -0.8 * r),
            (0.1 * r, -0.9 * r),
            (0.8 * r, -0.55 * r),
        ]
    )
    mass(fig, ball, QColor(bird.hood or bird.coat), r, 0.08)
    if bird.crest == "owl":
        _owl_face(fig, bird, subject.act == "sleep")
    else:
        if bird.mark and bird.crest != "plume":
            fig.fill(ellipse(0.25 * r, -0.15 * r, 0.4 * r, 0.34 * r), fig.lit(QColor(bird.mark)))
        eye(fig, 0.38 * r, 0.24 * r, 0.2 * r, QColor("#14110f"), float(subject.act == "sleep"))
    painter.restore()


def _owl_face(fig: Figure, bird: Plumage, asleep: bool) -> None:
    """An owl looks at us: two discs, two great eyes, a small beak between them."""
    r = bird.head
    for side in (-1, 1):
        fig.fill(
            ellipse(side * 0.42 * r, 0.05 * r, 0.5 * r, 0.58 * r),
            fig.lit(QColor(bird.belly or "#d8c6a4")),
        )
    for side in (-1, 1):
        if not asleep:
            fig.fill(
                ellipse(side * 0.42 * r, 0.1 * r, 0.3 * r, 0.3 * r), fig.lit(QColor("#f2b632"))
            )
        eye(fig, side * 0.42 * r, 0.1 * r, 0.18 * r, QColor("#14110f"), float(asleep))
    beak = patch([(-0.1 * r, -0.05 * r), (0.1 * r, -0.05 * r), (0.02 * r, -0.42 * r)])
    fig.fill(beak, fig.lit(QColor(bird.bill)))


def _bill(fig: Figure, bird: Plumage, gape: float) -> None:
    if bird.crest == "owl":
        return
    r, long = bird.head, bird.beak
    tone = fig.lit(QColor(bird.bill), 0.2, 0.3, 0.9)
    drop = -0.55 * r - 0.02 if bird.hook else -0.12 * r
    upper = [
        (0.5 * r, 0.35 * r),
        (0.8 * r + 0.6 * long, 0.2 * r),
        (0.8 * r + long, drop),
        (0.7 * r + 0.5 * long, -0.16 * r),
        (0.5 * r, -0.2 * r),
    ]
    lower = [
        (0.5 * r, -0.05 * r),
        (0.7 * r + 0.75 * long, -0.16 * r - gape * r),
        (0.5 * r, -0.42 * r),
    ]
    fig.fill(patch(lower), fig.lit(mixed(QColor(bird.bill), QColor("black"), 0.25)))
    fig.fill(patch(upper), tone)


def _crest(fig: Figure, bird: Plumage) -> None:
    r = bird.head
    tone = fig.lit(QColor(bird.mark or bird.coat), 0, 0.4, 0.9)
    match bird.crest:
        case "comb":
            comb = [
                (0.7 * r, 0.6 * r),
                (0.6 * r, 1.5 * r),
                (0.25 * r, 1.1 * r),
                (0.0, 1.75 * r),
                (-0.3 * r, 1.2 * r),
                (-0.7 * r, 1.5 * r),
                (-0.7 * r, 0.5 * r),
            ]
            fig.fill(patch(comb), tone)
            fig.fill(ellipse(0.75 * r, -0.85 * r, 0.26 * r, 0.5 * r), tone)
        case "plume":
            for lean in (-0.5, -0.2, 0.1, 0.4):
                tip = (lean * 2.2 * r, 2.4 * r)
                fig.stroke(_strand((0, 0.8 * r), tip), tone, 0.02)
                fig.fill(ellipse(*tip, 0.2 * r, 0.26 * r), tone)
        case "tuft":
            fig.fill(
                ribbon(
                    [(-0.2 * r, 0.6 * r), (-1.0 * r, 1.2 * r), (-1.9 * r, 1.1 * r)],
                    [0.7 * r, 0.5 * r, 0.04],
                ),
                tone,
            )
        case "owl":
            for side in (-1, 1):
                fig.fill(
                    patch(
                        [
                            (side * 0.3 * r, 0.8 * r),
                            (side * 0.95 * r, 1.5 * r),
                            (side * 0.85 * r, 0.4 * r),
                        ]
                    ),
                    fig.lit(QColor(bird.coat)),
                )


def _strand(start: Point, end: Point) -> QPainterPath:
    path = QPainterPath(QPointF(*start))
    path.lineTo(*end)
    return path


def _wake(fig: Figure, t: float, moving: bool) -> None:
    """Ripples around the waterline, and a V behind one that swims."""
    white = fig.lit(QColor("#eef6f8"), 0, 0.8, 0.5)
    for i in range(3):
        part = (0.5 * t + i / 3) % 1.0
        wide = 0.5 + 0.4 * part
        fig.stroke(
            ellipse(-0.05, -0.02, wide, 0.1 * wide), faded(white, 0.45 * sin(pi * part)), 0.018
        )
    if moving:
        for side in (-1, 1):
            line = QPainterPath(QPointF(0.35, -0.03))
            line.quadTo(QPointF(-0.8, -0.05 + 0.05 * side), QPointF(-2.4, -0.05 + 0.2 * side))
            fig.stroke(line, faded(white, 0.35), 0.025)
