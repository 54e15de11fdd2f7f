"""Mounted: how somebody sits on what carries them, feet on its pedals and hands on its bars."""

from math import cos, sin

from msgspec.structs import replace

from engine.animatic.build import build_of
from engine.animatic.motion.people.body import body_of
from engine.animatic.motion.people.moment import Moment
from engine.animatic.motion.people.posture import Arm, Posture, Sole, both, changed
from engine.animatic.motion.rolling import pedal_angle
from engine.animatic.scene import Scene, Subject

GEAR = 2.3
"""Turns of the wheel for one of the pedals."""
HIPS = 0.075
"""How high the hips' joints are above a seat, in parts of the body's height."""


def mount_of(subject: Subject, scene: Scene) -> Subject | None:
    """What carries somebody, if anything."""
    if 0 <= subject.carrier < len(scene.subjects):
        return scene.subjects[subject.carrier]
    return None


def is_ridden(subject: Subject, scene: Scene) -> bool:
    """Whether someone of the scene sits on this one."""
    return any(mount_of(one, scene) == subject for one in scene.subjects)


def on_deck(subject: Subject, scene: Scene) -> bool:
    """Whether somebody stands on what carries them, as on a skateboard."""
    mount = mount_of(subject, scene)
    return mount is not None and "deck" in build_of(mount.kind).figure


def seated_on(subject: Subject, scene: Scene) -> Subject:
    """The subject facing as its mount does, on the seat where the mount has one."""
    mount = mount_of(subject, scene)
    if mount is None or subject.kind == "statue":
        return subject
    if "seat" not in build_of(mount.kind).figure:
        return replace(subject, heading=mount.heading)
    x, y = _spot(mount, "seat")
    low = y - 0.03 * body_of(subject).height
    return replace(subject, heading=mount.heading, x=mount.heading * x, y=low)


def pedalling(m: Moment, posture: Posture) -> Posture:
    """The riding posture with feet on pedals and hands on bars, where the mount has them."""
    mount = mount_of(m.subject, m.scene)
    if mount is None or not {"seat", "pedals", "bars"} <= set(build_of(mount.kind).figure):
        return posture
    build, (sx, sy) = build_of(mount.kind), _spot(mount, "seat")
    low = sy - 0.03 * m.body.height
    (px, py), (bx, by) = _spot(mount, "pedals"), _spot(mount, "bars")
    throw = float(build.trait("throw", 0.0))
    radius = float(str(build.figure["wheels"]).split(",")[0].split()[1])
    angle = pedal_angle(mount, m.t, radius, GEAR)
    feet = []
    for turned, side in ((angle, 1), (angle + 3.14159, -1)):
        x, y = px + throw * sin(turned), py + throw * cos(turned)
        spot = (m.metres(x - sx), m.metres(y - low), 0.05 * side)
        feet.append(Sole(spot, -0.15 - 0.12 * cos(turned), 0.0))
    lean = 0.3
    shoulder = (m.body.torso * sin(lean), HIPS + m.body.torso * cos(lean))
    ahead = (m.metres(bx - sx) - shoulder[0], m.metres(by - low) - shoulder[1])
    c, s = cos(lean), sin(lean)
    reach = (
        (ahead[0] * c - ahead[1] * s) / m.body.arm,
        (ahead[0] * s + ahead[1] * c) / m.body.arm,
        0.0,
    )
    arms = both(Arm(reach, (-0.3, -0.9, 0.4)))
    hips = (0.0, HIPS, 0.0)
    return changed(posture, hips=hips, feet=tuple(feet), arms=arms, lean=lean, turn=0.05)


def _spot(mount: Subject, name: str) -> tuple[float, float]:
    x, y = str(build_of(mount.kind).figure[name]).split(",")[0].split()[:2]
    return float(x), float(y)
