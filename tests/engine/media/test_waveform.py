"""The waveform of a sound."""

import numpy as np
import pytest

from engine.media.waveform import peaks


class Samples:
    """Samples in memory that count how many are asked for at once."""

    def __init__(self, samples: np.ndarray) -> None:
        self._samples, self.length, self.most = samples, len(samples), 0

    def samples(self, start: int, count: int) -> np.ndarray:
        self.most = max(self.most, count)
        return self._samples[start : start + count]


def silence(count: int) -> np.ndarray:
    return np.zeros((count, 2), np.float32)


def test_each_slot_holds_its_loudest_sample_of_either_side() -> None:
    sound = silence(48000)
    sound[479, 0], sound[480, 1], sound[47999, 0] = 0.25, -0.5, 0.75
    values = peaks(Samples(sound), 100).values
    assert len(values) == 100
    assert values[0] == 0.25 and values[1] == 0.5 and values[99] == 0.75
    assert sum(values) == 1.5


@pytest.mark.parametrize("per_second", [1, 7, 50, 1000, 48000])
def test_slots_cover_everything_at_any_rate(per_second: int) -> None:
    sound = silence(100_001)
    sound[-1] = 1
    found = peaks(Samples(sound), per_second)
    assert len(found.values) == -(-100_001 * per_second // 48000)
    assert found.values[-1] == 1 and sum(found.values) == 1


def test_values_do_not_pass_one() -> None:
    assert peaks(Samples(silence(480) + 3), 100).values == (1.0,)


def test_a_long_sound_is_read_in_pieces() -> None:
    source = Samples(silence(48000 * 60))
    assert len(peaks(source, 50).values) == 3000
    assert source.most <= 48000 * 10


def test_no_sound_has_no_peaks() -> None:
    assert peaks(Samples(silence(0)), 50).values == ()


@pytest.mark.parametrize("per_second", [0, -1, 48001])
def test_senseless_resolutions_are_refused(per_second: int) -> None:
    with pytest.raises(ValueError, match="slots a second"):
        peaks(Samples(silence(10)), per_second)
