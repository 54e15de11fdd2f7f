"""Events: the exact moments at which what people do is heard."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from engine.animatic.motion.people import dances, falls, greetings, handiwork, leaps, rests, sports
from engine.animatic.motion.people.acts import act_of
from engine.animatic.motion.people.stride import phase_of, step_length
from engine.animatic.motion.people.travel import HALT, STAYING, travelled
from engine.animatic.scene import Scene, Subject

Times = Callable[[Subject, Scene, float, float], list[float]]

HEARD: dict[str, tuple[str, Times]] = {
    "jump": ("landing", leaps.landings),
    "leap": ("landing", leaps.landings),
    "hop": ("landing", leaps.landings),
    "bounce": ("landing", leaps.landings),
    "play": ("landing", leaps.landings),
    "dance": ("footfall", dances.beats),
    "clap": ("clap", greetings.claps),
    "read": ("page", handiwork.pages),
    "work": ("blow", handiwork.blows),
    "dig": ("dig", handiwork.digs),
    "sweep": ("sweep", handiwork.digs),
    "build": ("pat", handiwork.pats),
    "paint_act": ("brush", handiwork.brushes),
    "cook": ("stir", handiwork.stirs),
    "stir": ("stir", handiwork.stirs),
    "type": ("key", handiwork.keys),
    "write": ("scratch", handiwork.keys),
    "photograph": ("shutter", handiwork.shutters),
    "blow": ("puff", handiwork.puffs),
    "twirl": ("footfall", dances.set_down),
    "spin": ("footfall", dances.set_down),
    "swing": ("creak", rests.swing_ends),
    "dive": ("stroke", sports.leg_beats),
    "eat": ("bite", handiwork.bites),
    "drink": ("sip", handiwork.bites),
    "row": ("stroke", handiwork.strokes),
    "throw": ("throw", sports.releases),
    "kick": ("kick", sports.kicks),
    "catch": ("catch", sports.catches),
    "climb": ("grip", sports.grips),
    "skate": ("scrape", sports.scrapes),
    "ski": ("scrape", sports.scrapes),
    "swim": ("splash", sports.splashes),
    "sleep": ("breath", rests.breaths),
    "fall": ("thud", falls.impacts),
}
"""What is heard of an act, and when."""
BESIDES: dict[str, tuple[str, Times]] = {
    "dig": ("toss", handiwork.tosses),
    "twirl": ("swish", dances.set_off),
    "spin": ("swish", dances.set_off),
}
"""What else is heard of it."""
STRINGS = frozenset(("guitar", "oud", "musician", "violin", "lute"))
DRUMS = frozenset(("piano", "drum", "drums"))


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that is heard: `what` is footfall, landing, clap, page, blow, bite, sip, stroke,
    throw, kick, catch, grip, scrape, splash, breath, thud, dig, toss, sweep, pat, brush, stir, key,
    scratch, shutter, puff, swish, creak, strum or beat."""

    seconds: float
    what: str


def happenings(subject: Subject, scene: Scene, start: float, stop: float) -> list[Happening]:
    """All that is heard of somebody in [start, stop), in order."""
    heard = [Happening(t, "footfall") for t in _steps(subject, scene, start, stop)]
    act = act_of(subject, inf)
    if subject.act == act:
        for what, times in _heard_of(subject):
            heard += [Happening(t, what) for t in times(subject, scene, start, stop)]
    return sorted(heard, key=lambda one: one.seconds)


def _heard_of(subject: Subject) -> list[tuple[str, Times]]:
    """What is heard of somebody's act; playing depends on what they hold."""
    traits = set(subject.traits)
    if subject.act == "play" and traits & STRINGS:
        return [("strum", handiwork.strums)]
    if subject.act == "play" and traits & DRUMS:
        return [("beat", handiwork.drum_beats)]
    return [table[subject.act] for table in (HEARD, BESIDES) if subject.act in table]


def footfalls(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a foot lands: steps, dance steps, leaps."""
    every = happenings(subject, scene, start, stop)
    return [one.seconds for one in every if one.what in ("footfall", "landing")]


SILENT = frozenset((
    "skate", "ski", "surf", "swim", "dive", "ride", "drive", "row", "cycle", "float", "climb",
    "jump", "leap", "hop", "bounce",
))  # fmt: skip


def _steps(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """Footfalls of walking and running: where half a cycle is full."""
    if subject.speed <= 0 or subject.carrier >= 0:
        return []
    act = act_of(subject, inf)
    end = subject.since if act in STAYING or act in SILENT else inf
    step, times = step_length(subject), []
    n = int(2 * phase_of(subject)) + (0 if phase_of(subject) * 2 % 1.0 == 0 else 1)
    while True:
        moment = _when(subject, n * step - 2 * step * phase_of(subject))
        if moment is None or moment >= min(stop, end):
            return times
        if moment >= start:
            times.append(moment)
        n += 1


def _when(subject: Subject, distance: float) -> float | None:
    """The moment at which somebody has come so far, None if they stop before."""
    if subject.act not in STAYING:
        return distance / subject.speed
    halt = min(HALT, subject.since)
    even = subject.speed * (subject.since - halt)
    if distance <= even:
        return distance / subject.speed
    if distance > travelled(subject, subject.since):
        return None
    rest = 1.0 - 2 * (distance - even) / (subject.speed * halt)
    return subject.since - halt + halt * (1.0 - max(rest, 0.0) ** 0.5)
