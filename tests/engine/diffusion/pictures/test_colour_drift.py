"""An extension holds new pictures alone, in the colours of the film that it goes on from."""

import numpy as np
from PIL import Image

from engine.diffusion.pictures.colour_drift import new_pictures


def film(count: int) -> np.ndarray:
    """Different everywhere, and from picture to picture."""
    generator = np.random.default_rng(1)
    return generator.integers(60, 180, (count, 16, 16, 3)).astype(np.uint8)


def extended(made: np.ndarray, meant: np.ndarray, count: int, sizes=(1, 4, 4, 4)) -> np.ndarray:
    pieces = np.split(made, np.cumsum(sizes)[:-1])
    before = [Image.fromarray(each) for each in meant[:5]]
    return np.concatenate(list(new_pictures(pieces, before, count)))


def test_what_was_made_again_is_left_out_and_what_is_too_much_too():
    whole = film(13)
    np.testing.assert_array_equal(extended(whole, whole, 6), whole[5:11])
    np.testing.assert_array_equal(extended(whole, whole, 6, (3, 3, 3, 4)), whole[5:11])


def test_a_drift_of_tint_and_contrast_is_taken_back():
    whole = film(13)
    drifted = ((whole.astype(float) - 120) * 0.9 + [130, 120, 105]).round().astype(np.uint8)
    apart = np.abs(extended(drifted, whole, 8).astype(int) - whole[5:13])
    assert apart.max() <= 2 < np.abs(drifted.astype(int) - whole).max()


def test_another_light_is_no_drift():
    whole = film(13)
    dark = (whole // 4).astype(np.uint8)
    assert extended(dark, whole, 8).std() < whole.std() / 2
