"""clip: a film file becomes another one, retimed, restyled and branded."""

from argparse import Namespace

from app.command_line.answer import facts_answer, json_text
from app.command_line.bad_input import BadInput
from app.command_line.corners import corner, level
from app.command_line.progress_meter import Meter
from app.command_line.quantities import Placed, Size
from app.command_line.steps import retimed
from app.command_line.target import delivery_to, readable
from engine.contract.engine import Engine
from engine.contract.media_facts import MediaFacts
from engine.contract.plan import (
    Layer,
    MediaSource,
    PictureSource,
    RenderPlan,
    SoundLayer,
    Title,
    Transform,
)
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap

STANDARD_RATES = tuple(
    Rate.of(text)
    for text in ("12", "15", "24000/1001", "24", "25", "30000/1001", "30", "48", "50")
    + ("60000/1001", "60", "120")
)


async def clip(order: Namespace, engine: Engine, meter: Meter) -> str:
    """Write the clip; the answer is its path or JSON about what was written."""
    path = readable(order.input)
    logos = [(readable(placed.what), placed.where) for placed in order.logo]
    delivery = delivery_to(order.output, (path, *(logo for logo, _ in logos)))
    facts = await engine.strips.probe(str(path))
    refuse_unmoving(order.input, facts)
    rate = steady_rate(facts)
    if not facts.constant_rate:
        meter.note(f"The frame rate of {order.input} varies; frames are counted at {rate.fps}.")
    pictures = [(await _still(engine, str(logo)), where) for logo, where in logos]
    plan = clip_plan(order, facts, rate, pictures)
    await engine.export(plan, delivery, meter.report)
    if not order.json:
        return order.output
    written = await engine.strips.probe(delivery.path)
    return json_text({"path": order.output} | facts_answer(written))


def refuse_unmoving(name: str, facts: MediaFacts) -> None:
    """Raise BadInput for what isn't a film."""
    if facts.kind == "sound":
        raise BadInput(f"{name} holds sound but no picture; name a film.")
    if facts.kind == "still":
        raise BadInput(f"{name} is a still picture; name a film.")


def steady_rate(facts: MediaFacts) -> Rate:
    """The rate that frames are counted at: the file's own, or near it where that one varies."""
    own = facts.rate or Rate(24)
    if facts.constant_rate:
        return own
    return min(STANDARD_RATES, key=lambda rate: abs(rate.fps / own.fps - 1))


def clip_plan(
    order: Namespace, facts: MediaFacts, rate: Rate, logos: list[tuple[MediaFacts, str]]
) -> RenderPlan:
    """The film that the order describes. Raises BadInput."""
    time_map = retimed(whole_clip(facts, rate), order.steps, rate)
    out_rate = order.fps or rate
    frames = time_map.frames(out_rate)
    if frames == 0:
        raise BadInput(f"At {out_rate.fps} frames a second nothing is left; give a higher --fps.")
    span = Span(0, frames)
    time_map = time_map.trimmed(span, out_rate)
    size = order.size or Size(facts.width - facts.width % 2, facts.height - facts.height % 2)
    film = MediaSource(facts.media)
    fitted = Transform(fill=order.size is None)
    sound = SoundLayer(film, span, time_map, keep_pitch=order.keep_pitch)
    return RenderPlan(
        size.width, size.height, out_rate, frames,
        layers=(
            Layer(film, span, time_map, fitted, looks=tuple(order.look)),
            *(_logo(logo, where, size, span, out_rate) for logo, where in logos),
            *(_title(placed, span, out_rate) for placed in order.title),
        ),
        sounds=(sound,) if facts.has_sound else (),
    )  # fmt: skip


def whole_clip(facts: MediaFacts, rate: Rate) -> TimeMap:
    """All of the file's picture, in whole frames."""
    frames = facts.frames if facts.constant_rate else rate.frame_at(facts.seconds)
    return TimeMap.straight(rate.seconds(max(1, frames)))


async def _still(engine: Engine, path: str) -> MediaFacts:
    facts = await engine.strips.probe(path)
    if facts.kind == "sound":
        raise BadInput(f"{path} is not a picture; give a PNG, JPEG or WebP.")
    return facts


def _logo(facts: MediaFacts, where: str, size: Size, span: Span, rate: Rate) -> Layer:
    transform = corner(where, Size(facts.width, facts.height), size)
    return _above(MediaSource(facts.media), span, rate, transform)


def _title(placed: Placed, span: Span, rate: Rate) -> Layer:
    return _above(Title(placed.what), span, rate, level(placed.where))


def _above(source: PictureSource, span: Span, rate: Rate, transform: Transform) -> Layer:
    return Layer(source, span, TimeMap.straight(rate.seconds(span.length)), transform)
