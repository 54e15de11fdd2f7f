"""Animals: their voices when they call, and their feet when they land."""

from dataclasses import dataclass

from engine.animatic.build import build_of
from engine.animatic.motion import bird, insect, quadruped
from engine.animatic.motion.beast import beast_of, withers
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of
from engine.animatic.sounding.ambience import Calls, Hum
from engine.animatic.sounding.beside import beside
from engine.animatic.sounding.footsteps import LONGEST as LONGEST_STEP
from engine.animatic.sounding.footsteps import footstep, ground_of
from engine.animatic.sounding.listener import event_at, passing_at
from engine.animatic.sounding.shots import LONGEST, shot
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Event, Events, Voice

SOUNDING = 5
"""At most this many animals are heard one by one, the nearest first."""


@dataclass(frozen=True, slots=True)
class Call:
    """An animal's voice: the shot, seconds from one call to the next where it does nothing that
    makes it call (0 for never), and how loud it is."""

    shot: str
    every: float = 0.0
    loud: float = 0.26


CALLS: dict[str, Call] = {
    "dog": Call("woof"), "cat": Call("meow", 5.5, 0.2), "horse": Call("neigh", 9),
    "unicorn": Call("neigh", 9), "donkey": Call("bray", 9), "zebra": Call("snort", 8, 0.18),
    "camel": Call("groan", 7), "cow": Call("moo", 6), "sheep": Call("baa", 4),
    "goat": Call("bleat", 4.5), "pig": Call("oink", 4), "elephant": Call("trumpet", 7, 0.34),
    "hippo": Call("grunt", 7), "rhino": Call("snort", 7, 0.22), "lion": Call("roar", 9, 0.34),
    "tiger": Call("growl", 8), "bear": Call("growl", 8), "polar_bear": Call("growl", 8),
    "panda": Call("snort", 10, 0.1), "fox": Call("yelp", 9, 0.14), "wolf": Call("howl", 9),
    "mouse": Call("squeak", 4, 0.12), "squirrel": Call("chatter", 6, 0.14),
    "monkey": Call("chatter", 4), "crocodile": Call("hiss", 7), "frog": Call("frog", 1.3),
    "snake": Call("hiss", 4.5, 0.2), "dragon": Call("monster", 6, 0.4),
    "dinosaur": Call("monster", 6, 0.4), "bird": Call("song", 2.6, 0.22),
    "eagle": Call("eagle", 5, 0.24), "owl": Call("hoot", 4.4), "parrot": Call("screech", 5, 0.2),
    "duck": Call("quack", 3.4), "swan": Call("honk", 7, 0.2), "crane": Call("honk", 6),
    "flamingo": Call("honk", 5, 0.2), "peacock": Call("may_aw", 5), "penguin": Call("bray", 6, 0.2),
    "chicken": Call("cluck", 2.6, 0.2), "rooster": Call("rooster", 5.5, 0.32),
    "ostrich": Call("grunt", 6), "dove": Call("coo", 3.6, 0.2), "crow": Call("crow", 3.2),
    "gull": Call("gull", 3.0), "turkey": Call("gobble", 3.4), "whale": Call("whale", 5.2, 0.34),
    "dolphin": Call("dolphin", 3.6), "seal": Call("seal", 4),
}  # fmt: skip
HUMS: dict[str, tuple[Hum, float]] = {
    "bee": (Hum("swarm", -30, 0.45, 1.7), 3.0), "fly": (Hum("swarm", -32, 0.5, 1.1), 3.0),
    "dragonfly": (Hum("swarm", -37, 0.4, 1.4), 3.0),
}  # fmt: skip
"""Animals that hum rather than call, and how near (metres) they are at full strength."""
BY_ACT: dict[str, str] = {"bark": "woof", "howl": "howl", "roar": "roar"}
OWN = frozenset({"monster", "trumpet", "growl", "roar", "yelp", "neigh", "moo"})
"""Voices that animals keep whatever they are said to do."""
MUTE = frozenset({"sleep", "hide", "dive", "drink", "eat"})
LONG: dict[str, float] = {"moo": 1.9, "howl": 3.0, "roar": 2.3, "monster": 2.8, "trumpet": 1.5}


def voices(scene: Scene) -> list[Voice]:
    """The calls and the feet of the nearest animals."""
    animals = [one for one in scene.subjects if one.kind in CALLS or _walks(one)]
    animals = sorted(animals, key=lambda one: one.z)[:SOUNDING]
    calls = [event for one in animals for event in calls_of(scene, one)]
    hoofs = [event for one in animals for event in hoofs_of(scene, one)]
    paws = [event for one in animals if _walks(one) for event in _paws(scene, one)]
    found: list[Voice] = [
        Events(scene, events, shot, LONGEST) for events in (calls, hoofs) if events
    ]
    fowl = [one for one in animals if build_of(one.kind).way == "roost"]
    paws += [event for one in fowl for event in _claws(scene, one)]
    if paws:
        found.append(Events(scene, paws, footstep, LONGEST_STEP))
    flaps = [event for one in fowl for event in _flaps(scene, one)]
    flaps += [event for one in animals for event in _hops(scene, one)]
    if flaps:
        found.append(Events(scene, flaps, shot, LONGEST))
    for one in [one for one in scene.subjects if one.kind in HUMS][:SOUNDING]:
        layer, reach = HUMS[one.kind]
        found += beside(scene, one, (layer,), reach=reach)
    if any(one.kind == "cat" and one.act == "sleep" for one in animals):
        cat = next(one for one in animals if one.kind == "cat")
        found += beside(scene, cat, (Calls("purr", 2.4, 0.12, variants=2),), cat.since, reach=3.0)
    return found


def _flaps(scene: Scene, subject: Subject) -> list[Event]:
    """The beats of near wings: the larger, the louder."""
    loud = min(0.1 + 0.25 * bird.plumage_of(subject).size * subject.scale, 0.3)
    beats = bird.downstrokes(subject, scene, 0.0, scene.seconds - 0.05)
    return [
        event_at(scene, subject, moment, ("flap", number % 4), loud, 5.0)
        for number, moment in enumerate(beats)
    ]


def _claws(scene: Scene, subject: Subject) -> list[Event]:
    """The steps of a bird on foot: a penguin's are heard, a sparrow's hardly."""
    loud = min(0.3 * bird.plumage_of(subject).size * subject.scale, 0.2)
    key = (ground_of(scene), 0)
    steps = bird.steps(subject, scene, 0.0, scene.seconds - 0.05)
    return [event_at(scene, subject, moment, key, loud, 5.0) for moment in steps]


def _hops(scene: Scene, subject: Subject) -> list[Event]:
    """A frog lands, in the water where there is any."""
    if build_of(subject.kind).way != "crawl":
        return []
    name = "plop" if setting_of(scene.place).water else "pat"
    return [
        event_at(scene, subject, moment, (name, number % 3), 0.16, 5.0)
        for number, moment in enumerate(insect.hops(subject, scene, 0.0, scene.seconds - 0.05))
    ]


def _walks(subject: Subject) -> bool:
    return build_of(subject.kind).way == "roam"


def hoofs_of(scene: Scene, subject: Subject) -> list[Event]:
    """The beats of its hooves, if it has any and goes."""
    return _hoofs(scene, subject) if _walks(subject) else []


def calls_of(scene: Scene, subject: Subject) -> list[Event]:
    """When its mouth opens for a call, else now and then."""
    call = CALLS.get(subject.kind)
    name = BY_ACT.get(subject.act, "")
    if call is not None and (call.shot in OWN or not name):
        name = call.shot
    if not name:
        return []
    loud = 0.34 if call is None else max(call.loud, 0.3)
    moments = _seen(scene, subject)
    if not moments and call is not None and call.every and subject.act not in MUTE:
        moments, loud = _idle(scene, subject, call), call.loud
    reach = 10.0 if loud < 0.3 else 16.0
    return [
        passing_at(scene, subject, moment, (name, number % 3), loud, reach)
        for number, moment in enumerate(moments)
    ]


def _seen(scene: Scene, subject: Subject) -> list[float]:
    if _walks(subject):
        return quadruped.calls(subject, scene, 0.0, scene.seconds - 0.05)
    return []


def _idle(scene: Scene, subject: Subject, call: Call) -> list[float]:
    chance = generator(scene.seed, "idle", subject.kind, subject.variety)
    moment, found = float(chance.uniform(0.1, 0.45)) * min(call.every, scene.seconds), []
    while moment < scene.seconds - 0.3:
        found.append(moment)
        moment += call.every * float(chance.uniform(0.7, 1.4)) + LONG.get(call.shot, 0.8)
    return found


def _hoofs(scene: Scene, subject: Subject) -> list[Event]:
    """Hooves on hard or soft ground, and what weighs a ton."""
    heavy = withers(subject) > 2.0
    if beast_of(subject).foot != "hoof" and not heavy:
        return []
    hard = ground_of(scene) in ("stone", "wet", "wood")
    name = "thud" if heavy else "hoof_hard" if hard else "hoof_soft"
    loud = min(0.16 + 0.04 * subject.speed, 0.4) * (0.7 + 0.3 * min(withers(subject), 2.0))
    return _landings(scene, subject, name, loud)


def _landings(scene: Scene, subject: Subject, name: str, loud: float) -> list[Event]:
    chance = generator(scene.seed, "landings", subject.variety, subject.kind)
    return [
        event_at(scene, subject, moment, (name, int(chance.integers(5))),
                 loud * float(chance.uniform(0.75, 1.0)), 6.0)
        for moment in quadruped.hoofbeats(subject, scene, 0.0, scene.seconds - 0.02)
    ]  # fmt: skip


def _paws(scene: Scene, subject: Subject) -> list[Event]:
    if beast_of(subject).foot == "hoof" or withers(subject) > 2.0:
        return []
    loud = min(0.05 + 0.03 * subject.speed, 0.25) * min(withers(subject), 1.2)
    return _landings(scene, subject, ground_of(scene), loud)
