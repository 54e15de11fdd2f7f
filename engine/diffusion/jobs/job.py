"""What a model is called with: a run, and the pictures and films that it goes by, loaded."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.contract.models import Profile
from engine.contract.shot import ModelRun
from engine.diffusion.model_folder import ModelFolder

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class Job:
    """Pictures are RGB at the run's size, `film` and `mask` as many as its frames.

    In the mask white is made anew and black is kept. `keyframes` are moments, as frame numbers, and
    what shows then. `folder` is the model's, for what hangs on its configs.

    `before` is what a segment of a longer film goes on from: then `film` and `mask` begin as much
    earlier, and `first` is the last of these pictures. For the task "extend" they are `film`.
    """

    prompt: str
    seed: int
    run: ModelRun
    profile: Profile
    negative: str = ""
    first: "Image | None" = None
    last: "Image | None" = None
    keyframes: tuple[tuple[int, "Image"], ...] = ()
    references: tuple["Image", ...] = ()
    film: tuple["Image", ...] = ()
    mask: tuple["Image", ...] = ()
    before: tuple["Image", ...] = ()
    extra: dict[str, object] = field(default_factory=dict)
    folder: ModelFolder | None = None
