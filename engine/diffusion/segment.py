"""A stretch of a film that a model makes at once: all of it, or as much as it can."""

from dataclasses import dataclass

from engine.contract.models import Ability, Task
from engine.contract.shot import ModelRun

STEERED: tuple[Task, ...] = ("video", "control", "inpaint")
"""Tasks that go by a film of their own all along."""


@dataclass(frozen=True)
class Segment:
    """The run's frames `start` to `stop`, the `number`th part of it from 0 on. Later ones go on
    from the last `overlap` pictures of what there is."""

    run: ModelRun
    number: int
    start: int
    stop: int
    overlap: int = 0

    @classmethod
    def whole(cls, run: ModelRun) -> "Segment":
        """All of the run at once."""
        return cls(run, 0, 0, run.frames)

    @property
    def frames(self) -> int:
        """How many frames it adds."""
        return self.stop - self.start

    @property
    def is_first(self) -> bool:
        """Whether nothing was made before it."""
        return self.number == 0

    @property
    def is_last(self) -> bool:
        """Whether it ends the film."""
        return self.stop == self.run.frames

    def task(self, begins: bool, ends: bool) -> Task:
        """What the model does for it, where the film has a first picture (`begins`), a last one
        (`ends`)."""
        if (self.is_first and self.is_last) or self.run.task in STEERED:
            return self.run.task
        if self.run.task in ("first_last", "keyframes"):
            if self.is_last and ends:
                return self.run.task
            first: Task = "image" if begins else "text"
            return first if self.is_first else "extend"
        return self.run.task if self.is_first else "extend"


def segments_of(run: ModelRun, ability: Ability) -> tuple[Segment, ...]:
    """The run in as many parts as its model needs."""
    found: list[Segment] = []
    for frames in ability.segments(run.task, run.frames):
        start = found[-1].stop if found else 0
        overlap = ability.overlap if found else 0
        found.append(Segment(run, len(found), start, start + frames, overlap))
    return tuple(found)
