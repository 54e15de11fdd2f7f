"""The queue: one job at a time, cancelled at once, none lost by a crash."""

import asyncio
from collections.abc import Callable, Coroutine
from fractions import Fraction
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from app.flatten import shot_plan
from app.jobs import Interrupted, Job, JobQueue, Waiting
from app.makings import Makings
from app.model_shelf import ModelShelf
from app.project_file import ProjectFile
from app.work import Export
from engine.contract.delivery import Delivery
from engine.contract.events import Cancelled, Done, EngineFault, Failed, Progress
from engine.contract.plan import Layer, MediaSource
from engine.contract.shot import MediaRef, ShotRequest
from engine.contract.time import Span
from engine.contract.timemap import TimeMap
from tests.fakes.documents import film_of
from tests.fakes.engine import FakeEngine

PLAN = shot_plan(ShotRequest("a calm sea", Fraction(2)))


class Bench:
    """An engine and a queue over a project file."""

    def __init__(self, folder: Path) -> None:
        self.engine = FakeEngine()
        self.folder = folder
        self.file = ProjectFile.create(folder / "a.laqta", film_of(10))
        self.queue = self.opened()

    def opened(self, engine: FakeEngine | None = None) -> JobQueue:
        """The queue as it is after a restart."""
        engine = engine or self.engine
        shelf = ModelShelf(engine)
        makings = Makings(engine, shelf, lambda: self.folder, lambda work, made: made)
        return JobQueue(engine, self.file.jobs, makings)

    def delivery(self, name: str) -> Delivery:
        return Delivery(str(self.folder / name))

    async def until(self, fine: Callable[[], bool]) -> None:
        """Wait for a change of the queue after which it is fine."""
        changed = asyncio.Event()
        self.queue.changed.connect(changed.set)
        while not fine():
            await asyncio.wait_for(changed.wait(), 5)
            changed.clear()
        self.queue.changed.disconnect(changed.set)

    def over(self) -> bool:
        return all(job.over for job in self.queue.jobs)

    def states(self) -> list[type]:
        return [type(job.state) for job in self.queue.jobs]


def live(scene: Callable[[Bench], Coroutine[Any, Any, None]], folder: Path) -> None:
    async def whole() -> None:
        await scene(Bench(folder))

    asyncio.run(whole())


def test_jobs_run_one_after_the_other(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        bench.engine.gate.clear()
        for name in ("a.mp4", "b.mp4"):
            bench.queue.export(PLAN, bench.delivery(name))
        await bench.until(lambda: bench.states() == [Progress, Waiting])
        bench.engine.gate.set()
        await bench.until(bench.over)
        assert bench.states() == [Done, Done]
        assert [delivery.path[-5:] for _, delivery in bench.engine.exported] == ["a.mp4", "b.mp4"]
        assert all(job.started and job.ended for job in bench.queue.jobs)

    live(scene, tmp_path)


def test_a_job_makes_what_was_on_the_timeline_when_it_was_queued(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        bench.queue.export(PLAN, bench.delivery("a.mp4"))
        await bench.until(bench.over)
        assert (tmp_path / "a.mp4").read_text() == PLAN.content_hash()

    live(scene, tmp_path)


def test_progress_arrives_with_the_time_that_is_left(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        seen: list[Progress] = []

        def note() -> None:
            state = bench.queue.jobs[0].state
            if isinstance(state, Progress):
                seen.append(state)

        bench.queue.changed.connect(note)
        bench.queue.export(PLAN, bench.delivery("a.mp4"))
        await bench.until(bench.over)
        assert [state.done for state in seen] == sorted(state.done for state in seen)
        assert seen[-1].done == PLAN.frames

    live(scene, tmp_path)


def test_a_cancelled_job_leaves_nothing_and_lets_the_next_one_run(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        bench.engine.gate.clear()
        first = bench.queue.export(PLAN, bench.delivery("a.mp4"))
        second = bench.queue.export(PLAN, bench.delivery("b.mp4"))
        third = bench.queue.export(PLAN, bench.delivery("c.mp4"))
        await bench.until(lambda: (tmp_path / "a.mp4.part").exists())
        bench.queue.cancel(third.id)
        bench.queue.cancel(first.id)
        await bench.until(lambda: bench.queue.job(second.id).running)
        bench.engine.gate.set()
        await bench.until(bench.over)
        assert bench.states() == [Cancelled, Done, Cancelled]
        assert not list(tmp_path.glob("a.mp4*"))

    live(scene, tmp_path)


def test_a_job_cancelled_before_its_first_step_is_over_and_the_next_one_runs(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        first = bench.queue.export(PLAN, bench.delivery("a.mp4"))
        bench.queue.export(PLAN, bench.delivery("b.mp4"))
        bench.queue.cancel(first.id)
        await bench.until(bench.over)
        assert bench.states() == [Cancelled, Done]

    live(scene, tmp_path)


def test_a_failed_job_says_why_and_can_be_tried_again(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        bench.engine.fail_next = EngineFault("disk_full", "a.mp4", "28")
        job = bench.queue.export(PLAN, bench.delivery("a.mp4"))
        await bench.until(bench.over)
        failed = bench.queue.job(job.id)
        assert failed.state == Failed("disk_full", "a.mp4", "28")
        assert failed.trouble is not None
        assert failed.trouble.text.startswith("The disk is full, so a.mp4 could not be written.")
        bench.queue.retry(job.id)
        await bench.until(bench.over)
        assert bench.states() == [Done]

    live(scene, tmp_path)


def test_a_job_that_ran_when_the_studio_died_is_interrupted_and_can_be_tried_again(
    tmp_path: Path,
):
    async def scene(bench: Bench) -> None:
        bench.engine.gate.clear()
        job = bench.queue.export(PLAN, bench.delivery("a.mp4"))
        await bench.until(lambda: (tmp_path / "a.mp4.part").exists())
        after = bench.opened()
        assert isinstance(after.job(job.id).state, Interrupted)
        assert not (tmp_path / "a.mp4.part").exists()
        await bench.queue.close()
        bench.engine.gate.set()
        bench.queue = after
        after.retry(job.id)
        await bench.until(bench.over)
        assert bench.states() == [Done]

    live(scene, tmp_path)


def test_closing_interrupts_the_running_job_and_starts_no_other(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        bench.engine.gate.clear()
        bench.queue.export(PLAN, bench.delivery("a.mp4"))
        bench.queue.export(PLAN, bench.delivery("b.mp4"))
        await bench.until(lambda: (tmp_path / "a.mp4.part").exists())
        await bench.queue.close()
        assert bench.states() == [Interrupted, Waiting]
        assert bench.opened().jobs == bench.queue.jobs
        assert not list(tmp_path.glob("*.mp4*"))

    live(scene, tmp_path)


def test_waiting_jobs_of_an_earlier_run_begin_when_they_are_started(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        waiting = Job(1, Export(PLAN, bench.delivery("a.mp4")), queued="2030-01-01T00:00:00+00:00")
        bench.queue._put(waiting)
        bench.queue = bench.opened()
        assert bench.states() == [Waiting]
        bench.queue.start()
        await bench.until(bench.over)
        assert bench.states() == [Done]

    live(scene, tmp_path)


def test_a_removed_job_is_gone_after_a_restart_but_its_film_stays(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        job = bench.queue.export(PLAN, bench.delivery("a.mp4"))
        await bench.until(bench.over)
        bench.queue.remove(job.id)
        assert bench.opened().jobs == ()
        assert (tmp_path / "a.mp4").exists()

    live(scene, tmp_path)


def test_an_engine_s_own_mistake_fails_the_job_and_not_the_queue(tmp_path: Path):
    class Broken(FakeEngine):
        async def export(self, plan, delivery, report):  # type: ignore[override]
            raise RuntimeError("a bug")

    async def scene(bench: Bench) -> None:
        bench.queue = bench.opened(Broken())
        bench.queue.export(PLAN, bench.delivery("a.mp4"))
        bench.queue.export(PLAN, bench.delivery("b.mp4"))
        await bench.until(bench.over)
        assert bench.states() == [Failed, Failed]

    live(scene, tmp_path)


def test_a_film_does_not_overwrite_what_it_is_made_of(tmp_path: Path):
    source = tmp_path / "a.mp4"
    source.write_text("precious")
    media = MediaSource(MediaRef(str(source), "one"))
    span = Span(0, 24)
    layer = Layer(media, span, TimeMap.straight(Fraction(1)))

    async def scene(bench: Bench) -> None:
        (tmp_path / "folder").mkdir()
        target = Delivery(str(tmp_path / "folder" / ".." / "a.mp4"))
        job = bench.queue.export(replace(PLAN, layers=(layer,)), target)
        assert job.trouble is not None
        assert "made of" in job.trouble.what
        bench.queue.retry(job.id)
        assert bench.over()
        (tmp_path / "other name.mp4").hardlink_to(source)
        linked = Delivery(str(tmp_path / "other name.mp4"))
        assert bench.queue.export(replace(PLAN, layers=(layer,)), linked).over
        assert bench.engine.exported == []
        assert source.read_text() == "precious"

    live(scene, tmp_path)


def test_a_row_that_can_not_be_read_keeps_no_project_from_opening(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        bench.file.jobs.put(7, b"not a job")
        assert bench.opened().jobs == ()

    live(scene, tmp_path)


def test_a_job_survives_the_disk_unchanged(tmp_path: Path):
    async def scene(bench: Bench) -> None:
        job = bench.queue.export(replace(PLAN, frames=7), bench.delivery("a.mp4"))
        await bench.until(bench.over)
        stored = bench.opened().job(job.id)
        assert stored == bench.queue.job(job.id)
        assert isinstance(stored.work, Export) and stored.work.plan.frames == 7

    live(scene, tmp_path)
