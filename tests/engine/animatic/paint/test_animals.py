"""Animals: each is seen by day and by night in every act, and depends on nothing but the moment."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from engine.animatic.build import build_of, builds
from engine.animatic.lighting import light_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects import paint_subject
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.view import View

WIDTH, HEIGHT = 320, 180
FAMILIES = {"quadruped", "bird", "swimmer", "drifter", "insect", "crawler"}
KINDS = [kind for kind, build in builds().items() if build.painter in FAMILIES]
ACTS = ("stand", "walk", "run", "jump", "sit", "lie", "sleep", "eat", "bark", "howl", "swim", "fly")


def painted(one: Subject | None, t: float, wardrobe: Wardrobe | None = None, **more) -> np.ndarray:
    """The animal from as near as it is framed, on plain grey: uint8 (HEIGHT, WIDTH, 4)."""
    subjects = (one,) if one else ()
    scene = Scene(**{"seed": 3, "seconds": 8.0, "aspect": 16 / 9, "place": "hills", **more,
                     "subjects": subjects})  # fmt: skip
    x, y, _ = position(one, scene, 1.0) if one else (0.0, 0.0, 0.0)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#808890"))
    painter = QPainter(image)
    view = View(WIDTH, HEIGHT, x=x, y=y + 0.3, horizon=0.55)
    try:
        for each in subjects:
            paint_subject(
                Stage(painter, scene, light_of(scene), view, wardrobe or Wardrobe(), t), each
            )
        assert painter.transform().isIdentity() and not painter.hasClipping()
    finally:
        painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4).copy()


def near(kind: str, **changes) -> Subject:
    build = build_of(kind)
    return Subject(**{"kind": kind, "x": 0.0, "z": build.height / min(build.share, 0.3), **changes})


def changed(picture: np.ndarray, other: np.ndarray) -> int:
    return int((np.abs(picture.astype(int) - other.astype(int)).max(axis=2) > 12).sum())


@pytest.mark.parametrize("hour", ["day", "night"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_animal_is_seen(kind, hour):
    place = "underwater" if build_of(kind).way == "swim" else "hills"
    one = near(kind)
    assert changed(painted(one, 1.0, hour=hour, place=place), painted(None, 1.0)) > 45


@pytest.mark.parametrize("kind", KINDS)
def test_a_moment_looks_the_same_whatever_was_painted_before(kind):
    used, one = Wardrobe(), near(kind, speed=0.4)
    for t in (1.4, 0.6):
        painted(one, t, used, hour="sunset")
    again = painted(one, 1.0, used, hour="sunset")
    assert np.array_equal(again, painted(one, 1.0, hour="sunset"))


@pytest.mark.parametrize("kind", ["dog", "horse", "panda", "kangaroo", "dragon", "duck", "owl"])
@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_painted(kind, act):
    one = near(kind, act=act, since=0.2)
    assert changed(painted(one, 1.0), painted(None, 1.0)) > 60


@pytest.mark.parametrize("kind", ["dog", "swan", "shark", "butterfly", "frog"])
def test_an_animal_takes_the_colour_that_was_asked_for(kind):
    red = painted(near(kind, colour="#e01818"), 1.0, place="hills")
    plain = painted(near(kind), 1.0, place="hills")
    assert (red[..., 2].astype(int) - red[..., 1]).sum() > (
        plain[..., 2].astype(int) - plain[..., 1]
    ).sum()
