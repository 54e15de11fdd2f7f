"""Sound of any layout to two channels."""

from typing import Any

import numpy as np

_HALF = 0.5**0.5
# ITU-R BS.775-4, table 2: the middle and the surrounds at -3 dB on either side, no low effects.
# The wide and the top channels, which it doesn't name, count as the nearest that it does.
_LEFT_RIGHT = {
    "FL": (1.0, 0.0),
    "FR": (0.0, 1.0),
    "FC": (_HALF, _HALF),
    "LFE": (0.0, 0.0),
    "LFE2": (0.0, 0.0),
    "BL": (_HALF, 0.0),
    "BR": (0.0, _HALF),
    "SL": (_HALF, 0.0),
    "SR": (0.0, _HALF),
    "BC": (0.5, 0.5),
    "FLC": (1.0, 0.0),
    "FRC": (0.0, 1.0),
    "DL": (1.0, 0.0),
    "DR": (0.0, 1.0),
    "TFL": (_HALF, 0.0),
    "TFR": (0.0, _HALF),
    "TBL": (_HALF, 0.0),
    "TBR": (0.0, _HALF),
}
_SCALES = {"u1": (128, 128.0), "i2": (0, 32768.0), "i4": (0, 2147483648.0)}


def stereo(frame: Any) -> np.ndarray:
    """A decoded av.AudioFrame as (2, count) float32 at its own rate.

    One channel goes to both sides as it is. The sum of several isn't turned down, so that it is
    as loud as a film's own stereo version would be; it can pass 1.
    """
    channels = _channels(frame)
    if channels.shape[0] == 1:
        return np.repeat(channels, 2, axis=0)
    names = [channel.name for channel in frame.layout.channels]
    if names == ["FL", "FR"]:
        return channels
    return matrix(names) @ channels


def matrix(names: list[str]) -> np.ndarray:
    """(2, channels) float32 weights. Unknown channels take turns left and right."""
    pairs = [_LEFT_RIGHT.get(name, (1.0 - at % 2, at % 2)) for at, name in enumerate(names)]
    return np.array(pairs, np.float32).T


def _channels(frame: Any) -> np.ndarray:
    """(channels, count) float32, whatever the frame's format."""
    samples = frame.to_ndarray()
    if not frame.format.is_planar:
        samples = samples.reshape(-1, len(frame.layout.channels)).T
    middle, scale = _SCALES.get(samples.dtype.str[1:], (0, 1.0))
    return np.ascontiguousarray((samples.astype(np.float32) - middle) / np.float32(scale))
