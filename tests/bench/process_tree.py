"""A command with all that it starts: how long it takes, and how much memory they hold together."""

import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.25


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took. `peak_mb` is the largest sum of its processes' proportional memory
    (pages that several share count once), looked at four times a second; 0 where there is no /proc.
    """

    seconds: float
    peak_mb: float


def cost_of(command: list[str]) -> Cost:
    """Run the command to its end. Raises CalledProcessError."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peaks = [0.0]
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks, over))
    watcher.start()
    status = process.wait()
    taken = time.perf_counter() - begin
    over.set()
    watcher.join()
    if status:
        raise subprocess.CalledProcessError(status, command)
    return Cost(taken, max(peaks))


def _watch(pid: int, peaks: list[float], over: threading.Event) -> None:
    while not over.wait(EVERY):
        peaks.append(sum(_held_mb(each) for each in _family(pid)))


def _family(pid: int) -> list[int]:
    """The process and all below it."""
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(each for child in below for each in _family(int(child)))]


def _held_mb(pid: int) -> float:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1024
