"""How loud a sound is, and where it is silent."""

import numpy as np
import pytest

from engine.media.loudness import levels


class Samples:
    """Samples in memory."""

    def __init__(self, samples: np.ndarray) -> None:
        self._samples, self.length = samples, len(samples)

    def samples(self, start: int, count: int) -> np.ndarray:
        return self._samples[start : start + count]


def tone(seconds: float, height: float) -> np.ndarray:
    wave = height * np.sin(2 * np.pi * 1000 * np.arange(int(seconds * 48000)) / 48000)
    return np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)


def test_a_full_sine_lies_three_decibels_below_full_scale() -> None:
    found = levels(Samples(tone(2, 1.0)))
    assert found.mean_db == pytest.approx(-3.01, abs=0.02)
    assert found.peak_db == pytest.approx(0, abs=0.01)
    assert found.silences == ()


def test_silence_is_found_where_it_is_across_pieces() -> None:
    sound = np.concatenate([tone(58, 0.5), tone(4, 0), tone(3, 0.5)])
    assert levels(Samples(sound)).silences == ((58 * 48000, 62 * 48000),)


def test_short_silences_do_not_count() -> None:
    sound = np.concatenate([tone(1, 0.5), tone(0.3, 0), tone(1, 0.5)])
    assert levels(Samples(sound)).silences == ()
    assert len(levels(Samples(sound), shortest_ms=200).silences) == 1


def test_nothing_at_all_is_silent_throughout() -> None:
    found = levels(Samples(tone(2, 0)))
    assert (found.mean_db, found.peak_db) == (-120.0, -120.0)
    assert found.silences == ((0, 96000),)


def test_half_silence_halves_the_energy() -> None:
    found = levels(Samples(np.concatenate([tone(90, 0.5), tone(90, 0)])))
    assert found.mean_db == pytest.approx(-3.01 - 6.02 - 3.01, abs=0.02)
