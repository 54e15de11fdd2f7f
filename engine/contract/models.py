"""What models there are, what each can make, what it may be used for, and what it costs here."""

from typing import Literal

import msgspec

from engine.contract.time import Rate

Task = Literal[
    "text", "image", "first_last", "keyframes", "references",
    "video", "inpaint", "control", "extend",
]  # fmt: skip
"""What a model makes a shot from besides words: a first picture, first and last, pictures at given
moments, pictures of things to show, a film to go by, a film with a hole, a film that steers the
framing, a film to go on from."""

Precision = Literal["float32", "bfloat16", "float16", "float8", "int8", "gguf"]
Offload = Literal["none", "model", "group", "leaf"]


class Counts(msgspec.Struct, frozen=True):
    """Legal numbers of frames: every * k + rest, from least to most."""

    every: int
    rest: int
    least: int
    most: int

    def nearest(self, frames: int) -> int:
        """The smallest legal number that is at least `frames`, or the largest there is."""
        steps = -(-(max(frames, self.least) - self.rest) // self.every)
        largest = (self.most - self.rest) // self.every
        return min(steps, largest) * self.every + self.rest


class Sizes(msgspec.Struct, frozen=True):
    """Legal sizes: sides that `step` divides, each at least `least`; at most `pixels` in all.

    `usual` is what the model was trained for, (width, height), and with `fixed` all it can make.
    """

    step: int
    least: int
    pixels: int
    usual: tuple[int, int]
    fixed: bool = False


class Profile(msgspec.Struct, frozen=True):
    """A way to run a model: `steps` of denoising at `guidance` (1 is without, and half the work).

    `sigmas` are the noise levels of distilled weights, high to low, in place of the scheduler's
    own; `adapter` is the LoRA file that the profile needs, in the model's folder or a whole path.
    With `second` the model first works at half the size; what it made is enlarged and finished at
    these noise levels. `steps` counts both. With `cache` most of a step is left out where the first
    block of the denoiser adds nearly what it added when all were run: within this part of it, as
    diffusers' FirstBlockCacheConfig counts (0.05 there where nothing is said, 0.2 in its examples).
    That changes pictures a little; 0 is without. engine/diffusion/placing/step_cache.py says more.
    """

    name: Literal["fast", "quality"]
    steps: int
    guidance: float
    sigmas: tuple[float, ...] = ()
    adapter: str = ""
    second: tuple[float, ...] = ()
    cache: float = 0.0


class Ability(msgspec.Struct, frozen=True):
    """What a model can make. `sound`: it makes sound with its pictures.

    A film of a task in `continued` may have more frames than counts.most: it is made segment after
    segment, each going on from the last `overlap` pictures (a legal number less than counts.most,
    or 1) of the one before. Tasks in `heeds_strength` leave what they go by as far as a run's
    strength says; others can't be told.
    """

    tasks: tuple[Task, ...]
    counts: Counts
    sizes: Sizes
    rate: Rate
    profiles: tuple[Profile, ...]
    sound: bool = False
    continued: tuple[Task, ...] = ()
    overlap: int = 0
    heeds_strength: tuple[Task, ...] = ("video", "control")

    def nearest(self, task: Task, frames: int) -> int:
        """The smallest number of frames that the task can make and that is at least `frames`, or
        the largest there is."""
        if task not in self.continued or frames <= self.counts.most:
            return self.counts.nearest(frames)
        every, rest = self.counts.every, self.counts.rest
        return -(-(frames - rest) // every) * every + rest

    def segments(self, task: Task, frames: int) -> tuple[int, ...]:
        """How many frames each segment can add to a film of so many: as few segments as can be, as
        even as can be. Each but the first makes `overlap` frames besides; all together they may add
        a few more than the film has."""
        if task not in self.continued or frames <= self.counts.most:
            return (frames,)
        every, rest, most = self.counts.every, self.counts.rest, self.counts.most
        count = -(-(frames - self.overlap) // (most - self.overlap))
        made = frames + (count - 1) * self.overlap
        each, longer = divmod(-(-(made - count * rest) // every), count)
        parts = [(each + (number < longer)) * every + rest for number in range(count)]
        return (parts[0], *(part - self.overlap for part in parts[1:]))


class Licence(msgspec.Struct, frozen=True):
    """`limits` are English sentences about what is forbidden or owed; `barred` names territories
    where it may not be used."""

    name: str
    url: str = ""
    limits: tuple[str, ...] = ()
    barred: tuple[str, ...] = ()


class Weights(msgspec.Struct, frozen=True):
    """A model as it lies on this machine.

    `bytes` counts its files. `fingerprint` is the SHA-256 of its sorted listing (names, sizes and
    the hashes of small files), which goes into recipes. `transformer` is a single .safetensors or
    .gguf file that stands in for the folder's own transformer, `adapter` a LoRA file that is laid
    over it; "" where there is none.
    """

    folder: str
    bytes: int
    fingerprint: str
    transformer: str = ""
    adapter: str = ""


class Model(msgspec.Struct, frozen=True):
    """A model of the catalogue, or one that was added from a disk, or both.

    `weights` is None where it isn't here; `bytes` is then the size of its download, about as large
    while `revision` isn't a commit, 0 while unknown. `floor` is the least video memory in bytes
    that it was published to run in, 0 while unknown.
    """

    id: str
    name: str
    family: str
    ability: Ability
    licence: Licence
    bytes: int
    weights: Weights | None = None
    repository: str = ""
    revision: str = ""
    floor: int = 0


class Forecast(msgspec.Struct, frozen=True):
    """What a request would cost on this machine: seconds in all, bytes at the peak of each memory.

    `sure` tells a forecast that past runs on this machine have corrected. `notes` are English
    sentences, such as why it would not fit. `tiled` decodes the pictures tile by tile; `compiled`
    first spends some seconds on making each step faster.
    """

    seconds: float
    memory: int
    video_memory: int
    device: str
    precision: Precision
    offload: Offload
    sure: bool = False
    notes: tuple[str, ...] = ()
    tiled: bool = False
    compiled: bool = False
