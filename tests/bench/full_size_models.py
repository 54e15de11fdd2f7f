"""Wan models with random weights, built from their published configurations and saved to a folder.

Speed and memory depend on the shapes alone; pictures made by such weights are noise.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CONFIGS = Path(__file__).with_name("diffusion_models.json")
SHARD = 4 << 30
INDEX = {
    "_class_name": "WanPipeline",
    "_diffusers_version": "0.42.1",
    "transformer": ["diffusers", "WanTransformer3DModel"],
    "transformer_2": [None, None],
    "vae": ["diffusers", "AutoencoderKLWan"],
    "text_encoder": ["transformers", "UMT5EncoderModel"],
    "tokenizer": ["transformers", "T5Tokenizer"],
    "scheduler": ["diffusers", "UniPCMultistepScheduler"],
    "boundary_ratio": None,
    "expand_timesteps": False,
}


def build(name: str, shelf: Path, full: bool = True) -> Path:
    """The model's folder on the shelf, built where it isn't there yet; text encoders that are alike
    are built once. Weights are bfloat16, or float32 unless `full`."""
    folder = shelf / name.replace(" ", "-")
    if (folder / "model_index.json").is_file():
        return folder
    config = json.loads(CONFIGS.read_text("utf-8"))[name]
    _save_transformer(config, folder / "transformer", full)
    _save_text_encoder(config["text_encoder"], shelf, folder / "text_encoder", full)
    _save_small(config, folder)
    (folder / "model_index.json").write_text(json.dumps(INDEX, indent=1))
    return folder


def _save_transformer(config: dict[str, Any], folder: Path, full: bool) -> None:
    """Shard by shard, so that a denoiser larger than this machine's memory can be built too."""
    import torch
    from diffusers import WanTransformer3DModel
    from safetensors.torch import save_file

    with torch.device("meta"):
        model = WanTransformer3DModel(**config["transformer"])
    model.save_config(folder)
    kind = torch.bfloat16 if full else torch.float32
    torch.manual_seed(0)
    index: dict[str, str] = {}
    shards = list(_shards(dict(model.state_dict()), kind.itemsize))
    for number, names in enumerate(shards, 1):
        file = f"diffusion_pytorch_model-{number:05}-of-{len(shards):05}.safetensors"
        tensors = {name: _random(name, shape, kind) for name, shape in names.items()}
        save_file(tensors, folder / file, {"format": "pt"})
        index |= dict.fromkeys(names, file)
    listing = {"metadata": {}, "weight_map": index}
    (folder / "diffusion_pytorch_model.safetensors.index.json").write_text(json.dumps(listing))


def _shards(tensors: dict[str, Any], size: int) -> Iterator[dict[str, Any]]:
    """The tensors' shapes by name, in groups of at most SHARD bytes where one isn't larger."""
    group, filled = {}, 0
    for name, tensor in tensors.items():
        if group and filled + tensor.numel() * size > SHARD:
            yield group
            group, filled = {}, 0
        group[name] = tensor.shape
        filled += tensor.numel() * size
    yield group


def _random(name: str, shape: Any, kind: Any) -> Any:
    import torch

    if len(shape) == 1:
        return torch.full(shape, float(name.endswith("weight")), dtype=kind)
    return torch.empty(shape, dtype=kind).normal_(0.0, 0.02)


def _save_text_encoder(config: dict[str, Any], shelf: Path, folder: Path, full: bool) -> None:
    from transformers import UMT5Config, UMT5EncoderModel

    kept = shelf / f"text-encoder-{config['d_model']}"
    if not kept.is_dir():
        with _Fresh(full):
            model = UMT5EncoderModel(UMT5Config(**config, pad_token_id=0, eos_token_id=1))
        model.eval().save_pretrained(kept, max_shard_size="5GB")
    folder.symlink_to(kept.resolve(), target_is_directory=True)


def _save_small(config: dict[str, Any], folder: Path) -> None:
    from diffusers import AutoencoderKLWan, UniPCMultistepScheduler

    from tests.fakes.tiny_models.t5 import tiny_t5_tokenizer

    AutoencoderKLWan(**config["vae"]).save_pretrained(folder / "vae")
    UniPCMultistepScheduler(
        prediction_type="flow_prediction", use_flow_sigmas=True, **config["scheduler"]
    ).save_pretrained(folder / "scheduler")
    tiny_t5_tokenizer().save_pretrained(folder / "tokenizer")


class _Fresh:
    """Models made inside are made where that is fast, in the type that they are saved in."""

    def __init__(self, full: bool) -> None:
        import torch

        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._type = torch.bfloat16 if full else torch.float32

    def __enter__(self) -> None:
        import torch

        torch.manual_seed(0)
        torch.set_default_dtype(self._type)
        self._device.__enter__()

    def __exit__(self, *error: Any) -> None:
        import torch

        self._device.__exit__(*error)
        torch.set_default_dtype(torch.float32)
