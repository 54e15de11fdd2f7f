"""Pictures handed in with a prompt: a backdrop fills the frame, a logo keeps its colours."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.animatic.drawing import Drawing
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Move, Scene, Subject
from engine.contract.events import EngineFault
from engine.contract.shot import MediaRef, Reference, Role

ORANGE = (30, 120, 240)


def picture_file(folder: Path, width: int, height: int) -> str:
    """A plain orange picture."""
    path = folder / "orange.png"
    cv2.imwrite(str(path), np.full((height, width, 3), ORANGE, np.uint8))
    return str(path)


def scene(role: Role, path: str, *subjects: Subject, move: Move = "still") -> Scene:
    return Scene(
        seed=1,
        seconds=4.0,
        aspect=16 / 9,
        place="hills",
        subjects=subjects,
        move=move,
        pace=1.0,
        references=(Reference(role, MediaRef(path, "unused")),),
    )


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


@pytest.mark.parametrize("move", ["still", "pan_right", "push_in", "tilt_down", "crane_up"])
@pytest.mark.parametrize("size", [(80, 300), (900, 200)])
def test_a_backdrop_covers_the_frame_during_every_move(
    tmp_path: Path, move: Move, size: tuple[int, int]
):
    path = picture_file(tmp_path, *size)
    for t in (0.0, 2.0, 4.0):
        picture = shown(scene("backdrop", path, move=move), t)[:, :, 2].astype(int)
        assert picture.min() > 180


def test_a_backdrop_moves_slowly_with_the_camera(tmp_path: Path):
    path = str(tmp_path / "stripes.png")
    stripes = np.zeros((90, 160, 3), np.uint8)
    stripes[:, ::16] = 255
    cv2.imwrite(path, cv2.blur(stripes, (5, 1)))
    moving = Drawing(scene("backdrop", path, move="pan_left"), 160, 90)
    first, last = (pixels(moving.picture(t)).astype(int) for t in (0.0, 4.0))
    assert np.abs(first - last).mean() > 3


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path):
    path = tmp_path / "broken.png"
    path.write_bytes(b"no picture")
    for role in ("logo", "backdrop"):
        with pytest.raises(EngineFault) as failure:
            shown(scene(role, str(path)))
        assert failure.value.reason == "media_unreadable" and failure.value.subject == str(path)
