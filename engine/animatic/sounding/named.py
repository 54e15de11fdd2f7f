"""Named sounds: what the prompt wants to be heard, seen or not."""

from engine.animatic.scene import Scene
from engine.animatic.sounding.ambience import Calls, Hum, Layer, ambience
from engine.animatic.sounding.animals import CALLS, calls_of, hoofs_of
from engine.animatic.sounding.beds import BEDS, beds_of
from engine.animatic.sounding.shots import NAMES as SHOTS
from engine.animatic.sounding.voice import Voice

ELSEWHERE = frozenset({
    "birdsong", "gulls", "crickets", "foghorn", "bell", "traffic", "horns", "footsteps", "wind",
    "waves", "rain", "silence", "thunder",
})  # fmt: skip
"""Sounds that families of their own make where they are named."""

EVERY: dict[str, float] = {
    "bark": 2.6, "woof": 1.1, "tick": 1.0, "tock": 1.0, "heartbeat": 0.86, "key": 0.16, "clap": 0.4,
    "chuff": 0.34, "drum": 0.5, "hand_drum": 0.33, "bounce": 0.7, "hoof_hard": 0.24, "knock": 3.0,
    "hoof_soft": 0.24, "flap": 0.45, "drop": 1.1, "frog": 0.5, "siren": 4.4, "two_tone": 4.0,
    "phone_ring": 3.0, "alarm": 1.7, "crackle": 0.5, "hammer": 0.8, "axe": 1.3, "stroke": 1.6,
    "breath": 2.6, "snore": 3.4, "sizzle": 2.0, "boom": 1.5, "explosion": 4.0, "sword": 0.9,
    "great_bell": 2.8, "hum": 2.4, "sing": 2.3, "purr": 2.2, "swish": 0.8, "page": 2.4, "hiss": 2.2,
}  # fmt: skip
"""Seconds from one to the next; 3.2 for all others."""
STEADY = frozenset(
    [
        "tick",
        "heartbeat",
        "drum",
        "hand_drum",
        "siren",
        "two_tone",
        "phone_ring",
        "alarm",
        "great_bell",
        "stroke",
        "snore",
        "breath",
        "hum",
        "sing",
        "purr",
        "hammer",
        "chuff",
    ]
)
TICKING: tuple[Layer, ...] = (
    Calls("tick", 1.0, 0.3, 3, 4, 1, steady=True),
    Calls("tock", 1.0, 0.3, 3, 4, 1, steady=True),
)
LAYERS: dict[str, tuple[Layer, ...]] = {
    "typing": (Calls("key", 0.15, 0.3, 2, 4, 8),),
    "hoofbeats": (Calls("hoof_hard", 0.22, 0.28, 5, 12, 6),),
    "train": (Hum("rails", -27), Calls("joint", 1.1, 0.26, 6, 10, 3, steady=True)),
    "steam_train": (Hum("steam", -36), Calls("chuff", 0.32, 0.3, 6, 10, 4, steady=True),
                    Calls("train_whistle", 9, 0.3, 15, 30, 1)),
    "barking": (Calls("woof", 0.75, 0.3, 6, 14, 5),),
    "wolves": (Calls("howl", 3.4, 0.26, 30, 80, 5),),
    "crows": (Calls("crow", 2.2, 0.24, 10, 35, 4),),
    "ducks": (Calls("quack", 1.8, 0.24, 6, 18, 4),),
    "whales": (Calls("whale", 4.6, 0.3, 20, 50, 3), Hum("deep", -34, 0.3)),
    "dolphins": (Calls("dolphin", 2.2, 0.28, 8, 20, 4),),
    "helicopter": (Hum("propeller wash", -28, 0.3), Calls("flap", 0.085, 0.3, 8, 9, 3,
                                                          steady=True)),
    "engine": (Hum("machines", -27, 0.2), Hum("mains", -32)),
    "waterdrops": (Calls("drop", 0.8, 0.3, 3, 9, 6),),
    "wind_chimes": BEDS["gentle_chimes"],
    "door": (Calls("creak", 4.5, 0.3, 3, 5, 3), Calls("slam", 6.5, 0.3, 3, 5, 2)),
    "camera_clicks": (Calls("shutter", 0.9, 0.3, 4, 12, 4),),
}  # fmt: skip

NAMES = frozenset({*ELSEWHERE, *BEDS, *LAYERS, *SHOTS})
"""Every sound that a prompt may name."""


def layers_of(name: str) -> tuple[Layer, ...]:
    """What a named sound is made of. Raises KeyError for a name that isn't in NAMES."""
    if name in LAYERS:
        return LAYERS[name]
    if name == "tick":
        return TICKING
    if name in BEDS:
        return BEDS[name]
    if name not in SHOTS:
        raise KeyError(name)
    return (Calls(name, EVERY.get(name, 3.2), 0.32, 4.0, 12.0, 4, steady=name in STEADY),)


SEEN: dict[str, tuple[str, ...]] = {
    "barking": ("dog",), "bark": ("dog",), "wolves": ("wolf",), "crows": ("crow",),
    "ducks": ("duck",), "whales": ("whale",), "dolphins": ("dolphin",), "frogs": ("frog",),
    "bees": ("bee",), "train": ("train",), "steam_train": ("steam_train",), "tick": ("clock",),
    "train_whistle": ("steam_train",), "helicopter": ("helicopter",), "fountain": ("fountain",),
    "siren": ("police_car", "fire_truck"), "two_tone": ("ambulance",), "campfire": ("campfire",),
    "waterfall": ("waterfall",), "fireworks": ("fireworks",),
    "hoofbeats": ("horse", "donkey", "unicorn", "zebra"),
}  # fmt: skip
"""Sounds that subjects which are seen make themselves, at the moments at which it shows."""


def _is_seen(scene: Scene, name: str) -> bool:
    for one in scene.subjects:
        call = CALLS.get(one.kind)
        own = one.kind in SEEN.get(name, ())
        if name == "hoofbeats":
            own = own and bool(hoofs_of(scene, one))
        elif call is not None:
            own = (own or call.shot == name) and bool(calls_of(scene, one))
        if own:
            return True
    return False


def voices(scene: Scene) -> list[Voice]:
    """All sounds that are named and that no family of their own makes."""
    found: list[Voice] = []
    for name in dict.fromkeys(scene.sounds):
        if name in ELSEWHERE or name not in NAMES or name in beds_of(scene):
            continue
        if _is_seen(scene, name):
            continue
        found += ambience(scene, f"named/{name}", layers_of(name), 3.0, soon=True)
    return found
