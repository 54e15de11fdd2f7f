"""People painted: every kind and act is seen, depends on the moment alone and leaves no trace."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from engine.animatic.lighting import light_of
from engine.animatic.motion.people.acts import ACTS
from engine.animatic.paint.subjects import paint_subject
from engine.animatic.paint.subjects.people.look import costumes
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.view import View

WIDTH, HEIGHT = 240, 200
KINDS = ("person", "robot", "crowd", "skeleton", "ghost", "snowman", "scarecrow", "statue")


def painted(one: Subject | None, t: float, wardrobe: Wardrobe | None = None) -> np.ndarray:
    """Somebody on plain grey: int16 (HEIGHT, WIDTH, 4) BGRA."""
    scene = Scene(5, 8.0, WIDTH / HEIGHT, "hills", "sunset", subjects=(one,) if one else ())
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#808890"))
    painter = QPainter(image)
    view = View(WIDTH, HEIGHT, y=1.5, horizon=0.45)
    stage = Stage(painter, scene, light_of(scene), view, wardrobe or Wardrobe(), t)
    try:
        if one:
            paint_subject(stage, one)
        assert painter.transform().isIdentity() and painter.opacity() == 1.0
        assert not painter.hasClipping()
    finally:
        painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).astype(np.int16)
    return rows.reshape(HEIGHT, WIDTH, 4)


def somebody(kind: str = "person", x: float = 0.0, **changes) -> Subject:
    depth = 24.0 if kind == "crowd" else 5.0
    return Subject(kind, x, depth, **{"variety": 0.37, **changes})


def seen(picture: np.ndarray) -> int:
    return int((np.abs(picture - painted(None, 0.0)).max(axis=2) > 12).sum())


@pytest.mark.parametrize("act", ["", "walk", "run", *ACTS])
def test_every_act_is_seen_and_moves(act):
    one = somebody(act=act, speed=1.0 if act in ("walk", "run") else 0.0)
    pictures = [painted(one, t) for t in (0.3, 0.8, 1.6)]
    assert min(map(seen, pictures)) > 150
    assert any((np.abs(other - pictures[0]) > 12).any() for other in pictures[1:])


@pytest.mark.parametrize("trait", [*costumes(), "child", "baby", "old", "umbrella", "kite"])
def test_every_trait_can_be_painted(trait):
    assert seen(painted(somebody(traits=(trait,)), 1.0)) > 150


@pytest.mark.parametrize("kind", KINDS)
def test_a_moment_looks_the_same_whatever_was_painted_before(kind):
    one, used = somebody(kind, act="dance"), Wardrobe()
    for t in (5.0, 0.4, 3.1):
        painted(one, t, used)
    assert np.array_equal(painted(one, 2.0, used), painted(one, 2.0))


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_pops_at_the_edge_of_the_frame(kind):
    inside, outside = 0.0, 60.0
    for _ in range(18):
        middle = (inside + outside) / 2
        if seen(painted(somebody(kind, x=middle), 1.0)):
            inside = middle
        else:
            outside = middle
    assert seen(painted(somebody(kind, x=inside), 1.0)) < 40


def test_costumes_tell_people_apart():
    pictures = {
        name: painted(somebody(traits=(name,)), 1.0) for name in ("chef", "king", "astronaut")
    }
    for name, one in pictures.items():
        for other in set(pictures) - {name}:
            assert (np.abs(one - pictures[other]).max(axis=2) > 40).sum() > 120
