"""Pencil: graphite on white paper, tone in crossing strokes, edges gone over twice."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.styles.lines import (
    contours,
    hatched,
    hatching,
    outlines,
    soft_grey,
    wandered,
)
from engine.animatic.paint.styles.paper import field, laid_down, taken, texture, tooth
from engine.animatic.paint.styles.tones import curve, toned
from engine.animatic.stage import Stage

DARK = curve([(0.0, 1.0), (0.2, 0.78), (0.45, 0.42), (0.72, 0.12), (0.9, 0.0), (1.0, 0.0)])
GRAPHITE = ((0.0, "#26272b"), (0.5, "#85868b"), (0.85, "#d8d8d6"), (1.0, "#fbfaf5"))


def paint(stage: Stage) -> None:
    """Strokes in up to three directions as tones darken, a rubbed tone beneath, lines above."""
    sheet = taken(stage)
    grey = cv2.equalizeHist(soft_grey(sheet))
    grey = cv2.addWeighted(grey, 0.45, soft_grey(sheet), 0.55, 0.0)
    dark = cv2.LUT(grey, DARK)
    ink = cv2.convertScaleAbs(dark, alpha=0.3)
    for angle, gap, less in ((0.7, 4.6, 0), (2.2, 5.4, 60), (0.05, 5.0, 125)):
        strokes = hatched(cv2.subtract(dark, less), hatching(stage, angle, gap), 1.5)
        ink = cv2.add(ink, cv2.convertScaleAbs(strokes, alpha=0.42))
    hand = wandered(stage, sheet, 1.2)
    line = cv2.max(contours(grey, 1.4, 8.0), outlines(sheet, 24, 3.5))
    line = cv2.max(line, cv2.convertScaleAbs(outlines(hand, 26, 3.0), alpha=0.6))
    paper = cv2.bitwise_not(cv2.add(ink, cv2.convertScaleAbs(line, alpha=0.8)))
    laid_down(stage, toned(paper, GRAPHITE), texture(stage, "graphite", _graphite))


def _graphite(size: tuple[int, int]) -> np.ndarray:
    speck = field(Random("graphite"), size, 540, 2, 1) - 0.5
    return tooth(0.14)(size) + 0.12 * speck
