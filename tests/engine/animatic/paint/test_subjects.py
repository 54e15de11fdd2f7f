"""Subjects: each is seen, depends on nothing but the moment, and never pops at the frame's edge."""

import sys

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage, QPainter

from engine.animatic.lighting import light_of
from engine.animatic.paint.subjects import carries_logo, paint_subject, reflects
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.view import View
from engine.contract.events import EngineFault
from engine.contract.shot import MediaRef, Reference

WIDTH, HEIGHT = 480, 270
DEPTHS = {
    "sailboat": 26.0, "birds": 22.0, "car": 11.0, "person": 6.0, "balloon": 60.0, "tree": 20.0,
    "rocket": 90.0, "lighthouse": 60.0,
}  # fmt: skip
KINDS = tuple(DEPTHS)


def subject(kind: str, **changes) -> Subject:
    return Subject(**{"kind": kind, "x": 0.0, "z": DEPTHS[kind], "speed": 1.2, **changes})


def scene(*subjects: Subject, **changes) -> Scene:
    given = {"seed": 9, "seconds": 8.0, "aspect": 16 / 9, "place": "sea", "subjects": subjects}
    return Scene(**{**given, **changes})


def painted(one: Scene, t: float, wardrobe: Wardrobe | None = None, **view) -> np.ndarray:
    """The scene's subjects on plain grey: uint8 (HEIGHT, WIDTH, 4) BGRA."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#808890"))
    painter = QPainter(image)
    camera = View(WIDTH, HEIGHT, horizon=0.66, **view)
    stage = Stage(painter, one, light_of(one), camera, wardrobe or Wardrobe(), t)
    try:
        for each in one.subjects:
            paint_subject(stage, each)
        assert painter.transform().isIdentity() and painter.opacity() == 1.0
    finally:
        painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8)
    return rows.reshape(HEIGHT, WIDTH, 4).copy()


def changed(picture: np.ndarray, other: np.ndarray, least: int = 12) -> int:
    """How many pixels differ visibly."""
    return int((np.abs(picture.astype(int) - other.astype(int)).max(axis=2) > least).sum())


@pytest.mark.parametrize("hour", ["day", "sunset", "night"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_seen_at_every_hour(kind, hour):
    seen = painted(scene(subject(kind), hour=hour), 1.0)
    assert changed(seen, painted(scene(hour=hour), 1.0)) > 150


@pytest.mark.parametrize("kind", KINDS)
def test_a_moment_looks_the_same_whatever_was_painted_before(kind):
    one = scene(subject(kind), hour="sunset")
    used = Wardrobe()
    for t in (5.0, 0.4, 3.1):
        painted(one, t, used, z=0.8 * t)
    assert np.array_equal(painted(one, 2.0, used), painted(one, 2.0, Wardrobe()))


@pytest.mark.parametrize("kind", ["sailboat", "birds", "car", "person", "balloon", "tree"])
def test_every_kind_moves(kind):
    one = scene(subject(kind), wind=0.6)
    assert changed(painted(one, 1.0), painted(one, 1.4)) > 30


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_pops_where_a_subject_leaves_the_frame(kind):
    """Just before it is skipped as out of sight, a subject no longer changes a pixel."""
    empty = painted(scene(), 1.0)
    inside, outside = 0.0, 900.0
    for _ in range(26):
        middle = (inside + outside) / 2
        one = scene(subject(kind, x=middle, speed=0.0))
        if changed(painted(one, 1.0), empty, 3):
            inside = middle
        else:
            outside = middle
    edge = painted(scene(subject(kind, x=inside, speed=0.0)), 1.0)
    assert changed(edge, empty, 3) < 60


@pytest.mark.parametrize("kind", KINDS)
def test_a_subject_far_away_is_small_and_still_there(kind):
    near = changed(painted(scene(subject(kind)), 1.0), painted(scene(), 1.0), 6)
    far_off = subject(kind, z=6 * DEPTHS[kind])
    far = changed(painted(scene(far_off), 1.0), painted(scene(), 1.0), 6)
    assert 0 < far < near / 6


def test_a_colour_that_was_asked_for_is_seen():
    red = painted(scene(subject("car", colour="#e01010", speed=0.0)), 1.0)
    blue = painted(scene(subject("car", colour="#1020e0", speed=0.0)), 1.0)
    assert (red[..., 2].astype(int) - red[..., 0] > 60).sum() > 300
    assert (blue[..., 0].astype(int) - blue[..., 2] > 60).sum() > 300


def test_headlights_light_the_road_at_night():
    car = subject("car", x=-4.0, speed=0.001)
    night = scene(car, hour="night", place="street")
    ahead = painted(night, 1.0)[170:225, 290:430]
    empty = painted(replace(night, subjects=()), 1.0)[170:225, 290:430]
    assert ahead.astype(int).sum() > empty.astype(int).sum() + 40_000


def test_a_car_that_stands_shows_its_brake_lights():
    standing = painted(scene(subject("car", speed=0.0)), 1.0)
    rolling = painted(scene(subject("car", speed=1e-6)), 1.0)
    gained = standing[..., 2].astype(int) - rolling[..., 2]
    assert (gained > 20).sum() > 20


def test_an_umbrella_is_up_when_it_rains():
    walker = subject("person", x=0.0, speed=1.0)
    dry = painted(scene(walker, place="street"), 1.0)
    wet = painted(scene(walker, place="street", weather=("rain",)), 1.0)
    grey = painted(scene(), 1.0)
    rows_dry = np.flatnonzero((np.abs(dry.astype(int) - grey).max(axis=2) > 20).any(axis=1))
    rows_wet = np.flatnonzero((np.abs(wet.astype(int) - grey).max(axis=2) > 20).any(axis=1))
    assert rows_wet[0] < rows_dry[0] - 4


@pytest.fixture
def two_coloured_logo(tmp_path):
    """A logo, red on its left and blue on its right."""
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(QColor("#ff0000"))
    painter = QPainter(image)
    painter.fillRect(32, 0, 32, 64, QColor("#0000ff"))
    painter.end()
    path = tmp_path / "logo.png"
    image.save(str(path))
    return (Reference("logo", MediaRef(str(path), "x")),)


@pytest.mark.parametrize("heading", [1, -1])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if carries_logo(subject(kind))])
def test_a_logo_is_carried_in_its_colours_and_never_mirrored(kind, heading, two_coloured_logo):
    """Against a plain painting of the same subject, since subjects have reds and blues too."""
    one = subject(kind, heading=heading, z=0.55 * DEPTHS[kind], speed=0.0)
    bare = painted(scene(one), 0.1).astype(int)
    seen = painted(scene(one, references=two_coloured_logo), 0.1).astype(int)
    new = np.abs(seen - bare).max(axis=2) > 25
    red = new & (seen[..., 2] > 150) & (seen[..., 0] < 90) & (seen[..., 1] < 90)
    blue = new & (seen[..., 0] > 150) & (seen[..., 2] < 90) & (seen[..., 1] < 90)
    assert red.sum() > 8 and blue.sum() > 8
    assert np.argwhere(red)[:, 1].mean() < np.argwhere(blue)[:, 1].mean()


def test_a_logo_that_is_no_picture_is_a_fault(tmp_path):
    path = tmp_path / "logo.png"
    path.write_text("not a picture")
    logo = (Reference("logo", MediaRef(str(path), "x")),)
    with pytest.raises(EngineFault):
        painted(scene(subject("sailboat"), references=logo), 0.1)


def test_what_floats_or_stands_in_water_is_mirrored_in_it():
    assert reflects("sailboat") and reflects("lighthouse")
    assert not reflects("person")


def test_painting_leaks_no_references():
    """A PySide6 release took one reference to None too many on every call."""
    one, wardrobe = scene(*(subject(kind) for kind in KINDS)), Wardrobe()
    painted(one, 1.0, wardrobe)
    before = sys.getrefcount(None)
    for i in range(5):
        painted(one, 1.0 + i / 10, wardrobe)
    assert sys.getrefcount(None) - before < 400
