"""Reels: the scenes of a request in a row, as one picture and one sound.

A prompt of one shot is one scene and costs nothing more. Cuts fall on whole frames of the request's
rate, and on the sample at which that frame starts.
"""

from bisect import bisect_right
from collections.abc import Hashable, Iterator
from fractions import Fraction
from functools import lru_cache

import numpy as np
from msgspec.structs import replace
from PySide6.QtGui import QImage

from engine.animatic.direct import scene_of
from engine.animatic.drawing import Drawing
from engine.animatic.paint import places, subjects
from engine.animatic.paint.handed import ends
from engine.animatic.paint.handed.ends import Ends
from engine.animatic.parse import read
from engine.animatic.references import reference
from engine.animatic.scene import Scene, Tune
from engine.animatic.shots import Shot, shots_in, starts_of
from engine.animatic.sounding.music.piece import asked
from engine.animatic.sounding.soundtrack import FADE, Soundtrack
from engine.contract.shot import ShotRequest
from engine.contract.time import SAMPLE_RATE

Reel = tuple[tuple[float, Scene], ...]
"""Each scene with the second at which it starts."""


@lru_cache(maxsize=64)
def reel_of(request: ShotRequest) -> Reel:
    """The request's scenes in order, the first at 0."""
    shots = shots_in(request.prompt)
    if len(shots) == 1:
        return ((0.0, scene_of(request)),)
    starts = starts_of(shots, request.seconds, 1 / request.rate.fps)
    ends = (*starts[1:], request.seconds)
    style = next((style for shot in shots if (style := _style(request, shot))), None)
    scenes: list[tuple[float, Scene]] = []
    for index, (shot, start, end) in enumerate(zip(shots, starts, ends, strict=True)):
        if end > start:
            part = _request(request, shot, index, end - start)
            scene = replace(scene_of(part), begins=float(start))
            plain = _style(request, shot) is None and style is not None
            # A shot among others is cut at both ends; only the whole could loop.
            scene = replace(scene, loops=False, style=style if plain else scene.style)
            scenes.append((float(start), scene))
    return _scored(scenes, Tune(request.seed, float(request.seconds)))


def _scored(scenes: list[tuple[float, Scene]], tune: Tune) -> Reel:
    """The music that shots name plays through them all, if they name but one."""
    moods = {asked(scene) for _, scene in scenes if scene.music}
    if len(moods) != 1:
        return tuple(scenes)
    (mood,) = moods
    tempo = next(scene.tempo for _, scene in scenes if scene.music)
    return tuple(
        (start, replace(scene, music=mood, tempo=tempo, tune=tune)) for start, scene in scenes
    )


def _request(request: ShotRequest, shot: Shot, index: int, seconds: Fraction) -> ShotRequest:
    return replace(request, prompt=shot.text, seconds=seconds, seed=request.seed + 7919 * index)


def _style(request: ShotRequest, shot: Shot) -> str | None:
    """The style that a shot's own words ask for."""
    if request.style is not None:
        return None
    return read(shot.text).style


def likeness(request: ShotRequest) -> tuple[Hashable, ...]:
    """What the request's pictures depend on: requests alike in this look alike, as they do while a
    word is being typed that means nothing yet."""
    stills = (reference(request.references, end) for end in ("first_frame", "last_frame"))
    return (reel_of(request), *stills, request.seconds, request.rate)


def loading() -> Iterator[str]:
    """Load what paints, a painter at each step: for whoever has time before the first picture."""
    for painters in (places.PAINTERS, subjects.PAINTERS):
        for name in painters:
            painters[name]
            yield name


class ReelDrawing:
    """The pictures of a request at one size; a scene's drawing is made when it is first seen."""

    def __init__(self, request: ShotRequest, width: int, height: int) -> None:
        self._reel = reel_of(request)
        self._starts = [start for start, _ in self._reel]
        self._size = (width, height)
        self._drawings: dict[int, Drawing] = {}
        self._ends = Ends(
            reference(request.references, "first_frame"),
            reference(request.references, "last_frame"),
            float(request.seconds),
            float(1 / request.rate.fps),
        )

    def picture(self, t: float) -> QImage:
        """The picture at t seconds of the request: opaque, Format_RGB32."""
        shown = self._ends.at(t)
        if shown is None:
            return self._drawn(t)
        still, gone = shown
        if gone <= 0.0:
            return ends.exactly(still, *self._size)
        image = self._drawn(t)
        ends.let_through(image, still, gone)
        return image

    def _drawn(self, t: float) -> QImage:
        index = max(bisect_right(self._starts, t + 1e-6) - 1, 0)
        start, scene = self._reel[index]
        if index not in self._drawings:
            # One drawing at a time: what a scene keeps is large.
            self._drawings = {index: Drawing(scene, *self._size)}
        return self._drawings[index].picture(max(t - start, 0.0))


class ReelSound:
    """The sound of a request at 48 kHz, float32 stereo within ±1."""

    def __init__(self, request: ShotRequest) -> None:
        self._reel = reel_of(request)
        self.length = round(float(request.seconds) * SAMPLE_RATE)
        starts = [int(start * SAMPLE_RATE + 1e-6) for start, _ in self._reel]
        self._spans = list(zip(starts, [*starts[1:], self.length], strict=True))
        self._tracks: dict[int, Soundtrack] = {}

    def samples(self, start: int, count: int) -> np.ndarray:
        """float32 (count, 2) from sample `start`; silence outside the request."""
        if len(self._spans) == 1:
            return self._track(0).samples(start, count)
        result = np.zeros((count, 2), np.float32)
        for index, (begin, end) in enumerate(self._spans):
            first, last = max(start, begin), min(start + count, end + FADE, self.length)
            if first < last:
                part = self._track(index).samples(first - begin, last - first)
                result[first - start : last - start] += part
        return result

    def _track(self, index: int) -> Soundtrack:
        if index not in self._tracks:
            last = index == len(self._spans) - 1
            self._tracks[index] = Soundtrack(self._reel[index][1], goes_on=not last)
        return self._tracks[index]
