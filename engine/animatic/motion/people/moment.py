"""A moment of an act: who does it, where, for how long already."""

from dataclasses import dataclass
from math import cos, pi, sin

from engine.animatic.motion.people.body import Body
from engine.animatic.motion.people.posture import Posture, Sole
from engine.animatic.scene import Scene, Subject

FRONT = 0.44 * pi
"""The yaw of somebody who turns to us, a little short of square."""


@dataclass(frozen=True, slots=True)
class Moment:
    """`s` is seconds since the act began, `base` the usual posture at that time."""

    subject: Subject
    scene: Scene
    body: Body
    t: float
    s: float
    base: Posture

    @property
    def own(self) -> float:
        """A share from 0 to 1 that tells this person from others."""
        return (self.subject.variety * 13.3) % 1.0

    @property
    def going(self) -> bool:
        """Whether the legs are walking while the act goes on."""
        return self.base.swing != 0.0

    def metres(self, length: float) -> float:
        """Metres as parts of the body's height."""
        return length / self.body.height


def at_ease(body: Body, turn: float, wide: float = 0.06, ahead: float = 0.0) -> tuple[Sole, Sole]:
    """Feet side by side under the hips, the right one `ahead` of the left."""
    c, s = cos(turn), sin(turn)
    return (
        Sole((-wide * s + ahead * c, 0.0, wide * c + ahead * s), 0.0, turn + 0.2, (1.0, 0.0, 0.3)),
        Sole((wide * s - ahead * c, 0.0, -wide * c - ahead * s), 0.0, turn - 0.2, (1.0, 0.0, 0.3)),
    )
