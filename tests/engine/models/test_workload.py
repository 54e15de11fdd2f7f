"""Counted work against what torch itself counts on models at full width, without weights."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun
from engine.contract.time import Rate
from engine.diffusion.model_folder import ModelFolder
from engine.models import workload
from engine.models.component_weights import Component, components
from tests.fakes.made_up_models import wan_work
from tests.fakes.tiny_models import tiny


def component(name: str, model: Any) -> Component:
    return Component(name, 0, {key: tuple(each.shape) for key, each in model.state_dict().items()})


def counted(work: Any) -> int:
    import torch
    from torch.utils.flop_counter import FlopCounterMode

    with FlopCounterMode(display=False) as counter, torch.no_grad():
        work()
    return counter.get_total_flops()


def test_a_pass_of_a_transformer_is_counted_to_the_percent() -> None:
    import torch
    from diffusers import WanTransformer3DModel

    with torch.device("meta"):
        model = WanTransformer3DModel(
            num_attention_heads=12, attention_head_dim=128, num_layers=4, ffn_dim=8960
        )
        inputs = torch.empty(1, 16, 9, 60, 104), torch.empty(1).long(), torch.empty(1, 512, 4096)
    real = counted(lambda: model(*inputs))
    tokens = 9 * 30 * 52
    found = workload._pass(component("transformer", model), dict(model.config), tokens)
    assert found == pytest.approx(real, rel=0.02)


def test_layers_for_sound_and_words_are_not_counted_for_pictures() -> None:
    import torch
    from diffusers import LTX2VideoTransformer3DModel

    tokens, heard, read = 5000, 126, 512
    with torch.device("meta"):
        model = LTX2VideoTransformer3DModel(num_layers=2)
        inputs = {
            "hidden_states": torch.empty(1, tokens, 128),
            "audio_hidden_states": torch.empty(1, heard, 128),
            "encoder_hidden_states": torch.empty(1, read, 3840),
            "audio_encoder_hidden_states": torch.empty(1, read, 3840),
            "timestep": torch.empty(1),
            "num_frames": 10, "height": 20, "width": 25, "audio_num_frames": heard,
        }  # fmt: skip
    real = counted(lambda: model(**inputs))
    found = workload._pass(component("transformer", model), dict(model.config), tokens)
    assert found == pytest.approx(real, rel=0.15)


@pytest.mark.parametrize(
    ("kind", "latents", "film", "within"),
    [
        ("AutoencoderKLWan", (1, 16, 3, 30, 52), (416, 240, 9), 1.4),
        ("AutoencoderKLLTXVideo", (1, 128, 3, 8, 13), (416, 256, 17), 2.0),
    ],
)
def test_a_decoder_is_counted_well_enough(
    kind: str, latents: tuple[int, ...], film: tuple[int, int, int], within: float
) -> None:
    import diffusers
    import torch

    with torch.device("meta"):
        model = getattr(diffusers, kind)()
        values = torch.empty(latents)
    real = counted(lambda: model.decode(values))
    grid = workload._grid(dict(model.config), *film)
    assert (grid.frames, grid.height, grid.width) == latents[2:]
    found = workload._conv(component("vae", model), "decoder", grid)
    assert 1 / within < found / real < within


def test_sizes_are_read_from_the_headers_alone() -> None:
    from diffusers import WanTransformer3DModel

    folder = tiny("wan_t2v")
    found = components(Weights(str(folder), 1, "tiny"))
    assert set(found) == {"text_encoder", "transformer", "vae"}
    model = WanTransformer3DModel.from_pretrained(folder / "transformer")
    assert found["transformer"].parameters == model.num_parameters()
    assert found["transformer"].blocks == len(model.blocks)
    assert found["transformer"].bytes > 4 * model.num_parameters()


def test_steps_left_out_are_counted_and_what_they_keep_is_too(tmp_path: Path) -> None:
    whole, cached = (
        wan_work(tmp_path, "14B", 832, 480, profile=Profile("fast", 20, 5.0, cache=threshold))
        for threshold in (0.0, 0.1)
    )
    # A fifth of the steps, of which the first of forty blocks runs all the same.
    assert cached.denoising == pytest.approx(whole.denoising * (1 - 0.2 * 39 / 40))
    assert (whole.passes, cached.passes) == (40, 32)
    assert cached.activations - whole.activations == 2 * 2 * 32760 * 5120
    assert (whole.cache, cached.cache) == (0.0, 0.1)
    assert cached.decoding == whole.decoding and cached.reading == whole.reading


def test_vace_s_own_blocks_and_other_models_leave_nothing_out() -> None:
    profile = Profile("fast", 20, 5.0, cache=0.1)
    part = {}
    for name in ("wan_vace", "sana_video"):
        folder = ModelFolder(tiny(name))
        parts = components(Weights(str(folder.path), 1, name))
        run = ModelRun("text", 64, 64, 9, Rate(16))
        whole, cached = (
            workload.work_of(folder, parts, run, each)
            for each in (replace(profile, cache=0.0), profile)
        )
        part[name] = cached.denoising / whole.denoising
    blocks = components(Weights(str(tiny("wan_vace")), 1, "wan_vace"))["transformer"].blocks
    assert part["sana_video"] == 1.0
    assert part["wan_vace"] == pytest.approx(1 - 0.2 * 2 / blocks)


def test_of_two_denoisers_the_one_that_the_task_needs_is_counted() -> None:
    folder = ModelFolder(tiny("minimax_h3"))
    parts = components(Weights(str(folder.path), 1, "minimax_h3"))
    text, things, control = (
        workload.work_of(
            folder, parts, ModelRun(task, 64, 64, 124, Rate(24)), Profile("quality", 30, 1.0)
        )
        for task in ("text", "references", "control")
    )
    assert "transformer" in text.parts and "transformer_ref" not in text.parts
    assert "transformer_ref" in control.parts and "transformer" not in control.parts
    assert control.tokens == 2 * text.tokens and control.denoising > 1.9 * text.denoising
    assert things.tokens == text.tokens + workload.THING_TOKENS
