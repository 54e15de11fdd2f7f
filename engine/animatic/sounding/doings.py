"""Doings: what people do with hands, feet and voices, heard at the moments motion tells."""

from engine.animatic.build import build_of
from engine.animatic.motion.person import happenings
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ambience import Calls, Hum, Layer
from engine.animatic.sounding.beside import beside
from engine.animatic.sounding.listener import event_at
from engine.animatic.sounding.shots import LONGEST, shot
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Event, Events, Voice

SOUNDING = 5
"""At most this many people are heard one by one, the nearest first."""
STRUCK: dict[str, tuple[str, float]] = {
    "clap": ("clap", 0.3), "page": ("page", 0.07), "blow": ("hammer", 0.34), "dig": ("stone", 0.3),
    "stroke": ("stroke", 0.28), "throw": ("swish", 0.2), "kick": ("kick", 0.42),
    "catch": ("slap", 0.22), "grip": ("wood", 0.1), "scrape": ("swish", 0.14),
    "splash": ("stroke", 0.3), "thud": ("thud", 0.42), "strum": ("string", 0.3),
    "breath": ("breath", 0.06), "sip": ("cup", 0.08), "bite": ("wood", 0.04),
    "toss": ("gravel", 0.14), "sweep": ("swish", 0.12), "pat": ("pat", 0.14),
    "brush": ("brush", 0.1), "stir": ("cup", 0.1), "key": ("key", 0.2), "scratch": ("brush", 0.07),
    "shutter": ("shutter", 0.3), "puff": ("breath", 0.16), "swish": ("whoosh", 0.03),
    "creak": ("hinge", 0.09), "beat": ("drum", 0.3),
}  # fmt: skip
"""The sound of what happens, and how loud it is."""
LASTING: dict[str, tuple[Layer, ...]] = {
    "cook": (Hum("frying", -32, 0.2, 3),),
    "cheer": (Calls("whoop", 1.5, 0.3, variants=5), Calls("clap", 0.34, 0.14, variants=5)),
    "sing": (Calls("sing", 2.3, 0.3, variants=3, steady=True),),
    "water": (Hum("falling water", -34, 0.1),),
    "surf": (Hum("wake", -30, 0.3, 3),),
    "ski": (Hum("grit", -34, 0.3, 3),),
    "cycle": (Hum("road", -36, 0.1), Calls("bicycle_bell", 6.0, 0.14)),
    "laugh": (Calls("laugh", 2.2, 0.26, variants=4),),
    "cry": (Calls("wail", 3.0, 0.2),),
    "pour": (Calls("pour", 3.0, 0.26),),
    "fight": (Calls("sword", 0.9, 0.26, variants=5),),
}  # fmt: skip
"""Acts that sound all the time, from the moment they begin."""
BODIES = ("person", "robot", "skeleton")
"""Painters of those who move as people do."""
YOUNG = frozenset({"child", "boy", "girl", "baby"})
LIVELY = frozenset({"play", "run", "jump", "chase", "build", "dance", "throw"})


def voices(scene: Scene) -> list[Voice]:
    """The doings of the nearest people, the murmur of crowds, the laughter of children."""
    people = [one for one in scene.subjects if build_of(one.kind).painter in BODIES]
    people = sorted(people, key=lambda one: one.z)[:SOUNDING]
    events = [event for one in people for event in _happenings(scene, one)]
    found: list[Voice] = [Events(scene, events, shot, LONGEST)] if events else []
    for one in people:
        if one.act in LASTING:
            found += beside(scene, one, LASTING[one.act], one.since, reach=6.0)
    return found + _crowd(scene) + _children(scene, people)


def _happenings(scene: Scene, subject: Subject) -> list[Event]:
    chance = generator(scene.seed, "doings", subject.variety, subject.z)
    found = []
    for one in happenings(subject, scene, 0.0, scene.seconds - 0.02):
        if one.what not in STRUCK:
            continue
        name, loud = STRUCK[one.what]
        if one.what == "beat" and "piano" in subject.traits:
            name = "string"
        size = loud * float(chance.uniform(0.8, 1.0))
        found.append(
            event_at(scene, subject, one.seconds, (name, int(chance.integers(4))), size, 6)
        )
    return found


def _crowd(scene: Scene) -> list[Voice]:
    crowds = [one for one in scene.subjects if one.kind == "crowd"][:2]
    layers: tuple[Layer, ...] = (Hum("murmur", -29, 0.15),)
    glad: tuple[Layer, ...] = (
        Hum("cheering", -26, 0.25, 4), Hum("applause", -31, 0.3, 5),
        Calls("whoop", 1.7, 0.2, variants=5),
    )  # fmt: skip
    found: list[Voice] = []
    for one in crowds:
        cheers = one.act in ("cheer", "clap", "jump", "dance", "wave")
        found += beside(scene, one, glad if cheers else layers, one.since, reach=14.0)
    return found


def _children(scene: Scene, people: list[Subject]) -> list[Voice]:
    playing = [one for one in people if YOUNG & set(one.traits) and one.act in LIVELY]
    if not playing:
        return []
    layers = (
        Calls("giggle", 2.4 / min(len(playing), 3) + 1.0, 0.2, variants=4),
        Calls("squeal", 5.0, 0.16, variants=4),
    )
    return beside(scene, playing[0], layers, playing[0].since + 0.3, reach=8.0)
