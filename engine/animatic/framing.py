"""Framing: where subjects stand at the start of a shot so that its pictures are well composed.

The main subject is large enough to be read, stands on a third of the frame away from the sun, and
has room ahead of it; others share the rest in depth. Chance comes from the scene's seed alone.
"""

from dataclasses import dataclass
from math import inf
from random import Random

from msgspec.structs import replace

from engine.animatic.bounds import KITE_HIGH, KITE_WIDE, youth
from engine.animatic.build import Build, build_of
from engine.animatic.camera import standing
from engine.animatic.composing import Linked
from engine.animatic.frame import CLOSEST, FRAME_HEIGHT, WHOLE, Frame
from engine.animatic.reading import Part
from engine.animatic.relating import LARGEST, ROOM, SMALL, related
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of

FOOT = 0.9
"""The row on which a main subject stands if the camera has to stoop for it."""
LEAST = 0.12
"""Metres: no camera stands lower."""
HEADROOM = 0.14
"""The row at which heads are in a close shot of somebody."""
PASSING = 0.6
"""Half widths of the frame that a camera goes either way where something stands by the way."""
MOST = 14


def eye_for(scene: Scene, cast: tuple[Part, ...], closeness: float) -> float:
    """How high a camera stands for this cast: lower than usual for what is small, so that it can
    come near with its subject's foot in the frame; 0 where the usual height will do."""
    setting = setting_of(scene.place)
    if not cast or not 1.0 <= setting.height < 10.0:
        return 0.0
    part = cast[_main(cast)]
    build = _build_for(part)
    if not build.grounded:
        return 0.0
    view = standing(scene, round(FRAME_HEIGHT * scene.aspect), FRAME_HEIGHT)
    share = _share(part, build, closeness)
    if share > WHOLE:
        return round(build.height * max(1.0 - (view.horizon - HEADROOM) / share, 0.3), 3)
    z = max(build.height / share, build.width / (0.66 * scene.aspect), CLOSEST) * view.focal
    eye = (FOOT - min(view.horizon, 0.72)) * z
    least = 0.5 * setting.height if setting.water else LEAST
    return round(max(eye, least), 3) if eye < setting.height else 0.0


def _build_for(part: Part) -> Build:
    """How its kind is built, smaller for the young."""
    build, young = build_of(part.kind), youth(part.traits)
    if "kite" in part.traits:
        return replace(build, height=KITE_HIGH * young, width=KITE_WIDE * young, share=0.7)
    if young == 1.0:
        return build
    return replace(build, height=build.height * young, width=build.width * young)


def _share(part: Part, build: Build, closeness: float) -> float:
    """The part of the frame's height that it takes as a main subject. Closer shots of somebody
    show them from the hips, from the chest, or the face."""
    share = build.share * closeness * part.size
    if closeness > 1.2 and build.way == "walk":
        return 0.82 * closeness**1.75
    return min(share, 0.8)


@dataclass(frozen=True, slots=True)
class Placed:
    """Subjects in the cast's order, how fast the camera goes along with them, which of them is the
    main one, and which pairs the prompt sets in relation."""

    subjects: tuple[Subject, ...]
    track: float
    lead: int
    linked: Linked


def placed(cast: tuple[Part, ...], frame: Frame, chance: Random) -> Placed:
    """Subjects for the cast where the rules of composition put them."""
    side = _first_side(frame, chance)
    cast = _bearing(_together(_chasing(_parked(cast), -side), -side, chance))
    groups: list[list[Subject]] = []
    track = 0.0
    main = _main(cast)
    for rank, part in enumerate(cast):
        group, along = _group(part, rank != main, side, frame, chance, _follows(cast, rank))
        groups.append(group)
        track += along if rank == main else 0.0
        side = -side
    subjects = related(cast, groups, frame)[:MOST]
    lead = sum(len(group) for group in groups[:main]) if cast else 0
    return Placed(subjects, round(track, 3), min(lead, MOST - 1), _linked(cast, groups))


def _bearing(cast: tuple[Part, ...]) -> tuple[Part, ...]:
    """What is lower than whoever stands on it leaves room above for them."""
    sized = list(cast)
    for part in cast:
        if part.relation != "on" or not 0 <= part.to < len(cast):
            continue
        rider, mount = build_of(part.kind), build_of(cast[part.to].kind)
        if rider.way == "walk" and mount.height < 0.5 * rider.height:
            share = rider.share * mount.height / (mount.height + 0.8 * rider.height)
            sized[part.to] = replace(sized[part.to], size=share / mount.share)
    return tuple(sized)


def _follows(cast: tuple[Part, ...], rank: int) -> float:
    """How far a camera may go along with it, in half widths of the frame: as far as it likes if
    all who are out go the same way, not so far that what stands by the way is lost from sight."""
    free = [part for part in cast if not part.relation and build_of(part.kind).way != "aloft"]
    out = [part for part in free if build_of(part.kind).speed]
    ways = {(build_of(part.kind).way, part.heading) for part in out}
    if cast[rank] not in out or len(ways) > 1:
        return 0.0
    return inf if len(out) == len(free) else PASSING


def _parked(cast: tuple[Part, ...]) -> tuple[Part, ...]:
    """Vehicles that others stand to, and that nobody says drive, stand still."""
    stood = {part.to for part in cast if part.relation not in ("", "on")}
    return tuple(
        replace(part, speed=0.0)
        if rank in stood and part.speed is None and build_of(part.kind).way == "drive"
        else part
        for rank, part in enumerate(cast)
    )


def _chasing(cast: tuple[Part, ...], heading: int) -> tuple[Part, ...]:
    """Who chases and who is chased go the same way, equally fast."""
    if len(cast) != 2 or "chase" not in (cast[0].act, cast[1].act):
        return cast
    speeds = [build_of(part.kind).speed for part in cast]
    usual = max(part.speed or 1.0 for part in cast)
    return tuple(
        replace(
            part,
            heading=cast[0].heading or heading,
            speed=usual * speeds[0] / max(speed, 0.1),
            act=part.act or "run",
        )
        for part, speed in zip(cast, speeds, strict=True)
    )


def _together(cast: tuple[Part, ...], heading: int, chance: Random) -> tuple[Part, ...]:
    """People, or animals, or vehicles that are out together mostly go the same way."""
    if len(cast) < 2:
        return cast
    first = replace(cast[0], heading=cast[0].heading or heading)
    way = build_of(first.kind).way
    follow = chance.random() < 0.8
    return (
        first,
        *(
            replace(part, heading=first.heading)
            if follow and part.heading is None and build_of(part.kind).way == way
            else part
            for part in cast[1:]
        ),
    )


def _linked(cast: tuple[Part, ...], groups: list[list[Subject]]) -> Linked:
    """Pairs of subjects that stand to one another."""
    firsts = [sum(len(group) for group in groups[:rank]) for rank in range(len(groups))]
    return frozenset(
        (firsts[rank] + one, firsts[part.to] + other)
        for rank, part in enumerate(cast)
        if part.relation not in ("", "beside", "left", "right", "between")
        for one in range(len(groups[rank]))
        for other in range(len(groups[part.to]))
    )


def _main(cast: tuple[Part, ...]) -> int:
    """Who takes the main subject's room in the frame: what the first stands to, else that one."""
    rank, seen = 0, 0
    while cast and cast[rank].relation and seen < len(cast):
        rank, seen = cast[rank].to, seen + 1
    return rank


def _first_side(frame: Frame, chance: Random) -> int:
    """Away from the sun, mostly."""
    away = 1 if frame.sun < 0.5 else -1
    return away if chance.random() < 0.8 else -away


def _group(
    part: Part, minor: bool, side: int, frame: Frame, chance: Random, follows: float
) -> tuple[list[Subject], float]:
    build = _build_for(part)
    number = 1 if part.kind == "birds" else part.count or (build.several if part.several else 1)
    number = min(number, MOST)
    heading = part.heading or (-side if chance.random() < 0.85 else side)
    share = _share(part, build, frame.closeness) * (0.72 if minor else 1.0)
    share = min(PRODUCT * share, 0.8) if frame.plain and not minor and share < 0.8 else share
    first = frame.depth_of(build, share)
    scale = _scale(build, share, first, frame)
    if build.painter in ASHORE and build.height * frame.focal < frame.bank:
        first = min(first, frame.bank)
    if build.way == "swim" and first < frame.bank < inf:
        scale = round(min(OFFSHORE * frame.bank / first, 1.5), 3)
        first = OFFSHORE * frame.bank
    if first > frame.deepest:
        scale, first = round(frame.deepest / first, 3), frame.deepest
    speed = build.speed * (0.85 if part.speed is None else part.speed)
    track = _track(build, speed, first, heading, number, frame, follows)
    group: list[Subject] = []
    for index in range(number):
        z = min(first * _depth(build, index, number, chance), max(frame.deepest, first))
        across = _across(index, number, side, chance)
        across *= 0.0 if frame.plain and number == 1 and not minor else 1.0
        x, z, own = _start(build, z, across, heading * speed, track, frame)
        variety = round(chance.random(), 4)
        members = part.count or 0 if part.kind == "birds" else 0
        colour = _colour(part.colour, index)
        group.append(
            Subject(
                part.kind,
                x,
                z,
                heading,
                own,
                colour,
                variety,
                members,
                act=part.act,
                since=round(part.since * frame.seconds, 3),
                traits=part.traits,
                scale=scale,
            )
        )
    return group, track


def _scale(build: Build, share: float, z: float, frame: Frame) -> float:
    """Small things that can't come close enough to be read are made larger, up to a limit and to
    two thirds of the frame's width."""
    seen = build.height * frame.focal / z
    room = 0.66 * frame.aspect * z / (frame.focal * build.width)
    if build.height > SMALL or seen >= 0.7 * share:
        return 1.0
    return round(max(min(0.7 * share / seen, LARGEST, room), 1.0), 3)


def _track(
    build: Build,
    speed: float,
    z: float,
    heading: int,
    number: int,
    frame: Frame,
    follows: float,
) -> float:
    """The camera's speed that leaves its main subject some way to go across the frame, no more;
    several, who fill the frame, hardly any."""
    if not build.followed or not frame.follows or not follows:
        return 0.0
    own = min(speed, (0.6 if number == 1 else 0.2) * frame.half_width(z) / frame.seconds)
    aside = min(frame.aside, follows * frame.half_width(z))
    return heading * min(speed - own, 2.0 * aside / frame.seconds)


def _depth(build: Build, index: int, number: int, chance: Random) -> float:
    """Several stand behind one another, each clearly farther or nearer than the last."""
    if number == 1:
        return chance.uniform(1.0, 1.1)
    step = build.spread / (number - 1) ** 0.5
    return 1.0 + step * (index + chance.uniform(-0.15, 0.25))


def _start(
    build: Build, z: float, across: float, velocity: float, track: float, frame: Frame
) -> tuple[float, float, float]:
    """(x, z, speed) of a subject that comes by `across` (-1 left edge to 1 right) half-way.

    The camera stands at -track * seconds / 2 at the start and at 0 half-way.
    """
    if not track:
        z, velocity = _kept_in_frame(build, z, velocity, frame)
    room = max(ROOM * frame.half_width(z) - build.width / 2, 0.0)
    start = across * frame.half_width(z) - (velocity - track) * frame.seconds / 2
    x = min(max(start, -room), room) - track * frame.seconds / 2
    return round(x, 3), round(z, 3), round(abs(velocity), 3)


def _kept_in_frame(build: Build, z: float, velocity: float, frame: Frame) -> tuple[float, float]:
    """Step back, then slow down, so that a subject doesn't leave long before the shot ends."""
    path = abs(velocity) * frame.seconds
    if path == 0:
        return z, velocity
    needed = (path + build.width) * frame.focal / (0.9 * frame.aspect)
    z = min(max(z, needed), 1.7 * z)
    room = max(1.8 * frame.half_width(z) - build.width, 0.0)
    return z, velocity * max(min(1.0, room / path), build.slowest)


def _across(index: int, number: int, side: int, chance: Random) -> float:
    """Where the middle of its way lies, -1 left edge to 1 right edge."""
    if number == 1:
        return side * 0.3 + chance.uniform(-0.06, 0.06)
    steps = [(2 * i + 1) / number - 1 for i in range(number)]
    order = sorted(steps, key=lambda step: abs(step - side * 0.33))
    return order[index] * 0.82 + chance.uniform(-0.5, 0.5) / number


PRODUCT = 1.35
"""How much larger than elsewhere a main subject is before a plain background."""
ASHORE = frozenset({"person", "crowd", "quadruped", "snowman", "car", "road_vehicle"})
"""Painters of those who stay on land."""
OFFSHORE = 1.25
"""How much farther than the bank one swims at least; up to half as large again, to be seen."""
COLOURS = ("#d1372f", "#f2c230", "#2f6fc4", "#3f9b55", "#e884a8", "#ea7a2c", "#7d4fb0")


def _colour(wanted: str, index: int) -> str:
    return COLOURS[index % len(COLOURS)] if wanted == "many" else wanted
