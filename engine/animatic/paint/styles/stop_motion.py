"""Stop motion: a small set of felt and card photographed frame by frame, on twos, never quite
still, sharp only in the middle distance."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, texture, vignette
from engine.animatic.paint.styles.tones import curve, flattened, saturated
from engine.animatic.stage import Stage

FILM = curve([(0.0, 0.02), (0.25, 0.2), (0.6, 0.68), (1.0, 0.99)])


def paint(stage: Stage) -> None:
    """Felted colours, a shallow focus, a jitter of half a pixel and of the lamp."""
    sheet = taken(stage)
    felt = cv2.addWeighted(flattened(sheet, 6), 0.75, sheet, 0.25, 0.0)
    felt = saturated(cv2.LUT(felt, FILM), 1.28)
    relief = cv2.filter2D(cv2.cvtColor(felt, cv2.COLOR_BGR2GRAY), cv2.CV_8U, RELIEF, delta=128)
    felt = cv2.addWeighted(felt, 1.0, cv2.cvtColor(relief, cv2.COLOR_GRAY2BGR), 0.5, -64.0)
    chance = Random(f"{stage.scene.seed}/exposure/{round(stage.t * 12)}")
    focus = _miniature(felt)
    shift = np.array(
        [[1, 0, chance.uniform(-0.7, 0.7)], [0, 1, chance.uniform(-0.5, 0.5)]], np.float32
    )
    size = size_of(stage)
    moved = cv2.warpAffine(focus, shift, size, borderMode=cv2.BORDER_REPLICATE)
    exposed = cv2.convertScaleAbs(moved, alpha=1.0 + chance.uniform(-0.012, 0.012))
    laid_down(stage, exposed, texture(stage, "felt", _felt))


RELIEF = np.array([[0.7, 0.4, 0], [0.4, 0, -0.4], [0, -0.4, -0.7]], np.float32)


def _miniature(sheet: np.ndarray) -> np.ndarray:
    """Top and bottom out of focus, as with a lens close to a small set."""
    tall = sheet.shape[0]
    soft = cv2.blur(cv2.blur(sheet, (9, 9)), (9, 9))
    y = np.linspace(0.0, 1.0, tall, dtype=np.float32)[:, None]
    part = np.clip(np.maximum(0.24 - y, y - 0.86) / 0.16, 0.0, 1.0)
    for rows in (slice(0, int(0.25 * tall)), slice(int(0.85 * tall), tall)):
        weight = np.ascontiguousarray(np.broadcast_to(part[rows], sheet[rows].shape[:2]))
        sheet[rows] = cv2.blendLinear(sheet[rows], soft[rows], 1.0 - weight, weight)
    return sheet


def _felt(size: tuple[int, int]) -> np.ndarray:
    wool = field(Random("felt"), size, 540, 4, 2, 0.9) - 0.5
    long = field(Random("felt hair"), size, 540, 2, 1, wide=8) - 0.5
    return (1.04 + 0.2 * wool + 0.14 * long) * vignette(size, 0.45)
