"""A word that may be a noun, a verb or a description is taken for what it is where it stands."""

import pytest

from engine.animatic.lexicon import lexicon
from engine.animatic.spotting import spots_in


def entry(prompt: str, text: str) -> str:
    """The entry that a word of the prompt is taken for."""
    spots = spots_in(prompt, lexicon())
    return next(spot.entry.name for spot in spots if spot.entry and spot.text == text)


@pytest.mark.parametrize(
    ("prompt", "text", "name"),
    [
        ("a crowd watches fireworks", "watches", "look_up"),
        ("two gold watches on a table", "watches", "clock"),
        ("snow falls on a village", "falls", "fall"),
        ("a village in fall", "fall", "autumn"),
        ("leaves fall in a park", "fall", "fall"),
        ("leaves fall in a park", "leaves", "leaf"),
        ("a train leaves a city", "leaves", "move"),
        ("light rain and light wind over a lake", "light wind", "breeze"),
        ("a light flickers in a room", "light", "studio_light"),
        ("a fly on a cup", "fly", "bee"),
        ("birds fly", "fly", "fly"),
        ("a cook cooks", "cook", "chef"),
        ("a cook cooks", "cooks", "cook"),
        ("an orange on a plate", "orange", "orange_fruit"),
        ("an orange cat", "orange", "orange"),
        ("a man waves", "waves", "wave_hand"),
        ("gentle waves", "waves", "waves"),
        ("big waves", "waves", "waves"),
        ("a rose in a vase", "rose", "rose"),
        ("a balloon rose slowly", "rose", "rise"),
        ("a boy fishes", "fishes", "fish_act"),
        ("a fish swims", "fish", "fish"),
        ("a phone rings", "rings", "ring_act"),
        ("two rings in a box", "rings", "ring"),
        ("a robot waters flowers", "waters flowers", "water_plants"),
        ("calm water", "water", "water"),
        ("a farmer plants a tree", "plants", "work"),
        ("a plant on a table", "plant", "plant"),
        ("a dog barks", "barks", "bark"),
        ("an archer with a bow", "bow", "bow"),
        ("laughing children", "laughing", "cheer"),
        ("the sound of laughing", "laughing", "sound_laughter"),
        ("a duck swims slowly, then dives", "dives", "dive"),
    ],
)
def test_what_stands_around_tells_the_sense(prompt: str, text: str, name: str) -> None:
    assert entry(prompt, text) == name
