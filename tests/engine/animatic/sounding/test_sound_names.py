"""Every sound that can be named is made of sounds that exist, and each of those is sound."""

import numpy as np
import pytest

from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding import footsteps, named
from engine.animatic.sounding.ambience import Hum
from engine.animatic.sounding.animals import CALLS
from engine.animatic.sounding.beds import BEDS, PLACES
from engine.animatic.sounding.motors import MOTORS
from engine.animatic.sounding.shots import LONGEST, LOUD, NAMES, WINDOW, shot
from engine.animatic.sounding.texture import TEXTURES

RATE = 48_000


def test_there_are_many_sounds() -> None:
    assert len(named.NAMES) > 150 and len(BEDS) > 50 and len(NAMES) > 100


@pytest.mark.parametrize("name", sorted(named.NAMES - named.ELSEWHERE))
def test_names_lead_to_sounds(name: str) -> None:
    for layer in named.layers_of(name):
        if isinstance(layer, Hum):
            assert layer.texture in TEXTURES
        else:
            assert layer.shot in NAMES


def test_places_and_subjects_lead_to_sounds() -> None:
    assert {bed for bed in PLACES.values() if bed} <= set(BEDS)
    assert {call.shot for call in CALLS.values()} <= NAMES
    for motor in MOTORS.values():
        assert {name for name, _, _ in motor.textures} <= set(TEXTURES)
        assert all(one is None or one[0] in NAMES for one in (motor.signal, motor.beat))


@pytest.mark.parametrize("name", sorted(NAMES)[::3])
def test_short_sounds_have_one_loudness_and_end_in_silence(name: str) -> None:
    sound = shot((name, 1))
    assert sound.dtype == np.float32 and sound.shape[1] == 2 and np.isfinite(sound).all()
    assert len(sound) < LONGEST * RATE
    assert np.abs(sound).max() <= 1.0 and np.abs(sound[-1]).max() < 0.01
    energy = np.concatenate([[0.0], np.cumsum((sound.astype(float) ** 2).mean(axis=1))])
    step = min(WINDOW, len(sound))
    loudest = np.sqrt((energy[step:] - energy[:-step]).max() / WINDOW)
    assert 0.1 * LOUD < loudest < 1.05 * LOUD


PITCHES = {
    "bark": (400, 1600), "moo": (250, 700), "howl": (500, 800), "hoot": (320, 450),
    "cuckoo": (500, 720), "great_bell": (90, 420), "ship_horn": (80, 400), "heartbeat": (30, 120),
    "steam": (4000, 9000), "explosion": (40, 600), "eagle": (2000, 4000), "siren": (650, 1700),
    "shatter": (3000, 9000), "thud": (40, 250),
}  # fmt: skip


@pytest.mark.parametrize("name", PITCHES)
def test_the_weight_of_a_sound_lies_where_it_does_in_nature(name: str) -> None:
    sound = shot((name, 0)).mean(axis=1)
    power = np.abs(np.fft.rfft(sound)) ** 2
    middle = float((power * np.fft.rfftfreq(len(sound), 1 / RATE)).sum() / power.sum())
    low, high = PITCHES[name]
    assert low < middle < high


def test_a_named_sound_is_heard_and_silence_adds_nothing() -> None:
    asked = Scene(1, 4.0, 1.8, "hills", sounds=("frogs",))
    (near, far) = named.voices(asked)
    assert np.abs(near.block(1) + far.block(1)).max() > 0.01
    assert named.voices(Scene(1, 4.0, 1.8, "hills", sounds=("silence", "birdsong"))) == []


def test_what_is_asked_to_sound_sounds_though_who_is_seen_keeps_still() -> None:
    for kind, sound in (("dog", "barking"), ("horse", "hoofbeats")):
        still = Scene(1, 4.0, 1.8, "hills", subjects=(Subject(kind, 0.0, 6.0),), sounds=(sound,))
        assert named.voices(still)
    stands = Subject("person", 0.0, 5.0)
    steps = Scene(1, 4.0, 1.8, "street", subjects=(stands,), sounds=("footsteps",))
    assert footsteps.voices(steps)


def test_what_is_seen_to_sound_is_not_added_again() -> None:
    dog = Subject("dog", 0.0, 6.0, act="bark", since=0.3)
    scene = Scene(1, 4.0, 1.8, "hills", subjects=(dog,), sounds=("barking",))
    assert named.voices(scene) == []
