"""Room: the echoes of open country, streets and hills around a sound."""

import numpy as np

from engine.animatic.sounding.spectral import fast_size
from engine.animatic.sounding.texture import generator
from engine.contract.time import SAMPLE_RATE


def echoed(
    dry: np.ndarray, name: object, seconds: float, wet: float, dull: float = 4000.0
) -> np.ndarray:
    """A mono sound (n,) in a room: float32 (n + seconds, 2).

    The room is noise that dies away over `seconds` to a thousandth, different on both sides;
    `wet` is its share, and sound above `dull` Hz is lost in it.
    """
    length = len(dry) + round(seconds * SAMPLE_RATE)
    size = fast_size(length)
    hertz = np.fft.rfftfreq(size, 1 / SAMPLE_RATE)
    source = np.fft.rfft(dry.astype(np.float32), size)
    far = wet * source / (1.0 + (hertz / dull) ** 2).astype(np.float32)
    random = generator("room", name)
    t = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    fading = (np.exp(-6.9 * t / seconds) * np.minimum(t / 0.012, 1.0)).astype(np.float32)
    result = np.empty((length, 2), np.float32)
    for side in (0, 1):
        echoes = random.standard_normal(len(t), np.float32) * fading
        echoes /= np.sqrt(np.sum(echoes**2))
        both = np.float32(1.0 - wet) * source + far * np.fft.rfft(echoes, size)
        result[:, side] = np.fft.irfft(both, size)[:length]
    end = min(2400, length)
    result[-end:] *= np.linspace(1, 0, end, dtype=np.float32)[:, None]
    return result
