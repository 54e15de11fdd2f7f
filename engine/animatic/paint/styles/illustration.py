"""Illustration: a breath of grain, which also hides banding, and darker corners."""

import numpy as np
from PySide6.QtGui import QImage

from engine.animatic.paint.noise import grain, steps
from engine.animatic.paint.surface import pixels
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """Finish the picture."""
    finish = stage.wardrobe.keep("finish", lambda: _finish(stage))
    stage.painter.drawImage(0, 0, finish)


def _finish(stage: Stage) -> QImage:
    """Corners darkened by a ninth and grain of one or two levels, which also hides banding."""
    height, width = stage.height, stage.width
    y = np.linspace(-1.0, 1.0, height, dtype=np.float32)[:, None]
    x = np.linspace(-1.0, 1.0, width, dtype=np.float32)[None, :]
    dark = 30.0 * steps(0.55, 1.5, np.sqrt(x * x + y * y)) + 2.2
    speck = (grain(stage.chance("grain"), height, width) - 0.5) * 5.0
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    memory = pixels(image)
    light = np.clip(speck, 0.0, None)
    memory[..., :3] = np.floor(light + 0.5).astype(np.uint8)[..., None]
    memory[..., 3] = np.clip(np.floor(dark - np.minimum(speck, 0.0) + light + 0.5), 0, 255)
    return image
