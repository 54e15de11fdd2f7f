"""A body: the lengths of its bones, by age and build, in parts of its height."""

from dataclasses import dataclass, replace
from functools import lru_cache

from engine.animatic.scene import Scene, Subject

PERSON_HEIGHT = 1.72
YOUNG = {"baby": 0.43, "child": 0.70, "girl": 0.70, "boy": 0.70}
WOMEN = {"woman", "girl", "bride", "queen", "ballerina", "mother", "princess", "grandmother"}
GRAVITIES = {"moon": 1.62, "mars": 3.71, "planet_surface": 3.71}
EARTH = 9.81


@dataclass(frozen=True, slots=True)
class Body:
    """Bones in parts of the height: from the hips' middle to the neck's foot is `torso`, from
    there to the head's middle `neck`; `shoulders` and `hips` are half widths between joints, `head`
    is half the head's height, `sole` the length of a foot, `ankle` its joint's height. `stoop` in
    radians, `sway` how lively the body is."""

    height: float
    thigh: float = 0.245
    shin: float = 0.235
    ankle: float = 0.04
    torso: float = 0.3
    neck: float = 0.104
    head: float = 0.074
    upper: float = 0.165
    fore: float = 0.15
    shoulders: float = 0.094
    hips: float = 0.045
    sole: float = 0.142
    stoop: float = 0.0
    female: bool = False
    age: str = "adult"

    @property
    def leg(self) -> float:
        """Hip joint to ankle, stretched."""
        return self.thigh + self.shin

    @property
    def arm(self) -> float:
        """Shoulder to wrist, stretched."""
        return self.upper + self.fore

    @property
    def stand(self) -> float:
        """How high the hips are above the ground at ease."""
        return self.leg + self.ankle - 0.004


GROWN = Body(1.0)
WOMAN = replace(GROWN, shoulders=0.082, hips=0.05, torso=0.295, thigh=0.25, female=True)
CHILD = Body(
    1.0, 0.215, 0.2, 0.04, 0.31, 0.132, 0.105, 0.145, 0.13, 0.082, 0.042, 0.14, 0.0, False, "child"
)
BABY = Body(
    1.0, 0.15, 0.14, 0.04, 0.35, 0.18, 0.14, 0.12, 0.11, 0.08, 0.05, 0.13, 0.0, False, "baby"
)


def age_of(subject: Subject) -> str:
    """baby, child, old or adult."""
    for trait in subject.traits:
        if trait in YOUNG:
            return "baby" if trait == "baby" else "child"
        if trait in ("old", "grandmother", "grandfather"):
            return "old"
    return "adult"


def is_woman(subject: Subject) -> bool:
    """Said by a trait, else by variety for whoever isn't said to be a man."""
    traits = set(subject.traits)
    if traits & WOMEN:
        return True
    if traits & {"man", "boy", "king", "monk", "beard", "businessman", "samurai", "father"}:
        return False
    return int(subject.variety * 97.0 * 7.7) % 2 == 0


@lru_cache(maxsize=512)
def body_of(subject: Subject) -> Body:
    """The body of a subject; one and the same at every moment."""
    age = age_of(subject)
    height = PERSON_HEIGHT * (0.95 + 0.1 * subject.variety) * subject.scale
    woman = is_woman(subject)
    if age in ("baby", "child"):
        made = BABY if age == "baby" else CHILD
        return replace(made, height=height * YOUNG[age], female=woman)
    made = WOMAN if woman else GROWN
    height *= 0.965 if woman else 1.02
    if age == "old":
        return replace(made, height=0.96 * height, stoop=0.2, age="old")
    return replace(made, height=height)


def gravity(scene: Scene) -> float:
    """Metres a second squared where the scene is."""
    return GRAVITIES.get(scene.place, EARTH)
