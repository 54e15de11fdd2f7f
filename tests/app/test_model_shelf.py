"""The shelf knows the models that there are, and what a take with one would cost."""

import asyncio
from collections.abc import Awaitable, Callable
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.model_shelf import ModelShelf, made_by, making_of
from engine.contract.events import EngineFault
from engine.contract.models import Profile
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from tests.fakes.engine import FakeEngine

WAN, FAR = "fake/wan-small", "fake/wan-far"
REQUEST = ShotRequest("a calm sea", Fraction(2))


def live(scene: Callable[[ModelShelf, FakeEngine], Awaitable[None]]) -> None:
    async def whole() -> None:
        engine = FakeEngine()
        await scene(ModelShelf(engine), engine)

    asyncio.run(whole())


def test_it_tells_when_it_changed_and_only_then(tmp_path: Path):
    async def scene(shelf: ModelShelf, engine: FakeEngine) -> None:
        told: list[int] = []
        shelf.changed.connect(lambda: told.append(len(shelf.all)))
        await shelf.refresh()
        await shelf.refresh()
        added = await shelf.add(str(tmp_path))
        assert told == [3, 4] and added in shelf.here
        with pytest.raises(EngineFault, match="media_missing"):
            await shelf.add(str(tmp_path / "nothing"))

    live(scene)


def test_a_model_is_at_hand_only_where_its_weights_are():
    async def scene(shelf: ModelShelf, engine: FakeEngine) -> None:
        _, weights = await shelf.at_hand(WAN)
        assert weights.fingerprint == f"fingerprint of {WAN}"
        for missing in (FAR, "sora"):
            with pytest.raises(EngineFault, match="model_missing"):
                await shelf.at_hand(missing)
        await engine.models.get(FAR, lambda progress: None)
        model, _ = await shelf.at_hand(FAR)
        assert model.id == FAR

    live(scene)


def test_a_forecast_is_asked_for_the_settled_run_of_a_model_here_or_not():
    async def scene(shelf: ModelShelf, engine: FakeEngine) -> None:
        fast = await shelf.forecast(REQUEST, WAN, "fast")
        slow = await shelf.forecast(REQUEST, FAR, "quality")
        assert (fast.seconds, slow.seconds) == (4 * 33 / 16, 40 * 33 / 16)

    live(scene)


def test_an_order_carries_the_model_s_own_way_to_run(tmp_path: Path):
    async def scene(shelf: ModelShelf, engine: FakeEngine) -> None:
        model = await shelf.find(WAN)
        run = ModelRun("text", 832, 480, 33, Rate(16), "fast")
        making = making_of(model, REQUEST, run, str(tmp_path / "take.mp4"))
        assert making.profile and making.profile.steps == 4
        assert making.request == replace(REQUEST, model=WAN)

    live(scene)


def test_a_take_is_made_again_by_the_profile_of_its_recipe():
    async def scene(shelf: ModelShelf, engine: FakeEngine) -> None:
        model, run = await shelf.find(WAN), ModelRun("text", 832, 480, 33, Rate(16), "fast")
        now = Profile("fast", 20, 5.0, cache=0.1)
        model = replace(model, ability=replace(model.ability, profiles=(now,)))
        once = Profile("fast", 25, 4.0, cache=0.05)
        assert made_by(model, run, once) == once
        # Its recipe is from before there were step caches.
        assert made_by(model, run, None) == Profile("fast", 20, 5.0)
        assert made_by(model, replace(run, profile="quality"), None) is None

    live(scene)


@pytest.mark.parametrize("change", [{"frames": 32}, {"width": 831}, {"rate": Rate(24)}])
def test_the_fake_maker_refuses_what_an_engine_would(tmp_path: Path, change: dict[str, object]):
    async def scene(shelf: ModelShelf, engine: FakeEngine) -> None:
        run = replace(ModelRun("text", 832, 480, 33, Rate(16)), **change)
        order = making_of(await shelf.find(WAN), REQUEST, run, str(tmp_path / "take.mp4"))
        with pytest.raises(EngineFault, match="model_unfit"):
            await engine.maker.make(order, lambda progress: None)
        assert list(tmp_path.iterdir()) == []

    live(scene)
