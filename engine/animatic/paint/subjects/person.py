"""A person: joints from motion, dressed and lit, from the far arm to the near one."""

from math import sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPolygonF, QRadialGradient

from engine.animatic.build import build_of
from engine.animatic.motion.people.acts import act_of, joints_at, posture_of
from engine.animatic.motion.people.body import body_of
from engine.animatic.motion.people.holding import held_by
from engine.animatic.motion.people.mounted import mount_of, seated_on
from engine.animatic.motion.people.posture import Posture
from engine.animatic.motion.people.skeleton import Joints
from engine.animatic.motion.people.travel import UNDER_WATER, swims
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.pattern import numbers
from engine.animatic.paint.subjects.people import (
    garments,
    hand_held,
    head,
    limbs,
    playthings,
    surroundings,
)
from engine.animatic.paint.subjects.people.canvas import Canvas
from engine.animatic.paint.subjects.people.look import Look, look_of
from engine.animatic.paint.subjects.shape import ellipse
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

REACH = 2.2
"""Metres to either side that a person with what they hold can take."""


def paint(stage: Stage, subject: Subject) -> None:
    """One person at the stage's moment."""
    subject = seated_on(subject, stage.scene)
    x, _, z = position(subject, stage.scene, stage.t)
    act = act_of(subject, stage.t)
    far_reaching = act in ("throw", "kick", "sleep", "lie") or "kite" in subject.traits
    reach = 30.0 if act in ("throw", "kick") else 4.5 if far_reaching else REACH
    if not stage.view.sees(x, z, reach * max(subject.scale, 0.4)):
        return
    look = look_of(subject, stage.scene)
    posture = posture_of(subject, stage.scene, stage.t)
    joints = joints_at(subject, stage.scene, stage.t)
    with figure(stage, subject) as fig:
        _behind_window(fig, subject)
        put(fig, subject, look, posture, joints)


def _behind_window(fig: Figure, subject: Subject) -> None:
    """Of whoever sits inside something only what its window shows."""
    mount = mount_of(subject, fig.stage.scene)
    text = str(build_of(mount.kind).trait("window", "")) if mount else ""
    if mount is None or not text:
        return
    seen = QPainterPath()
    larger = mount.scale / subject.scale
    corners = ((x - subject.x * mount.heading, y - subject.y) for x, y in numbers(text))
    seen.addPolygon(QPolygonF([QPointF(x * larger, y * larger) for x, y in corners]))
    fig.clip(seen)


def put(fig: Figure, subject: Subject, look: Look, posture: Posture, joints: Joints) -> None:
    """Paint somebody in this posture where the figure stands."""
    stage, body, act = fig.stage, body_of(subject), act_of(subject, fig.stage.t)
    own = body.height / subject.scale
    swimming = swims(subject, stage.t) and act != "surf"
    wet = swimming and stage.scene.place not in UNDER_WATER
    if not swimming and subject.carrier < 0:
        shadow(fig, joints, own, posture.rise * own)
    fig.painter.scale(own, own)
    c = Canvas(fig, look, body, joints, posture, fig.scale * own, _fall(stage, fig.z, own), stage.t)
    surroundings.below(c, subject, act)
    if wet:
        _clipped_by_water(fig)
    _figure(c, held_by(subject, stage.scene, act), act, stage.t - subject.since)
    surroundings.above(c, subject, act)


def _fall(stage: Stage, z: float, height: float) -> float:
    """How much lower the nearer foot stands in the picture."""
    return min(max((stage.view.y - 0.4 * height) / max(z - stage.view.z, 1.0), 0.0), 0.3)


def _clipped_by_water(fig: Figure) -> None:
    """What is under the surface isn't painted."""
    fig.painter.setClipRect(QRectF(-3.0, -0.03, 6.0, 4.0))


def _figure(c: Canvas, thing: str, act: str, s: float) -> None:
    trunk = garments.Trunk(c)
    back, front = _arms_by_depth(c)
    if not c.away:
        head.hair_behind(c)
        garments.behind(c, trunk)
    for side in back:
        limbs.arm(c, side)
    near, lap = c.joints.hips[2] + 0.1, c.joints.hips[1] - 0.13
    high = [s for s in (1, 0) if c.joints.knees[s][2] > near and c.joints.knees[s][1] > lap]
    for side in sorted((0, 1), key=lambda one: c.joints.knees[one][2]):
        if side not in high:
            limbs.leg(c, side)
    garments.skirts(c, trunk)
    garments.torso(c, trunk)
    garments.over(c, trunk)
    for side in sorted(high, key=lambda one: c.joints.knees[one][2]):
        limbs.leg(c, side)
    head.neck(c)
    if c.away:
        garments.behind(c, trunk)
    head.head(c)
    if c.away:
        head.hair_behind(c)
    if thing and thing != "umbrella":
        hand_held.paint(c, thing)
    for side in front:
        limbs.arm(c, side)
    if thing == "umbrella":
        hand_held.paint(c, thing)
        limbs.arm(c, 0)
    if act in ("throw", "kick"):
        playthings.flying_ball(c, act, s)
    hand_held.glow(c, thing)


def _arms_by_depth(c: Canvas) -> tuple[list[int], list[int]]:
    """Which arms lie behind the chest and which before it."""
    middle = 0.5 * (c.joints.neck[2] + c.joints.hips[2])
    depths = []
    for side in (0, 1):
        elbow, hand = c.joints.elbows[side][2], c.joints.hands[side][2]
        depths.append(0.6 * elbow + 0.4 * hand - middle + 0.02 * max(sin(c.joints.chest_yaw), 0.0))
    order = sorted((0, 1), key=lambda one: depths[one])
    return [s for s in order if depths[s] < 0.0], [s for s in order if depths[s] >= 0.0]


def shadow(fig: Figure, joints: Joints, height: float, rise: float) -> None:
    """Soft on the ground below the body, fainter and wider while it is in the air."""
    spots = [joints.hips, *joints.ankles, joints.neck]
    left, right = min(p[0] for p in spots), max(p[0] for p in spots)
    middle, half = 0.5 * (left + right) * height, (0.5 * (right - left) + 0.16) * height
    half *= 1.0 + 0.25 * max(rise, 0.0)
    shade = QRadialGradient(QPointF(0, 0), half)
    shade.setColorAt(0, QColor(8, 10, 18, int(125 / (1.0 + 1.6 * max(rise, 0.0)))))
    shade.setColorAt(1, QColor(8, 10, 18, 0))
    fig.painter.save()
    fig.painter.translate(middle, 0.0)
    fig.painter.scale(1.0, 0.2)
    fig.fill(ellipse(0, 0, half, half), QBrush(shade))
    fig.painter.restore()


def round_shadow(fig: Figure, half: float) -> None:
    """A soft round shadow on the ground, `half` metres to either side."""
    shade = QRadialGradient(QPointF(0, 0), half)
    shade.setColorAt(0, QColor(8, 10, 18, 125))
    shade.setColorAt(1, QColor(8, 10, 18, 0))
    fig.painter.save()
    fig.painter.scale(1.0, 0.2)
    fig.fill(ellipse(0, 0, half, half), QBrush(shade))
    fig.painter.restore()
