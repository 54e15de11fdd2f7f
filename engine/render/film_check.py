"""A look at a film that was just written through moviepy: is it what the plan promised?

MP4 films are checked more sharply, see engine.media.verify.
"""

from fractions import Fraction

from engine.contract.events import EngineFault
from engine.contract.media_facts import MediaFacts
from engine.contract.plan import RenderPlan
from engine.media.probe import probe


def check_film(path: str, plan: RenderPlan, sound: bool) -> None:
    """Compare the file with the plan. Raises EngineFault verification_failed."""
    facts = probe(path)
    wrong = _difference(facts, plan, sound)
    if wrong:
        raise EngineFault("verification_failed", path, wrong)


def _difference(facts: MediaFacts, plan: RenderPlan, sound: bool) -> str:
    if facts.frames != plan.frames:
        return f"{facts.frames} frames were written instead of {plan.frames}"
    if (facts.width, facts.height) != (plan.width, plan.height):
        return f"the picture is {facts.width}x{facts.height}"
    late = abs(facts.seconds - plan.rate.seconds(plan.frames))
    # Some containers count in hundredths (GIF) or thousandths (WebM) of a second.
    if late > max(Fraction(1, 50), plan.rate.seconds(1) / 2):
        return f"the film lasts {float(facts.seconds):.3f} seconds"
    if facts.has_sound != sound:
        return "the sound is missing" if sound else "there is sound where none was wanted"
    return ""
