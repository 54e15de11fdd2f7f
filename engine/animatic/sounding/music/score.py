"""A score: the notes of a piece that fits a length exactly and ends on a cadence."""

from dataclasses import dataclass
from random import Random

from engine.animatic.sounding.music.moods import Mood, Part

DRUM_PARTS = {"kit", "drum", "darbuka"}
RHYTHMS: dict[str, tuple[tuple[str, float, float], ...]] = {
    "taiko": (("drum", 0, 1.0), ("drum", 1.5, 0.6), ("drum", 2, 0.85), ("drum", 3, 0.5),
              ("drum", 3.5, 0.65)),
    "heart": (("drum", 0, 1.0), ("drum", 0.35, 0.6)),
    "brushes": (("brush", 0, 0.6), ("brush", 1, 1.0), ("hat", 1.5, 0.4), ("brush", 2, 0.6),
                ("brush", 3, 1.0), ("hat", 3.5, 0.4)),
    "pop": (("kick", 0, 1.0), ("hat", 0.5, 0.4), ("snare", 1, 0.7), ("hat", 1.5, 0.4),
            ("kick", 2, 0.9), ("hat", 2.5, 0.4), ("snare", 3, 0.7), ("hat", 3.5, 0.4)),
    "electro": (("kick", 0, 1.0), ("hat", 0.5, 0.35), ("kick", 1, 0.9), ("snare", 1, 0.6),
                ("hat", 1.5, 0.35), ("kick", 2, 1.0), ("hat", 2.5, 0.35), ("kick", 3, 0.9),
                ("snare", 3, 0.6), ("hat", 3.5, 0.35)),
    # Maqsum: dum tek, tek dum, tek.
    "maqsum": (("dum", 0, 1.0), ("tek", 0.5, 0.7), ("tek", 1.5, 0.7), ("dum", 2, 0.9),
               ("tek", 3, 0.7), ("tek", 3.5, 0.35)),
}  # fmt: skip
"""(drum, beat of the bar, strength) of each rhythm."""
SHORTEST = 3.0
"""Seconds from which on a piece has room for a cadence."""
RINGS = 1.0
"""Seconds before its end at which the last chord is let go and dies away."""


@dataclass(frozen=True, slots=True)
class Note:
    """`instrument` sounds `hertz` from `start` for `length` seconds."""

    start: float
    length: float
    instrument: str
    hertz: float
    loud: float
    side: float


@dataclass(frozen=True, slots=True)
class Score:
    """The notes of a piece, and where its bars begin (the last number is its end)."""

    notes: tuple[Note, ...]
    bars: tuple[float, ...]
    tonic: float


def score_of(mood: Mood, seed: int, seconds: float, loops: bool = False) -> Score:
    """The piece for this many seconds: whole bars at nearly the mood's tempo.

    The last bar holds the tonic and lets it die away, after the cadence's chord; a loop's last bar
    is the cadence, which the first bar resolves."""
    return _Writing(mood, Random(f"{seed}/music"), seconds, loops).score()


class _Writing:
    """One piece being written."""

    def __init__(self, mood: Mood, chance: Random, seconds: float, loops: bool) -> None:
        self.mood, self.chance, self.loops = mood, chance, loops
        usual = 60.0 / mood.tempo * mood.beats
        self.number = max(2 if seconds >= SHORTEST else 1, round(seconds / usual))
        self.bar = seconds / self.number
        self.end = seconds if loops else seconds - min(RINGS, 0.4 * self.bar)
        self.beat = self.bar / mood.beats
        self.scale = chance.choice(mood.scales)
        self.root = mood.root + chance.choice((-2, 0, 0, 3))
        self.way = chance.choice(mood.ways)
        self.chords = self._chords()
        self.notes: list[Note] = []
        self.at = chance.choice((2, 4, 7))

    def score(self) -> Score:
        for index in range(self.number):
            for part in self.mood.parts:
                self._bar(part, index)
        bars = tuple(self.bar * index for index in range(self.number + 1))
        notes = tuple(sorted(self.notes, key=lambda one: (one.start, one.instrument, one.hertz)))
        return Score(notes, bars, self._hertz(0, 0))

    def _chords(self) -> list[int]:
        chords = [self.way[index % len(self.way)] for index in range(self.number)]
        if self.loops:
            chords[0], chords[-1] = 0, self.mood.cadence if self.number > 1 else 0
        else:
            chords[-1] = 0
            if self.number > 1:
                chords[-2] = self.mood.cadence
        return chords

    def _is_last(self, index: int) -> bool:
        return index == self.number - 1 and not self.loops

    def _hertz(self, degree: int, octave: int) -> float:
        """Pitch of a step of the scale, counted from the root."""
        over, step = divmod(degree, len(self.scale))
        midi = self.root + 12 * (octave + over) + self.scale[step]
        return 440.0 * 2.0 ** ((midi - 69.0) / 12.0)

    def _tones(self, index: int) -> tuple[int, ...]:
        """The degrees of the bar's chord, kept close around the root."""
        degree = self.chords[index]
        tones = [degree, degree + 2, degree + 4, *([degree + 6] if self.mood.seventh else [])]
        return tuple(sorted(tone - 7 if tone > 7 else tone for tone in tones))

    def _add(
        self, part: Part, index: int, beat: float, beats: float, degree: int, loud: float = 1.0
    ) -> None:
        whole = int(beat)
        late = self.mood.swing * 0.5 if beat - whole >= 0.5 else 0.0
        start = index * self.bar + (beat + late) * self.beat
        length = beats * self.beat
        if not self.loops:
            length = max(min(length, self.end - start), 0.02)
        hertz = round(self._hertz(degree, part.octave), 2)
        touch = loud * part.loud * self.chance.uniform(0.88, 1.0)
        self.notes.append(Note(start, round(length, 3), part.instrument, hertz, touch, part.side))

    def _bar(self, part: Part, index: int) -> None:
        if self._is_last(index) and self.number > 1:
            return self._end(part, index)
        if part.instrument in DRUM_PARTS:
            return self._drums(part, index, RHYTHMS[part.pattern])
        getattr(self, f"_{part.pattern}")(part, index)
        return None

    def _end(self, part: Part, index: int) -> None:
        """The tonic: chords and roots held to the end, one stroke of the drums."""
        if part.instrument in DRUM_PARTS:
            return self._drums(part, index, RHYTHMS[part.pattern][:1])
        beats = float(self.mood.beats)
        if part.pattern in ("melody", "taqsim", "anthem", "answer", "sparse", "tremolo"):
            return self._add(part, index, 0.0, beats, 7 if part.octave < 1 else 0)
        if part.octave < -1 or part.pattern in ("root", "walk", "bounce", "pulse"):
            return self._add(part, index, 0.0, beats, 0)
        for number, degree in enumerate((0, 2, 4)):
            self._add(part, index, 0.06 * number, beats - 0.06 * number, degree, 0.9)
        return None

    def _drums(self, part: Part, index: int, rhythm: tuple[tuple[str, float, float], ...]) -> None:
        for name, beat, strength in rhythm:
            if beat < self.mood.beats:
                late = self.mood.swing * 0.5 if beat % 1 >= 0.5 else 0.0
                start = index * self.bar + (beat + late) * self.beat
                touch = strength * part.loud * self.chance.uniform(0.85, 1.0)
                self.notes.append(Note(start, 0.0, name, 0.0, touch, part.side))

    # Patterns ---------------------------------------------------------------------------------

    def _pad(self, part: Part, index: int) -> None:
        for degree in self._tones(index):
            self._add(part, index, 0.0, self.mood.beats, degree, 0.7)

    def _drone(self, part: Part, index: int) -> None:
        for degree in (0, 4):
            self._add(part, index, 0.0, self.mood.beats, degree, 0.8)

    def _cluster(self, part: Part, index: int) -> None:
        for degree in (0, 1):
            self._add(part, index, 0.0, self.mood.beats, degree + self.chords[index], 0.8)

    def _root(self, part: Part, index: int) -> None:
        half = self.mood.beats / 2
        self._add(part, index, 0.0, half, self.chords[index])
        self._add(part, index, half, half, self.chords[index] + (4 if index % 2 else 0), 0.8)

    def _bounce(self, part: Part, index: int) -> None:
        for beat in range(self.mood.beats):
            degree = self.chords[index] + (4 if beat % 2 else 0)
            self._add(part, index, float(beat), 0.6, degree if degree < 7 else degree - 7)

    def _walk(self, part: Part, index: int) -> None:
        tones = self._tones(index)
        after = self.chords[(index + 1) % self.number]
        steps = [self.chords[index], tones[1], tones[2], after + self.chance.choice((-1, 1))]
        for beat, degree in enumerate(steps[: self.mood.beats]):
            self._add(part, index, float(beat), 0.9, degree)

    def _pulse(self, part: Part, index: int) -> None:
        for half in range(2 * self.mood.beats):
            self._add(part, index, half / 2, 0.4, self.chords[index], 1.0 if half % 2 else 0.8)

    def _arpeggio(self, part: Part, index: int) -> None:
        tones = self._tones(index)
        order = (0, 1, 2, 1, 3, 2, 1, 2)
        for half in range(2 * self.mood.beats):
            step = order[half % len(order)]
            degree = tones[step] if step < len(tones) else tones[0] + 7
            self._add(part, index, half / 2, 1.2, degree, 1.0 if half % 4 == 0 else 0.75)

    def _waltz(self, part: Part, index: int) -> None:
        tones = self._tones(index)
        for beat in range(self.mood.beats):
            self._add(part, index, float(beat), 1.0, tones[min(beat, 2)], 0.8)

    def _strum(self, part: Part, index: int) -> None:
        for beat, loud in ((0.0, 1.0), (1.0, 0.7), (1.5, 0.6), (2.5, 0.7), (3.0, 0.8), (3.5, 0.5)):
            for number, degree in enumerate(self._tones(index)):
                self._add(part, index, beat + 0.025 * number, 0.45, degree, loud * 0.6)

    def _comp(self, part: Part, index: int) -> None:
        for beat in self.chance.choice(((0.0, 1.5), (0.5, 2.5), (1.0, 2.5), (1.5, 3.0))):
            for degree in self._tones(index):
                self._add(part, index, beat, 0.5, degree, 0.7)

    def _ostinato(self, part: Part, index: int) -> None:
        tones = self._tones(index)
        for half in range(2 * self.mood.beats):
            degree = (
                tones[0],
                tones[0],
                tones[1],
                tones[0],
                tones[2],
                tones[0],
                tones[1],
                tones[2],
            )
            self._add(part, index, half / 2, 0.35, degree[half % 8], 1.0 if half % 4 == 0 else 0.7)

    def _anthem(self, part: Part, index: int) -> None:
        tones = self._tones(index)
        first, second = self.chance.choice(((2, 1), (1, 2), (0, 2), (2, 0)))
        half = self.mood.beats / 2
        self._add(part, index, 0.0, half, tones[first] + (0 if index % 2 else 0))
        self._add(part, index, half, half, tones[second], 0.9)

    def _melody(self, part: Part, index: int) -> None:
        """Steps of the scale, tones of the chord on the strong beats."""
        rhythms = ((1.0, 1.0, 2.0), (1.5, 0.5, 2.0), (2.0, 1.0, 1.0), (0.5, 0.5, 1.0, 2.0))
        beat = 0.0
        for length in self.chance.choice(rhythms):
            if beat >= self.mood.beats:
                return
            length = min(length, self.mood.beats - beat)
            strong = beat % 2 == 0
            self.at = self._near(index) if strong else self.at + self.chance.choice((-1, 1, 1, -2))
            if self.chance.random() < 0.88:
                self._add(part, index, beat, length, self.at, 1.0 if strong else 0.85)
            beat += length

    def _near(self, index: int) -> int:
        """A tone of the chord near where the melody is, within its range."""
        tones = [tone + over for tone in self._tones(index) for over in (0, 7)]
        aim = min(max(self.at + self.chance.choice((-2, -1, 0, 1, 2)), 0), 9)
        return min(tones, key=lambda tone: abs(tone - aim))

    def _taqsim(self, part: Part, index: int) -> None:
        """Runs along the maqam that come to rest on its main degrees."""
        beat, rest = 0.0, self.chance.choice((0, 3, 4, 7))
        runs = self.chance.choice(((0.5,) * 6, (0.25,) * 8, (0.5, 0.25, 0.25, 0.5, 0.5)))
        way = 1 if rest >= self.at else -1
        for length in runs:
            self._add(part, index, beat, length * 1.6, self.at, 0.85)
            self.at += way if self.chance.random() < 0.8 else -way
            self.at = min(max(self.at, -1), 9)
            beat += length
        self.at = rest
        self._add(part, index, beat, self.mood.beats - beat, rest)

    def _tremolo(self, part: Part, index: int) -> None:
        if index % 2:
            degree = self.chords[index] + 4
            for quarter in range(4 * self.mood.beats):
                self._add(part, index, quarter / 4, 0.3, degree, 0.55 + 0.03 * quarter)

    def _answer(self, part: Part, index: int) -> None:
        if index % 2:
            half = self.mood.beats / 2
            self._add(part, index, half, half / 2, 2)
            self._add(part, index, 1.5 * half, half / 2, self.chance.choice((0, 1, 3)))

    def _sparse(self, part: Part, index: int) -> None:
        for beat in (0.0, 1.5, 3.0):
            if self.chance.random() < 0.6:
                self._add(part, index, beat, 1.5, self.chance.choice(self._tones(index)))
