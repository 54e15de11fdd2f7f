"""Every prompt has the same loudness, silence apart; loops run round, cuts don't click."""

from fractions import Fraction

import numpy as np
import pytest

from engine.animatic.reel import ReelSound, reel_of
from engine.animatic.sounding.ear import integrated
from engine.contract.shot import ShotRequest

RATE = 48_000


def request(prompt: str, seconds: int = 8, **more: object) -> ShotRequest:
    return ShotRequest(prompt, Fraction(seconds), **more)  # type: ignore[arg-type]


def sound_of(asked: ShotRequest) -> np.ndarray:
    track = ReelSound(asked)
    return track.samples(0, track.length)


def true_peak(sound: np.ndarray) -> float:
    spectrum = np.fft.rfft(sound, axis=0)
    return float(np.abs(np.fft.irfft(spectrum, 4 * len(sound), axis=0)).max()) * 4


PROMPTS = (
    "a teacup on a table", "a sculpture in an empty museum at night", "snow in a pine forest",
    "a red shoe turns on a white background", "قطة تنام في غرفة هادئة",
    "a marble rolls across a wooden floor", "fireworks over a harbour",
)  # fmt: skip


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_prompt_has_its_loudness_and_room_above(prompt: str) -> None:
    sound = sound_of(request(prompt, 6))
    assert np.isfinite(sound).all()
    assert integrated(sound) == pytest.approx(-16.0, abs=1.0)
    assert true_peak(sound.astype(float)) < 10 ** (-1 / 20)
    assert np.abs(sound.mean(axis=0)).max() < 0.004


@pytest.mark.parametrize("prompt", ["a candle burns, silence", "a street, no sound", "مدينة، صمت"])
def test_silence_is_silent(prompt: str) -> None:
    sound = sound_of(request(prompt, 4))
    assert integrated(sound) < -55.0 and np.abs(sound).max() < 0.02


@pytest.mark.parametrize("asked", [
    request("waves on a beach, seamless loop", 4), request("نار مخيم، حلقة متصلة", 4),
    request("a brook in a forest", 4, loops=True), request("happy music in a park, looping", 4),
])  # fmt: skip
def test_a_loop_runs_round(asked: ShotRequest) -> None:
    sound = sound_of(asked).astype(float)
    twice = np.concatenate([sound, sound])
    steps = np.abs(np.diff(twice, axis=0)).max(axis=1)
    assert steps[len(sound) - 1] < np.quantile(steps, 0.999)
    around = twice[len(sound) - RATE // 4 : len(sound) + RATE // 4] ** 2
    assert around.reshape(10, -1).mean(axis=1).min() > 0.02 * (sound**2).mean()


def test_without_a_word_for_it_nothing_loops() -> None:
    assert np.abs(sound_of(request("waves on a beach", 4))[-10:]).max() < 1e-3


def test_cuts_between_shots_do_not_click() -> None:
    asked = request(
        "Shot 1: a storm at sea, seamless loop. Shot 2: a quiet library. Shot 3: a market"
    )
    sound = sound_of(asked).astype(float)
    starts = [round(start * RATE) for start, _ in reel_of(asked)]
    assert len(starts) == 3
    steps = np.abs(np.diff(sound, axis=0)).max(axis=1)
    for start in starts[1:]:
        assert steps[start - 48 : start + 1440].max() < np.quantile(steps, 0.999)


def test_the_sound_goes_on_over_a_cut() -> None:
    asked = request("Shot 1: rain on a street. Shot 2: rain on a roof")
    power = (sound_of(asked).astype(float) ** 2).sum(axis=1)
    cut = round(reel_of(asked)[1][0] * RATE)
    around = power[cut - 2400 : cut + 2400].reshape(20, -1).mean(axis=1)
    assert around.min() > 0.05 * around.mean()
