"""Eight bit: the pixels and the palette of an early games console, on a screen with lines."""

import cv2

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.pixel_art import dithered, downscaled, enlarged
from engine.animatic.paint.styles.tones import in_palette, nearest_table
from engine.animatic.paint.surface import canvas
from engine.animatic.stage import Stage

ROWS = 96
PALETTE = (
    "#000000", "#fcfcfc", "#bcbcbc", "#7c7c7c", "#0000bc", "#0058f8", "#3cbcfc", "#a4e4fc",
    "#0a1038", "#6888fc", "#b8b8f8", "#4428bc", "#9878f8", "#d8b8f8", "#940084", "#d800cc",
    "#f878f8", "#f8b8f8", "#a80020", "#e40058", "#f85898", "#f8a4c0", "#a81000", "#f83800",
    "#f87858", "#f0d0b0", "#881400", "#e45c10", "#fca044", "#fce0a8", "#503000", "#ac7c00",
    "#f8b800", "#f8d878", "#007800", "#00b800", "#b8f818", "#d8f878", "#006800", "#00a844",
    "#58d854", "#b8f8b8", "#005800", "#58f898", "#101c50", "#008888", "#00e8d8", "#00fcfc",
    "#3c7c14", "#88b828",
)  # fmt: skip


def paint(stage: Stage) -> None:
    """Nearest colours of the console, dithered, very large pixels."""
    small = downscaled(stage, ROWS)
    enlarged(stage, in_palette(dithered(saturated(small, 1.35), 26.0), nearest_table(PALETTE)))
    side = max(1, round(min(stage.width, stage.height) / ROWS))
    lines = canvas(stage)[side - 1 :: side]
    dim = min(0.1 * side, 0.6)
    lines[..., :3] = cv2.convertScaleAbs(lines, alpha=1.0 - dim)[..., :3]
