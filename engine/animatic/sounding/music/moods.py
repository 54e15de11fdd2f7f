"""Moods: what a piece of each mood is made of - scale, chords, tempo, parts and rhythm."""

from dataclasses import dataclass

MAJOR = (0.0, 2.0, 4.0, 5.0, 7.0, 9.0, 11.0)
MINOR = (0.0, 2.0, 3.0, 5.0, 7.0, 8.0, 10.0)
DORIAN = (0.0, 2.0, 3.0, 5.0, 7.0, 9.0, 10.0)
LYDIAN = (0.0, 2.0, 4.0, 6.0, 7.0, 9.0, 11.0)
PHRYGIAN = (0.0, 1.0, 3.0, 5.0, 7.0, 8.0, 10.0)
HARMONIC = (0.0, 2.0, 3.0, 5.0, 7.0, 8.0, 11.0)
# Maqamat: their neutral steps lie a quarter tone between those of the piano.
HIJAZ = (0.0, 1.0, 4.0, 5.0, 7.0, 8.0, 10.0)
BAYATI = (0.0, 1.5, 3.0, 5.0, 7.0, 8.0, 10.0)
RAST = (0.0, 2.0, 3.5, 5.0, 7.0, 9.0, 10.5)
NAHAWAND = (0.0, 2.0, 3.0, 5.0, 7.0, 8.0, 11.0)
KURD = (0.0, 1.0, 3.0, 5.0, 7.0, 8.0, 10.0)


@dataclass(frozen=True, slots=True)
class Part:
    """Who plays: an instrument (music.timbre), a pattern (music.score), how many octaves above
    the root's, how loud, and from which side (-1 to 1). It enters in bar `enters`."""

    instrument: str
    pattern: str
    octave: int = 0
    loud: float = 0.3
    side: float = 0.0
    enters: int = 0


@dataclass(frozen=True, slots=True)
class Mood:
    """`scales` to choose from; `ways` are progressions of degrees (0 the tonic), one a bar; they
    end in `cadence`, then the tonic. `tempo` in beats a minute, `beats` a bar; `seventh` chords
    have four tones; `swing` is how late the second half of a beat comes (0 even, 0.33 triplets)."""

    scales: tuple[tuple[float, ...], ...]
    ways: tuple[tuple[int, ...], ...]
    parts: tuple[Part, ...]
    tempo: float = 84.0
    beats: int = 4
    cadence: int = 4
    seventh: bool = False
    swing: float = 0.0
    root: int = 57


_POP = ((0, 4, 5, 3), (0, 5, 3, 4), (0, 3, 0, 4))
_MINOR = ((0, 5, 2, 6), (0, 3, 5, 4), (0, 6, 5, 4))
_MODAL = ((0, 6, 0, 6), (0, 0, 3, 0), (0, 1, 0, 6))

MOODS: dict[str, Mood] = {
    "gentle": Mood((MAJOR, LYDIAN), _POP, (
        Part("piano", "arpeggio", 0, 0.3), Part("strings", "pad", 0, 0.2, -0.3),
        Part("piano", "melody", 1, 0.34, 0.2), Part("bass", "root", -2, 0.3)), 78),
    "epic": Mood((MINOR, HARMONIC), _MINOR, (
        Part("strings", "ostinato", 0, 0.24, -0.4), Part("strings", "pad", 0, 0.3, 0.3),
        Part("brass", "anthem", 0, 0.3), Part("bass", "root", -2, 0.4),
        Part("drum", "taiko", 0, 0.55, 0.0)), 96, root=50),
    "jazz": Mood((MAJOR, DORIAN), ((1, 4, 0, 5), (0, 5, 1, 4)), (
        Part("bass", "walk", -2, 0.4), Part("piano", "comp", 0, 0.24, -0.3),
        Part("muted", "melody", 1, 0.26, 0.25), Part("kit", "brushes", 0, 0.2)), 116, seventh=True,
        swing=0.3, root=58),
    "sad": Mood((MINOR,), _MINOR, (
        Part("piano", "arpeggio", 0, 0.26), Part("strings", "pad", 0, 0.26, 0.3),
        Part("cello", "melody", 0, 0.32, -0.2)), 62, cadence=3, root=57),
    "happy": Mood((MAJOR,), _POP, (
        Part("pluck", "strum", 0, 0.24, -0.3), Part("bells", "melody", 1, 0.24, 0.3),
        Part("bass", "bounce", -2, 0.36), Part("kit", "pop", 0, 0.22)), 118, root=60),
    "tense": Mood((PHRYGIAN, HARMONIC), ((0, 1, 0, 1), (0, 0, 1, 0)), (
        Part("strings", "ostinato", -1, 0.24, 0.2), Part("strings", "cluster", 1, 0.13, -0.3),
        Part("bass", "pulse", -2, 0.34), Part("drum", "heart", 0, 0.4)), 104, cadence=1, root=50),
    "romantic": Mood((MAJOR,), ((0, 2, 3, 4), (0, 5, 1, 4)), (
        Part("pluck", "arpeggio", 0, 0.26, -0.2), Part("strings", "pad", 0, 0.24, 0.3),
        Part("violin", "melody", 1, 0.26), Part("bass", "root", -2, 0.28)), 72, seventh=True),
    "mysterious": Mood((DORIAN, HARMONIC), _MODAL, (
        Part("bells", "sparse", 1, 0.26, 0.4), Part("strings", "pad", -1, 0.24, -0.3),
        Part("flute", "melody", 0, 0.22), Part("bass", "root", -2, 0.26)), 66, cadence=6, root=55),
    "eastern": Mood((HIJAZ, BAYATI, RAST, NAHAWAND, KURD), ((0, 0, 3, 0), (0, 6, 0, 3)), (
        Part("oud", "taqsim", 0, 0.36, -0.2), Part("qanun", "tremolo", 1, 0.2, 0.35),
        Part("strings", "drone", -1, 0.16), Part("ney", "answer", 1, 0.2, 0.1),
        Part("darbuka", "maqsum", 0, 0.3)), 92, cadence=6, root=50),
    "synthwave": Mood((MINOR,), ((0, 5, 2, 6), (0, 6, 5, 6)), (
        Part("synth", "pulse", -1, 0.3), Part("synth", "pad", 0, 0.2, -0.3),
        Part("lead", "melody", 1, 0.2, 0.2), Part("kit", "electro", 0, 0.36)), 100, cadence=6,
        root=57),
    "lullaby": Mood((MAJOR,), ((0, 3, 0, 4), (0, 4, 3, 4)), (
        Part("bells", "melody", 1, 0.34), Part("bells", "waltz", 0, 0.2, -0.2)), 76, 3, root=65),
    "festive": Mood((MAJOR,), _POP, (
        Part("brass", "anthem", 0, 0.26, 0.2), Part("pluck", "strum", 0, 0.22, -0.3),
        Part("bass", "bounce", -2, 0.36), Part("kit", "pop", 0, 0.3),
        Part("bells", "melody", 1, 0.18)), 126, root=60),
    "ambient": Mood((LYDIAN, MAJOR), ((0, 3, 0, 5), (0, 1, 0, 4)), (
        Part("strings", "pad", 0, 0.3, -0.3), Part("strings", "drone", -1, 0.24, 0.3),
        Part("bells", "sparse", 1, 0.18, 0.2)), 54, cadence=3),
    "playful": Mood((MAJOR,), ((0, 4, 0, 4), (0, 3, 4, 0)), (
        Part("pluck", "comp", 0, 0.26, -0.3), Part("flute", "melody", 1, 0.22, 0.2),
        Part("bass", "bounce", -2, 0.36), Part("kit", "brushes", 0, 0.18)), 124, root=60),
}  # fmt: skip

LIKE: dict[str, str] = {
    "music": "gentle", "calm": "gentle", "soft": "gentle", "piano": "gentle", "peaceful": "ambient",
    "relaxing": "ambient", "dramatic": "tense", "scary": "tense", "horror": "tense",
    "suspense": "tense", "heroic": "epic", "orchestral": "epic", "cinematic": "epic",
    "melancholic": "sad", "melancholy": "sad", "neon": "synthwave", "cheerful": "happy",
    "upbeat": "happy", "joyful": "happy",
    "love": "romantic", "eerie": "mysterious", "magical": "mysterious", "arabic": "eastern",
    "oud": "eastern", "oriental": "eastern", "electronic": "synthwave", "techno": "synthwave",
    "retro": "synthwave", "music box": "lullaby", "party": "festive", "celebration": "festive",
    "funny": "playful", "circus": "playful", "dreamy": "ambient", "cozy": "gentle",
    "cosy": "gentle", "nostalgic": "sad", "dark": "mysterious", "minimal": "ambient",
}  # fmt: skip
"""Other words for moods."""


def mood_of(name: str) -> Mood:
    """The mood of this name or likest to it; gentle where nothing is like it."""
    name = name.lower().strip()
    if name in MOODS:
        return MOODS[name]
    known = {**{one: one for one in MOODS}, **LIKE}
    found = next((mood for word, mood in known.items() if word in name and word != "music"), "")
    return MOODS[found or "gentle"]
