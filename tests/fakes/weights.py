"""Files of weights and whole models of a few thousand bytes, written without torch."""

import json
import math
import struct
from pathlib import Path

Shapes = dict[str, tuple[int, ...]]

WIDTH = 8
BLOCKS = 2


def safetensors(shapes: Shapes, fill: bytes = b"\0") -> bytes:
    """A .safetensors file with float16 tensors of these shapes."""
    header, position = {}, 0
    for name, shape in shapes.items():
        stop = position + 2 * math.prod(shape)
        header[name] = {"dtype": "F16", "shape": shape, "data_offsets": [position, stop]}
        position = stop
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + (fill * position)[:position]


def gguf(shapes: Shapes) -> bytes:
    """A .gguf file with float16 tensors of these shapes and two facts."""
    facts = _text("general.architecture") + struct.pack("<I", 8) + _text("wan")
    facts += _text("tokens") + struct.pack("<IIQ", 9, 8, 2) + _text("a") + _text("b")
    table, position = b"", 0
    for name, shape in shapes.items():
        sides = [*reversed(shape)]
        table += _text(name) + struct.pack(f"<I{len(sides)}QIQ", len(sides), *sides, 1, position)
        position += 2 * math.prod(shape)
    start = b"GGUF" + struct.pack("<IQQ", 3, len(shapes), 2) + facts + table
    return start + b"\0" * (-len(start) % 32 + position)


def wan_shapes() -> Shapes:
    """Some of a tiny Wan transformer's tensors, as diffusers names them."""
    shapes: Shapes = {"patch_embedding.weight": (WIDTH, 16, 1, 2, 2)}
    for block in range(BLOCKS):
        for layer in ("to_q", "to_k", "to_v", "to_out.0"):
            shapes[f"blocks.{block}.attn1.{layer}.weight"] = (WIDTH, WIDTH)
    return shapes


def published_wan_shapes() -> Shapes:
    """The same as they were published, but in another type and with a packer's prefix."""
    shapes: Shapes = {
        "patch_embedding.weight": (WIDTH, 16, 1, 2, 2),
        "head.modulation": (1, 2, WIDTH),
        "time_projection.1.weight": (6 * WIDTH, WIDTH),
    }
    for block in range(BLOCKS):
        for layer in "qkvo":
            shapes[f"blocks.{block}.self_attn.{layer}.weight"] = (WIDTH, WIDTH)
    return {f"model.diffusion_model.{name}": shape for name, shape in shapes.items()}


def lora_shapes(published: bool = False) -> Shapes:
    """A LoRA of rank 2 for that transformer, under diffusers' names or published ones."""
    layer, prefix = (
        ("self_attn.q", "diffusion_model.") if published else ("attn1.to_q", "transformer.")
    )
    shapes: Shapes = {}
    for block in range(BLOCKS):
        shapes[f"{prefix}blocks.{block}.{layer}.lora_A.weight"] = (2, WIDTH)
        shapes[f"{prefix}blocks.{block}.{layer}.lora_B.weight"] = (WIDTH, 2)
    return shapes


def wan_files() -> dict[str, bytes]:
    """A folder in diffusers' layout that is a Wan model to anyone who doesn't run it."""
    index = {
        "_class_name": "WanPipeline",
        "_diffusers_version": "0.42.1",
        "scheduler": ["diffusers", "UniPCMultistepScheduler"],
        "text_encoder": ["transformers", "UMT5EncoderModel"],
        "transformer": ["diffusers", "WanTransformer3DModel"],
        "transformer_2": [None, None],
        "vae": ["diffusers", "AutoencoderKLWan"],
    }
    shards = {"weight_map": {"shared.weight": "model-00001-of-00001.safetensors"}}
    texts = {
        "model_index.json": index,
        "scheduler/scheduler_config.json": {"_class_name": "UniPCMultistepScheduler"},
        "text_encoder/config.json": {"architectures": ["UMT5EncoderModel"]},
        "text_encoder/model.safetensors.index.json": shards,
        "transformer/config.json": {"_class_name": "WanTransformer3DModel", "in_channels": 16},
        "vae/config.json": {"_class_name": "AutoencoderKLWan"},
    }
    files = {name: json.dumps(text).encode() for name, text in texts.items()}
    files["transformer/diffusion_pytorch_model.safetensors"] = safetensors(wan_shapes(), b"wan")
    files["text_encoder/model-00001-of-00001.safetensors"] = safetensors(
        {"shared.weight": (40, 20)}
    )
    files["vae/diffusion_pytorch_model.safetensors"] = safetensors({"decoder.weight": (30, 30)})
    return files


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """Put files into a folder; the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def _text(text: str) -> bytes:
    return struct.pack("<Q", len(text)) + text.encode()
