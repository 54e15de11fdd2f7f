"""Holding: what somebody has in the hand, and the arm that it asks for."""

from math import sin, tau

from engine.animatic.motion.people.moment import Moment
from engine.animatic.motion.people.posture import Arm, Posture, changed
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of

HELD: dict[str, Arm] = {
    "umbrella": Arm((0.42, 0.06, -0.05), (-0.3, -0.9, 0.3)),
    "lantern": Arm((0.6, -0.25, 0.1), (-0.4, -0.7, 0.4)),
    "torch": Arm((0.55, 0.1, 0.15), (-0.3, -0.9, 0.4)),
    "flag": Arm((0.4, 0.0, 0.2), (-0.3, -0.9, 0.5)),
    "kite": Arm((0.55, 0.45, 0.1), (-0.2, -0.8, 0.6)),
    "balloon": Arm((0.35, 0.1, 0.2), (-0.3, -0.9, 0.4)),
    "cane": Arm((0.42, -0.76, 0.12), (-0.6, -0.3, 0.3)),
    "staff": Arm((0.5, -0.2, 0.18), (-0.4, -0.7, 0.5)),
    "sword": Arm((0.55, -0.35, 0.2), (-0.4, -0.7, 0.5)),
    "basket": Arm((0.34, -0.55, 0.1), (-0.6, -0.5, 0.4)),
    "bag": Arm((0.06, -0.95, 0.14), (-0.6, -0.3, 0.3)),
    "suitcase": Arm((0.02, -0.97, 0.16), (-0.6, -0.3, 0.3)),
    "book": Arm((0.5, -0.3, -0.1), (-0.3, -0.8, 0.4)),
    "cup": Arm((0.48, -0.2, 0.02), (-0.3, -0.9, 0.4)),
    "phone": Arm((0.48, -0.02, -0.1), (-0.3, -0.9, 0.4)),
    "flowers": Arm((0.46, -0.22, -0.14), (-0.3, -0.9, 0.4)),
    "ball": Arm((0.5, -0.35, -0.02), (-0.4, -0.8, 0.4)),
    "wand": Arm((0.6, 0.1, 0.2), (-0.3, -0.9, 0.4)),
    "camera": Arm((0.46, 0.1, -0.16), (-0.2, -0.9, 0.5)),
    "microphone": Arm((0.46, 0.22, -0.2), (-0.3, -0.7, 0.6)),
    "gift": Arm((0.52, -0.28, -0.14), (-0.4, -0.8, 0.4)),
    "ice_cream": Arm((0.46, 0.05, -0.02), (-0.3, -0.9, 0.4)),
    "violin": Arm((0.46, -0.3, 0.1), (-0.3, -0.9, 0.4)),
}
"""How the near arm holds each thing."""
TWO_HANDED = frozenset(("book", "flowers", "ball", "camera", "gift"))

IMPLIED = {
    "read": "book",
    "drink": "cup",
    "eat": "food",
    "fish": "rod",
    "paint_act": "brush",
    "cook": "spoon",
    "water": "watering_can",
    "work": "hammer",
    "dig": "spade",
    "sing": "microphone",
    "sweep": "broom",
    "photograph": "camera",
    "ski": "poles",
    "row": "oars",
    "type": "laptop",
    "write": "pen",
}
"""What an act is done with."""
EATEN = frozenset(("ice_cream",))
"""What is held like other things but eaten."""
WITH = {
    "fisherman": "rod",
    "wizard": "staff",
    "king": "staff",
    "shepherd": "staff",
    "monk": "staff",
    "knight": "sword",
    "samurai": "sword",
    "pirate": "sword",
    "businessman": "briefcase",
}
"""What goes with a trade where nothing else is held and the hands are free."""
STRUNG = frozenset(("guitar", "oud", "musician", "lute", "violin"))
WET = frozenset(("rain", "storm"))
NO_UMBRELLA = frozenset((
    "astronaut", "soldier", "knight", "police", "firefighter", "diver", "footballer",
    "runner", "samurai", "pirate", "baby", "farmer", "fisherman", "raincoat", "cyclist",
    "rider", "sailor",
))  # fmt: skip
BUSY = frozenset((
    "run", "chase", "jump", "hop", "leap", "bounce", "dance", "twirl", "spin", "rotate",
    "clap", "cheer", "climb", "throw", "kick", "catch", "swim", "dive", "surf", "skate",
    "ski", "work", "build", "pray", "sleep", "lie", "fall", "float", "play", "ride", "row",
    "drive", "swing", "push", "pull", "hug",
))  # fmt: skip


def held_by(subject: Subject, scene: Scene, act: str) -> str:
    """The thing in somebody's hand while they do this, "" for none."""
    traits = set(subject.traits)
    if act in IMPLIED:
        eaten = next((one for one in subject.traits if one in EATEN), "") if act == "eat" else ""
        return eaten or IMPLIED[act]
    if act == "play":
        bowed = "violin" if "violin" in traits else ""
        return bowed or ("guitar" if traits & STRUNG else "")
    asked = next((one for one in subject.traits if one in HELD or one in ("briefcase", "rod")), "")
    if act == "hold" or asked:
        return asked
    outdoors = subject.kind == "person" and not setting_of(scene.place).indoors
    if outdoors and WET & set(scene.weather) and act not in BUSY and not traits & NO_UMBRELLA:
        return "umbrella"
    if act in BUSY or subject.kind != "person":
        return ""
    if "old" in traits and act not in ("wave", "sit"):
        return "cane"
    return next((WITH[one] for one in subject.traits if one in WITH), "")


def with_held(m: Moment, posture: Posture, act: str) -> Posture:
    """The posture with the near arm round what is held, where the act leaves it free."""
    thing = held_by(m.subject, m.scene, act)
    if (
        thing not in HELD
        or act in IMPLIED
        or act in ("wave", "clap", "cheer", "dance", "twirl", "kneel")
    ):
        return posture
    arm = HELD[thing]
    f, u, o = arm.reach
    bob = 0.02 * sin(tau * m.t / 3.1 + 6 * m.own) + 0.02 * posture.swing
    near = Arm((f, u + bob, o), arm.elbow)
    if thing in ("kite", "flag") and not posture.roll:
        tug = 0.08 * sin(2.1 * m.t + 5 * m.own)
        near = Arm((f, u + tug, o), arm.elbow)
    far = Arm((f, u + bob, o), arm.elbow) if thing in TWO_HANDED else posture.arms[1]
    return changed(posture, arms=(near, far), nod=-0.45 if thing == "kite" else posture.nod)
