"""Cel: flat tones in clear colours under a dark outline, as painted on film for animation."""

import cv2

from engine.animatic.paint.styles.lines import outlines
from engine.animatic.paint.styles.paper import laid_down, taken
from engine.animatic.paint.styles.tones import covered, flattened, posterised, saturated
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """Flatten to six tones, brighten colours, draw outlines."""
    sheet = taken(stage)
    flat = posterised(flattened(sheet, 4), 7, 0.25)
    flat = cv2.addWeighted(flat, 0.8, cv2.medianBlur(sheet, 3), 0.2, 0.0)
    line = outlines(sheet, 20, 6.0)
    laid_down(stage, covered(saturated(flat, 1.3), "#1c1a2e", line))
