"""Ways to run Wan 2.1 at full size on made-up machines; nothing is loaded."""

from dataclasses import replace
from pathlib import Path

import pytest

from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from engine.machine.hardware import Card, Hardware, card_flops, card_of
from engine.models.forecasting import Rated, chosen, fits, forecast, rated_ways, spoken
from engine.models.past_runs import PastRun, PastRuns
from engine.models.ways import PACKED, Way, next_way
from tests.fakes.made_up_models import wan_work
from tests.fakes.tiny_models import tiny

GIB = 2**30
SMALL, LARGE = (832, 480), (1280, 720)


def machine(card: str, video: int, memory: int) -> Hardware:
    found = Card("cuda", card, video * GIB, card_flops(card)) if card else None
    return Hardware("processor", memory * GIB, 8, 2e11, card=found)


def best(folder: Path, size: str, sides: tuple[int, int], on: Hardware, **more: bool) -> Rated:
    return chosen(rated_ways(wan_work(folder, size, *sides, **more), "wan", on), on)


@pytest.mark.parametrize(
    ("size", "sides", "card", "video", "memory", "offload", "precision"),
    [
        ("1.3B", SMALL, "RTX 4060", 8, 64, "group", "bfloat16"),
        ("1.3B", SMALL, "RTX 3060", 12, 64, "group", "bfloat16"),
        ("1.3B", SMALL, "RTX 4090", 24, 64, "none", "bfloat16"),
        ("14B", SMALL, "RTX 4090", 24, 64, "group", "bfloat16"),
        ("14B", LARGE, "RTX 4090", 24, 64, "group", "bfloat16"),
        ("14B", SMALL, "H100", 80, 128, "none", "bfloat16"),
    ],
)
def test_the_fastest_way_that_fits_is_chosen_and_keeps_the_pictures(
    tmp_path: Path, size: str, sides: tuple[int, int], card: str, video: int, memory: int,
    offload: str, precision: str,
) -> None:  # fmt: skip
    on = machine(card, video, memory)
    found = best(tmp_path, size, sides, on)
    assert (found.way.offload, found.way.precision) == (offload, precision)
    assert fits(found.likely, on)


@pytest.mark.parametrize("sides", [SMALL, LARGE])
def test_a_larger_card_is_never_slower(tmp_path: Path, sides: tuple[int, int]) -> None:
    cards = [("RTX 4060", 8), ("RTX 4060", 12), ("RTX 4060", 24), ("RTX 4060", 80)]
    found = [best(tmp_path, "14B", sides, machine(card, video, 128)) for card, video in cards]
    times = [each.seconds for each in found]
    assert times == sorted(times, reverse=True)
    assert [each.way.device for each in found][1:] == ["cuda"] * 3


def test_what_a_card_can_not_hold_is_not_refused_but_made_by_the_processor(tmp_path: Path):
    on = machine("RTX 4060", 8, 128)
    found = best(tmp_path, "14B", LARGE, on)
    assert found.way.device == "cpu" and found.seconds > 86400
    assert best(tmp_path, "14B", SMALL, on).way.device == "cuda"


def test_without_a_card_the_processor_is_chosen_and_its_time_is_said(tmp_path: Path) -> None:
    found = best(tmp_path, "1.3B", SMALL, machine("", 0, 64))
    assert (found.way.device, found.way.precision) == ("cpu", "float32")
    assert 3600 < found.seconds < 10 * 86400 and spoken(found.seconds).endswith(("hours", "days"))
    tight = best(tmp_path, "1.3B", SMALL, machine("", 0, 22))
    assert tight.way.precision == "bfloat16"


def test_the_processor_is_taken_when_it_is_asked_for(tmp_path: Path, monkeypatch) -> None:
    folder, on = tiny("wan_t2v"), machine("RTX 4090", 24, 64)
    run = ModelRun("text", 64, 64, 9, Rate(16))
    order = Making(ShotRequest("a boat"), Weights(str(folder), 1, "tiny"), run, "take.mp4")
    past = PastRuns(tmp_path / "none.json")
    assert forecast(order, on, past).device == "cuda"
    assert forecast(order, on, past, "cpu").device == "cpu"
    monkeypatch.setenv("LAQTA_DEVICE", "cpu")
    assert forecast(order, on, past).device == "cpu"


def test_packed_weights_stay_packed(tmp_path: Path) -> None:
    found = best(tmp_path, "14B", SMALL, machine("RTX 3060", 12, 32), gguf=True)
    assert found.way.precision == "gguf" and found.way.offload in ("none", "group", "leaf")


def test_only_combinations_that_work_are_ever_rated(tmp_path: Path) -> None:
    for gguf in (False, True):
        work = wan_work(tmp_path, "14B", *SMALL, gguf=gguf)
        for way in (each.way for each in rated_ways(work, "wan", machine("RTX 4090", 24, 64))):
            assert way.device == "cuda" or way.offload == "none"
            assert way.offload != "model" or way.precision not in PACKED
            assert not way.compiled or (way.offload == "none" and way.precision != "float8")


def test_each_step_down_needs_less_video_memory_and_there_is_a_last_one(tmp_path: Path) -> None:
    work, on = wan_work(tmp_path, "14B", *LARGE), machine("RTX 4090", 24, 64)
    needs = {each.way: each.likely.video_memory for each in rated_ways(work, "wan", on)}
    way, steps = Way("cuda", "bfloat16", "none"), 0
    while (down := next_way(way)) is not None:
        assert needs[down] <= needs[way]
        way, steps = down, steps + 1
    assert way.precision == "float8" and steps == 4


def test_a_way_that_ran_out_of_memory_is_not_chosen_again_for_as_large_a_take(tmp_path: Path):
    on = machine("RTX 4090", 24, 64)
    large = wan_work(tmp_path, "14B", *LARGE)
    first = chosen(rated_ways(large, "wan", on), on)
    run = PastRun(
        "wan", "RTX 4090", first.way.name, 1.0, 0.0,
        video_foreseen=first.foreseen.video_memory, failed=True,
    )  # fmt: skip
    assert first.way not in [each.way for each in rated_ways(large, "wan", on, (run,))]
    small = wan_work(tmp_path, "14B", *SMALL)
    assert first.way in [each.way for each in rated_ways(small, "wan", on, (run,))]


def test_past_runs_correct_time_and_memory_and_make_it_sure(tmp_path: Path) -> None:
    on = machine("RTX 4090", 24, 64)
    work = wan_work(tmp_path, "14B", *SMALL)
    before = chosen(rated_ways(work, "wan", on), on)
    run = PastRun("wan", "RTX 4090", before.way.name, before.foreseen.running,
                  before.foreseen.running * 2, video_foreseen=10.0, video_memory=15.0)  # fmt: skip
    after = {each.way: each for each in rated_ways(work, "wan", on, (run,))}[before.way]
    assert after.likely.running == pytest.approx(before.foreseen.running * 2)
    assert after.likely.video_memory == pytest.approx(before.foreseen.video_memory * 1.5)
    assert after.sure and not before.sure
    other = rated_ways(work, "another", on, (run,))[0]
    assert not other.sure and other.likely.running > other.foreseen.running


def test_what_leaves_steps_out_is_foreseen_to_be_faster_and_learned_apart(tmp_path: Path) -> None:
    on = machine("RTX 4090", 24, 64)
    plain, cached = (
        wan_work(tmp_path, "14B", *SMALL, profile=Profile("fast", 20, 5.0, cache=threshold))
        for threshold in (0.0, 0.1)
    )
    whole, quick = (chosen(rated_ways(work, "wan", on), on) for work in (plain, cached))
    assert 0.75 < quick.seconds / whole.seconds < 0.9
    done = PastRun("wan", "RTX 4090", quick.way.name, quick.foreseen.running,
                   quick.foreseen.running / 2, cache=0.1)  # fmt: skip
    learned, other = (
        {each.way: each for each in rated_ways(work, "wan", on, (done,))}[quick.way]
        for work in (cached, plain)
    )
    assert learned.sure and learned.likely.running == pytest.approx(done.seconds)
    assert not other.sure


def test_cards_are_known_by_name_and_unknown_ones_guessed() -> None:
    card = card_of("NVIDIA GeForce RTX 4070 Ti SUPER, 16376, 8.9")
    assert (card.memory // 2**20, card.flops, card.modern) == (16376, 88e12, True)
    assert card_flops("NVIDIA GeForce RTX 3060 Laptop GPU") < card_flops("NVIDIA RTX 3060")
    assert card_flops("Something New") == 30e12
    assert not replace(card, capability=(7, 5)).modern
