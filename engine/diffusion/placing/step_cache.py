"""Leaves out most of a step of denoising where it would change little: the first-block cache.

The first block always runs. Where what it adds is nearly what it added when all blocks last ran,
the others are left out, and what they added then is added again (FBCache of ParaAttention, after
TeaCache, arXiv 2411.19108). That changes pictures, so only a profile may ask for it.

diffusers has the same (FirstBlockCacheConfig), and where that is right the bits are the same. But
it adds VACE's hints twice, fails with Kandinsky 5 and where Wan starts from a film, can't be
compiled whole, and is lost in the middle of a film where weights come to a card by a stream. Here
blocks are wrapped where they are called, around all else that was done to them, for one call of a
pipeline: no way of placing a model (engine/models/ways.py) gets into its way.

Published thresholds: 0.05 is diffusers' own; 0.06 made HunyuanVideo 1.6 times as fast in 30 steps
with hardly a loss (diffusers' guide to ParaAttention); 0.1 made Wan 2.1 1.3B 1.6 times as fast in
30 steps (github.com/Antlera/nano-xDiT) and Wan 2.2 14B 1.85 times in 20, where 0.05 left out none
(github.com/utensils/mold, pull request 939). None of these holds what is held back here.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from msgspec.structs import replace

from engine.contract.models import Profile
from engine.diffusion.model_folder import ModelFolder

DENOISERS = ("transformer", "transformer_2")
BLOCKS: dict[str, str] = {
    "WanTransformer3DModel": "blocks",
    "WanVACETransformer3DModel": "blocks",
    "LTXVideoTransformer3DModel": "transformer_blocks",
    "CogVideoXTransformer3DModel": "transformer_blocks",
    "Kandinsky5Transformer3DModel": "visual_transformer_blocks",
}
"""Denoisers that were seen to work, and the name of their row of blocks."""

WHOLE_AT_FIRST = 0.25
"""The part of all steps that is done whole before any is left out: they settle what is seen."""

IN_A_ROW = 1
"""How many steps may be left out one after the other. Without such limits a threshold of 0.1 has
turned Wan 2.1 1.3B to noise (github.com/utensils/mold, issue 1559)."""

EXPECTED = 2.0
"""The part of all steps that is thought to be left out for each unit of the threshold: about half
of what is published, for what is held back here; past runs correct it."""

UNCACHED = "Steps can't be left out with this model, so each was computed whole."


def suited(profile: Profile, folder: ModelFolder) -> Profile:
    """The profile, without its cache where the model's denoiser has none."""
    if not profile.cache or row_of(folder.config(DENOISERS[0])):
        return profile
    return replace(profile, cache=0.0)


def row_of(config: Mapping[str, Any]) -> str:
    """The name of the denoiser's row of blocks, "" where it has no cache."""
    return BLOCKS.get(str(config.get("_class_name")), "")


def left_out(threshold: float) -> float:
    """The part of all steps that is thought to be left out, at most what may be."""
    most = (1 - WHOLE_AT_FIRST) * IN_A_ROW / (IN_A_ROW + 1)
    return min(most, EXPECTED * threshold)


@contextmanager
def step_cache(
    pipe: Any, threshold: float, at_first: float = WHOLE_AT_FIRST, in_a_row: int = IN_A_ROW
) -> Iterator[None]:
    """While inside, for one call of the pipeline, its denoisers leave out blocks where the first
    adds nearly the same: differences of `threshold`, mean against mean. 0 leaves out nothing.

    The first and the last step are always whole.
    """
    course = _Course(pipe, at_first, in_a_row)
    with ExitStack() as undo:
        for name in DENOISERS if threshold > 0 else ():
            denoiser = pipe.components.get(name)
            row = getattr(denoiser, BLOCKS.get(type(denoiser).__name__, ""), ())
            if len(row) > 1:
                _wrap(denoiser, row, _Cache(threshold, course), undo)
        yield


def _wrap(denoiser: Any, row: Any, cache: "_Cache", undo: ExitStack) -> None:
    look = partial(cache.course.look, cache)
    undo.callback(denoiser.register_forward_pre_hook(look, with_kwargs=True).remove)
    for number, block in enumerate(row):
        how = cache.middle if number else cache.first
        how = cache.last if number == len(row) - 1 else how
        before = block._compiled_call_impl
        undo.callback(setattr, block, "_compiled_call_impl", before)
        # What torch calls instead of a module's own call, whatever its forward() has become.
        block._compiled_call_impl = partial(how, before or block._call_impl)


class _Course:
    """Counts the steps of a call, and in each the passes: guided denoisers run twice. A new noise
    level is a new step."""

    def __init__(self, pipe: Any, at_first: float, in_a_row: int) -> None:
        self._pipe, self._at_first, self.in_a_row = pipe, at_first, in_a_row
        self._level, self._step, self.branch = math.nan, -1, 0
        self._running: _Cache | None = None

    def look(
        self, cache: "_Cache", _denoiser: Any, _given: tuple[Any, ...], named: dict[str, Any]
    ) -> None:
        """A pass begins. The tokens of a given picture have no noise: the highest level counts."""
        level = float(named["timestep"].max())
        self.branch = self.branch + 1 if level == self._level else 0
        if not self.branch:
            self._level, self._step = level, self._step + 1
        if self._running is not None and self._running is not cache:
            # One expert follows the other for good.
            self._running.forget()
        self._running = cache

    @property
    def is_whole(self) -> bool:
        """Whether this step must be done whole."""
        steps = self._pipe.num_timesteps
        return self._step < max(1, math.ceil(steps * self._at_first)) or self._step >= steps - 1


@dataclass
class _Kept:
    """What a pass added when it last was whole: its first block to the film, and all others to each
    of the streams that run through them. `left_out` counts the steps since."""

    first: Any
    others: tuple[Any, ...] = ()
    left_out: int = 0


class _Cache:
    """What one denoiser's blocks do instead."""

    def __init__(self, threshold: float, course: _Course) -> None:
        self._threshold, self.course = threshold, course
        self._kept: dict[int, _Kept] = {}
        self._from_first: Any = None
        self._is_left_out = False

    def forget(self) -> None:
        """Give back what is kept."""
        self._kept.clear()

    def first(self, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """The first block runs, and settles whether the others do."""
        before = given[0] if given else named["hidden_states"]
        made = self._from_first = call(*given, **named)
        added = _streams(made)[0] - before
        kept = self._kept.get(self.course.branch)
        self._is_left_out = kept is not None and self._may_leave_out(kept, added)
        if kept is not None and self._is_left_out:
            kept.left_out += 1
        else:
            self._kept[self.course.branch] = _Kept(added)
        return made

    def middle(self, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """Any block between runs, or hands on whatever is of the right kind."""
        return self._from_first if self._is_left_out else call(*given, **named)

    def last(self, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """The last block runs, or all that was left out is added to what the first handed on: not
        to what came since, for VACE adds its hints between blocks, and they are in it already."""
        kept, handed_on = self._kept[self.course.branch], self._from_first
        self._from_first = None
        if not self._is_left_out:
            made = call(*given, **named)
            pairs = zip(_streams(made), _streams(handed_on), strict=True)
            kept.others = tuple(after - before for after, before in pairs)
            return made
        pairs = zip(_streams(handed_on), kept.others, strict=True)
        made = tuple(before + more for before, more in pairs)
        return made if isinstance(handed_on, tuple) else made[0]

    def _may_leave_out(self, kept: _Kept, added: Any) -> bool:
        if self.course.is_whole or kept.left_out >= self.course.in_a_row:
            return False
        if not kept.others or added.shape != kept.first.shape:
            return False
        apart = (added - kept.first).abs().mean() / kept.first.abs().mean()
        return apart.item() <= self._threshold


def _streams(made: Any) -> tuple[Any, ...]:
    """What a block hands on: the film, and with some the words."""
    return made if isinstance(made, tuple) else (made,)
