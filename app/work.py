"""What a job has to do: write a film, make a take of a shot with a model, or get a model."""

from typing import Literal

import msgspec
from msgspec.structs import replace

from app.document.clip import ShotId
from engine.contract.delivery import Delivery
from engine.contract.models import Profile
from engine.contract.plan import RenderPlan
from engine.contract.shot import ModelRun, ShotRequest


class Export(msgspec.Struct, frozen=True, tag="export"):
    """Write this plan, as it was when the job was queued."""

    plan: RenderPlan
    delivery: Delivery


class NewTake(msgspec.Struct, frozen=True, tag="take"):
    """Make a take of a shot with the model that the request names.

    `label` names the edit that adds it to the shot. `path` is its file, "" until it is begun.
    `run` and `made_by` are how a finished take was made, to make it again; else the run is settled
    at its turn, for the profile that the model then has.
    """

    shot: ShotId
    request: ShotRequest
    profile: Literal["fast", "quality"] = "quality"
    framing: bool = False
    strength: float = 0.6
    label: str = "New take"
    path: str = ""
    run: ModelRun | None = None
    made_by: Profile | None = None

    def with_seed(self, seed: int) -> "NewTake":
        """The same from another seed."""
        return replace(self, request=replace(self.request, seed=seed))


class Download(msgspec.Struct, frozen=True, tag="download"):
    """Get a model; `name` is what to call it, `into` the folder to hold its own, "" for any."""

    model: str
    name: str = ""
    into: str = ""


Work = Export | NewTake | Download


def file_of(work: Work) -> str:
    """The path that the work writes; "" where it has none, or none yet."""
    match work:
        case Export(_, delivery):
            return delivery.path
        case NewTake():
            return work.path
        case Download():
            return ""
