"""Golden pictures: what drafts look like, kept as small files and compared the way an eye would.

`python tests/engine/animatic/test_golden_pictures.py` paints them anew after a wanted change.
"""

from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.animatic.drawing import Drawing
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Flash, Scene, Subject

FOLDER = Path(__file__).parent / "golden"
WIDE = 16 / 9

SCENES: dict[str, tuple[Scene, float]] = {
    "sea_sunset": (
        Scene(
            seed=1,
            seconds=10.0,
            aspect=WIDE,
            place="sea",
            hour="sunset",
            waves=0.2,
            subjects=(Subject("sailboat", x=-14.0, z=34.0, speed=1.2),),
            move="push_in",
        ),
        5.0,
    ),
    "lake_dawn_fog": (
        Scene(seed=7, seconds=8.0, aspect=WIDE, place="lake", hour="dawn", weather=("fog",)),
        2.0,
    ),
    "mountains_clouds": (
        Scene(seed=1, seconds=8.0, aspect=WIDE, place="mountains", weather=("clouds",)),
        3.0,
    ),
    "hills_snow_portrait": (
        Scene(seed=4, seconds=8.0, aspect=9 / 16, place="hills", hour="dawn", weather=("snow",)),
        3.0,
    ),
    "desert_night": (
        Scene(seed=2, seconds=8.0, aspect=WIDE, place="desert", hour="night", move="pan_left"),
        6.0,
    ),
    "storm_flash": (
        Scene(
            seed=9,
            seconds=6.0,
            aspect=WIDE,
            place="sea",
            hour="night",
            weather=("storm",),
            waves=0.9,
            flashes=(Flash(2.0, 0.35, 0.9, 8),),
        ),
        2.02,
    ),
    "above_the_clouds": (
        Scene(seed=3, seconds=6.0, aspect=WIDE, place="sky", hour="sunset", move="tilt_up"),
        4.0,
    ),
    "watercolour_lake": (
        Scene(seed=1, seconds=6.0, aspect=WIDE, place="lake", style="watercolour"),
        1.0,
    ),
}


def painted(name: str) -> np.ndarray:
    """The scene's picture, its longer side 160 pixels: uint8 BGR."""
    scene, t = SCENES[name]
    width, height = (160, 90) if scene.aspect > 1 else (90, 160)
    return pixels(Drawing(scene, width, height).picture(t))[..., :3].copy()


def seen(picture: np.ndarray) -> np.ndarray:
    """The picture in CIE L*a*b*, slightly out of focus: where distance is what an eye notices."""
    soft = cv2.GaussianBlur(picture, (0, 0), 1.2).astype(np.float32) / 255.0
    return cv2.cvtColor(soft, cv2.COLOR_BGR2LAB)


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_looks_as_it_did(name: str):
    kept = cv2.imread(str(FOLDER / f"{name}.png"))
    difference = np.sqrt(((seen(painted(name)) - seen(kept)) ** 2).sum(axis=2))
    assert difference.mean() < 1.5
    assert np.percentile(difference, 99) < 8.0


def repaint() -> None:
    """Write the golden files anew."""
    FOLDER.mkdir(exist_ok=True)
    for name in SCENES:
        cv2.imwrite(str(FOLDER / f"{name}.png"), painted(name))


if __name__ == "__main__":
    repaint()
