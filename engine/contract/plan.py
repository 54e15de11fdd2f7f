"""A sequence flattened for the engine: layers of pictures and sounds, nothing else.

The compositor, the mixer and the exporter know a film only in this form. A plan's content hash
depends on what is shown and heard, not on where the media files lie.
"""

import hashlib
import json
from typing import Any, cast

import msgspec

from engine.contract.shot import MediaRef, ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.contract.wire import encode


class ShotSource(msgspec.Struct, frozen=True, tag="shot"):
    """A shot that the animatic engine draws and sounds as it is needed."""

    request: ShotRequest


class MediaSource(msgspec.Struct, frozen=True, tag="media"):
    """A clip, still, animation or sound file. A still shows the same picture at every moment."""

    media: MediaRef


class Title(msgspec.Struct, frozen=True, tag="title"):
    """Text on a transparent frame, set in the middle; the layer's transform moves it.

    `size` is the letter height as a part of the frame's height. Colours are #RRGGBB or #AARRGGBB.
    `plate` is the colour of a rounded plate behind the text, "" for none.
    """

    text: str
    family: str = "Noto Sans"
    size: float = 0.09
    bold: bool = True
    colour: str = "#FFFFFF"
    plate: str = ""


class Colour(msgspec.Struct, frozen=True, tag="colour"):
    """A frame of one colour, #RRGGBB."""

    colour: str


PictureSource = ShotSource | MediaSource | Title | Colour
SoundSource = ShotSource | MediaSource


class Transform(msgspec.Struct, frozen=True):
    """Where a picture lies in the frame.

    `x`, `y`: the picture's centre, 0 to 1 across and down the frame. `scale`: 1 fits the whole
    picture inside the frame. `rotation`: degrees clockwise. `fill`: scale 1 covers the frame
    instead, and what lies outside is cut.
    """

    x: float = 0.5
    y: float = 0.5
    scale: float = 1.0
    rotation: float = 0.0
    fill: bool = False


class Look(msgspec.Struct, frozen=True):
    """A restyle by name (see engine.render.looks), mixed with the original by strength 0 to 1."""

    name: str
    strength: float = 1.0


class Layer(msgspec.Struct, frozen=True):
    """A picture source over a span of the film's frames.

    The time map starts at span.start. `fade_in` and `fade_out` are frames over which the opacity
    rises from nothing at the start and falls to nothing at the end; a fade in over the layer
    below is a cross dissolve.
    """

    source: PictureSource
    span: Span
    time_map: TimeMap
    transform: Transform = Transform()
    opacity: float = 1.0
    looks: tuple[Look, ...] = ()
    fade_in: int = 0
    fade_out: int = 0


class SoundLayer(msgspec.Struct, frozen=True):
    """A sound source over a span of the film's frames.

    `gain_db` in decibels, `pan` from -1 (left) to 1 (right), fades in frames with equal power.
    With `keep_pitch` a changed speed leaves the pitch alone, otherwise it follows like tape.
    """

    source: SoundSource
    span: Span
    time_map: TimeMap
    gain_db: float = 0.0
    pan: float = 0.0
    fade_in: int = 0
    fade_out: int = 0
    keep_pitch: bool = False


class RenderPlan(msgspec.Struct, frozen=True):
    """A film: `frames` pictures of `width` by `height` at `rate`. The last layer is on top."""

    width: int
    height: int
    rate: Rate
    frames: int
    layers: tuple[Layer, ...] = ()
    sounds: tuple[SoundLayer, ...] = ()
    background: str = "#000000"

    def __post_init__(self) -> None:
        if self.frames < 1:
            raise ValueError("a film has at least one frame")

    @property
    def samples(self) -> int:
        """Sound samples of the whole film."""
        return self.rate.sample_at(self.frames)

    def layers_at(self, frame: int) -> tuple[Layer, ...]:
        """The layers that show at `frame`, bottom first."""
        return tuple(layer for layer in self.layers if frame in layer.span)

    def content_hash(self) -> str:
        """SHA-256 of all that is shown and heard; media count by identity, not by path."""
        bare = _without_paths(json.loads(encode(self)))
        return hashlib.sha256(json.dumps(bare, sort_keys=True).encode()).hexdigest()


def _without_paths(value: Any) -> Any:
    if isinstance(value, dict):
        items = cast(dict[str, Any], value).items()
        return {key: _without_paths(item) for key, item in items if key != "path"}
    if isinstance(value, list):
        return [_without_paths(item) for item in cast(list[Any], value)]
    return value
