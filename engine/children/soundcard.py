"""Sound out and the clock that playback follows."""

import threading
import time
from collections.abc import Callable, Generator

import miniaudio
import numpy as np

from engine.contract.time import SAMPLE_RATE

PERIOD_MS = 20
AHEAD_BLOCKS = 6
BLOCK = 2048

Feed = Callable[[int, int], np.ndarray]


class SoundCard:
    """Plays what `feed(start, count)` returns, float32 (count, 2), from sample 0 on.

    `seconds` is how much has been played; when the feed is late the clock waits for it, so
    picture and sound can't part.
    """

    def __init__(self, feed: Feed, volume: Callable[[], float]) -> None:
        self._feed, self._volume = feed, volume
        self._blocks: list[np.ndarray] = []
        self._state = threading.Condition()
        self._fed = self._played = self._delivered = 0
        self._stamp = time.monotonic()
        self._open = True
        self._device: miniaudio.PlaybackDevice | None = None

    def start(self) -> None:
        """Fill the first blocks, then start the device."""
        for _ in range(2):
            self._feed_one()
        threading.Thread(target=self._keep_fed, name="sound feed", daemon=True).start()
        self._device = _device()
        out = self._out()
        next(out)
        self._stamp = time.monotonic()
        self._device.start(out)

    def stop(self) -> None:
        """Silence the device and end the threads."""
        with self._state:
            self._open = False
            self._state.notify_all()
        if self._device is not None:
            self._device.close()

    @property
    def seconds(self) -> float:
        """Seconds played, never going back."""
        with self._state:
            since = int((time.monotonic() - self._stamp) * SAMPLE_RATE)
            return (self._played + min(since, self._delivered - self._played)) / SAMPLE_RATE

    def _keep_fed(self) -> None:
        while self._open:
            with self._state:
                while self._open and len(self._blocks) >= AHEAD_BLOCKS:
                    self._state.wait()
            if self._open:
                self._feed_one()

    def _feed_one(self) -> None:
        block = self._feed(self._fed, BLOCK)
        self._fed += BLOCK
        with self._state:
            self._blocks.append(block)
            self._state.notify_all()

    def _take(self, wanted: int) -> np.ndarray:
        """Up to `wanted` samples that are ready, in order; the clock moves by as many."""
        parts: list[np.ndarray] = []
        with self._state:
            while wanted and self._blocks:
                block = self._blocks.pop(0)
                parts.append(block[:wanted])
                if len(block) > wanted:
                    self._blocks.insert(0, block[wanted:])
                wanted -= len(parts[-1])
            self._played = self._delivered
            self._delivered += sum(len(part) for part in parts)
            self._stamp = time.monotonic()
            self._state.notify_all()
        return np.concatenate(parts) if parts else np.zeros((0, 2), np.float32)

    def _out(self) -> Generator[bytes, int, None]:
        wanted = yield b""
        while True:
            samples = self._take(wanted) * np.float32(self._volume())
            padded = np.zeros((wanted, 2), np.float32)
            padded[: len(samples)] = samples
            wanted = yield padded.tobytes()


def _device() -> miniaudio.PlaybackDevice:
    """The system's sound device, or a silent one that runs on a real clock where there is none."""
    try:
        return _opened([])
    except miniaudio.MiniaudioError:
        return _opened([miniaudio.Backend.NULL])


def _opened(backends: list[miniaudio.Backend]) -> miniaudio.PlaybackDevice:
    return miniaudio.PlaybackDevice(
        output_format=miniaudio.SampleFormat.FLOAT32,
        nchannels=2,
        sample_rate=SAMPLE_RATE,
        buffersize_msec=PERIOD_MS,
        backends=backends,
        app_name="Laqta",
    )
