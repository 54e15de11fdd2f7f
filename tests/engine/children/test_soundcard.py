"""The sound card plays what it is fed, in order, on a clock that never runs back."""

import threading

import numpy as np

from engine.children.soundcard import SoundCard


def test_the_clock_follows_what_was_fed_and_waits_when_starved():
    asked: list[int] = []
    limit = threading.Event()

    def feed(start: int, count: int) -> np.ndarray:
        asked.append(start)
        if len(asked) >= 12:
            limit.set()
        return np.zeros((count, 2), np.float32)

    card = SoundCard(feed, lambda: 0.0)
    card.start()
    assert limit.wait(10), "the card stopped asking for sound"
    first, second = card.seconds, card.seconds
    card.stop()
    assert 0 < first <= second
    assert asked == sorted(asked)
    assert np.all(np.diff(asked) == asked[1] - asked[0])


def test_the_clock_stands_still_while_the_feed_is_late():
    release = threading.Event()
    started = threading.Event()

    def feed(start: int, count: int) -> np.ndarray:
        if start > 3 * count:
            started.set()
            release.wait(10)
        return np.zeros((count, 2), np.float32)

    card = SoundCard(feed, lambda: 1.0)
    card.start()
    assert started.wait(10)
    threading.Event().wait(0.5)
    stalled = card.seconds
    threading.Event().wait(0.2)
    assert card.seconds == stalled
    release.set()
    card.stop()
