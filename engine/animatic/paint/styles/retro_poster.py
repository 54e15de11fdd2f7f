"""Retro poster: five inks from shadow to paper, screen-printed in flat shapes with a border."""

from random import Random

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPen

from engine.animatic.light import Light, mixed
from engine.animatic.paint.easel import painting
from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.paper import field, laid_down, lay_over, taken, texture
from engine.animatic.paint.styles.tones import flattened, ramp_table, stepped
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage

PAPER = "#f4e7cc"


def paint(stage: Stage) -> None:
    """Brightness as five inks that the scene's light suggests, with some of each thing's hue."""
    sheet = taken(stage)
    flat = flattened(sheet, 3)
    grey = cv2.cvtColor(flat, cv2.COLOR_BGR2GRAY)
    low, high = stage.wardrobe.keep("reach", lambda: _reach(stage.light))
    spread = cv2.convertScaleAbs(cv2.subtract(grey, low), alpha=255.0 / (high - low))
    step = cv2.LUT(cv2.medianBlur(spread, 5), stepped(5, 0.06))
    inks = cv2.LUT(cv2.cvtColor(step, cv2.COLOR_GRAY2BGR), ramp_table(_inks(stage.light)))
    hue = cv2.cvtColor(saturated(flat, 2.0), cv2.COLOR_BGR2YCrCb)
    own = cv2.cvtColor(inks, cv2.COLOR_BGR2YCrCb)
    table = stepped(15, 0.1)
    for channel in (1, 2):
        mine, given = cv2.extractChannel(own, channel), cv2.extractChannel(hue, channel)
        part = cv2.medianBlur(cv2.addWeighted(mine, 0.3, given, 0.7, 0.0), 3)
        cv2.insertChannel(cv2.LUT(part, table), own, channel)
    laid_down(stage, cv2.cvtColor(own, cv2.COLOR_YCrCb2BGR), texture(stage, "print", _print))
    lay_over(stage, "border", lambda: _border(stage))


def _reach(light: Light) -> tuple[int, int]:
    """The darkest and brightest grey that count as ink and as paper."""
    return (4, 150) if light.night else (24, 226)


def _inks(light: Light) -> tuple[tuple[float, str], ...]:
    deep = mixed(mixed(light.zenith, QColor("#1a2038"), 0.6), QColor("#241a3a"), 0.3)
    sky = mixed(light.middle, QColor("#2f7f8f"), 0.35)
    warm = mixed(light.horizon, QColor("#e98a4a"), 0.55)
    return (
        (0.0, deep.name()),
        (0.25, mixed(deep, sky, 0.6).name()),
        (0.5, sky.name()),
        (0.75, warm.name()),
        (1.0, mixed(warm, QColor(PAPER), 0.85).name()),
    )


def _print(size: tuple[int, int]) -> np.ndarray:
    """Ink that didn't take everywhere."""
    rough = field(Random("print"), size, 540, 4, 2, 0.9) - 0.5
    worn = field(Random("worn"), size, 135, 32, 4, 0.6) - 0.5
    return 1.02 + 0.06 * rough + 0.2 * np.clip(rough + worn - 0.25, 0, 1)


def _border(stage: Stage) -> QImage:
    image = blank(stage.width, stage.height)
    unit = min(stage.width, stage.height)
    with painting(image) as painter:
        rim = 0.036 * unit
        painter.setPen(QPen(QColor(PAPER), 2 * rim))
        painter.drawRect(QRectF(0, 0, stage.width, stage.height))
        painter.setPen(QPen(QColor("#2a2438"), 0.004 * unit))
        painter.drawRect(QRectF(rim, rim, stage.width - 2 * rim, stage.height - 2 * rim))
    return image
