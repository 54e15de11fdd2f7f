"""What a media file holds, as far as an editor needs to know."""

from fractions import Fraction
from typing import Literal

import msgspec

from engine.contract.shot import MediaRef
from engine.contract.time import Rate

MediaKind = Literal["video", "still", "sound"]


class MediaFacts(msgspec.Struct, frozen=True):
    """Facts of one file. Width and height are as shown, after rotation; 0 without a picture.

    `seconds` is the picture's length where there is one, else the sound's; 0 for a still.
    `frames` is exact, `rate` the mean rate, `constant_rate` false for variable frame rates.
    `sample_rate` and `channels` are 0 without sound.
    """

    media: MediaRef
    kind: MediaKind
    seconds: Fraction
    width: int = 0
    height: int = 0
    rate: Rate | None = None
    frames: int = 0
    constant_rate: bool = True
    alpha: bool = False
    sample_rate: int = 0
    channels: int = 0
    video_codec: str = ""
    sound_codec: str = ""

    @property
    def has_sound(self) -> bool:
        """Whether there is a sound stream."""
        return self.sample_rate > 0


class Peaks(msgspec.Struct, frozen=True):
    """A waveform: the loudest absolute sample (0 to 1) in each of `per_second` slots a second."""

    per_second: int
    values: tuple[float, ...]
