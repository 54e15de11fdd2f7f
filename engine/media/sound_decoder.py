"""Decodes any stretch of a file's sound at its own rate, the same samples every time."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, dropwhile
from typing import Any

import av
import numpy as np

from engine.contract.events import EngineFault
from engine.media.downmix import stereo
from engine.media.opening import open_media, sound_stream
from engine.media.sound_index import SoundIndex, index_sound, picture_zero

# Decoders need a run-up after a jump: Opus 80 ms (RFC 7845, 4.6), MP3 up to nine frames of
# reservoir, AAC one frame of overlap.
_RUN_UP = Fraction(1, 4)
_MIN_RUN_UP_PACKETS = 3
_NOISY = {"aac", "ac3", "eac3"}


class SoundDecoder:
    """Stereo samples of one file by source position, zero being its first picture."""

    def __init__(self, path: str) -> None:
        self._path = path
        with open_media(path) as container:
            zero = picture_zero(container)
        self._container = self._open()
        self.index = self._indexed(zero)
        self.stop = self._found_stop()

    def samples(self, start: int, count: int) -> np.ndarray:
        """(2, count) float32 from source sample `start` on, silence outside the file."""
        found = np.zeros((2, count), np.float32)
        if start >= self.stop or start + count <= self.index.start:
            return found
        for position, frame in self._frames_from(start):
            if position >= start + count:
                break
            heard = stereo(frame)
            first = max(position, start, self.index.start)
            last = min(position + heard.shape[1], start + count, self.stop)
            if first < last:
                found[:, first - start : last - start] = heard[
                    :, first - position : last - position
                ]
        return found

    def close(self) -> None:
        """Close the file."""
        self._container.close()

    def _open(self) -> Any:
        container = open_media(self._path)
        self._stream = sound_stream(container)
        if self._stream is None:
            container.close()
            raise EngineFault("media_unsupported", self._path, "no sound can be decoded")
        self._decoder = self._stream.codec_context
        return container

    def _indexed(self, zero: Fraction | None) -> SoundIndex:
        try:
            with open_media(self._path) as other:
                frames = _decoded(self._decoder, self._container.demux(self._stream))
                return index_sound(other, sound_stream(other), zero, frames)
        except ValueError as error:
            self._container.close()
            raise EngineFault("media_unreadable", self._path, str(error)) from error

    def _found_stop(self) -> int:
        """Where the sound ends: players cut what encoders pad, here or there."""
        ends = [
            position + frame.samples
            for position, frame in self._frames_from(self.index.positions[-1])
        ]
        return min(max(ends, default=self.index.stop), self.index.stop)

    def _frames_from(self, start: int) -> Iterator[tuple[int, Any]]:
        """Decoded frames and their positions; the first ones may lie ahead of `start`."""
        run_up = int(_RUN_UP * self.index.rate)
        place = self.index.packet_at(start - run_up)
        place = min(place, self.index.packet_at(start) - _MIN_RUN_UP_PACKETS)
        packets = self._packets_from(place)
        for frame in _decoded(self._decoder, packets):
            if frame.pts is not None:
                yield self.index.position_of(frame.pts), frame

    def _packets_from(self, place: int) -> Iterator[Any]:
        """Packets from exactly this one on, whichever earlier one the file can be entered at."""
        begin, step = self.index.ticks[max(place, 0)], 1
        while place > 0:
            first, packets = self._jumped(self.index.ticks[place])
            if first is not None and first.pts is not None and first.pts <= begin:
                self._decoder = _fresh(self._stream.codec_context)
                return dropwhile(lambda packet: _is_before(packet, begin), chain([first], packets))
            place, step = place - step, step * 4
        self._container.close()
        self._container = self._open()
        return self._container.demux(self._stream)

    def _jumped(self, tick: int) -> tuple[Any | None, Iterator[Any]]:
        try:
            self._container.seek(tick, stream=self._stream)
            packets = self._container.demux(self._stream)
            return next(packets, None), packets
        except av.error.FFmpegError:
            return None, iter(())


def _is_before(packet: Any, tick: int) -> bool:
    return packet.size > 0 and (packet.pts is None or packet.pts < tick)


def _fresh(codec: Any) -> Any:
    """A decoder without a past.

    Decoders that fill bands with noise keep drawing it from where they were, even after a flush;
    a new one draws the same noise for the same packets every time.
    """
    if codec.name not in _NOISY:
        return codec
    fresh = av.CodecContext.create(codec.name, "r")
    fresh.extradata = codec.extradata
    fresh.sample_rate, fresh.layout = codec.sample_rate, codec.layout
    return fresh


def _decoded(decoder: Any, packets: Iterator[Any]) -> Iterator[Any]:
    """Decoded frames; damaged packets are passed over."""
    try:
        for packet in packets:
            yield from _frames_of(decoder, packet if packet.size else None)
    except (av.error.InvalidDataError, av.error.OSError):
        yield from _frames_of(decoder, None)


def _frames_of(decoder: Any, packet: Any | None) -> list[Any]:
    try:
        return decoder.decode(packet)
    except (av.error.InvalidDataError, av.error.EOFError):
        return []
