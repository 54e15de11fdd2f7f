"""The queue of long work: exports, takes and downloads, each a row on disk that outlives a kill."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace
from psygnal import Signal

from app.errors import FileRefused, Trouble, trouble_of, trouble_of_failure
from app.jobs_table import JobsTable
from app.library import paths_in
from app.makings import Makings
from app.take_files import Moves, readdressed
from app.work import Download, Export, NewTake, Work, file_of
from engine.contract.delivery import Delivery
from engine.contract.engine import Engine
from engine.contract.events import Cancelled, Done, EngineFault, Failed, Progress
from engine.contract.making import Made, MakeProgress
from engine.contract.plan import RenderPlan
from engine.contract.wire import decode, encode


class Waiting(msgspec.Struct, frozen=True, tag="waiting"):
    """The job's turn has not come."""


class Interrupted(msgspec.Struct, frozen=True, tag="interrupted"):
    """The studio ended while the export ran; nothing is left of it, and it can be tried again."""


State = Waiting | Progress | MakeProgress | Done | Made | Failed | Cancelled | Interrupted


class Job(msgspec.Struct, frozen=True):
    """What is to be done, as it was when it was queued, and how far it is.

    `queued`, `started` and `ended` are UTC, ISO 8601; "" while they have not come. An export ends
    as Done, a take as Made, a download as Done with the model's folder.
    """

    id: int
    work: Work
    queued: str
    state: State = Waiting()
    started: str = ""
    ended: str = ""

    @property
    def running(self) -> bool:
        """Whether it is being worked on."""
        return isinstance(self.state, Progress | MakeProgress)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it by itself."""
        return not isinstance(self.state, Waiting | Progress | MakeProgress)

    @property
    def part(self) -> float | None:
        """How much of it is done, from 0 to 1; None while it isn't running."""
        match self.state:
            case Progress(done, total) | MakeProgress(_, done, total):
                return done / max(total, 1)
            case _:
                return None

    @property
    def path(self) -> str:
        """The file that it writes or wrote; "" where it has none, or none yet."""
        return self.state.facts.media.path if isinstance(self.state, Made) else file_of(self.work)

    @property
    def trouble(self) -> Trouble | None:
        """What went wrong, in words."""
        return trouble_of_failure(self.state) if isinstance(self.state, Failed) else None


class JobQueue:
    """Jobs in the order they are begun. Call it on the event loop's thread.

    Of each kind one runs at a time: an export needs no GPU, and a download neither. A take waits
    for a download of its model.
    """

    changed = Signal()
    trouble = Signal(Trouble)

    def __init__(self, engine: Engine, table: JobsTable, makings: Makings) -> None:
        self._engine, self._table, self._makings = engine, table, makings
        self._jobs = dict(_readable(table))
        self._running: dict[int, asyncio.Task[State]] = {}
        self._previews: dict[int, bytes] = {}
        self._reached: dict[int, Progress] = {}
        self._unwanted: set[int] = set()
        self._paused, self._closing = table.paused, False
        for job in self.jobs:
            if job.running:
                _remove_leftover(job)
                self._put(_stopped(job))

    @property
    def jobs(self) -> tuple[Job, ...]:
        """All jobs: the first that waits is the next of its kind."""
        return tuple(self._jobs.values())

    def job(self, job_id: int) -> Job:
        """Raises KeyError."""
        return self._jobs[job_id]

    def preview(self, job_id: int) -> bytes:
        """A small JPEG of what a take in the making looks like so far, b"" where there is none."""
        return self._previews.get(job_id, b"")

    def reached(self, job_id: int) -> Progress | None:
        """How far an export or a download was when it was last told; None since a restart."""
        return self._reached.get(job_id)

    def awaits_model(self, job: Job) -> bool:
        """Whether the job waits for a download of its model."""
        return isinstance(job.work, NewTake) and any(
            isinstance(each.work, Download) and each.work.model == job.work.request.model
            for each in self.jobs
            if not each.over
        )

    # What is to be done

    def export(self, plan: RenderPlan, delivery: Delivery) -> Job:
        """Queue an export of this plan as it is now.

        One that would overwrite what the film is made of fails at once.
        """
        return self._queue(self._new(Export(plan, delivery)))

    def make(self, work: NewTake) -> Job:
        """Queue a take."""
        return self._queue(self._new(work))

    def download(self, model: str, name: str = "", into: str = "") -> Job:
        """Queue a model's download into a folder of choice; one that isn't over is there once."""
        for job in self.jobs:
            if isinstance(job.work, Download) and job.work.model == model and not job.over:
                return job
        return self._queue(self._new(Download(model, name, into)))

    def edit(self, job_id: int, work: Work) -> bool:
        """Give a job that has not begun other work of the same kind; False where it is too late."""
        job = self.job(job_id)
        if not isinstance(job.state, Waiting) or type(job.work) is not type(work):
            return False
        self._queue(replace(job, work=_fresh(work)))
        return True

    def retry(self, job_id: int) -> None:
        """Queue a job that is over once more, unchanged."""
        job = self.job(job_id)
        if job.over:
            work = _fresh(job.work) if isinstance(job.state, Made) else job.work
            self._queue(replace(job, work=work, state=Waiting(), started="", ended=""))

    # Their order and their turns

    def start(self) -> None:
        """Begin every waiting job whose turn it is."""
        for job in self.jobs:
            if isinstance(job.state, Waiting) and self._is_next(job):
                self._begin(job)

    def move(self, job_id: int, index: int) -> None:
        """Put a job at this place among all of them."""
        numbers = [number for number in self._jobs if number != job_id]
        numbers.insert(max(0, index), job_id)
        self._jobs = {number: self._jobs[number] for number in numbers}
        self._kept(lambda: self._table.arrange(numbers))
        self.changed.emit()

    @property
    def paused(self) -> bool:
        """Whether no job is begun; what runs goes on to its end."""
        return self._paused

    def pause(self) -> None:
        """Begin no job until resume(), after a restart neither."""
        self._set_paused(True)

    def resume(self) -> None:
        """Go on."""
        self._set_paused(False)
        self.start()

    def cancel(self, job_id: int) -> None:
        """Stop a job; a running one takes up to a second to end."""
        if job_id in self._running:
            self._running[job_id].cancel()
        elif isinstance(self.job(job_id).state, Waiting):
            self._put(replace(self.job(job_id), state=Cancelled(), ended=_now()))
            self.start()

    def remove(self, job_id: int) -> None:
        """Take a job off the list, one that runs as soon as it has stopped; a finished file and
        what has come of a model stay."""
        if job_id in self._running:
            self._unwanted.add(job_id)
            self.cancel(job_id)
            return
        del self._jobs[job_id]
        self._previews.pop(job_id, None)
        self._reached.pop(job_id, None)
        self._kept(lambda: self._table.remove(job_id))
        self.changed.emit()
        self.start()

    def take_over(self, other: "JobQueue") -> None:
        """Bring the models that another project's queue, which ends, has not brought to an end."""
        for job in other.jobs:
            if isinstance(job.work, Download) and not job.over:
                self.download(job.work.model, job.work.name, job.work.into)

    def move_to(self, table: JobsTable) -> None:
        """Go on in another project file, which has the rows already.

        In the one that is left, what isn't over waits until somebody lets it go on there too.
        """
        self._kept(self._leave_waiting)
        self._table = table
        kept = dict(_readable(table))
        self._jobs = {
            number: job if job.running else kept.get(number, job)
            for number, job in self._jobs.items()
        }
        self.changed.emit()

    def readdress(self, moves: Moves) -> None:
        """Let every job that isn't running know where files are that have moved."""
        for job in self.jobs:
            moved = decode(readdressed(encode(job), moves), Job)
            if moved != job and not job.running:
                self._put(moved)

    def _leave_waiting(self) -> None:
        left = [job for job in self.jobs if not job.over]
        for job in left:
            if job.running:
                waiting = replace(_stopped(job), work=_fresh(job.work))
                self._table.put(job.id, encode(waiting))
        if left:
            self._table.pause(True)

    async def close(self) -> None:
        """Stop what runs: an export counts as interrupted, takes and downloads wait again."""
        self._closing = True
        running = dict(self._running)
        for task in running.values():
            task.cancel()
        if running:
            await asyncio.wait(running.values())
        for job_id in running:
            if isinstance(self.job(job_id).state, Cancelled):
                self._put(_stopped(self.job(job_id)))

    # One job's life

    def _new(self, work: Work) -> Job:
        return Job(max(self._jobs, default=0) + 1, work, queued=_now())

    def _queue(self, job: Job) -> Job:
        if isinstance(job.work, Export) and _overwrites_its_own(job.work):
            refused = Failed("overwrites_source", job.path)
            job = replace(job, state=refused, ended=_now())
        self._put(job)
        self.start()
        return job

    def _is_next(self, job: Job) -> bool:
        if self._paused or self._closing:
            return False
        busy = any(type(self.job(each).work) is type(job.work) for each in self._running)
        return not busy and not self.awaits_model(job)

    def _begin(self, job: Job) -> None:
        work = job.work
        if isinstance(work, NewTake):
            work = self._makings.placed(work, {each.path for each in self.jobs})
        started = replace(job, work=work, state=_first_step(work), started=_now())
        self._put(started)
        task = asyncio.ensure_future(self._carried_out(started))
        self._running[job.id] = task
        task.add_done_callback(partial(self._end, job.id))

    async def _carried_out(self, job: Job) -> State:
        try:
            return await self._worked(job.work, partial(self._report, job.id))
        except EngineFault as fault:
            return Failed(fault.reason, fault.subject, fault.detail)
        except Exception as error:  # an engine's own mistake must not stop the queue
            return Failed("unexpected", detail=f"{type(error).__name__}: {error}")

    async def _worked(
        self, work: Work, report: Callable[[Progress | MakeProgress], None]
    ) -> Done | Made:
        match work:
            case Export(plan, delivery):
                return await self._engine.export(plan, delivery, report)
            case NewTake():
                return await self._makings.make(work, report)
            case Download():
                return await self._makings.fetch(work, report)

    def _end(self, job_id: int, task: asyncio.Task[State]) -> None:
        """Called for every task, also one that was cancelled before it took its first step."""
        state = Cancelled() if task.cancelled() else task.result()
        del self._running[job_id]
        self._put(replace(self.job(job_id), state=state, ended=_now()))
        if job_id in self._unwanted:
            self._unwanted.discard(job_id)
            self.remove(job_id)
        self.start()

    def _report(self, job_id: int, progress: Progress | MakeProgress) -> None:
        """Progress isn't written to the disk: after a crash it would not be true."""
        if job_id in self._running:
            if isinstance(progress, MakeProgress) and progress.preview:
                self._previews[job_id] = progress.preview
            if isinstance(progress, Progress) and progress.total:
                self._reached[job_id] = progress
            self._jobs[job_id] = replace(self._jobs[job_id], state=progress)
            self.changed.emit()

    def _set_paused(self, paused: bool) -> None:
        self._paused = paused
        self._kept(lambda: self._table.pause(paused))
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


def _first_step(work: Work) -> Progress | MakeProgress:
    match work:
        case Export(plan):
            return Progress(0, plan.frames)
        case NewTake():
            return MakeProgress("loading", 0, 1)
        case Download():
            return Progress(0, 0)


def _stopped(job: Job) -> Job:
    """How a job that ran is kept when the studio ends: only an export isn't begun anew by itself,
    for its film may have been wanted as it was then."""
    if isinstance(job.work, Export):
        return replace(job, state=Interrupted(), ended=_now())
    return replace(job, state=Waiting(), started="", ended="")


def _fresh(work: Work) -> Work:
    """The work with no file yet."""
    return replace(work, path="") if isinstance(work, NewTake) else work


def _overwrites_its_own(work: Export) -> bool:
    return _is_among(work.delivery.path, paths_in(work.plan))


def _is_among(path: str, others: Iterable[str]) -> bool:
    """Whether writing to `path` would overwrite one of the others, by whatever name."""
    target = Path(path)
    return any(
        target.resolve() == Path(other).resolve()
        or (target.exists() and Path(other).exists() and target.samefile(other))
        for other in others
    )


def _remove_leftover(job: Job) -> None:
    if job.path:
        Path(f"{job.path}.part").unlink(missing_ok=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
