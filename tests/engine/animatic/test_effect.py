"""No word is said to have effect without one: the scene without it is another."""

from fractions import Fraction

import pytest

from engine.animatic.parse import understand
from engine.animatic.reel import reel_of
from engine.contract.shot import ShotRequest

PROMPTS = [
    "a sailboat on a calm sea at sunset, gentle waves, slow push in",
    "snow falling on a quiet forest at dawn, a fox walks",
    "a woman in a yellow coat walks along a rainy street, noir style",
    "an old man reads in a library, slow pan left",
    "two red balloons over a lake, wide shot",
    "جمل يمشي في الصحراء والريح",
]
IMPLIED = ("used",)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_word_with_effect_changes_the_scene(prompt: str) -> None:
    whole = reel_of(ShotRequest(prompt, Fraction(4)))
    for word in understand(prompt).words:
        if word.outcome in ("not_drawn", *IMPLIED):
            continue
        rest = prompt[: word.start] + " " + prompt[word.stop :]
        assert reel_of(ShotRequest(rest, Fraction(4))) != whole, word.text
