"""The camera: where it stands for a place and shape of frame, and how it moves through a shot."""

from dataclasses import replace
from math import sin, tau
from random import Random

from engine.animatic.scene import Scene
from engine.animatic.setting import setting_of
from engine.animatic.view import View

WIDE = 16 / 9


def view_at(scene: Scene, t: float, width: int, height: int) -> View:
    """The camera of the scene at t seconds, for a frame of this many pixels."""
    rest = standing(scene, width, height)
    along = scene.track * (t - scene.seconds / 2)
    return _moved(scene, replace(rest, x=along), t)


def beyond(scene: Scene, depth: float, width: int, height: int) -> float:
    """How far beyond the sides of the resting frame the shot looks at this depth in metres, in
    frame heights: what is painted once must reach so far."""
    moments = [view_at(scene, part * scene.seconds, width, height) for part in (0.0, 0.5, 1.0)]
    aside = max(abs(view.pan) + abs(view.x) * view.focal / depth for view in moments)
    return aside + (0.08 if scene.move == "handheld" else 0.02)


def standing(scene: Scene, width: int, height: int) -> View:
    """The camera before any move. Tall frames look a little wider and give the ground more room,
    so that what lies left and right of the middle stays in the picture."""
    framing = setting_of(scene.place)
    narrow = min(max(WIDE * height / width - 1.0, 0.0), 2.2)
    return View(
        width,
        height,
        y=framing.height,
        focal=1.0 / (1.0 + 0.2 * narrow),
        horizon=framing.horizon + (0.6 - framing.horizon) * 0.3 * narrow,
    )


def _moved(scene: Scene, rest: View, t: float) -> View:
    go = eased(t / scene.seconds)
    middle = go - 0.5
    size = 0.4 + 1.2 * scene.pace
    near = _near(scene)
    across = rest.width / rest.height
    match scene.move:
        case "push_in":
            return replace(rest, z=0.34 * size * near * go)
        case "pull_out":
            return replace(rest, z=0.34 * size * near * (1.0 - go))
        case "pan_right" | "pan_left":
            way = 1 if scene.move == "pan_right" else -1
            return replace(rest, pan=way * 0.24 * size * across**0.5 * middle)
        case "tilt_up" | "tilt_down":
            way = 1 if scene.move == "tilt_up" else -1
            return replace(rest, tilt=way * 0.2 * size * middle)
        case "truck_right" | "truck_left":
            way = 1 if scene.move == "truck_right" else -1
            return replace(rest, x=rest.x + way * 0.4 * size * near * across / WIDE * middle)
        case "crane_up":
            rise = 0.16 * size * near * go
            return replace(rest, y=rest.y + rise, tilt=-0.07 * size * go)
        case "handheld":
            return _held(scene, rest, t)
        case _:
            return rest


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


def _near(scene: Scene) -> float:
    """Metres by which moves are measured: the nearest subject's depth, else the place's span."""
    depths = [subject.z for subject in scene.subjects if subject.z > 3.0]
    return min([setting_of(scene.place).span, *depths])


def _held(scene: Scene, rest: View, t: float) -> View:
    """A hand's slow sway and small tremor: sines that share no period."""
    size = 0.5 + scene.pace
    return replace(
        rest,
        x=rest.x + 0.05 * size * _sway(scene, "x", t),
        y=rest.y + 0.03 * size * _sway(scene, "y", t),
        pan=0.011 * size * _sway(scene, "pan", t),
        tilt=0.009 * size * _sway(scene, "tilt", t),
    )


def _sway(scene: Scene, axis: str, t: float) -> float:
    chance = Random(f"{scene.seed}/handheld/{axis}")
    parts = ((0.19, 0.9), (0.43, 0.55), (0.97, 0.28), (2.3, 0.1), (4.1, 0.04))
    return sum(size * sin(tau * (hertz * t + chance.random())) for hertz, size in parts)
