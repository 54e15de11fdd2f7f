"""Settling: what the words of one prompt give, and which of them took effect."""

from typing import Any

from engine.animatic.binding import Bound, is_quality
from engine.animatic.lexicon import Entry, Lexicon, listed
from engine.contract.shot import Outcome

DRAWN_KINDS = ("place", "time", "weather", "subject", "action", "colour")


class Settling:
    """The bound words of a prompt with their outcomes, filled in by whoever reads them."""

    def __init__(self, prompt: str, words: Lexicon, row: list[Bound]) -> None:
        self.prompt = prompt
        self.words = words
        self.row = row
        self.outcomes: dict[int, tuple[Outcome, str]] = {}

    def given(self, one: Bound, field: str) -> Any:
        """What the bound entry gives, from itself or up its "is a kind of" chain."""
        entry = one.spot.entry
        while entry is not None:
            value = getattr(entry, field)
            if value not in (None, "", False):
                return value
            entry = self.words.entries[entry.is_a] if entry.is_a else None
        return None

    def giving(self, field: str) -> list[tuple[Bound, Any]]:
        """The words that give this and aren't negated, with what they give."""
        pairs = [(one, self.given(one, field)) for one in self.row if not one.negated]
        return [(one, value) for one, value in pairs if value is not None]

    def all(self, field: str) -> list[Any]:
        """All that is given of this; the words that give it took effect."""
        giving = self.giving(field)
        for one, _ in giving:
            self.take(one)
        return [value for _, value in giving]

    def first(self, field: str) -> Any:
        """The first that is given of this; the words that say the same took effect."""
        return self.agreed(self.giving(field))

    def agreed(self, giving: list[tuple[Bound, Any]]) -> Any:
        """What the first of these gives; all that give the same took effect."""
        for one, value in giving:
            if value == giving[0][1]:
                self.take(one)
        return giving[0][1] if giving else None

    def head(self, one: Bound) -> Entry:
        """The entry that the bound word is drawn as."""
        assert one.spot.entry is not None
        return self.words.head(one.spot.entry)

    def take(self, one: Bound, outcome: Outcome | None = None, drawn_as: str = "") -> None:
        """Note that a word took effect; by itself an entry knows how."""
        entry = one.spot.entry
        if outcome is None and entry is not None:
            outcome = "used"
            if entry.kind in DRAWN_KINDS:
                outcome = "drawn"
            if entry.kind == "sound" or entry.heard:
                outcome = "heard"
            own = bool(entry.trait or entry.rides)
            if (entry.is_a and not own) or (one.spot.special and outcome == "drawn"):
                outcome = "generalised"
                drawn_as = drawn_as or self.name(entry if own else self.head(one), one)
        if outcome == "generalised" and not drawn_as:
            drawn_as = self.name(self.head(one), one)
        self.outcomes.setdefault(one.index, (outcome or "used", drawn_as))

    def say(self, one: Bound, outcome: Outcome, drawn_as: str = "") -> None:
        """Note an outcome whatever was noted before."""
        self.outcomes[one.index] = (outcome, drawn_as)

    def name(self, entry: Entry, like: Bound) -> str:
        """An entry's name in the language of a word."""
        return listed(entry.ar if like.spot.arabic else entry.en)[0]

    def took(self, one: Bound | None) -> bool:
        """Whether a word took effect by now."""
        return one is not None and one.index in self.outcomes

    def quality(self, one: Bound, field: str) -> Any:
        """What a modifier of this, or of what it does, says."""
        near = [*one.qualities, *(quality for act in one.actions for quality in act.qualities)]
        for quality in near:
            value = self.given(quality, field)
            if value is not None and not quality.negated:
                self.take(quality)
                return value
        return None

    def number(self, quality: Bound) -> int | None:
        """The number that a quality says, if it does."""
        entry = quality.spot.entry
        number = entry.count if entry else quality.spot.digits
        return number if number and is_quality(quality) and not quality.negated else None
