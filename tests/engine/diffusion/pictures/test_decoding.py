"""Pictures made piece by piece are those that the autoencoder makes at once."""

from types import SimpleNamespace

import numpy as np
import pytest

from engine.diffusion.families.registry import family_of
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import as_pictures, decoded, denormalised
from engine.diffusion.placing.loader import Loaded, quiet_libraries
from tests.fakes.tiny_models import tiny


@pytest.fixture(params=["wan_t2v", "wan22_ti2v"])
def vae(request):
    quiet_libraries()
    folder = ModelFolder(tiny(request.param))
    vae = Loaded(folder, family_of(folder), "float32").pipe("text").vae
    yield vae
    vae.disable_tiling()


def noise(vae, height: int, width: int):
    import torch

    generator = torch.Generator().manual_seed(3)
    return torch.randn((1, vae.config.z_dim, 4, height, width), generator=generator)


def differences(vae, latents) -> tuple[list[int], int]:
    """The lengths of the pieces, and the largest difference from decode(), in levels of 255."""
    pieces = list(decoded(SimpleNamespace(vae=vae), latents))
    import torch

    with torch.no_grad():
        whole = as_pictures(vae.decode(denormalised(vae, latents)).sample)
    apart = np.abs(np.concatenate(pieces).astype(int) - whole)
    return [len(piece) for piece in pieces], int(apart.max())


def test_a_frame_of_latents_at_a_time(vae):
    assert differences(vae, noise(vae, 4, 6)) == ([1, 4, 4, 4], 0)


def test_tiles_fade_into_each_other_alike(vae):
    vae.enable_tiling(64, 64, 32, 48)
    lengths, most = differences(vae, noise(vae, 9, 11))
    assert sum(lengths) == 13 and most <= 1


def test_pictures_are_rounded_not_cut():
    import torch

    values = torch.tensor([-1.0, 1.0, -1 + 2 * 0.6 / 255]).view(1, 3, 1, 1, 1)
    assert as_pictures(values).tolist() == [[[[0, 255, 1]]]]
