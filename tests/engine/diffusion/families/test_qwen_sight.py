"""Films are cut for Qwen3-VL as its own processor cuts them."""

import numpy as np
import pytest

from engine.diffusion.families.qwen_sight import FilmEyes
from tests.fakes.tiny_models import tiny


@pytest.fixture(scope="module")
def eyes():
    return FilmEyes(tiny("minimax_h3") / "processor")


def seen(eyes, film):
    cut = eyes([film], do_sample_frames=False, return_tensors="pt")
    return cut["pixel_values_videos"].numpy(), cut["video_grid_thw"].tolist()


def test_a_patch_holds_a_square_of_two_frames(eyes):
    film = np.zeros((4, 64, 96, 3), np.uint8)
    film[2:, 16:32, :16, 1] = 255
    patches, grid = seen(eyes, film)
    assert grid == [[2, 4, 6]] and patches.shape == (2 * 4 * 6, 3 * 2 * 16 * 16)
    white = np.flatnonzero((patches > 0).any(axis=1))
    # Four patches that are merged lie side by side: the lower left one is the third of the first.
    assert white.tolist() == [24 + 2]
    assert (patches[white[0]].reshape(3, -1) == [[-1], [1], [-1]]).all()


def test_an_odd_film_ends_with_its_last_frame_twice(eyes):
    film = np.zeros((3, 64, 64, 3), np.uint8)
    film[2] = 255
    patches, grid = seen(eyes, film)
    assert grid == [[2, 4, 4]]
    assert (patches[:16] == -1).all() and (patches[16:] == 1).all()


def test_a_film_of_many_pixels_is_made_smaller(eyes):
    _, grid = seen(eyes, np.zeros((4, 256, 512, 3), np.uint8))
    (count, tall, wide) = grid[0]
    assert 2 * count * tall * wide * 16 * 16 <= 24 * 32 * 32 and wide > tall
