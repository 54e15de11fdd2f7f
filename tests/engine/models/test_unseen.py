"""What is foreseen of a model that isn't here, against what its headers say."""

import math
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.machine.hardware import Card, Hardware, card_flops
from engine.models.catalogue import catalogue
from engine.models.costing import GIB
from engine.models.forecasting import chosen, forecast, rated_ways
from engine.models.past_runs import PastRuns
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


PUBLISHED = [
    ("wan2.2-i2v-a14b", (640, 640, 81), 20, 3.5, "NVIDIA GeForce RTX 4090", 24, 524),
    ("wan2.2-i2v-a14b", (640, 640, 81), 4, 1.0, "NVIDIA GeForce RTX 4090", 24, 83),
    ("wan2.2-i2v-a14b", (832, 480, 81), 4, 1.0, "NVIDIA H200", 141, 14),
    ("wan2.2-i2v-a14b", (1280, 720, 81), 4, 1.0, "NVIDIA GeForce RTX 4090", 24, 177),
    ("wan2.2-t2v-a14b", (832, 480, 81), 40, 4.0, "NVIDIA H100 80GB HBM3", 80, 327),
    ("wan2.2-t2v-a14b", (1280, 720, 81), 40, 4.0, "NVIDIA H100 80GB HBM3", 80, 1042),
    ("wan2.2-ti2v-5b", (1280, 704, 121), 50, 5.0, "NVIDIA GeForce RTX 4090", 24, 535),
    ("hunyuanvideo-1.5-480p-i2v", (848, 480, 121), 8, 1.0, "NVIDIA GeForce RTX 4090", 24, 75),
    ("helios-distilled", (640, 384, 264), 6, 1.0, "NVIDIA H100 80GB HBM3", 80, 14),
    ("kandinsky-6.0-lite-distill-5s", (864, 480, 121), 50, 5.0, "NVIDIA H100 80GB HBM3", 80, 239),
    ("ltx-2.5", (1280, 704, 145), 8, 1.0, "NVIDIA GeForce RTX 5090", 32, 66),
    ("ltx-2.5", (960, 544, 361), 8, 1.0, "NVIDIA GeForce RTX 3060", 12, 300),
    ("minimax-h3", (1344, 768, 124), 8, 1.0, "NVIDIA GeForce RTX 5090", 32, 210),
    ("minimax-h3", (1344, 768, 124), 30, 1.0, "NVIDIA GeForce RTX 5090", 32, 1200),
]
"""Model, size, steps, guidance, card and its GiB, seconds: from the places that each was published
in (cards of the models, ComfyUI's templates, LightX2V, a pull request of Nosana's)."""


@pytest.mark.parametrize(
    ("model", "film", "steps", "guidance", "card", "gib", "seconds"), PUBLISHED
)
def test_published_times_are_foreseen_to_a_factor_of_two(
    model: str, film: tuple[int, int, int], steps: int, guidance: float,
    card: str, gib: int, seconds: float,
) -> None:  # fmt: skip
    ability = next(each.ability for each in catalogue() if each.id == model)
    order = making(model, ModelRun(ability.tasks[0], *film, ability.rate, "fast"))
    order = replace(order, profile=Profile("fast", steps, guidance))
    on = Hardware("", 128 * GIB, 8, 1e12, card=Card("cuda", card, gib * GIB, card_flops(card)))
    found = chosen(rated_ways(unseen_work(order), "", on), on)
    assert 0.5 < found.likely.running / seconds < 2


@pytest.mark.parametrize("model", [entry.id for entry in catalogue()])
def test_every_model_of_the_catalogue_is_foreseen_before_it_is_here(model: str) -> None:
    found = forecast(usual(model))
    assert found.seconds > 0 and found.memory > 0
    assert not found.sure and ROUGH in found.notes


cards = st.builds(
    Card,
    st.sampled_from(["cuda", "mps"]),
    st.just("card"),
    st.integers(1 * GIB, 141 * GIB),
    st.floats(1e12, 3e15),
    st.sampled_from([(6, 1), (7, 5), (8, 6), (9, 0)]),
)
machines = st.builds(
    Hardware,
    st.just("processor"),
    st.integers(GIB // 2, 1024 * GIB),
    st.integers(1, 128),
    st.floats(1e8, 1e13),
    st.booleans(),
    st.none() | cards,
)


@settings(deadline=None)
@given(machines, st.sampled_from([entry.id for entry in catalogue()]))
def test_on_no_machine_is_a_forecast_absurd(machine: Hardware, model: str) -> None:
    with TemporaryDirectory() as folder:
        found = forecast(usual(model), machine, PastRuns(Path(folder, "none.json")))
    assert 0 < found.seconds < math.inf and found.memory > 0
    assert (found.video_memory > 0) == (found.device == "cuda" or found.device == "mps")
    assert found.device == "cpu" or machine.card is not None
    assert all(note[0].isupper() and note.endswith(".") for note in found.notes)


def test_larger_takes_cost_more() -> None:
    small = usual(WAN)
    long = making(WAN, ModelRun("text", 1280, 720, 81, small.run.rate))
    assert unseen_work(long).all > unseen_work(small).all


def test_a_model_that_nobody_knows_is_missing() -> None:
    with pytest.raises(EngineFault, match="model_missing"):
        forecast(making("nobody/knows", usual(WAN).run))
