"""Models at full size: plain diffusers against our plan; without a graphics card, what we add.

    python -m tests.bench.diffusion [--shelf FOLDER] [--steps 8] [--card-gib 24] [--only 14B 720p]

With a card, Wan 2.1 1.3B and 14B are built with random weights in the folder (some 45 GB) and make
81 frames at 480p and 720p, each in a process of its own: plain means from_pretrained, to("cuda")
and a call; cached means ours with as many steps left out as may be, which is the most that a
profile's cache can gain: of random weights nobody can tell how many steps are alike. `--card-gib`
takes only so much of the card, for all. `--only` measures the rows that all of its words are in,
and `--build` only builds a model, so that a machine that is lent for minutes can go bit by bit.
What takes longer than `--patience` seconds or more memory than there is becomes a row that says so.
Without a card a small model is called plainly and through us in turn, on the processor.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from engine.contract.making import MakeProgress, Making
from engine.contract.models import Forecast, Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from engine.machine.hardware import hardware
from engine.models.forecasting import forecast
from engine.models.past_runs import PastRuns
from engine.models.ways import way_of
from tests.bench.full_size_models import build
from tests.bench.report import table

LARGE = ("Wan 2.1 T2V 1.3B", "Wan 2.1 T2V 14B")
SMALL = "Wan small"
WAYS = ("plain", "ours", "cached")
PROGRAM = (sys.executable, "-m", "tests.bench.diffusion")
SIDES = {"480p": (832, 480), "720p": (1280, 720)}
FRAMES, GUIDANCE, SEED = 81, 5.0, 7
UNWANTED = "blurry"
GIB = 2**30
ROUNDS = 3
ALL_ALIKE = 1e6
"""A threshold that every step comes under."""

SMALL_RUN = ModelRun("text", 192, 192, 17, Rate(16))
SMALL_STEPS = 6
MORE_PART, MORE_SECONDS = 0.03, 0.5


@dataclass(frozen=True)
class Shot:
    """What a take took: seconds for a step and in all, without loading, the peak of the card's
    memory in GiB, and how it was made."""

    step: float
    whole: float
    peak: float
    way: str


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, and by the processor."""

    waited: float
    computed: float


def main() -> None:
    """Measure what this machine can."""
    options = _options()
    if options.build:
        build(options.build, options.shelf)
    elif options.one:
        print(json.dumps(asdict(_one(options))))
    elif hardware().card is None:
        print("There is no graphics card here, so models at full size are not measured.")
        _overhead()
    else:
        _compare(options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--shelf", type=Path, default=Path(tempfile.gettempdir(), "full-size"))
    parser.add_argument("--steps", type=int, default=8)
    parser.add_argument("--card-gib", type=float, default=0.0)
    parser.add_argument("--one", nargs=3, metavar=("plain|ours|cached", "MODEL", "SIDES"))
    parser.add_argument("--build", metavar="MODEL")
    parser.add_argument("--only", nargs="*", default=[], metavar="WORD")
    parser.add_argument("--patience", type=float, default=500.0)
    return parser.parse_args()


def _compare(options: argparse.Namespace) -> None:
    rows: list[list[object]] = []
    asked = [each for each in product(LARGE, SIDES, WAYS) if _wanted(options.only, each)]
    for model in dict.fromkeys(model for model, _, _ in asked):
        # In a process of its own, which gives the card back.
        subprocess.run([*PROGRAM, "--build", model, "--shelf", str(options.shelf)], check=True)
        rows += [_row(options, how, *each) for *each, how in asked if each[0] == model]
    card = hardware().card
    limit = f" held to {options.card_gib:g} GiB" if options.card_gib else ""
    table(
        f"{FRAMES} frames, {options.steps} steps, on {card.name if card else '?'}{limit}",
        ("model", "size", "how", "a step, s", "whole shot, s", "peak, GiB", "way"),
        rows,
    )


def _wanted(words: list[str], row: tuple[str, str, str]) -> bool:
    return all(word in " ".join(row).split() for word in words)


def _row(options: argparse.Namespace, how: str, model: str, sides: str) -> list[object]:
    command = [*PROGRAM, "--one", how, model, sides]
    command += ["--shelf", str(options.shelf), "--steps", str(options.steps)]
    command += ["--card-gib", str(options.card_gib)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=options.patience)
    except subprocess.TimeoutExpired:
        return [model, sides, how, "-", "-", "-", f"not done in {options.patience:g} s"]
    if done.returncode:
        return [model, sides, how, "-", "-", "-", _why(done.stderr)]
    shot = Shot(**json.loads(done.stdout.splitlines()[-1]))
    return [model, sides, how, shot.step, shot.whole, shot.peak, shot.way]


def _why(said: str) -> str:
    """The reason in a few words."""
    if any(sign in said for sign in ("OutOfMemoryError", "out of memory", "out_of_memory")):
        return "it ran out of graphics memory"
    lines = said.strip().splitlines() or ["it ended without a word"]
    return lines[-1][:120].replace("|", "/")


def _one(options: argparse.Namespace) -> Shot:
    import torch

    how, model, name = options.one
    if options.card_gib:
        whole = torch.cuda.get_device_properties(0).total_memory
        torch.cuda.set_per_process_memory_fraction(min(1.0, options.card_gib * GIB / whole))
    folder = build(model, options.shelf)
    run = ModelRun("text", *SIDES[name], FRAMES, Rate(16))
    if how == "plain":
        return plain(folder, run, options.steps)
    machine = hardware()
    if options.card_gib and machine.card:
        small = replace(machine.card, memory=int(options.card_gib * GIB))
        machine = replace(machine, card=small)
    past = PastRuns(options.shelf / "none.json")
    cache = ALL_ALIKE if how == "cached" else 0.0
    return ours(folder, run, options.steps, partial(forecast, machine=machine, past=past), cache)


def plain(folder: Path, run: ModelRun, steps: int, device: str = "cuda") -> Shot:
    """A plain call to pictures, the whole model on the device."""
    import torch
    from diffusers import DiffusionPipeline

    pipe = DiffusionPipeline.from_pretrained(
        folder, dtype={"default": torch.bfloat16, "vae": torch.float32}, local_files_only=True
    ).to(device)
    moments: list[float] = []

    def ended(_pipe: Any, _number: int, _moment: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        torch.accelerator.synchronize()
        moments.append(time.perf_counter())
        return tensors

    begin = time.perf_counter()
    _called(pipe, run, "rain on a red boat", steps, callback_on_step_end=ended)
    return Shot(_median_gap(moments), time.perf_counter() - begin, _peak(), f'to("{device}")')


def ours(
    folder: Path, run: ModelRun, steps: int, way: Callable[[Making], Forecast], cache: float = 0.0
) -> Shot:
    """A take through us to a film, planned by `way`."""
    from engine.diffusion.maker import Maker

    moments: list[tuple[str, float]] = []
    planned: list[Forecast] = []

    def plan(making: Making) -> Forecast:
        planned.append(way(making))
        return planned[-1]

    def report(progress: MakeProgress) -> None:
        moments.append((progress.stage, time.perf_counter()))

    with tempfile.TemporaryDirectory() as place:
        past = PastRuns(Path(place, "past.json"))
        making = _making(folder, Path(place), run, "rain on a red boat", steps, cache)
        made = Maker(plan, past).make(making, report, threading.Event())
    ends = [when for stage, when in moments if stage == "denoising"]
    begin = next(when for stage, when in moments if stage == "encoding")
    name = way_of(planned[0]).name + (" and down" if made.notes else "")
    # Whole steps and others take turns.
    step = _mean_gap(ends) if cache else _median_gap(ends)
    return Shot(step, moments[-1][1] - begin, _peak(), name)


def _overhead() -> None:
    """A plain call to pictures, and a take through us to a verified film, in turn."""

    from engine.diffusion.maker import Maker, on_processor

    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = build(SMALL, place, full=False)
        maker = Maker(on_processor, PastRuns(place / "past.json"))
        pipe = _bare(folder)
        called: list[Spent] = []
        taken: list[Spent] = []
        for number in range(ROUNDS + 1):
            prompt = f"rain on a red boat, {number}"
            making = _making(folder, place, SMALL_RUN, prompt, SMALL_STEPS)
            called.append(_timed(partial(_called, pipe, SMALL_RUN, prompt, SMALL_STEPS)))
            taken.append(_timed(partial(maker.make, making, lambda _: None, threading.Event())))
        same = _same_latents(folder, pipe)
    _tell(called[1:], taken[1:], same)


def _tell(plain: list[Spent], ours: list[Spent], same: bool) -> None:
    rows: list[list[object]] = []
    fine = same
    for name in ("waited", "computed"):
        usual, taken = (statistics.median(getattr(s, name) for s in each) for each in (plain, ours))
        more = taken - usual
        fine = fine and more <= MORE_PART * usual + MORE_SECONDS
        rows.append([name, usual, taken, more, 100 * more / usual])
    film = f"{SMALL_RUN.frames} frames of {SMALL_RUN.width}x{SMALL_RUN.height}"
    table(
        f"{film}, {SMALL_STEPS} steps, on the processor",
        ("seconds", "plain call to pictures", "our take to MP4 with sound", "more", "more, %"),
        rows,
    )
    print(f"\nThe latents are {'the same' if same else 'NOT THE SAME'}. Wanted: those, and at most")
    print(f"3 % and {MORE_SECONDS} s more. {'Met.' if fine else 'MISSED.'}")


def _same_latents(folder: Path, pipe: Any) -> bool:
    """Whether our call and a plain one end in the same bits."""
    import torch

    from engine.diffusion.embeddings import read
    from engine.diffusion.families.registry import family_of
    from engine.diffusion.jobs.job import Job
    from engine.diffusion.model_folder import ModelFolder
    from engine.diffusion.sampling import sampled

    family = family_of(ModelFolder(folder))
    profile = Profile("fast", SMALL_STEPS, GUIDANCE)
    job = Job("rain on a red boat", SEED, SMALL_RUN, profile, UNWANTED)
    ours = sampled(family, pipe, job, read(family, pipe, job), _Unwatched()).frames
    plain = _called(pipe, SMALL_RUN, job.prompt, SMALL_STEPS, output_type="latent")
    return torch.equal(ours, plain)


class _Unwatched:
    """Nobody looks at the steps."""

    def stepped(self, pipe: Any, steps: int, latents: Any) -> None:
        """A step is done."""


def _bare(folder: Path) -> Any:
    from diffusers import DiffusionPipeline

    pipe = DiffusionPipeline.from_pretrained(folder, local_files_only=True)
    pipe.set_progress_bar_config(disable=True)
    return pipe


def _called(pipe: Any, run: ModelRun, prompt: str, steps: int, **more: Any) -> Any:
    """A plain call, to pictures unless told otherwise."""
    import torch

    return pipe(
        prompt=prompt,
        negative_prompt=UNWANTED,
        height=run.height,
        width=run.width,
        num_frames=run.frames,
        num_inference_steps=steps,
        guidance_scale=GUIDANCE,
        generator=torch.Generator("cpu").manual_seed(SEED),
        **{"output_type": "np", **more},
    ).frames


def _making(
    folder: Path, place: Path, run: ModelRun, prompt: str, steps: int, cache: float = 0.0
) -> Making:
    seconds = Fraction(run.frames) / run.rate.fps
    request = ShotRequest(prompt, seconds, run.width, run.height, seed=SEED)
    weights = Weights(str(folder), 1, folder.name)
    profile = Profile("fast", steps, GUIDANCE, cache=cache)
    return Making(request, weights, run, str(place / "take.mp4"), profile)


def _timed(work: Callable[[], object]) -> Spent:
    begin, before = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - begin, time.process_time() - before)


def _median_gap(moments: list[float]) -> float:
    gaps = [after - before for before, after in zip(moments, moments[1:], strict=False)]
    return statistics.median(gaps) if gaps else 0.0


def _mean_gap(moments: list[float]) -> float:
    return (moments[-1] - moments[0]) / max(1, len(moments) - 1)


def _peak() -> float:
    import torch

    return torch.cuda.max_memory_reserved() / GIB if torch.cuda.is_available() else 0.0


if __name__ == "__main__":
    main()
