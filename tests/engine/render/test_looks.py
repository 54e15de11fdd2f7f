"""Looks: different, honest about strength and alpha, the same at any size, quick."""

from itertools import combinations

import cv2
import numpy as np
import pytest

from engine.contract.plan import Look
from engine.render.looks import LOOK_NAMES, LOOKS, apply


def photograph(width: int = 640, height: int = 360) -> np.ndarray:
    """uint8 (h, w, 4): a made-up sunset with soft and hard borders, the same at every size."""
    across = (np.arange(width, dtype=np.float32) + 0.5)[None, :] / width
    down = (np.arange(height, dtype=np.float32) + 0.5)[:, None] / height
    sun = np.exp(-(((across - 0.6) * 1.78) ** 2 + (down - 0.45) ** 2) / 0.01)
    planes = [90 + 60 * down + 40 * sun, 60 + 90 * down + 150 * sun, 200 - 90 * down + 90 * sun]
    pixels = np.dstack([np.broadcast_to(plane, (height, width)) for plane in planes])
    pixels[int(0.6 * height) :] *= 0.55
    pixels[int(0.3 * height) : int(0.8 * height), int(0.2 * width) : int(0.3 * width)] = (
        235,
        240,
        245,
    )
    colours = np.clip(pixels, 0, 255).astype(np.uint8)
    return cv2.cvtColor(colours, cv2.COLOR_BGR2BGRA)


def test_every_look_of_the_contract_can_be_applied():
    assert tuple(LOOKS) == LOOK_NAMES
    assert len(LOOKS) == 3


def test_looks_differ_from_the_original_and_from_one_another():
    original = photograph()
    pictures = [original, *(apply(Look(name), original, 1) for name in LOOK_NAMES)]
    for one, other in combinations(pictures, 2):
        assert cv2.absdiff(one, other)[:, :, :3].mean() > 12


@pytest.mark.parametrize("name", LOOK_NAMES)
def test_strength_mixes_with_the_original(name):
    original = photograph()
    full = apply(Look(name), original, 1).astype(int)
    half = apply(Look(name, 0.5), original, 1).astype(int)
    assert np.abs(half - (full + original) / 2).max() <= 1.5
    assert apply(Look(name, 0.0), original, 1) is original


@pytest.mark.parametrize("name", LOOK_NAMES)
def test_the_same_picture_and_seed_give_the_same_result(name):
    original = photograph()
    kept = original.copy()
    assert np.array_equal(apply(Look(name), original, 3), apply(Look(name), original, 3))
    assert np.array_equal(original, kept)


def test_grain_moves_from_frame_to_frame():
    original = photograph()
    assert not np.array_equal(apply(Look("noir"), original, 1), apply(Look("noir"), original, 2))


@pytest.mark.parametrize("name", LOOK_NAMES)
def test_alpha_stays_and_colours_stay_premultiplied(name):
    original = photograph()
    alpha = np.tile(np.linspace(0, 255, 640).astype(np.uint8), (360, 1))
    original[:, :, 3] = alpha
    original[:, :, :3] = (original[:, :, :3].astype(int) * alpha[:, :, None] // 255).astype(
        np.uint8
    )
    styled = apply(Look(name), original, 1)
    assert np.array_equal(styled[:, :, 3], alpha)
    assert (styled[:, :, :3].max(axis=2) <= alpha).all()


@pytest.mark.parametrize("name", LOOK_NAMES)
def test_a_small_picture_looks_like_the_large_one_made_small(name):
    large, small = photograph(1920, 1080), photograph(960, 540)
    shrunk = cv2.resize(apply(Look(name), large, 5), (960, 540), interpolation=cv2.INTER_AREA)
    assert cv2.PSNR(shrunk, apply(Look(name), small, 5)) > 33


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (301, 3), (97, 55)])
@pytest.mark.parametrize("name", LOOK_NAMES)
def test_any_size_is_taken(name, size):
    width, height = size
    assert apply(Look(name), photograph(width, height), 1).shape == (height, width, 4)


def test_an_unknown_name_is_refused_with_the_names_there_are():
    with pytest.raises(ValueError, match="noir, golden, comic"):
        apply(Look("sepia"), photograph(), 1)
