"""Counted work against what torch itself counts on models at full width, without weights."""

from typing import Any

import pytest

from engine.contract.models import Weights
from engine.models import workload
from engine.models.component_weights import Component, components
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
