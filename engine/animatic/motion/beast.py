"""Beasts: what a four-legged kind is made of, read from the figure of its build.

Lengths are parts of its height at the withers, angles degrees above the way it faces.
"""

from functools import lru_cache

import msgspec

from engine.animatic.build import build_of
from engine.animatic.scene import Subject


class Beast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`withers` in metres. `length` from shoulder to hip, `chest` and `waist` how deep the body
    is there, `rump` how high, `back` how far the back bows up. `hock` and `wrist` are the heights
    of those joints, `thigh`, `arm` and `limb` how wide legs are at the top and at the bottom.
    `neck`, `head` are angles at rest; `depth` of the head, `muzzle` how deep and `snout` how long
    its front part is, both as parts of the head. `gait` names what it does beyond a walk."""

    withers: float = 0.6
    length: float = 0.9
    chest: float = 0.48
    waist: float = 0.38
    rump: float = 0.98
    back: float = 0.0
    hock: float = 0.26
    wrist: float = 0.2
    thigh: float = 0.3
    arm: float = 0.2
    limb: float = 0.075
    foot: str = "paw"
    neck: float = 42.0
    neck_length: float = 0.38
    neck_base: float = 0.34
    neck_top: float = 0.2
    head: float = -22.0
    head_length: float = 0.42
    depth: float = 0.21
    muzzle: float = 0.5
    snout: float = 0.48
    face: str = "dog"
    ear: str = "pointed"
    ear_size: float = 0.16
    horn: str = ""
    mane: str = ""
    hump: str = ""
    tail: str = "long"
    tail_length: float = 0.6
    tail_width: float = 0.08
    tail_angle: float = -50.0
    pattern: str = ""
    fur: float = 0.0
    wings: bool = False
    upright: float = 0.0
    gait: str = "gallop"
    rest: str = "paws"
    coat: str = "#a9794a"
    belly: str = ""
    points: str = ""
    mark: str = ""
    mane_colour: str = ""
    horn_colour: str = "#d9cdb4"
    nose: str = "#241c1a"
    eye: str = "#1a1412"


@lru_cache(maxsize=128)
def _beast(kind: str) -> Beast:
    return msgspec.convert(build_of(kind).figure, Beast)


def beast_of(subject: Subject) -> Beast:
    """What this subject's kind is made of."""
    return _beast(subject.kind)


def withers(subject: Subject) -> float:
    """Metres from the ground to the withers; no two of a kind are the same."""
    return beast_of(subject).withers * subject.scale * (0.95 + 0.1 * subject.variety)
