"""A plan that shows one media file, for its thumbnail."""

from fractions import Fraction

from engine.contract.media_facts import MediaFacts
from engine.contract.plan import Layer, MediaSource, RenderPlan
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap

EARLY = Fraction(1, 3)


def media_plan(facts: MediaFacts) -> RenderPlan:
    """One frame: a third into the film, or the picture."""
    time_map = TimeMap.held(Fraction(1), facts.seconds * EARLY)
    layer = Layer(MediaSource(facts.media), Span(0, 1), time_map)
    width, height = max(facts.width, 2), max(facts.height, 2)
    layers = (layer,) if facts.kind != "sound" else ()
    return RenderPlan(width, height, Rate(1), 1, layers, background="#131517")
