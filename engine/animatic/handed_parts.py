"""What files handed in change of a cast: what can carries the logo, and a photo plays alone."""

from collections.abc import Iterable

from msgspec.structs import replace

from engine.animatic.build import build_of
from engine.animatic.reading import Part
from engine.animatic.references import reference
from engine.contract.shot import Reference

EMBLEM, SHIRT, PHOTO = "emblem", "shirt", "silhouette"
"""A logo by itself, a shirt by itself, and the kind whose place a photo takes where nobody is."""
PRINTED = "printed"
"""The trait of what bears a logo though its kind has no place of its own for one."""

Cast = tuple[Part, ...]


def handed_cast(cast: Cast, references: Iterable[Reference], spelt: bool = False) -> Cast:
    """The cast with the parts that the files play; a logo that is `spelt` needs no other mark."""
    files = tuple(references)
    branded = reference(files, "logo") is not None
    cast = _printed(cast, branded)
    if branded:
        cast = _branded(cast)
    elif spelt:
        cast = _without(cast, *_ranks(cast, EMBLEM))
    if reference(files, "subject") is not None and not cast:
        return (Part(PHOTO),)
    return cast


def _printed(cast: Cast, branded: bool) -> Cast:
    """A logo that is said to be on something is printed on it, not a thing that stands on it; what
    has a place for logos shows those that are handed in by itself."""
    for rank, part in enumerate(cast):
        if part.kind == EMBLEM and part.relation == "on":
            own = branded and _carries(cast[part.to])
            there = (
                _marked(one, PRINTED) if i == part.to and not own else one
                for i, one in enumerate(cast)
            )
            return _printed(_without(tuple(there), rank), branded)
    return cast


def _branded(cast: Cast) -> Cast:
    """Without the logo beside things that carry it, and without the shirt of whoever wears it."""
    cast = tuple(_marked(part, "logo") if "shirt" in part.traits else part for part in cast)
    if any("logo" in part.traits for part in cast):
        cast = _without(cast, *_ranks(cast, SHIRT))
    if any(part.kind != EMBLEM and _carries(part) for part in cast):
        cast = _without(cast, *_ranks(cast, EMBLEM))
    return cast


def _ranks(cast: Cast, kind: str) -> tuple[int, ...]:
    return tuple(rank for rank, part in enumerate(cast) if part.kind == kind)


def _carries(part: Part) -> bool:
    return build_of(part.kind).carries or bool({"logo", PRINTED} & set(part.traits))


def _marked(part: Part, trait: str) -> Part:
    return replace(part, traits=tuple(dict.fromkeys((*part.traits, trait))))


def _without(cast: Cast, *gone: int) -> Cast:
    """The others, who stand to one another as before; who stood to what is gone stands alone."""
    kept = [rank for rank in range(len(cast)) if rank not in gone]
    ranks = {rank: index for index, rank in enumerate(kept)}
    return tuple(
        cast[rank] if cast[rank].to < 0 else _moved(cast[rank], ranks.get(cast[rank].to))
        for rank in kept
    )


def _moved(part: Part, to: int | None) -> Part:
    return replace(part, relation="", to=-1) if to is None else replace(part, to=to)
