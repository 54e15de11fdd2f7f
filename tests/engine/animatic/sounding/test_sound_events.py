"""What is heard of an event starts when the event is seen."""

from fractions import Fraction

import numpy as np
import pytest

from engine.animatic.direct import scene_of
from engine.animatic.motion.balloon import burns
from engine.animatic.motion.person import footfalls
from engine.animatic.motion.rocket import ignition
from engine.animatic.motion.water import surges
from engine.animatic.scene import Flash, Scene, Subject
from engine.animatic.sounding import (
    birdcalls,
    burners,
    engines,
    footsteps,
    insects,
    rainfall,
    signals,
    surf,
    thunder,
    traffic,
    wind,
)
from engine.animatic.sounding.texture import BLOCK
from engine.animatic.sounding.voice import Bed, Events, Voice
from engine.contract.shot import ShotRequest

RATE = 48_000
MILLISECOND = RATE // 1000


def scene(prompt: str, seconds: int = 6, seed: int = 1) -> Scene:
    return scene_of(ShotRequest(prompt, seconds=Fraction(seconds), seed=seed))


def played(voices: list[Voice], seconds: int = 6) -> np.ndarray:
    blocks = range(-(-seconds * RATE // BLOCK))
    mixed = [
        sum((voice.block(index) for voice in voices), np.zeros((BLOCK, 2))) for index in blocks
    ]
    return np.concatenate(mixed)


def loudest(sound: np.ndarray) -> np.ndarray:
    return np.abs(sound).max(axis=1)


@pytest.mark.parametrize("seed", range(4))
def test_thunder_starts_within_a_millisecond_of_its_flash(seed: int) -> None:
    stormy = scene("a storm over the sea", seed=seed)
    sound = loudest(played(thunder.voices(stormy)))
    first = round(stormy.flashes[0].seconds * RATE)
    assert not sound[: first - MILLISECOND].any()
    assert sound[first : first + MILLISECOND].max() > 0.15


def test_thunder_cracks_and_then_rolls_away() -> None:
    sound = thunder.thunder((7, False))
    crack = sound[: round(0.4 * RATE)]
    assert np.abs(crack).max() > 0.6
    assert np.sqrt((sound[RATE : 2 * RATE] ** 2).mean()) > 0.01
    assert np.sqrt((sound[-RATE // 2 :] ** 2).mean()) < 0.02 and np.abs(sound[-1]).max() < 1e-4


def test_thunder_comes_from_the_side_of_its_flash() -> None:
    left = Scene(1, 4.0, 1.8, "sea", flashes=(Flash(0.5, 0.05, 1.0, 3),))
    power = (played(thunder.voices(left), 4) ** 2).sum(axis=0)
    assert power[0] > 1.5 * power[1]


@pytest.mark.parametrize("place", ["street", "desert", "forest"])
def test_every_footfall_is_heard_when_the_foot_lands(place: str) -> None:
    walker = Subject("person", -2.0, 5.0, 1, 1.35, variety=0.3)
    walk = Scene(1, 6.0, 1.8, place, subjects=(walker,))  # type: ignore[arg-type]
    sound = loudest(played(footsteps.voices(walk)))
    falls = footfalls(walker, walk, 0.0, 6.0)
    assert len(falls) > 8
    for moment in falls[1:-1]:
        first = round(moment * RATE)
        before = sound[first - 40 * MILLISECOND : first - MILLISECOND].max()
        assert sound[first : first + 6 * MILLISECOND].max() > 4 * before


def test_who_stands_makes_no_steps() -> None:
    still = Scene(1, 6.0, 1.8, "street", subjects=(Subject("person", 0, 5.0),))
    assert footsteps.voices(still) == []


def test_a_rocket_is_silent_until_it_is_lit() -> None:
    launch = scene("a rocket launches from the desert")
    sound = loudest(played(burners.voices(launch)))
    lit = round(ignition(launch.subjects[0], launch) * RATE)
    assert not sound[: lit - MILLISECOND].any()
    assert sound[lit : lit + 30 * MILLISECOND].max() > 0.02


def test_a_burner_is_heard_while_it_burns() -> None:
    flight = scene("a hot-air balloon over hills", seconds=12)
    balloon = flight.subjects[0]
    sound = loudest(played(burners.voices(flight), 12))
    bursts = burns(balloon, flight, 0.5, 9.0)
    assert bursts
    for first, last in bursts:
        burning = sound[round((first + 0.3) * RATE) : round(last * RATE)].mean()
        quiet = sound[round((last + 1.2) * RATE) : round((last + 2.0) * RATE)].mean()
        assert burning > 8 * quiet


def test_a_passing_car_goes_from_left_to_right_and_falls_in_pitch() -> None:
    car = Subject("car", -60.0, 6.0, 1, 20.0)
    drive = Scene(1, 6.0, 1.8, "desert", subjects=(car,))
    sound = played(engines.voices(drive))
    coming, going = sound[RATE : 2 * RATE], sound[4 * RATE : 5 * RATE]
    assert (coming[:, 0] ** 2).sum() > 1.5 * (coming[:, 1] ** 2).sum()
    assert (going[:, 1] ** 2).sum() > 1.5 * (going[:, 0] ** 2).sum()
    (engine, *_) = engines.voices(drive)
    tone = played([engine])
    before, after = peak_hertz(tone[RATE : 2 * RATE]), peak_hertz(tone[4 * RATE : 5 * RATE])
    shift = (1 + 20 / 343) / (1 - 20 / 343)
    assert before / after == pytest.approx(shift, rel=0.05)


def peak_hertz(sound: np.ndarray) -> float:
    window = np.hanning(len(sound))
    spectrum = np.abs(np.fft.rfft(sound.mean(axis=1) * window, 8 * len(sound)))
    return float(np.argmax(spectrum)) / 8


def test_a_crest_is_heard_when_it_passes() -> None:
    sea = scene("the sea", seconds=20)
    (swell,) = [bed for bed in surf.voices(sea) if isinstance(bed, Bed) and bed.name == "swell"]
    moments = np.arange(0, 20, 0.01)
    left = swell.envelope(moments)[:, 0]
    crests = surges(sea, surf.LEFT, surf.EAR, 1.0, 19.0)
    assert len(crests) >= 4
    for crest in crests:
        around = abs(moments - crest) < 1.0
        assert abs(moments[around][np.argmax(left[around])] - crest) < 0.25


@pytest.mark.parametrize(
    ("prompt", "family"),
    [("a sea", surf), ("a lake", surf), ("rain", rainfall), ("snow", rainfall), ("a city", traffic),
     ("hills at night", insects), ("seagulls over the sea", birdcalls), ("a forest", birdcalls),
     ("a lighthouse in fog", signals), ("church bells", signals), ("hills, footsteps", footsteps),
     ("hills", wind), ("crickets in a city", insects), ("the sound of rain in hills", rainfall)],
)  # fmt: skip
def test_what_belongs_to_a_scene_is_heard(prompt: str, family) -> None:  # type: ignore[no-untyped-def]
    assert loudest(played(family.voices(scene(prompt)))).max() > 0.003


@pytest.mark.parametrize(
    ("prompt", "family"),
    [("hills", surf), ("a sea", traffic), ("a sunny desert", rainfall), ("hills at noon", insects),
     ("a city", footsteps), ("a sea at night in a storm", birdcalls), ("a lighthouse", signals)],
)  # fmt: skip
def test_what_does_not_belong_is_not_heard(prompt: str, family) -> None:  # type: ignore[no-untyped-def]
    assert family.voices(scene(prompt)) == []


def test_a_far_voice_is_fainter_than_a_near_one() -> None:
    def level(z: float) -> float:
        car = Subject("car", 0.0, z, 1, 5.0)
        return float(
            loudest(played(engines.voices(Scene(1, 2.0, 1.8, "desert", subjects=(car,))), 2)).mean()
        )

    assert level(12.0) > 2 * level(60.0)


@pytest.mark.parametrize("family", [birdcalls, footsteps, signals, surf, thunder, traffic])
def test_no_sound_outlasts_what_its_family_says(family) -> None:  # type: ignore[no-untyped-def]
    prompts = [
        "a lighthouse in fog, seagulls",
        "people in a street",
        "a storm over a lake",
        "a forest",
    ]
    for prompt in prompts:
        for voice in family.voices(scene(prompt)):
            if isinstance(voice, Events):
                for event in voice.events:
                    assert len(voice._make(event.key)) <= voice.longest
