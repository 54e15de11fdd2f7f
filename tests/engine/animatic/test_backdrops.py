"""Photos and films behind a scene, stills at its ends, and photos that colour it."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np
import pytest
from msgspec.structs import replace

from engine.animatic.camera import standing
from engine.animatic.direct import scene_of
from engine.animatic.drawing import Drawing
from engine.animatic.light import multiplied
from engine.animatic.lighting import light_of
from engine.animatic.paint.handed.depth import disparity
from engine.animatic.paint.surface import pixels
from engine.animatic.palette import clusters, palette_of
from engine.animatic.reel import ReelDrawing
from engine.animatic.references import covering
from engine.animatic.scene import Move, Scene
from engine.contract.shot import MediaRef, Reference, Role, ShotRequest
from tests.engine.animatic.colour_difference import lab_of

ORANGE = (30, 120, 240)


def scene(role: Role, path: str, **changes: Any) -> Scene:
    handed = (Reference(role, MediaRef(path, "unused")),)
    given = {"seed": 1, "seconds": 4.0, "aspect": 16 / 9, "place": "hills", "pace": 1.0}
    return Scene(**{**given, "references": handed, **changes})


def shown(one: Scene, t: float = 2.0) -> np.ndarray:
    return pixels(Drawing(one, 320, 180).picture(t))[..., :3].copy()


def picture_file(folder: Path, picture: np.ndarray, name: str = "picture.png") -> str:
    cv2.imwrite(str(folder / name), picture)
    return str(folder / name)


# Photos behind the scene ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "move", ["still", "whip_left", "push_in", "tilt_down", "drone_up", "dolly_zoom"]
)
@pytest.mark.parametrize("size", [(80, 300), (900, 200)])
def test_a_backdrop_covers_the_frame_during_every_move(
    tmp_path: Path, move: Move, size: tuple[int, int]
):
    path = picture_file(tmp_path, np.full((*size[::-1], 3), ORANGE, np.uint8))
    for t in (0.0, 2.0, 4.0):
        picture = shown(scene("backdrop", path, move=move), t)[:, :, 2].astype(int)
        assert picture.min() > 180


def test_a_backdrop_moves_slowly_with_the_camera(tmp_path: Path):
    stripes = np.zeros((90, 160, 3), np.uint8)
    stripes[:, ::16] = 255
    path = picture_file(tmp_path, cv2.blur(stripes, (5, 1)))
    moving = Drawing(scene("backdrop", path, move="pan_left"), 160, 90)
    first, last = (pixels(moving.picture(t)).astype(int) for t in (0.0, 4.0))
    assert np.abs(first - last).mean() > 3


def landscape() -> np.ndarray:
    """Even sky over ground that is full of marks, at whose far edge stands a dark tree."""
    chance = np.random.default_rng(5)
    picture = np.full((180, 320, 3), (230, 190, 150), np.uint8)
    picture[80:] = cv2.GaussianBlur(
        chance.integers(0, 255, (100, 320, 3)).astype(np.uint8), (0, 0), 1.6
    )
    return picture


def test_ground_comes_nearer_row_by_row_and_sky_is_far():
    near = disparity(np.dstack([landscape(), np.full((180, 320), 255, np.uint8)]))
    rows = near.mean(axis=1)
    assert rows[:20].max() < 0.05 and rows[-4:].min() > 0.75
    assert (np.diff(rows[36:]) > -1e-4).all()


def test_near_parts_of_a_photo_move_more_than_far_ones(tmp_path: Path):
    path = picture_file(tmp_path, landscape())
    drawing = Drawing(scene("backdrop", path, move="truck_right"), 320, 180)
    first, last = (
        cv2.cvtColor(pixels(drawing.picture(t)), cv2.COLOR_BGRA2GRAY).astype(np.float32)
        for t in (0.0, 4.0)
    )

    def moved(row: int) -> int:
        """How many pixels the marks in this row have gone."""
        old, shifts = first[row, 60:260], range(-30, 31)
        return abs(
            min(shifts, key=lambda d: float(np.abs(old - last[row, 60 + d : 260 + d]).mean()))
        )

    near = np.median([moved(row) for row in range(160, 176)])
    far = np.median([moved(row) for row in range(82, 92)])
    assert near > 1.5 * far > 0


def test_who_stands_in_front_of_a_photo_stands_on_its_ground(tmp_path: Path):
    handed = (Reference("backdrop", MediaRef(picture_file(tmp_path, landscape()), "land")),)
    one = scene_of(ShotRequest("a horse", Fraction(4), 320, 180, references=handed))
    assert abs(standing(one, 320, 180).horizon - 80 / 180) < 0.04


def test_a_dark_photo_dims_who_stands_in_front_of_it(tmp_path: Path):
    dark, bright = (
        light_of(scene("backdrop", picture_file(tmp_path, landscape() // part, f"{part}.png")))
        for part in (5, 1)
    )
    assert dark.key.lightnessF() < 0.7 * bright.key.lightnessF()


# Films behind the scene -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Twelve frames at 12 a second, each a little brighter than the one before."""
    path = str(tmp_path_factory.mktemp("film") / "film.mp4")
    with av.open(path, "w") as container:
        stream = container.add_stream("libx264", rate=12, options={"crf": "10"})
        stream.width, stream.height, stream.pix_fmt = 160, 90, "yuv420p"
        for number in range(12):
            grey = np.full((90, 160, 3), 20 + 18 * number, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(grey, "rgb24")))
        container.mux(stream.encode(None))
    return path


def test_a_film_plays_behind_the_scene_frame_for_frame_and_starts_again(film: str):
    drawing = Drawing(scene("backdrop", film, move="push_in"), 160, 90)
    for number in (0, 1, 5, 11, 12, 30, 3):
        seen = pixels(drawing.picture(number / 12))[35:55, 70:90, 1].mean()
        assert abs(seen - (20 + 18 * (number % 12))) < 3, number


def test_a_film_plays_on_from_shot_to_shot(film: str):
    handed = (Reference("backdrop", MediaRef(film, "film")),)
    request = ShotRequest("the sea then a forest", Fraction(1), 160, 90, references=handed)
    drawing = ReelDrawing(request, 160, 90)
    greys = [pixels(drawing.picture(number / 12))[40:50, 75:85, 1].mean() for number in (5, 6, 9)]
    assert np.abs(np.array(greys) - (110, 128, 182)).max() < 3


# Stills at the ends ---------------------------------------------------------------------------


def test_a_shot_starts_out_of_one_still_and_ends_on_another(tmp_path: Path):
    chance = np.random.default_rng(7)
    files = [
        MediaRef(picture_file(tmp_path, chance.integers(0, 255, (90, 160, 3)), f"{name}.png"), name)
        for name in ("one", "other")
    ]
    handed = (Reference("first_frame", files[0]), Reference("last_frame", files[1]))
    request = ShotRequest("the sea at sunset", Fraction(4), 320, 180, references=handed)
    drawing = ReelDrawing(request, 160, 90)
    for t, still in ((0.0, files[0]), (95 / 24, files[1])):
        seen = pixels(drawing.picture(t))[..., :3]
        assert np.array_equal(seen, covering(still, 160, 90)[..., :3])
    middle = ReelDrawing(replace(request, references=()), 160, 90).picture(2.0)
    assert np.array_equal(pixels(drawing.picture(2.0)), pixels(middle))


def test_the_way_out_of_a_still_is_even(tmp_path: Path):
    path = picture_file(tmp_path, np.full((90, 160, 3), ORANGE, np.uint8))
    handed = (Reference("first_frame", MediaRef(path, "orange")),)
    request = ShotRequest("the sea at night", Fraction(4), 320, 180, references=handed)
    drawing = ReelDrawing(request, 160, 90)
    levels = [float(pixels(drawing.picture(n / 24))[..., 2].mean()) for n in range(36)]
    steps = -np.diff(levels)
    assert steps.max() < 0.16 * (levels[0] - levels[-1]) and steps.min() > -4


# Palettes -------------------------------------------------------------------------------------


def test_a_scene_takes_the_colours_of_a_photo(tmp_path: Path):
    purple = np.zeros((60, 90, 3), np.uint8)
    for row, colour in enumerate(((60, 20, 50), (160, 60, 140), (230, 190, 220))):
        purple[20 * row : 20 * row + 20] = colour
    one = scene("palette", picture_file(tmp_path, purple))
    coloured, plain = (lab_of(shown(each)) for each in (one, replace(one, references=())))
    assert np.median(plain[..., 1]) < 0 < 12 < np.median(coloured[..., 1])
    assert np.abs(coloured[..., 0] - plain[..., 0]).mean() < 9, "light stays light"
    assert multiplied(light_of(one).zenith, light_of(one).key).greenF() < 0.4


def test_a_palette_holds_the_dominant_colours(tmp_path: Path):
    picture = np.full((80, 80, 3), (200, 40, 40), np.uint8)
    picture[:20] = (30, 200, 230)
    palette = palette_of(scene("palette", picture_file(tmp_path, picture)))
    assert palette is not None
    found = sorted(zip(palette.shares, palette.shades, strict=True))
    assert [round(share, 2) for share, _ in found] == [0.25, 0.75]
    expected = lab_of(np.array([[30, 200, 230], [200, 40, 40]], np.uint8))
    assert np.abs(np.array([shade for _, shade in found]) - expected).max() < 1.0


def test_clusters_need_no_chance():
    spots = np.random.default_rng(1).normal(0, 20, (500, 3))
    assert np.array_equal(clusters(spots)[0], clusters(spots)[0])
    assert clusters(spots)[1].sum() == pytest.approx(1.0)
