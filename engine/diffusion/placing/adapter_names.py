"""The many names that LoRA files give a model's modules, and the ones that diffusers reads.

diffusers takes "transformer." before its own names and "diffusion_model." before published ones,
and passes over all others without a word.
"""

import re
from collections.abc import Collection, Iterable
from typing import Any

OWN, PUBLISHED = "transformer.", "diffusion_model."
PREFIXES = ("model.diffusion_model.", PUBLISHED, OWN, "base_model.model.", "lora_unet_")
"""What packers put before the names; the last also writes "_" for every dot."""

ENDS = {"lora_down.weight": "lora_A.weight", "lora_up.weight": "lora_B.weight"}
UNDERLINED = re.compile(r"blocks_(\d+)_(self_attn|cross_attn|ffn)_(\w+)")


def plain(name: str) -> str:
    """The name without what packers put before it."""
    prefix = next((each for each in PREFIXES if name.startswith(each)), "")
    return name.removeprefix(prefix)


def is_readable(names: Collection[str]) -> bool:
    """Whether diffusers reads such names as they are."""
    if all(name.startswith(PUBLISHED) for name in names):
        return True
    own = (OWN, "text_encoder")
    return all(name.startswith(own) and not name.endswith(".alpha") for name in names)


def readable(tensors: dict[str, Any], modules: Iterable[str]) -> dict[str, Any]:
    """The same LoRA under names that diffusers reads, with its strengths ("alpha") multiplied in.
    `modules` are those of the model by diffusers' own names."""
    own = set(modules)
    dotted = {module.replace(".", "_"): module for module in own}
    parts: dict[str, dict[str, Any]] = {}
    for name, tensor in tensors.items():
        module, _, end = plain(name).partition(".lora_")
        end = f"lora_{end}" if end else "alpha"
        module = module.removesuffix(".alpha")
        module = dotted.get(module, UNDERLINED.sub(r"blocks.\1.\2.\3", module))
        parts.setdefault(module, {})[ENDS.get(end, end)] = tensor
    before = OWN if parts.keys() <= own else PUBLISHED
    return {
        f"{before}{module}.{end}": tensor
        for module, part in parts.items()
        for end, tensor in _at_full_strength(part).items()
    }


def _at_full_strength(part: dict[str, Any]) -> dict[str, Any]:
    strength, down = part.pop("alpha", None), part.get("lora_A.weight")
    if strength is not None and down is not None:
        part["lora_A.weight"] = down * (strength.item() / down.shape[0])
    return part
