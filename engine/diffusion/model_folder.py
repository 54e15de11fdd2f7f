"""A model's folder in diffusers' layout, read without opening its weights."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

INDEX = "model_index.json"
INDEX_OF_BLOCKS = "modular_model_index.json"
"""Of pipelines that diffusers has only as blocks."""


@dataclass(frozen=True)
class ModelFolder:
    """`path` holds model_index.json and a folder for each component."""

    path: Path

    @cached_property
    def index(self) -> dict[str, Any]:
        """What model_index.json says, or what is there in its place. Raises OSError and
        ValueError."""
        plain, of_blocks = self.path / INDEX, self.path / INDEX_OF_BLOCKS
        return self._read(of_blocks if of_blocks.is_file() and not plain.exists() else plain)

    @property
    def pipeline(self) -> str:
        """The name of its pipeline's class, "" where the index names none."""
        return str(self.index.get("_class_name", ""))

    def has(self, component: str) -> bool:
        """Whether it comes with this component, such as "transformer_2"."""
        entry = self.index.get(component)
        return isinstance(entry, list) and bool(cast(list[object], entry)[0])

    def config(self, component: str) -> dict[str, Any]:
        """A component's config.json, {} where it has none. Raises OSError and ValueError."""
        folder = self.path / component
        names = (
            "config.json",
            "scheduler_config.json",
            "preprocessor_config.json",
            "guider_config.json",
        )
        for name in names:
            if (folder / name).is_file():
                return self._read(folder / name)
        return {}

    @staticmethod
    def _read(path: Path) -> dict[str, Any]:
        value = json.loads(path.read_text("utf-8"))
        if not isinstance(value, dict):
            raise ValueError(f"{path.name} is not an object")
        return cast(dict[str, Any], value)
