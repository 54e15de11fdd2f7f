"""create: a prompt becomes a film file, drawn as a draft or made by a model."""

from argparse import Namespace
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from app.command_line.again_command import make_again
from app.command_line.answer import film_answer, json_text
from app.command_line.bad_input import BadInput, PartlyDone, one_sentence
from app.command_line.batch_command import folder_for, orders_in
from app.command_line.create_grammar import DRAFTS
from app.command_line.given import given
from app.command_line.progress_meter import Meter
from app.command_line.take_making import made_take, settled_making
from app.command_line.target import delivery_to, readable
from app.errors import trouble_of
from app.flatten import shot_plan
from engine.contract.delivery import Delivery
from engine.contract.engine import Engine
from engine.contract.events import EngineFault
from engine.contract.media_facts import MediaKind
from engine.contract.plan import Look, RenderPlan
from engine.contract.shot import Reference, Role, ShotRequest, Understanding

Work = Callable[[], Awaitable[dict[str, Any]]]


async def create(order: Namespace, engine: Engine, meter: Meter) -> str:
    """Write the shot, or several; the answer is its path or JSON."""
    if order.batch or order.variations:
        return await _create_all(order, engine, meter)
    if order.again:
        if order.prompt is not None:
            raise BadInput("--again takes the prompt from the film; leave the other one away.")
        answer = await make_again(order, engine, meter)
    else:
        answer = await (await _prepared(order, engine, meter))()
    return json_text(answer) if order.json else order.output


async def _create_all(order: Namespace, engine: Engine, meter: Meter) -> str:
    """Every row is checked before the first is begun; those of one model are made in a row."""
    orders = orders_in(order)
    with folder_for(order.output):
        works = [await _prepared(each, engine, meter) for each in orders]
    answers: dict[int, dict[str, Any]] = {}
    failures: list[str] = []
    for row in _by_model(orders):
        meter.stopped = f"Stopped; {len(answers)} of {len(orders)} films are written."
        meter.begin(f"{orders[row].output}: {orders[row].prompt}")
        try:
            answers[row] = await works[row]()
        except EngineFault as fault:
            failures.append(f"{orders[row].output}: {one_sentence(trouble_of(fault))}")
            meter.note(failures[-1])
    done = [answers[row] for row in sorted(answers)]
    paths = "\n".join(answer["path"] for answer in done)
    answer = json_text({"films": done, "failures": failures}) if order.json else paths
    if failures:
        sentence = f"{len(failures)} of {len(orders)} films could not be made; see above."
        raise PartlyDone(sentence, answer)
    return answer


def _by_model(orders: list[Namespace]) -> list[int]:
    """The rows in the order in which they are made: each model is loaded once."""
    called = [each.model.casefold() for each in orders]
    return sorted(range(len(orders)), key=lambda row: called.index(called[row]))


async def _prepared(order: Namespace, engine: Engine, meter: Meter) -> Work:
    """What is left to do once nothing is wrong with the order. Raises BadInput, EngineFault."""
    files: list[tuple[Role, MediaKind | None, Path]] = [
        (role, kind, readable(name)) for role, kind, name in _handed(order) if name
    ]
    delivery = delivery_to(order.output, tuple(path for _, _, path in files))
    references = [await _reference(engine, role, kind, path) for role, kind, path in files]
    request = _request(order, tuple(references))
    if request.model.casefold() == DRAFTS:
        return _draft(order, request, delivery, engine, meter)
    making, notes = await settled_making(order, request, delivery, engine)
    return lambda: made_take(making, order.output, engine, meter, notes)


def _draft(
    order: Namespace, request: ShotRequest, delivery: Delivery, engine: Engine, meter: Meter
) -> Work:
    for name in given(order) & {"framing", "profile", "strength", "extend", "inpaint"}:
        raise BadInput(f"--{name} is for models; name one with --model.")
    plan = with_looks(shot_plan(request), tuple(order.look))

    async def drawn() -> dict[str, Any]:
        understanding = engine.understand(request.prompt)
        await engine.export(plan, delivery, meter.report)
        if not order.json and (left_out := _left_out(understanding)):
            meter.note(left_out)
        words = to_builtins(understanding)["words"]
        return film_answer(order.output, plan) | {"understanding": words}

    return drawn


def with_looks(plan: RenderPlan, looks: tuple[Look, ...]) -> RenderPlan:
    """The plan with its first layer restyled."""
    first, *others = plan.layers
    return replace(plan, layers=(replace(first, looks=(*first.looks, *looks)), *others))


def _handed(order: Namespace) -> list[tuple[Role, MediaKind | None, str | None]]:
    """Each file that may be given, its role and what it must be; None for picture or film."""
    return [
        ("logo", "still", order.logo),
        ("subject", "still", order.subject),
        ("backdrop", "still", order.image),
        ("backdrop", "video", order.video),
        ("palette", "still", order.palette),
        ("first_frame", "still", order.first),
        ("last_frame", "still", order.last),
        ("before", "video", order.extend),
        ("hole", None, order.inpaint),
    ]


async def _reference(engine: Engine, role: Role, kind: MediaKind | None, path: Path) -> Reference:
    facts = await engine.strips.probe(str(path))
    if role == "hole" and facts.kind != "sound" and not facts.alpha:
        raise BadInput(f"{path} has no see-through part; give a PNG, WebP, WebM or MOV with one.")
    if facts.kind == kind or (kind is None and facts.kind != "sound"):
        return Reference(role, facts.media)
    if kind == "still":
        raise BadInput(f"{path} is not a picture; give a PNG, JPEG, WebP or SVG.")
    if kind is None:
        raise BadInput(f"{path} is not a picture or a film; give one with a see-through part.")
    raise BadInput(f"{path} is not a film; give an MP4, MOV, WebM or GIF, or a picture to --image.")


def _request(order: Namespace, references: tuple[Reference, ...]) -> ShotRequest:
    if not (order.prompt or "").strip():
        raise BadInput("The prompt is empty; say in a few words what to show.")
    if order.seconds * order.fps.fps < 1:
        raise BadInput(f"--seconds {order.seconds} is less than one frame; give a longer shot.")
    try:
        return ShotRequest(
            order.prompt, order.seconds, order.size.width, order.size.height, order.fps, order.seed,
            references=references, model=order.model, loops=order.loop,
        )  # fmt: skip
    except ValueError as error:
        raise BadInput(f"This shot can't be made: {error}.") from error


def _left_out(understanding: Understanding) -> str:
    """A note about the words that drafts don't draw; '' when there are none."""
    words = [word.text for word in understanding.not_drawn]
    return f"Not drawn in drafts: {', '.join(words)}." if words else ""
