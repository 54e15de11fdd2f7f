"""A piece: the music of a scene as a voice, at its level under everything that happens."""

from dataclasses import replace

import numpy as np

from engine.animatic.scene import Scene
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
    """The scene's music; nothing where none is asked for."""
    if not scene.music:
        return []
    score = score_of(_mood(scene), scene.seed, scene.seconds, scene.loops)
    factor = gain(LEVEL) / max(_strength(score, scene.seconds), 1e-6)
    return [Events(scene, [_event(one, factor) for one in score.notes], note, LONGEST)]


def _mood(scene: Scene) -> Mood:
    """The mood that is named, or that of the scene where music is just asked for."""
    named = scene.mood if scene.mood and scene.music in PLAIN else scene.music
    mood = mood_of(named)
    return replace(mood, tempo=mood.tempo * (0.6 + 0.8 * scene.tempo))


def _event(one: Note, factor: float) -> Event:
    angle = (one.side * 0.8 + 1.0) * (np.pi / 4)
    sides = np.sqrt(2.0) * np.array([np.cos(angle), np.sin(angle)])
    return Event(one.start, (one.instrument, one.hertz, one.length), factor * one.loud * sides)


def _strength(score: Score, seconds: float) -> float:
    """Root mean square of the notes, taken as strangers to each other."""
    energy = sum(
        float(np.sum(note((one.instrument, one.hertz, one.length)) ** 2)) * one.loud**2
        for one in score.notes
    )
    return float(np.sqrt(energy / (SAMPLE_RATE * seconds)))
