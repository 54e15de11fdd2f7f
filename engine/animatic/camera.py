"""The camera: where it stands for a place and shape of frame, and how it moves through a shot."""

from dataclasses import replace
from functools import lru_cache
from math import exp, sin, tau
from random import Random

from engine.animatic.build import build_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.moves import MOVES, WIDE, Pose, Reach
from engine.animatic.scene import Leg, Scene, Subject
from engine.animatic.setting import eye_of, setting_of
from engine.animatic.view import View

LENSES: dict[str, float] = {"normal": 1.0, "wide": 0.68, "long": 1.9, "macro": 1.5}
"""How much longer than normal each lens is. Whoever frames a subject steps back or closer so that
it keeps its size; what lies behind it doesn't."""

ANGLES: dict[str, tuple[float, float, float]] = {
    "level": (1.0, 0.0, 0.0),
    "dutch": (1.0, 0.0, 0.0),
    "low": (0.3, 0.0, 0.16),
    "high": (1.6, 0.07, -0.3),
    "top": (1.7, 0.09, -0.62),
}
"""The camera's height as a part of the place's and of its span; how far the horizon sinks."""

FEET = 0.88
"""The row at which main subjects' feet usually are."""
SHOWN = (0.03, 0.9)
"""The highest and lowest row, of a frame 1 high, on which the horizon may lie."""
TALL = 5.0
"""Metres: what is taller would leave a frame that looks down from the top."""
MOMENTS = 24
"""Into how many parts a shot is cut to learn how far its camera goes."""


def view_at(scene: Scene, t: float, width: int, height: int) -> View:
    """The camera of the scene at t seconds, for a frame of this many pixels."""
    rest = standing(scene, width, height)
    pose = _rest_pose(scene) + _gone(scene, t) + _held(scene, t) + _followed(scene, t)
    view = replace(
        rest,
        x=scene.track * (t - scene.seconds / 2) + pose.x,
        y=max(rest.y + pose.y, 0.25 * rest.y),
        z=pose.z,
        pan=pose.pan,
        tilt=pose.tilt,
        zoom=exp(pose.zoom),
    )
    return _aimed(scene, view, t) if "zoom" in _moves(scene) else view


def beyond(scene: Scene, depth: float, width: int, height: int) -> float:
    """How far beyond the sides of the resting frame the shot looks at this depth in metres, in
    frame heights: what is painted once must reach so far."""
    half, room = 0.5 * width / height, 0.02
    for view in views(scene, width, height):
        seen = view.zoom * depth / max(depth - view.z, 0.05 * depth)
        aside = (half + abs(view.pan)) / seen + abs(view.x) * view.focal / depth - half
        room = max(room, aside + 0.02)
    return room + (0.06 if "handheld" in _moves(scene) else 0.0)


@lru_cache(maxsize=64)
def views(scene: Scene, width: int, height: int) -> tuple[View, ...]:
    """The camera at even moments from the beginning of the shot to its end."""
    moments = (scene.seconds * part / MOMENTS for part in range(MOMENTS + 1))
    return tuple(view_at(scene, t, width, height) for t in moments)


@lru_cache(maxsize=64)
def standing(scene: Scene, width: int, height: int) -> View:
    """The camera before any move. Tall frames look a little wider and give the ground more room,
    so that what lies left and right of the middle stays in the picture; a long lens stands lower,
    which keeps the ground near its subject's feet in it."""
    framing = setting_of(scene.place)
    narrow = min(max(WIDE * height / width - 1.0, 0.0), 2.2)
    times, spans, sunk = ANGLES[_angle(scene)]
    usual = framing.horizon + (0.6 - framing.horizon) * 0.3 * narrow
    horizon = scene.skyline or usual
    # Before a photo feet stand as low in the frame as they would in the place itself.
    rise = (FEET - horizon) / max(FEET - usual, 0.15) if scene.skyline else 1.0
    if sunk:
        horizon = min(max(horizon + sunk, SHOWN[0]), SHOWN[1])
    return View(
        width,
        height,
        y=rise * (eye_of(scene) * times + min(framing.span, 60.0) * spans) / max(_lens(scene), 1.0),
        focal=_lens(scene) / (1.0 + 0.2 * narrow),
        horizon=horizon,
    )


def _angle(scene: Scene) -> str:
    """A shot that comes down from the top looks from there."""
    if scene.angle == "top" and any(_height(one) > TALL for one in scene.subjects[:1]):
        return "high"
    if scene.angle != "level":
        return scene.angle
    top = scene.move == "top_down" or any(leg.move == "top_down" for leg in scene.legs)
    return "top" if top else "level"


def _height(subject: Subject) -> float:
    return build_of(subject.kind).height * subject.scale


def _lens(scene: Scene) -> float:
    return LENSES[scene.lens]


def legs_of(scene: Scene) -> tuple[Leg, ...]:
    """The moves of a shot in order: its legs, or its one move from beginning to end."""
    return scene.legs or (Leg(scene.move, 0.0, scene.seconds, scene.pace),)


def _moves(scene: Scene) -> frozenset[str]:
    """The moves of a shot, without their ways."""
    return frozenset(leg.move.removesuffix("_in").removesuffix("_out") for leg in legs_of(scene))


# Going ----------------------------------------------------------------------------------------


def _gone(scene: Scene, t: float) -> Pose:
    """What all legs have added up to now."""
    pose = Pose()
    for leg in legs_of(scene):
        if t > leg.start:
            pose += _added(scene, leg, t)
    return pose


def _added(scene: Scene, leg: Leg, t: float) -> Pose:
    focal = _lens(scene)
    reach = Reach(near_of(scene), scene.aspect, focal, 0.4 + 1.2 * leg.pace)
    part = (t - leg.start) / max(leg.stop - leg.start, 1e-3)
    return MOVES[leg.move](eased(part), reach)


@lru_cache(maxsize=64)
def _rest_pose(scene: Scene) -> Pose:
    """From where a shot starts so that pans, tilts and trucks lie evenly about the resting frame,
    and nothing goes back behind it, below it or wider than it but a dolly zoom. A camera that
    rises looks straight ahead while it is lowest."""
    poses = [_gone(scene, scene.seconds * part / MOMENTS) for part in range(MOMENTS + 1)]
    lowest = min(poses, key=lambda pose: pose.y)
    rises = any(pose.y != lowest.y for pose in poses)

    def centred(values: list[float]) -> float:
        return -(min(values) + max(values)) / 2

    return Pose(
        x=centred([pose.x for pose in poses]),
        y=-min(pose.y for pose in poses),
        z=0.0 if "dolly_zoom" in _moves(scene) else -min(pose.z for pose in poses),
        pan=centred([pose.pan for pose in poses]),
        tilt=-lowest.tilt if rises else centred([pose.tilt for pose in poses]),
        zoom=-min(pose.zoom for pose in poses),
    )


def eased(part: float) -> float:
    """0 to 1 over a shot: a soft start and end with an even middle (integral of a trapezoid whose
    flanks are smoothsteps of 0.3 length)."""
    u, ramp = min(max(part, 0.0), 1.0), 0.3
    if u > 0.5:
        return 1.0 - eased(1.0 - u)
    even = 1.0 / (1.0 - ramp)
    if u >= ramp:
        return even * (u - ramp / 2)
    v = u / ramp
    return even * ramp * (v**3 - v**4 / 2)


def near_of(scene: Scene) -> float:
    """Metres by which moves are measured: the nearest subject's depth, else the place's span."""
    depths = [subject.z for subject in scene.subjects if subject.z > 0.5 and subject.carrier < 0]
    if "dolly_zoom" in _moves(scene) and depths:
        return scene.subjects[0].z if scene.subjects[0].z > 0 else min(depths)
    return min([setting_of(scene.place).span, *depths])


# Looking --------------------------------------------------------------------------------------


def _aimed(scene: Scene, view: View, t: float) -> View:
    """A zoom draws closer what it is about: the main subject, or the middle of the frame."""
    k, tall = view.zoom, view.height
    wide = replace(view, zoom=1.0)
    aim = (0.5 * view.width, 0.5 * tall)
    if scene.subjects:
        x, y, z = position(scene.subjects[0], scene, t)
        point = wide.project(x, y + 0.12 * (z - view.z) / view.focal, max(z, view.z + 1.0))
        half = 0.5 * (view.width - 0.3 * tall)
        aside = min(max(point.x() - 0.5 * view.width, -half), half)
        aim = (0.5 * view.width + aside, min(max(point.y(), 0.2 * tall), 0.8 * tall))
    middle = 0.5 * view.width - view.pan * tall
    across = aim[0] + k * (middle - aim[0])
    down = aim[1] + k * (view.horizon_y() - aim[1])
    pan = (0.5 * view.width - across) / tall
    return replace(view, pan=pan, tilt=down / tall - view.horizon)


def _followed(scene: Scene, t: float) -> Pose:
    """A camera that follows goes along with its subject, and looks up after one that rises."""
    if "follow" not in _moves(scene) or not scene.subjects:
        return Pose()
    x, y, z = position(scene.subjects[0], scene, t)
    middle, low, _ = position(scene.subjects[0], scene, scene.seconds / 2)
    own = x - middle - scene.track * (t - scene.seconds / 2)
    risen = (y - low) * _lens(scene) / max(z, 3.0)
    return Pose(x=0.75 * own, tilt=min(max(0.7 * risen, -0.5), 0.5))


def _held(scene: Scene, t: float) -> Pose:
    """A hand's slow sway and small tremor, for as long as a leg is held by hand."""
    pose = Pose()
    for leg in legs_of(scene):
        if leg.move == "handheld":
            much = _share(leg, scene.seconds, t) * (0.5 + leg.pace)
            pose += Pose(
                x=0.05 * much * _sway(scene, "x", t),
                y=0.03 * much * _sway(scene, "y", t),
                pan=0.011 * much * _sway(scene, "pan", t),
                tilt=0.009 * much * _sway(scene, "tilt", t),
            )
    return pose


def _share(leg: Leg, seconds: float, t: float) -> float:
    """How much of a leg's manner there is at t: it comes and goes within half a second unless the
    shot itself begins or ends there."""
    come = 1.0 if leg.start <= 0.0 else eased((t - leg.start) / 0.5)
    go = 1.0 if leg.stop >= seconds else eased((leg.stop - t) / 0.5)
    return min(come, go)


def _sway(scene: Scene, axis: str, t: float) -> float:
    """Sines that share no period."""
    chance = Random(f"{scene.seed}/handheld/{axis}")
    parts = ((0.19, 0.9), (0.43, 0.55), (0.97, 0.28), (2.3, 0.1), (4.1, 0.04))
    return sum(size * sin(tau * (hertz * t + chance.random())) for hertz, size in parts)
