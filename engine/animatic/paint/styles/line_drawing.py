"""Line drawing: an even dark line on cream paper, light tints and a few strokes of shade."""

import cv2

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import contours, hatched, hatching, outlines, soft_grey
from engine.animatic.paint.styles.paper import laid_down, taken, texture, tooth
from engine.animatic.paint.styles.tones import curve, flattened, inked, posterised
from engine.animatic.stage import Stage

DARK = curve([(0.0, 0.85), (0.25, 0.5), (0.5, 0.0), (1.0, 0.0)])
PALE = curve([(0.0, 0.55), (0.5, 0.84), (1.0, 1.0)])


def paint(stage: Stage) -> None:
    """Tints like thin marker, hatching in the shade, outlines and inner lines."""
    sheet = taken(stage)
    tint = cv2.LUT(saturated(posterised(flattened(sheet, 6), 6), 1.15), PALE)
    grey = soft_grey(sheet)
    strokes = hatched(cv2.LUT(grey, DARK), hatching(stage, 0.8, 6.5), 2.0)
    line = cv2.max(outlines(sheet, 20, 7.0), contours(grey, 1.2, 10.0))
    drawn = inked(inked(tint, "#3b4a63", strokes), "#1d2433", line)
    laid_down(stage, drawn, texture(stage, "tooth", tooth(0.07)))
