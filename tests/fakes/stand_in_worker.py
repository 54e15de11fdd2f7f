"""A maker child with the real loop and a maker that does what its prompt says, without any model.

python -m tests.fakes.stand_in_worker maker
"""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

from engine.children.maker import MakerChild
from engine.children.pipe import Pipe
from engine.contract.events import EngineFault
from engine.contract.making import Made, MakeProgress, Making
from engine.contract.media_facts import MediaFacts
from engine.contract.shot import MediaRef, Recipe

Report = Callable[[MakeProgress], None]


class StandInMaker:
    """`made` counts its takes, and goes into what it writes."""

    def __init__(self) -> None:
        self._made = 0

    def make(self, making: Making, report: Report, stop: threading.Event) -> Made:
        """Leave a part, do as the prompt says, and put the take in its place."""
        part = Path(making.part_path)
        part.write_text("half")
        report(MakeProgress("denoising", 1, 2))
        getattr(self, making.request.prompt)(stop)
        self._made += 1
        part.write_text(f"take {self._made} of {os.getpid()}")
        part.rename(making.path)
        facts = MediaFacts(MediaRef(making.path, "stand-in"), "video", making.request.seconds)
        return Made(facts, Recipe(making.request, "stand-in"))

    def quick(self, stop: threading.Event) -> None:
        """Nothing to wait for."""

    def obedient(self, stop: threading.Event) -> None:
        """Work until told to stop, and leave."""
        stop.wait()
        raise RuntimeError("stopped")

    def late(self, stop: threading.Event) -> None:
        """Finish although told to stop."""
        stop.wait()

    def deaf(self, stop: threading.Event) -> None:
        """Never hear of it."""
        time.sleep(60)

    def dead(self, stop: threading.Event) -> None:
        """End as a killed process does."""
        os.kill(os.getpid(), signal.SIGKILL)

    def silent(self, stop: threading.Event) -> None:
        """Stop the whole process, heart and all."""
        os.kill(os.getpid(), signal.SIGSTOP)

    def stuck(self, stop: threading.Event) -> None:
        """Wait for a lock that nobody gives back."""
        lock = threading.Lock()
        lock.acquire()
        lock.acquire()

    def busy(self, stop: threading.Event) -> None:
        """Compute for a while in one place without a word."""
        end = time.perf_counter() + 1.2
        while time.perf_counter() < end:
            sum(range(10_000))

    def hungry(self, stop: threading.Event) -> None:
        """Run out of memory."""
        raise MemoryError("no room for 9 GiB")

    def faulty(self, stop: threading.Event) -> None:
        """Fail with a reason."""
        raise EngineFault("model_damaged", "tiny")


if __name__ == "__main__":
    MakerChild(Pipe.of_process(), StandInMaker).run()
