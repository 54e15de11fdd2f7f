"""What a draft says of a prompt's words is what is seen and heard of them.

Each word that is reported as drawn is taken out of its prompt: the pictures must change, those of
a word that is heard the samples. A word that is "used" may also say once more what is there in any
case; then nothing at all changes without it.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.animatic.paint.surface import pixels
from engine.animatic.parse import understand
from engine.animatic.reel import ReelDrawing, ReelSound, reel_of
from engine.contract.shot import ShotRequest, Word
from engine.contract.time import SAMPLE_RATE

pytestmark = pytest.mark.usefixtures("qt_application")

pytestmark = pytest.mark.usefixtures("qt_application")

SECONDS = 4
SIZE = (256, 144)
MOMENTS = (1.9, 0.2, 3.6)
LEVEL, SEEN = 12, 16
"""A pixel changes where a channel does by LEVEL of 255; to be seen, a change needs SEEN pixels
(30 x 30 of them at 1080p)."""
HEARD = 0.05
"""How loud the difference of two sounds must be, compared with the sound itself."""
LISTS = Path(__file__).with_name("prompts.tsv")
PROMPTS = dict(
    line.split("\t") for line in LISTS.read_text("utf-8").splitlines() if not line.startswith("#")
)
BY_EYE = ("drawn", "generalised", "silhouette")


class Take:
    """The pictures and the sound of a prompt, each made when it is first asked for."""

    def __init__(self, prompt: str) -> None:
        self.request = ShotRequest(prompt, Fraction(SECONDS), 1280, 720)
        self.scenes = reel_of(self.request)
        self._drawing = ReelDrawing(self.request, *SIZE)
        self._pictures: dict[float, np.ndarray] = {}
        self._sound: np.ndarray | None = None

    def picture(self, t: float) -> np.ndarray:
        """The picture at t seconds, int16 (height, width, 3)."""
        if t not in self._pictures:
            self._pictures[t] = pixels(self._drawing.picture(t))[..., :3].astype(np.int16)
        return self._pictures[t]

    @property
    def sound(self) -> np.ndarray:
        """The whole sound, float32 (n, 2)."""
        if self._sound is None:
            self._sound = ReelSound(self.request).samples(0, SECONDS * SAMPLE_RATE)
        return self._sound


def looks_different(one: Take, other: Take) -> bool:
    """Whether one would see the difference at one of the moments."""
    return any(_changed(one.picture(t), other.picture(t)) >= SEEN for t in MOMENTS)


def _changed(one: np.ndarray, other: np.ndarray) -> int:
    return int((np.abs(one - other).max(axis=2) >= LEVEL).sum())


def sounds_different(one: Take, other: Take) -> bool:
    """Whether one would hear the difference."""
    apart = float(np.sqrt(np.square(one.sound - other.sound).mean()))
    return apart > HEARD * float(np.sqrt(np.square(one.sound).mean())) + 1e-5


def lies(prompt: str) -> Iterator[str]:
    """The words of the prompt that have no effect of the kind that is reported."""
    whole = Take(prompt)
    for word in understand(prompt).words:
        if word.outcome != "not_drawn" and not is_true(word, whole, without(prompt, word)):
            yield f"{word.text} ({word.outcome})"


def is_true(word: Word, whole: Take, rest: Take) -> bool:
    """Whether the word has the effect that is reported."""
    if rest.scenes == whole.scenes:
        return word.outcome == "used"
    if word.outcome in BY_EYE:
        return looks_different(whole, rest)
    if word.outcome == "heard":
        return sounds_different(whole, rest)
    return looks_different(whole, rest) or sounds_different(whole, rest)


def without(prompt: str, word: Word) -> Take:
    """The same prompt without the word."""
    return Take(prompt[: word.start] + " " + prompt[word.stop :])


@pytest.mark.parametrize("name", PROMPTS)
def test_no_word_is_wrongly_reported(name: str) -> None:
    assert not list(lies(PROMPTS[name]))


def test_nine_of_ten_content_words_take_effect() -> None:
    words = [word for prompt in PROMPTS.values() for word in understand(prompt).words]
    missed = [word.text for word in words if word.outcome == "not_drawn"]
    assert len(missed) <= 0.1 * len(words), missed


@pytest.mark.parametrize(
    ("prompt", "neutral"),
    [("two red balloons over a lake", "there are two red balloons over the lake"),
     ("a fox in a forest at night, fog", "a  fox in the forest , at night; fog"),
     ("قارب صغير في البحر", "هذا قارب صغير في البحر")],
)  # fmt: skip
def test_chance_does_not_hang_on_the_text(prompt: str, neutral: str) -> None:
    assert Take(prompt).scenes == Take(neutral).scenes


def test_a_lie_would_be_found() -> None:
    whole, same, other = (Take(text) for text in ("a dog", "the dog", "a cat, birdsong"))
    word = understand("a dog").words[0]
    assert word.outcome == "drawn" and not is_true(word, whole, same)
    assert is_true(word, whole, other) and sounds_different(whole, other)


@pytest.mark.parametrize(
    ("prompt", "plain"),
    [("a street without people", "a street"), ("a street, no cars", "a street"),
     ("a harbour without boats", "a harbour"), ("an empty stadium", "a stadium"),
     ("شارع بلا ناس", "شارع")],
)  # fmt: skip
def test_who_is_asked_to_stay_away_is_gone(prompt: str, plain: str) -> None:
    assert looks_different(Take(prompt), Take(plain))
