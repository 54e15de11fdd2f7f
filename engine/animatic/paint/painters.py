"""Painters by name, each loaded when it is first asked for: a scene needs few of the many."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TypeVar

Paint = TypeVar("Paint", bound=Callable)


class Painters(Mapping[str, Paint]):
    """The functions of a package's modules by the names that scenes know them by.

    `homes`: for each name its "module.function" in the package.
    """

    def __init__(self, package: str, homes: dict[str, str]) -> None:
        self._package, self._homes = package, homes
        self._loaded: dict[str, Paint] = {}

    def __getitem__(self, name: str) -> Paint:
        if name not in self._loaded:
            module, function = self._homes[name].split(".")
            home = import_module(f"{self._package}.{module}")
            self._loaded[name] = getattr(home, function)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)
