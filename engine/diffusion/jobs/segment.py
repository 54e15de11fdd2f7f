"""A part of a film that a model makes at once: all of it, a shot of it, or as much as it can."""

from dataclasses import dataclass
from math import ceil

from engine.animatic.references import reference
from engine.contract.making import Making
from engine.contract.models import Ability, Task
from engine.contract.shot import ModelRun
from engine.diffusion.jobs.prompting import told, told_at_once
from engine.diffusion.jobs.take_rate import take_rate

STEERED: tuple[Task, ...] = ("video", "control", "inpaint")
"""Tasks that go by a film of their own all along."""

ENDED: tuple[Task, ...] = ("first_last", "keyframes")
"""Tasks that may know how the film ends."""


@dataclass(frozen=True)
class Segment:
    """Adds the frames `start` to `stop` to the film, from `made` ones: a number that the model can
    make, and so a few more where its shot ends before. `number` counts segments from 0 on.

    It goes on from the last `overlap` pictures of what there is, or begins the shot that takes the
    frames `shot`, of the prompt `words`. `task` is what the model does for it.
    """

    number: int
    start: int
    stop: int
    made: int
    task: Task
    words: str
    shot: range
    overlap: int = 0

    @property
    def frames(self) -> int:
        """How many frames it adds."""
        return self.stop - self.start

    @property
    def begins_shot(self) -> bool:
        """Whether it is the first of its shot."""
        return self.start == self.shot.start

    @property
    def ends_shot(self) -> bool:
        """Whether it is the last of its shot."""
        return self.stop == self.shot.stop


def whole(making: Making) -> Segment:
    """All of a film at once."""
    run = making.run
    words = told_at_once(making.request)
    return Segment(0, 0, run.frames, run.frames, run.task, words, range(run.frames))


def segments_of(making: Making, ability: Ability) -> tuple[Segment, ...]:
    """A film in as many parts as its prompt has shots and its model needs."""
    found: list[Segment] = []
    for words, shot in _shots(making, ability):
        task = _first_task(making, ability, shot)
        legal = ability.nearest(task, len(shot))
        parts = ability.segments(task, legal)
        start = shot.start
        for index, made in enumerate(parts):
            stop = min(start + made, shot.stop)
            done = _task(making, task, shot, index, len(parts))
            overlap = ability.overlap if index else 0
            found.append(Segment(len(found), start, stop, made, done, words, shot, overlap))
            start = stop
    return tuple(found)


def shows(making: Making, shot: range) -> tuple[bool, bool]:
    """Whether the shot's first picture is known, and its last: by a reference or by the draft."""
    run, given = making.run, making.request.references
    first = shot.start == 0 and reference(given, "first_frame") is not None
    last = shot.stop == run.frames and reference(given, "last_frame") is not None
    return first or run.framing, last or run.framing


def _shots(making: Making, ability: Ability) -> tuple[tuple[str, range], ...]:
    run, rate = making.run, take_rate(making)
    shots = told(making.request)
    if len(shots) == 1 or not _can_be_cut(run, ability):
        return ((told_at_once(making.request), range(run.frames)),)
    starts = [min(run.frames, ceil(shot.start * rate.fps)) for shot in shots]
    spans = map(range, starts, [*starts[1:], run.frames])
    return tuple((shot.words, span) for shot, span in zip(shots, spans, strict=True) if span)


def _can_be_cut(run: ModelRun, ability: Ability) -> bool:
    """Whether the model can begin a shot in the middle of the film."""
    if run.framing:
        return run.task != "inpaint"
    return run.task in ("text", "references") or (run.task == "image" and "text" in ability.tasks)


def _first_task(making: Making, ability: Ability, shot: range) -> Task:
    """What the model does for a shot that it makes at once."""
    task = making.run.task
    if task == "image" and shot.start > 0 and not making.run.framing:
        return "text"
    return task


def _task(making: Making, task: Task, shot: range, index: int, parts: int) -> Task:
    """What it does for one of the shot's parts."""
    if parts == 1 or task in STEERED:
        return task
    begins, ends = shows(making, shot)
    if task in ENDED:
        if index == parts - 1 and ends:
            return task
        first: Task = "image" if begins else "text"
        return first if index == 0 else "extend"
    return task if index == 0 else "extend"
