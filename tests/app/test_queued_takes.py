"""Takes and downloads in the queue: their order, their turns, and their life over kills."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from msgspec.structs import replace

from app.document.project import Rendered
from app.flatten import shot_plan
from app.jobs import Interrupted, Waiting
from app.model_limits import settle
from app.model_shelf import making_of
from app.project_file import ProjectFile
from app.session import Session
from app.work import Download, NewTake
from engine.contract.delivery import Delivery
from engine.contract.events import Cancelled, Done, EngineFault, Failed, Progress
from engine.contract.making import Made, MakeProgress
from tests.fakes.documents import SHOT, film_of
from tests.fakes.engine import FakeEngine

WAN, FAR = "fake/wan-small", "fake/wan-far"
RESUME = """
import asyncio, os, random, signal, sys, time
from pathlib import Path
from app.session import Session
from tests.app.test_queued_takes import go_on

path, rounds = Path(sys.argv[1]), int(sys.argv[2])
for number in range(rounds):
    child = os.fork()
    if child == 0:
        asyncio.run(go_on(path))
        os._exit(0)
    time.sleep(random.Random(number).uniform(0.03, 0.12))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
asyncio.run(go_on(path))
"""


class Desk:
    """A session whose film has one shot, over an engine with models."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.engine = folder, FakeEngine()
        ProjectFile.create(folder / "a.laqta", film_of(30, 30)).close()
        self.open()

    def open(self) -> None:
        """The project as it is after a restart."""
        self.session = Session.open(self.engine, self.folder / "a.laqta")
        self.queue = self.session.queue

    def take(self, seed: int = 1, model: str = WAN) -> int:
        """Queue a take; its job's id."""
        shot = self.session.project.shot(SHOT)
        work = NewTake(SHOT, replace(shot.request, model=model, seed=seed))
        return self.queue.make(work).id

    def state(self, job_id: int) -> object:
        return self.queue.job(job_id).state

    def seeds(self) -> list[int]:
        """The seeds of the takes as they were made."""
        return [making.request.seed for making in self.engine.maker.made]

    async def until(self, fine: Callable[[], bool]) -> None:
        changed = asyncio.Event()
        self.queue.changed.connect(changed.set)
        while not fine():
            await asyncio.wait_for(changed.wait(), 10)
            changed.clear()
        self.queue.changed.disconnect(changed.set)

    async def over(self) -> None:
        await self.until(lambda: all(job.over for job in self.queue.jobs))


def live(folder: Path, scene: Callable[[Desk], Awaitable[None]]) -> None:
    async def whole() -> None:
        desk = Desk(folder)
        await scene(desk)
        await desk.session.close()

    asyncio.run(whole())


async def go_on(path: Path) -> None:
    """Open the project, make what waits, and close it."""
    engine = FakeEngine()
    engine.maker.step = 0.0005
    session = Session.open(engine, path)
    await session.begin()
    while not all(job.over for job in session.queue.jobs):
        await asyncio.sleep(0.002)
    await session.close()


def test_a_queue_of_fifty_takes_survives_twenty_kills(tmp_path: Path):
    path = tmp_path / "a.laqta"
    ProjectFile.create(path, film_of(30, 30)).close()

    async def fill() -> None:
        session = Session.open(FakeEngine(), path)
        session.queue.pause()
        request = session.project.shot(SHOT).request
        for seed in range(50):
            session.queue.make(NewTake(SHOT, replace(request, model=WAN, seed=seed)))
        session.queue.resume()
        await session.close()

    asyncio.run(fill())
    run = [sys.executable, "-c", RESUME, str(path), "20"]
    subprocess.run(run, check=True, cwd=Path(__file__).parents[2], timeout=120)
    file = ProjectFile.open(path)
    takes = file.history().project.shot(SHOT).takes[1:]
    file.close()
    assert [take.recipe.request.seed for take in takes] == list(range(50))
    made = {Path(take.facts.media.path) for take in takes if isinstance(take, Rendered)}
    assert set((tmp_path / "a takes").iterdir()) == made and len(made) == 50


def test_a_take_reports_its_stages_and_shows_what_comes(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        stages, previews = [], []
        job = desk.take()

        def note() -> None:
            state = desk.state(job)
            if isinstance(state, MakeProgress):
                stages.append(state.stage)
                previews.append(desk.queue.preview(job))

        desk.queue.changed.connect(note)
        await desk.over()
        assert list(dict.fromkeys(stages)) == [
            "loading", "encoding", "denoising", "decoding", "writing",
        ]  # fmt: skip
        assert previews[-1] == b"jpeg 3" and b"" in previews
        assert isinstance(desk.state(job), Made)

    live(tmp_path, scene)


def test_each_kind_has_its_own_turn_and_a_take_waits_for_its_model(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        for gate in (desk.engine.models.gate, desk.engine.maker.gate, desk.engine.gate):
            gate.clear()
        plan = shot_plan(desk.session.project.shot(SHOT).request)
        film = desk.queue.export(plan, Delivery(str(tmp_path / "film.mp4"))).id
        download = desk.queue.download(FAR).id
        assert desk.queue.download(FAR).id == download
        waiting, other = desk.take(1, FAR), desk.take(2)
        running = (film, download, other)
        await desk.until(lambda: all(desk.queue.job(each).running for each in running))
        assert desk.state(waiting) == Waiting()
        for gate in (desk.engine.models.gate, desk.engine.maker.gate, desk.engine.gate):
            gate.set()
        await desk.over()
        assert isinstance(desk.state(film), Done) and isinstance(desk.state(download), Done)
        assert isinstance(desk.state(waiting), Made) and desk.seeds() == [2, 1]

    live(tmp_path, scene)


def test_the_order_the_pause_and_a_change_hold_over_a_restart(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.queue.pause()
        first, second, third = (desk.take(seed) for seed in (1, 2, 3))
        desk.queue.move(third, 0)
        desk.queue.move(first, 2)
        work = desk.queue.job(second).work
        assert isinstance(work, NewTake)
        assert desk.queue.edit(second, replace(work.with_seed(9), profile="fast", strength=0.2))
        desk.queue.cancel(first)
        await desk.session.close()
        desk.open()
        await desk.session.begin()
        assert desk.queue.paused and not any(job.running for job in desk.queue.jobs)
        desk.queue.resume()
        await desk.over()
        assert desk.seeds() == [3, 9] and desk.engine.maker.made[1].run.profile == "fast"
        assert isinstance(desk.state(first), Cancelled)
        assert not desk.queue.edit(second, work)

    live(tmp_path, scene)


def test_closing_lets_takes_and_downloads_wait_for_the_next_time(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.models.gate.clear()
        desk.engine.maker.gate.clear()
        desk.engine.gate.clear()
        plan = shot_plan(desk.session.project.shot(SHOT).request)
        jobs = [desk.queue.export(plan, Delivery(str(tmp_path / "film.mp4"))).id]
        jobs += [desk.queue.download(FAR).id, desk.take()]
        await desk.until(lambda: all(job.running for job in desk.queue.jobs))
        await desk.session.close()
        assert not list(tmp_path.rglob("*.mp4*"))
        for gate in (desk.engine.models.gate, desk.engine.maker.gate, desk.engine.gate):
            gate.set()
        desk.open()
        assert [desk.state(job) for job in jobs] == [Interrupted(), Waiting(), Waiting()]
        await desk.session.begin()
        await desk.over()
        assert [type(desk.state(job)) for job in jobs] == [Interrupted, Done, Made]

    live(tmp_path, scene)


def test_a_cancelled_take_leaves_nothing_and_the_next_one_is_made(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.maker.gate.clear()
        first, second = desk.take(1), desk.take(2)
        await desk.until(lambda: bool(desk.queue.preview(first)) or desk.queue.job(first).running)
        desk.queue.cancel(first)
        await desk.until(lambda: desk.queue.job(second).running)
        desk.engine.maker.gate.set()
        await desk.over()
        assert isinstance(desk.state(first), Cancelled) and desk.seeds() == [2]
        assert len(list((tmp_path / "a takes").iterdir())) == 1

    live(tmp_path, scene)


def test_what_fails_says_why_and_can_be_tried_again(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.maker.fail_next = EngineFault("out_of_memory", "832 × 480")
        job, missing = desk.take(), desk.take(model=FAR)
        await desk.over()
        failed = desk.queue.job(job)
        assert failed.trouble and "not enough memory for 832 × 480" in failed.trouble.text
        assert desk.state(missing) == Failed("model_missing", "wan-far")
        assert len(desk.session.project.shot(SHOT).takes) == 1
        desk.queue.retry(job)
        desk.queue.download(FAR)
        desk.queue.retry(missing)
        await desk.over()
        assert len(desk.session.project.shot(SHOT).takes) == 3

    live(tmp_path, scene)


def test_a_maker_that_dies_is_replaced_once(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.maker.fail_next = EngineFault("engine_died", "maker")
        job = desk.take()
        await desk.over()
        state = desk.state(job)
        assert isinstance(state, Made) and "begun anew" in " ".join(state.notes)
        assert desk.seeds() == [1]

    live(tmp_path, scene)


def test_the_film_can_be_edited_while_a_take_is_made(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.maker.gate.clear()
        job = desk.take()
        await desk.until(lambda: desk.queue.job(job).running)
        assert desk.session.apply("Wider", widened)
        desk.engine.maker.gate.set()
        await desk.over()
        assert desk.session.labels[-2:] == ("Wider", "New take")
        assert desk.session.project.sequence.width == 2000

    live(tmp_path, scene)


def widened(project):
    return replace(project, sequence=replace(project.sequence, width=2000))


def test_a_download_counts_bytes_and_brings_the_model(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        seen: list[Progress] = []
        job = desk.queue.download(FAR, "Far")
        desk.queue.changed.connect(
            lambda: seen.append(s) if isinstance(s := desk.state(job.id), Progress) else None
        )
        await desk.over()
        assert seen[-1].done == seen[-1].total > 1_000_000_000
        assert FAR in [model.id for model in desk.session.models.here]

    live(tmp_path, scene)


def test_a_download_goes_into_the_folder_of_choice(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.queue.download(FAR, "Far", "/films/models")
        await desk.over()
        (far,) = [model for model in desk.session.models.here if model.id == FAR]
        assert far.weights and far.weights.folder == f"/films/models/{FAR}"

    live(tmp_path, scene)


def test_a_running_download_can_be_taken_off_the_list(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.models.gate.clear()
        job = desk.queue.download(FAR)
        await desk.until(lambda: desk.queue.reached(job.id) is not None)
        desk.queue.remove(job.id)
        await desk.until(lambda: desk.queue.jobs == ())
        assert desk.queue.reached(job.id) is None

    live(tmp_path, scene)


def test_a_held_download_remembers_how_far_it_was(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.models.gate.clear()
        job = desk.queue.download(FAR)
        await desk.until(lambda: desk.queue.reached(job.id) is not None)
        desk.queue.cancel(job.id)
        await desk.over()
        reached = desk.queue.reached(job.id)
        assert reached and reached.total > 1_000_000_000
        desk.engine.models.gate.set()

    live(tmp_path, scene)


def test_the_next_project_goes_on_with_downloads(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.models.gate.clear()
        desk.queue.download(FAR, "Far", "/films/models")
        following = Session.new(desk.engine, tmp_path / "recovery")
        following.queue.take_over(desk.queue)
        assert [job.work for job in following.queue.jobs] == [Download(FAR, "Far", "/films/models")]
        await following.close()

    live(tmp_path, scene)


def test_a_take_that_was_whole_when_the_studio_was_killed_is_not_made_again(tmp_path: Path):
    async def scene(desk: Desk) -> None:
        desk.engine.maker.gate.clear()
        job = desk.take(5)
        await desk.until(lambda: desk.queue.job(job).running)
        work = desk.queue.job(job).work
        await desk.session.close()
        desk.engine.maker.gate.set()
        Path(work.path).parent.mkdir(exist_ok=True)
        model, _ = await desk.session.models.at_hand(WAN)
        run = settle(work.request, model.ability).run
        await desk.engine.maker.make(making_of(model, work.request, run, work.path), repr)
        desk.open()
        await desk.session.begin()
        await desk.over()
        assert desk.seeds() == [5]
        assert desk.session.project.shot(SHOT).take.facts.media.path == work.path

    live(tmp_path, scene)
