"""Shots: where a prompt goes from one shot to the next, and how long each is said to last."""

import re
from fractions import Fraction
from functools import lru_cache

import msgspec
from msgspec.structs import replace

LABEL = re.compile(
    r"(?:\b(?:shot|scene)\s+(?:one|two|three|four|five)|\b(?:first|second|third|fourth|last)"
    r"\s+(?:shot|scene)|(?:\b(?:shot|scene)|(?:ال)?(?:لقطة|مشهد|صورة))\s*[\d٠-٩]+"
    r"|(?:ال)?(?:لقطة|مشهد|صورة)\s+ال(?:أولى|اولى|أول|ثانية|ثاني|ثالثة|ثالث|رابعة|رابع|أخيرة|أخير))"
    r"\s*[:.\-–]\s*",
    re.IGNORECASE,
)
"""What stands before a shot of a prompt that has several."""
_CUT = re.compile(
    r"[\s,.;،؛]*\b(?:and\s+then\s+|then\s+)?(?:smash\s+|hard\s+)?cut(?:s|ting)?\s+to:?\s+"
    r"|[\s,.;،؛]*(?:ثم\s+)?(?:قطع|ننتقل|انتقال)\s+إلى:?\s+",
    re.IGNORECASE,
)
_THEN = re.compile(r"\s*[,.;،؛]\s*(?:and\s+)?then\s+|\s*[,.;،؛]?\s+ثم\s+", re.IGNORECASE)
_LASTING = re.compile(
    r"[\s,،(]*(?:\bfor\s+|\blasting\s+|لمدة\s+)?(?<!\d)(\d+(?:\.\d+)?)\s*"
    r"(?:seconds?|secs?|s|ثوان(?:ي)?|ثانية)\b\)?",
    re.IGNORECASE,
)
_NOUN_FIRST = re.compile(r"^(?:a|an|the|two|three|four|five|some|many|his|her|their)\s", re.I)
LEAST = 3
"""Words that a clause after "then" must have to be a shot of its own."""


class Shot(msgspec.Struct, frozen=True):
    """A part of a prompt, prompt[start : start + len(text)], and the seconds that it asks for."""

    text: str
    start: int
    seconds: float | None = None


@lru_cache(maxsize=256)
def shots_in(prompt: str) -> tuple[Shot, ...]:
    """The prompt's shots in order, at least one. What stands before the first label holds for all
    shots and lasts no time itself."""
    cuts = [0, *(match.end() for match in LABEL.finditer(prompt))]
    ends = [*(match.start() for match in LABEL.finditer(prompt)), len(prompt)]
    pieces = [piece for a, b in zip(cuts, ends, strict=True) for piece in _cut(prompt, a, b)]
    kept = [piece for piece in pieces if prompt[piece[0] : piece[1]].strip(" \n\t,.;،؛")]
    found = [_shot(prompt, *piece) for piece in kept]
    if len(cuts) > 1 and len(found) > 1 and found[0].start == 0 and cuts[1] > 0:
        first = LABEL.search(prompt)
        if first and first.start() > 0:
            found[0] = replace(found[0], seconds=0.0)
    return tuple(found) or (Shot(prompt, 0),)


def starts_of(shots: tuple[Shot, ...], seconds: Fraction, frame: Fraction) -> tuple[Fraction, ...]:
    """When each shot of a film of `seconds` starts, in whole frames of so many seconds: those that
    say how long they last get that, the others share the rest; where it doesn't add up, all are
    stretched alike. One that starts with the next lasts no time."""
    whole = float(seconds)
    said = sum(shot.seconds or 0.0 for shot in shots)
    silent = sum(shot.seconds is None for shot in shots)
    left = max(whole - said, 0.25 * whole * silent / len(shots))
    lengths = [left / silent if shot.seconds is None else shot.seconds for shot in shots]
    scale = whole / sum(lengths)
    ends = [sum(lengths[:index]) * scale for index in range(len(shots))]
    return tuple(round(end / float(frame)) * frame for end in ends)


def _cut(prompt: str, start: int, stop: int) -> list[tuple[int, int]]:
    """The stretch between its cuts: "cut to", and "then" before a clause with a subject."""
    found = [(match.start(), match.end()) for match in _CUT.finditer(prompt, start, stop)]
    if not found:
        found = [
            (match.start(), match.end())
            for match in _THEN.finditer(prompt, start, stop)
            if _is_clause(prompt[match.end() : stop])
        ]
    begins = [start, *(end for _, end in found)]
    ends = [*(begin for begin, _ in found), stop]
    return list(zip(begins, ends, strict=True))


def _is_clause(rest: str) -> bool:
    """Whether what follows "then" has its own subject, so that it is another shot."""
    head = re.split(r"[,.;،؛]", rest, maxsplit=1)[0]
    words = head.split()
    article = bool(_NOUN_FIRST.match(rest)) and not re.match(r"the\s+camera\b", rest, re.I)
    return len(words) >= LEAST and article


def _shot(prompt: str, start: int, stop: int) -> Shot:
    text = prompt[start:stop]
    lasting = _LASTING.search(text)
    return Shot(text, start, float(lasting[1]) if lasting else None)


def lasting_spans(text: str) -> list[tuple[int, int]]:
    """Where the text says how long something lasts."""
    return [match.span() for match in _LASTING.finditer(text)]
