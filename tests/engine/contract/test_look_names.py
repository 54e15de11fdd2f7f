"""The names that the studio offers are the looks that the engine has."""

from engine.contract import looks
from engine.render.looks import LOOK_NAMES


def test_every_named_look_can_be_applied_and_none_is_hidden():
    assert looks.LOOK_NAMES == LOOK_NAMES
