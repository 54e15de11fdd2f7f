"""Splashes: what leaps out of the water and falls back, blows, and dips oars into it."""

from engine.animatic.build import build_of
from engine.animatic.motion import sea_life
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.listener import event_at
from engine.animatic.sounding.shots import LONGEST, shot
from engine.animatic.sounding.voice import Event, Events, Voice

SOUNDING = 5
"""At most this many are heard one by one, the nearest first."""
GREAT = 4.0
"""Metres of a body from which on its splash is that of a whale."""


def voices(scene: Scene) -> list[Voice]:
    """The splashes of the nearest swimmers."""
    swimmers = [one for one in scene.subjects if build_of(one.kind).way == "swim"]
    swimmers = sorted(swimmers, key=lambda one: one.z)[:SOUNDING]
    events = [event for one in swimmers for event in events_of(scene, one)]
    return [Events(scene, events, shot, LONGEST)] if events else []


def events_of(scene: Scene, subject: Subject) -> list[Event]:
    """Out of the water softly, into it with all the weight; whales blow when they are up."""
    long = sea_life.swimmer_of(subject).long * subject.scale
    name = "great_splash" if long > GREAT else "splash" if long > 0.8 else "plop"
    loud = 0.6 if long > GREAT else 0.4
    last = scene.seconds - 0.05
    falls = sea_life.splashes(subject, scene, 0.0, last)
    found = []
    for number, moment in enumerate(falls):
        size = loud * (0.5 if number % 2 == 0 else 1.0)
        found.append(event_at(scene, subject, moment, (name, number % 3), size, 14.0))
    for moment in sea_life.spouts(subject, scene, 0.0, last):
        found.append(event_at(scene, subject, moment, ("steam", 0), 0.3, 20.0))
    return found
