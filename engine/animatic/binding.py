"""Binding: which words of a prompt belong together, as "red" and "slowly" and "three" and "no".

English puts what describes a noun before it and Arabic after it; both let adverbs follow.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from engine.animatic.lexicon import listed
from engine.animatic.spotting import Gap, Spot

NOUNS = ("subject", "place", "weather", "time", "")


@dataclass(slots=True)
class Bound:
    """A spot with what is bound to it. A noun stands in `relation` to the `anchor`; the anchor of
    an action's object is the actor."""

    spot: Spot
    index: int
    head: "Bound | None" = None
    negator: "Bound | None" = None
    qualities: list["Bound"] = field(default_factory=list)
    actions: list["Bound"] = field(default_factory=list)
    relation: str = ""
    anchor: "Bound | None" = None
    act: "Bound | None" = None

    @property
    def kind(self) -> str:
        """The kind of the spot's entry."""
        return self.spot.kind

    @property
    def negated(self) -> bool:
        """Whether the prompt asks to leave this out."""
        return self.negator is not None


def bind(spots: list[Spot]) -> list[Bound]:
    """Every spot, with its head found and hung on it."""
    row = [Bound(spot, index) for index, spot in enumerate(spots)]
    for one in row:
        if is_negator(one):
            _negate(row, one)
    for one in row:
        one.head = _head(row, one)
        if one.head is not None:
            (one.head.actions if one.kind == "action" else one.head.qualities).append(one)
    for one in row:
        if _is_thing(one):
            _relate(row, one)
    return row


def is_negator(one: Bound) -> bool:
    """Whether this is a word such as "no" or بدون."""
    return bool(one.spot.entry and one.spot.entry.negates)


def is_quality(one: Bound) -> bool:
    """Whether this describes something else: a colour, number, speed, strength, size or way."""
    return one.kind in ("colour", "modifier") or one.spot.digits is not None


def _negate(row: list[Bound], negator: Bound) -> None:
    """Negate the nouns right after, and those joined to them by "or" and "and"."""
    for one in row[negator.index + 1 :]:
        first = one.index == negator.index + 1
        if one.spot.gap > Gap.JOIN and not (first and one.spot.gap is Gap.STOP):
            return
        if one.spot.gap is Gap.NEAR and not first and row[one.index - 1].kind in NOUNS:
            return
        one.negator = negator


def _head(row: list[Bound], one: Bound) -> Bound | None:
    if is_negator(one):
        return None
    if is_quality(one):
        return _described(row, one)
    if one.kind == "action":
        return _actor(row, one)
    return None


def _is_thing(one: Bound) -> bool:
    """Whether it can stand somewhere: a subject, or a word that the lexicon doesn't have."""
    return one.kind in ("subject", "") and not one.negated


def _relate(row: list[Bound], one: Bound) -> None:
    """Find what a noun stands to: "on", "under" or "with" the noun before, or as the object of
    what that one does."""
    first = one
    while first.index and first.spot.gap <= Gap.JOIN and not first.spot.relation:
        before = row[first.index - 1]
        compound = before.kind == "place" and first.spot.gap is Gap.NEAR and not one.spot.arabic
        described = (is_quality(before) or _is_participle(before)) and before.head is one
        if not compound and not described:
            break
        first = before
    if first.spot.gap >= Gap.CLAUSE or first.index == 0:
        return
    before = row[first.index - 1]
    while first.spot.relation and before.index and _says_how(before):
        before = row[before.index - 1]
    one.relation = first.spot.relation
    if before.kind == "action" and before.head is not None and before.head is not one:
        one.anchor = before.head
        one.act = before if not one.relation else None
    elif one.relation:
        back = [other for other in _back(row, first) if _is_thing(other)]
        alone = (other for other in back if other.relation != "with" or one.relation == "with")
        one.anchor = next(alone, back[0] if back else None)


def _says_how(one: Bound) -> bool:
    """Whether this tells how something is done, as in "walks slowly along"."""
    return _hastens(one) or bool(one.spot.entry and (one.spot.entry.heading or one.spot.entry.lift))


def _described(row: list[Bound], one: Bound) -> Bound | None:
    entry = one.spot.entry
    if entry and (entry.heading or entry.lift):
        return _mover(row, one)
    if _counts(one):
        return _noun_after(row, one) or (_noun_before(row, one) if one.spot.arabic else None)
    looks = (_noun_before, _noun_after) if one.spot.arabic else (_noun_after, _noun_before)
    for look in looks:
        head = look(row, one)
        if head is not None:
            return head
    if not _hastens(one):
        return _said_of(row, one)
    return next((other for other in _back(row, one) if _can_be_described(other)), None)


def _said_of(row: list[Bound], one: Bound) -> Bound | None:
    """The noun before in "the sea is calm"."""
    if one.index and one.spot.gap is Gap.LINK and _can_be_described(row[one.index - 1]):
        return row[one.index - 1]
    return None


def _counts(one: Bound) -> bool:
    return one.spot.digits is not None or bool(one.spot.entry and one.spot.entry.count)


def _noun_after(row: list[Bound], one: Bound) -> Bound | None:
    """The last noun of the run of words that this one stands before."""
    head: Bound | None = None
    for other in row[one.index + 1 :]:
        gap = other.spot.gap
        if gap is not Gap.NEAR and not (gap is Gap.JOIN and head is None and is_quality(other)):
            break
        if head is not None and not other.kind and other.spot.text.endswith("s"):
            break  # An unknown verb: "a red dragon snorts fire".
        if head is None and _is_participle(other):
            continue  # "a big burning castle"
        if other.kind in ("action", "camera"):
            return head or (other if _hastens(one) or other.kind == "camera" else None)
        if other.kind in ("subject", "place", "weather") or (not other.kind and head is None):
            head = other
        if other.spot.digits is not None:
            break
    return head


def _noun_before(row: list[Bound], one: Bound) -> Bound | None:
    """The noun, action or camera that this one stands right behind."""
    gap = one.spot.gap
    for other in reversed(row[: one.index]):
        if gap > Gap.JOIN:
            return None
        if _can_be_described(other) and (_hastens(one) or other.kind != "action"):
            return other
        gap = other.spot.gap
    return None


def _hastens(one: Bound) -> bool:
    return bool(one.spot.entry and one.spot.entry.tempo is not None)


def _can_be_described(one: Bound) -> bool:
    plain = not is_quality(one) and not is_negator(one)
    return plain and (one.kind in NOUNS or one.kind in ("action", "camera"))


def _mover(row: list[Bound], one: Bound) -> Bound | None:
    """Who goes left, right, up or down: the camera or actor named before in the clause."""
    wanted = ("camera", "action", "subject")
    before = next((other for other in _back(row, one) if other.kind in wanted), None)
    if before is not None and before.kind == "action":
        return _actor(row, before) or before
    return before or next((other for other in row[one.index :] if other.kind in wanted), None)


def _actor(row: list[Bound], one: Bound) -> Bound | None:
    """Who does it: the nearest noun or camera before, else the next one."""
    if one.spot.relation and _is_participle(one):
        # "in front of a burning castle"
        after = next((it for it in row[one.index + 1 :] if not is_quality(it)), None)
        if after is not None and after.spot.gap is Gap.NEAR and _can_act(after, one):
            return after
    for other in _back(row, one, whole_sentence=True):
        if _can_act(other, one) and not other.negated and not _is_held(row, other):
            return other
        if other.kind == "camera" and other.spot.entry and other.spot.entry.camera:
            return other
        if not other.kind and other.spot.digits is None and one.index == other.index + 1:
            return other
    after = row[one.index + 1 : one.index + 3]
    if not one.spot.arabic:
        # "falling leaves" and "a falling red leaf", but not "dawn breaks over the city".
        after = [other for other in after if _leads_to(row, one, other)]
    return next((other for other in after if _can_act(other, one)), None)


def _is_participle(one: Bound) -> bool:
    """Whether it may describe the noun that follows."""
    return one.kind == "action" and one.spot.text.casefold().endswith(("ing", "ed"))


def _leads_to(row: list[Bound], one: Bound, other: Bound) -> bool:
    between = row[one.index + 1 : other.index + 1]
    return all(it.spot.gap is Gap.NEAR for it in between) and not one.spot.text.endswith("s")


def _can_act(one: Bound, act: Bound) -> bool:
    """Whether it may be what does this: a subject, a weather, the sun, a place that does it."""
    entry, done = one.spot.entry, act.spot.entry
    if entry is None or done is None or one.kind in ("subject", "weather"):
        return entry is not None and one.kind in ("subject", "weather")
    if one.kind == "place":
        return bool({done.action, *listed(done.or_does)} & set(listed(entry.does)))
    return one.kind == "time" and entry.when_free


def _is_held(row: list[Bound], one: Bound) -> bool:
    """Whether it is said of someone as "in a coat" and "with a hat" are."""
    entry = one.spot.entry
    if not entry or not entry.wears or one.index == 0:
        return False
    first = one
    while first.index and first.spot.gap <= Gap.JOIN and is_quality(row[first.index - 1]):
        first = row[first.index - 1]
    return first.spot.relation in ("in", "with") and first.spot.gap < Gap.CLAUSE


def _back(row: list[Bound], one: Bound, whole_sentence: bool = False) -> Iterator[Bound]:
    """The spots before this one, nearest first, up to the start of its clause or sentence."""
    wall = Gap.SENTENCE if whole_sentence else Gap.CLAUSE
    gap = one.spot.gap
    for other in reversed(row[: one.index]):
        if gap >= wall:
            return
        yield other
        gap = other.spot.gap
