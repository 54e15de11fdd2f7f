"""Relating: whoever the prompt puts on, under, behind, before or between others stands there."""

from msgspec.structs import replace

from engine.animatic.build import Build, build_of
from engine.animatic.frame import Frame
from engine.animatic.motion.prop import BALL_ON_STAIRS, TOP_STEP
from engine.animatic.reading import Part
from engine.animatic.scene import Subject

ROOM = 0.9
"""Part of the frame's width inside which a subject starts."""
TRUE = 1.3
"""How much larger than life things may be on what stands at somebody's side."""
SMALL, LARGEST = 0.8, 3.0
"""Things lower than so many metres may be drawn so many times as large, if need be."""
FAR_LARGER = 3.0
"""Times as high as what flies over it is something that is seen from afar."""
AIRBORNE = ("fly", "soar", "glide", "hover")
AIR_WAYS = ("aloft", "cruise", "flutter", "fly", "roost")


def related(
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
            if part.relation == "on" and cast[part.to].relation:
                groups[rank] = [replace(o, scale=min(o.scale, TRUE)) for o in groups[rank]]
    firsts = [sum(len(group) for group in groups[:rank]) for rank in range(len(groups))]
    for rank, part in enumerate(cast):
        if part.relation == "on" and groups[part.to]:
            carriers = len(groups[part.to])
            groups[rank] = [
                replace(one, carrier=firsts[part.to] + index % carriers)
                for index, one in enumerate(groups[rank])
            ]
    return tuple(subject for group in groups for subject in group)


def _flies(one: Subject, build: Build) -> bool:
    return one.act in AIRBORNE or (build.way in AIR_WAYS and not one.act)


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
            if own.height > 3.0 * other.height and own.way != "walk":
                small = 1.2 * other.height / own.height
            lift = part.lift * other.height * anchor.scale
            if "stairs" in one.traits:
                return _on_stairs(one, anchor)
            if other.width > 5.0 * other.height and one.speed:
                way = min(one.speed, 0.45 * other.width / frame.seconds)
                x = -0.5 * one.heading * way * frame.seconds
                return replace(one, x=x, z=-0.01, y=round(lift, 3), speed=round(way, 3))
            return replace(one, x=spread, z=-0.01, y=round(lift, 3), speed=0.0, scale=small)
        case "under" if other.height * anchor.scale < own.height * one.scale:
            return replace(one, heading=anchor.heading)
        case "under":
            z -= 0.05 * z
        case "over" if _flies(one, own) and other.height > FAR_LARGER * own.height:
            # At the anchor's own depth it would be a dot: it passes nearer, before the sky above.
            nearer = one.z / anchor.z
            x = anchor.x * nearer - 0.5 * one.heading * one.speed * frame.seconds
            high = frame.eye + (other.height * anchor.scale - frame.eye) * nearer
            return replace(one, x=round(x, 3), y=round(max(one.y, high - own.height), 3))
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
