"""Motion: where everything is and what it does at any moment, as closed forms of time.

Pictures and sound both ask here, so a footstep is heard in the frame in which the foot lands.
Nothing is simulated step by step: every function can be asked for any t in any order. Metres,
seconds, radians. x runs right, y up, z away from the camera.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from math import ceil, cos, exp, pi, sin, sqrt, tau
from random import Random

from engine.animatic.scene import Scene, Subject

GRAVITY = 9.81

ALOFT = 58.0
"""Metres that birds and balloons fly higher where the camera looks over the clouds."""

WHEEL_RADIUS = 0.33
WHEELBASE = 2.65

PERSON_HEIGHT = 1.72
STANCE = 0.62
"""Part of a walking cycle during which a foot stays on the ground (human gait: about 62 %)."""

ROCKET_ACCELERATION = 5.5
ROCKET_HOLD = 1.1
"""Seconds between ignition and lift-off, while the clamps still hold the rocket."""

BEAM_PERIOD = 9.0
"""Seconds for one turn of a lighthouse's lamp; it throws two beams, so one passes every half."""

BURN_EVERY, BURN_SECONDS = 4.2, 1.5


# Wind and water -------------------------------------------------------------------------------


def gust(scene: Scene, t: float) -> float:
    """How strong the wind blows at t, from 0 to about 1.4: the scene's wind with slow gusts."""
    phase = _share(scene.seed, "gust") * tau
    swell = 0.24 * sin(0.61 * t + phase) + 0.13 * sin(1.37 * t + 2.1 * phase)
    return scene.wind * (1.0 + swell + 0.06 * sin(3.3 * t + 3.7 * phase))


@dataclass(frozen=True, slots=True)
class Wave:
    """One component of the sea: `amplitude` metres, wave numbers along x and z, `omega` rad/s."""

    amplitude: float
    kx: float
    kz: float
    omega: float
    phase: float

    def angle(self, x: float, z: float, t: float) -> float:
        """Its phase at a place and moment; a crest where this is a multiple of 2 pi."""
        return self.kx * x + self.kz * z - self.omega * t + self.phase


def waves(scene: Scene) -> tuple[Wave, ...]:
    """The components of the scene's sea, longest first; deep water, so omega^2 = g k."""
    return _waves(scene.seed, scene.waves)


@lru_cache(maxsize=32)
def _waves(seed: int, strength: float) -> tuple[Wave, ...]:
    chance = Random(f"{seed}/waves")
    longest = 7.0 + 26.0 * strength
    ratios = (1.0, 0.63, 0.41, 0.26, 0.16)
    height = 0.05 + 0.75 * strength**1.4
    total = sum(ratio**1.15 for ratio in ratios)
    return tuple(_wave(chance, longest * ratio, height * ratio**1.15 / total) for ratio in ratios)


def _wave(chance: Random, length: float, amplitude: float) -> Wave:
    k = tau / length
    towards = -1.1 + chance.uniform(-0.6, 0.6)
    omega = sqrt(GRAVITY * k)
    return Wave(amplitude, k * cos(towards), k * sin(towards), omega, chance.uniform(0, tau))


def wave_height(scene: Scene, x: float, z: float, t: float) -> float:
    """Height of the water above its mean at (x, z)."""
    return sum(wave.amplitude * cos(wave.angle(x, z, t)) for wave in waves(scene))


def wave_slope(scene: Scene, x: float, z: float, t: float) -> float:
    """Slope of the water along x at (x, z): metres up a metre to the right."""
    return sum(-wave.amplitude * wave.kx * sin(wave.angle(x, z, t)) for wave in waves(scene))


def surges(scene: Scene, x: float, z: float, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a crest of the longest wave reaches (x, z)."""
    swell = waves(scene)[0]
    first = swell.kx * x + swell.kz * z + swell.phase
    period = tau / swell.omega
    return _repeats(first / swell.omega, period, start, stop)


# Where subjects are ---------------------------------------------------------------------------


def travelled(subject: Subject, t: float) -> float:
    """Metres along its heading since t = 0 (signed by time alone, not by heading)."""
    return subject.speed * t


def position(subject: Subject, scene: Scene, t: float) -> tuple[float, float, float]:
    """Where a subject stands, floats or flies at t.

    The point on the ground between a person's feet, below the middle of a car, a rocket's foot,
    where a tree or tower leaves the ground; a boat's middle at its waterline; the lead bird; the
    bottom of a balloon's basket.
    """
    x = subject.x + subject.heading * travelled(subject, t)
    match subject.kind:
        case "sailboat":
            return x, _heave(scene, x, subject.z, t), subject.z
        case "birds":
            return x, _flight_height(subject, t) + _aloft(scene), subject.z
        case "balloon":
            x += _balloon_drift(subject, scene, t)
            return x, _balloon_height(subject, t) + _aloft(scene), subject.z
        case "rocket":
            return subject.x, rocket_height(subject, scene, t), subject.z
        case "tree" | "lighthouse":
            return subject.x, 0.0, subject.z
        case _:
            return x, 0.0, subject.z


def _aloft(scene: Scene) -> float:
    """Above the clouds all that flies is as much higher as the camera stands there."""
    return ALOFT if scene.place == "sky" else 0.0


# Sailboat -------------------------------------------------------------------------------------

HULL_LENGTH = 8.0


def _heave(scene: Scene, x: float, z: float, t: float) -> float:
    """A hull rides on the water under its whole length: short waves cancel out."""
    ends = wave_height(scene, x - 2.6, z, t) + wave_height(scene, x + 2.6, z, t)
    return (ends + wave_height(scene, x, z, t)) / 3


def boat_pitch(subject: Subject, scene: Scene, t: float) -> float:
    """Radians by which the boat's right end is lifted."""
    x, _, z = position(subject, scene, t)
    rise = wave_height(scene, x + 2.6, z, t) - wave_height(scene, x - 2.6, z, t)
    return 1.1 * rise / 5.2


def boat_heel(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that the boat leans away from the wind: a steady part, gusts and a slow roll."""
    roll = (0.012 + 0.05 * scene.waves) * sin(tau * t / 4.3 + tau * subject.variety)
    return 0.03 + 0.26 * gust(scene, t) + roll


# Birds ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bird:
    """A member of a flock: where it flies from the lead bird, and its own rhythm of wings."""

    dx: float
    dy: float
    dz: float
    phase: float
    rate: float
    size: float


def _flight_height(subject: Subject, t: float) -> float:
    height = 2.0 + subject.z * (0.2 + 0.14 * subject.variety)
    return height + 0.012 * subject.z * sin(0.5 * t + tau * subject.variety)


def flock(subject: Subject, scene: Scene) -> tuple[Bird, ...]:
    """The birds of a flock, the lead bird first: a V above half variety, else a loose band.

    As many as `members` says, or seven to fifteen.
    """
    number = subject.members or 7 + round(8 * ((subject.variety * 7.3) % 1.0))
    return _flock(scene.seed, subject.heading, subject.variety, number)


@lru_cache(maxsize=64)
def _flock(seed: int, heading: int, variety: float, number: int) -> tuple[Bird, ...]:
    chance = Random(f"{seed}/flock/{variety}")
    place = _in_v if variety >= 0.5 else _in_band
    return tuple(_bird(chance, place(chance, i, heading)) for i in range(number))


def _bird(chance: Random, place: tuple[float, float, float]) -> Bird:
    rate = chance.uniform(2.5, 3.1)
    return Bird(*place, chance.random(), rate, chance.uniform(0.88, 1.1))


def _in_v(chance: Random, i: int, heading: int) -> tuple[float, float, float]:
    row, side = (i + 1) // 2, 1 if i % 2 else -1
    behind = 2.1 * row + chance.uniform(-0.4, 0.4) * min(row, 1)
    aside = side * (0.75 * row + chance.uniform(-0.2, 0.2) * min(row, 1))
    return -heading * behind, aside * 0.9 + 0.16 * row, 2.0 * aside


def _in_band(chance: Random, i: int, heading: int) -> tuple[float, float, float]:
    behind = 1.7 * i * chance.uniform(0.75, 1.25)
    return -heading * behind, chance.uniform(-2.6, 2.6) * min(i, 1), chance.uniform(-4, 4)


def bird_offset(bird: Bird, t: float) -> tuple[float, float, float]:
    """Where a bird flies from the lead bird at t: its place, with slow drifts of its own."""
    a, b = sin(0.43 * t + tau * bird.phase), sin(0.71 * t + 9.1 * bird.phase)
    return bird.dx + 0.5 * a, bird.dy + 0.35 * b + 0.08 * wing_lift(bird, t), bird.dz


def wing_phase(bird: Bird, t: float) -> float:
    """Wing strokes since t = 0, in whole beats; the integer part counts downstrokes begun."""
    return bird.rate * t + bird.phase


def flapping(bird: Bird, t: float) -> float:
    """1 while a bird beats its wings, 0 while it glides, smooth in between."""
    cycle = (t / 4.6 + 1.7 * bird.phase) % 1.0
    return _smooth(min(cycle / 0.08, 1.0)) * (1.0 - _smooth((cycle - 0.62) / 0.1))


def wing_lift(bird: Bird, t: float) -> float:
    """Where the wings are: 1 raised, -1 lowered, 0.3 spread for a glide."""
    part = (wing_phase(bird, t)) % 1.0
    # The downstroke takes less of a beat than the recovery.
    stroke = cos(pi * part / 0.44) if part < 0.44 else -cos(pi * (part - 0.44) / 0.56)
    beating = flapping(bird, t)
    return beating * stroke + (1.0 - beating) * 0.3


def wing_beats(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a bird of the flock begins a downstroke, in order."""
    beats = []
    for bird in flock(subject, scene):
        times = _repeats(-bird.phase / bird.rate, 1 / bird.rate, start, stop)
        beats += [time for time in times if flapping(bird, time) > 0.5]
    return sorted(beats)


# Car ------------------------------------------------------------------------------------------


def wheel_angle(subject: Subject, t: float) -> float:
    """Radians a car's wheels have turned, clockwise as seen: they roll, so path / radius."""
    return subject.heading * travelled(subject, t) / WHEEL_RADIUS


def suspension(subject: Subject, t: float) -> tuple[float, float]:
    """(lift in metres, pitch in radians) of a car's body on its springs; quiet when it stands."""
    moving = min(subject.speed / 8.0, 1.0)
    path = travelled(subject, t) + 17.0 * subject.variety
    lift = 0.012 * sin(path / 2.3) + 0.007 * sin(path / 0.97 + 1.0)
    pitch = 0.005 * sin(path / 3.1 + 0.7) + 0.003 * sin(path / 1.3)
    return moving * lift, moving * pitch


# Person ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Foot:
    """A foot: its sole's pivot `x`, `y` (metres, world), `pitch` (radians, positive with the toe
    up) and whether it is `planted`. While planted it turns about heel or toe but never slides."""

    x: float
    y: float
    pitch: float
    planted: bool


def person_height(subject: Subject) -> float:
    """Metres from sole to crown."""
    return PERSON_HEIGHT * (0.95 + 0.1 * subject.variety)


def step_length(subject: Subject) -> float:
    """Metres between one footfall and the next of the other foot (grows with the root of speed)."""
    return person_height(subject) * 0.40 * sqrt(max(subject.speed, 0.05) / 1.35)


def gait(subject: Subject, t: float) -> float:
    """Walking cycles (two steps each) since t = 0, from a phase of the person's own."""
    return travelled(subject, t) / (2 * step_length(subject)) + subject.variety * 7.7 % 1.0


def foot(subject: Subject, t: float, side: int) -> Foot:
    """The right (side 0) or left (side 1) foot of a person at t."""
    if subject.speed <= 0:
        return Foot(subject.x + (0.07 if side else -0.05), 0.0, 0.0, True)
    cycle = gait(subject, t) + 0.5 * side
    part = cycle % 1.0
    stride = 2 * step_length(subject)
    body = subject.heading * travelled(subject, t) + subject.x
    # Where the hips were when this foot landed, plus the reach of the foot before them.
    planted = body + subject.heading * stride * (STANCE / 2 - part)
    if part < STANCE:
        return Foot(planted, 0.0, _sole_pitch(part / STANCE), True)
    swing = (part - STANCE) / (1 - STANCE)
    path = subject.heading * stride * _smooth(swing)
    return Foot(planted + path, _swing_lift(subject, swing), _swing_pitch(swing), False)


def _sole_pitch(part: float) -> float:
    strike = 0.32 * (1.0 - _smooth(part / 0.16))
    push = 0.85 * _smooth((part - 0.58) / 0.42) ** 1.4
    return strike - push


def _swing_lift(subject: Subject, swing: float) -> float:
    return 0.055 * person_height(subject) * sin(pi * min(swing * 1.12, 1.0)) ** 1.5


def _swing_pitch(swing: float) -> float:
    return -0.85 + 1.17 * _smooth(swing / 0.75)


def footfalls(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a foot of a walking person lands, in order."""
    if subject.speed <= 0:
        return []
    step = step_length(subject) / subject.speed
    first = -(subject.variety * 7.7 % 1.0) * 2 * step
    return _repeats(first, step, start, stop)


# Balloon --------------------------------------------------------------------------------------


def _balloon_height(subject: Subject, t: float) -> float:
    start = 3.0 + subject.z * (0.02 + 0.1 * subject.variety)
    return start + 0.5 * t + 0.25 * sin(tau * t / 9.0 + tau * subject.variety)


def _balloon_drift(subject: Subject, scene: Scene, t: float) -> float:
    return (0.3 + 0.7 * scene.wind) * sin(tau * t / 13.0 + 5.0 * subject.variety)


def balloon_sway(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that a balloon leans to the right, its basket hanging behind like a pendulum."""
    return (0.015 + 0.03 * scene.wind) * sin(tau * t / 6.5 + 5.0 * subject.variety)


def burns(subject: Subject, scene: Scene, start: float, stop: float) -> list[tuple[float, float]]:
    """(first, last moment) of each burst of a balloon's burner that begins in [start, stop)."""
    first = BURN_EVERY * (subject.variety * 3.1 % 1.0) - BURN_SECONDS
    times = _repeats(first, BURN_EVERY, start, stop)
    return [(time, time + BURN_SECONDS) for time in times]


def burner_glow(subject: Subject, scene: Scene, t: float) -> float:
    """How bright the burner burns at t, 0 to 1: quick to light, slower to die."""
    glow = 0.0
    for first, last in burns(subject, scene, t - BURN_SECONDS - 1.0, t + 1e-9):
        rise = 1.0 - exp(-(t - first) / 0.08)
        glow = max(glow, rise if t < last else exp(-(t - last) / 0.18))
    return glow


# Rocket ---------------------------------------------------------------------------------------


def ignition(subject: Subject, scene: Scene) -> float:
    """The moment at which a rocket's engines light."""
    return min(max(0.1 * scene.seconds, 0.3), 1.2)


def lift_off(subject: Subject, scene: Scene) -> float:
    """The moment at which a rocket leaves the ground."""
    return ignition(subject, scene) + ROCKET_HOLD


def rocket_height(subject: Subject, scene: Scene, t: float) -> float:
    """Metres of a rocket's foot above its stand: constant acceleration from lift-off."""
    flying = max(t - lift_off(subject, scene), 0.0)
    return 0.5 * ROCKET_ACCELERATION * flying * flying


def thrust(subject: Subject, scene: Scene, t: float) -> float:
    """How hard the engines burn, 0 to 1."""
    return 1.0 - exp(-max(t - ignition(subject, scene), 0.0) / 0.35)


# Lighthouse -----------------------------------------------------------------------------------


def beam_angle(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that the lamp has turned; one beam points at the camera at multiples of pi."""
    return tau * (t / BEAM_PERIOD + subject.variety) - 0.25 * pi


def beam_passes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a beam points at the camera."""
    first = BEAM_PERIOD * (0.125 - subject.variety)
    return _repeats(first, BEAM_PERIOD / 2, start, stop)


# Tree -----------------------------------------------------------------------------------------


def tree_sway(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that a tree's crown leans to the right: a lasting bend and its own swinging."""
    wind, own = gust(scene, t), tau * subject.variety
    swing = 0.6 * sin(1.9 * t + 5 * own) + 0.4 * sin(3.1 * t + 3 * own)
    return 0.05 * wind * wind + 0.035 * wind * swing


# Arithmetic -----------------------------------------------------------------------------------


def _repeats(first: float, period: float, start: float, stop: float) -> list[float]:
    """first + n * period for every whole n that falls in [start, stop)."""
    times = []
    for n in count(ceil((start - first) / period)):
        time = first + n * period
        if time >= stop:
            return times
        if time >= start:
            times.append(time)
    return times


def _smooth(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * part * (3.0 - 2.0 * part)


def _share(seed: int, name: str) -> float:
    return Random(f"{seed}/{name}").random()
