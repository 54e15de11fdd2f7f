"""Composing: a scene's subjects moved until every one is seen well through the whole shot.

Where subjects stand was settled by rule; here the shot is looked at as its camera will see it, and
whoever is cut off, too large, or hidden behind another is moved. Nothing else changes.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import combinations, pairwise

from msgspec.structs import replace

from engine.animatic.bounds import Box, bounds
from engine.animatic.build import Build, build_of
from engine.animatic.camera import view_at
from engine.animatic.motion.whereabouts import position
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of

FRAME_HEIGHT = 1000
MOMENTS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Parts of the shot at which it is looked at."""
TALLEST, WIDEST, SWEEP = 0.84, 0.86, 0.88
"""Parts of the frame that the main subject may take, and inside which its way lies."""
TOP, BOTTOM = 0.04, 0.96
"""Rows (0 top, 1 bottom) between which it stays."""
THIRDS = (0.32, 0.68)
"""Parts of the frame's width between which the middle of the main subject's way lies."""
LEAVING = 1.05
"""How much farther those stand who are meant to leave the frame, each round."""
TOGETHER = 0.14
"""How far each of several goes across the frame while the camera goes along."""
HIDDEN = 0.35
"""How much of a subject another may cover."""
ROUNDS = 5
CROWD = 6
"""More subjects than this are a crowd, whose members may cover one another."""

Linked = frozenset[tuple[int, int]]
"""Pairs of subjects that the prompt sets in relation: those may cover one another."""


def composed(scene: Scene, lead: int, linked: Linked, close: bool, follows: bool) -> Scene:
    """The scene with its subjects moved where need be. `lead` is the main subject's number; a
    `close` shot may cut off its foot; the camera goes along with it if it `follows`."""
    if not scene.subjects:
        return scene
    if follows:
        scene = _followed(scene, lead)
    for _ in range(ROUNDS):
        settled = scene
        scene = _sized(scene, lead, close)
        for index in range(len(scene.subjects)):
            scene = _inside(_paced(scene, index), index, index == lead)
        scene = _apart(scene, linked)
        if scene == settled:
            break
    for index in range(len(scene.subjects)):
        scene = _inside(scene, index, leads=False)
    return scene


# What is seen ------------------------------------------------------------------------------


def _seen(scene: Scene, index: int) -> list[Box | None]:
    """Its boxes at the moments of the shot."""
    width = round(FRAME_HEIGHT * scene.aspect)
    found: list[Box | None] = []
    for part in MOMENTS:
        t = part * scene.seconds
        found.append(bounds(scene, index, t, view_at(scene, t, width, FRAME_HEIGHT)))
    return found


def _all(boxes: Iterable[Box]) -> Box:
    return reduce(Box.joined, boxes)


def _per_metre(scene: Scene, subject: Subject) -> tuple[float, float]:
    """Parts of the frame's width and height that a metre takes where it is, half-way."""
    t = scene.seconds / 2
    view = view_at(scene, t, round(FRAME_HEIGHT * scene.aspect), FRAME_HEIGHT)
    tall = view.pixels_per_metre(position(subject, scene, t)[2]) / FRAME_HEIGHT
    return tall / scene.aspect, tall


def _changed(scene: Scene, index: int, change: Callable[[Subject], Subject]) -> Scene:
    subjects = list(scene.subjects)
    subjects[index] = change(subjects[index])
    return replace(scene, subjects=tuple(subjects))


# Mending ------------------------------------------------------------------------------------


def _followed(scene: Scene, lead: int) -> Scene:
    """The camera goes along with its main subject as far as that really goes, and farther if it
    would leave the frame otherwise."""
    subject = scene.subjects[lead]
    if not scene.track or subject.carrier >= 0:
        return scene
    gone = position(subject, scene, scene.seconds)[0] - position(subject, scene, 0.0)[0]
    track = scene.track if gone * scene.track > 0 else 0.0
    most = abs(gone) / scene.seconds
    return replace(scene, track=round(max(min(track, most), -most), 3))


def _sized(scene: Scene, lead: int, close: bool) -> Scene:
    """All stand farther away if the main subject doesn't fit into the frame, or if they would
    have to cover one another."""
    subject = scene.subjects[lead]
    boxes = [box for box in _seen(scene, lead) if box]
    build = build_of(subject.kind)
    if close or not boxes or subject.carrier >= 0 or build.way == "aloft":
        return scene
    over = max(
        max(box.height for box in boxes) / TALLEST,
        0.0 if _long(build) else max(box.width for box in boxes) / WIDEST,
        _beyond(scene, _all(boxes)) if build.grounded else 0.0,
        _all(boxes).width / SWEEP if build.way == "flutter" else 0.0,
        _crowding(scene),
    )
    if build.way == "launch":
        over = min(over, LEAVING)
    if over < 1.02:
        return scene
    deepest = setting_of(scene.place).deepest
    return replace(
        scene, subjects=tuple(_farther(one, min(over, 2.5), deepest) for one in scene.subjects)
    )


def _farther(one: Subject, times: float, deepest: float) -> Subject:
    """So many times as far away, or smaller where there is no more room."""
    if one.carrier >= 0:
        return one
    z = max(min(one.z * times, deepest), one.z)
    less = z / (one.z * times)
    x = one.x * times * less
    return replace(_moved(one, x, z, one.y), scale=round(one.scale * less, 3))


def _beyond(scene: Scene, box: Box) -> float:
    """How much farther a box has to be so that its head and foot are in the frame."""
    view = view_at(scene, scene.seconds / 2, round(FRAME_HEIGHT * scene.aspect), FRAME_HEIGHT)
    row = min(max(view.horizon_y() / FRAME_HEIGHT, 0.3), 0.85)
    return max((row - box.top) / (row - TOP), (box.bottom - row) / (BOTTOM - row))


def _crowding(scene: Scene) -> float:
    """How much farther a few subjects have to be so that they fit beside one another."""
    half = len(MOMENTS) // 2
    free = [
        index
        for index, one in enumerate(scene.subjects)
        if one.carrier < 0
        and build_of(one.kind).way not in ("aloft", "launch")
        and not _long(build_of(one.kind))
    ]
    if not 1 < len(free) <= CROWD:
        return 0.0
    boxes = [box for index in free if (box := _seen(scene, index)[half])]
    same = len({one.kind for one in scene.subjects}) == 1
    return min((0.85 if same else 0.75) * sum(box.width for box in boxes) / SWEEP, 1.6)


def _long(build: Build) -> bool:
    """Whether it is one of those that may run out of the frame: a train, a bridge, a wall."""
    return build.width > 5.0 * build.height


def _paced(scene: Scene, index: int) -> Scene:
    """Slower, or as fast as the camera, if its way would lead out of the frame."""
    subject = scene.subjects[index]
    seen = [box for box in _seen(scene, index) if box]
    if not seen or subject.carrier >= 0 or subject.speed <= 0.0:
        return scene
    own = max(box.width for box in seen)
    several = sum(one.speed > 0.0 and one.carrier < 0 for one in scene.subjects) > 1
    way, room = _all(seen).width - own, max(SWEEP - own, 0.1)
    if several and scene.track:
        room = min(room, TOGETHER)
    if _long(build_of(subject.kind)):
        room = 0.5
    if way <= room:
        return scene
    pan = scene.track * subject.heading
    speed = pan + (subject.speed - pan) * room / way
    heading = subject.heading if speed >= 0 else -subject.heading
    return _changed(
        scene, index, lambda one: replace(one, speed=round(abs(speed), 3), heading=heading)
    )


def _inside(scene: Scene, index: int, leads: bool) -> Scene:
    """Moved aside, and up or down if it flies, so that it is in the frame through the shot."""
    subject = scene.subjects[index]
    boxes = _seen(scene, index)
    seen = [box for box in boxes if box]
    build = build_of(subject.kind)
    if not seen or subject.carrier >= 0 or build.way in ("launch", "aloft"):
        return scene
    way = _all(seen)
    if way.width > 1.0:
        way = _core_of(boxes[len(boxes) // 2] or seen[0])
    edge = min(0.07, max(1.0 - way.width, 0.0) / 2) if leads else 0.01
    aside = max(edge - way.left, 0.0) - max(way.right - 1.0 + edge, 0.0)
    if leads and abs(aside) < 0.02:
        aside = _to_third(way)
    up = 0.0 if build.grounded or _lands(subject) else _lifted(_all(seen))
    if abs(aside) < 0.004 and abs(up) < 0.004:
        return scene
    across, tall = _per_metre(scene, subject)
    x, y = subject.x + aside / across, subject.y + up / tall
    return _changed(scene, index, lambda one: _moved(one, x, one.z, y))


def _to_third(way: Box) -> float:
    """By which part of the frame's width a main subject near its edge has to come in."""
    middle = 0.5 * (way.left + way.right)
    if THIRDS[0] <= middle <= THIRDS[1]:
        return 0.0
    return (THIRDS[0] if middle < 0.5 else THIRDS[1]) - middle


def _lifted(box: Box) -> float:
    """By which part of the frame's height it has to rise so as to be in the frame."""
    if box.height > BOTTOM - TOP:
        return 0.5 * (box.top + box.bottom - TOP - BOTTOM)
    return max(box.bottom - BOTTOM, 0.0) - max(TOP - box.top, 0.0)


def _lands(subject: Subject) -> bool:
    """Whether it comes from the ground or to it."""
    return subject.act in ("land", "take_off", "fall", "drop", "launch")


def _core_of(box: Box) -> Box:
    """The box, or the middle of one that is wider than the frame."""
    middle, half = 0.5 * (box.left + box.right), min(0.5 * box.width, 0.47)
    return Box(middle - half, box.top, middle + half, box.bottom)


def _moved(one: Subject, x: float, z: float, y: float) -> Subject:
    return replace(one, x=round(x, 3), z=round(z, 3), y=round(y, 3))


# Apart ---------------------------------------------------------------------------------------


def _apart(scene: Scene, linked: Linked) -> Scene:
    """Those of whom one hides another half-way through the shot stand beside one another."""
    half = len(MOMENTS) // 2
    boxes = {
        index: box
        for index, one in enumerate(scene.subjects)
        if one.carrier < 0 and build_of(one.kind).way != "aloft"
        if (box := _seen(scene, index)[half]) and box.width < 0.7
    }
    if len(boxes) > CROWD:
        return scene
    hidden: set[int] = set()
    for first, second in combinations(boxes, 2):
        if (first, second) in linked or (second, first) in linked:
            continue
        if _hidden(scene, first, second, boxes[first], boxes[second]) > HIDDEN:
            hidden |= {first, second}
    if not hidden:
        return scene
    row = sorted(hidden, key=lambda index: boxes[index].left + boxes[index].right)
    return _spread(scene, row, [boxes[index] for index in row])


def _spread(scene: Scene, row: list[int], boxes: list[Box]) -> Scene:
    """From left to right, each far enough from the last, all within the frame if they fit."""
    keep = 1.0 - 0.4 * HIDDEN
    middles = [0.5 * (box.left + box.right) for box in boxes]
    gaps = [keep * 0.5 * (one.width + other.width) for one, other in pairwise(boxes)]
    placed = list(middles)
    for number, gap in enumerate(gaps):
        placed[number + 1] = max(placed[number + 1], placed[number] + gap)
    placed[-1] = min(placed[-1], 0.98 - 0.5 * boxes[-1].width)
    for number in range(len(gaps) - 1, -1, -1):
        placed[number] = min(placed[number], placed[number + 1] - gaps[number])
    short = max(0.02 + 0.5 * boxes[0].width - placed[0], 0.0)
    for index, was, now in zip(row, middles, placed, strict=True):
        across, _ = _per_metre(scene, scene.subjects[index])
        aside = (now + short - was) / across
        scene = _changed(scene, index, lambda one: _moved(one, one.x + aside, one.z, one.y))  # noqa: B023
    return scene


def _hidden(scene: Scene, first: int, second: int, one: Box, other: Box) -> float:
    """How much of the farther of two the nearer covers."""
    nearer = scene.subjects[first].z <= scene.subjects[second].z
    return other.covered(one) if nearer else one.covered(other)
