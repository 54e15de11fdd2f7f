"""A plan that shows one take by itself, whichever take of its shot shows in the film."""

from app.flatten import take_plan
from engine.contract.plan import RenderPlan

__all__ = ["take_plan", "telling_frame"]

EARLY = 3
"""A thumbnail shows the take after one part of so many."""


def telling_frame(plan: RenderPlan) -> int:
    """The frame that a thumbnail shows."""
    return plan.frames // EARLY
