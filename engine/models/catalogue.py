"""The models that can be got, as resources/models.json lists them; the first are the defaults.

In an entry `bytes` is about what its download takes, from published figures, 0 where none is known;
the true total comes with the listing. `skip` are folders of the repository that aren't used.
`parameters` are published sizes of its large parts, by which a take is foreseen before it is here.
"""

from functools import cache
from pathlib import Path

import msgspec

from engine.contract.models import Ability, Licence, Model

FILE = Path(__file__).parents[2] / "resources" / "models.json"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One model of the catalogue. `revision` is a branch until a listing names its commit."""

    id: str
    name: str
    family: str
    repository: str
    revision: str
    licence: Licence
    bytes: int
    floor: int
    ability: Ability
    skip: tuple[str, ...] = ()
    parameters: dict[str, float] = {}

    def model(self) -> Model:
        """The model as long as it isn't here."""
        return Model(
            self.id, self.name, self.family, self.ability, self.licence, self.bytes,
            repository=self.repository, revision=self.revision, floor=self.floor,
        )  # fmt: skip


@cache
def catalogue() -> tuple[Entry, ...]:
    """All entries in their order. Raises msgspec.ValidationError."""
    return msgspec.json.decode(FILE.read_bytes(), type=tuple[Entry, ...])
