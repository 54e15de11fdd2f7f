"""Bounds: which part of the frame each subject takes, from the scene alone.

A box is as large as the build says, about the point where the subject is; whoever rides along is
counted in. Composition is judged and mended by it, long before anything is painted.
"""

from dataclasses import dataclass

from engine.animatic.build import build_of
from engine.animatic.motion.bird import height_share
from engine.animatic.motion.people.body import YOUNG
from engine.animatic.motion.whereabouts import position
from engine.animatic.scene import Scene, Subject
from engine.animatic.view import NEAREST, View

KITE_HIGH, KITE_WIDE = 4.9, 3.4
"""Metres that a grown person with a kite takes, the kite on its line counted in."""


@dataclass(frozen=True, slots=True)
class Box:
    """Parts of the frame's width and height, counted from its left upper corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Part of the frame's width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Part of the frame's height."""
        return self.bottom - self.top

    def joined(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def covered(self, other: "Box") -> float:
        """How much of it lies inside another, 0 to 1."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        tall = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(tall, 0.0) / max(self.width * self.height, 1e-9)

    def seen(self) -> float:
        """How much of it lies in the frame, 0 to 1."""
        return self.covered(WHOLE)


WHOLE = Box(0.0, 0.0, 1.0, 1.0)


def bounds(scene: Scene, index: int, t: float, view: View) -> Box | None:
    """The box of a subject of the scene and of all that it carries, None behind the camera."""
    subject = scene.subjects[index]
    x, y, z = position(subject, scene, t)
    if z - view.z < NEAREST:
        return None
    build = build_of(subject.kind)
    size = subject.scale * youth(subject.traits)
    x -= subject.heading * build.trails * build.width * size
    foot = y - _below(subject, scene, t) * build.height * size
    wide, high = build.width, build.height
    if "kite" in subject.traits:
        wide, high = KITE_WIDE, KITE_HIGH
        x += 0.5 * subject.heading * (wide - build.width) * size
    one, other = (
        view.project(x - wide * size / 2, foot + high * size, z),
        view.project(x + wide * size / 2, foot, z),
    )
    box = Box(
        one.x() / view.width, one.y() / view.height, other.x() / view.width, other.y() / view.height
    )
    for rider, carried in enumerate(scene.subjects):
        if carried.carrier == index and rider != index:
            more = bounds(scene, rider, t, view)
            box = box.joined(more) if more else box
    return box


def youth(traits: tuple[str, ...]) -> float:
    """How tall somebody with these traits is, as a part of a grown person."""
    return next((YOUNG[trait] for trait in traits if trait in YOUNG), 1.0)


def _below(subject: Subject, scene: Scene, t: float) -> float:
    """The part of its height that lies below the point where it is."""
    build = build_of(subject.kind)
    if build.way == "roost":
        return 0.5 * height_share(subject, scene, t)
    return build.below
