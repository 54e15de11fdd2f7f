"""Pipelines placed in every way that a CPU can try: what they make stays what it was."""

from typing import Any

import pytest
from msgspec.structs import replace

from engine.contract.models import Forecast
from engine.diffusion.placing.loader import from_folder, shared
from engine.diffusion.placing.placement import apply, cheaper
from engine.diffusion.placing.step_cache import step_cache
from tests.fakes.tiny_models import tiny

PLAIN = Forecast(1.0, 0, 0, "cpu", "float32", "none")


def placed(name: str, pipeline: str, forecast: Forecast) -> Any:
    pipe = from_folder(tiny(name), pipeline, forecast.precision)
    pipe.set_progress_bar_config(disable=True)
    apply(pipe, forecast)
    return pipe


def latents(pipe: Any, steps: int = 2) -> Any:
    import torch

    torch.set_num_threads(1)
    made = pipe(
        prompt="a boat", num_frames=9, height=64, width=64, num_inference_steps=steps,
        generator=torch.Generator("cpu").manual_seed(1), output_type="latent",
    )  # fmt: skip
    return made.frames.float()


def wan(forecast: Forecast) -> Any:
    return placed("wan_t2v", "WanPipeline", forecast)


def apart(left: Any, right: Any) -> float:
    return float((left - right).abs().max() / left.abs().max())


@pytest.mark.parametrize(("precision", "offload"), [("float32", "group"), ("bfloat16", "leaf")])
def test_bringing_parts_in_turn_changes_nothing(precision: Any, offload: Any) -> None:
    whole = replace(PLAIN, precision=precision)
    assert apart(latents(wan(whole)), latents(wan(replace(whole, offload=offload)))) == 0


@pytest.mark.parametrize("precision", ["bfloat16", "float8", "int8"])
def test_rounded_weights_make_nearly_the_same_and_take_less(precision: Any) -> None:
    exact, way = latents(wan(PLAIN)), replace(PLAIN, precision=precision)
    pipe = wan(way)
    assert 0 < apart(exact, latents(pipe)) < 0.1
    assert apart(latents(pipe), latents(wan(replace(way, offload="group")))) == 0
    weights = pipe.transformer.blocks[0].attn1.to_q.weight
    held = {"bfloat16": 2, "float8": 1, "int8": 1}[precision]
    inner = getattr(weights, "qdata", weights)
    assert inner.element_size() == held


def test_a_pipeline_that_shares_parts_is_placed_over_them() -> None:
    way = replace(PLAIN, precision="float8", offload="group")
    first = wan(way)
    second = shared("WanPipeline", first)
    apply(second, way)
    second.set_progress_bar_config(disable=True)
    assert apart(latents(first), latents(second)) == 0


@pytest.mark.parametrize("precision", ["bfloat16", "float8", "int8"])
def test_steps_are_left_out_alike_wherever_the_parts_lie(precision: Any) -> None:
    whole = wan(replace(PLAIN, precision=precision))
    plain = latents(whole, 6)
    with step_cache(whole, 1.0):
        quick = latents(whole, 6)
    assert 0 < apart(plain, quick) < 0.1
    for offload in ("group", "leaf"):
        pipe = wan(replace(PLAIN, precision=precision, offload=offload))
        with step_cache(pipe, 1.0):
            assert apart(quick, latents(pipe, 6)) == 0
        assert apart(plain, latents(pipe, 6)) == 0


def test_pictures_are_tiled_only_where_the_forecast_says_so() -> None:
    pipe = wan(replace(PLAIN, tiled=True))
    assert pipe.vae.use_tiling
    apply(pipe, PLAIN)
    assert not pipe.vae.use_tiling


def test_each_step_down_says_what_was_changed_until_none_is_left() -> None:
    forecast: Forecast | None = Forecast(9.0, 1, 1, "cuda", "bfloat16", "none", compiled=True)
    seen: list[Forecast] = []
    while forecast is not None:
        seen.append(forecast)
        forecast = cheaper(forecast)
    assert [(f.precision, f.offload, f.tiled) for f in seen[1:]] == [
        ("bfloat16", "none", False),
        ("bfloat16", "none", True),
        ("bfloat16", "group", True),
        ("bfloat16", "leaf", True),
        ("float8", "leaf", True),
    ]
    assert [len(f.notes) for f in seen] == [0, 1, 2, 3, 4, 5]
    assert len(set(seen[-1].notes)) == 5 - 1
