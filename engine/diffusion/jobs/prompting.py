"""What a model is told: a request's words, with the style and the camera move chosen beside them.

A draft takes these from the menus and cuts between the shots of a prompt; a model has only words,
and one shot's at a time.
"""

import re
from fractions import Fraction
from typing import NamedTuple

from engine.animatic.choices import choices
from engine.animatic.parse import read
from engine.animatic.shots import Shot, shots_in, starts_of
from engine.contract.choices import Choice
from engine.contract.shot import ShotRequest

ARABIC = re.compile(r"[\u0600-\u06ff]")
EDGES = " \n\t,.;:،؛"


class Told(NamedTuple):
    """The words of a prompt's shot, and the second of the film at which it starts."""

    start: Fraction
    words: str


def told(request: ShotRequest) -> tuple[Told, ...]:
    """Each shot of the request's prompt, in order, the first at 0.

    What stands before the first label is told with each. A style that one shot names is that of
    all, as in the draft.
    """
    shots = shots_in(request.prompt)
    if len(shots) == 1:
        return (Told(Fraction(0), told_at_once(request)),)
    starts = starts_of(shots, request.seconds, 1 / request.rate.fps)
    ends = (*starts[1:], request.seconds)
    heading = shots[0].text if shots[0].seconds == 0.0 else ""
    style = request.style or _named_style(shots)
    return tuple(
        Told(start, _sentence(request, heading, shot, style))
        for shot, start, end in zip(shots, starts, ends, strict=True)
        if end > start
    )


def told_at_once(request: ShotRequest) -> str:
    """All of the prompt, for a model that makes the whole film from one."""
    if not (request.style or request.camera):
        return request.prompt
    return _sentence(request, "", Shot(request.prompt, 0), request.style)


def _sentence(request: ShotRequest, heading: str, shot: Shot, style: str | None) -> str:
    arabic = bool(ARABIC.search(request.prompt))
    named = style is not None and read(shot.text).style == style
    parts = [heading, shot.text]
    if style and not named:
        parts.append(_phrase(style, choices().styles, arabic, "{} style", "بأسلوب {}"))
    if request.camera:
        parts.append(
            _phrase(request.camera, choices().cameras, arabic, "camera: {}", "الكاميرا: {}")
        )
    kept = filter(None, (part.strip(EDGES) for part in parts))
    return ("، " if arabic else ", ").join(kept)


def _named_style(shots: tuple[Shot, ...]) -> str | None:
    return next((style for shot in shots if (style := read(shot.text).style)), None)


def _phrase(name: str, known: tuple[Choice, ...], arabic: bool, english: str, other: str) -> str:
    choice = next((each for each in known if each.name == name), None)
    word = choice.word("ar" if arabic else "en") if choice else name.replace("_", " ")
    return (other if arabic else english).format(word if arabic else word.lower())
