"""A take sounds as its model made it, or else like its draft."""

from fractions import Fraction

import numpy as np
import pytest

from engine.contract.making import Making
from engine.contract.models import Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import SAMPLE_RATE, Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.jobs.take_rate import take_rate
from engine.diffusion.takes.take_sound import MadeSound, cut, draft_sound, faded

TONE = 440


def making(seconds: Fraction) -> Making:
    request = ShotRequest("rain", seconds, 64, 64)
    run = ModelRun("text", 64, 64, 25, Rate(25))
    return Making(request, Weights("", 0, ""), run, "take.mp4")


def tone(rate: int) -> Sound:
    wave = 0.5 * np.sin(2 * np.pi * TONE * np.arange(rate) / rate)
    return Sound(np.stack([wave, wave], axis=1).astype(np.float32), rate)


def made(sound: Sound, asked: Making) -> MadeSound:
    heard = MadeSound(asked, take_rate(asked))
    heard.add(sound, Fraction(0))
    return heard


def pitch(samples: np.ndarray) -> float:
    heights = np.abs(np.fft.rfft(samples[:, 0] * np.hanning(len(samples))))
    return float(heights.argmax()) * SAMPLE_RATE / len(samples)


@pytest.mark.parametrize("rate", [16_000, 24_000, 44_100, 48_000])
def test_a_models_sound_keeps_its_pitch_at_any_rate(rate):
    asked = making(Fraction(1))
    heard = made(tone(rate), asked).samples(0, SAMPLE_RATE)
    assert abs(pitch(heard) - TONE) < 2 and abs(np.abs(heard).max() - 0.5) < 0.02


def test_slowed_with_its_pictures_it_lasts_longer_at_the_same_pitch():
    asked = making(Fraction(2))
    rate = take_rate(asked)
    assert rate == Rate(25, 2)
    heard = made(tone(24_000), asked).samples(0, 2 * SAMPLE_RATE)
    assert abs(pitch(heard) - TONE) < 3
    late = heard[int(1.8 * SAMPLE_RATE) : int(1.9 * SAMPLE_RATE)]
    assert np.abs(late).max() > 0.3


def test_a_silent_models_take_sounds_like_the_draft_in_any_pieces():
    asked = making(Fraction(1))
    heard = draft_sound(asked, take_rate(asked))
    whole = heard.samples(0, 4800)
    assert np.abs(whole).max() > 0
    parts = [heard.samples(start, 1600) for start in range(0, 4800, 1600)]
    np.testing.assert_array_equal(np.concatenate(parts), whole)


def test_a_segments_end_waits_for_what_it_fades_into():
    asked, held = making(Fraction(1)), Fraction(1, 4)
    heard = MadeSound(asked, take_rate(asked))
    heard.add(tone(24_000), held)
    assert heard.ready == SAMPLE_RATE * 3 // 4
    certain = heard.samples(0, heard.ready - 100)
    quiet = np.zeros((6_000, 2), np.float32)
    heard.add(Sound(quiet, 24_000, quiet), Fraction(0))
    np.testing.assert_allclose(heard.samples(0, len(certain)), certain, atol=1e-6)
    seam, after = heard.samples(36_000, 12_000), heard.samples(SAMPLE_RATE, 12_000)
    assert np.abs(seam[:1000]).max() > 0.45 > 0.05 > np.abs(seam[-500:]).max()
    assert np.abs(after).max() < 1e-4 and heard.ready > SAMPLE_RATE


def test_a_seam_is_as_loud_as_what_is_around_it():
    dice = np.random.default_rng(1)
    one, other = (dice.normal(0, 0.1, (20_000, 2)).astype(np.float32) for _ in range(2))
    seam = faded(one, Sound(other[10_000:], 24_000, other[:10_000]))
    assert len(seam) == 30_000
    assert abs(seam[12_000:18_000].std() / 0.1 - 1) < 0.03


def test_a_cut_falls_silent_for_a_moment_so_that_it_does_not_click():
    loud = np.ones((2_400, 2), np.float32)
    joined = cut(loud, Sound(-loud, 24_000))
    assert len(joined) == 4_800 and np.abs(np.diff(joined[:, 0])).max() < 0.02
    assert joined[2_000, 0] == 1 and joined[2_800, 0] == -1
