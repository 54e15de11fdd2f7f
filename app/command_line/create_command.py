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
from engine.contract.media_facts import MediaKind
from engine.contract.plan import Look, RenderPlan
from engine.contract.shot import Reference, Role, ShotRequest, Understanding


async def create(order: Namespace, engine: Engine, meter: Meter) -> str:
    """Write the shot; the answer is its path or JSON."""
    files: list[tuple[Role, MediaKind, Path]] = [
        (role, kind, readable(name)) for role, kind, name in _handed(order) if name
    ]
    delivery = delivery_to(order.output, tuple(path for _, _, path in files))
    references = [await _reference(engine, role, kind, path) for role, kind, path in files]
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


def _handed(order: Namespace) -> list[tuple[Role, MediaKind, str | None]]:
    """Each file that may be given, its role and what it must be."""
    return [
        ("logo", "still", order.logo),
        ("subject", "still", order.subject),
        ("backdrop", "still", order.image),
        ("backdrop", "video", order.video),
        ("palette", "still", order.palette),
        ("first_frame", "still", order.first),
        ("last_frame", "still", order.last),
    ]


async def _reference(engine: Engine, role: Role, kind: MediaKind, path: Path) -> Reference:
    facts = await engine.strips.probe(str(path))
    if facts.kind == kind:
        return Reference(role, facts.media)
    if kind == "still":
        raise BadInput(f"{path} is not a picture; give a PNG, JPEG, WebP or SVG.")
    raise BadInput(f"{path} is not a film; give an MP4, MOV, WebM or GIF, or a picture to --image.")


def _request(order: Namespace, references: tuple[Reference, ...]) -> ShotRequest:
    if not order.prompt.strip():
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
