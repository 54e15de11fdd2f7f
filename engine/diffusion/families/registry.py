"""Finds the family that runs a model. A file of a family ends with `FAMILY`, one of its class."""

import importlib
from functools import cache

from engine.contract.events import EngineFault
from engine.diffusion.families.family import Family
from engine.diffusion.model_folder import INDEX, ModelFolder

FAMILIES = (
    "wan",
    "wan_vace",
    "ltx2",
    "ltx_video",
    "hunyuan15",
    "helios",
    "cogvideox",
    "skyreels",
    "sana_video",
    "kandinsky5",
    "kandinsky6",
    "minimax_h3",
)
"""The families' files beside this one, which are also their names."""


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order in which they are asked."""
    modules = (importlib.import_module(f"{__package__}.{name}") for name in FAMILIES)
    return tuple(module.FAMILY for module in modules)


def family_of(folder: ModelFolder) -> Family:
    """The family that runs the model in the folder. Raises EngineFault model_unknown."""
    try:
        for family in families():
            if family.serves(folder):
                return family
    except (OSError, ValueError) as error:
        raise EngineFault("model_unknown", str(folder.path), str(error)) from error
    raise EngineFault("model_unknown", str(folder.path), f"no family serves its {INDEX}")


def family_named(name: str) -> Family:
    """The family of this name. Raises KeyError."""
    return {family.name: family for family in families()}[name]
