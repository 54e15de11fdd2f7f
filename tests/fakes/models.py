"""Models that behave: a catalogue of three, of which two are here, one to be downloaded."""

import asyncio
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from engine.contract.events import EngineFault, Progress
from engine.contract.making import Making
from engine.contract.models import (
    Ability,
    Counts,
    Forecast,
    Licence,
    Model,
    Profile,
    Sizes,
    Task,
    Weights,
)
from engine.contract.supply import Room, Supply
from engine.contract.time import Rate

FAST, QUALITY = Profile("fast", 4, 1.0), Profile("quality", 40, 5.0)
WAN = Ability(
    tasks=("text", "image", "first_last", "references", "video", "control"),
    counts=Counts(4, 1, 5, 1001),
    sizes=Sizes(16, 64, 1280 * 720, (832, 480)),
    rate=Rate(16),
    profiles=(FAST, QUALITY),
)
LTX = Ability(
    tasks=("text", "image", "keyframes"),
    counts=Counts(8, 1, 9, 257),
    sizes=Sizes(32, 64, 1920 * 1088, (1216, 704)),
    rate=Rate(24),
    profiles=(QUALITY,),
    sound=True,
)
BYTES = 5_700_000_000


def fake_model(model_id: str, ability: Ability, here: bool = True) -> Model:
    """A model of the catalogue."""
    weights = Weights(f"/models/{model_id}", BYTES, f"fingerprint of {model_id}")
    licence = Licence("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0")
    name = model_id.rpartition("/")[2]
    family = name.partition("-")[0]
    here_now = weights if here else None
    return Model(model_id, name, family, ability, licence, BYTES, here_now, f"fake/{name}")


class FakeModels:
    """`fail_next` makes the next download or addition fail; `gate` holds downloads up.

    `supplied` is where they come from and go, `pace` how many seconds they say they have left.
    """

    def __init__(self) -> None:
        self.known = {
            model.id: model
            for model in (
                fake_model("fake/wan-small", WAN),
                fake_model("fake/ltx-sound", LTX),
                fake_model("fake/wan-far", WAN, here=False),
            )
        }
        self.fail_next: EngineFault | None = None
        self.pace: float | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        rooms = (Room("/models", 90 * 10**9), Room("/films/models", 2 * 10**9))
        self.supplied = Supply("https://huggingface.co", False, False, rooms)

    async def all(self) -> tuple[Model, ...]:
        """The catalogue, then what was added."""
        await asyncio.sleep(0)
        return tuple(self.known.values())

    async def add(self, path: str) -> Model:
        """Any folder that exists is one more small model."""
        await self._turn()
        if not Path(path).exists():
            raise EngineFault("media_missing", path)
        model = fake_model(f"local/{Path(path).name}", WAN)
        self.known[model.id] = replace(model, weights=replace(model.weights, folder=path))
        return self.known[model.id]

    async def weigh(self, model_id: str) -> Model:
        """A little more than was published."""
        await self._turn()
        model = replace(self._found(model_id), bytes=BYTES + 10**8, revision="a" * 40)
        self.known[model_id] = model
        return model

    async def get(self, model_id: str, report: Callable[[Progress], None], into: str = "") -> Model:
        """Four reports, then it is here."""
        model = self._found(model_id)
        for quarter in range(5):
            report(Progress(BYTES * quarter // 4, BYTES, self.pace))
            await self._turn()
            await self.gate.wait()
        folder = f"{into or '/models'}/{model_id}"
        weights = Weights(folder, BYTES, f"fingerprint of {model_id}")
        self.known[model_id] = replace(model, weights=weights)
        return self.known[model_id]

    async def supply(self, model_id: str = "") -> Supply:
        """Two drives, one of which is nearly full, and the usual server."""
        await asyncio.sleep(0)
        return self.supplied

    async def check(self, model_id: str) -> tuple[str, ...]:
        """Every model is whole."""
        await self._turn()
        self._found(model_id)
        return ()

    async def forecast(self, making: Making) -> Forecast:
        """A second for each step and every 16 frames."""
        await self._turn()
        steps = making.profile.steps if making.profile else 40
        seconds = Fraction(steps * making.run.frames, 16)
        return Forecast(float(seconds), 8 << 30, 6 << 30, "cuda", "bfloat16", "group")

    def _found(self, model_id: str) -> Model:
        if model_id not in self.known:
            raise EngineFault("model_unknown", model_id)
        return self.known[model_id]

    async def _turn(self) -> None:
        await asyncio.sleep(0)
        if self.fail_next is not None:
            fault, self.fail_next = self.fail_next, None
            raise fault


def serving(*tasks: Task) -> Ability:
    """The ability of a model that does nothing but these."""
    return replace(WAN, tasks=tasks)
