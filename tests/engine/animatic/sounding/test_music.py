"""Music fits its shot: whole bars, a cadence at its end, one mood throughout."""

from math import log2

import numpy as np
import pytest

from engine.animatic.reel import reel_of
from engine.animatic.scene import Scene
from engine.animatic.sounding.music.moods import BAYATI, MOODS, mood_of
from engine.animatic.sounding.music.piece import voices
from engine.animatic.sounding.music.score import score_of
from engine.animatic.sounding.music.timbre import TIMBRES, note
from engine.animatic.sounding.soundtrack import Soundtrack
from engine.contract.shot import ShotRequest

RATE = 48_000


@pytest.mark.parametrize("name", MOODS)
@pytest.mark.parametrize("seconds", [4.0, 10.0, 23.7])
def test_a_piece_ends_with_its_shot_on_the_tonic(name: str, seconds: float) -> None:
    score = score_of(MOODS[name], 5, seconds)
    assert score.bars[-1] == pytest.approx(seconds, abs=1e-9)
    pitched = [one for one in score.notes if one.hertz]
    assert seconds - 1.01 < max(one.start + one.length for one in pitched) < seconds - 0.3
    last = [one for one in pitched if one.start >= score.bars[-2] - 1e-9]
    lowest = min(last, key=lambda one: one.hertz)
    octaves = log2(lowest.hertz / score.tonic)
    assert octaves == pytest.approx(round(octaves), abs=0.01)
    assert all(one.start + one.length <= seconds + 0.002 for one in pitched)


def test_a_loop_ends_on_the_chord_that_its_start_resolves() -> None:
    ends = score_of(MOODS["gentle"], 5, 12.0)
    loops = score_of(MOODS["gentle"], 5, 12.0, loops=True)
    bass = [one for one in loops.notes if one.instrument == "bass"]
    step = log2(bass[-2].hertz / loops.tonic) * 12 % 12
    assert step == pytest.approx(7.0, abs=0.05)
    assert log2(bass[0].hertz / loops.tonic) % 1 == pytest.approx(0.0, abs=0.01)
    assert ends.notes != loops.notes


def test_the_seed_writes_the_piece() -> None:
    assert score_of(MOODS["sad"], 1, 9.0) == score_of(MOODS["sad"], 1, 9.0)
    assert score_of(MOODS["sad"], 1, 9.0) != score_of(MOODS["sad"], 2, 9.0)


def test_a_maqam_has_its_quarter_tones() -> None:
    found = set()
    for seed in range(12):
        score = score_of(MOODS["eastern"], seed, 12.0)
        steps = {round(log2(one.hertz / 440) * 24) % 2 for one in score.notes if one.hertz}
        found |= steps
    assert found == {0, 1} and BAYATI[1] == 1.5


@pytest.mark.parametrize("name", TIMBRES)
def test_a_note_has_its_pitch_and_ends(name: str) -> None:
    sound = note((name, 330.0, 0.8))[:, 0]
    spectrum = np.abs(np.fft.rfft(sound, 8 * len(sound)))
    hertz = np.fft.rfftfreq(8 * len(sound), 1 / RATE)
    peak = hertz[np.argmax(spectrum)] / 330.0
    assert peak == pytest.approx(round(peak), abs=0.02)
    assert np.abs(sound[-20:]).max() < 0.01


def test_music_comes_only_when_asked_and_words_find_moods() -> None:
    assert voices(Scene(1, 6.0, 1.8, "hills")) == []
    assert mood_of("epic music") is MOODS["epic"]
    assert mood_of("Arabic music") is MOODS["eastern"]
    assert mood_of("music") is MOODS["gentle"]


def test_music_is_heard_to_the_end_whatever_the_chunks() -> None:
    scene = Scene(2, 6.0, 1.8, "hills", music="epic")
    whole = Soundtrack(scene).samples(0, 6 * RATE)
    parts = [Soundtrack(scene).samples(start, 50_000) for start in range(0, 6 * RATE, 50_000)]
    assert np.array_equal(np.concatenate(parts)[: 6 * RATE], whole)
    levels = (whole.reshape(12, -1) ** 2).mean(axis=1)
    assert levels[-3] > 0.05 * levels.mean()


def chroma(sound: np.ndarray, tonic: float) -> np.ndarray:
    """Power on each of the twelve steps above the tonic, from 60 to 2000 Hz, of a sound (n,)."""
    power = np.abs(np.fft.rfft(sound * np.hanning(len(sound)))) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    kept = (hertz > 60) & (hertz < 2000)
    step = np.round(np.log2(hertz[kept] / tonic) * 12).astype(int) % 12
    return np.bincount(step, power[kept], 12) / power[kept].sum()


@pytest.mark.parametrize("mood", ["gentle", "epic", "sad", "happy", "eastern", "jazz", "lullaby"])
def test_the_last_chord_is_the_tonic_and_dies_away(mood: str) -> None:
    scene = Scene(4, 9.0, 1.8, "void", music=mood)
    (music,) = voices(scene)
    sound = np.concatenate([music.block(index) for index in range(18)]).sum(axis=1)
    score = score_of(MOODS[mood], 4, 9.0)
    last = slice(round(score.bars[-2] * RATE), round((9.0 - 0.6) * RATE))
    found = chroma(sound[last], score.tonic)
    # Tonic, thirds (a maqam's lies between the two) and fifth.
    assert found[[0, 3, 4, 7]].sum() > 0.75 and found[0] > 0.2
    level = np.sqrt((sound[last] ** 2).mean())
    assert np.sqrt((sound[round(8.9 * RATE) :] ** 2).mean()) < 0.06 * level


def test_a_piece_follows_the_mood_and_the_tempo_of_the_scene() -> None:
    def beats(**asked: object) -> float:
        (music,) = voices(Scene(2, 8.0, 1.8, "void", **asked))  # type: ignore[arg-type]
        return len(music.events) / 8.0  # type: ignore[attr-defined]

    assert beats(music="happy", tempo=1.0) > 1.2 * beats(music="happy", tempo=0.1)
    assert beats(music="calm", mood="joyful") == beats(music="joyful")
    assert beats(music="calm") != beats(music="joyful")


def test_one_piece_plays_through_all_shots() -> None:
    asked = ShotRequest("Shot 1: a beach. Shot 2: a city at night, epic music. Shot 3: hills")
    reel = reel_of(asked)
    assert len(reel) == 3
    whole = score_of(MOODS["epic"], asked.seed, 10.0)
    heard = {
        round(start + event.seconds, 6)
        for start, scene in reel
        for event in voices(scene)[0].events  # type: ignore[attr-defined]
    }
    assert heard == {round(one.start, 6) for one in whole.notes}
    own = reel_of(ShotRequest("Shot 1: a beach, sad music. Shot 2: a city, epic music"))
    assert [(scene.music, scene.tune) for _, scene in own] == [("sad", None), ("epic", None)]
