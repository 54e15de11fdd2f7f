"""A thing is heard where the picture shows it, as near as it is, and bent as it goes by."""

import numpy as np
import pytest

from engine.animatic.camera import view_at
from engine.animatic.motion import whereabouts
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding import doings, engines, objects
from engine.animatic.sounding.texture import BLOCK
from engine.animatic.sounding.voice import Events, Voice

RATE = 48_000
SIZE = (1600, 900)


def played(voices: list[Voice], seconds: float) -> np.ndarray:
    blocks = range(round(seconds * RATE) // BLOCK)
    return np.concatenate([sum(voice.block(n) for voice in voices) for n in blocks])


def rightness(sound: np.ndarray) -> float:
    """-1 for sound on the left alone, 1 on the right alone."""
    left, right = (sound.astype(float) ** 2).sum(axis=0)
    return float((right - left) / (right + left))


def shown(scene: Scene, subject: Subject, t: float) -> float:
    """Where the picture shows a subject across, -1 left to 1 right."""
    at = view_at(scene, t, *SIZE).project(*whereabouts.position(subject, scene, t))
    return 2.0 * at.x() / SIZE[0] - 1.0


@pytest.mark.parametrize("move", ["still", "pan_right", "truck_left", "push_in", "orbit_left"])
def test_a_bell_is_heard_where_the_picture_shows_it(move: str) -> None:
    bell = Subject("church", -9.0, 40.0, act="ring", since=0.1)
    scene = Scene(1, 8.0, 16 / 9, "hills", subjects=(bell,), move=move, pace=1.0)
    (voice,) = [one for one in objects.voices(scene) if isinstance(one, Events)]
    for event in voice.events:
        left, right = event.gains
        heard = (right - left) / (right + left)
        seen = shown(scene, bell, event.seconds)
        assert abs(seen) < 0.05 or np.sign(heard) == np.sign(seen)
        assert abs(heard - 0.55 * np.clip(seen, -1.4, 1.4)) < 0.25


def test_a_pan_moves_what_stands_still() -> None:
    bell = Subject("church", 0.0, 40.0, act="ring", since=0.1)
    scene = Scene(1, 8.0, 16 / 9, "hills", subjects=(bell,), move="pan_right", pace=1.0)
    (voice,) = [one for one in objects.voices(scene) if isinstance(one, Events)]
    sides = [event.gains[1] / event.gains[0] for event in voice.events]
    assert sides[0] > 1.15 * sides[-1]


def test_who_comes_nearer_is_louder() -> None:
    def level(z: float) -> float:
        one = Subject("person", 0.0, z, act="clap", since=0.2)
        scene = Scene(1, 3.0, 16 / 9, "hills", subjects=(one,))
        return float(np.abs(played(doings.voices(scene), 2.0)).max())

    assert level(5.0) > 1.8 * level(15.0) > 3.0 * level(45.0)


def test_a_siren_falls_in_pitch_as_it_goes_by_and_crosses_over() -> None:
    car = Subject("ambulance", -60.0, 6.0, 1, 20.0)
    scene = Scene(1, 6.0, 16 / 9, "desert", subjects=(car,))
    (calls,) = [one for one in engines.voices(scene) if isinstance(one, Events)]
    assert all(event.passing is not None for event in calls.events)
    sound = played([calls], 6.0)
    coming, going = sound[RATE : 2 * RATE], sound[4 * RATE : 5 * RATE]
    assert rightness(coming) < -0.3 and rightness(going) > 0.3
    assert tone(coming) / tone(going) == pytest.approx((1 + 20 / 343) / (1 - 20 / 343), rel=0.03)


def tone(sound: np.ndarray) -> float:
    """The strongest pitch, in hertz, between 400 and 640."""
    spectrum = np.abs(np.fft.rfft(sound.sum(axis=1) * np.hanning(len(sound)), 4 * len(sound)))
    low, high = 400 * 4 * len(sound) // RATE, 500 * 4 * len(sound) // RATE
    return (low + int(np.argmax(spectrum[low:high]))) * RATE / (4 * len(sound))
