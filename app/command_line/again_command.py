"""create --again: a take is made once more by the recipe that its film carries."""

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from app.command_line.answer import film_answer
from app.command_line.bad_input import BadInput
from app.command_line.given import given
from app.command_line.named_model import model_at_hand
from app.command_line.progress_meter import Meter
from app.command_line.take_making import made_take
from app.command_line.target import delivery_to, readable
from app.flatten import shot_plan
from app.model_shelf import made_by, making_of, of_id
from engine.contract.delivery import Delivery
from engine.contract.engine import Engine
from engine.contract.models import Model, Weights
from engine.contract.shot import Recipe

OWN = {"prompt", "again", "output", "json"}


async def make_again(order: Namespace, engine: Engine, meter: Meter) -> dict[str, Any]:
    """The answer about the take at order.output. Raises BadInput and EngineFault."""
    for name in sorted(given(order) - OWN):
        raise BadInput(f"--again makes the take as it was; leave --{name} away.")
    source = readable(order.again)
    delivery_to(order.output, (source,))
    recipe = await engine.strips.recipe(str(source))
    if recipe is None:
        raise BadInput(f"{order.again} carries no recipe; give a take that Laqta made.")
    files = [readable(each.media.path) for each in recipe.request.references]
    delivery = delivery_to(order.output, (source, *files))
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
    model, weights = await _same_model(recipe, engine)
    notes = tuple(_differences(recipe, model, weights, engine.version))
    assert recipe.run is not None
    profile = made_by(model, recipe.run, recipe.profile)
    making = making_of(model, recipe.request, recipe.run, delivery.path, profile)
    return await made_take(replace(making, weights=weights), path, engine, meter, notes)


async def _same_model(recipe: Recipe, engine: Engine) -> tuple[Model, Weights]:
    """The model that made the take, whatever it is called here. Raises BadInput."""
    models = await engine.models.all()
    same = [
        each for each in models if each.weights and each.weights.fingerprint == recipe.model_hash
    ]
    model = of_id(same, recipe.request.model) or next(iter(same), None)
    if model is None or model.weights is None:
        return await model_at_hand(engine, recipe.request.model)
    return model, model.weights


def _differences(recipe: Recipe, model: Model, weights: Weights, version: str) -> Iterator[str]:
    """Why the take won't come out as it was, a sentence each."""
    if weights.fingerprint != recipe.model_hash:
        yield f"The weights of {model.name} are not the ones of that take: it will differ."
    if version != recipe.engine_version:
        yield f"That take was made by version {recipe.engine_version}: it may differ."
