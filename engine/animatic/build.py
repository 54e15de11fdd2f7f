"""Builds: how each kind of subject is made, as resources/subjects states it."""

import tomllib
from functools import lru_cache
from pathlib import Path

import msgspec

FOLDER = Path(__file__).parents[2] / "resources" / "subjects"

Trait = float | str | bool


class Build(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind's family and usual size and manner.

    `painter` and `way` name how it is painted and how it gets about (see paint.subjects and
    motion.whereabouts). Height and width in metres; `share` is the part of the frame's height it
    takes as a main subject; `speed` in metres a second, which may fall to the part `slowest` of it
    to stay in the frame; `several` is how many a plural means; `grounded` things keep their foot
    in the frame; a camera goes along with `followed` ones; `spread` is how far apart in depth
    several stand; the part `below` of its height lies under the point where it is,
    and its middle `trails` by a part of its width. `reflects` in water it stands in; `carries` a
    logo. `figure` holds what the family's painter wants to know: proportions, colours, parts.
    """

    painter: str
    way: str
    height: float
    width: float
    share: float
    speed: float = 0.0
    slowest: float = 1.0
    several: int = 3
    grounded: bool = True
    followed: bool = False
    spread: float = 0.85
    below: float = 0.0
    trails: float = 0.0
    reflects: bool = False
    carries: bool = False
    figure: dict[str, Trait] = {}

    def trait(self, name: str, otherwise: Trait) -> Trait:
        """What the figure says of this, or something else."""
        return self.figure.get(name, otherwise)


@lru_cache(maxsize=1)
def builds() -> dict[str, Build]:
    """Every kind by its name. Raises msgspec.ValidationError where a file breaks the schema."""
    found: dict[str, Build] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        shared = table.pop("all", {})
        for name, fields in table.items():
            if name in found:
                raise ValueError(f"the subject {name} is built twice")
            found[name] = msgspec.convert({**shared, **fields}, Build)
    return found


def build_of(kind: str) -> Build:
    """Raises KeyError for a kind that isn't built."""
    return builds()[kind]
