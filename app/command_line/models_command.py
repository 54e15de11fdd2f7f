"""models: which there are, what they may be used for, and bringing them here."""

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from app.command_line.amounts import amount, amount_come
from app.command_line.answer import json_text
from app.command_line.bad_input import BadInput, PartlyDone, one_sentence
from app.command_line.named_model import absence, named_model
from app.command_line.progress_meter import Meter
from app.errors import trouble_of
from engine.contract.engine import Engine
from engine.contract.events import EngineFault
from engine.contract.models import Licence, Model

COMMIT_LETTERS = 40


async def models(order: Namespace, engine: Engine, meter: Meter) -> str:
    """Do what was asked; the answer is for a person, or JSON."""
    match order.action:
        case "get":
            return await _get(order, engine, meter)
        case "add":
            return await _add(order, engine)
        case "check":
            return await _check(order, engine, meter)
        case _:
            every = await engine.models.all()
            return json_text({"models": _plain(every)}) if order.json else "\n".join(rows(every))


def rows(every: Sequence[Model]) -> list[str]:
    """A line for each model in columns, and lines below it about what is forbidden."""
    cells = [("", "id", "size", "licence", "made from")]
    cells += [
        ("✓" if model.weights else "", model.id, size(model), model.licence.name, _from(model))
        for model in every
    ]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines: list[str] = []
    for row, model in zip(cells, (None, *every), strict=True):
        padded = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        lines.append("  ".join(padded).rstrip())
        lines += [f"     {line}" for line in (terms(model.licence) if model else ())]
    return lines


def size(model: Model) -> str:
    """What it takes on a disk, or what its download is said to take."""
    if not model.bytes:
        return "size unknown"
    exact = model.weights or len(model.revision) == COMMIT_LETTERS
    return amount(model.bytes) if exact else f"about {amount(model.bytes)}"


def terms(licence: Licence) -> list[str]:
    """Where the model may not be used and what else its licence forbids, a sentence a line."""
    where = [f"It may not be used in: {', '.join(licence.barred)}."] if licence.barred else []
    return [*where, *licence.limits]


async def _get(order: Namespace, engine: Engine, meter: Meter) -> str:
    model = await named_model(engine, order.id)
    if model.weights is None and not model.repository:
        raise BadInput(absence(model))
    if model.weights is None:
        _show_terms(model, order.accepted, meter)
        into = _folder(order.into)
        meter.stopped = "Stopped; what has come is kept."
        model = await engine.models.get(
            model.id, lambda progress: meter.report(progress, amount_come(progress)), into
        )
    return json_text(_plain(model)) if order.json else f"{model.name} is here.\n{model.id}"


def _show_terms(model: Model, accepted: bool, meter: Meter) -> None:
    """Say what is about to come. Raises BadInput where somebody has to agree first."""
    licence = model.licence
    meter.note(f"{model.name}: {size(model)} from {model.repository}, licence {licence.name}")
    for line in (licence.url, *terms(licence)):
        meter.note(f"  {line}")
    if terms(licence) and not accepted:
        raise BadInput(
            f"The licence of {model.name} has limits; read them above, and say --accept-licence "
            "if you agree."
        )


async def _add(order: Namespace, engine: Engine) -> str:
    if not order.path or not Path(order.path).expanduser().exists():
        raise BadInput(f"There is no file or folder '{order.path}'; check the name.")
    try:
        model = await engine.models.add(order.path)
    except EngineFault as fault:
        if fault.reason == "model_damaged":
            detail = f": {fault.detail}" if fault.detail else ""
            raise BadInput(f"{fault.subject} is not whole{detail}; copy it again.") from fault
        if fault.reason == "model_unknown" and fault.detail and Path(fault.subject).is_file():
            raise BadInput(f"{fault.subject} can't be used: {fault.detail}.") from fault
        raise BadInput(one_sentence(trouble_of(fault))) from fault
    if order.json:
        return json_text(_plain(model))
    size_here = amount(model.bytes)
    return f"{model.name}, {size_here}, makes shots from {_from(model)}. Its id:\n{model.id}"


async def _check(order: Namespace, engine: Engine, meter: Meter) -> str:
    chosen = (await named_model(engine, order.id),) if order.id else await engine.models.all()
    found: dict[str, tuple[str, ...]] = {}
    for model in chosen:
        if model.weights:
            meter.note(f"Reading {model.name}, {amount(model.bytes)}")
        try:
            found[model.id] = await engine.models.check(model.id)
        except EngineFault as fault:
            if order.id or fault.reason != "model_missing":
                raise
    answer = _check_answer(found, order.json)
    if wrong := [name for name, complaints in found.items() if complaints]:
        raise PartlyDone(
            f"{', '.join(wrong)}: not as it should be; get it again, or add a whole copy.", answer
        )
    return answer


def _check_answer(found: dict[str, tuple[str, ...]], as_json: bool) -> str:
    if as_json:
        return json_text({"fine": not any(found.values()), "models": found})
    lines = [line for name, complaints in found.items() for line in _verdict(name, complaints)]
    return "\n".join(lines) or "No model is here."


def _verdict(name: str, complaints: tuple[str, ...]) -> list[str]:
    mark = "✗" if complaints else "✓"
    return [f"{mark} {name}", *(f"  {complaint}" for complaint in complaints)]


def _folder(text: str | None) -> str:
    """The folder to hold the download, "" for any. Raises BadInput."""
    if text is None:
        return ""
    path = Path(text)
    if not path.is_dir():
        raise BadInput(f"The folder {text} isn't there; make it first.")
    if not os.access(path, os.W_OK):
        raise BadInput(f"The folder {text} can't be written to; choose another.")
    return str(path.absolute())


def _from(model: Model) -> str:
    """The tasks that it serves, and whether it makes sound."""
    tasks = ", ".join(task.replace("_", " and ") for task in model.ability.tasks)
    return f"{tasks}, with sound" if model.ability.sound else tasks


def _plain(value: Model | Sequence[Model]) -> Any:
    return to_builtins(value)
