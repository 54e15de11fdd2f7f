"""Wan VACE: one model for references, given pictures, holes, control films and going on."""

from typing import TYPE_CHECKING, Any

from engine.contract.models import Ability, Counts, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.wan import PROFILES, Wan
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder

if TYPE_CHECKING:
    from PIL.Image import Image

TASKS: tuple[Task, ...] = (
    "text", "references", "image", "first_last", "keyframes", "control", "inpaint", "extend",
)  # fmt: skip
OVERLAP = 9
"""Pictures of the film before that an extension goes on from, at most."""
GREY, WHITE, BLACK = (128, 128, 128), 255, 0


class WanVace(Wan):
    """What is given is black in the mask; what is to be made is white there, and grey in the
    film."""

    name = "wan_vace"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is VACE's."""
        return folder.pipeline == "WanVACEPipeline"

    def ability(self, folder: ModelFolder) -> Ability:
        """The 1.3B and the 14B model serve the same."""
        sizes = Sizes(16, 64, 1280 * 720, (832, 480))
        return Ability(
            TASKS,
            Counts(4, 1, 5, 81),
            sizes,
            Rate(16),
            PROFILES,
            continued=TASKS,
            overlap=OVERLAP,
        )

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """One for all."""
        return folder.pipeline

    def arguments(self, job: Job) -> dict[str, Any]:
        """The film with its mask, and the references."""
        common = {**self.common(job), "num_frames": self.frames(job)}
        if job.references:
            common["reference_images"] = list(job.references)
        match job.run.task:
            case "control":
                # 0 stays with the film and 1 ignores it.
                scale = {"conditioning_scale": 1.0 - job.run.strength}
                given = {**_going_on(job, _steering(job), ()), **scale}
            case "inpaint":
                given = _going_on(job, list(job.film), job.mask)
            case "extend" | "image" | "first_last" | "keyframes":
                given = _filled(job, _given(job, self.before(job)), self.frames(job))
            case _:
                given = {}
        return {**common, **given}

    def before(self, job: Job) -> tuple["Image", ...]:
        """More than one picture says how things move."""
        return job.film[-OVERLAP:] if job.run.task == "extend" else job.before


def _given(job: Job, before: tuple["Image", ...]) -> dict[int, Any]:
    """What shows at which of the frames that are made, the ones before among them."""
    shown = dict(job.keyframes)
    if job.last is not None:
        shown[job.run.frames - 1] = job.last
    if job.first is not None and not before:
        shown[0] = job.first
    later = {len(before) + moment: image for moment, image in shown.items()}
    return {**later, **dict(enumerate(before))}


def _going_on(job: Job, film: list[Any], mask: tuple["Image", ...]) -> dict[str, list[Any]]:
    """A film that steers with its mask, by default all white, after what is given before it."""
    from PIL import Image

    size, count = (job.run.width, job.run.height), len(job.before)
    if not count:
        return {"video": film, **({"mask": list(mask)} if mask else {})}
    rest = list(mask[count:]) or [Image.new("L", size, WHITE)] * (len(film) - count)
    return {
        "video": [*job.before, *film[count:]],
        "mask": [Image.new("L", size, BLACK)] * count + rest,
    }


def _filled(job: Job, given: dict[int, Any], count: int) -> dict[str, list[Any]]:
    """The film of what is given, by frame number, with grey wherever nothing is."""
    from PIL import Image

    size, frames = (job.run.width, job.run.height), range(count)
    grey = Image.new("RGB", size, GREY)
    return {
        "video": [given.get(frame, grey) for frame in frames],
        "mask": [Image.new("L", size, BLACK if frame in given else WHITE) for frame in frames],
    }


def _steering(job: Job) -> list[Any]:
    """The film that steers. A draft does it without its colours: it says where things are and how
    light they are, the model how they look."""
    if not job.run.framing:
        return list(job.film)
    return [picture.convert("L").convert("RGB") for picture in job.film]


FAMILY = WanVace()
