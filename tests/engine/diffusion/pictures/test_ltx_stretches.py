"""A long film is decoded in stretches that join without a seam, at their right moments."""

import pytest

from engine.diffusion.pictures.ltx_stretches import LENGTH, STRIDE, stretches
from tests.fakes.tiny_models.ltx2 import CHANNELS, tiny_ltx2_vae


@pytest.fixture(scope="module")
def vae():
    import torch

    torch.manual_seed(0)
    return tiny_ltx2_vae().eval()


@pytest.fixture
def tiling(vae):
    vae.enable_tiling()
    yield vae
    vae.disable_tiling()


def latents(frames, height=2, width=2):
    import torch

    return torch.randn(1, CHANNELS, frames, height, width, generator=torch.manual_seed(1))


def whole(vae, film):
    import torch

    with torch.no_grad():
        return vae.decode(film).sample


def test_without_tiling_the_film_is_decoded_at_once(vae):
    film = latents(10)
    (only,) = stretches(vae, film)
    assert only.equal(whole(vae, film))


def test_no_stretch_is_longer_than_the_first_and_none_is_lost(tiling):
    for frames in (2, LENGTH + 1, LENGTH + 2, LENGTH + STRIDE + 2):
        counts = [piece.shape[2] for piece in stretches(tiling, latents(frames))]
        assert sum(counts) == 8 * (frames - 1) + 1
        assert max(counts) <= 8 * LENGTH + 1


def test_past_the_fade_a_stretch_shows_its_own_moments(tiling):
    film = latents(LENGTH + STRIDE + 1)
    _, second = stretches(tiling, film)
    fade = 8 * (LENGTH - STRIDE)
    own = whole(tiling, film[:, :, STRIDE:])[:, :, 1:]
    assert second[:, :, fade:].equal(own[:, :, fade:])
    assert not second[:, :, :fade].equal(own[:, :, :fade])


def test_stretches_are_nearer_to_the_whole_than_the_autoencoders_own(tiling):
    import torch

    film = latents(LENGTH + STRIDE + 2)
    tiling.disable_tiling()
    aim = whole(tiling, film)
    tiling.enable_tiling(
        tile_sample_min_num_frames=8 * LENGTH, tile_sample_stride_num_frames=8 * STRIDE
    )
    ours = torch.cat(list(stretches(tiling, film)), dim=2)
    tiling.use_framewise_decoding = True
    theirs = whole(tiling, film)
    tiling.use_framewise_decoding = False
    assert (ours - aim).abs().mean() < 0.7 * (theirs - aim).abs().mean()


def test_a_side_whose_last_tile_would_be_one_latent_wide_is_decoded(tiling):
    (only,) = stretches(tiling, latents(1, height=2, width=29))
    assert only.shape == (1, 3, 1, 64, 928)
