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
from engine.animatic.camera import standing, view_at
from engine.animatic.composing import Linked
from engine.animatic.lighting import light_of
from engine.animatic.motion.prop import BALL_ON_STAIRS, TOP_STEP
from engine.animatic.reading import Part
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of

FRAME_HEIGHT = 1000
ROOM = 0.9
"""Part of the frame's width inside which a subject starts."""
LOWEST = 0.95
"""No foot comes below this row of the frame (0 top, 1 bottom)."""
FOOT = 0.9
"""The row on which a main subject stands if the camera has to stoop for it."""
LEAST = 0.12
"""Metres: no camera stands lower."""
WHOLE = 0.85
"""The largest share of the frame's height that anything seen as a whole takes."""
HEADROOM = 0.14
"""The row at which heads are in a close shot of somebody."""
PASSING = 0.6
"""Half widths of the frame that a camera goes either way where something stands by the way."""
MOST = 14
CLOSEST = 0.75
"""Metres that the camera keeps from everything."""
SMALL, LARGEST = 0.8, 3.0
"""Things lower than so many metres may be drawn so many times as large, if need be."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What composition needs to know of a shot: `closeness` scales its main subject, `approach`
    is the part of its depth that a moving camera leaves, and the camera `follows` its subject
    unless it has to stand still. It may go `aside` by so many metres, and nobody stands deeper
    than `deepest` metres; land that ends at water ends at `bank`."""

    aspect: float
    seconds: float
    focal: float
    horizon: float
    eye: float
    sun: float
    closeness: float
    approach: float
    follows: bool
    aside: float
    deepest: float
    bank: float

    def half_width(self, z: float) -> float:
        """Metres from the middle to the frame's edge at this depth."""
        return 0.5 * self.aspect * z / self.focal

    @property
    def width_share(self) -> float:
        """The part of the frame's width that a main subject may take, more in tall frames."""
        return 0.66 + 0.24 * max(1.0 - self.aspect, 0.0)

    def depth_of(self, build: Build, share: float) -> float:
        """Depth at which it takes this share of the frame's height, no wider than its share
        of the frame and with its foot in it, unless it is looked at from close by."""
        tall = build.height * self.focal / share
        if share > WHOLE:
            return max(tall, CLOSEST)
        short = min(build.width, 5.0 * build.height)
        wide = short * self.focal / (self.width_share * self.aspect)
        foot = self.eye * self.focal / (LOWEST - self.horizon) / self.approach
        return max(tall, wide, foot if build.grounded else 0.0, CLOSEST)


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


def frame_of(scene: Scene, closeness: float, follows: bool) -> Frame:
    """The frame of an empty scene."""
    width = round(FRAME_HEIGHT * scene.aspect)
    view = standing(scene, width, FRAME_HEIGHT)
    moments = (0.0, scene.seconds)
    nearest = max(view_at(scene, moment, width, FRAME_HEIGHT).z for moment in moments)
    return Frame(
        aspect=scene.aspect,
        seconds=scene.seconds,
        focal=view.focal,
        horizon=view.horizon,
        eye=view.y,
        sun=light_of(scene).sun_x,
        closeness=closeness,
        approach=1.0 - nearest / setting_of(scene.place).span,
        follows=follows,
        aside=setting_of(scene.place).aside,
        deepest=setting_of(scene.place).deepest,
        bank=setting_of(scene.place).bank,
    )


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
    cast = _together(_chasing(_parked(cast), -side), -side, chance)
    groups: list[list[Subject]] = []
    track = 0.0
    main = _main(cast)
    for rank, part in enumerate(cast):
        group, along = _group(part, rank != main, side, frame, chance, _follows(cast, rank))
        groups.append(group)
        track += along if rank == main else 0.0
        side = -side
    subjects = _related(cast, groups, frame)[:MOST]
    lead = sum(len(group) for group in groups[:main]) if cast else 0
    return Placed(subjects, round(track, 3), min(lead, MOST - 1), _linked(cast, groups))


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
    first = frame.depth_of(build, share)
    scale = _scale(build, share, first, frame)
    if build.painter in ASHORE and build.height * frame.focal < frame.bank:
        first = min(first, frame.bank)
    if first > frame.deepest:
        scale, first = round(frame.deepest / first, 3), frame.deepest
    speed = build.speed * (0.85 if part.speed is None else part.speed)
    track = _track(build, speed, first, heading, number, frame, follows)
    group: list[Subject] = []
    for index in range(number):
        z = min(first * _depth(build, index, number, chance), max(frame.deepest, first))
        across = _across(index, number, side, chance)
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


ASHORE = frozenset({"person", "crowd", "quadruped", "snowman", "car", "road_vehicle"})
"""Painters of those who stay on land."""
COLOURS = ("#d1372f", "#f2c230", "#2f6fc4", "#3f9b55", "#e884a8", "#ea7a2c", "#7d4fb0")


def _colour(wanted: str, index: int) -> str:
    return COLOURS[index % len(COLOURS)] if wanted == "many" else wanted


# How they stand to one another ------------------------------------------------------------


def _related(
    cast: tuple[Part, ...], groups: list[list[Subject]], frame: Frame
) -> tuple[Subject, ...]:
    """Every group moved to what it stands to; anchors first, however the prompt orders them."""
    for rank in sorted(range(len(cast)), key=lambda rank: _links(cast, rank)):
        part = cast[rank]
        if part.relation and 0 <= part.to < len(cast) and groups[part.to]:
            if part.relation == "between":
                groups[part.to] = _side_by_side(groups[part.to], build_of(part.kind))
            anchors = groups[part.to]
            groups[rank] = [
                _beside(
                    part,
                    one,
                    anchors[index % len(anchors)],
                    anchors[(index + 1) % len(anchors)],
                    index,
                    frame,
                )
                for index, one in enumerate(groups[rank])
            ]
    firsts = [sum(len(group) for group in groups[:rank]) for rank in range(len(groups))]
    for rank, part in enumerate(cast):
        if part.relation == "on" and groups[part.to]:
            carriers = len(groups[part.to])
            groups[rank] = [
                replace(one, carrier=firsts[part.to] + index % carriers)
                for index, one in enumerate(groups[rank])
            ]
    return tuple(subject for group in groups for subject in group)


def _side_by_side(pair: list[Subject], between: Build) -> list[Subject]:
    """The first two next to one another, with room for what stands between them."""
    if len(pair) < 2:
        return pair
    first, wide = pair[0], build_of(pair[0].kind).width * pair[0].scale
    apart = 0.5 * wide + 0.75 * between.width
    left = replace(first, x=round(first.x - apart, 3))
    right = replace(pair[1], x=round(first.x + apart, 3), z=first.z)
    return [left, right, *pair[2:]]


def _links(cast: tuple[Part, ...], rank: int) -> int:
    """How many stand between a part and one that stands to nothing."""
    links = 0
    while cast[rank].relation and links <= len(cast):
        rank, links = cast[rank].to, links + 1
    return links


def _on_stairs(one: Subject, stairs: Subject) -> Subject:
    """On the top step; large enough to be seen."""
    x, scale = TOP_STEP * stairs.scale * stairs.heading, BALL_ON_STAIRS * stairs.scale
    return replace(
        one, x=x, z=-0.2, y=0.0, speed=0.0, scale=round(scale, 3), heading=-stairs.heading
    )


def _beside(
    part: Part, one: Subject, anchor: Subject, second: Subject, index: int, frame: Frame
) -> Subject:
    """The subject where the prompt says that it is, seen from its anchor; between two, from the
    second too."""
    own, other = build_of(one.kind), build_of(anchor.kind)
    aside = 0.55 * (own.width * one.scale + other.width * anchor.scale) * (1 + index)
    x, z, y = anchor.x, anchor.z, one.y
    match part.relation:
        case "on":
            spread = 0.3 * other.width * index
            part_of = 0.3 if own.height < 0.25 else 0.1
            small = max(1.0, min(part_of * other.height / own.height, LARGEST))
            small = small if own.height < SMALL and own.width < other.width else 1.0
            if own.height > 3.0 * other.height:
                small = 1.2 * other.height / own.height
            lift = part.lift * other.height * anchor.scale
            if "stairs" in one.traits:
                return _on_stairs(one, anchor)
            if other.width > 5.0 * other.height and one.speed:
                way = min(one.speed, 0.45 * other.width / frame.seconds)
                x = -0.5 * one.heading * way * frame.seconds
                return replace(one, x=x, z=-0.01, y=round(lift, 3), speed=round(way, 3))
            return replace(one, x=spread, z=-0.01, y=round(lift, 3), speed=0.0, scale=small)
        case "under":
            z -= 0.05 * z
        case "over":
            if own.painter == "prop" and own.height > 1.4 * other.height:
                one = replace(one, scale=round(1.4 * other.height / own.height, 3))
            y = (1.25 + 0.2 * index) * other.height if not own.grounded else one.y
            x += 0.8 * other.width * ((index + 1) // 2) * (1 if index % 2 else -1)
            z += 0.02 * z
        case "behind":
            z, x = z * 1.06 + 0.12 * other.width + 0.3, x + 0.5 * other.width
        case "front":
            z = max(min(0.72 * z, one.z), 1.5)
            x *= z / anchor.z
        case "left":
            x -= aside
        case "right":
            x += aside
        case "between":
            x = x + 0.5 * aside if second is anchor else 0.5 * (x + second.x)
            z = 0.97 * min(z, second.z)
        case _:
            x += aside if x < 0 else -aside
    half = ROOM * frame.half_width(z)
    return replace(one, x=round(min(max(x, -half), half), 3), z=round(z, 3), y=round(y, 3),
                   speed=anchor.speed if one.speed else 0.0, heading=anchor.heading)  # fmt: skip
