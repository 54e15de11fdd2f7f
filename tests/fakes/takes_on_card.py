"""Makes takes on the pretended card, and tells how far they are from the processor's.

    python -m tests.fakes.takes_on_card         a few that span all families, tasks and ways: JSON
    python -m tests.fakes.takes_on_card all     every task of every tiny model in every way: half an
                                                hour, a line each; a word more chooses models by it

A process of its own, since the card stays plugged in.
"""

import gc
import importlib
import json
import pkgutil
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np

from engine.contract.models import Forecast, Offload, Precision, Task
from engine.contract.shot import MediaRef, Reference, Role
from engine.diffusion.cancelling import Stopped
from engine.diffusion.maker import Maker
from engine.diffusion.placing.loader import quiet_libraries
from engine.models.past_runs import PastRuns
from engine.models.ways import OFFLOADS
from tests.fakes import tiny_models
from tests.fakes.listed_tasks import hand_over, heard_in
from tests.fakes.whole_takes import take, tasks_of

HANDED: dict[Task, tuple[Role, str]] = {
    "extend": ("before", "film.mp4"),
    "inpaint": ("hole", "torn.png"),
    "references": ("subject", "blue.png"),
}
BY_BLOCKS = "kandinsky5_blocks"
"""Its attention by blocks is made for devices that torch knows."""

SPANNED = 255.0
"""What sounds, from -1 to 1, are multiplied by to be counted like levels of pictures."""


class Case(NamedTuple):
    """A take of a tiny model, and the way to make it."""

    name: str
    task: Task
    offload: Offload
    tiled: bool = False
    precision: Precision = "float32"


SOME = (
    Case("wan22_ti2v", "video", "group", tiled=True),
    Case("wan_vace", "extend", "model"),
    Case("wan_t2v", "text", "group", precision="float8"),
    Case("wan_t2v", "text", "leaf", precision="int8"),
    Case("ltx2", "keyframes", "leaf", tiled=True),
    Case("ltx_video_condition", "video", "none"),
    Case("hunyuan15_i2v", "image", "group"),
    Case("helios_base", "image", "model"),
    Case("cogvideox_t2v", "video", "model", tiled=True),
    Case("skyreels_df", "first_last", "group"),
    Case("sana_video", "image", "leaf"),
    Case("kandinsky5_i2v", "image", "none"),
    Case("kandinsky6_distill", "image", "none"),
    Case("minimax_h3", "references", "model"),
)
STOPPED = Case("wan_t2v", "text", "group")


def main() -> None:
    """Tell all, or what the tests ask for."""
    from tests.fakes.pretended_card import plug_in

    quiet_libraries()
    plug_in()
    hand_over(_place())
    if sys.argv[1:2] == ["all"]:
        for case in _all("".join(sys.argv[2:])):
            print(*case, _told(case), flush=True)
    else:
        told = {" ".join(map(str, case)): _told(case) for case in SOME}
        print(json.dumps(told | {"stopped": _told(STOPPED, stopped=True)}))


def _all(word: str) -> Iterator[Case]:
    for name in filter(lambda name: word in name and name != BY_BLOCKS, _names()):
        for _, task in tasks_of(name):
            for offload in OFFLOADS:
                yield from (Case(name, task, offload, tiled) for tiled in (False, True))


def _names() -> Iterator[str]:
    for module in pkgutil.iter_modules(tiny_models.__path__, f"{tiny_models.__name__}."):
        for name in dir(importlib.import_module(module.name)):
            if name.startswith("build_"):
                yield name.removeprefix("build_")


def _told(case: Case, stopped: bool = False) -> float | str:
    """How far the card's take is from the processor's, as a mean of levels from 0 to 255, or what
    went wrong."""
    # Where models change, garbage is collected: not in what was there before.
    gc.freeze()
    try:
        return _apart(case, stopped)
    except Exception:
        return traceback.format_exc()


def _apart(case: Case, stopped: bool) -> float:
    import torch

    plain = case._replace(offload="none")
    here = _made(plain, "cpu", _place() / "here")
    if stopped:
        with suppress(Stopped):
            _made(case, "card", _place() / "stopped", threading.Event())
            raise AssertionError("it was not stopped")
        assert not list((_place() / "stopped").iterdir())
    before = torch.card.operations
    there = _made(case, "card", _place() / "there")
    assert torch.card.operations > before + 100, "the card had nothing to do"
    sounds = [heard_in(path) for path in (here, there)]
    pictures = [_pictures(path) for path in (here, there)]
    return max(_mean(*pictures), SPANNED * _mean(*sounds))


def _mean(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.abs(one.astype(float) - other.astype(float)).mean())


def _pictures(path: Path) -> np.ndarray:
    with av.open(str(path)) as movie:
        return np.stack([frame.to_ndarray(format="rgb24") for frame in movie.decode(video=0)])


def _made(case: Case, device: str, place: Path, stop: threading.Event | None = None) -> Path:
    way = Forecast(0.0, 0, 0, device, case.precision, case.offload, tiled=case.tiled)
    place.mkdir(exist_ok=True)
    role, file = HANDED.get(case.task, (None, ""))
    handed = (Reference(role, MediaRef(str(_place() / file), file)),) if role else ()
    guidance = 1.0 if "distill" in case.name else 3.0
    maker = _maker(way)
    return take(case.name, case.task, place, None, guidance, handed, maker, stop)


@cache
def _maker(way: Forecast) -> Maker:
    return Maker(lambda _: way, PastRuns(_place() / "past.json"))


@cache
def _place() -> Path:
    return Path(tempfile.mkdtemp(prefix="takes-on-card-"))


if __name__ == "__main__":
    main()
