"""The queue of long work: one job at a time, each a row on disk that survives a restart."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec
from msgspec.structs import replace
from psygnal import Signal

from app.errors import FileRefused, Trouble, trouble_of, trouble_of_failure
from app.jobs_table import JobsTable
from engine.contract.delivery import Delivery
from engine.contract.engine import Engine
from engine.contract.events import Cancelled, Done, EngineFault, Failed, Progress
from engine.contract.plan import MediaSource, RenderPlan, ShotSource
from engine.contract.wire import decode, encode


class Waiting(msgspec.Struct, frozen=True, tag="waiting"):
    """The job's turn has not come."""


class Interrupted(msgspec.Struct, frozen=True, tag="interrupted"):
    """The studio ended while the job ran; nothing is left of it, and it can be tried again."""


State = Waiting | Progress | Done | Failed | Cancelled | Interrupted


class Job(msgspec.Struct, frozen=True):
    """An export: what to make, as it was when it was queued, and how far it is.

    `queued`, `started` and `ended` are UTC, ISO 8601; "" while they have not come.
    """

    id: int
    plan: RenderPlan
    delivery: Delivery
    queued: str
    state: State = Waiting()
    started: str = ""
    ended: str = ""
    kind: Literal["export"] = "export"

    @property
    def running(self) -> bool:
        """Whether it is being worked on."""
        return isinstance(self.state, Progress)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it by itself."""
        return not isinstance(self.state, Waiting | Progress)

    @property
    def trouble(self) -> Trouble | None:
        """What went wrong, in words."""
        return trouble_of_failure(self.state) if isinstance(self.state, Failed) else None


class JobQueue:
    """Jobs in the order they were queued. Call it on the event loop's thread."""

    changed = Signal()
    trouble = Signal(Trouble)

    def __init__(self, engine: Engine, table: JobsTable) -> None:
        self._engine = engine
        self._table = table
        self._jobs = dict(_readable(table))
        self._running: tuple[int, asyncio.Task[State]] | None = None
        self._closing = False
        for job in self.jobs:
            if job.running:
                _remove_leftover(job)
                self._put(replace(job, state=Interrupted(), ended=_now()))

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All jobs, oldest first."""
        return tuple(self._jobs.values())

    def job(self, job_id: int) -> Job:
        """Raises KeyError."""
        return self._jobs[job_id]

    def export(self, plan: RenderPlan, delivery: Delivery) -> Job:
        """Queue an export of this plan as it is now.

        One that would overwrite what the film is made of fails at once.
        """
        return self._queue(Job(max(self._jobs, default=0) + 1, plan, delivery, queued=_now()))

    def start(self) -> None:
        """Begin the next waiting job when none is running."""
        waiting = (job for job in self.jobs if isinstance(job.state, Waiting))
        job = next(waiting, None)
        if job is not None and self._running is None and not self._closing:
            started = replace(job, state=Progress(0, job.plan.frames), started=_now())
            self._put(started)
            task = asyncio.ensure_future(self._made(started))
            self._running = job.id, task
            task.add_done_callback(partial(self._end, job.id))

    def cancel(self, job_id: int) -> None:
        """Stop a job; a running one takes up to a second to end."""
        if self._running and self._running[0] == job_id:
            self._running[1].cancel()
        elif isinstance(self.job(job_id).state, Waiting):
            self._put(replace(self.job(job_id), state=Cancelled(), ended=_now()))

    def retry(self, job_id: int) -> None:
        """Queue a job that is over once more, unchanged."""
        if self.job(job_id).over:
            self._queue(replace(self.job(job_id), state=Waiting(), started="", ended=""))

    def remove(self, job_id: int) -> None:
        """Take a job that isn't running off the list; its finished file stays."""
        if not self.job(job_id).running:
            del self._jobs[job_id]
            self._kept(lambda: self._table.remove(job_id))
            self.changed.emit()

    def move_to(self, table: JobsTable) -> None:
        """Keep the rows in another project file from now on, which has them already."""
        self._table = table

    async def close(self) -> None:
        """Stop the running job; it counts as interrupted, so that it can be tried again."""
        self._closing = True
        if self._running is None:
            return
        job_id, task = self._running
        task.cancel()
        await asyncio.wait([task])
        if isinstance(self.job(job_id).state, Cancelled):
            self._put(replace(self.job(job_id), state=Interrupted(), ended=_now()))

    def _queue(self, job: Job) -> Job:
        if _is_among(job.delivery.path, _media_paths(job.plan)):
            refused = Failed("overwrites_source", job.delivery.path)
            job = replace(job, state=refused, ended=_now())
        self._put(job)
        self.start()
        return job

    async def _made(self, job: Job) -> State:
        try:
            report = partial(self._report, job.id)
            return await self._engine.export(job.plan, job.delivery, report)
        except EngineFault as fault:
            return Failed(fault.reason, fault.subject, fault.detail)
        except Exception as error:  # an engine's own mistake must not stop the queue
            return Failed("unexpected", detail=f"{type(error).__name__}: {error}")

    def _end(self, job_id: int, task: asyncio.Task[State]) -> None:
        """Called for every task, also one that was cancelled before it took its first step."""
        state = Cancelled() if task.cancelled() else task.result()
        self._running = None
        self._put(replace(self.job(job_id), state=state, ended=_now()))
        self.start()

    def _report(self, job_id: int, progress: Progress) -> None:
        """Progress isn't written to the disk: after a crash it would not be true."""
        if self._running is not None and self._running[0] == job_id:
            self._jobs[job_id] = replace(self._jobs[job_id], state=progress)
            self.changed.emit()

    def _put(self, job: Job) -> None:
        self._jobs[job.id] = job
        self._kept(lambda: self._table.put(job.id, encode(job)))
        self.changed.emit()

    def _kept(self, write: Callable[[], None]) -> None:
        """A row that can't be written is told; the work itself goes on."""
        try:
            write()
        except FileRefused as error:
            self.trouble.emit(trouble_of(error))


def _readable(table: JobsTable) -> Iterator[tuple[int, Job]]:
    """A row that can't be read must not keep the project from opening."""
    for number, row in table.all():
        with suppress(msgspec.DecodeError):
            yield number, decode(row, Job)


def _media_paths(plan: RenderPlan) -> Iterator[str]:
    for layer in (*plan.layers, *plan.sounds):
        match layer.source:
            case MediaSource(media):
                yield media.path
            case ShotSource(request):
                yield from (each.media.path for each in request.references)
            case _:
                pass


def _is_among(path: str, others: Iterable[str]) -> bool:
    """Whether writing to `path` would overwrite one of the others, by whatever name."""
    target = Path(path)
    return any(
        target.resolve() == Path(other).resolve()
        or (target.exists() and Path(other).exists() and target.samefile(other))
        for other in others
    )


def _remove_leftover(job: Job) -> None:
    Path(job.delivery.part_path).unlink(missing_ok=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
