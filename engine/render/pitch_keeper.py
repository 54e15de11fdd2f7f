"""Sound at another speed with its pitch kept: WSOLA.

Grains of the source are laid half over one another, each moved by up to SEARCH samples to where it
continues the grain before best (W. Verhelst, M. Roelands, "An overlap-add technique based on
waveform similarity", ICASSP 1993). The chain of choices starts anew every SECTION grains, so any
moment can be reached without working through all that came before it.
"""

from collections.abc import Callable
from math import floor

import numpy as np

from engine.render.shelf import Shelf
from engine.render.sound_course import Course

HOP = 1024
SEARCH = 512
SECTION = 512
SECTIONS_KEPT = 8

Read = Callable[[int, int], np.ndarray]


class PitchKeeper:
    """One stretch of sound. `read(start, count)` gives the source's float32 (count, 2) samples."""

    def __init__(self, read: Read, course: Course) -> None:
        self._read, self._course = read, course
        self._backwards = course.speed < 0 or (course.speed == 0 and course.bend < 0)
        self._sections: Shelf[list[int]] = Shelf(SECTIONS_KEPT)
        rising = np.sin(np.pi / 2 * (np.arange(HOP, dtype=np.float32) + 0.5) / HOP) ** 2
        self._rising = rising[:, None].astype(np.float32)
        self._falling = self._rising[::-1]

    def samples(self, start: int, count: int) -> np.ndarray:
        """float32 (count, 2) from the stretch's sample `start` on."""
        first, last = start // HOP, (start + count - 1) // HOP
        hops = np.concatenate([self._hop(number) for number in range(first, last + 1)])
        return hops[start - first * HOP :][:count]

    def _hop(self, number: int) -> np.ndarray:
        """Output samples number * HOP on: the end of one grain over the start of the next."""
        ending = self._source(self._grain(number) + HOP, HOP)
        starting = self._source(self._grain(number + 1), HOP)
        return self._falling * ending + self._rising * starting

    def _grain(self, number: int) -> int:
        """Where grain `number` starts in the source; its middle sounds at number * HOP."""
        section = self._sections.take(number // SECTION, lambda: [])
        index = number % SECTION
        while len(section) <= index:
            section.append(self._chosen(number - index + len(section), section))
        return section[index]

    def _chosen(self, number: int, section: list[int]) -> int:
        """The place near the exact one where the grain goes on from the last one best."""
        exact = self._exact(number)
        if not section:
            return exact
        wanted = self._source(section[-1] + HOP, HOP).sum(axis=1)
        around = self._source(exact - SEARCH, HOP + 2 * SEARCH).sum(axis=1)
        likeness = np.correlate(around, wanted, "valid")
        energy = np.convolve(around * around, np.ones(HOP, np.float32), "valid")
        score = likeness / np.sqrt(energy + 1e-6)
        # Silence and pure noise have no best place: stay at the exact one.
        best = int(np.argmax(score))
        return exact - SEARCH + best if score[best] > score[SEARCH] else exact

    def _exact(self, number: int) -> int:
        place = self._course.whole + floor(self._course.place(number * HOP))
        return (-1 - place if self._backwards else place) - HOP

    def _source(self, start: int, count: int) -> np.ndarray:
        """The source in playing direction: backwards, sample n is the source's -1 - n."""
        if not self._backwards:
            return self._read(start, count)
        return self._read(-start - count, count)[::-1]
