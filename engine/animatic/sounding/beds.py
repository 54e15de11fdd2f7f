"""Beds: what each place sounds like when nothing happens, and the sounds of places by name."""

from engine.animatic.scene import Scene
from engine.animatic.setting import setting_of
from engine.animatic.sounding.ambience import Calls, Hum, Layer, ambience
from engine.animatic.sounding.circumstances import is_dark, is_rough
from engine.animatic.sounding.shots import DEEP, FAR, HALL, WIDE
from engine.animatic.sounding.voice import Voice

BEDS: dict[str, tuple[Layer, ...]] = {
    "river": (Hum("river", -27, 0.1), Hum("brook", -28, 0.15, 5), Calls("bubbles", 1.9, 0.12, 3,
                                                                        9)),
    "brook": (Hum("brook", -25, 0.2, 5), Hum("river", -36), Calls("bubbles", 1.2, 0.2, 3, 8)),
    "waterfall": (Hum("waterfall", -21, 0.06), Hum("falling water", -30, 0.1),
                  Hum("blast", -31, 0.1)),
    "fountain": (Hum("falling water", -27, 0.1, 3), Hum("brook", -29, 0.15, 4)),
    "rain_on_roof": (Hum("roof", -24, 0.15, 6), Hum("hiss of rain", -36, 0.2),
                     Calls("drop", 1.4, 0.1, 3, 9)),
    "rain_on_window": (Hum("window", -27, 0.2, 5), Hum("roof", -34), Hum("hiss of rain", -36, 0.2)),
    "jungle": (Hum("grass insects", -35, 0.2), Hum("cicadas", -38, 0.35, 5), Hum("leaves", -42),
               Calls("screech", 6.5, 0.2, 15, 45, 3, FAR), Calls("coo", 5, 0.14, 15, 40, 3, FAR),
               Calls("chatter", 7.5, 0.16, 15, 45, 3, FAR), Calls("song", 2.4, 0.16, 8, 30, 4),
               Calls("drop", 2.8, 0.06, 4, 12)),
    "savanna": (Hum("grass insects", -36, 0.25, 6), Hum("air", -38, 0.3),
                Calls("coo", 4.5, 0.14, 15, 45, 3, FAR), Calls("rumble", 11, 0.16, 30, 60, 2, FAR),
                Calls("song", 4.2, 0.12, 15, 40, 4), Calls("grunt", 13, 0.13, 40, 80, 2, FAR)),
    "swamp": (Hum("grass insects", -38, 0.2), Hum("deep", -44), Calls("frog", 0.6, 0.24, 6, 25, 6),
              Calls("plop", 5, 0.14, 5, 15), Calls("bubbles", 4, 0.1, 4, 12)),
    "meadow": (Hum("grass insects", -40, 0.3, 6), Calls("song", 2.6, 0.16, 10, 30, 4)),
    "farm": (Calls("moo", 9, 0.22, 30, 70, 2, FAR), Calls("cluck", 4.5, 0.2, 8, 25),
             Calls("rooster", 14, 0.22, 25, 60, 2, FAR), Calls("song", 3.6, 0.14, 10, 30, 4),
             Hum("grass insects", -42)),
    "park": (Calls("song", 2.8, 0.18, 8, 26, 4), Hum("leaves", -42, 0.3),
             Calls("giggle", 9, 0.09, 25, 50, 3, FAR), Hum("city air", -45)),
    "village": (Calls("woof", 5.5, 0.2, 40, 90, 3, FAR), Calls("rooster", 12, 0.22, 40, 90, 2, FAR),
                Calls("song", 4.0, 0.14, 12, 30, 4), Calls("baa", 9, 0.16, 40, 80, 2, FAR),
                Hum("city air", -46)),
    "market": (Hum("murmur", -25, 0.15), Calls("clink", 3.0, 0.14, 5, 16), Hum("city air", -38),
               Calls("wood", 2.6, 0.14, 6, 20), Calls("whoop", 7.0, 0.16, 15, 35, 4),
               Calls("coin", 6, 0.1, 4, 12)),
    "crowd": (Hum("murmur", -25, 0.15), Hum("city air", -40)),
    "cafe": (Hum("murmur", -29, 0.15), Calls("cup", 2.2, 0.2, 3, 10, 5),
             Calls("clink", 4.2, 0.12, 4, 12, 4), Calls("steam", 9.5, 0.16, 5, 9),
             Calls("laugh", 12, 0.08, 8, 16, 4)),
    "bakery": (Hum("mains", -46), Calls("cup", 3.5, 0.14, 4, 10, 5),
               Calls("thud", 4.5, 0.1, 4, 10), Hum("flames", -42)),
    "kitchen": (Hum("mains", -47), Calls("cup", 3.4, 0.18, 2, 7, 5),
                Calls("wood", 2.8, 0.1, 3, 7), Calls("drop", 4.0, 0.08, 3, 7)),
    "library": (Calls("page", 3.8, 0.12, 3, 12, 4, HALL),
                Calls("tick", 1.0, 0.075, 7, 9, 1, HALL, True), Calls("wood", 7, 0.06, 8, 18, 3,
                                                                      HALL)),
    "room": (Calls("tick", 1.0, 0.13, 5, 7, 1, steady=True),),
    "bedroom": (Calls("tick", 1.0, 0.1, 4, 6, 1, steady=True),),
    "office": (Calls("key", 0.19, 0.09, 3, 9, 8),
               Calls("page", 7, 0.1, 4, 10), Calls("phone_ring", 17, 0.06, 12, 20, 1)),
    "classroom": (Hum("murmur", -38), Calls("page", 4, 0.12, 3, 9),
                  Calls("wood", 4, 0.1, 4, 10)),
    "museum": (Hum("murmur", -43), Calls("stone", 3, 0.1, 10, 25, 4, HALL)),
    "workshop": (Hum("machines", -36), Calls("hammer", 2.1, 0.24, 5, 12, 3),
                 Calls("clang", 4.4, 0.14, 6, 14, 4)),
    "machinery": (Hum("machines", -25, 0.1), Hum("mains", -34), Calls("clang", 1.6, 0.2, 6, 20, 2,
                                                                     steady=True),
                  Calls("steam", 4.8, 0.18, 6, 16)),
    "hall": (Calls("drop", 5, 0.07, 6, 15, 3, HALL), Hum("flames", -44)),
    "stage": (Hum("murmur", -44, 0.3, 6), Calls("sigh", 11, 0.04, 8, 14)),
    "greenhouse": (Calls("drop", 1.7, 0.14, 3, 9, 4), Calls("song", 5, 0.08, 15,
                                                                              30, 4)),
    "stadium": (Hum("stadium", -26, 0.25, 7), Hum("cheering", -28, 0.3, 5),
                Hum("applause", -38, 0.5, 6), Calls("whistle", 11, 0.16, 25, 50, 2, WIDE)),
    "playground": (Hum("children", -27, 0.25), Calls("giggle", 2.4, 0.18, 8, 22, 4),
                   Calls("squeal", 4.0, 0.16, 10, 26, 4), Calls("bounce", 3.0, 0.12, 8, 20)),
    "cave": (Hum("deep", -36, 0.2), Calls("drop", 0.9, 0.3, 4, 18, 6, DEEP), Hum("draught", -44)),
    "underwater": (Hum("deep", -25, 0.25, 7), Hum("swell", -32, 0.4, 5),
                   Calls("bubbles", 1.5, 0.22, 3, 12, 5), Calls("whale", 9.5, 0.12, 50, 90, 2,
                                                                DEEP)),
    "reef": (Hum("deep", -27, 0.25, 7), Hum("embers", -36), Calls("bubbles", 1.2, 0.22, 3, 12, 5)),
    "space": (Hum("drone", -25, 0.3, 11), Hum("ether", -41, 0.6, 7), Hum("deep", -36, 0.4, 13)),
    "planet": (Hum("drone", -30, 0.3, 11), Hum("air", -33, 0.4, 6), Hum("grit", -44, 0.5, 4)),
    "volcano": (Hum("thunder rumble", -25, 0.4, 4), Hum("roar", -32, 0.3, 5), Hum("embers", -34),
                Calls("stone", 1.6, 0.16, 12, 40, 4, FAR)),
    "campfire": (Hum("flames", -31, 0.35, 3), Hum("embers", -29, 0.3, 4),
                 Calls("crackle", 1.1, 0.22, 3, 6, 6)),
    "harbour": (Hum("wash", -30, 0.3, 4), Hum("city air", -40), Calls("gull", 3.2, 0.2, 15, 40, 4),
                Calls("wood", 2.6, 0.12, 6, 16), Calls("ship_horn", 16, 0.3, 60, 120, 2, FAR),
                Calls("hand_bell", 9, 0.07, 25, 40, 2)),
    "old_town": (Hum("murmur", -36, 0.2), Hum("city air", -42), Calls("coo", 4.4, 0.14, 8, 22, 3),
                 Calls("great_bell", 13, 0.14, 60, 100, 1, FAR), Calls("stone", 2.5, 0.07, 10, 25,
                                                                       4)),
    "railway": (Hum("city air", -42), Calls("joint", 7, 0.05, 40, 70, 2, FAR),
                Calls("song", 4, 0.1, 12, 30, 4), Calls("train_whistle", 16, 0.14, 80, 140, 1,
                                                        FAR)),
    "night": (Calls("hoot", 7.5, 0.2, 25, 60, 2, FAR),),
    "frogs": (Calls("frog", 0.42, 0.3, 6, 22, 6), Calls("frog", 0.9, 0.2, 15, 30, 6)),
    "ice": (Hum("draught", -36, 0.4, 5), Calls("creak", 7, 0.14, 20, 50, 3, DEEP),
            Calls("stone", 5, 0.08, 10, 30, 4, FAR)),
    "bees": (Hum("swarm", -29, 0.35, 2.5),),
    "cicadas": (Hum("cicadas", -27, 0.35, 3.5), Hum("grass insects", -36)),
    "insects": (Hum("grass insects", -30, 0.25), Hum("cicadas", -36, 0.3, 4)),
    "applause": (Hum("applause", -22, 0.2, 4), Hum("murmur", -40), Calls("clap", 0.16, 0.1, 5, 14,
                                                                       8)),
    "cheering": (Hum("cheering", -24, 0.25, 4), Hum("applause", -30, 0.3, 5),
                 Calls("whoop", 1.8, 0.16, 8, 30, 5)),
    "laughter": (Calls("laugh", 0.55, 0.2, 5, 18, 8), Calls("giggle", 1.2, 0.14, 6, 18, 4)),
    "children": (Hum("children", -28, 0.3), Calls("giggle", 1.7, 0.22, 5, 18, 4),
                 Calls("squeal", 3.4, 0.18, 8, 22, 4)),
    "magic": (Hum("magic", -32, 0.5, 3), Calls("shimmer", 3.2, 0.28, 4, 10, 3)),
    "drone": (Hum("drone", -24, 0.3, 9), Hum("deep", -34, 0.4, 7)),
    "static": (Hum("static", -28, 0.3, 1.5), Hum("mains", -36)),
    "frying": (Hum("frying", -28, 0.2, 3), Hum("steam", -38)),
    "steam": (Hum("steam", -31, 0.2), Calls("steam", 2.4, 0.16, 3, 7)),
    "rowing": (Calls("stroke", 1.6, 0.3, 3, 5, 4, steady=True), Calls("creak", 3.2, 0.06, 3, 5)),
    "avalanche": (Hum("thunder rumble", -24, 0.3, 4), Hum("gravel", -30, 0.3, 3)),
    "stones": (Hum("gravel", -30, 0.4, 2), Calls("stone", 0.5, 0.2, 4, 12, 6)),
    "battle": (Calls("sword", 0.7, 0.24, 6, 22, 8), Hum("cheering", -33, 0.3),
               Calls("drum", 0.9, 0.2, 25, 40, 1, WIDE, True)),
    "fireworks": (Calls("boom", 1.5, 0.4, 8, 20, 4), Calls("glitter", 1.9, 0.3, 8, 20, 3),
                  Calls("fizz", 2.4, 0.16, 8, 20, 3)),
    "gentle_chimes": (Calls("chime", 0.7, 0.2, 3, 6, 8),),
}  # fmt: skip
"""Every bed and continuous sound by its name, in LUFS before the whole is brought to its level."""

PLACES: dict[str, str] = {
    "river": "river", "waterfall": "waterfall", "island": "", "valley": "meadow",
    "meadow": "meadow", "wheat_field": "meadow", "tulip_field": "meadow",
    "rice_terraces": "frogs", "farm": "farm", "garden": "park", "park": "park", "jungle": "jungle",
    "savanna": "savanna", "swamp": "swamp", "glacier": "ice", "volcano": "volcano", "cave": "cave",
    "underwater": "underwater", "coral_reef": "reef", "moon": "space", "mars": "planet",
    "planet_surface": "planet", "space": "space", "village": "village", "old_town": "old_town",
    "souk": "market", "town_square": "old_town", "harbour": "harbour", "railway": "railway",
    "stadium": "stadium", "playground": "playground", "room": "room", "bedroom": "bedroom",
    "kitchen": "kitchen", "library": "library", "cafe": "cafe", "bakery": "bakery",
    "classroom": "classroom", "office": "office", "museum": "museum", "stage": "stage",
    "greenhouse_room": "greenhouse", "castle_hall": "hall",
    "workshop": "workshop", "windowsill": "room", "table_top": "room",
    "bridge_place": "brook",
}  # fmt: skip
"""The bed of each place whose setting names none; "" where sea and wind are enough."""
LIVING = frozenset({"meadow", "farm", "park", "jungle", "savanna", "village"})
"""Beds that are silent at night but for owls and crickets."""


def voices(scene: Scene) -> list[Voice]:
    """The beds that the place's setting names, or those it usually has."""
    found: list[Voice] = []
    for name in beds_of(scene):
        found += ambience(scene, f"bed/{name}", _layers(scene, name))
    if setting_of(scene.place).indoors and {"rain", "storm"} & set(scene.weather):
        found += ambience(scene, "bed/window", BEDS["rain_on_window"])
    return found


def beds_of(scene: Scene) -> tuple[str, ...]:
    """The names of the beds that lie under this scene."""
    named = tuple(name for name in setting_of(scene.place).beds if name in BEDS)
    usual = PLACES.get(scene.place, "")
    beds = named or ((usual,) if usual else ())
    if is_dark(scene) and {*beds, scene.place} & (LIVING | {"forest", "hills"}):
        return (*beds, "night")
    return beds


def _layers(scene: Scene, name: str) -> tuple[Layer, ...]:
    """A bed without its animals where night or weather silence them."""
    layers = BEDS[name]
    if name not in LIVING or not (is_dark(scene) or is_rough(scene)):
        return layers
    kept = ("drop", "frog", "bubbles", "woof")
    return tuple(one for one in layers if isinstance(one, Hum) or one.shot in kept)
