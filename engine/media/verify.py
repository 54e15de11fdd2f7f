"""Reads a finished film back and says what differs from what it should be."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc

from engine.contract.events import EngineFault
from engine.contract.time import SAMPLE_RATE, Rate
from engine.media.frame_decoder import FrameDecoder
from engine.media.loudness import levels
from engine.media.opening import open_media, sound_stream
from engine.media.sound_decoder import SoundDecoder
from engine.media.sound_reader import SoundReader

_SILENT_DB = -80.0
_BT709 = (Colorspace.ITU709, ColorPrimaries.BT709, ColorTrc.BT709, ColorRange.MPEG)


def check(
    path: str,
    width: int,
    height: int,
    rate: Rate,
    frames: int,
    samples: int,
    audible: bool = False,
) -> None:
    """The film has exactly these pictures and 48 kHz samples, and starts both at zero.

    Every packet is read; the first and the last picture are decoded, the sound too if it must be
    `audible`. `samples` is 0 for a film without sound. Raises EngineFault verification_failed
    with everything that differs, media_missing or media_unreadable.
    """
    wrong = [*_order(path), *_pictures(path, width, height, rate, frames)]
    wrong += _sound(path, samples)
    if audible and samples and not wrong:
        wrong += _silence(path)
    if wrong:
        raise EngineFault("verification_failed", path, "; ".join(wrong))


def boxes(path: str) -> list[str]:
    """Names of an MP4's outermost boxes in order (ISO 14496-12, 4.2)."""
    names: list[str] = []
    with Path(path).open("rb") as file:
        place = 0
        while len(head := file.read(16)) >= 8:
            size = int.from_bytes(head[:4], "big")
            if size == 1:
                size = int.from_bytes(head[8:16], "big")
            names.append(head[4:8].decode("latin-1"))
            if size < 8:
                break
            place += size
            file.seek(place)
    return names


def _order(path: str) -> Iterator[str]:
    found = [name for name in boxes(path) if name in ("moov", "mdat")]
    if found[:2] != ["moov", "mdat"]:
        yield "the index doesn't come ahead of the data"


def _pictures(path: str, width: int, height: int, rate: Rate, frames: int) -> Iterator[str]:
    decoder = FrameDecoder(path, 0)
    try:
        index = decoder.index
        yield from _differs("frames", len(index), frames)
        yield from _differs("rate", index.rate.fps if index.constant else "varying", rate.fps)
        yield from _differs("length", index.seconds, rate.seconds(frames))
        for number in (0, len(index) - 1):
            frame = decoder.frame(number)
            if frame.pts != index.ticks[number]:
                yield f"picture {number} can't be decoded"
            yield from _differs("size", (frame.width, frame.height), (width, height))
        yield from _differs("colours", _colours(frame), _BT709)
    finally:
        decoder.close()


def _colours(frame: Any) -> tuple[int, int, int, int]:
    return frame.colorspace, frame.color_primaries, frame.color_trc, frame.color_range


def _sound(path: str, samples: int) -> Iterator[str]:
    with open_media(path) as container:
        heard = sound_stream(container) is not None
    if not heard or not samples:
        yield from _differs("sound", heard, samples > 0)
        return
    decoder = SoundDecoder(path)
    yield from _differs("sample rate", decoder.index.rate, SAMPLE_RATE)
    yield from _differs("first sample", decoder.index.start, 0)
    yield from _differs("samples", decoder.stop, samples)
    decoder.close()


def _silence(path: str) -> Iterator[str]:
    reader = SoundReader(path)
    loudest = levels(reader).peak_db
    reader.close()
    if loudest < _SILENT_DB:
        yield f"the sound is silent: its loudest sample has {loudest:.0f} dBFS"


def _differs(name: str, found: object, wanted: object) -> Iterator[str]:
    if found != wanted:
        yield f"{name}: {found} instead of {wanted}"
