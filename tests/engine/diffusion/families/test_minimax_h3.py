"""MiniMax-H3 runs as diffusers' own blocks run."""

import gc
import threading
import weakref

import numpy as np
import pytest
from PIL import Image

from engine.contract.events import EngineFault
from engine.contract.models import Counts
from engine.diffusion.cancelling import Brake, Stopped
from engine.diffusion.families.minimax_blocks import MiniMaxPipeline
from engine.diffusion.placing.loader import Loaded
from tests.fakes.family_runs import (
    asking,
    called,
    latents,
    shortest,
    stripes,
    tiny_ability,
    tiny_loaded,
)

NAME, SIDE = "minimax_h3", 64
DENOISERS = {"transformer", "transformer_ref"}
RED, BLUE = stripes("red", SIDE, SIDE), stripes("blue", SIDE, SIDE)


def made(task, **asked):
    return latents(NAME, task, run=shortest(NAME, task, SIDE, SIDE), **asked)


def test_it_makes_five_to_fifteen_seconds_with_sound():
    ability = tiny_ability(NAME)
    from engine.diffusion.families.minimax_h3 import BY_REFERENCES, BY_WORDS

    assert ability.tasks == BY_WORDS + BY_REFERENCES
    assert (ability.counts, ability.sound) == (Counts(17, 5, 124, 345), True)
    shortest_and_longest = [count / 24 for count in (ability.counts.least, ability.counts.most)]
    assert shortest_and_longest[0] >= 5 and shortest_and_longest[1] <= 15


def test_the_film_is_the_one_that_diffusers_own_blocks_make():
    loaded = tiny_loaded(NAME)
    job = asking(NAME, "text", run=shortest(NAME, "text", SIDE, SIDE))
    pipe, family = loaded.pipe("text"), loaded.family
    seen = []
    output = called(loaded, job, callback_on_step_end=lambda *step: seen.append(step))
    pictures = np.concatenate(list(family.pictures(pipe, output, job)))
    sound = family.sound(pipe, output, job)
    theirs = by_own_blocks(pipe, job)
    assert pictures.shape == (124, SIDE, SIDE, 3) and sound.rate == 32_000
    assert np.array_equal(pictures, (theirs["videos"][0] * 255).round().astype(np.uint8))
    assert np.array_equal(sound.samples.T, theirs["audio"][0].clamp(-1, 1).numpy())
    assert abs(len(sound.samples) / sound.rate - 124 / 24) < 1 / 40
    assert [step[1] for step in seen] == [0, 1] and pipe.num_timesteps == 2
    assert seen[1][3]["latents"].equal(output.frames)


def by_own_blocks(pipe: MiniMaxPipeline, job):
    import torch
    from diffusers import MiniMaxH3ModularPipeline
    from diffusers.modular_pipelines import MiniMaxH3Blocks

    own = MiniMaxH3ModularPipeline(blocks=MiniMaxH3Blocks().get_workflow("t2va"))
    own.update_components(**{k: v for k, v in pipe.components.items() if k != "image_processor"})
    own.set_progress_bar_config(disable=True)
    return own(
        prompt=job.prompt,
        height=SIDE,
        width=SIDE,
        num_frames=124,
        num_inference_steps=3,
        generator=torch.Generator("cpu").manual_seed(job.seed),
        output_type="np",
        output=["videos", "audio"],
    )


def test_words_matter():
    assert not made("text").equal(made("text", words="a white horse"))


def test_first_and_last_picture_matter():
    red, blue = made("image", first=RED), made("image", first=BLUE)
    assert not red.equal(blue)
    both = made("first_last", first=RED, last=BLUE)
    assert not both.equal(red) and not both.equal(made("first_last", first=RED, last=RED))


def test_a_last_picture_matters_without_a_first():
    red, blue = (made("keyframes", keyframes=((123, each),)) for each in (RED, BLUE))
    assert not red.equal(blue)
    both = made("keyframes", keyframes=((0, RED), (123, BLUE)))
    assert both.equal(made("first_last", first=RED, last=BLUE))
    for shown in ((), ((60, RED),), ((0, RED), (60, RED))):
        with pytest.raises(EngineFault):
            made("keyframes", keyframes=shown)


def test_things_keep_their_own_shape():
    wide = Image.new("RGB", (128, 64), "white")
    wide.paste("red", (40, 0, 88, 64))
    line = Image.new("RGB", (128, 64), "white")
    line.paste("red", (0, 30, 128, 34))
    job = asking(NAME, "references", references=(wide, line, Image.new("RGB", (64, 64), "white")))
    things = tiny_loaded(NAME).family.arguments(job)["references"]
    assert [each.image.size for each in things] == [(48, 64), (128, 32), (64, 64)]
    assert things[1].image.getpixel((64, 16)) == (255, 0, 0)


def test_things_to_show_matter_and_so_does_their_order():
    red, both = made("references", references=(RED,)), made("references", references=(RED, BLUE))
    assert not red.equal(made("references", references=(BLUE,)))
    assert not both.equal(made("references", references=(BLUE, RED)))


def test_ten_things_are_too_many():
    with pytest.raises(EngineFault) as caught:
        made("references", references=(RED,) * 10)
    assert caught.value.reason == "bad_request"


def test_a_film_to_go_by_matters_to_its_last_frame():
    still = (RED,) * 124
    turned = (*still[:-17], *[BLUE] * 17)
    assert not made("control", film=still).equal(made("control", film=turned))


def test_one_set_of_weights_makes_room_for_the_other():
    loaded = Loaded(tiny_loaded(NAME).folder, tiny_loaded(NAME).family, "float32")
    words = loaded.pipe("text")
    assert loaded.pipe("extend") is words and set(words.components) & DENOISERS == {"transformer"}
    kept = weakref.ref(words.transformer)
    del words
    references = loaded.pipe("references")
    gc.collect()
    assert kept() is None and loaded.pipe("control") is references
    assert references.transformer_ref is references.components["transformer"]


def test_it_says_that_it_can_not_be_told_how_far_to_leave_a_film():
    assert tiny_ability(NAME).heeds_strength == ()


def test_the_denoiser_is_called_as_it_is_elsewhere():
    assert "transformer" in tiny_loaded(NAME).pipe("references").components


@pytest.mark.parametrize("name", ["transformer", "transformer_ref"])
def test_a_folder_serves_what_its_weights_can(name, tmp_path):
    from engine.diffusion.families.minimax_h3 import BY_REFERENCES, BY_WORDS, FAMILY
    from engine.diffusion.model_folder import ModelFolder
    from tests.fakes.tiny_models import tiny

    for path in (tiny(NAME) / "modular_model_index.json", tiny(NAME) / name / "config.json"):
        place = tmp_path / path.relative_to(tiny(NAME))
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(path.read_bytes())
    tasks = BY_WORDS if name == "transformer" else BY_REFERENCES
    assert FAMILY.ability(ModelFolder(tmp_path)).tasks == tasks


def test_it_can_be_stopped_in_the_middle_of_a_step():
    told = threading.Event()
    brake = Brake(told)
    loaded = tiny_loaded(NAME)
    pipe = loaded.pipe("text")
    job = asking(NAME, "text", run=shortest(NAME, "text", SIDE, SIDE))

    def stop(_pipe, _number, _moment, tensors):
        told.set()
        return tensors

    with brake.on(pipe), pytest.raises(Stopped):
        called(loaded, job, callback_on_step_end=stop)
    assert called(loaded, job).frames.isfinite().all()
