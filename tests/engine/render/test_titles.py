"""Titles: shaped, wrapped, centred, legible, the same layout at every size."""

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QFontDatabase

from engine.contract.plan import Title
from engine.render.pixels import pixels_of
from engine.render.titles import title_picture


@pytest.fixture(autouse=True)
def _application(qt_application):
    """Text needs one."""


def frame_of(title: Title, width: int, height: int) -> np.ndarray:
    """The whole transparent frame (height, width, 4) with the title on it."""
    picture = title_picture(title, width, height)
    frame = np.zeros((height, width, 4), np.uint8)
    pixels = pixels_of(picture.image)
    top, left = picture.top, picture.left
    frame[top : top + pixels.shape[0], left : left + pixels.shape[1]] = pixels
    return frame


def ink_box(frame: np.ndarray) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is brighter than its own shadow."""
    rows, columns = np.where(frame[:, :, 1] > 128)
    return columns.min(), rows.min(), columns.max(), rows.max()


@pytest.mark.parametrize("text", ["The quiet coast", "الساحل الهادئ"])
def test_a_title_stands_in_the_middle(text):
    left, _, right, _ = ink_box(frame_of(Title(text), 960, 540))
    assert (left + right) / 2 == pytest.approx(480, abs=6)


def test_arabic_letters_join_and_run_from_the_right():
    """Joined letters are narrower than the same letters kept apart, and the first is rightmost."""
    joined = ink_box(frame_of(Title("بببب"), 960, 540))
    apart = ink_box(frame_of(Title("ب\u200cب\u200cب\u200cب"), 960, 540))
    assert joined[2] - joined[0] < 0.85 * (apart[2] - apart[0])
    frame = frame_of(Title("أممم"), 960, 540)
    left, _, right, _ = ink_box(frame)
    alef = frame[:, right - 12 : right + 1, 1].max(axis=1)
    meem = frame[:, left : left + 12, 1].max(axis=1)
    assert np.count_nonzero(alef > 128) > 1.5 * np.count_nonzero(meem > 128)


def test_a_line_of_arabic_that_wraps_starts_at_the_top():
    short = frame_of(Title("قارب"), 960, 540)
    long = frame_of(Title("قارب على بحر هادئ عند الغروب وأمواج لطيفة ونوارس"), 960, 540)
    assert ink_box(long)[3] - ink_box(long)[1] > 1.5 * (ink_box(short)[3] - ink_box(short)[1])


@pytest.mark.parametrize("shape", [(960, 540), (540, 960), (540, 540)])
def test_long_text_stays_inside_the_safe_area(shape):
    width, height = shape
    left, top, right, bottom = ink_box(frame_of(Title("words and more " * 40), *shape))
    assert left >= 0.05 * width - 1 and right <= 0.95 * width + 1
    assert top >= 0.05 * height - 1 and bottom <= 0.95 * height + 1


@pytest.mark.parametrize("text", ["A quiet coast\nseason two", "لقطة أولى من البحر"])
def test_half_the_size_is_the_same_title_smaller(text):
    large = frame_of(Title(text), 1280, 720)
    small = frame_of(Title(text), 640, 360)
    shrunk = cv2.resize(large, (640, 360), interpolation=cv2.INTER_AREA)
    assert cv2.PSNR(shrunk, small) > 32


def test_the_text_is_sharp_at_any_size():
    """Between ink and paper lie one or two pixels, however large the letters are."""
    frame = frame_of(Title("III", size=0.4), 1920, 1080)
    left, top, right, bottom = ink_box(frame)
    row = frame[(top + bottom) // 2, :, 1].astype(int)
    assert np.abs(np.diff(row)).max() > 120


def test_a_plate_lies_behind_the_text():
    frame = frame_of(Title("Coast", plate="#800000FF"), 640, 360)
    left, top, _, _ = ink_box(frame)
    blue, green, red, alpha = frame[(top + 180) // 2, left - 4]
    assert (green, red) == (0, 0)
    assert blue == alpha == pytest.approx(128, abs=2)


def test_letters_have_their_colour_and_a_soft_shadow():
    frame = frame_of(Title("Coast", colour="#FF8000"), 640, 360)
    solid = frame[frame[:, :, 3] == 255]
    assert (np.abs(solid.astype(int) - [0, 128, 255, 255]).max(axis=1) <= 1).any()
    black = (frame[:, :, :3].max(axis=2) == 0) & (frame[:, :, 3] > 20)
    assert np.count_nonzero(black) > 200


def test_an_unknown_family_falls_back_to_an_installed_one():
    if not QFontDatabase.families():
        pytest.skip("no font is installed")
    frame = frame_of(Title("Coast", family="No Such Family"), 640, 360)
    assert np.count_nonzero(frame[:, :, 3]) > 500


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_title_without_letters_shows_nothing(text):
    assert frame_of(Title(text), 320, 180).max() == 0
