"""Pictures handed in with a prompt: logos in their true colours, photos as subjects."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from msgspec.structs import replace

from engine.animatic.direct import scene_of
from engine.animatic.drawing import Drawing
from engine.animatic.paint.subjects.cut_out import cut_out, is_cut_out
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene, Subject
from engine.contract.events import EngineFault
from engine.contract.shot import MediaRef, Reference, Role, ShotRequest
from tests.engine.animatic.colour_difference import difference, lab_of

ORANGE = (30, 120, 240)
BRAND = ((30, 60, 220), (200, 90, 20), (60, 180, 40), (20, 190, 250), (140, 20, 120), (40, 40, 40))
"""A brand's colours, BGR."""
ROLES: tuple[Role, ...] = ("logo", "backdrop", "subject", "palette")


def picture_file(folder: Path, width: int, height: int) -> str:
    """A plain orange picture."""
    path = folder / "orange.png"
    cv2.imwrite(str(path), np.full((height, width, 3), ORANGE, np.uint8))
    return str(path)


def scene(role: Role, path: str, *subjects: Subject, **changes: Any) -> Scene:
    handed = (Reference(role, MediaRef(path, "unused")),)
    given = {"seed": 1, "seconds": 4.0, "aspect": 16 / 9, "place": "hills", "subjects": subjects}
    return Scene(**{**given, "references": handed, **changes})


def shown(one: Scene, t: float = 2.0) -> np.ndarray:
    return pixels(Drawing(one, 320, 180).picture(t))[..., :3].copy()


def test_a_logo_lies_inside_the_safe_margins_in_its_true_colours(tmp_path: Path):
    logo = picture_file(tmp_path, 300, 100)
    picture = shown(scene("logo", logo)).astype(int)
    orange = np.abs(picture - ORANGE).max(axis=2) <= 2
    rows, columns = np.nonzero(orange)
    assert columns.min() >= 0.5 * 320 and columns.max() < 0.955 * 320
    assert rows.min() >= 0.5 * 180 and rows.max() < 0.955 * 180
    assert orange.sum() >= 0.98 * (np.ptp(rows) + 1) * (np.ptp(columns) + 1)


def test_a_logo_that_a_subject_carries_is_not_laid_over(tmp_path: Path):
    logo = picture_file(tmp_path, 100, 100)
    balloon = Subject("balloon", x=0.0, z=60.0)
    corner = (slice(130, 175), slice(250, 312))
    plain, carried = scene("logo", logo), scene("logo", logo, balloon)
    assert np.abs(shown(plain)[corner].astype(int) - ORANGE).max(axis=2).min() <= 2
    assert np.abs(shown(carried)[corner].astype(int) - ORANGE).max(axis=2).min() > 20


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"no picture")
    for role in ROLES:
        with pytest.raises(EngineFault) as failure:
            shown(scene(role, str(path), Subject("person", x=0.0, z=6.0)))
        assert failure.value.reason == "media_unreadable" and failure.value.subject == str(path)


@pytest.fixture
def brand(tmp_path: Path) -> str:
    """A logo of six fields in the brand's colours."""
    fields = np.array(BRAND, np.uint8).reshape(2, 3, 3).repeat(80, axis=0).repeat(80, axis=1)
    cv2.imwrite(str(tmp_path / "brand.png"), fields)
    return str(tmp_path / "brand.png")


@pytest.mark.parametrize(
    ("place", "subjects"),
    [
        ("hills", ()),
        ("forest", (Subject("screen", x=0.0, z=4.0),)),
        ("void", (Subject("emblem", x=0.0, z=3.0),)),
        ("studio", (Subject("sign", x=0.0, z=3.0),)),
    ],
)
def test_colours_are_true_to_the_file_where_nothing_lights_them(brand, place, subjects):
    """CIEDE2000 under 3 over an area, for every field of the logo."""
    one = scene("logo", brand, *subjects, place=place)
    seen, bare = shown(one), shown(replace(one, references=()))
    changed = lab_of(seen[(seen != bare).any(axis=2)])
    for colour in lab_of(np.array(BRAND, np.uint8)):
        assert (difference(changed, colour) < 3.0).sum() > 15, (place, colour)


@pytest.mark.parametrize(
    "prompt",
    [
        "a flag in the wind", "a woman in a t-shirt, close-up", "three balloons in the sky",
        "our logo on the road", "our logo on a mug", "شعارنا في السماء فوق البحر",
    ],
)  # fmt: skip
def test_what_the_prompt_names_carries_the_logo(brand, prompt):
    handed = (Reference("logo", MediaRef(brand, "unused")),)
    request = ShotRequest(prompt, Fraction(4), 640, 360)
    with_logo, without = (
        shown(scene_of(replace(request, references=each))).astype(int) for each in (handed, ())
    )
    new = np.abs(with_logo - without).max(axis=2) > 30
    assert new.sum() > 60
    assert not new[137:175, 230:305].all(), "it is laid over the corner"


def test_a_logo_that_something_carries_is_not_drawn_beside_it(brand):
    handed = (Reference("logo", MediaRef(brand, "unused")),)
    cast = scene_of(ShotRequest("a flag with our logo on a hill", references=handed)).subjects
    assert [one.kind for one in cast] == ["flag"]


def test_without_a_file_what_carries_a_logo_shows_an_abstract_mark():
    plain, marked = (
        shown(scene_of(ShotRequest(prompt, Fraction(4), 640, 360))).astype(int)
        for prompt in ("a flag on a hill", "a flag with our logo on a hill")
    )
    assert 40 < (np.abs(plain - marked).max(axis=2) > 25).sum() < 4000


def photo(folder: Path) -> str:
    """A red disc with a blue rim on a noisy green ground."""
    chance = np.random.default_rng(3)
    picture = np.full((120, 160, 3), (70, 140, 80), np.uint8)
    cv2.circle(picture, (80, 60), 40, (200, 60, 20), -1)
    cv2.circle(picture, (80, 60), 33, (30, 30, 220), -1)
    noisy = np.clip(picture + chance.integers(-9, 9, picture.shape), 0, 255)
    path = folder / "photo.png"
    cv2.imwrite(str(path), noisy.astype(np.uint8))
    return str(path)


@pytest.mark.parametrize("role", ROLES)
def test_a_moment_looks_the_same_whatever_was_asked_before(tmp_path: Path, role: Role):
    walker = Subject("person", x=-1.0, z=6.0, speed=1.2, act="walk", traits=("logo",))
    one = scene(role, photo(tmp_path), walker, move="push_in", pace=1.0)
    used = Drawing(one, 320, 180)
    for t in (3.7, 0.0, 2.2):
        used.picture(t)
    assert np.array_equal(pixels(used.picture(1.3)), pixels(Drawing(one, 320, 180).picture(1.3)))


def test_a_photo_is_cut_out_along_its_subject(tmp_path: Path):
    cut = cut_out(MediaRef(photo(tmp_path), "disc"))
    height, width = cut.shape[:2]
    assert abs(width / height - 1.0) < 0.06
    assert cut[height // 2, width // 2, 3] == 255 and cut[4, 4, 3] == 0
    y, x = np.mgrid[:height, :width]
    inside = (x - width / 2) ** 2 + (y - height / 2) ** 2 < (width / 2) ** 2
    assert ((cut[..., 3] > 127) == inside).mean() > 0.97


def test_a_photo_with_transparency_is_cut_by_it(tmp_path: Path):
    path = tmp_path / "cut.png"
    picture = np.zeros((100, 200, 4), np.uint8)
    picture[20:90, 50:150] = (*ORANGE, 255)
    cv2.imwrite(str(path), picture)
    cut = cut_out(MediaRef(str(path), "transparent"))
    assert abs(cut.shape[1] / cut.shape[0] - 100 / 70) < 0.03
    assert cut[..., 3].mean() > 250


def test_cutting_out_leaves_nothing_to_chance(tmp_path: Path):
    path = photo(tmp_path)
    cv2.setRNGSeed(1)
    first = cut_out.__wrapped__(MediaRef(path, "a"))
    cv2.setRNGSeed(99)
    assert np.array_equal(first, cut_out.__wrapped__(MediaRef(path, "a")))


@pytest.mark.parametrize("prompt", ["a woman walks on the beach", "the sea at sunset"])
def test_a_photo_plays_the_main_subject(tmp_path: Path, prompt: str):
    handed = (Reference("subject", MediaRef(photo(tmp_path), "unused")),)
    one = scene_of(ShotRequest(prompt, Fraction(4), 640, 360, references=handed))
    assert len(one.subjects) == 1
    picture = shown(one).astype(int)
    red = (picture[..., 2] > 90) & (picture[..., 2] > 2 * picture[..., :2].max(axis=2))
    assert red.sum() > 100


def test_who_is_carried_is_the_photo_and_not_the_carrier():
    carrier, carried = Subject("person", 0.0, 6.0), Subject("bird", 0.0, 0.0, carrier=0)
    one = scene("subject", "unused.png", carrier, carried)
    assert [is_cut_out(one, each) for each in (carrier, carried)] == [False, True]
