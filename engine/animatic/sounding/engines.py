"""Engines: everything that drives, flies or sails by a motor.

An engine is one cycle of sound, played as often as its speed says, from where the vehicle is: the
phase that is heard now left it a moment ago, and that alone makes the Doppler shift. What rolls,
blows and rushes around it are textures.
"""

from functools import lru_cache

import numpy as np

from engine.animatic.motion import whereabouts
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.beats import BEATS
from engine.animatic.sounding.ear import SPEED_OF_SOUND, gain
from engine.animatic.sounding.listener import course, event_at, nearness, passing_at
from engine.animatic.sounding.motors import MOTORS, Motor
from engine.animatic.sounding.shots import LONGEST, shot
from engine.animatic.sounding.texture import BLOCK, generator
from engine.animatic.sounding.voice import Bed, Envelope, Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

SOUNDING = 4
"""At most this many vehicles are heard one by one, the nearest first."""
CYCLE = 8192
STEP = 0.05
EASED = 9
"""Points of STEP over which an engine takes up a change of speed."""
THIN = 30
"""Samples between the points at which its place is asked for."""


def voices(scene: Scene) -> list[Voice]:
    """The motors of all subjects that have one."""
    driven = [one for one in scene.subjects if one.kind in MOTORS]
    found: list[Voice] = []
    for subject in sorted(driven, key=lambda one: one.z)[:SOUNDING]:
        found += _motor(scene, subject, MOTORS[subject.kind])
    return found


def _motor(scene: Scene, subject: Subject, motor: Motor) -> list[Voice]:
    place, pace = course(scene, subject), _paces(scene, subject)

    near = nearness(place, motor.reach)

    def rolling(t: np.ndarray) -> np.ndarray:
        return near(t) * np.minimum(pace(t) / motor.fast, 1.2)[:, None]

    found: list[Voice] = []
    if motor.idle or motor.rise:
        found.append(_Engine(scene, subject, motor, place, pace, near))
    wet = 3.0 if "rain" in scene.weather else 0.0
    for name, level, rolls in motor.textures:
        lift = wet if name == "road" else 0.0
        found.append(Bed(scene, name, level + lift, rolling if rolls else near))
    events = [one for part in (_signals, _beats) for one in part(scene, subject, motor, pace)]
    return [*found, Events(scene, events, shot, LONGEST)] if events else found


def _paces(scene: Scene, subject: Subject) -> Envelope:
    """Metres a second at any moment, eased as an engine takes it up."""
    ticks = np.arange(-20, round((scene.seconds + 9.0) / STEP) + 20)
    places = np.array([whereabouts.position(subject, scene, float(t)) for t in ticks * STEP])
    steps = np.linalg.norm(np.diff(places, axis=0), axis=1) / STEP
    padded = np.pad(np.minimum(steps, 400.0), EASED // 2, mode="edge")
    eased = np.convolve(padded, np.ones(EASED) / EASED, "valid")
    return lambda t: np.interp(t, ticks[:-1] * STEP, eased)


class _Engine:
    """The firing of a motor as it is heard."""

    rings = False

    def __init__(
        self,
        scene: Scene,
        subject: Subject,
        motor: Motor,
        place: Envelope,
        pace: Envelope,
        near: Envelope,
    ) -> None:
        self._motor, self._place, self._near = motor, place, near
        moments = np.arange(-1.0, scene.seconds + 9.0, STEP)
        speeds = pace(moments)
        hertz = motor.hertz(speeds, subject.variety)
        self._moments = moments
        self._turns = np.concatenate([[0.0], np.cumsum(0.5 * (hertz[1:] + hertz[:-1]) * STEP)])
        self._strength = gain(motor.level) * (0.4 + 0.6 * np.minimum(speeds / motor.fast, 1.0))
        self._cycle = _cycle(motor, round(float(hertz.mean()), 1), round(subject.variety, 3))

    def block(self, index: int) -> np.ndarray:
        """See Voice."""
        moments = (index * BLOCK + np.arange(0, BLOCK + THIN, THIN)) / SAMPLE_RATE
        sent = moments - self._place(moments)[:, 1] / SPEED_OF_SOUND
        turns = np.interp(sent, self._moments, self._turns)
        loud = self._near(moments) * np.interp(sent, self._moments, self._strength)[:, None]
        sample, points = np.arange(BLOCK), np.arange(len(moments)) * THIN
        fine = np.interp(sample, points, turns)
        # An engine never runs quite evenly.
        fine += 0.004 * np.sin(2 * np.pi * 0.37 * fine) * self._motor.unrest
        sound = self._cycle[(fine % 1.0 * CYCLE).astype(np.int64)]
        beat = 1.0 + 0.3 * self._motor.unrest * np.sin(2 * np.pi * 0.243 * fine)
        both = [np.interp(sample, points, loud[:, side]) for side in (0, 1)]
        return (np.stack(both, axis=-1) * (sound * beat)[:, None]).astype(np.float32)


@lru_cache(maxsize=24)
def _cycle(motor: Motor, hertz: float, variety: float) -> np.ndarray:
    """One cycle (n,) of an engine that turns `hertz` times a second, at a mean square of 1."""
    chance = generator("cycle", hertz, variety)
    orders = np.arange(1, max(int(9000 / max(hertz, 1.0)), 4))
    pitch = orders * hertz
    pipe = 1.0 / (1.0 + (pitch / motor.pipe) ** motor.steep)
    pipe += motor.bump[1] * np.exp(-(((pitch - motor.bump[0]) / (0.3 * motor.bump[0])) ** 2))
    fires = np.where(orders % motor.firings == 0, 1.0, motor.uneven)
    spectrum = np.zeros(CYCLE // 2 + 1, np.complex128)
    kept = orders[orders < CYCLE // 2]
    angles = chance.uniform(0, 2 * np.pi, len(orders)) * motor.soft
    spectrum[kept] = (pipe * fires * np.exp(1j * angles))[: len(kept)]
    cycle = np.fft.irfft(spectrum, CYCLE)
    return (cycle / cycle.std()).astype(np.float32)


def _signals(scene: Scene, subject: Subject, motor: Motor, pace: Envelope) -> list[Event]:
    """Sirens, bells, horns and whistles that the vehicle gives now and then."""
    if not motor.signal:
        return []
    name, every, loud = motor.signal
    chance = generator(scene.seed, "signal", subject.variety, name)
    moment = float(chance.uniform(0.05, 0.3)) * min(every, scene.seconds)
    found: list[Event] = []
    while moment < scene.seconds - 0.3:
        found.append(passing_at(scene, subject, moment, (name, 0), loud, motor.reach))
        moment += every
    return found


def _beats(scene: Scene, subject: Subject, motor: Motor, pace: Envelope) -> list[Event]:
    """What comes stroke by stroke, or once every few metres."""
    exact = [
        event_at(scene, subject, moment, (name, number % 4), loud, motor.reach)
        for name, loud, moments in BEATS.get(subject.kind, ())
        for number, moment in enumerate(moments(subject, scene, 0.0, scene.seconds - 0.02))
    ]
    if exact or not motor.beat:
        return exact
    name, metres, loud = motor.beat
    moments = np.arange(0.0, scene.seconds, STEP)
    way = np.concatenate([[0.0], np.cumsum(pace(moments[1:]) * STEP)]) + subject.variety * metres
    marks = np.arange(np.ceil(way[0] / metres), np.floor(way[-1] / metres) + 1) * metres
    times = np.interp(marks, way, moments) if len(marks) else []
    return [
        event_at(scene, subject, float(t), (name, number % 4), loud, motor.reach)
        for number, t in enumerate(times)
        if t < scene.seconds - 0.02
    ]
