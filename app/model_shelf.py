"""What the studio knows of models: which there are, which are here, what a take would cost."""

from collections.abc import Iterable

from msgspec.structs import replace
from psygnal import Signal

from app.model_limits import ProfileName, settle
from engine.contract.engine import Engine
from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Forecast, Model, Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest

NOWHERE = Weights("", 0, "")


class ModelShelf:
    """The models as they were at the last refresh(). Call it on the event loop's thread."""

    changed = Signal()

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._all: tuple[Model, ...] = ()

    @property
    def all(self) -> tuple[Model, ...]:
        """The catalogue's in its order, then those that were added from a disk."""
        return self._all

    @property
    def here(self) -> tuple[Model, ...]:
        """Those whose weights lie on this machine."""
        return tuple(model for model in self._all if model.weights is not None)

    async def refresh(self) -> None:
        """Look again at what there is."""
        models = await self._engine.models.all()
        if models != self._all:
            self._all = models
            self.changed.emit()

    async def add(self, path: str) -> Model:
        """Take in weights that lie on this machine. Raises EngineFault."""
        model = await self._engine.models.add(path)
        await self.refresh()
        return model

    async def weigh(self, model_id: str) -> Model:
        """Ask how large a model's download truly is. Raises EngineFault."""
        model = await self._engine.models.weigh(model_id)
        await self.refresh()
        return model

    async def check(self, model_id: str) -> tuple[str, ...]:
        """Read every file of a model again; a sentence for each that isn't as it should be."""
        wrong = await self._engine.models.check(model_id)
        await self.refresh()
        return wrong

    async def find(self, model_id: str) -> Model:
        """The model of this id in any case of its letters, looked for anew if it isn't known.

        Raises EngineFault model_missing.
        """
        if of_id(self._all, model_id) is None:
            await self.refresh()
        if found := of_id(self._all, model_id):
            return found
        raise EngineFault("model_missing", model_id)

    async def at_hand(self, model_id: str) -> tuple[Model, Weights]:
        """A model whose weights are here now. Raises EngineFault model_missing."""
        model = await self.find(model_id)
        if model.weights is None:
            await self.refresh()
            model = await self.find(model_id)
        if model.weights is None:
            raise EngineFault("model_missing", model.name)
        return model, model.weights

    async def forecast(
        self,
        request: ShotRequest,
        model_id: str,
        profile: ProfileName = "quality",
        framing: bool = False,
    ) -> Forecast:
        """What a take of this request would cost on this machine. Raises EngineFault."""
        model = await self.find(model_id)
        run, _ = settle(request, model.ability, profile, framing)
        return await self._engine.models.forecast(making_of(model, request, run, ""))


def of_id(models: Iterable[Model], model_id: str) -> Model | None:
    """The one of these that is called so, in any case of its letters."""
    wanted = model_id.casefold()
    return next((model for model in models if model.id.casefold() == wanted), None)


def making_of(
    model: Model, request: ShotRequest, run: ModelRun, path: str, profile: Profile | None = None
) -> Making:
    """What the maker is asked for, by this profile or the catalogue's; `path` is "" where only its
    cost is asked."""
    asked = replace(request, model=model.id)
    return Making(asked, model.weights or NOWHERE, run, path, profile or profile_of(model, run))


def made_by(model: Model, run: ModelRun, said: Profile | None) -> Profile | None:
    """The profile of a finished take whose recipe has `said` so; one that says none is from before
    there were step caches."""
    known = said or profile_of(model, run)
    return known if said or known is None else replace(known, cache=0.0)


def profile_of(model: Model, run: ModelRun) -> Profile | None:
    """The catalogue's way to run the model."""
    named = (each for each in model.ability.profiles if each.name == run.profile)
    return next(named, None)
