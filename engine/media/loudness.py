"""How loud a whole sound is, and where it is silent."""

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log10
from typing import Any

import imageio_ffmpeg
import numpy as np

from engine.contract.time import SAMPLE_RATE
from engine.media.waveform import Heard

_CHUNK_SECONDS = 60
_STEP_MS = 50
_FLOOR_DB = -120.0


@dataclass(frozen=True)
class Levels:
    """Decibels relative to full scale, -120 for digital silence.

    `mean_db` is the root mean square over both channels, `peak_db` the loudest sample. `silences`
    are half-open stretches of samples at 48 kHz, exact to 50 ms.
    """

    mean_db: float
    peak_db: float
    silences: tuple[tuple[int, int], ...]


def levels(source: Heard, silent_db: float = -60.0, shortest_ms: int = 500) -> Levels:
    """The levels of everything in `source`.

    A silence lies below `silent_db` (its root mean square over any 50 ms) for at least
    `shortest_ms`. Samples are looked at with 16 bits.
    """
    energy, peak = 0.0, _FLOOR_DB
    quiet: list[tuple[int, int]] = []
    for start, segment in _segments(source):
        energy += float(segment.rms) ** 2 * segment.frame_count()
        peak = max(peak, segment.max_dBFS)
        quiet += [(start + a, start + b) for a, b in _quiet(segment, silent_db)]
    full_scale = 32768.0**2 * max(source.length, 1)
    mean = 10 * log10(energy / full_scale) if energy else _FLOOR_DB
    shortest = shortest_ms * SAMPLE_RATE // 1000
    silences = tuple((a, b) for a, b in _joined(quiet) if b - a >= shortest)
    return Levels(max(mean, _FLOOR_DB), peak, silences)


def _segments(source: Heard) -> Iterator[tuple[int, Any]]:
    segment_class = _pydub().AudioSegment
    chunk = _CHUNK_SECONDS * SAMPLE_RATE
    for start in range(0, source.length, chunk):
        samples = source.samples(start, min(chunk, source.length - start))
        data = np.rint(np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes()
        yield start, segment_class(data, sample_width=2, frame_rate=SAMPLE_RATE, channels=2)


def _quiet(segment: Any, silent_db: float) -> list[tuple[int, int]]:
    """Half-open stretches of samples of this segment."""
    found = _pydub().silence.detect_silence(segment, _STEP_MS, silent_db, _STEP_MS)
    each = SAMPLE_RATE // 1000
    last = int(segment.frame_count())
    return [(a * each, last if b >= len(segment) else b * each) for a, b in found]


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches that touch, as one."""
    if not stretches:
        return []
    breaks = [at for at, (one, two) in enumerate(pairwise(stretches), 1) if one[1] < two[0]]
    edges = [0, *breaks, len(stretches)]
    return [(stretches[a][0], stretches[b - 1][1]) for a, b in pairwise(edges)]


def _pydub() -> Any:
    """pydub with FFmpeg in its place: it warns when it finds none on the path."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pydub
        import pydub.silence
    pydub.AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()
    return pydub
