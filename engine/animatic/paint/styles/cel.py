"""Cel: few hard tones in clear colours under a dark outline, as painted on film for animation."""

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import outlines
from engine.animatic.paint.styles.paper import laid_down, taken
from engine.animatic.paint.styles.tones import flattened, inked, posterised
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """Five hard tones, clear colours, a firm line."""
    sheet = taken(stage)
    flat = cv2.medianBlur(posterised(flattened(sheet, 5), 7, 0.04), 3)
    line = cv2.dilate(outlines(sheet, 24, 7.0), np.ones((2, 2), np.uint8))
    laid_down(stage, inked(saturated(flat, 1.5), "#17142a", line))
