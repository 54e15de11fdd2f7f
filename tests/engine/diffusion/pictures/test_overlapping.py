"""A film that is decoded in stretches is the film that the autoencoder decodes whole."""

import pytest

from engine.diffusion.pictures.overlapping import hunyuan_stretches, minimax_stretches
from engine.diffusion.placing.loader import quiet_libraries


def made(kind: str, **measures):
    quiet_libraries()
    import diffusers
    import torch

    torch.manual_seed(0)
    return getattr(diffusers, kind)(latent_channels=4, layers_per_block=1, **measures).eval()


@pytest.fixture(scope="module")
def hunyuan():
    return made("AutoencoderKLHunyuanVideo", block_out_channels=(4,) * 4, norm_num_groups=2)


@pytest.fixture(scope="module")
def minimax():
    return made(
        "AutoencoderKLMiniMaxH3",
        block_out_channels=(4,) * 4,
        spatial_downsample_factors=(2, 2, 2, 2),
        temporal_downsample_factors=(1, 2, 2, 1),
        norm_num_groups=4,
        decoder_num_layers=1,
        decoder_num_attention_heads=2,
        decoder_attention_head_dim=8,
        latents_mean=(0.0,) * 4,
        latents_std=(1.0,) * 4,
    )


def joined_and_whole(vae, stretches, frames: int):
    import torch

    latents = torch.randn((1, 4, frames, 3, 2), generator=torch.Generator().manual_seed(3))
    with torch.no_grad():
        pieces = list(stretches(vae, latents))
        return pieces, torch.cat(pieces, dim=2), vae.decode(latents).sample


@pytest.mark.parametrize("frames", [1, 2, 4, 5, 6, 7, 8, 10, 11, 13])
def test_hunyuans_stretches_are_its_film(hunyuan, frames):
    pieces, joined, whole = joined_and_whole(hunyuan, hunyuan_stretches, frames)
    assert joined.equal(whole) and joined.shape[2] == 4 * frames - 3
    assert all(piece.shape[2] <= 17 for piece in pieces)


@pytest.mark.parametrize("chunks", [1, 2, 4])
def test_minimaxs_stretches_are_its_film(minimax, chunks):
    pieces, joined, whole = joined_and_whole(minimax, minimax_stretches, 5 * chunks + 2)
    assert joined.equal(whole)
    assert [piece.shape[2] for piece in pieces] == [17] * (chunks - 1) + [22]


def test_an_autoencoder_is_left_as_it_was(hunyuan):
    joined_and_whole(hunyuan, hunyuan_stretches, 7)
    assert hunyuan.use_framewise_decoding
