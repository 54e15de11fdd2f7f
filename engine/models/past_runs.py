"""What takes really cost on this machine, kept to correct forecasts by."""

import contextlib
import math
import os
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

KEPT = 400
NEAR = 16.0
STEEPEST, FLATTEST = 1.5, 0.6
LEAST_SPREAD = 0.05
MOST_BYTES = 4 << 20
MOST = 1e18
STRANGEST = 1e5
"""How many times longer or shorter than foreseen a run may have taken to be believed."""


class PastRun(msgspec.Struct, frozen=True):
    """A take that was made, or that ran out of memory (`failed`).

    `foreseen` and `seconds` leave out the loading; `video_foreseen` and `video_memory` are bytes,
    0 without a graphics card. `rate` is what the device was thought to do a second when the time
    was foreseen, `cache` the profile's: how much is left out is learned apart for each.
    """

    model: str
    device: str
    way: str
    foreseen: float
    seconds: float
    memory_foreseen: float = 0.0
    memory: float = 0.0
    video_foreseen: float = 0.0
    video_memory: float = 0.0
    failed: bool = False
    rate: float = 0.0
    cache: float = 0.0


class PastRuns:
    """The latest runs, in a small JSON file that several processes may read and add to."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def all(self) -> tuple[PastRun, ...]:
        """From the oldest on, without those that can't be true; none where the file is missing or
        can't be read."""
        try:
            if self._path.stat().st_size > MOST_BYTES:
                return ()
            runs = msgspec.json.decode(self._path.read_bytes(), type=tuple[PastRun, ...])
            return tuple(run for run in runs if _can_be(run))
        except (OSError, ValueError, RecursionError):
            return ()

    def add(self, run: PastRun) -> None:
        """Keep a run. Where it can't be written, forecasts stay as they were."""
        data = msgspec.json.format(msgspec.json.encode((*self.all(), run)[-KEPT:]), indent=1)
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, part = tempfile.mkstemp(dir=self._path.parent, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(part).replace(self._path)


def foreseen_at(runs: Sequence[PastRun], device: str, rate: float) -> tuple[PastRun, ...]:
    """The runs as they would be foreseen now that the device is thought to do `rate` a second: a
    processor is measured anew at each start, perhaps while it is busy."""
    return tuple(
        msgspec.structs.replace(run, foreseen=run.foreseen * run.rate / rate, rate=rate)
        if run.device == device and run.rate > 0
        else run
        for run in runs
    )


def corrected(
    runs: Sequence[PastRun],
    model: str,
    device: str,
    way: str,
    foreseen: float,
    cache: float = 0.0,
) -> tuple[float, bool]:
    """`foreseen` seconds as past runs on this device correct them, and whether this model's with
    this cache did.

    Through the logarithms of foreseen and real times goes a line: of such runs in this way if there
    are any, else of such runs, else of the model's, else of the device's, whose line has slope 1. A
    take unlike all of them is corrected, but not sure; and the less, the larger or smaller it is
    than the nearest: of a short run most is beginnings, which say nothing of a long one.
    """
    done = [r for r in runs if r.device == device and min(r.seconds, r.foreseen) > 0 < foreseen]
    done = [run for run in done if not run.failed]
    same = [run for run in done if run.model == model]
    alike = [run for run in same if run.cache == cache]
    this = [run for run in alike if run.way == way]
    chosen = this or alike or same or done
    if not chosen:
        return foreseen, False
    slope, height = _line(chosen) if same else (1.0, _height(chosen, 1.0))
    near = any(1 / NEAR <= run.foreseen / foreseen <= NEAR for run in alike)
    plain = math.log(foreseen)
    apart = min(abs(math.log(run.foreseen) - plain) for run in chosen) / math.log(NEAR)
    trust = min(1.0, max(0.0, 2.0 - apart))
    return math.exp(plain + trust * (height + (slope - 1) * plain)), near


def memory_ratio(runs: Sequence[PastRun], model: str, device: str, video: bool) -> float:
    """How much more memory runs of this model took than was foreseen, at the median; else 1."""
    pairs = [
        (run.video_memory, run.video_foreseen) if video else (run.memory, run.memory_foreseen)
        for run in runs
        if run.model == model and run.device == device and not run.failed
    ]
    ratios = [real / foreseen for real, foreseen in pairs if real > 0 < foreseen]
    return min(3.0, max(0.4, statistics.median(ratios))) if ratios else 1.0


def ran_out(runs: Sequence[PastRun], model: str, device: str, way: str, need: float) -> bool:
    """Whether this way ran out of memory with a take that needed no more than this one, and has
    made none as large since."""
    for run in reversed(runs):
        if (run.model, run.device, run.way) == (model, device, way):
            size = run.video_foreseen or run.memory_foreseen
            if run.failed and size <= need:
                return True
            if not run.failed and size >= need:
                return False
    return False


def _can_be(run: PastRun) -> bool:
    sizes = (run.memory_foreseen, run.memory, run.video_foreseen, run.video_memory, run.rate)
    if not all(0 <= each < MOST for each in (*sizes, run.seconds, run.foreseen)):
        return False
    if run.failed:
        return run.video_foreseen + run.memory_foreseen > 0
    return run.foreseen > 0 and 1 / STRANGEST < run.seconds / run.foreseen < STRANGEST


def _line(runs: Sequence[PastRun]) -> tuple[float, float]:
    """Slope and height of the line of least squares; slope 1 where the runs are too much alike."""
    across = [math.log(run.foreseen) for run in runs]
    up = [math.log(run.seconds) for run in runs]
    middle, mean = statistics.fmean(across), statistics.fmean(up)
    spread = sum((x - middle) ** 2 for x in across)
    slope = 1.0
    if spread > LEAST_SPREAD * len(runs):
        slope = sum((x - middle) * (y - mean) for x, y in zip(across, up, strict=True)) / spread
        slope = min(STEEPEST, max(FLATTEST, slope))
    return slope, _height(runs, slope)


def _height(runs: Sequence[PastRun], slope: float) -> float:
    return statistics.median(math.log(r.seconds) - slope * math.log(r.foreseen) for r in runs)
