"""Film pixels are BT.709's to the nearest level, at any even size."""

import numpy as np
import pytest

from engine.media.film_pixels import FilmPixels, empty_planes, planes_of

WEIGHTS = np.array([0.0722, 0.7152, 0.2126])


def expected(bgr: np.ndarray) -> np.ndarray:
    """Y, Cb, Cr by the standard's own formulas, not rounded."""
    colour = bgr / 255.0
    luma = colour @ WEIGHTS
    blue = (colour[..., 0] - luma) / 1.8556
    red = (colour[..., 2] - luma) / 1.5748
    return np.stack([16 + 219 * luma, 128 + 224 * blue, 128 + 224 * red], axis=-1)


@pytest.mark.parametrize("size", [(64, 2), (66, 110), (96, 324)])
def test_every_colour_comes_out_within_a_level(size: tuple[int, int]) -> None:
    width, height = size
    small = np.random.default_rng(1).integers(0, 256, (height // 2, width // 2, 4), np.uint8)
    picture = np.ascontiguousarray(small.repeat(2, 0).repeat(2, 1))
    planes = empty_planes(width, height)
    FilmPixels(width, height).convert(picture, planes)
    luma, blue, red = planes_of(planes, width, height)
    assert np.abs(luma - expected(picture[..., :3])[..., 0]).max() < 1
    wanted = expected(small[..., :3])
    assert np.abs(blue - wanted[..., 1]).max() < 1
    assert np.abs(red - wanted[..., 2]).max() < 1


def test_chroma_is_the_mean_of_four_pixels() -> None:
    picture = np.zeros((2, 2, 4), np.uint8)
    picture[0, 0, :3] = 0, 0, 255
    planes = empty_planes(2, 2)
    FilmPixels(2, 2).convert(picture, planes)
    assert planes_of(planes, 2, 2)[2][0, 0] == pytest.approx(128 + 112 / 4, abs=1)
