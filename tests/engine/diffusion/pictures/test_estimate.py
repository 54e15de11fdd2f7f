"""The estimate in the middle of denoising, and the colours that it is shown in."""

import io
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from engine.contract.shot import ModelRun
from engine.contract.time import Rate
from engine.diffusion.pictures.estimate import Colours, Denoised, Fitting, grid, is_whole, preview

RUN = ModelRun("text", 64, 32, 9, Rate(16))


def drawn(seed: int, *shape: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def pipe(scheduler=None, **ratios):
    config = {"z_dim": 6}
    return SimpleNamespace(vae=SimpleNamespace(config=config), scheduler=scheduler, **ratios)


@pytest.mark.parametrize("kind", ["FlowMatchEulerDiscreteScheduler", "UniPCMultistepScheduler"])
def test_every_estimate_of_a_straight_flow_is_where_it_ends(kind):
    import diffusers
    import torch

    flow = {"use_flow_sigmas": True, "prediction_type": "flow_prediction"}
    scheduler = getattr(diffusers, kind)(**(flow if kind.startswith("Uni") else {}))
    scheduler.set_timesteps(4)
    end, noise = (torch.from_numpy(drawn(seed, 1, 6, 3, 4, 8)) for seed in (1, 2))
    asked, denoised, latents = pipe(scheduler, vae_scale_factor_temporal=4), Denoised(RUN), noise
    found = []
    for moment in scheduler.timesteps:
        latents = scheduler.step(noise - end, moment, latents, return_dict=False)[0]
        found.append(denoised.after(asked, latents))
    known = [each for each in found if each is not None]
    assert len(known) >= 3
    for estimate in known:
        np.testing.assert_allclose(estimate, end[0].numpy(), atol=1e-4)


def test_latents_are_found_in_any_order_without_those_of_references():
    import torch

    wanted = drawn(3, 6, 3, 4, 8)
    whole = torch.from_numpy(wanted)[None]
    ahead = torch.cat([torch.zeros(1, 6, 1, 4, 8), whole], dim=2)
    for latents in (whole, ahead, whole.permute(0, 2, 1, 3, 4), whole.permute(0, 2, 3, 4, 1)):
        found = grid(pipe(vae_scale_factor_temporal=4), latents, RUN)
        np.testing.assert_array_equal(found, wanted)


def test_packed_latents_are_unpacked_at_either_stages_size():
    import torch

    ltx = pipe(vae_temporal_compression_ratio=4, vae_spatial_compression_ratio=8)
    for wanted in (drawn(4, 6, 3, 4, 8), drawn(4, 6, 3, 2, 4)):
        tokens = torch.from_numpy(wanted).flatten(1).T[None]
        np.testing.assert_array_equal(grid(ltx, tokens, RUN), wanted)


def test_colours_are_learnt_from_a_decoded_film():
    latents, true = drawn(5, 6, 3, 4, 8), drawn(6, 6, 3) * 0.03
    fitting = Fitting(latents, 9)
    shown = (np.einsum("cfhw,cd->fhwd", latents, true) + 0.5).clip(0, 1)
    for number in range(9):
        picture = shown[(number + 3) // 4].repeat(8, axis=0).repeat(8, axis=1)
        fitting.add((picture * 255).round().astype(np.uint8)[None])
    learnt = fitting.colours()
    assert learnt is not None
    np.testing.assert_allclose(learnt.picture(latents[:, 1]), shown[1] * 255, atol=2)


def test_a_preview_is_a_small_jpeg_of_the_films_shape_also_before_anything_is_learnt():
    for colours in (None, Colours(np.zeros((7, 3)) + 0.5)):
        image = Image.open(io.BytesIO(preview(colours, drawn(7, 6, 3, 4, 8))))
        assert image.format == "JPEG" and image.size == (384, 192)


def test_without_colours_what_differs_most_is_what_is_seen():
    latents = np.zeros((6, 1, 8, 8), np.float32) + drawn(8, 6, 1, 8, 8) * 0.01
    latents[2, 0, :4] += 5.0
    shown = np.asarray(Image.open(io.BytesIO(preview(None, latents))).convert("L"), int)
    assert shown[: len(shown) // 3].mean() > shown[-len(shown) // 3 :].mean() + 60


def test_a_chunk_is_not_taken_for_the_whole_film():
    chunk, pipe = np.zeros((16, 9, 8, 8)), SimpleNamespace(vae_scale_factor_temporal=4)
    assert is_whole(pipe, chunk, ModelRun("text", 64, 64, 33, Rate(24)))
    assert not is_whole(pipe, chunk, ModelRun("text", 64, 64, 66, Rate(24)))
