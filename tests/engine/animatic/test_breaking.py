"""Breaking: whole until its moment, then pieces that fly as thrown bodies do and come to rest."""

from random import Random

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from engine.animatic.lighting import light_of
from engine.animatic.motion.breaking import Piece, flown, manner, moment, thrown
from engine.animatic.paint.subjects import paint_subject
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.view import View

GRAVITY = 9.81


def painted(subject: Subject, t: float) -> np.ndarray:
    """Alone on grey: uint8 (144, 256, 4)."""
    scene = Scene(4, 6.0, 16 / 9, "void", subjects=(subject,))
    image = QImage(256, 144, QImage.Format.Format_RGB32)
    image.fill(QColor("#808890"))
    painter = QPainter(image)
    view = View(256, 144, y=0.4, horizon=0.5)
    try:
        paint_subject(Stage(painter, scene, light_of(scene), view, Wardrobe(), t), subject)
    finally:
        painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(144, 256, 4).copy()


def test_a_piece_falls_freely_until_it_hits_the_ground_and_then_lies():
    piece = Piece(0.0, 1.0, 2.0, 3.0, 0.0, 4.0)
    (x, y, _), turn = flown(piece, 0.0, 0.5)
    assert x == pytest.approx(1.0) and turn == pytest.approx(2.0)
    assert y == pytest.approx(1.0 + 1.5 - 0.5 * GRAVITY * 0.25, abs=1e-3)
    path = [flown(piece, 0.0, 0.01 * n) for n in range(600)]
    assert min(place[1] for place, _ in path) >= 0.0
    assert path[-1] == path[-100] and path[-1][0][1] == pytest.approx(0.0, abs=1e-9)
    steps = [abs(one[0][1] - other[0][1]) for one, other in zip(path, path[1:], strict=False)]
    assert max(steps) < 0.08


def test_what_is_thrown_flies_away_from_where_it_burst():
    vase = Subject("vase", 0.0, 1.0, act="explode")
    left, right = thrown(vase, [(-0.1, 0.2), (0.1, 0.2)], Random(1))
    assert left.vx < right.vx


@pytest.mark.parametrize(
    ("kind", "away", "how"),
    [("vase", 1.0, "shatter"), ("balloon_toy", 3.0, "pop"), ("car", 9.0, "blast"),
     ("house", 24.0, "blast")],
)  # fmt: skip
def test_it_is_whole_until_its_moment_and_lies_still_in_the_end(kind: str, away: float, how: str):
    subject = Subject(kind, 0.0, away, act="explode", since=2.0)
    assert manner(subject) == how and moment(subject, Scene(1, 6.0, 1.7, "void")) == 2.0
    whole = Subject(kind, 0.0, away)
    assert np.array_equal(painted(subject, 1.99), painted(whole, 1.99))
    early, later = painted(subject, 2.2), painted(subject, 2.5)
    assert np.abs(early.astype(int) - painted(whole, 2.2)).max(axis=2).sum() > 2000
    assert not np.array_equal(early, later)
