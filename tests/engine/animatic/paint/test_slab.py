"""Slabs: the ground lies where the camera sees it, at every depth, for every move."""

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from engine.animatic.camera import view_at
from engine.animatic.lighting import light_of
from engine.animatic.paint.easel import painting
from engine.animatic.paint.slab import Kept, Piece, lay
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene
from engine.animatic.stage import Stage, Wardrobe

WIDTH, HEIGHT = 480, 270


def laid(move: str, t: float, **changes: float) -> tuple[np.ndarray, Stage]:
    """A red patch from x = -1 to 2 and z = 9 to 14 on blue ground."""
    scene = Scene(seed=1, seconds=8.0, aspect=16 / 9, place="road", move=move, **changes)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))

    def paint(piece: Piece) -> None:
        piece.painter.fillRect(piece.metres, QColor("#0000ff"))
        piece.painter.fillRect(QRectF(-1.0, 9.0, 3.0, 5.0), QColor("#ff0000"))

    with painting(image) as painter:
        view = view_at(scene, t, WIDTH, HEIGHT)
        stage = Stage(painter, scene, light_of(scene), view, Wardrobe(), t)
        lay(stage, "test", paint, hazy=False)
    return pixels(image).copy(), stage


@pytest.mark.parametrize("move", ["still", "push_in", "truck_left", "pan_right", "drone_up"])
@pytest.mark.parametrize("t", [0.0, 3.0])
def test_a_patch_of_ground_is_where_it_is_projected(move, t):
    shown, stage = laid(move, t)
    corners = [(-1.0, 9.0), (2.0, 9.0), (2.0, 14.0), (-1.0, 14.0)]
    spots = [stage.view.project(x, 0.0, z) for x, z in corners]
    wanted = np.zeros((HEIGHT, WIDTH), np.uint8)
    cv2.fillPoly(wanted, [np.int32([[one.x(), one.y()] for one in spots])], 1)
    red = (shown[..., 2] > 128).astype(np.uint8)
    edges = cv2.dilate(wanted, np.ones((5, 5))) - cv2.erode(wanted, np.ones((5, 5)))
    assert np.array_equal(red[edges == 0], wanted[edges == 0])
    assert red.sum() > 100


def test_ground_reaches_the_horizon_and_both_sides_on_a_long_way():
    for t in (0.0, 4.0, 8.0):
        shown, stage = laid("still", t, track=9.0)
        below = shown[int(stage.view.horizon_y()) + 2 :, :, :3].astype(int)
        assert below.sum(axis=2).min() > 200


def test_pieces_beyond_the_limit_are_let_go():
    kept, made = Kept(5000), []

    def make() -> QImage:
        made.append(1)
        return QImage(20, 20, QImage.Format.Format_RGB32)

    for number in (0, 1, 2, 3, 3, 0):
        kept.piece((0, 0, number), make)
    assert len(made) == 5
    assert kept.bytes <= 5000
