"""Steps are left out of real classes of denoisers, and nothing of it stays."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.diffusion.cancelling import Brake, Stopped
from engine.diffusion.families.registry import family_of
from engine.diffusion.jobs.job import Job
from engine.diffusion.maker import Maker, on_processor
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing.step_cache import BLOCKS, DENOISERS, UNCACHED, left_out, step_cache
from engine.diffusion.sampling import sampled
from engine.media.written_recipe import recipe_in
from engine.models.catalogue import catalogue
from engine.models.past_runs import PastRuns
from tests.fakes.family_runs import asking, called, stripes, tiny_loaded
from tests.fakes.tiny_models import tiny

STEPS = 8
CACHED = ("wan", "wan_vace", "ltx_video", "cogvideox", "kandinsky5")
ANY = 1e6
"""A threshold that all steps come under."""

EVERY = [
    ("wan_t2v", "text"), ("wan_i2v", "image"), ("wan_v2v", "video"), ("wan22_t2v", "text"),
    ("wan22_ti2v", "image"), ("wan_vace", "text"), ("ltx_video", "text"),
    ("ltx_video_condition", "image"), ("cogvideox_t2v", "text"), ("cogvideox_control", "control"),
    ("kandinsky5_t2v", "text"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _one_thread():
    import torch

    torch.set_num_threads(1)


def job_of(name: str, task: Any, cache: float, steps: int = STEPS) -> Job:
    job, red = asking(name, task), stripes("red")
    given = {"video": {"film": (red,) * job.run.frames}, "image": {"first": red}}
    given["control"] = given["video"]
    return replace(job, profile=Profile("fast", steps, 3.0, cache=cache), **given.get(task, {}))


def denoisers(pipe: Any) -> list[Any]:
    found = (pipe.components.get(name) for name in DENOISERS)
    return [each for each in found if each is not None]


def row(denoiser: Any) -> Any:
    return getattr(denoiser, BLOCKS[type(denoiser).__name__])


@contextmanager
def counted(pipe: Any) -> Iterator[list[Any]]:
    """The first and the last blocks that run, in their order."""
    ran: list[Any] = []
    ends = [row(denoiser)[end] for denoiser in denoisers(pipe) for end in (0, -1)]
    hooks = [end.register_forward_pre_hook(lambda block, _: ran.append(block)) for end in ends]
    try:
        yield ran
    finally:
        for hook in hooks:
            hook.remove()


class Unwatched:
    def stepped(self, pipe, steps, latents):
        """Nobody looks."""


def latents(name: str, task: Any, cache: float, steps: int = STEPS) -> Any:
    loaded = tiny_loaded(name)
    job = job_of(name, task, cache, steps)
    return sampled(loaded.family, loaded.pipe(task), job, {}, Unwatched()).frames


@pytest.mark.parametrize(("name", "task"), EVERY)
def test_steps_are_left_out_alike_each_time_and_none_afterwards(name, task):
    import torch

    pipe = tiny_loaded(name).pipe(task)
    plain = latents(name, task, 0.0)
    with counted(pipe) as ran:
        quick = latents(name, task, ANY)
    firsts, lasts = ([block for d in denoisers(pipe) for block in ran if block is row(d)[end]]
                     for end in (0, -1))  # fmt: skip
    assert 0.5 * len(firsts) < len(lasts) < 0.8 * len(firsts)
    assert torch.equal(quick, latents(name, task, ANY))
    assert not torch.equal(quick, plain)
    assert torch.equal(plain, latents(name, task, 0.0))


def test_the_first_quarter_the_last_step_and_every_other_are_whole():
    pipe = tiny_loaded("ltx_video").pipe("text")
    with counted(pipe) as ran:
        latents("ltx_video", "text", ANY, steps=12)
    first = row(pipe.transformer)[0]
    marks = "".join("." if block is first else "#" for block in ran)
    assert marks.replace(".#", "#") == "###.#.#.#.##"
    assert left_out(ANY) == pytest.approx(0.375) and left_out(0.0) == 0


@pytest.mark.parametrize(
    ("name", "task"), [("wan_t2v", "text"), ("wan22_ti2v", "image"), ("ltx_video", "text")]
)
def test_where_diffusers_own_cache_is_right_the_bits_are_the_same(name, task):
    import torch
    from diffusers import FirstBlockCacheConfig

    loaded, job = tiny_loaded(name), job_of(name, task, 0.0)
    pipe = loaded.pipe(task)
    with step_cache(pipe, 0.05, at_first=0.0, in_a_row=STEPS):
        ours = _steps_of(loaded, job)
    pipe.transformer.enable_cache(FirstBlockCacheConfig(threshold=0.05))
    try:
        theirs = _steps_of(loaded, job)
    finally:
        pipe.transformer.disable_cache()
    plain = _steps_of(loaded, job)
    # The last step is whole with ours.
    assert all(map(torch.equal, ours[:-1], theirs[:-1]))
    assert not torch.equal(ours[-2], plain[-2])


def _steps_of(loaded: Any, job: Job) -> list[Any]:
    seen: list[Any] = []

    def ended(_pipe, _number, _moment, tensors):
        seen.append(tensors["latents"].clone())
        return tensors

    called(loaded, job, callback_on_step_end=ended)
    return seen


@pytest.mark.parametrize("name", ["wan_vace", "cogvideox_t2v", "kandinsky5_t2v"])
def test_what_is_left_out_is_added_just_once(name):
    """Two steps that hardly differ: the second, left out, comes out as if it had been done. VACE's
    hints, which come between blocks, would show twice."""
    import torch

    pipe, heard = tiny_loaded(name).pipe("text"), []
    hook = pipe.transformer.register_forward_pre_hook(
        lambda _module, _given, named: heard.append(named), with_kwargs=True
    )
    latents(name, "text", 0.0, steps=2)
    hook.remove()
    pipe._num_timesteps = 3
    moments = (heard[0]["timestep"], heard[0]["timestep"] * (1 - 1e-6) - 1e-6)
    with torch.no_grad(), counted(pipe) as ran, step_cache(pipe, ANY, at_first=0.0):
        whole, quick = (_made(pipe, heard[0] | {"timestep": moment}) for moment in moments)
    assert [block is row(pipe.transformer)[-1] for block in ran] == [False, True, False]
    assert torch.allclose(whole, quick, rtol=1e-3, atol=1e-4 * float(whole.abs().max()))


def _made(pipe: Any, named: dict[str, Any]) -> Any:
    made = pipe.transformer(**named | {"return_dict": False})
    return made[0]


def test_a_take_that_is_stopped_leaves_no_cache_behind():
    import torch

    loaded, stop = tiny_loaded("wan22_t2v"), threading.Event()
    pipe, plain = loaded.pipe("text"), latents("wan22_t2v", "text", 0.0)

    class Impatient:
        steps = 0

        def stepped(self, pipe, steps, latents):
            self.steps += 1
            if self.steps == 4:
                stop.set()

    with pytest.raises(Stopped), Brake(stop).on(pipe):
        sampled(loaded.family, pipe, job_of("wan22_t2v", "text", ANY), {}, Impatient())
    parts = [part for denoiser in denoisers(pipe) for part in (denoiser, *row(denoiser))]
    assert not any(part._compiled_call_impl or part._forward_pre_hooks for part in parts)
    assert torch.equal(plain, latents("wan22_t2v", "text", 0.0))


def test_each_of_two_experts_begins_with_a_whole_step():
    pipe = tiny_loaded("wan22_t2v").pipe("text")
    with counted(pipe) as ran:
        latents("wan22_t2v", "text", ANY)
    for denoiser in denoisers(pipe):
        mine = [block for block in ran if block in (row(denoiser)[0], row(denoiser)[-1])]
        assert mine[:4] == [row(denoiser)[0], row(denoiser)[-1]] * 2
        assert len(mine) > 4


def test_compiled_blocks_are_left_out_too_and_stay_compiled():
    import torch
    from torch._dynamo.utils import counters

    loaded = tiny_loaded("wan_vace")
    pipe, quick = loaded.pipe("text"), latents("wan_vace", "text", ANY)
    blocks = [*row(pipe.transformer), *pipe.transformer.vace_blocks]
    pipe.transformer.compile_repeated_blocks(fullgraph=True, backend="eager")
    try:
        latents("wan_vace", "text", 0.0)
        compiled, graphs = blocks[0]._compiled_call_impl, counters["stats"]["unique_graphs"]
        assert torch.equal(quick, latents("wan_vace", "text", ANY))
        assert counters["stats"]["unique_graphs"] == graphs
        assert blocks[0]._compiled_call_impl is compiled
    finally:
        for block in blocks:
            block._compiled_call_impl = None


def test_only_what_is_called_fast_and_has_many_steps_leaves_any_out():
    folder = ModelFolder(tiny("ltx_video"))
    abilities = [(each.family, each.ability) for each in catalogue()]
    for family, ability in (*abilities, ("ltx_video", family_of(folder).ability(folder))):
        for profile in ability.profiles:
            assert bool(profile.cache) == (family in CACHED and profile.name == "fast")
            assert not profile.cache or (profile.steps >= 20 and not profile.sigmas)


def making(name: str, place: Path, cache: float) -> Making:
    folder = tiny(name)
    job = asking(name, "text")
    run = ModelRun("text", 64, 64, job.run.frames, job.run.rate, "fast")
    request = ShotRequest("a red boat", Fraction(1, 5), 64, 64)
    profile = Profile("fast", 5, 3.0, cache=cache)
    return Making(request, Weights(str(folder), 1, name), run, str(place / "take.mp4"), profile)


def test_a_take_says_that_steps_were_left_out_and_is_made_again_by_that(tmp_path):
    maker = Maker(on_processor, PastRuns(tmp_path / "runs.json"))
    order = making("wan_t2v", tmp_path, ANY)
    taken = maker.make(order, lambda _: None, threading.Event())
    recipe = recipe_in(order.path)
    assert recipe == taken.recipe and recipe.profile == order.profile
    assert taken.notes == () and PastRuns(tmp_path / "runs.json").all()[0].cache == ANY
    Path(order.path).unlink()
    plain = maker.make(making("wan_t2v", tmp_path, 0.0), lambda _: None, threading.Event())
    Path(order.path).unlink()
    again = msgspec.structs.replace(order, profile=recipe.profile)
    remade = maker.make(again, lambda _: None, threading.Event())
    assert remade.facts.media.identity == taken.facts.media.identity
    assert plain.facts.media.identity != taken.facts.media.identity


def test_with_another_model_each_step_is_whole_and_a_note_says_so(tmp_path):
    maker = Maker(on_processor, PastRuns(tmp_path / "runs.json"))
    taken = maker.make(making("sana_video", tmp_path, ANY), lambda _: None, threading.Event())
    assert taken.notes == (UNCACHED,)
    assert taken.recipe.profile == Profile("fast", 5, 3.0)
