"""Every task of some small models: what a person hands in to ask for it, and what comes of it."""

from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from msgspec.structs import replace
from PIL import Image

from engine.client.local_models import LocalModels
from engine.contract.delivery import Delivery
from engine.contract.models import Model, Profile, Sizes, Task
from engine.contract.shot import Role
from engine.contract.time import SAMPLE_RATE, Rate
from engine.media.movie_writer import MovieWriter
from engine.media.written_recipe import recipe_in
from tests.fakes.family_runs import stripes

PROMPT = "waves of a storm at sea"
SIDE, LEARNED = 64, (96, 64)
"""Pixels of a side, and the size that the one model makes which has learned its places."""
QUICK = Profile("quality", 2, 1.0)
FIRST, LAST = ("first_frame", "red.png"), ("last_frame", "blue.png")
FILM, BEFORE = ("backdrop", "film.mp4"), ("before", "film.mp4")
HOLE, LOGO, SUBJECT = ("hole", "torn.png"), ("logo", "mark.png"), ("subject", "blue.png")


class Listed(NamedTuple):
    """A small model, a task of it, and what is handed in to ask for it."""

    name: str
    task: Task
    files: tuple[tuple[Role, str], ...] = ()
    framing: bool = False

    @property
    def words(self) -> str:
        """What tells it from the others."""
        return f"{self.name}-{self.task}"

    @property
    def size(self) -> tuple[int, int]:
        """The take's width and height."""
        return LEARNED if self.name == "cogvideox_i2v" else (SIDE, SIDE)


LISTED = (
    Listed("wan_v2v", "text"),
    Listed("wan_v2v", "video", (FILM,)),
    Listed("wan_i2v", "image", (FIRST,)),
    Listed("wan_i2v", "extend", (BEFORE,)),
    Listed("wan_flf2v", "first_last", (FIRST, LAST)),
    Listed("wan_vace", "text"),
    Listed("wan_vace", "references", (LOGO, SUBJECT)),
    Listed("wan_vace", "image", (FIRST,)),
    Listed("wan_vace", "first_last", (FIRST, LAST)),
    Listed("wan_vace", "keyframes", (LAST,)),
    Listed("wan_vace", "control", (LOGO,), framing=True),
    Listed("wan_vace", "inpaint", (HOLE,)),
    Listed("wan_vace", "extend", (BEFORE,)),
    Listed("ltx2", "text"),
    Listed("ltx2", "image", (FIRST,)),
    Listed("ltx2", "first_last", (FIRST, LAST)),
    Listed("ltx2", "keyframes", (LAST,)),
    Listed("ltx2", "video", (), framing=True),
    Listed("ltx2", "extend", (BEFORE,)),
    Listed("ltx_video_condition", "text"),
    Listed("ltx_video_condition", "image", (FIRST,)),
    Listed("ltx_video_condition", "first_last", (FIRST, LAST)),
    Listed("ltx_video_condition", "keyframes", (LAST,)),
    Listed("ltx_video_condition", "video", (FILM,)),
    Listed("ltx_video_condition", "extend", (BEFORE,)),
    Listed("cogvideox_t2v", "text"),
    Listed("cogvideox_t2v", "video", (FILM,)),
    Listed("cogvideox_i2v", "image", (FIRST,)),
    Listed("cogvideox_control", "control", (FILM,)),
)
RATES = {"wan": (16, 4), "ltx2": (24, 8), "ltx": (25, 8), "cogvideox": (8, 8)}
"""Pictures a second of a family, and those in a latent frame."""


class SmallModels(LocalModels):
    """The models of this machine, each run small and in two steps."""

    async def all(self) -> tuple[Model, ...]:
        """Those that there are, with a quick profile and small pictures."""
        return tuple(map(_small, await super().all()))


def _small(model: Model) -> Model:
    ability = model.ability
    small = Sizes(ability.sizes.step, SIDE, SIDE * SIDE, (SIDE, SIDE))
    sizes = ability.sizes if ability.sizes.fixed else small
    return replace(model, ability=replace(ability, profiles=(QUICK,), sizes=sizes))


def hand_over(folder: Path) -> None:
    """Put all files that are handed in there: pictures, one with a hole, and a film of a second."""
    for colour in ("red", "blue"):
        stripes(colour).save(folder / f"{colour}.png")
    mark = Image.new("RGBA", (32, 32), (0, 0, 0, 0))
    mark.paste((250, 200, 0, 255), (8, 8, 24, 24))
    mark.save(folder / "mark.png")
    torn = stripes("green").convert("RGBA")
    torn.paste((0, 0, 0, 0), (32, 16, 64, 48))
    torn.save(folder / "torn.png")
    path = str(folder / "film.mp4")
    writer = MovieWriter(path, SIDE, SIDE, Rate(16), Delivery(path), False)
    for level in range(0, 160, 10):
        writer.add_picture(np.full((SIDE, SIDE, 4), level, np.uint8))
    writer.close()


def see_take(path: Path, listed: Listed, seconds: Fraction) -> np.ndarray:
    """Check that this is the whole take of the task; what is heard, float32 (2, count)."""
    pace, every = RATES[next(family for family in RATES if listed.name.startswith(family))]
    frames = -(-(ceil(seconds * pace) - 1) // every) * every + 1
    with av.open(str(path)) as movie:
        (stream,), (sound,) = movie.streams.video, movie.streams.audio
        assert stream.average_rate == pace and path.suffix == ".mp4"
        assert (sound.codec_context.sample_rate, sound.codec_context.channels) == (SAMPLE_RATE, 2)
        pictures = [frame.to_ndarray(format="rgb24") for frame in movie.decode(stream)]
    heard = heard_in(path)
    width, height = listed.size
    assert [picture.shape for picture in pictures] == [(height, width, 3)] * frames
    assert abs(heard.shape[1] - SAMPLE_RATE * frames / pace) < 2048
    recipe = recipe_in(str(path))
    assert recipe is not None and recipe.run is not None and recipe.model_hash
    assert (recipe.run.task, recipe.run.framing) == (listed.task, listed.framing)
    assert recipe.request.prompt == PROMPT
    return heard


def heard_in(path: Path) -> np.ndarray:
    """A film's sound, float32 (2, count)."""
    with av.open(str(path)) as movie:
        return np.concatenate([frame.to_ndarray() for frame in movie.decode(audio=0)], axis=1)


def alike(one: np.ndarray, other: np.ndarray) -> float:
    """How alike two sounds are at their beginnings, -1 to 1."""
    count = min(one.shape[1], other.shape[1])
    return float(np.corrcoef(one[:, :count].ravel(), other[:, :count].ravel())[0, 1])
