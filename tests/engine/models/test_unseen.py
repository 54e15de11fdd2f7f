"""What is foreseen of a model that isn't here, against what its headers say."""

from fractions import Fraction
from pathlib import Path

import pytest

from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.models.catalogue import catalogue
from engine.models.forecasting import forecast
from engine.models.unseen import ROUGH, unseen_work
from tests.fakes.made_up_models import wan_work

WAN = "wan2.1-t2v-1.3b"


def making(model: str, run: ModelRun) -> Making:
    request = ShotRequest("a calm sea", Fraction(5), model=model)
    return Making(request, Weights("", 0, ""), run, "")


def usual(model: str) -> Making:
    """A take as the model was trained for."""
    ability = next(each.ability for each in catalogue() if each.id == model)
    width, height = ability.sizes.usual
    counts, profile = ability.counts, ability.profiles[0].name
    frames = counts.nearest(81)
    return making(model, ModelRun(ability.tasks[0], width, height, frames, ability.rate, profile))


def test_unseen_wan_is_right_to_a_factor_of_two(tmp_path: Path) -> None:
    drawn = unseen_work(usual(WAN))
    read = wan_work(tmp_path, "1.3B", usual(WAN).run.width, 480, 81)
    assert drawn.tokens == read.tokens and drawn.passes == read.passes
    assert 0.5 < drawn.all / read.all < 2
    sizes = [sum(p.bytes for p in work.parts.values()) for work in (drawn, read)]
    assert 0.5 < sizes[0] / sizes[1] < 2


@pytest.mark.parametrize("model", [entry.id for entry in catalogue()])
def test_every_model_of_the_catalogue_is_foreseen_before_it_is_here(model: str) -> None:
    found = forecast(usual(model))
    assert found.seconds > 0 and found.memory > 0
    assert not found.sure and ROUGH in found.notes


def test_larger_takes_cost_more() -> None:
    small = usual(WAN)
    long = making(WAN, ModelRun("text", 1280, 720, 81, small.run.rate))
    assert unseen_work(long).all > unseen_work(small).all


def test_a_model_that_nobody_knows_is_missing() -> None:
    with pytest.raises(EngineFault, match="model_missing"):
        forecast(making("nobody/knows", usual(WAN).run))
