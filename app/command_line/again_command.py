"""create --again: a take is made once more by the recipe that its film carries."""

from argparse import Namespace
from typing import Any

from msgspec.structs import replace

from app.command_line.answer import film_answer
from app.command_line.bad_input import BadInput
from app.command_line.given import given
from app.command_line.progress_meter import Meter
from app.command_line.take_making import made_take
from app.command_line.target import delivery_to, readable
from app.flatten import shot_plan
from app.model_shelf import ModelShelf, making_of
from engine.contract.delivery import Delivery
from engine.contract.engine import Engine
from engine.contract.shot import Recipe

OWN = {"prompt", "again", "output", "json"}


async def make_again(order: Namespace, engine: Engine, meter: Meter) -> dict[str, Any]:
    """The answer about the take at order.output. Raises BadInput and EngineFault."""
    for name in given(order) - OWN:
        raise BadInput(f"--again makes the take as it was; leave --{name} away.")
    source = readable(order.again)
    delivery = delivery_to(order.output, (source,))
    recipe = await engine.strips.recipe(str(source))
    if recipe is None:
        raise BadInput(f"{order.again} carries no recipe; give a take that Laqta made.")
    if recipe.run is None:
        return await _drawn_again(recipe, delivery, order.output, engine, meter)
    return await _made_again(recipe, delivery, order.output, engine, meter)


async def _drawn_again(
    recipe: Recipe, delivery: Delivery, path: str, engine: Engine, meter: Meter
) -> dict[str, Any]:
    plan = shot_plan(recipe.request)
    await engine.export(plan, delivery, meter.report)
    return film_answer(path, plan)


async def _made_again(
    recipe: Recipe, delivery: Delivery, path: str, engine: Engine, meter: Meter
) -> dict[str, Any]:
    if not delivery.is_mp4:
        raise BadInput(f"A model's take is an MP4, not {path}; give it such a name.")
    model, weights = await ModelShelf(engine).at_hand(recipe.request.model)
    if weights.fingerprint != recipe.model_hash:
        meter.note(f"The weights of {model.name} are not the ones of that take: it will differ.")
    if engine.version != recipe.engine_version:
        meter.note(f"That take was made by version {recipe.engine_version}: it may differ.")
    assert recipe.run is not None
    making = making_of(model, recipe.request, recipe.run, delivery.path)
    return await made_take(replace(making, weights=weights), path, engine, meter)
