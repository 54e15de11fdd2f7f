"""Fields: a crop stands before the camera all the way, and steps of rice leave no gap."""

from dataclasses import replace

import numpy as np
import pytest

from engine.animatic.camera import view_at
from engine.animatic.lighting import light_of
from engine.animatic.paint.easel import painting
from engine.animatic.paint.places import crops, terraces
from engine.animatic.paint.surface import blank, pixels
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage, Wardrobe

WIDTH, HEIGHT = 160, 90


def stage_of(scene: Scene, t: float) -> Stage:
    view = view_at(scene, t, WIDTH, HEIGHT)
    return Stage(None, scene, light_of(scene), view, Wardrobe(), t)  # type: ignore[arg-type]


@pytest.mark.parametrize("move", ["push_in", "truck_left", "whip_right"])
def test_a_crop_stands_before_the_camera_all_the_way(move: str):
    scene = Scene(seed=3, seconds=8.0, aspect=WIDTH / HEIGHT, place="wheat_field", move=move)
    stands = crops._stands(stage_of(scene, 0.0))
    for t in (0.0, 4.0, 8.0):
        view = view_at(scene, t, WIDTH, HEIGHT)
        near = [one for one in stands if 1.2 < one.z - view.z < 4.0]
        covered = np.zeros(WIDTH, bool)
        for one in near:
            ends = (view.project(one.x + side, 0.5, one.z).x() for side in (-1.7, 1.7))
            left, right = (int(np.clip(end, 0, WIDTH)) for end in ends)
            covered[left:right] = True
        assert covered.all()


def test_a_crop_is_low_before_a_subject():
    walker = Subject("person", 0.0, 6.0)
    scene = Scene(
        seed=3, seconds=8.0, aspect=WIDTH / HEIGHT, place="wheat_field", subjects=(walker,)
    )
    before = [one for one in crops._stands(stage_of(scene, 0.0)) if one.z < 6.0]
    assert all(one.size < 0.6 for one in before if abs(one.x / one.z) < 0.15)


@pytest.mark.parametrize("move", ["drone_up", "truck_right", "push_in"])
def test_terraces_leave_no_gap(move: str):
    scene = Scene(seed=5, seconds=8.0, aspect=WIDTH / HEIGHT, place="rice_terraces", move=move)
    wardrobe = Wardrobe()
    for t in (0.0, 4.0, 8.0):
        image = blank(WIDTH, HEIGHT)
        with painting(image) as painter:
            stage = replace(stage_of(scene, t), painter=painter, wardrobe=wardrobe)
            terraces.paint(stage)
        first = max(round(stage.view.ground_y(100.0)) + 1, 0)
        assert pixels(image)[first:, :, 3].min() == 255
