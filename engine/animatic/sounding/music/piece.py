"""A piece: the music of a scene as a voice, at its level under everything that happens."""

from dataclasses import replace

import numpy as np

from engine.animatic.scene import Scene, Tune
from engine.animatic.sounding.ear import gain
from engine.animatic.sounding.music.moods import Mood, mood_of
from engine.animatic.sounding.music.score import Note, Score, score_of
from engine.animatic.sounding.music.timbre import note
from engine.animatic.sounding.voice import Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

LEVEL = -25.0
"""Decibels (root mean square) of a piece, before the whole is brought to its level."""
LONGEST = 14.0
PLAIN = ("calm", "piano")
"""Music that is asked for without saying how it feels."""


def voices(scene: Scene) -> list[Voice]:
    """The scene's music, or its part of the film's; nothing where none is asked for."""
    if not scene.music:
        return []
    tune, begins = scene.tune or Tune(scene.seed, scene.seconds), scene.begins * bool(scene.tune)
    score = score_of(_mood(scene), tune.seed, tune.seconds, scene.loops)
    factor = gain(LEVEL) / max(_strength(score, tune.seconds), 1e-6)
    events = [
        _event(one, factor, begins)
        for one in score.notes
        if -LONGEST < one.start - begins < scene.seconds + 0.1
    ]
    return [Events(scene, events, note, LONGEST)]


def asked(scene: Scene) -> str:
    """The music that is named, or the scene's mood where music is just asked for."""
    return scene.mood if scene.mood and scene.music in PLAIN else scene.music


def _mood(scene: Scene) -> Mood:
    mood = mood_of(asked(scene))
    return replace(mood, tempo=mood.tempo * (0.6 + 0.8 * scene.tempo))


def _event(one: Note, factor: float, begins: float) -> Event:
    angle = (one.side * 0.8 + 1.0) * (np.pi / 4)
    sides = np.sqrt(2.0) * np.array([np.cos(angle), np.sin(angle)])
    return Event(
        one.start - begins, (one.instrument, one.hertz, one.length), factor * one.loud * sides
    )


def _strength(score: Score, seconds: float) -> float:
    """Root mean square of the notes, taken as strangers to each other."""
    energy = sum(
        float(np.sum(note((one.instrument, one.hertz, one.length)) ** 2)) * one.loud**2
        for one in score.notes
    )
    return float(np.sqrt(energy / (SAMPLE_RATE * seconds)))
