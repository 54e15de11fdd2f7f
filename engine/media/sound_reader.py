"""The sound of any moment of a media file at 48 kHz in stereo, exact to the sample."""

from collections import OrderedDict
from math import ceil, gcd

import av
import numpy as np

from engine.contract.time import SAMPLE_RATE
from engine.media.sound_decoder import SoundDecoder

# Two seconds are a whole number of source samples at every rate, so each block is resampled from
# the same source samples whatever was asked before, and any chunking gives identical samples.
_BLOCK = 2 * SAMPLE_RATE
_BLOCKS_KEPT = 6
_RESAMPLER_REACH = 1024


class SoundReader:
    """Samples of a media file's sound, zero being its first picture (else its first sound).

    `length` is the number of samples up to its end. Not to be used by two threads at a time.
    Raises EngineFault media_missing, media_unreadable or media_unsupported.
    """

    def __init__(self, path: str) -> None:
        self._decoder = SoundDecoder(path)
        self._blocks: OrderedDict[int, np.ndarray] = OrderedDict()
        rate = self._decoder.index.rate
        self.length = max(ceil(self._decoder.stop * SAMPLE_RATE / rate), 0)
        self._step = SAMPLE_RATE // gcd(SAMPLE_RATE, rate)
        self._margin = ceil(_RESAMPLER_REACH / self._step) * self._step

    def samples(self, start: int, count: int) -> np.ndarray:
        """(count, 2) float32, silence outside the file. Equal for any chunking."""
        found = np.zeros((count, 2), np.float32)
        first, last = max(start, 0), min(start + count, self.length)
        while first < last:
            number, offset = divmod(first, _BLOCK)
            taken = min(_BLOCK - offset, last - first)
            found[first - start : first - start + taken] = self._block(number)[
                offset : offset + taken
            ]
            first += taken
        return found

    def close(self) -> None:
        """Close the file."""
        self._blocks.clear()
        self._decoder.close()

    def _block(self, number: int) -> np.ndarray:
        if number not in self._blocks:
            self._blocks[number] = self._made(number)
            while len(self._blocks) > _BLOCKS_KEPT:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(number)
        return self._blocks[number]

    def _made(self, number: int) -> np.ndarray:
        rate = self._decoder.index.rate
        start = number * _BLOCK
        if rate == SAMPLE_RATE:
            return np.ascontiguousarray(self._decoder.samples(start, _BLOCK).T)
        begin, end = start - self._margin, start + _BLOCK + self._margin
        first, last = begin * rate // SAMPLE_RATE, end * rate // SAMPLE_RATE
        return resampled(self._decoder.samples(first, last - first), rate)[
            self._margin : self._margin + _BLOCK
        ]


def resampled(planes: np.ndarray, rate: int) -> np.ndarray:
    """(2, count) float32 at `rate` as (n, 2) at 48 kHz; sample 0 stays where it is."""
    frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout="stereo")
    frame.sample_rate = rate
    resampler = av.AudioResampler(format="fltp", layout="stereo", rate=SAMPLE_RATE)
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([frame.to_ndarray() for frame in frames], axis=1).T
