"""A take that a model makes right here, for every command that makes some."""

import os
from argparse import Namespace
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from app.command_line.answer import facts_answer
from app.command_line.bad_input import BadInput
from app.command_line.named_model import model_at_hand
from app.command_line.progress_meter import Meter
from app.makings import made_in_spite, told
from app.model_limits import settle
from app.model_shelf import making_of
from engine.contract.delivery import Delivery
from engine.contract.engine import Engine
from engine.contract.events import EngineFault
from engine.contract.making import Made, Making
from engine.contract.shot import ShotRequest


async def settled_making(
    order: Namespace, request: ShotRequest, delivery: Delivery, engine: Engine
) -> tuple[Making, tuple[str, ...]]:
    """What the maker is to do, and a sentence for each change to what was ordered.

    Raises BadInput and EngineFault.
    """
    if not delivery.is_mp4:
        raise BadInput(f"A model's take is an MP4, not {order.output}; give it such a name.")
    if order.look:
        raise BadInput("--look is for drafts; make the take first, and give it to clip --look.")
    model, _ = await model_at_hand(engine, request.model)
    run, notes = settle(request, model.ability, order.profile, order.framing, order.strength)
    return making_of(model, request, run, delivery.path), tuple(map(told, notes))


async def made_take(
    making: Making, path: str, engine: Engine, meter: Meter, notes: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The finished take at `path`, as the answer tells it; `notes` are told before it is begun.

    Raises EngineFault.
    """
    for note in notes:
        meter.note(note)
    made = await _made_aside(making, engine, meter)
    for note in made.notes:
        meter.note(note)
    return {"path": path} | take_answer(replace(made, notes=(*notes, *made.notes)))


async def _made_aside(making: Making, engine: Engine, meter: Meter) -> Made:
    """The take, made under a name of this process alone: another one may write the same film."""
    place = Path(making.path)
    aside = place.with_name(f".laqta-{os.getpid()}{place.suffix}")
    try:
        made = await made_in_spite(engine, replace(making, path=str(aside)), meter.report)
        aside.replace(place)
    except EngineFault as fault:
        subject = fault.subject.removesuffix(".part").replace(str(aside), making.path)
        raise EngineFault(fault.reason, subject, fault.detail) from fault
    finally:
        aside.unlink(missing_ok=True)
    return made


def take_answer(made: Made) -> dict[str, Any]:
    """What a take's file holds, and what made it."""
    request, run = made.recipe.request, made.recipe.run
    return facts_answer(made.facts) | {
        "model": request.model,
        "model_hash": made.recipe.model_hash,
        "prompt": request.prompt,
        "seed": request.seed,
        "task": run.task if run else None,
        "profile": run.profile if run else None,
        "framing": run.framing if run else False,
        "notes": list(made.notes),
    }
