"""Plates: painted once, and then where the camera sees them."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from engine.animatic.camera import view_at
from engine.animatic.lighting import light_of
from engine.animatic.paint import plate
from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import blank, pixels
from engine.animatic.scene import Scene
from engine.animatic.stage import Stage, Wardrobe

WIDTH, HEIGHT, Z = 240, 136, 40.0


def shown(scene: Scene, wardrobe: Wardrobe, t: float, calls: list[float]) -> QImage:
    """A post of 2 by 4 metres, 3 metres right, as a plate at t seconds."""

    def post(stage: Stage) -> None:
        calls.append(stage.t)
        corner, scale = stage.view.project(3.0, 4.0, Z), stage.view.pixels_per_metre(Z)
        where = QRectF(corner.x(), corner.y(), 2 * scale, 4 * scale)
        stage.painter.fillRect(where, QColor("white"))

    image = blank(WIDTH, HEIGHT)
    with painting(image) as painter:
        view = view_at(scene, t, WIDTH, HEIGHT)
        plate.flat(Stage(painter, scene, light_of(scene), view, wardrobe, t), "post", Z, post)
    return image


@pytest.mark.parametrize("move", ["still", "push_in", "truck_left", "whip_right", "drone_up"])
def test_a_plate_lies_where_the_camera_sees_it(move: str):
    scene = Scene(seed=1, seconds=4.0, aspect=WIDTH / HEIGHT, place="meadow", move=move)
    wardrobe, calls = Wardrobe(), []
    for t in (3.9, 0.0, 2.1):
        rows, columns = np.nonzero(pixels(shown(scene, wardrobe, t, calls))[..., 3] > 128)
        view = view_at(scene, t, WIDTH, HEIGHT)
        corner, scale = view.project(3.0, 4.0, Z), view.pixels_per_metre(Z)
        wanted = np.array([corner.x(), corner.y(), corner.x() + 2 * scale, corner.y() + 4 * scale])
        wanted = np.clip(wanted, 0, [WIDTH, HEIGHT, WIDTH, HEIGHT])
        if len(rows):
            found = [columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]
            assert np.abs(wanted - found).max() < 1.6
        else:
            assert wanted[2] - wanted[0] < 1 or wanted[3] - wanted[1] < 1
    assert len(calls) == 1


def test_a_plate_is_the_same_whichever_moment_came_first():
    scene = Scene(seed=1, seconds=4.0, aspect=WIDTH / HEIGHT, place="meadow", move="dolly_zoom")
    used = Wardrobe()
    shown(scene, used, 3.5, [])
    again, fresh = shown(scene, used, 1.0, []), shown(scene, Wardrobe(), 1.0, [])
    assert np.array_equal(pixels(again), pixels(fresh))
