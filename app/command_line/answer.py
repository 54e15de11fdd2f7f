"""What a command answers about the film that it made."""

from typing import Any

import msgspec

from engine.contract.media_facts import MediaFacts
from engine.contract.plan import RenderPlan


def json_text(answer: dict[str, Any]) -> str:
    """The answer as JSON for a person or a program, in the letters of its own language."""
    return msgspec.json.format(msgspec.json.encode(answer), indent=2).decode()


def film_answer(path: str, plan: RenderPlan) -> dict[str, Any]:
    """Path, size and length of the film that this plan gives."""
    return {
        "path": path,
        "frames": plan.frames,
        "seconds": float(plan.rate.seconds(plan.frames)),
        "width": plan.width,
        "height": plan.height,
        "rate": str(plan.rate.fps),
    }


def facts_answer(facts: MediaFacts) -> dict[str, Any]:
    """What was found in a finished file."""
    return {
        "frames": facts.frames,
        "seconds": float(facts.seconds),
        "width": facts.width,
        "height": facts.height,
        "rate": str(facts.rate.fps) if facts.rate else None,
        "video_codec": facts.video_codec,
        "sound_codec": facts.sound_codec,
        "sample_rate": facts.sample_rate,
        "channels": facts.channels,
    }
