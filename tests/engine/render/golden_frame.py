"""Golden frames: pictures that were looked at once and must stay as they are.

With LAQTA_GOLDEN=write in the environment they are written anew; look at them before committing.
"""

import os
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtGui import QFontDatabase, QImage

from engine.render.pixels import pixels_of

FOLDER = Path(__file__).parent / "golden"
LIKE = 30.0
PINNED_FAMILIES = ("Noto Sans", "Noto Sans Arabic")


def require_fonts() -> None:
    """Skip where the families that golden frames are painted with are not installed."""
    missing = set(PINNED_FAMILIES) - set(QFontDatabase.families())
    if missing:
        pytest.skip(f"golden titles need {', '.join(sorted(missing))}")


def assert_golden(image: QImage, name: str) -> None:
    """The picture is the golden one but for what fonts and rounding change: PSNR over 30 dB."""
    path = FOLDER / f"{name}.png"
    colours = np.ascontiguousarray(pixels_of(image)[:, :, :3])
    if os.environ.get("LAQTA_GOLDEN") == "write":
        FOLDER.mkdir(exist_ok=True)
        cv2.imwrite(str(path), colours)
        return
    golden = cv2.imread(str(path))
    assert golden is not None, f"there is no golden frame {name}"
    likeness = cv2.PSNR(golden, colours)
    assert likeness > LIKE, f"{name} differs from its golden frame: {likeness:.1f} dB"
