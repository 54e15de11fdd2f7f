"""A project that is moved between kills: its queue goes on where it lies now, and spares takes."""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from msgspec.structs import replace

from app.document.project import Project, Rendered
from app.errors import FileRefused
from app.jobs import JobQueue
from app.project_file import ProjectFile
from app.session import Session
from app.take_files import takes_folder
from app.work import NewTake
from engine.contract.events import EngineFault, Failed
from engine.contract.making import Made
from engine.contract.shot import Reference
from engine.contract.wire import encode
from tests.fakes.documents import SHOT, film_of
from tests.fakes.engine import FakeEngine

WAN = "fake/wan-small"


def live(scene: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(scene())


def project_in(folder: Path) -> Path:
    folder.mkdir()
    ProjectFile.create(folder / "a.laqta", film_of(30, 30)).close()
    return folder / "a.laqta"


def order(session: Session, seed: int, path: str = "") -> NewTake:
    request = replace(session.project.shot(SHOT).request, model=WAN, seed=seed)
    return NewTake(SHOT, request, path=path)


async def over(queue: JobQueue) -> None:
    for _ in range(1000):
        if all(job.over for job in queue.jobs):
            return
        await asyncio.sleep(0.005)
    raise TimeoutError


def killed_at_work(session: Session) -> None:
    """What is on the disk after kill -9: the rows as they are now, whatever ends later."""
    session.queue._kept = lambda write: None
    session._file.close()


async def stopped(session: Session) -> None:
    for task in session.queue._running.values():
        task.cancel()
    await asyncio.sleep(0.01)


def takes_of(session: Session) -> list[Path]:
    takes = session.project.shot(SHOT).takes
    return [Path(take.facts.media.path) for take in takes if isinstance(take, Rendered)]


def test_a_take_that_ran_is_made_where_the_project_lies_now(tmp_path: Path):
    async def scene() -> None:
        engine = FakeEngine()
        engine.maker.gate.clear()
        session = Session.open(engine, project_in(tmp_path / "old"))
        session.queue.make(order(session, 1))
        await asyncio.sleep(0.01)
        killed_at_work(session)
        (tmp_path / "old").rename(tmp_path / "new")
        await stopped(session)

        engine = FakeEngine()
        session = Session.open(engine, tmp_path / "new" / "a.laqta")
        await session.begin()
        await over(session.queue)
        (take,) = takes_of(session)
        assert take.parent == tmp_path / "new" / "a takes" and take.is_file()
        assert not (tmp_path / "old").exists()
        assert [each.name for each in take.parent.iterdir()] == [take.name]
        await session.close()

    live(scene)


def test_a_whole_take_that_moved_along_is_not_made_again(tmp_path: Path):
    async def scene() -> None:
        engine = FakeEngine()
        session = Session.open(engine, project_in(tmp_path / "old"))
        job = session.queue.make(order(session, 1))
        await over(session.queue)
        made = session.queue.job(job.id)
        session.undo()
        await session.close()
        file = ProjectFile.open(tmp_path / "old" / "a.laqta")
        file.jobs.put(job.id, encode(replace(made, state=session.queue.job(job.id).state)))
        row = order(session, 1, str(Path(made.path)))
        file.jobs.put(job.id, encode(replace(job, work=row)))
        file.close()
        (tmp_path / "old").rename(tmp_path / "new")

        engine = FakeEngine()
        session = Session.open(engine, tmp_path / "new" / "a.laqta")
        await session.begin()
        await over(session.queue)
        assert engine.maker.made == []
        assert takes_of(session) == [tmp_path / "new" / "a takes" / Path(made.path).name]
        await session.close()

    live(scene)


def test_what_a_take_goes_by_is_found_where_it_moved(tmp_path: Path):
    async def scene() -> None:
        path = project_in(tmp_path / "old")
        photo = tmp_path / "old" / "photo.png"
        photo.write_bytes(b"photo")
        engine = FakeEngine()
        media = (await engine.strips.probe(str(photo))).media
        session = Session.open(engine, path)
        shot = session.project.shot(SHOT)
        request = replace(shot.request, references=(Reference("first_frame", media),))
        session.apply(
            "Photo", lambda project: replace(project, shots=(replace(shot, request=request),))
        )
        await session.import_media(str(photo))
        session.queue.pause()
        session.queue.make(NewTake(SHOT, replace(request, model=WAN)))
        await session.close()
        (tmp_path / "old").rename(tmp_path / "new")

        session = Session.open(FakeEngine(), tmp_path / "new" / "a.laqta")
        await session.begin()
        (job,) = session.queue.jobs
        assert isinstance(job.work, NewTake)
        assert job.work.request.references[0].media.path == str(tmp_path / "new" / "photo.png")
        await session.close()

    live(scene)


def test_a_lost_file_keeps_no_take_from_being_found_after_two_moves(tmp_path: Path):
    async def scene() -> None:
        path, photo = project_in(tmp_path / "old"), tmp_path / "photo.png"
        photo.write_bytes(b"photo")
        session = Session.open(FakeEngine(), path)
        await session.import_media(str(photo))
        await session.close()
        photo.unlink()
        for before, after in (("old", "new"), ("new", "newer")):
            (tmp_path / before).rename(tmp_path / after)
            session = Session.open(FakeEngine(), tmp_path / after / "a.laqta")
            await session.begin()
            session.queue.make(order(session, 1))
            await over(session.queue)
            lost = {Path(each.path) for each in session.missing}
            assert photo in lost and not lost.intersection(takes_of(session))
            assert {take.parent for take in takes_of(session)} == {tmp_path / after / "a takes"}
            await session.close()

    live(scene)


def test_a_queue_outlives_kills_moves_and_copies(tmp_path: Path):
    path = project_in(tmp_path / "0")

    async def fill() -> None:
        session = Session.open(FakeEngine(), path)
        session.queue.pause()
        for seed in range(TAKES):
            session.queue.make(order(session, seed))
        await session.close()

    asyncio.run(fill())
    run = [sys.executable, "-c", MOVING, str(path), str(TAKES // 3)]
    told = subprocess.run(
        run, check=True, cwd=Path(__file__).parents[2], timeout=120, stdout=subprocess.PIPE
    )
    now = Path(told.stdout.decode())
    file = ProjectFile.open(now)
    takes = file.history().project.shot(SHOT).takes[1:]
    file.close()
    assert [take.recipe.request.seed for take in takes] == list(range(TAKES))
    files = {Path(take.facts.media.path) for take in takes if isinstance(take, Rendered)}
    assert len(files) == TAKES and files == set(takes_folder(now).iterdir())


TAKES = 30
MOVING = """
import asyncio, os, random, signal, sys, time
from pathlib import Path
from tests.app.test_moved_projects import go_on

path, chance = Path(sys.argv[1]), random.Random(4)
for number in range(1, int(sys.argv[2])):
    copy = path.with_name(f"copy {number}.laqta") if number % 3 == 0 else None
    child = os.fork()
    if child == 0:
        asyncio.run(go_on(path, copy))
        os._exit(0)
    time.sleep(chance.uniform(0.03, 0.2))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    path = copy if copy and copy.exists() else path
    if number % 2:
        folder = path.parent.with_name(str(number))
        path.parent.rename(folder)
        path = folder / path.name
asyncio.run(go_on(path, None))
print(path, end="")
"""


async def go_on(path: Path, copy: Path | None) -> None:
    """Open the project, make some of what waits, save it elsewhere, make the rest."""
    engine = FakeEngine()
    engine.maker.step = 0.001
    session = Session.open(engine, path)
    await session.begin()
    session.queue.resume()
    if copy is not None:
        await asyncio.sleep(0.02)
        session.save_as(copy)
    await over(session.queue)
    await session.close()


def test_a_take_never_goes_over_another_take_s_file(tmp_path: Path):
    async def scene() -> None:
        engine = FakeEngine()
        session = Session.open(engine, project_in(tmp_path / "old"))
        first = session.queue.make(order(session, 1))
        await over(session.queue)
        kept = Path(session.queue.job(first.id).path)
        before = kept.read_bytes()
        second = session.queue.make(order(session, 2, str(kept)))
        await over(session.queue)
        assert kept.read_bytes() == before
        assert takes_of(session) == [kept, Path(session.queue.job(second.id).path)]
        assert len(set(takes_of(session))) == 2
        await session.close()

    live(scene)


def test_a_full_disk_at_delivery_loses_no_take(tmp_path: Path, monkeypatch):
    async def scene() -> None:
        engine = FakeEngine()
        session = Session.open(engine, project_in(tmp_path / "old"))
        append, full = session._file.append, [True]

        def sometimes(label: str, project: Project) -> None:
            if full:
                raise FileRefused("disk_full", str(session.path))
            append(label, project)

        monkeypatch.setattr(session._file, "append", sometimes)
        job = session.queue.make(order(session, 1))
        await over(session.queue)
        state = session.queue.job(job.id).state
        assert isinstance(state, Failed) and state.reason == "disk_full"
        assert takes_of(session) == []
        full.clear()
        session.queue.retry(job.id)
        await over(session.queue)
        assert isinstance(session.queue.job(job.id).state, Made)
        assert len(engine.maker.made) == 1 and takes_of(session)[0].is_file()
        await session.close()

    live(scene)


def test_what_a_killed_studio_left_half_written_is_swept_up(tmp_path: Path):
    async def scene() -> None:
        path = project_in(tmp_path / "old")
        folder = tmp_path / "old" / "a takes"
        folder.mkdir()
        (folder / "shot-1 take 9.mp4.part").write_text("half")
        (folder / "mine.txt.part").write_text("not ours")
        session = Session.open(FakeEngine(), path)
        assert [each.name for each in folder.iterdir()] == ["mine.txt.part"]
        await session.close()

    live(scene)


def test_a_take_whose_folder_was_deleted_is_made_anew(tmp_path: Path):
    async def scene() -> None:
        engine = FakeEngine()
        session = Session.open(engine, project_in(tmp_path / "old"))
        job = session.queue.make(order(session, 1))
        await over(session.queue)
        shutil.rmtree(tmp_path / "old" / "a takes")
        engine.maker.fail_next = EngineFault("out_of_memory", "it")
        again = session.make_again(SHOT, 1)
        await over(session.queue)
        assert isinstance(session.queue.job(again.id).state, Failed)
        session.queue.retry(again.id)
        await over(session.queue)
        assert Path(session.queue.job(again.id).path).is_file()
        assert session.queue.job(job.id).path
        await session.close()

    live(scene)
