"""create: a prompt becomes a film file."""

from argparse import Namespace
from pathlib import Path

from msgspec import to_builtins
from msgspec.structs import replace

from app.command_line.answer import film_answer, json_text
from app.command_line.bad_input import BadInput
from app.command_line.progress_meter import Meter
from app.command_line.target import delivery_to, readable
from app.flatten import shot_plan
from engine.contract.engine import Engine
from engine.contract.plan import Look, RenderPlan
from engine.contract.shot import Reference, Role, ShotRequest, Understanding


async def create(order: Namespace, engine: Engine, meter: Meter) -> str:
    """Write the shot; the answer is its path or JSON."""
    pictures: dict[Role, str | None] = {"logo": order.logo, "backdrop": order.image}
    files: dict[Role, Path] = {role: readable(name) for role, name in pictures.items() if name}
    delivery = delivery_to(order.output, tuple(files.values()))
    references = [await _reference(engine, role, path) for role, path in files.items()]
    request = _request(order, tuple(references))
    plan = with_looks(shot_plan(request), tuple(order.look))
    understanding = engine.understand(request.prompt)
    await engine.export(plan, delivery, meter.report)
    if order.json:
        words = to_builtins(understanding)["words"]
        return json_text(film_answer(order.output, plan) | {"understanding": words})
    if left_out := _left_out(understanding):
        meter.note(left_out)
    return order.output


def with_looks(plan: RenderPlan, looks: tuple[Look, ...]) -> RenderPlan:
    """The plan with its first layer restyled."""
    first, *others = plan.layers
    return replace(plan, layers=(replace(first, looks=(*first.looks, *looks)), *others))


async def _reference(engine: Engine, role: Role, path: Path) -> Reference:
    facts = await engine.strips.probe(str(path))
    if facts.kind != "still":
        raise BadInput(f"{path} is not a picture; give a PNG, JPEG or WebP.")
    return Reference(role, facts.media)


def _request(order: Namespace, references: tuple[Reference, ...]) -> ShotRequest:
    if not order.prompt.strip():
        raise BadInput("The prompt is empty; say in a few words what to show.")
    if order.seconds * order.fps.fps < 1:
        raise BadInput(f"--seconds {order.seconds} is less than one frame; give a longer shot.")
    try:
        return ShotRequest(
            order.prompt, order.seconds, order.size.width, order.size.height, order.fps, order.seed,
            references=references, model=order.model,
        )  # fmt: skip
    except ValueError as error:
        raise BadInput(f"This shot can't be made: {error}.") from error


def _left_out(understanding: Understanding) -> str:
    """A note about the words that drafts don't draw; '' when there are none."""
    words = [word.text for word in understanding.not_drawn]
    return f"Not drawn in drafts: {', '.join(words)}." if words else ""
