"""Takes lie beside their project, and go along when it gets its first place."""

import asyncio
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from msgspec.structs import replace

from app.flatten import plan_of
from app.jobs import Waiting
from app.library import with_paths
from app.project_file import ProjectFile
from app.session import Session
from app.take_files import takes_folder
from app.work import Export
from engine.contract.delivery import Delivery
from engine.contract.making import Made
from engine.contract.plan import MediaSource
from tests.fakes.documents import SHOT, film_of
from tests.fakes.engine import FakeEngine

WAN = "fake/wan-small"


def live(folder: Path, scene: Callable[[Session, FakeEngine], Awaitable[None]]) -> None:
    async def whole() -> None:
        engine = FakeEngine()
        session = Session.new(engine, folder / "recovery")
        session.apply("Film", lambda _: replace(film_of(30, 30), assets=()))
        await scene(session, engine)
        await session.close()

    asyncio.run(whole())


async def until(session: Session, fine: Callable[[], bool]) -> None:
    changed = asyncio.Event()
    session.queue.changed.connect(changed.set)
    while not fine():
        await asyncio.wait_for(changed.wait(), 10)
        changed.clear()


async def conformed(session: Session) -> Path:
    """One more take of the shot; its file."""
    (job,) = session.conform([SHOT], WAN)
    await until(session, lambda: session.queue.job(job.id).over)
    return Path(session.queue.job(job.id).path)


def shown(session: Session) -> set[str]:
    """The files that the film shows."""
    sources = [layer.source for layer in session.plan().layers]
    return {source.media.path for source in sources if isinstance(source, MediaSource)}


def test_takes_go_along_to_a_project_s_first_place(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        first, second = await conformed(session), await conformed(session)
        session.save_version("two takes")
        session.queue.pause()
        plan = plan_of(session.project)
        export = session.queue.export(plan, Delivery(str(tmp_path / "film.mp4")))
        assert first.parent == second.parent and first.parent.parent == tmp_path / "recovery"
        assert session.save_as(tmp_path / "sea.laqta")

        folder = tmp_path / "sea takes"
        assert {path.name for path in folder.iterdir()} == {first.name, second.name}
        assert not first.parent.exists()
        assert shown(session) == {str(folder / second.name)} and not session.missing
        session.undo()
        assert shown(session) == {str(folder / first.name)}
        session.restore_version(session.versions[0].number)
        assert not session.missing
        waiting = session.queue.job(export.id)
        assert waiting.state == Waiting() and isinstance(waiting.work, Export)
        sources = [layer.source for layer in waiting.work.plan.layers]
        assert {source.media.path for source in sources} == {str(folder / second.name)}
        assert [Path(job.path).parent for job in session.queue.jobs[:2]] == [folder] * 2

    live(tmp_path, scene)


def test_a_take_goes_over_no_other_file(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        take = await conformed(session)
        folder = tmp_path / "sea takes"
        folder.mkdir()
        (folder / take.name).write_text("another film's")
        assert session.save_as(tmp_path / "sea.laqta")
        assert (folder / take.name).read_text() == "another film's"
        assert shown(session) == {str(folder / f"{take.stem} (2).mp4")} and not session.missing

    live(tmp_path, scene)


def test_a_take_in_the_making_comes_to_the_new_place_too(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        engine.maker.gate.clear()
        (job,) = session.conform([SHOT], WAN)
        await asyncio.sleep(0.01)
        assert session.save_as(tmp_path / "sea.laqta")
        engine.maker.gate.set()
        await until(session, lambda: session.queue.job(job.id).over)
        made = session.queue.job(job.id).state
        assert isinstance(made, Made) and Path(made.facts.media.path).is_file()
        assert Path(made.facts.media.path).parent == tmp_path / "sea takes"
        assert shown(session) == {made.facts.media.path}
        assert not list((tmp_path / "recovery").rglob("*.mp4"))

    live(tmp_path, scene)


def test_a_copy_of_a_saved_project_owns_its_takes(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        assert session.save_as(tmp_path / "sea.laqta")
        first, second = await conformed(session), await conformed(session)
        session.save_version("two takes")
        project = session.project
        assert session.save_as(tmp_path / "copy.laqta")

        folder = tmp_path / "copy takes"
        assert names(folder) == names(first.parent) == {first.name, second.name}
        assert shown(session) == {str(folder / second.name)}
        sea = ProjectFile.open(tmp_path / "sea.laqta")
        assert sea.history().project == project and sea.rendered() == {first, second}
        sea.close()
        shutil.rmtree(tmp_path / "sea takes")
        (tmp_path / "sea.laqta").unlink()
        session.undo()
        assert shown(session) == {str(folder / first.name)} and not session.missing
        session.restore_version(session.versions[0].number)
        assert not session.missing
        assert [Path(job.path).parent for job in session.queue.jobs] == [folder] * 2

    live(tmp_path, scene)


def test_a_copy_brings_takes_along_from_wherever_they_lie(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        assert session.save_as(tmp_path / "sea.laqta")
        take = await conformed(session)
        elsewhere = take.rename(tmp_path / take.name)
        moved = {session.missing[0].identity: str(elsewhere)}
        session.apply("Find media", lambda project: with_paths(project, moved))
        assert session.save_as(tmp_path / "copy.laqta")
        assert shown(session) == {str(tmp_path / "copy takes" / take.name)}
        assert elsewhere.is_file()

    live(tmp_path, scene)


def test_takes_are_copied_where_they_can_t_be_linked(tmp_path: Path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    async def scene(session: Session, engine: FakeEngine) -> None:
        assert session.save_as(tmp_path / "sea.laqta")
        take = await conformed(session)
        monkeypatch.setattr(os, "link", refuse)
        assert session.save_as(tmp_path / "copy.laqta")
        copy = tmp_path / "copy takes" / take.name
        assert copy.read_bytes() == take.read_bytes() and not copy.samefile(take)
        assert names(copy.parent) == {take.name}

    live(tmp_path, scene)


def test_a_save_that_fails_takes_nothing_along(tmp_path: Path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    async def scene(session: Session, engine: FakeEngine) -> None:
        assert session.save_as(tmp_path / "sea.laqta")
        take, other = await conformed(session), tmp_path / "copy takes"
        other.mkdir()
        os.link(take, other / take.name)
        session.trouble.connect(troubles.append)
        monkeypatch.setattr("app.project_file._swap", refuse)
        assert not session.save_as(tmp_path / "copy.laqta")
        assert session.path == tmp_path / "sea.laqta" and shown(session) == {str(take)}
        assert names(other) == {take.name}
        other.joinpath(take.name).unlink()
        assert not session.save_as(tmp_path / "copy.laqta")
        assert not other.exists()

    troubles: list[object] = []
    live(tmp_path, scene)
    assert len(troubles) == 2


def test_what_waits_goes_on_in_the_copy_alone(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        assert session.save_as(tmp_path / "sea.laqta")
        engine.maker.gate.clear()
        running, waiting = session.conform([SHOT], WAN) + session.conform([SHOT], WAN)
        await asyncio.sleep(0.01)
        assert session.save_as(tmp_path / "copy.laqta")
        sea = Session.open(engine, tmp_path / "sea.laqta")
        assert sea.queue.paused
        assert [job.state for job in sea.queue.jobs] == [Waiting(), Waiting()]
        assert not any(job.path for job in sea.queue.jobs)
        await sea.close()
        engine.maker.gate.set()
        await until(session, lambda: all(job.over for job in session.queue.jobs))
        folder = tmp_path / "copy takes"
        paths = [Path(session.queue.job(each.id).path) for each in (running, waiting)]
        assert {path.parent for path in paths} == {folder} and len(names(folder)) == 2

    live(tmp_path, scene)


SAVE = """
import asyncio, os, random, signal, sys, time
from pathlib import Path
from app.session import Session
from tests.fakes.engine import FakeEngine

folder = Path(sys.argv[1])

async def save(number):
    session = Session.open(FakeEngine(), folder / "sea.laqta")
    session.save_as(folder / f"copy {number}.laqta")

for number in range(int(sys.argv[2])):
    child = os.fork()
    if child == 0:
        asyncio.run(save(number % 4))
        os._exit(0)
    time.sleep(random.Random(number).uniform(0.002, 0.15))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
asyncio.run(save(0))
"""


def test_a_kill_while_saving_leaves_each_project_whole(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        assert session.save_as(tmp_path / "sea.laqta")
        for _ in range(12):
            await conformed(session)

    live(tmp_path, scene)
    run = [sys.executable, "-c", SAVE, str(tmp_path), "24"]
    subprocess.run(run, check=True, cwd=Path(__file__).parents[2], timeout=120)
    saved = sorted(tmp_path.glob("*.laqta"))
    assert len(saved) > 1
    for path in saved:
        file = ProjectFile.open(path)
        takes = file.rendered()
        file.close()
        assert len(takes) == 12 and all(take.is_file() for take in takes)
        assert {take.parent for take in takes} == {takes_folder(path)}
        assert names(takes_folder(path)) == {take.name for take in takes}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
