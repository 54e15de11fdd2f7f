"""Takes lie beside their project, and go along when it gets its first place."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from msgspec.structs import replace

from app.flatten import plan_of
from app.jobs import Waiting
from app.project_file import ProjectFile
from app.session import Session
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


def test_a_copy_of_a_saved_project_shows_the_same_takes(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        assert session.save_as(tmp_path / "sea.laqta")
        take = await conformed(session)
        assert session.save_as(tmp_path / "copy.laqta")
        assert shown(session) == {str(take)} and take.parent == tmp_path / "sea takes"
        first = ProjectFile.open(tmp_path / "sea.laqta")
        assert first.history().project == session.project
        first.close()

    live(tmp_path, scene)
