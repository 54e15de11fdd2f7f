"""Subjects: everything in a scene that moves by itself, one painter a kind."""

from collections.abc import Callable

from engine.animatic.build import build_of
from engine.animatic.handed_parts import PRINTED
from engine.animatic.motion.breaking import breaks
from engine.animatic.paint.painters import Painters
from engine.animatic.paint.subjects import breakage, burning, cut_out
from engine.animatic.scene import Kind, Subject
from engine.animatic.stage import Stage

PAINTERS: Painters[Callable[[Stage, Subject], None]] = Painters(
    __name__,
    {
        "quadruped": "quadruped.paint",
        "bird": "bird.paint",
        "swimmer": "swimmer.paint",
        "drifter": "drifter.paint",
        "emblem": "emblem.paint",
        PRINTED: "emblem.paint_on",
        "insect": "insect.paint",
        "crawler": "crawler.paint",
        "sailboat": "sailboat.paint",
        "birds": "birds.paint",
        "tree": "tree.paint",
        "rocket": "rocket.paint",
        "car": "car.paint",
        "person": "person.paint",
        "statue": "statue.paint",
        "snowman": "snowman.paint",
        "skeleton": "skeleton.paint",
        "scarecrow": "scarecrow.paint",
        "robot": "robot.paint",
        "ghost": "ghost.paint",
        "crowd": "crowd.paint",
        "balloon": "balloon.paint",
        "lighthouse": "lighthouse.paint",
        "prop": "prop.paint",
        "building": "building.paint",
        "ferris_wheel": "ferris_wheel.paint",
        "traffic_light": "traffic_light.paint",
        "silhouette": "silhouette.paint",
        "road_vehicle": "road_vehicle.paint",
        "railway": "railway.paint",
        "two_wheeler": "two_wheeler.paint",
        "flower": "flower.paint",
        "species": "species.paint",
        "vessel": "vessel.paint",
        "aircraft": "aircraft.paint",
        "sky_thing": "sky_thing.paint",
        "firework": "firework.paint",
    },
)


def paint_subject(stage: Stage, subject: Subject) -> None:
    """Paint one subject at the stage's moment, over what is there."""
    if cut_out.is_cut_out(stage.scene, subject):
        cut_out.paint(stage, subject)
        return
    painter = PAINTERS[build_of(subject.kind).painter]
    if breaks(subject):
        breakage.paint(stage, subject, painter)
        return
    painter(stage, subject)
    if burning.burns(stage, subject):
        burning.paint(stage, subject)
    if PRINTED in subject.traits and not build_of(subject.kind).carries:
        PAINTERS[PRINTED](stage, subject)


def reflects(kind: Kind) -> bool:
    """Whether a subject is mirrored in water that it stands in or floats over."""
    return build_of(kind).reflects


def carries_logo(subject: Subject) -> bool:
    """Whether a logo handed in with the prompt appears on this subject."""
    return build_of(subject.kind).carries or bool({"logo", PRINTED} & set(subject.traits))
