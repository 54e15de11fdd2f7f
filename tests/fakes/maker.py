"""A maker that behaves: it goes through every stage, refuses what isn't legal, writes a file.

The file holds the take's facts and recipe, so that another process can read them back.
"""

import asyncio
import hashlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import msgspec

from engine.contract.events import EngineFault
from engine.contract.making import Made, MakeProgress, Making, Stage
from engine.contract.media_facts import MediaFacts
from engine.contract.models import Model
from engine.contract.shot import MediaRef, Recipe
from engine.contract.time import Rate
from engine.contract.wire import decode, encode
from tests.fakes.models import FakeModels

HEAD = b"a fake take\n"
STAGES: tuple[Stage, ...] = ("loading", "encoding", "denoising", "denoising", "decoding", "writing")


class Written(msgspec.Struct, frozen=True):
    """What stands in a fake take's file."""

    facts: MediaFacts
    recipe: Recipe


class FakeMaker:
    """`step` is what each of its stages takes in seconds; hold it with `gate.clear()`.

    `fail_next` makes the next take fail half-way, `seconds` makes takes as short as that.
    """

    def __init__(self, models: FakeModels, version: str, step: float = 0.0) -> None:
        self._models, self._version, self.step = models, version, step
        self.gate = asyncio.Event()
        self.gate.set()
        self.fail_next: EngineFault | None = None
        self.seconds: Fraction | None = None
        self.made: list[Making] = []

    async def make(self, making: Making, report: Callable[[MakeProgress], None]) -> Made:
        """Six reports, then a file."""
        _refuse_illegal(making, self._models)
        part = Path(making.part_path)
        fault, self.fail_next = self.fail_next, None
        try:
            part.write_text("half a take")
            for done, stage in enumerate(STAGES):
                left, preview = self.step * (len(STAGES) - done), b""
                if stage == "denoising":
                    preview = f"jpeg {done}".encode()
                report(MakeProgress(stage, done, len(STAGES), left, preview))
                await asyncio.sleep(self.step)
                await self.gate.wait()
                if fault is not None and stage == "decoding":
                    raise fault
            written = self._written(making)
            part.write_bytes(HEAD + encode(written))
            part.replace(making.path)
        finally:
            part.unlink(missing_ok=True)
        self.made.append(making)
        return Made(written.facts, written.recipe)

    def _written(self, making: Making) -> Written:
        run, request = making.run, making.request
        weights, profile = making.weights.fingerprint, making.profile
        recipe = Recipe(request, self._version, weights, run, profile)
        identity = hashlib.sha256(encode(recipe)).hexdigest()
        seconds = self.seconds or max(request.seconds, run.rate.seconds(run.frames))
        facts = MediaFacts(
            MediaRef(making.path, identity), "video", seconds, run.width, run.height,
            Rate.of(run.frames / seconds), run.frames, sample_rate=48_000, channels=2,
        )  # fmt: skip
        return Written(facts, recipe)


def take_in(path: str) -> Written | None:
    """What a fake take's file holds; None for any other file."""
    content = Path(path).read_bytes()
    return decode(content[len(HEAD) :], Written) if content.startswith(HEAD) else None


def _refuse_illegal(making: Making, models: FakeModels) -> None:
    """As the engine does: it settles nothing itself."""
    model: Model | None = models.known.get(making.request.model)
    if model is None or model.weights is None:
        raise EngineFault("model_missing", making.request.model)
    run, ability = making.run, model.ability
    sizes, counts = ability.sizes, ability.counts
    legal = (
        run.task in ability.tasks,
        run.frames == counts.nearest(run.frames),
        run.rate == ability.rate,
        run.width % sizes.step == run.height % sizes.step == 0,
        min(run.width, run.height) >= sizes.least,
        run.width * run.height <= sizes.pixels,
        run.profile in [profile.name for profile in ability.profiles],
    )
    if not all(legal):
        raise EngineFault("model_unfit", repr(run), repr(legal))
