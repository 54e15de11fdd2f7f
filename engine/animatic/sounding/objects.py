"""Objects: things that hit, ring, tick, burn, open and burst, heard when it is seen."""

from engine.animatic.build import build_of
from engine.animatic.motion import bell, breaking, fire, prop
from engine.animatic.motion.prop import TURN_SECONDS
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ambience import Calls, Hum, Layer
from engine.animatic.sounding.beds import BEDS
from engine.animatic.sounding.beside import beside
from engine.animatic.sounding.listener import event_at
from engine.animatic.sounding.shots import LONGEST, shot
from engine.animatic.sounding.voice import Event, Events, Voice

SOUNDING = 6
"""At most this many things are heard one by one, the nearest first."""
LASTING: dict[str, tuple[Layer, ...]] = {
    "campfire": BEDS["campfire"],
    "torch": (Hum("flames", -34, 0.35, 2), Hum("embers", -38, 0.3, 3)),
    "flame": (Hum("flames", -29, 0.35, 2), Hum("embers", -34, 0.3, 3)),
    "candle": (Hum("flames", -48, 0.4, 2),),
    "birthday_cake": (Hum("flames", -50, 0.4, 2),),
    "waterfall": BEDS["waterfall"],
    "flag": (Hum("cloth", -33, 0.4, 2.2),),
    "parachute": (Hum("cloth", -34, 0.3, 2),),
    "kite_toy": (Hum("cloth", -36, 0.4, 2),),
    "television": (Hum("static", -42, 0.2, 2), Hum("mains", -44)),
    "radio": (Hum("static", -40, 0.3, 2),),
    "tornado": (Hum("roar", -22, 0.2, 5), Hum("rush", -27, 0.5, 4)),
    "black_hole": BEDS["drone"],
    "clock": (Calls("tick", 1.0, 0.22, variants=1, steady=True),),
    "splash": (Calls("splash", 2.6, 0.34),),
    "comet": (Hum("ether", -36, 0.3, 3),),
    "portal": BEDS["magic"],
    "aurora": (Hum("magic", -42, 0.5, 5),),
    "particles": (Hum("magic", -44, 0.5, 4),),
}  # fmt: skip
"""Things that sound all the time."""
DOING: dict[str, tuple[Layer, ...]] = {
    "burn": (Hum("flames", -29, 0.35, 2), Hum("embers", -31, 0.3, 3)),
    "steam": (Hum("steam", -42, 0.3, 4),),
    "boil": (Hum("steam", -38, 0.3, 4), Calls("bubbles", 0.9, 0.2)),
    "drip": (Calls("drop", 1.3, 0.24, variants=5),),
    "pour": (Calls("pour", 2.7, 0.3),),
    "erupt": (*BEDS["volcano"], Calls("explosion", 3.4, 0.4, variants=2)),
    "rotate": (Hum("turntable", -38, 0.25, TURN_SECONDS),),
    "spin": (Hum("turntable", -32, 0.4, 1.4), Hum("draught", -40, 0.4, 1.4)),
    "shake": (Calls("dice", 0.5, 0.14),),
    "roll": (Hum("gravel", -38, 0.3, 2),),
    "cook": (Hum("frying", -32, 0.2, 3),),
    "melt": (Calls("drop", 0.9, 0.2, variants=5),),
}  # fmt: skip
"""Acts of things that sound from the moment they begin."""
ONCE: dict[str, tuple[str, float]] = {
    "launch": ("whoosh", 0.3), "throw": ("swish", 0.2),
    "appear": ("shimmer", 0.3), "kick": ("kick", 0.42),
}  # fmt: skip
"""Acts that sound once, at the moment they begin."""
BREAKS: dict[str, tuple[str, float]] = {
    "blast": ("explosion", 0.6), "shatter": ("shatter", 0.4), "pop": ("pop", 0.5),
}  # fmt: skip
FLAMES = frozenset({"candle", "torch", "flame", "campfire", "birthday_cake", "lantern", "lamp"})
"""What goes out with a breath of smoke."""
OPENED: dict[str, str] = {
    "door": "creak", "treasure_chest": "creak", "gate": "creak", "window": "creak",
    "gift": "page", "book": "page", "letter": "page", "umbrella": "flap", "bottle": "latch",
    "lock": "latch", "suitcase": "latch", "laptop": "latch",
}  # fmt: skip
CLOSED: dict[str, str] = {"door": "slam", "gate": "slam", "window": "slam", "book": "thud"}
PLAYED: dict[str, tuple[str, float]] = {
    "guitar": ("string", 0.55), "oud": ("string", 0.5), "violin": ("string", 0.7),
    "drum": ("drum", 0.5), "trumpet": ("brass", 2.4),
    "whistle": ("whistle", 2.0), "camera": ("shutter", 1.3), "phone": ("phone_ring", 3.0),
    "telephone_box": ("phone_ring", 3.0), "laptop": ("key", 0.17), "piano": ("string", 0.45),
}  # fmt: skip
"""What a thing gives when it is played or worked, and how many seconds apart."""
HIT: dict[str, str] = {
    **dict.fromkeys(("ball", "football", "basketball", "beach_ball", "toy_ball"), "bounce"),
    **dict.fromkeys(("cup", "teapot", "plate", "vase"), "cup"),
    **dict.fromkeys(("glass", "bottle", "mirror", "lightbulb", "hourglass", "gem"), "clink"),
    **dict.fromkeys(("coin", "ring", "medal"), "coin"),
    **dict.fromkeys(("key", "sword", "gear", "crown", "lock", "trophy", "anchor"), "clang"),
    **dict.fromkeys(("dice", "chess", "rubik_cube", "puzzle"), "dice"),
    "bell": "hand_bell", "drum": "drum",
}  # fmt: skip
"""How things sound when they hit the ground; others sound of wood."""
SOFT = frozenset(
    [
        "feather",
        "leaf",
        "snowflake",
        "hat",
        "shirt",
        "balloon_toy",
        "bubble",
        "letter",
        "newspaper",
        "map",
        "flag",
        "teddy_bear",
        "beach_ball",
        "parachute",
        "confetti",
        "scarf",
    ]
)


def voices(scene: Scene) -> list[Voice]:
    """What the nearest things sound."""
    found: list[Voice] = []
    things = sorted(scene.subjects, key=lambda one: one.z)
    heard = [one for one in things if _is_thing(one)][:SOUNDING]
    for one in heard:
        if one.kind in LASTING:
            stop = fire.going_out(one) + 0.4 if one.act == "go_out" else 1e9
            found += beside(scene, one, LASTING[one.kind], 0.0, stop, 5.0)
        if one.act in DOING:
            found += beside(scene, one, DOING[one.act], one.since, reach=5.0)
    events = [event for one in heard for event in events_of(scene, one)]
    return [*found, Events(scene, events, shot, LONGEST)] if events else found


def _is_thing(subject: Subject) -> bool:
    build = build_of(subject.kind)
    return build.way not in ("walk", "roam", "roost", "swim", "go")


def events_of(scene: Scene, subject: Subject) -> list[Event]:
    """Hits, strokes and what happens once."""
    return [
        event_at(scene, subject, moment, (name, number % 4), loud, 5.0)
        for number, (moment, name, loud) in enumerate(_cues(scene, subject))
        if 0.0 <= moment < scene.seconds - 0.02
    ]


def _cues(scene: Scene, subject: Subject) -> list[tuple[float, str, float]]:
    found = [*_hits(scene, subject), *_strokes(scene, subject)]
    if subject.act in ONCE:
        found.append((subject.since, *ONCE[subject.act]))
    if breaking.breaks(subject):
        found.append((breaking.moment(subject, scene), *BREAKS[breaking.manner(subject)]))
    if subject.act == "go_out" and subject.kind in FLAMES:
        found.append((fire.going_out(subject), "snuff", 0.035))
    if subject.act == "open" and subject.kind in OPENED:
        found.append((subject.since, OPENED[subject.kind], 0.3))
        if subject.kind == "treasure_chest":
            found.append((subject.since + 0.7, "shimmer", 0.24))
    if subject.act == "close" and subject.kind in CLOSED:
        found.append((subject.since + prop.OPEN_SECONDS, CLOSED[subject.kind], 0.36))
    if subject.act == "ring" and subject.kind == "clock":
        found += _repeated(scene, subject, "alarm", 1.7)
    elif subject.act in ("play", "work", "ring") and subject.kind in PLAYED:
        found += _repeated(scene, subject, *PLAYED[subject.kind])
    return found


def _hits(scene: Scene, subject: Subject) -> list[tuple[float, str, float]]:
    """Contacts, as loud as they are fast: energy goes with the square of speed."""
    if build_of(subject.kind).way != "prop" or subject.kind in SOFT:
        return []
    name = HIT.get(subject.kind, "wood")
    hits = prop.hits(subject, scene, 0.0, scene.seconds)
    return [(moment, name, 0.5 * min(speed / 4.0, 1.0) ** 1.3) for moment, speed in hits]


def _strokes(scene: Scene, subject: Subject) -> list[tuple[float, str, float]]:
    """Bells, by themselves or in a tower."""
    build = build_of(subject.kind)
    if subject.kind == "bell" and build.way == "prop":
        strokes = prop.strokes(subject, scene, 0.0, scene.seconds)
    elif subject.kind == "bell" or build.figure.get("bell"):
        strokes = bell.strokes(subject, scene, 0.0, scene.seconds)
    else:
        return []
    name = "bell" if subject.kind == "bell" else "great_bell"
    return [(moment, name, 0.34) for moment in strokes]


def _repeated(
    scene: Scene, subject: Subject, name: str, every: float
) -> list[tuple[float, str, float]]:
    number = int(max(scene.seconds - subject.since, 0.0) / every) + 1
    return [(subject.since + every * n, name, 0.3) for n in range(number)]
