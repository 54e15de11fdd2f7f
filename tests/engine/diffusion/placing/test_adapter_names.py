"""LoRA files under all the names that trainers give their parts change the same weights."""

from pathlib import Path

import pytest

from engine.contract.events import EngineFault
from engine.diffusion.families.registry import family_of
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing.adapter_names import is_readable, readable
from engine.diffusion.placing.loader import Loaded
from tests.fakes.tiny_models import tiny

LAYERS = {
    "blocks.0.attn1.to_q": "blocks.0.self_attn.q",
    "blocks.1.attn2.to_out.0": "blocks.1.cross_attn.o",
    "blocks.1.ffn.net.0.proj": "blocks.1.ffn.0",
}
"""diffusers' names and the published ones."""


def loaded(adapter: Path | None = None) -> dict:
    folder = ModelFolder(tiny("wan_t2v"))
    model = Loaded(folder, family_of(folder), "float32", None, (adapter,) if adapter else ())
    return model.pipe("text").transformer.state_dict()


@pytest.fixture(scope="module")
def weights() -> dict:
    """Those of the model without anything laid over."""
    return loaded()


def lora(weights: dict, naming: str) -> dict:
    """A LoRA of rank 2 at half strength for each layer."""
    import torch

    torch.manual_seed(1)
    tensors = {}
    for own, published in LAYERS.items():
        out, into = weights[f"{own}.weight"].shape
        name = naming.format(
            own=own, published=published, under=published.replace(".", "_"),
            own_under=own.replace(".", "_"),
        )  # fmt: skip
        tensors[f"{name}.lora_down.weight"] = torch.randn(2, into)
        tensors[f"{name}.lora_up.weight"] = torch.randn(out, 2)
        tensors[f"{name}.alpha"] = torch.tensor(1.0)
    return tensors


@pytest.mark.parametrize(
    "naming",
    [
        "{own}",
        "{published}",
        "transformer.{own}",
        "diffusion_model.{published}",
        "model.diffusion_model.{published}",
        "base_model.model.{own}",
        "lora_unet_{under}",
        "lora_unet_{own_under}",
    ],
)
def test_every_naming_changes_the_same_weights(tmp_path, weights, naming: str):
    import torch
    from safetensors.torch import save_file

    tensors = lora(weights, naming)
    save_file(tensors, tmp_path / "a.safetensors")
    changed = loaded(tmp_path / "a.safetensors")
    for own, published in LAYERS.items():
        downs = [part for name, part in lora(weights, "{own}").items() if name.startswith(own)]
        wanted = weights[f"{own}.weight"] + 0.5 * downs[1] @ downs[0]
        assert torch.allclose(changed[f"{own}.weight"], wanted, atol=1e-5), published
    others = {f"{own}.weight" for own in LAYERS} ^ weights.keys()
    assert all(torch.equal(changed[name], weights[name]) for name in others)


def test_a_lora_that_fits_nothing_is_told(tmp_path: Path):
    import torch
    from safetensors.torch import save_file

    parts = {"lora_A.weight": torch.ones(2, 8), "lora_B.weight": torch.ones(8, 2)}
    save_file({f"other.{end}": part for end, part in parts.items()}, tmp_path / "a.safetensors")
    with pytest.raises(EngineFault, match=r"model_unfit|model_damaged"):
        loaded(tmp_path / "a.safetensors")


def test_what_diffusers_reads_stays_as_it_is():
    assert is_readable(["diffusion_model.a.lora_A.weight", "diffusion_model.a.alpha"])
    assert is_readable(["transformer.a.lora_A.weight", "text_encoder.a.lora_A.weight"])
    assert not is_readable(["transformer.a.lora_A.weight", "transformer.a.alpha"])
    assert not is_readable(["a.lora_A.weight"]) and readable({}, ()) == {}
