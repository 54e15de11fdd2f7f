"""A run that isn't legal is refused with all that is wrong with it."""

import pytest
from msgspec.structs import replace

from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Ability, Counts, Profile, Sizes, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from engine.diffusion.fitness import check_run, profile_of

QUALITY = Profile("quality", 50, 5.0)
ABILITY = Ability(
    ("text",), Counts(4, 1, 5, 81), Sizes(16, 64, 832 * 480, (832, 480)), Rate(16), (QUALITY,)
)
LEGAL = ModelRun("text", 832, 480, 81, Rate(16))


def test_what_is_legal_passes():
    check_run(LEGAL, ABILITY)
    check_run(replace(LEGAL, width=480, height=832, frames=5), ABILITY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"task": "image"},
        {"width": 830},
        {"height": 48},
        {"width": 848, "height": 480},
        {"frames": 80},
        {"frames": 85},
        {"frames": 1},
        {"rate": Rate(24)},
    ],
)
def test_what_is_not_is_refused(wrong):
    with pytest.raises(EngineFault) as raised:
        check_run(replace(LEGAL, **wrong), ABILITY)
    assert raised.value.reason == "model_unfit"


def test_everything_wrong_is_named_at_once():
    with pytest.raises(EngineFault) as raised:
        check_run(replace(LEGAL, task="image", width=830, frames=80, rate=Rate(24)), ABILITY)
    assert raised.value.subject.count(";") == 3


def test_the_catalogues_profile_comes_before_the_familys():
    own = Profile("quality", 4, 1.0, (1.0, 0.9, 0.7, 0.4))
    making = Making(ShotRequest("a boat"), Weights("", 0, ""), LEGAL, "take.mp4")
    assert profile_of(making, ABILITY) == QUALITY
    assert profile_of(replace(making, profile=own), ABILITY) == own
    with pytest.raises(EngineFault):
        profile_of(replace(making, run=replace(LEGAL, profile="fast")), ABILITY)
