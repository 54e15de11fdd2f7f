"""Decodes any picture of a film by its number, forwards without seeking, backwards from a cache."""

from collections import OrderedDict
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from typing import Any

import av

from engine.contract.events import EngineFault
from engine.media.opening import open_media, video_stream
from engine.media.picture_index import PictureIndex, index_pictures

_UNSEEKABLE = {"gif", "apng"}
_LEAP = 16
_KEPT_FORWARDS = 4
_WITH_ALPHA = {"vp8": "libvpx", "vp9": "libvpx-vp9"}


class FrameDecoder:
    """Frames of one film by number, in any order.

    Forward steps go on decoding. A step back decodes once from the key picture before it and
    keeps the frames that lead up to it, at most `memory` bytes of them, so that playing backwards
    costs about as much as playing forwards.
    """

    def __init__(self, path: str, memory: int) -> None:
        self._path, self._memory = path, memory
        self._container = open_media(path)
        self._stream = video_stream(self._container)
        if self._stream is None:
            self._container.close()
            raise EngineFault("media_unsupported", path, "no picture stream can be decoded")
        self.index = self._indexed()
        self.container_name = self._container.format.name
        self.pixel_shape = Fraction(self._stream.sample_aspect_ratio or 1)
        self.codec_name = self._stream.codec_context.codec.canonical_name
        self._kept: OrderedDict[int, Any] = OrderedDict()
        self._position = -1
        self._reached = self._frame_bytes = 0
        self._wanted_tick = self.index.ticks[0]
        self._frames: Iterator[tuple[int, Any]] = iter(())
        self._restart()

    def frame(self, number: int) -> Any:
        """The av.VideoFrame with this number.

        Where a damaged file lacks it, the frame before it (else the one after) stands in. Raises
        EngineFault media_unreadable when nothing can be decoded.
        """
        if number in self._kept:
            return self._kept[number]
        backwards = number <= self._position
        memory = self._memory if backwards else 0
        if backwards or self._is_far(number):
            self._hurry_to(max(number - self._room(memory), 0))
            return self._entered(number, memory) or self._stand_in(number)
        return self._decode_to(number, memory) or self._stand_in(number)

    def close(self) -> None:
        """Close the file."""
        self._kept.clear()
        self._frames = iter(())
        self._container.close()

    def _indexed(self) -> PictureIndex:
        try:
            return index_pictures(self._container, self._stream)
        except ValueError as error:
            self._container.close()
            raise EngineFault("media_unreadable", self._path, str(error)) from error

    def _is_far(self, number: int) -> bool:
        """Whether a key picture lies between here and there, and seeking to it pays."""
        key = self.index.keys[self.index.key_before(number)]
        nearer = self.index.number_of_tick(key) > self._position + 1
        return nearer and number > self._position + _LEAP

    def _entered(self, number: int, memory: int) -> Any | None:
        """The frame, entering the film at a key picture ahead of it.

        Some files can't be entered where they say, or only yield pictures later on than that.
        Then an earlier key picture is tried, in the end the first.
        """
        place, step = self.index.key_before(number), 1
        if self._container.format.name in _UNSEEKABLE:
            place = 0
        while True:
            if place <= 0:
                self._restart()
            if place <= 0 or self._seek_key(self.index.keys[place]):
                frame = self._decode_to(number, memory)
                if place <= 0 or frame is not None or self._reached <= number:
                    return frame
            place, step = place - step, step * 2

    def _seek_key(self, key: int) -> bool:
        try:
            self._container.seek(key, stream=self._stream)
        except av.error.FFmpegError:
            return False
        self._decoder.flush_buffers()
        packets = self._container.demux(self._stream)
        first = next((packet for packet in packets if packet.is_keyframe and packet.size), None)
        if first is None or first.pts is None or first.pts > key:
            return False
        self._start(packets, first)
        return True

    def _restart(self) -> None:
        self._container.close()
        self._container = open_media(self._path)
        self._stream = video_stream(self._container)
        self._decoder = _decoder_of(self._stream)
        self._start(self._container.demux(self._stream), None)

    def _start(self, packets: Iterator[Any], first: Any | None) -> None:
        self._frames = self._decoded(packets, first)
        begin = self.index.number_of_tick(first.pts) if first is not None else 0
        self._reached = len(self.index)
        self._position = begin - 1

    def _decoded(self, packets: Iterator[Any], first: Any | None) -> Iterator[tuple[int, Any]]:
        """Frames from here to the end. Leading pictures of an open key picture are dropped."""
        earliest = first.pts if first is not None else None
        packets = packets if first is None else chain([first], packets)
        for frame in self._raw(packets):
            if frame.pts is None or (earliest is not None and frame.pts < earliest):
                continue
            number = self.index.number_of_tick(frame.pts)
            if number >= 0 and self.index.ticks[number] == frame.pts:
                yield number, frame

    def _raw(self, packets: Iterator[Any]) -> Iterator[Any]:
        """Frames as the decoder gives them; damaged packets are passed over."""
        try:
            for packet in packets:
                self._skip_if_unwanted(packet)
                yield from _frames_of(self._decoder, packet if packet.size else None)
        except (av.error.InvalidDataError, av.error.OSError):
            yield from _frames_of(self._decoder, None)

    def _hurry_to(self, number: int) -> None:
        """Of the pictures ahead of this one, decode only those that others are built on."""
        self._wanted_tick = self.index.ticks[number]

    def _skip_if_unwanted(self, packet: Any) -> None:
        early = packet.pts is not None and packet.pts < self._wanted_tick
        self._decoder.skip_frame = "NONREF" if early else "DEFAULT"

    def _decode_to(self, number: int, memory: int) -> Any | None:
        """The frame, keeping those on the way; None where the file lacks it."""
        for found, frame in self._frames:
            self._reached = min(self._reached, found)
            self._position = found
            self._keep(found, frame, memory)
            if found >= number:
                return frame if found == number else None
        self._position = len(self.index)
        return None

    def _stand_in(self, number: int) -> Any:
        before = [kept for kept in self._kept if kept < number]
        after = [kept for kept in self._kept if kept > number]
        if not before and not after:
            raise EngineFault("media_unreadable", self._path, f"picture {number} can't be decoded")
        frame = self._kept[max(before) if before else min(after)]
        self._kept[number] = frame
        return frame

    def _keep(self, number: int, frame: Any, memory: int) -> None:
        self._frame_bytes = max(_bytes(frame), 1)
        self._kept[number] = frame
        self._kept.move_to_end(number)
        while len(self._kept) > self._room(memory):
            self._kept.popitem(last=False)

    def _room(self, memory: int) -> int:
        """How many frames may be kept."""
        return max(memory // max(self._frame_bytes, 1), _KEPT_FORWARDS)


def _decoder_of(stream: Any) -> Any:
    """The stream's decoder; for WebM with transparency the one that reads its second layer."""
    name = _WITH_ALPHA.get(stream.codec_context.name)
    if stream.metadata.get("alpha_mode") != "1" or name is None:
        stream.thread_type = "AUTO"
        return stream.codec_context
    return av.CodecContext.create(name, "r")


def _frames_of(decoder: Any, packet: Any | None) -> list[Any]:
    try:
        return decoder.decode(packet)
    except (av.error.InvalidDataError, av.error.EOFError):
        return []


def _bytes(frame: Any) -> int:
    return sum(plane.buffer_size for plane in frame.planes)
