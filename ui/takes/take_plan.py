"""A plan that shows one take by itself, whichever take of its shot shows in the film."""

from app.document.project import Rendered, Take
from app.flatten import shot_plan
from engine.contract.media_facts import MediaFacts
from engine.contract.plan import Layer, MediaSource, RenderPlan, Transform
from engine.contract.time import Span
from engine.contract.timemap import TimeMap

EARLY = 3
"""A thumbnail shows the take after one part of so many."""


def take_plan(take: Take) -> RenderPlan:
    """The whole take, at its own size and rate."""
    if isinstance(take, Rendered):
        return _film_plan(take.facts, take)
    return shot_plan(take.recipe.request)


def _film_plan(facts: MediaFacts, take: Rendered) -> RenderPlan:
    rate = facts.rate or take.recipe.request.rate
    frames = max(1, facts.frames or rate.frame_at(facts.seconds))
    layer = Layer(
        MediaSource(facts.media),
        Span(0, frames),
        TimeMap.straight(rate.seconds(frames)),
        Transform(fill=True),
    )
    return RenderPlan(max(facts.width, 2), max(facts.height, 2), rate, frames, (layer,))


def telling_frame(plan: RenderPlan) -> int:
    """The frame that a thumbnail shows."""
    return plan.frames // EARLY
