"""Stop motion: a small set of felt and wool photographed frame by frame, on twos, never quite
still, sharp only in the middle distance."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.noise import grain
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, texture, vignette
from engine.animatic.paint.styles.tones import curve, flattened, posterised
from engine.animatic.stage import Stage

FILM = curve([(0.0, 0.02), (0.25, 0.2), (0.6, 0.7), (1.0, 1.0)])
POSES = 4
"""How many ways the wool lies; a pose shows one of them."""


def paint(stage: Stage) -> None:
    """Felted colours with woolly edges, a shallow focus, a jitter of the wool and of the lamp."""
    chance = Random(f"{stage.scene.seed}/exposure/{round(stage.t * 12)}")
    pose = chance.randrange(POSES)
    flat = saturated(posterised(flattened(taken(stage), 5), 9, 0.4), 1.4)
    maps = stage.wardrobe.keep(("wool", pose), lambda: _wool(stage, pose))
    felt = cv2.remap(cv2.LUT(flat, FILM), *maps, cv2.INTER_NEAREST, borderMode=cv2.BORDER_REFLECT)
    relief = cv2.filter2D(cv2.cvtColor(felt, cv2.COLOR_BGR2GRAY), cv2.CV_8U, RELIEF, delta=128)
    felt = cv2.addWeighted(felt, 1.0, cv2.cvtColor(relief, cv2.COLOR_GRAY2BGR), 0.3, -38.0)
    exposed = cv2.convertScaleAbs(_miniature(felt), alpha=1.0 + chance.uniform(-0.02, 0.02))
    laid_down(stage, exposed, texture(stage, "felt", _felt))


RELIEF = np.array([[0.7, 0.4, 0], [0.4, 0, -0.4], [0, -0.4, -0.7]], np.float32)


def _wool(stage: Stage, pose: int) -> tuple[np.ndarray, np.ndarray]:
    """Where each pixel takes its colour from: fibres stray a few pixels over every edge, and the
    whole set has been nudged. For cv2.remap."""
    size = size_of(stage)
    chance = Random(f"wool {pose}")
    maps = []
    for axis in (0, 1):
        stray = grain(chance, size[1], size[0]) - 0.5
        curl = field(chance, size, 540, 4, 2, 0.8) - 0.5
        line = np.arange(size[axis], dtype=np.float32)
        base = line[None, :] if axis == 0 else line[:, None]
        maps.append(base + 4.6 * stray + 7.0 * curl + chance.uniform(-0.8, 0.8))
    return cv2.convertMaps(maps[0], maps[1], cv2.CV_16SC2, nninterpolation=True)


def _miniature(sheet: np.ndarray) -> np.ndarray:
    """Top and bottom out of focus, as with a lens close to a small set."""
    tall = sheet.shape[0]
    for rows, turned in ((slice(0, tall // 4), False), (slice(tall - tall // 6, tall), True)):
        part = sheet[rows]
        soft = cv2.blur(cv2.blur(part, (11, 11)), (11, 11))
        weight = np.clip(np.linspace(1.6, 0.0, part.shape[0], dtype=np.float32), 0, 1)
        weight = weight[::-1] if turned else weight
        weight = np.ascontiguousarray(np.broadcast_to(weight[:, None], part.shape[:2]))
        sheet[rows] = cv2.blendLinear(part, soft, 1.0 - weight, weight)
    return sheet


def _felt(size: tuple[int, int]) -> np.ndarray:
    wool = field(Random("felt"), size, 540, 4, 2, 0.9) - 0.5
    long = field(Random("felt hair"), size, 540, 2, 1, wide=8) - 0.5
    return (1.08 + 0.26 * wool + 0.16 * long) * vignette(size, 0.6, 0.45)
