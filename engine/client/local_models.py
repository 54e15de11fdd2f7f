"""The models that there are: looked up on a thread, brought and checked in child processes."""

import asyncio
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from engine.client.porter_child import PorterChild
from engine.contract.events import Progress
from engine.contract.making import Making
from engine.contract.models import Forecast, Model
from engine.contract.supply import Supply
from engine.messages import Checked, CheckModel, Fetched, GetModel, WeighModel
from engine.models.places import models_home

if TYPE_CHECKING:
    from engine.models.store import Store


class LocalModels:
    """See engine.contract.engine.Models. `home` is the store's folder, if not its usual one."""

    def __init__(self, home: Path | None = None) -> None:
        self._home = home or models_home()

    @cached_property
    def _store(self) -> "Store":
        """For threads alone: what it imports would hold a window's start up."""
        from engine.models.store import Store

        return Store(self._home)

    async def all(self) -> tuple[Model, ...]:
        """The catalogue's in its order, then those that were added from a disk."""
        return await asyncio.to_thread(lambda: self._store.all())

    async def add(self, path: str) -> Model:
        """Take in weights that lie on this machine."""
        return await asyncio.to_thread(lambda: self._store.add(path))

    async def weigh(self, model_id: str) -> Model:
        """Ask for a model's listing in a child process of its own."""
        order = WeighModel(model_id, str(self._home))
        match await PorterChild(order).finish():
            case Fetched(model):
                return model
            case answer:
                raise TypeError(f"a porter answered {answer!r}")

    async def get(self, model_id: str, report: Callable[[Progress], None], into: str = "") -> Model:
        """Download a model in a child process of its own."""
        order = GetModel(model_id, str(self._home), into)
        match await PorterChild(order, report).finish():
            case Fetched(model):
                return model
            case answer:
                raise TypeError(f"a porter answered {answer!r}")

    async def supply(self, model_id: str = "") -> Supply:
        """Where models come from, and the folders that this one or any may go into."""
        return await asyncio.to_thread(lambda: _supply(self._store, model_id))

    async def check(self, model_id: str) -> tuple[str, ...]:
        """Read every file again in a child process of its own."""
        await asyncio.to_thread(lambda: self._store.kept(model_id))
        order = CheckModel(model_id, str(self._home))
        match await PorterChild(order).finish():
            case Checked(complaints):
                return complaints
            case answer:
                raise TypeError(f"a porter answered {answer!r}")

    async def forecast(self, making: Making) -> Forecast:
        """What this take would cost on this machine, from the headers of its weights."""
        return await asyncio.to_thread(_forecast, making)


def _supply(store: "Store", model_id: str) -> Supply:
    from engine.models.supplying import supply

    return supply(store, model_id)


def _forecast(making: Making) -> Forecast:
    from engine.models.forecasting import forecast

    return forecast(making)
