"""Settings: how each place is looked at and made, as resources/places states it."""

import tomllib
from functools import lru_cache
from math import inf
from pathlib import Path

import msgspec

from engine.animatic.scene import Scene

FOLDER = Path(__file__).parents[2] / "resources" / "places"

PLAIN = ("void", "studio")
"""Places that have nothing but a background."""
Trait = float | str | bool


class Setting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A place: who paints it, how the camera stands, and what else depends on it.

    `painter` is a name in paint.places; `height` of the camera in metres, `horizon` in the frame
    (0 top, 1 bottom), `span` the metres over which camera moves are measured where no subject says
    otherwise. `reach` is how much farther than elsewhere one sees through rain, snow or fog.
    `indoors` places have neither sky nor weather unless their painter shows a window, and places
    without `sky` (under water, in space) paint their own. `beds` are the sounds that belong here.
    The camera may go `aside` by so many metres either way before it has seen all there is, and
    nobody stands deeper than `deepest` metres; where land ends at water it ends `bank` metres off.
    `set` holds what the painter wants to know: crops, trees, colours.
    """

    painter: str
    height: float
    horizon: float
    span: float
    reach: float = 1.0
    indoors: bool = False
    sky: bool = True
    water: bool = False
    beds: tuple[str, ...] = ()
    aside: float = inf
    deepest: float = inf
    bank: float = inf
    set: dict[str, Trait] = {}

    @property
    def open_air(self) -> bool:
        """Whether sky and weather are seen here."""
        return self.sky and not self.indoors

    def trait(self, name: str, otherwise: Trait) -> Trait:
        """What the set says of this, or something else."""
        return self.set.get(name, otherwise)


@lru_cache(maxsize=1)
def settings() -> dict[str, Setting]:
    """Every place by its name. Raises msgspec.ValidationError where a file breaks the schema."""
    found: dict[str, Setting] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        shared = table.pop("all", {})
        for name, fields in table.items():
            if name in found:
                raise ValueError(f"the place {name} is set twice")
            found[name] = msgspec.convert({**shared, **fields}, Setting)
    return found


def eye_of(scene: Scene) -> float:
    """Metres above the ground at which a level camera stands."""
    return scene.eye or setting_of(scene.place).height


def setting_of(place: str) -> Setting:
    """Raises KeyError for a place that has no setting."""
    return settings()[place]
