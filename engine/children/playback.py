"""Playback: pictures composed ahead of time and shown when the sound's clock says so.

The sound is the master. A picture that comes late is skipped and counted; sound never is.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from math import floor

import numpy as np

from engine.children.gallery import Gallery
from engine.children.soundcard import SoundCard
from engine.contract.events import Playback
from engine.contract.plan import RenderPlan
from engine.contract.time import Span
from engine.messages import Play, Shown
from engine.render.compositor import Compositor
from engine.render.mixer import Mixer

AHEAD = 5


@dataclass(frozen=True, slots=True)
class Course:
    """The way through a film: which frame and which sound at each tick of playback.

    Tick k is due after k / rate seconds. `stretch` is where playback stays: the loop, or the
    whole film.
    """

    plan: RenderPlan
    start: int
    speed: float
    loop: Span | None

    @property
    def stretch(self) -> Span:
        """The frames that playback stays within."""
        return self.loop or Span(0, self.plan.frames)

    @property
    def ticks(self) -> int | None:
        """How many pictures until the end; None when it goes round and round."""
        if self.loop:
            return None
        ahead = self.plan.frames - self.start if self.speed > 0 else self.start + 1
        return max(1, floor(ahead / abs(self.speed)))

    def frame(self, tick: int) -> int:
        """The film's frame at this tick."""
        frame = self.start + floor(tick * self.speed)
        stretch = self.stretch
        if self.loop:
            return stretch.start + (frame - stretch.start) % stretch.length
        return min(max(frame, stretch.start), stretch.stop - 1)

    def samples(self, mixer: Mixer, start: int, count: int) -> np.ndarray:
        """Sound for playback samples `start` on; at other speeds it plays like tape."""
        if self.speed == 1.0:
            return self._wrapped(mixer, self.plan.rate.sample_at(self.start) + start, count)
        begin = self.plan.rate.sample_at(self.start) + floor(start * self.speed)
        length = floor(count * abs(self.speed)) + 2
        first = begin if self.speed > 0 else begin - length
        source = self._wrapped(mixer, first, length)
        source = source if self.speed > 0 else source[::-1]
        places = np.arange(count) * abs(self.speed)
        rows = np.arange(length)
        sides = [np.interp(places, rows, source[:, side]) for side in (0, 1)]
        return np.stack(sides, axis=1).astype(np.float32)

    def _wrapped(self, mixer: Mixer, start: int, count: int) -> np.ndarray:
        """Film sound from sample `start` on; inside a loop it starts over at the loop's end."""
        if not self.loop:
            return mixer.samples(start, count)
        first = self.plan.rate.sample_at(self.loop.start)
        length = self.plan.rate.sample_at(self.loop.stop) - first
        parts: list[np.ndarray] = []
        while count > 0:
            offset = (start - first) % length
            piece = mixer.samples(first + offset, min(count, length - offset))
            parts.append(piece)
            start, count = start + len(piece), count - len(piece)
        return np.concatenate(parts)


class Projector:
    """Runs one playback. The owner calls compose_one() as often as it can; a thread presents."""

    def __init__(
        self,
        plan: RenderPlan,
        order: Play,
        compositor: Compositor,
        gallery: Gallery,
        send: Callable[[Shown | Playback], None],
        volume: Callable[[], float],
    ) -> None:
        self._course = Course(plan, order.frame, order.speed, order.loop)
        self._order, self._compositor, self._gallery, self._send = order, compositor, gallery, send
        self._mixer = Mixer(plan)
        self._sound = SoundCard(self._feed, volume)
        self._ready: deque[tuple[int, Shown]] = deque()
        self._state = threading.Condition()
        self._next = 0
        self._shown = order.frame
        self._dropped = 0
        self.running = True
        self._presenter: threading.Thread | None = None

    def compose_one(self) -> bool:
        """Compose the next picture if there is room ahead; False when there is nothing to do."""
        with self._state:
            if not self.running or len(self._ready) >= AHEAD or self._at_end():
                return False
        if not self._gallery.has_room():
            return False
        tick = self._next
        self._next += 1
        frame = self._course.frame(tick)
        image = self._compositor.picture(
            self._course.plan, frame, self._order.width, self._order.height
        )
        shown = self._gallery.hang(image, frame)
        if shown is None:
            return False
        with self._state:
            self._ready.append((tick, shown))
            self._state.notify_all()
        self._start_when_filled()
        return True

    def stop(self) -> None:
        """End the playback and say where it stopped."""
        with self._state:
            self.running = False
            self._state.notify_all()
        self._sound.stop()
        if self._presenter is not None and self._presenter is not threading.current_thread():
            self._presenter.join()
        for _, shown in self._ready:
            self._gallery.give_back(shown.slot)
        self._ready.clear()
        self._send(Playback(self._shown, playing=False, dropped=self._dropped))

    def _feed(self, start: int, count: int) -> np.ndarray:
        return self._course.samples(self._mixer, start, count)

    def _at_end(self) -> bool:
        return self._course.ticks is not None and self._next >= self._course.ticks

    def _start_when_filled(self) -> None:
        if self._presenter is None and (len(self._ready) >= AHEAD - 1 or self._at_end()):
            self._sound.start()
            self._presenter = threading.Thread(target=self._present, name="presenter", daemon=True)
            self._presenter.start()

    def _present(self) -> None:
        while self.running:
            with self._state:
                if not self._ready:
                    if self._at_end():
                        break
                    self._state.wait(0.25)
                    self._skip_late()
                    continue
                tick, shown = self._ready[0]
                wait = self._due(tick) - self._sound.seconds
                if wait > 0.001:
                    self._state.wait(wait)
                    continue
                self._ready.popleft()
            self._show_or_drop(tick, shown)
        self.running = False

    def _show_or_drop(self, tick: int, shown: Shown) -> None:
        late = self._sound.seconds - self._due(tick + 1)
        if late > 0 and self._ready:
            self._dropped += 1
            self._gallery.give_back(shown.slot)
            return
        self._shown = shown.frame
        self._send(shown)
        self._send(Playback(shown.frame, playing=True, dropped=self._dropped))

    def _skip_late(self) -> None:
        """Leave out pictures whose time has passed before they were begun."""
        due = floor(self._sound.seconds * float(self._course.plan.rate.fps))
        if due > self._next and not self._at_end():
            self._dropped += due - self._next
            self._next = due

    def _due(self, tick: int) -> float:
        return tick / float(self._course.plan.rate.fps)
