"""The styles and camera moves that drafts know, called by their first words in the lexicon."""

from functools import lru_cache

from engine.animatic.lexicon import Entry, lexicon, listed
from engine.animatic.moves import MOVES
from engine.contract.choices import Choice, Choices


@lru_cache(maxsize=1)
def choices() -> Choices:
    """All of them, in the order of the lexicon and of the moves."""
    entries = lexicon().entries
    styles = [entry for entry in entries.values() if entry.kind == "style" and entry.style]
    moves = {entry.move: entry for entry in reversed(entries.values()) if entry.move}
    return Choices(
        tuple(_choice(str(entry.style), entry) for entry in styles),
        tuple(_choice(name, moves.get(name) or entries[name]) for name in MOVES),
    )


def _choice(name: str, entry: Entry) -> Choice:
    words = {"en": listed(entry.en)[0], "ar": listed(entry.ar)[0]}
    return Choice(name, {code: f"{word[:1].upper()}{word[1:]}" for code, word in words.items()})
