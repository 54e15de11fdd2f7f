"""Spotting: the content words of a prompt, with their positions and their lexicon entries."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from engine.animatic.lexicon import Entry, Lexicon, Phrase
from engine.animatic.senses import Place, Sense, chosen
from engine.animatic.shots import LABEL
from engine.animatic.wordforms import Form, fold, forms, is_arabic

LONG_WORD = 5
LONGER_WORD = 7

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u064B-\u065F\u0670\u0640])*(?:['’][^\W\d_]+)?")
_QUOTED = re.compile(r"[\"“”«»][^\"“”«»]+[\"“”«»]")
_CLAUSE = re.compile(r"[,;:()،؛—–]|\s-\s")
_SENTENCE = re.compile(r"[.!?؟\n]")


class Gap(IntEnum):
    """What stands between two content words, the widest last: nothing, "and", "is", other stop
    words, a comma, a full stop."""

    NEAR = 0
    JOIN = 1
    LINK = 2
    STOP = 3
    CLAUSE = 4
    SENTENCE = 5


@dataclass(slots=True)
class Token:
    """A word as written, folded, with the forms it may be of. `gap` is what stands before it."""

    start: int
    stop: int
    folded: str
    forms: tuple[Form, ...]
    gap: Gap
    quoted: bool = False


@dataclass(slots=True)
class Spot:
    """A content word or phrase: prompt[start:stop], its entry if the lexicon has one, and the
    widest gap between it and the spot before. `relation` is the last word such as "under" that
    stands in the gap, by its name in the grammar. `special` ones say more than their entry."""

    start: int
    stop: int
    text: str
    entry: Entry | None
    number: int
    gap: Gap
    arabic: bool
    digits: int | None = None
    relation: str = ""
    quoted: bool = False
    special: bool = False

    @property
    def kind(self) -> str:
        """The entry's kind, "" for a word the lexicon doesn't have."""
        return self.entry.kind if self.entry else ""


def spots_in(prompt: str, words: Lexicon) -> list[Spot]:
    """The content words of the prompt in order; stop words only widen the gaps."""
    tokens = _tokens(prompt)
    spots: list[Spot] = []
    gap, relation = Gap.NEAR, ""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        gap = max(gap, token.gap)
        senses, length = _longest(tokens, index, words)
        phrase, number = None, 1
        if senses:
            place = _place(tokens, index, length, spots, words)
            sense = chosen(senses, place, words)
            phrase, number = sense.phrase, sense.number
        related, reach = _relation(tokens, index, words)
        if related and (phrase is None or reach > length):
            gap, relation = max(gap, Gap.STOP), related
            index += reach
            continue
        if phrase is None and _is_stop(token, words):
            gap = max(gap, _stop_gap(token, words))
            index += 1
            continue
        if phrase is not None and token.folded in words.stop:
            gap = max(gap, Gap.STOP)
        spot = _spot(prompt, tokens[index : index + length], phrase, number, gap)
        spot.relation = "" if gap >= Gap.SENTENCE else relation
        spots.append(spot)
        gap, relation = Gap.NEAR, ""
        index += length
    return spots


def _relation(tokens: list[Token], index: int, words: Lexicon) -> tuple[str, int]:
    """The relation that is said from here on, and in how many words; an Arabic "in" or "with" may
    be attached to its noun and doesn't count."""
    for said, name in words.relations(tokens[index].folded):
        rest = tokens[index : index + len(said)]
        near = all(token.gap is Gap.NEAR for token in rest[1:])
        if near and tuple(token.folded for token in rest) == said:
            return name, len(said)
    return "", 0


def _tokens(prompt: str) -> list[Token]:
    tokens: list[Token] = []
    end = 0
    for start, stop, quoted in _pieces(prompt):
        word = "" if quoted else fold(prompt[start:stop])
        found = forms(word) if word else ()
        tokens.append(Token(start, stop, word, found, _gap(prompt[end:start]), quoted))
        end = stop
    return tokens


def _pieces(prompt: str) -> list[tuple[int, int, bool]]:
    """Words and quoted texts, as (start, stop, quoted); labels such as "Shot 2:" are neither."""
    quotes = [match.span() for match in _QUOTED.finditer(prompt)]
    taken = quotes + [match.span() for match in LABEL.finditer(prompt)]
    pieces = [(start, stop, True) for start, stop in quotes]
    for match in _WORD.finditer(prompt):
        if not any(start <= match.start() < stop for start, stop in taken):
            pieces.append((*match.span(), False))
    return sorted(pieces)


def _gap(between: str) -> Gap:
    if _SENTENCE.search(between):
        return Gap.SENTENCE
    return Gap.CLAUSE if _CLAUSE.search(between) else Gap.NEAR


def _stop_gap(token: Token, words: Lexicon) -> Gap:
    if token.folded in words.joins:
        return Gap.JOIN
    return Gap.LINK if token.folded in words.links else Gap.STOP


def _is_stop(token: Token, words: Lexicon) -> bool:
    if token.quoted:
        return False
    if token.folded in words.stop:
        return True
    return is_arabic(token.folded) and any(form in words.stop for form, _ in token.forms[:2])


def _longest(tokens: list[Token], index: int, words: Lexicon) -> tuple[list[Sense], int]:
    """What the longest phrases of the lexicon that start here may mean, and their words."""
    token = tokens[index]
    best: list[Sense] = []
    length = 1
    for form, number in token.forms:
        for phrase in words.starting(form):
            long = len(phrase.pieces)
            if long < length or not _follows(tokens, index, phrase):
                continue
            best = best if long == length else []
            exact = form == token.folded or number > 1
            best.append(Sense(phrase, _number(tokens, index, phrase, number), exact))
            length = long
    if not best and not token.quoted and not _is_stop(token, words):
        near = near_miss(token.folded, words)
        return ([Sense(near, near.number, True)] if near else []), 1
    return best, length


def _place(
    tokens: list[Token], index: int, length: int, spots: list[Spot], words: Lexicon
) -> Place:
    """What stands right before and after a word, as far as no comma is between."""
    token = tokens[index]
    before = tokens[index - 1] if index and token.gap is Gap.NEAR else None
    rest = tokens[index + length : index + length + 1]
    goes_on = bool(rest) and rest[0].gap is Gap.NEAR and _may_be_described(rest[0], words)
    last = spots[-1] if spots and before and spots[-1].stop == before.stop else None
    acting = bool(spots) and spots[-1].kind == "action"
    return Place(
        written=token.folded,
        before=before.folded if before else "",
        after=rest[0].folded if goes_on else "",
        actor=last.entry if last else None,
        unknown=last is not None and last.entry is None,
        number=last.number if last else 1,
        acting=acting,
    )


def _may_be_described(token: Token, words: Lexicon) -> bool:
    """Whether a word may be a noun, or describe one that follows."""
    if _is_stop(token, words) or words.relations(token.folded):
        return False
    found = [phrase.entry for form, _ in token.forms for phrase in words.starting(form)]
    if any(entry.kind == "action" for entry in found) and token.folded.endswith("s"):
        return False
    return not found or any(entry.kind != "action" and entry.tempo is None for entry in found)


def _follows(tokens: list[Token], index: int, phrase: Phrase) -> bool:
    rest = tokens[index + 1 : index + len(phrase.pieces)]
    if len(rest) != len(phrase.pieces) - 1:
        return False
    pairs = zip(phrase.pieces[1:], rest, strict=True)
    return all(
        token.gap is Gap.NEAR and any(form == piece for form, _ in token.forms)
        for piece, token in pairs
    )


def _number(tokens: list[Token], index: int, phrase: Phrase, first: int) -> int:
    """A phrase has the number of its noun: the last word in English, the first in Arabic."""
    if phrase.number > 1 or is_arabic(tokens[index].folded) or len(phrase.pieces) == 1:
        return max(phrase.number, first)
    last = tokens[index + len(phrase.pieces) - 1]
    return next(number for form, number in last.forms if form == phrase.pieces[-1])


def _spot(prompt: str, tokens: list[Token], phrase: Phrase | None, number: int, gap: Gap) -> Spot:
    start, stop = tokens[0].start, tokens[-1].stop
    text = prompt[start:stop]
    digits = int(text) if text.isdecimal() and len(text) < 4 else None
    entry = phrase.entry if phrase else None
    quoted = tokens[0].quoted
    special = bool(phrase and phrase.special)
    return Spot(
        start,
        stop,
        text,
        entry,
        number,
        gap,
        is_arabic(text),
        digits,
        quoted=quoted,
        special=special,
    )


def near_miss(word: str, words: Lexicon) -> Phrase | None:
    """The one-word phrase that `word` is a slip of the keyboard away from, if there is one."""
    if len(word) < LONG_WORD or word.isdecimal():
        return None
    return _near_miss(word, words)


@lru_cache(maxsize=2048)
def _near_miss(word: str, words: Lexicon) -> Phrase | None:
    for length in (len(word), len(word) + 1, len(word) - 1):
        for known in words.of_length(length):
            if len(known) >= LONG_WORD and _one_slip(word, known):
                single = [phrase for phrase in words.starting(known) if len(phrase.pieces) == 1]
                if single:
                    return single[0]
    return None


def _one_slip(word: str, known: str) -> bool:
    """Whether one letter too many, too few, or two swapped ones make the difference; in long
    words also one wrong letter. In short ones that would mistake too many real words."""
    same = next((i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), None)
    if same is None:
        return abs(len(word) - len(known)) == 1
    if len(word) > len(known):
        return word[same + 1 :] == known[same:]
    if len(word) < len(known):
        return word[same:] == known[same + 1 :]
    swapped = word[same + 1 : same + 2] + word[same] + word[same + 2 :] == known[same:]
    return swapped or (len(word) >= LONGER_WORD and word[same + 1 :] == known[same + 1 :])
