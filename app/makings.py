"""Jobs that make takes: from an order to a file beside the project and a take in its shot."""

from collections.abc import Callable, Collection
from pathlib import Path

from msgspec.structs import replace

from app.errors import filled
from app.limits import Note
from app.model_limits import SettledRun, settle
from app.model_shelf import ModelShelf, made_by, making_of
from app.work import Download, NewTake
from engine.contract.engine import Engine
from engine.contract.events import Done, EngineFault, Progress
from engine.contract.making import Made, MakeProgress, Making
from engine.contract.models import Model
from engine.contract.shot import ShotRequest

DIED = "The engine stopped in the middle of it, so the take was begun anew."

Deliver = Callable[[NewTake, Made], Made]
"""Puts a finished take into its shot; the take as it is there, with what was in the way."""


class Makings:
    """Makes takes one after the other. `folder` is asked anew for each, `deliver` is called once.

    A file that a crash left whole is taken as it is rather than made a second time.
    """

    def __init__(
        self, engine: Engine, shelf: ModelShelf, folder: Callable[[], Path], deliver: Deliver
    ) -> None:
        self._engine, self._shelf = engine, shelf
        self._folder, self._deliver = folder, deliver

    def placed(self, work: NewTake, taken: Collection[str] = ()) -> NewTake:
        """The work with a file of its own beside the project: shot-3 take 1.mp4.

        One that it had elsewhere, before the project was moved, may have come along.
        """
        folder, had = self._folder().absolute(), Path(work.path)
        if work.path and (had.parent == folder or (folder / had.name).is_file()):
            return replace(work, path=str(folder / had.name))
        number = 1
        while _is_taken(path := folder / f"{work.shot} take {number}.mp4", taken):
            number += 1
        return replace(work, path=str(path))

    async def make(self, work: NewTake, report: Callable[[MakeProgress], None]) -> Made:
        """The finished take, which its shot has. Raises EngineFault; cancelling leaves nothing."""
        made = await self._left_whole(work)
        if made is None:
            work = self._spared(work)
            made = await self._made(work, report)
        return self._deliver(work, made)

    async def fetch(self, work: Download, report: Callable[[Progress], None]) -> Done:
        """A model's download, done. Raises EngineFault; cancelling keeps what has come."""
        model = await self._engine.models.get(work.model, report, work.into)
        await self._shelf.refresh()
        return Done(model.weights.folder if model.weights else "", 0)

    async def _made(self, work: NewTake, report: Callable[[MakeProgress], None]) -> Made:
        model, _ = await self._shelf.at_hand(work.request.model)
        run, notes = _settled(work, model)
        _make_folder(Path(work.path).parent)
        profile = made_by(model, run, work.made_by) if work.run else None
        making = making_of(model, work.request, run, work.path, profile)
        made = await made_in_spite(self._engine, making, report)
        return replace(made, notes=(*map(told, notes), *made.notes))

    async def _left_whole(self, work: NewTake) -> Made | None:
        """What an earlier run of the same work finished without being able to tell."""
        if not Path(work.path).is_file():
            return None
        try:
            recipe = await self._engine.strips.recipe(work.path)
            if recipe is None or not _is_same(recipe.request, work.request):
                return None
            return Made(await self._engine.strips.probe(work.path), recipe)
        except EngineFault:
            return None

    def _spared(self, work: NewTake) -> NewTake:
        """The work with another file where one is in its place, which may be a take's only one."""
        return self.placed(replace(work, path="")) if Path(work.path).exists() else work


async def made_in_spite(
    engine: Engine, making: Making, report: Callable[[MakeProgress], None]
) -> Made:
    """A maker that dies is no reason to lose a take: a new one tries it once more.

    Raises EngineFault.
    """
    try:
        return await engine.maker.make(making, report)
    except EngineFault as fault:
        if fault.reason != "engine_died":
            raise
    made = await engine.maker.make(making, report)
    return replace(made, notes=(DIED, *made.notes))


def told(note: Note) -> str:
    """The note as an English sentence."""
    return filled(note.sentence, note.subject)


def _settled(work: NewTake, model: Model) -> SettledRun:
    if work.run is not None:
        return SettledRun(work.run, ())
    return settle(work.request, model.ability, work.profile, work.framing, work.strength)


def _is_same(request: ShotRequest, other: ShotRequest) -> bool:
    """Whether both ask for the same, wherever the files lie that they go by."""
    return _placeless(request) == _placeless(other)


def _placeless(request: ShotRequest) -> ShotRequest:
    references = tuple(
        replace(each, media=replace(each.media, path="")) for each in request.references
    )
    return replace(request, references=references)


def _is_taken(path: Path, taken: Collection[str]) -> bool:
    return str(path) in taken or path.exists() or path.with_name(f"{path.name}.part").exists()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EngineFault("not_writable", str(folder), str(error)) from error
