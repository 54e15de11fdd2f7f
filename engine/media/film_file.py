"""An MP4 that is being written: H.264 pictures in BT.709 and AAC sound, packet by packet."""

import contextlib
from fractions import Fraction
from math import ceil, lcm
from typing import Any

import av
import numpy as np
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from engine.contract.delivery import Delivery
from engine.contract.time import SAMPLE_RATE, Rate

_KEY_SECONDS = 2
LOOKAHEAD = "mbtree=1:rc-lookahead=3:b-adapt=0:weightp=0:weightb=0:subme=0"
"""What superfast lacks for files as small as veryfast's, and what it does without need: at half a
decibel less PSNR it takes 40 % of veryfast's processor time."""


class FilmFile:
    """Encodes and stores what it is given. Raises av.error.FFmpegError and OSError."""

    def __init__(
        self,
        path: str,
        width: int,
        height: int,
        rate: Rate,
        delivery: Delivery,
        sound: bool,
        comment: str = "",
        alike: bool = False,
    ) -> None:
        options = {"movflags": "+faststart", "movie_timescale": str(_clock(rate))}
        self._container = av.open(f"file:{path}", "w", format="mp4", options=options)
        if comment:
            self._container.metadata["comment"] = comment
        self._pictures = _picture_stream(self._container, width, height, rate, delivery, alike)
        self._sound = _sound_stream(self._container, delivery) if sound else None
        self._tick = Fraction(rate.den, rate.num)
        self._frames = self._samples = 0

    def add_picture(self, picture: Any) -> None:
        """Encode the next picture, an av.VideoFrame in yuv420p, limited BT.709."""
        picture.colorspace, picture.color_range = Colorspace.ITU709, ColorRange.MPEG
        picture.color_primaries, picture.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        picture.pts, picture.time_base, picture.duration = self._frames, self._tick, 1
        self._frames += 1
        self._container.mux(self._pictures.encode(picture))

    def add_sound(self, planes: np.ndarray) -> None:
        """Encode the next samples, (2, count) float32."""
        frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts = SAMPLE_RATE, self._samples
        frame.time_base = Fraction(1, SAMPLE_RATE)
        self._samples += planes.shape[1]
        self._container.mux(self._sound.encode(frame))

    def finish(self) -> None:
        """Encode what is held back, write the index and move it ahead of the data.

        Raises ValueError for a film without a picture.
        """
        if not self._frames:
            raise ValueError("a film has at least one picture")
        self._container.mux(self._pictures.encode(None))
        if self._sound is not None:
            self._container.mux(self._sound.encode(None))
        self._container.close()

    def drop(self) -> None:
        """Close without caring for the result."""
        with contextlib.suppress(av.error.FFmpegError, OSError, ValueError):
            self._container.close()


def _clock(rate: Rate) -> int:
    """Ticks a second in which the film's edit lists hold whole pictures and whole samples.

    The usual 1000 would round the length of a film to a millisecond.
    """
    both = lcm(rate.num, SAMPLE_RATE)
    return both if both < 1 << 31 else SAMPLE_RATE


def _picture_stream(
    container: Any, width: int, height: int, rate: Rate, delivery: Delivery, alike: bool
) -> Any:
    options = {"preset": delivery.effort, "crf": str(delivery.quality)}
    if delivery.effort == "superfast":
        options["x264-params"] = LOOKAHEAD
    if alike:
        # On a busy machine a B-frame in some hundred comes out otherwise, whatever the preset and
        # the threads.
        options["bf"] = "0"
    stream = container.add_stream("libx264", rate=rate.fps, options=options)
    codec = stream.codec_context
    stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
    # PyAV's default cuts each picture into slices, which makes files larger and scales worse.
    codec.thread_type = "FRAME"
    codec.time_base = stream.time_base = Fraction(rate.den, rate.num)
    codec.gop_size = ceil(rate.fps * _KEY_SECONDS)
    codec.colorspace, codec.color_range = Colorspace.ITU709, ColorRange.MPEG
    codec.color_primaries, codec.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
    return stream


def _sound_stream(container: Any, delivery: Delivery) -> Any:
    stream = container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
    stream.bit_rate = delivery.sound_kbps * 1000
    return stream
