"""A server, a store, and a catalogue of the one model that the server has."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from engine.contract.events import Progress
from engine.contract.models import Model
from engine.models.catalogue import catalogue
from engine.models.downloading import Download
from engine.models.patience import Patience
from engine.models.store import Store
from tests.fakes.fake_hub import FakeHub, Repository

REPOSITORY = "Some-One/Tiny-Wan"
ENTRY = replace(catalogue()[0], id="tiny-wan", repository=REPOSITORY, skip=("spare/",))
QUICK = Patience(first=0.01, most=0.02, asked=5.0, silence=2.0, tries=4)
TRANSFORMER = "transformer/diffusion_pytorch_model.safetensors"


@dataclass
class Desk:
    """What a download needs, and what it told."""

    hub: FakeHub
    store: Store
    stop: threading.Event = field(default_factory=threading.Event)
    told: list[Progress] = field(default_factory=list)

    @property
    def repository(self) -> Repository:
        """The one model's."""
        return self.hub.repositories[REPOSITORY]

    @property
    def folder(self) -> Path:
        """Where it comes to."""
        return self.store.home / "Some-One--Tiny-Wan"

    def get(self, into: str = "", patience: Patience = QUICK) -> Model:
        """Download it."""
        return Download(self.store, ENTRY.id, self.told.append, self.stop, into, patience).run()
