"""What subjects do is heard at the very moment at which it is seen."""

import numpy as np
import pytest

from engine.animatic.motion import bell, prop, quadruped, rolling, sea_life
from engine.animatic.motion.person import happenings
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding import animals, doings, engines, objects, splashes
from engine.animatic.sounding.texture import BLOCK
from engine.animatic.sounding.voice import Events, Voice

RATE = 48_000
MILLISECOND = RATE // 1000


def stage(subject: Subject, seconds: float = 6.0, place: str = "hills") -> Scene:
    return Scene(1, seconds, 1.8, place, subjects=(subject,))


def played(voices: list[Voice], seconds: float = 6.0) -> np.ndarray:
    blocks = range(-(-round(seconds * RATE) // BLOCK))
    mixed = [sum((one.block(n) for one in voices), np.zeros((BLOCK, 2))) for n in blocks]
    return np.concatenate(mixed)


def assert_onsets(sound: np.ndarray, moments: list[float], rise: float = 3.0) -> None:
    size = np.abs(sound).max(axis=1)
    for moment in moments:
        first = round(moment * RATE)
        before = size[max(first - 12 * MILLISECOND, 0) : max(first - 1, 1)].max()
        assert size[first : first + 8 * MILLISECOND].max() > rise * before + 1e-4


def test_a_dog_is_heard_when_its_mouth_opens() -> None:
    dog = Subject("dog", 0.0, 6.0, act="bark", since=0.4)
    scene = stage(dog)
    moments = quadruped.calls(dog, scene, 0.0, 5.9)
    assert len(moments) > 4
    events = animals.calls_of(scene, dog)
    assert [event.seconds for event in events] == moments
    sound = played(animals.voices(scene))
    assert not sound[: round(moments[0] * RATE) - MILLISECOND].any()


def test_hoofs_are_heard_when_they_land() -> None:
    horse = Subject("horse", -6.0, 8.0, 1, 1.6)
    scene = stage(horse, place="street")
    beats = quadruped.hoofbeats(horse, scene, 0.0, 5.9)
    assert len(beats) > 8
    hoofs = [voice for voice in animals.voices(scene) if voice.events[0].key[0].startswith("hoof")]
    assert_onsets(played(hoofs), beats[1:])


def test_a_bounce_is_heard_at_its_contacts_and_fainter_each_time() -> None:
    cup = Subject("cup", 0.0, 2.0, act="bounce", since=0.2)
    scene = stage(cup)
    hits = [(at, speed) for at, speed in prop.hits(cup, scene, 0.0, 5.9) if speed > 1.0]
    assert len(hits) > 2
    sound = played(objects.voices(scene))
    assert_onsets(sound, [at for at, _ in hits[:4]])
    peaks = [np.abs(sound[round(at * RATE) :][: 30 * MILLISECOND]).max() for at, _ in hits]
    assert peaks[0] > peaks[-1]


def test_hands_are_heard_when_they_meet() -> None:
    person = Subject("person", 0.0, 4.0, act="clap", since=0.3)
    scene = stage(person)
    claps = [one.seconds for one in happenings(person, scene, 0.0, 5.9) if one.what == "clap"]
    assert len(claps) > 3
    assert_onsets(played(doings.voices(scene)), claps)


def test_a_bell_is_heard_when_its_clapper_strikes() -> None:
    church = Subject("church", 0.0, 40.0, act="ring", since=0.5)
    scene = stage(church)
    strokes = bell.strokes(church, scene, 0.0, 5.9)
    assert strokes
    events = objects.events_of(scene, church)
    assert [event.seconds for event in events] == strokes


@pytest.mark.parametrize("act", ["sleep", "hide"])
def test_who_sleeps_does_not_call(act: str) -> None:
    assert animals.calls_of(stage(cow := Subject("cow", 0.0, 6.0, act=act)), cow) == []


def test_an_engine_falls_in_pitch_as_it_passes() -> None:
    car = Subject("car", -60.0, 6.0, 1, 20.0)
    (engine, *_) = engines.voices(stage(car))
    tone = played([engine])
    before, after = (_pitch(tone[second * RATE : (second + 1) * RATE]) for second in (1, 4))
    assert before / after == pytest.approx((1 + 20 / 343) / (1 - 20 / 343), rel=0.05)


def _pitch(sound: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(sound.mean(axis=1) * np.hanning(len(sound)), 8 * len(sound)))
    return float(np.argmax(spectrum)) / 8


def test_a_whale_is_heard_when_it_falls_back() -> None:
    whale = Subject("whale", 0.0, 30.0, 1, 2.0, act="leap", since=0.3)
    scene = stage(whale, place="sea")
    falls = sea_life.splashes(whale, scene, 0.0, 5.9)
    assert falls
    assert [one.seconds for one in splashes.events_of(scene, whale)][: len(falls)] == falls


def test_a_candle_falls_silent_when_it_goes_out() -> None:
    candle = Subject("candle", 0.0, 1.5, act="go_out", since=2.0)
    sound = played(objects.voices(stage(candle, place="hills")))
    assert np.abs(sound[: 2 * RATE]).max() > 0.0
    assert not sound[3 * RATE : 5 * RATE].any()


def test_a_steam_engine_breathes_with_its_crank() -> None:
    train = Subject("steam_train", -20.0, 14.0, 1, 6.0)
    scene = stage(train)
    (events,) = [voice for voice in engines.voices(scene) if isinstance(voice, Events)]
    heard = sorted(one.seconds for one in events.events if one.key[0] == "chuff")
    assert heard == rolling.chuffs(train, scene, 0.0, 5.98)
