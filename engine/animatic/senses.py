"""Senses: which of its meanings an English word has where it stands, as "light", "fall", "watches".

What stands before and after tells a verb from a noun and from what describes a noun. Arabic writes
them differently, so that its words need no telling apart.
"""

from dataclasses import dataclass
from typing import Literal

from engine.animatic.build import builds
from engine.animatic.lexicon import Entry, Lexicon, Phrase

Role = Literal["verb", "noun", "describing", ""]

NOUNS = ("subject", "place", "weather", "time", "sound")
DESCRIBING = ("colour", "modifier", "mood", "style")
ALIVE = frozenset(
    (
        "person", "robot", "skeleton", "ghost", "crowd", "quadruped", "bird", "birds", "swimmer",
        "drifter", "crawler", "insect",
    )
)  # fmt: skip
"""Painters of those who can do things of their own will."""
# fmt: off
OPENERS = frozenset("""
a an the this that these those his her its their my your our some any no each every of in on at by
with from under over behind near into onto like for during above below beside between through
across along without beneath inside against
""".split())  # noqa: SIM905
# fmt: on
"""Words that a noun follows."""
BEINGS = frozenset(("is", "are", "was", "were", "be", "being", "been"))
DOERS = frozenset(("he", "she", "it", "they", "who", "which", "we", "i", "you", "to"))
JOINS = frozenset(("and", "then", "or", "but"))


@dataclass(frozen=True, slots=True)
class Sense:
    """A phrase that may be meant. `exact` ones are written as the lexicon has them, or in the
    plural; others were found by taking off an ending."""

    phrase: Phrase
    number: int
    exact: bool

    @property
    def entry(self) -> Entry:
        """What it would mean."""
        return self.phrase.entry


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands: as it is written, the word right before and right after it, and the
    entry and number of what was understood right before; "" and None for nothing."""

    written: str
    before: str = ""
    after: str = ""
    actor: Entry | None = None
    unknown: bool = False
    number: int = 1
    acting: bool = False


def chosen(senses: list[Sense], place: Place, words: Lexicon) -> Sense:
    """The likeliest of at least one sense."""
    if len({sense.entry.name for sense in senses}) == 1:
        return senses[0]
    role = _role(senses, place, words)
    fitting = [sense for sense in senses if _fits(sense, role, place)]
    return (fitting or [sense for sense in senses if sense.exact] or senses)[0]


def _fits(sense: Sense, role: Role, place: Place) -> bool:
    kind = sense.entry.kind
    doer = place.written.endswith(("er", "ers"))
    if role == "verb":
        return kind == "action"
    if role == "noun":
        return kind in NOUNS and sense.exact
    return role == "describing" and (
        kind in DESCRIBING or (kind == "action" and not sense.exact and not doer)
    )


def _role(senses: list[Sense], place: Place, words: Lexicon) -> Role:
    before = place.before
    if before in DOERS:
        return "verb"
    if before in BEINGS:
        return "verb" if place.written.endswith("ing") else "describing"
    if before in JOINS:
        return "verb" if place.acting else _standing(place)
    if before in OPENERS or not before:
        return _standing(place)
    if place.unknown or place.actor is not None:
        return "verb" if _does(senses, place, words) else _standing(place)
    return ""


def _standing(place: Place) -> Role:
    """A noun, or what describes the noun right after it."""
    return "describing" if place.after else "noun"


def _does(senses: list[Sense], place: Place, words: Lexicon) -> bool:
    """Whether what stands right before is who does it: the endings agree, and it can."""
    written, actor = place.written, place.actor
    single = place.number == 1 and not place.before.endswith("s")
    if single and not written.endswith(("s", "ing", "ed")):
        return any(_past(sense, written) for sense in senses)
    if actor is None:
        return True
    if actor.kind in DESCRIBING:
        return actor.tempo is not None and place.before.endswith(("ly", "fast"))
    head = words.head(actor)
    if head.draws and builds()[head.draws].painter in ALIVE:
        return True
    return any(words.does(head, sense.entry.action) for sense in senses if sense.entry.action)


def _past(sense: Sense, written: str) -> bool:
    """Whether it is written as an irregular form of a verb, as "rose" and "fell"."""
    return sense.entry.kind == "action" and written in sense.entry.en_plural.split(", ")
