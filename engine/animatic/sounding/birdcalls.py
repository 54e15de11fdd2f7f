"""Bird calls: gulls over water, songbirds in leaves and meadows, and the beat of near wings."""

from engine.animatic.hours import main_hour
from engine.animatic.motion import whereabouts
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ear import sides
from engine.animatic.sounding.listener import event_from, heard_at
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Event, Events, Voice
from engine.animatic.sounding.whistles import voice_of

SINGING: dict[str, float] = {"dawn": 2.0, "day": 3.2, "sunset": 4.0, "night": 0.0}
"""Seconds from one song to the next where songbirds live, 0 for none."""
LIVELY: dict[str, float] = {"forest": 1.0, "hills": 1.6, "lake": 2.6, "street": 4.0}
"""How much rarer songs are in each place where songbirds live."""


LONGEST = 6.0


def voices(scene: Scene) -> list[Voice]:
    """The flocks that are seen, and those that are only heard."""
    flocks = [one for one in scene.subjects if one.kind == "birds"]
    salty = scene.place == "sea" or (scene.place == "lake" and not _songs_asked(scene))
    calls = [call for flock in flocks for call in _of_flock(scene, flock, salty)]
    calls += _unseen(scene, bool(flocks))
    return [Events(scene, calls, voice_of, LONGEST)] if calls else []


def _songs_asked(scene: Scene) -> bool:
    return "birdsong" in scene.sounds


def _of_flock(scene: Scene, flock: Subject, salty: bool) -> list[Event]:
    chance = generator(scene.seed, "calls", flock.variety)
    moment, calls = float(chance.uniform(0.2, 0.9)), []
    while moment < scene.seconds:
        x, y, z = whereabouts.position(flock, scene, moment)
        heard = heard_at(scene, (x + float(chance.uniform(-8, 8)), y, z), moment)
        loud = 0.3 * float(chance.uniform(0.5, 1.0))
        key = ("gull" if salty else "flight", int(chance.integers(6)))
        calls.append(event_from(heard, moment, key, loud, 14.0))
        moment += float(chance.exponential(1.3)) + 0.3
    return calls


def _unseen(scene: Scene, flocks: bool) -> list[Event]:
    """Songbirds around the camera, gulls out of sight."""
    asked = {"birdsong": "song", "gulls": "gull"}
    calls = [call for sound, kind in asked.items() if sound in scene.sounds
             for call in _around(scene, kind, 1.4, 0.2)]  # fmt: skip
    rough = bool({"rain", "storm", "snow"} & set(scene.weather)) or scene.wind > 0.6
    if (
        scene.place in LIVELY
        and SINGING[main_hour(scene.hour)]
        and not rough
        and "song" not in {call.key[0] for call in calls}
    ):
        calls += _around(scene, "song", SINGING[main_hour(scene.hour)] * LIVELY[scene.place], 0.1)
    if scene.place == "sea" and not (calls or flocks or rough) and main_hour(scene.hour) != "night":
        calls += _around(scene, "gull", 6.0, 0.07)
    return calls


def _around(scene: Scene, kind: str, every: float, loud: float) -> list[Event]:
    chance = generator(scene.seed, "around", kind)
    moment, calls = float(chance.uniform(0.1, 0.7)) * min(every, 3.0), []
    singers = [(float(chance.uniform(-14, 14)), float(chance.uniform(7, 26))) for _ in range(4)]
    while moment < scene.seconds:
        singer = int(chance.integers(4))
        x, z = singers[singer]
        size = loud * float(chance.uniform(0.6, 1.0)) * 9.0 / max(z, 9.0)
        calls.append(Event(moment, (kind, singer), size * sides(x, z)))
        moment += every * float(chance.uniform(0.45, 1.6))
    return calls
