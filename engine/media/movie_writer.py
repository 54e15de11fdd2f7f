"""Writes a film as MP4, encoding in a thread of its own while painting goes on."""

import contextlib
import errno
import queue
import threading
from pathlib import Path
from typing import Any

import av
import numpy as np

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.time import Rate
from engine.media.film_file import FilmFile
from engine.media.film_pixels import FilmPixels, empty_planes, planes_of

_WAITING_PICTURES = 4
_WAITING_STEPS = 64
_DISK_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT, errno.ENOTDIR, errno.EISDIR}


class MovieWriter:
    """One MP4 at `path`, whatever that ends in, its index ahead of its data.

    Pictures are H.264 4:2:0 in limited BT.709 and tagged so; picture k starts at exactly k / rate.
    Sound is stereo AAC at 48 kHz from the same zero. `comment` is for players to show. With
    `alike` the same film is always the same file, and somewhat larger. A few pictures wait for the
    encoder; what goes wrong in its thread is raised by the next call: EngineFault disk_full,
    not_writable or encoding_failed. ValueError for sides that aren't even.
    """

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
        if width < 2 or height < 2 or width % 2 or height % 2:
            raise ValueError(f"a film's sides are even numbers of pixels, not {width}x{height}")
        self._path, self._width, self._height, self._sounds = path, width, height, sound
        self._pixels, self._planes = FilmPixels(width, height), empty_planes(width, height)
        try:
            Path(path).open("wb").close()
            self._film = FilmFile(path, width, height, rate, delivery, sound, comment, alike)
        except Exception as error:
            raise _fault_of(error, path) from error
        self._fault: EngineFault | None = None
        self._aborted = threading.Event()
        self._closed = False
        self._steps: queue.Queue[Any] = queue.Queue(_WAITING_STEPS)
        self._free: queue.Queue[Any] = queue.Queue()
        for _ in range(_WAITING_PICTURES):
            self._free.put(av.VideoFrame(width, height, "yuv420p"))
        self._thread = threading.Thread(target=self._encode, name="movie writer", daemon=True)
        self._thread.start()

    def add_picture(self, picture: np.ndarray) -> None:
        """The next picture, (height, width, 4) uint8 premultiplied BGRA on black; it is copied."""
        shape = (self._height, self._width, 4)
        if picture.shape != shape or picture.dtype != np.uint8:
            raise ValueError(f"this film's pictures are {shape} uint8, not {picture.shape}")
        self._pixels.convert(picture, self._planes)
        self.add_planes(self._planes)

    def add_planes(self, planes: np.ndarray) -> None:
        """The next picture as film pixels (see engine.media.film_pixels); it is copied."""
        if planes.shape != self._planes.shape or planes.dtype != np.uint8:
            raise ValueError(f"this film's planes are {self._planes.shape}, not {planes.shape}")
        self._check()
        frame = self._free.get()
        _fill(frame, planes)
        self._steps.put(frame)

    def add_sound(self, samples: np.ndarray) -> None:
        """The next samples, (count, 2) float32 from -1 to 1 at 48 kHz; they are copied."""
        if not self._sounds:
            raise ValueError("this film was opened without sound")
        if samples.ndim != 2 or samples.shape[1] != 2:
            raise ValueError(f"sound is (count, 2) samples, not {samples.shape}")
        self._check()
        if len(samples):
            self._steps.put(np.ascontiguousarray(np.clip(samples, -1, 1).T, dtype=np.float32))

    def close(self) -> None:
        """Finish the file; when that can't be done, remove it and raise the EngineFault."""
        if self._closed:
            return
        self._end()
        if self._fault:
            self._remove()
            raise self._fault

    def abort(self) -> None:
        """Stop at once and remove the file. After close() it does nothing."""
        if self._closed:
            return
        self._aborted.set()
        self._end()
        self._remove()

    def _check(self) -> None:
        if self._closed:
            raise ValueError("the film is closed already")
        if self._fault:
            raise self._fault

    def _end(self) -> None:
        self._closed = True
        self._steps.put(None)
        self._thread.join()

    def _remove(self) -> None:
        # Removed before it is closed: moving the index of a large file takes long, and fails fast
        # once the file is gone. Where an open file can't be removed, it is afterwards.
        _remove_file(self._path)
        self._film.drop()
        _remove_file(self._path)

    def _encode(self) -> None:
        """The thread: after a fault or an abort it only gives pictures back, so nobody waits."""
        while (step := self._steps.get()) is not None:
            self._guarded(self._add, step)
            if isinstance(step, av.VideoFrame):
                self._free.put(step)
        self._guarded(self._film.finish)

    def _add(self, step: Any) -> None:
        if isinstance(step, av.VideoFrame):
            self._film.add_picture(step)
        else:
            self._film.add_sound(step)

    def _guarded(self, work: Any, *arguments: Any) -> None:
        if self._fault or self._aborted.is_set():
            return
        try:
            work(*arguments)
        except Exception as error:
            self._fault = _fault_of(error, self._path)


def _remove_file(path: str) -> None:
    with contextlib.suppress(OSError):
        if Path(path).is_file():
            Path(path).unlink()


def _fill(frame: Any, planes: np.ndarray) -> None:
    for plane, pixels in zip(
        frame.planes, planes_of(planes, frame.width, frame.height), strict=True
    ):
        rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
        np.copyto(rows[: pixels.shape[0], : pixels.shape[1]], pixels)


def _fault_of(error: Exception, path: str) -> EngineFault:
    number = getattr(error, "errno", None)
    if number in _DISK_FULL:
        return EngineFault("disk_full", path, str(error))
    if number in _NOT_WRITABLE:
        return EngineFault("not_writable", path, str(error))
    return EngineFault("encoding_failed", path, str(error))
