"""Fireworks: each rocket whistles up, and each burst is heard with its flash or, late, after it."""

from engine.animatic.motion import whereabouts
from engine.animatic.motion.burst import RISE_SECONDS, Burst, bursts
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ear import SPEED_OF_SOUND
from engine.animatic.sounding.listener import event_from, heard_at
from engine.animatic.sounding.shots import LONGEST, shot
from engine.animatic.sounding.voice import Event, Events, Voice

REACH = 90.0
"""Metres at which a burst is at its loudest."""
CRACKLES = 0.3
"""Seconds after a burst at which its stars begin to crackle."""
LARGE = 43.0
"""Sparks this fast, in metres a second, are those of a large burst."""


def voices(scene: Scene) -> list[Voice]:
    """What the fireworks of a scene sound."""
    shows = [one for one in scene.subjects if one.kind == "fireworks"][:3]
    events = [event for one in shows for event in events_of(scene, one)]
    return [Events(scene, events, shot, LONGEST)] if events else []


def events_of(scene: Scene, subject: Subject) -> list[Event]:
    """Every rocket, report and crackle of one firework."""
    found: list[Event] = []
    for number, burst in enumerate(bursts(subject, scene)):
        if burst.seconds < scene.seconds:
            found += _rocket(scene, subject, burst, number)
            found += _report(scene, subject, burst, number)
    return [one for one in found if 0.0 <= one.seconds < scene.seconds - 0.02]


def _rocket(scene: Scene, subject: Subject, burst: Burst, number: int) -> list[Event]:
    """Only every other one whistles."""
    if number % 2:
        return []
    moment = burst.seconds - RISE_SECONDS
    x, y, z = whereabouts.position(subject, scene, moment)
    heard = heard_at(scene, (x + 0.6 * subject.scale * burst.x, y, z), moment)
    return [event_from(heard, moment, ("fizz", number % 4), 0.05, REACH)]


def _report(scene: Scene, subject: Subject, burst: Burst, number: int) -> list[Event]:
    x, y, z = whereabouts.position(subject, scene, burst.seconds)
    place = (x + subject.scale * burst.x, y + subject.scale * burst.y, z)
    heard = heard_at(scene, place, burst.seconds)
    moment = burst.seconds + (heard.away / SPEED_OF_SOUND if scene.late else 0.0)
    loud = 0.3 + 0.012 * (burst.size - LARGE)
    found = [event_from(heard, moment, ("boom", number % 4), loud, REACH)]
    if burst.size > LARGE:
        key = ("glitter", number % 3)
        found.append(event_from(heard, moment + CRACKLES, key, 0.5 * loud, REACH))
    return found
