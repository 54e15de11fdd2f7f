"""Tiny models with random weights: diffusers' real classes at their families' real ratios.

Each file beside this one holds a family's builders, `build_NAME(folder) -> Path`, which save a
model as safetensors in diffusers' layout.
"""

import atexit
import importlib
import pkgutil
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path


@cache
def tiny(name: str) -> Path:
    """The folder of the tiny model of this name, built once for each process. Never write in it."""
    return _builder(name)(_shelf() / name)


def _builder(name: str) -> Callable[[Path], Path]:
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        found = getattr(importlib.import_module(module.name), f"build_{name}", None)
        if found:
            return found
    raise KeyError(f"nothing builds {name}")


@cache
def _shelf() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tiny-models-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
