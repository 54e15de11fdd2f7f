"""Staging: what a director makes of a cast before anyone has a place in the frame.

A prompt names things one after another; here those that belong together are brought together.
"""

from functools import lru_cache

from msgspec.structs import replace

from engine.animatic.build import build_of
from engine.animatic.lexicon import lexicon
from engine.animatic.reading import Part, Reading
from engine.animatic.scene import Hour, Kind, Place
from engine.animatic.setting import setting_of

NIGHTLY = frozenset({"fireworks", "aurora", "firefly", "candle", "lantern", "campfire"})
"""What is only seen at night is shown at night unless another hour is asked for."""
TRAINS = frozenset({"train", "tram", "steam_train"})
BRIDGES = {"bridge": 0.8, "steel_bridge": 0.2}
"""At which part of a bridge's height its deck lies."""
FESTIVE = frozenset({"birthday_cake", "cake", "balloon_toy", "confetti", "candle", "gift"})
"""What celebrates on a table rather than on the grass."""
SHARED = frozenset({"dance", "walk", "run", "play", "sit", "jump", "sing", "wave", "swim", "laugh"})
"""What people do together."""
GOING, WALKERS = frozenset({"walk", "cross", "run", "move", "march"}), 9
"""A crowd that goes somewhere is so many people."""
CHIMNEYED = frozenset({"village", "farm"})
"""Where smoke comes from the chimneys that are there."""
ON_STAGE = frozenset({"ballerina", "dancer"})
FLYERS = frozenset({"roost", "fly", "flutter", "cruise", "drift"})
LOUD = frozenset({"cheer", "clap", "sing", "jump", "dance", "wave"})
"""What is heard of a crowd that sits in the stands."""
WET = frozenset({"rain", "storm"})
OVERFLIGHT = frozenset({"flies over", "fly over", "flying over", "flew over"})
"""What is said of a bird is no move of the camera."""
BARE = frozenset({"void", "studio", "table_top", "windowsill", "stage"})
"""Rooms where nothing stands that isn't asked for."""
LOW = 0.6
"""Metres below which a thing stands on a table."""
ON_FLOORS = frozenset({"shoe", "sneakers", "ball", "gift", "dice", "marble", "bag", "suitcase"})
BALLS = frozenset({"ball", "beach_ball", "basketball", "football"})


def staged(reading: Reading) -> Reading:
    """The reading with its cast, and the place and hour that it leaves open, as they are shown."""
    cast = _umbrellas_held(reading)
    if reading.style == "synthwave":
        cast = _without(cast, "sun_body")
    if reading.place == "table_top" and any(part.kind == "window" for part in cast):
        cast = _without(tuple(_apart_from(part, cast, "window") for part in cast), "window")
        reading = replace(reading, place="windowsill")
    if reading.place in CHIMNEYED:
        cast = _without(cast, "smoke_plume")
    sounds = reading.sounds
    if reading.place == "stadium" and any(part.kind != "crowd" for part in cast):
        loud = any(part.kind == "crowd" and part.act in LOUD for part in cast)
        sounds = tuple(dict.fromkeys((*sounds, "cheering"))) if loud else sounds
        cast = _without(cast, "crowd")
    cast = _together(cast)
    cast = tuple(_staged(part, cast, reading.place) for part in cast)
    cast = _tabled(cast, reading.place)
    move = reading.move
    if _flies_over(reading) and any(_is_flyer(part) for part in cast):
        cast = tuple(replace(part, act="fly") if _may_sit(part) else part for part in cast)
        move = None
    place = _place(reading, cast)
    return replace(reading, cast=cast, place=place, hour=_hour(reading), move=move, sounds=sounds)


def _is_flyer(part: Part) -> bool:
    return build_of(part.kind).way in FLYERS and not part.act


def _may_sit(part: Part) -> bool:
    return build_of(part.kind).way == "roost" and not part.act


def _flies_over(reading: Reading) -> bool:
    """Whether the prompt says that somebody or a camera flies over something."""
    words = {word.text.lower() for word in reading.understanding.words}
    return reading.move == "drone_forward" and bool(words & OVERFLIGHT)


def _staged(part: Part, cast: tuple[Part, ...], place: Place | None) -> Part:
    kinds = [other.kind for other in cast]
    if part.act == "kick" and "ball" in part.traits:
        return replace(part, traits=tuple(one for one in part.traits if one != "ball"))
    if _out_of_water(part, cast, place):
        return replace(part, relation="", to=-1)
    if part.act == "breathe_fire":
        return replace(part, act="roar")
    if part.kind == "crowd" and part.act in GOING:
        return replace(part, kind="person", count=WALKERS, act="walk", speed=1.0)
    if part.relation == "on" and kinds[part.to] in ("icicle", "leaf"):
        return replace(part, relation="", to=-1)
    walks = build_of(part.kind).way == "walk"
    if walks and not part.act and _inside(place) and part.speed is None:
        dances = place == "stage" and ON_STAGE & set(part.traits)
        return replace(part, act="dance" if dances else "", speed=0.0)
    if part.kind == "smoke_plume" and "rocket" in kinds and not part.relation:
        return replace(part, relation="behind", to=kinds.index("rocket"))
    if part.kind == "smoke_plume" and "candle" in kinds and not part.relation:
        return _set_on(part, kinds.index("candle"), 1.0)
    if part.kind == "leaf" and len(cast) > 1:
        return replace(part, size=0.3)
    if part.kind in BRIDGES and part.relation == "beside":
        return replace(part, relation="", to=-1)
    if _crosses(part) and not part.relation:
        deck = next((kind for kind in kinds if kind in BRIDGES), "")
        return _set_on(part, kinds.index(deck), BRIDGES[deck]) if deck else part
    if part.kind in BALLS and part.act in ("bounce", "roll", "fall") and "stairs" in kinds:
        down = _set_on(part, kinds.index("stairs"), 0.0)
        return replace(down, act="bounce", heading=-1, traits=(*part.traits, "stairs"))
    return part


def _out_of_water(part: Part, cast: tuple[Part, ...], place: Place | None) -> bool:
    """Whether it would swim on the bank because who stands there does something to it."""
    swims = build_of(part.kind).way == "swim" and part.relation == "beside"
    ashore = build_of(cast[part.to].kind).way not in ("swim", "dive")
    return swims and ashore and place not in (None, "void", "studio")


def _tabled(cast: tuple[Part, ...], place: Place | None) -> tuple[Part, ...]:
    """In a room, what belongs on a table stands on one, at somebody's side if anyone is there."""
    lies = [rank for rank, part in enumerate(cast) if _belongs_on_table(part)]
    if not lies or place in BARE or not _inside(place):
        return cast
    kinds = [part.kind for part in cast]
    people = [rank for rank, kind in enumerate(kinds) if kind == "person"]
    beside = Part("table", relation="beside", to=people[0]) if people else Part("table")
    more = () if "table" in kinds else (beside,)
    table = kinds.index("table") if "table" in kinds else len(cast)
    if more and people and cast[people[0]].relation:
        return cast
    set_down = (_set_on(p, table, 1.0) if rank in lies else p for rank, p in enumerate(cast))
    return (*set_down, *more)


def _belongs_on_table(part: Part) -> bool:
    low = build_of(part.kind).height < LOW and not part.act and part.size <= 1.0
    return part.kind in tabletop_kinds() and low and part.relation in ("", "beside")


@lru_cache(maxsize=1)
def tabletop_kinds() -> frozenset[Kind]:
    """What the lexicon has at home on a table, but for what lies about on floors too."""
    entries = lexicon().entries.values()
    at_home = {entry.draws for entry in entries if entry.home == "table_top" and entry.draws}
    return frozenset((at_home | {"laptop"}) - ON_FLOORS)


def _crosses(part: Part) -> bool:
    """Whether it goes over a bridge if there is one."""
    return part.kind in TRAINS or part.act == "cross" and build_of(part.kind).way == "drive"


def _inside(place: Place | None) -> bool:
    """Whether there is no room to walk about."""
    return place is not None and setting_of(place).indoors


def _set_on(part: Part, to: int, lift: float) -> Part:
    return replace(part, relation="on", to=to, lift=lift)


def _together(cast: tuple[Part, ...]) -> tuple[Part, ...]:
    """What is said of the last of several people who are named in a row is done by all."""
    done = list(cast)
    for rank in range(len(cast) - 2, -1, -1):
        one, after = done[rank], done[rank + 1]
        if one.kind != "person" or after.kind != "person" or after.act not in SHARED:
            continue
        if not one.act and one.speed is None and not one.relation:
            done[rank] = replace(one, act=after.act, speed=after.speed, since=after.since)
    return tuple(done)


def _umbrellas_held(reading: Reading) -> tuple[Part, ...]:
    """Umbrellas that stand to nothing are held by the people who are there; who has nothing else
    to do opens one in the rain anyway."""
    cast, wet = reading.cast, bool(WET & set(reading.weather))
    if not any(part.kind == "person" for part in cast):
        return cast
    fewer = _without(cast, "umbrella")
    if fewer == cast:
        return cast
    return tuple(
        replace(part, traits=(*part.traits, "umbrella"))
        if part.kind == "person" and (part.act or not wet)
        else part
        for part in fewer
    )


def _apart_from(part: Part, cast: tuple[Part, ...], kind: str) -> Part:
    """The part, standing neither to one of this kind nor, if it is one, to anything."""
    related = part.relation and (part.kind == kind or cast[part.to].kind == kind)
    return replace(part, relation="", to=-1) if related else part


def _without(cast: tuple[Part, ...], kind: str) -> tuple[Part, ...]:
    """The cast without the parts of a kind, as far as nobody stands to those."""
    gone = [
        rank
        for rank, part in enumerate(cast)
        if part.kind == kind and not part.relation and all(other.to != rank for other in cast)
    ]
    return tuple(
        replace(part, to=part.to - sum(rank < part.to for rank in gone))
        for rank, part in enumerate(cast)
        if rank not in gone
    )


def _place(reading: Reading, cast: tuple[Part, ...]) -> Place | None:
    """Bridges that somebody crosses cross a river; rooms that have stairs are large."""
    bridged = any(_crosses(part) and part.relation == "on" for part in cast)
    if bridged and reading.place in ("railway", "street", "road"):
        return "river"
    if reading.place == "garden" and cast and {part.kind for part in cast} <= FESTIVE:
        return "table_top"
    stairs = any(part.kind == "stairs" for part in cast)
    return "castle_hall" if stairs and reading.place == "room" else reading.place


def _hour(reading: Reading) -> Hour | None:
    nightly = any(part.kind in NIGHTLY for part in reading.cast)
    return "night" if nightly and reading.hour is None else reading.hour
