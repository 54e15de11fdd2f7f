"""Focus: what lies behind or before the plane in focus is soft, and its lights become discs."""

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from engine.animatic.camera import eased
from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import blank, canvas, pixels
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

BEHIND = 1.4
"""What is farther off than the main subject by this factor counts as background."""
STEPS = 32
"""Steps in which the ground comes into focus."""
CIRCLE = 0.022
"""Size of a disc that a point of light becomes, in frame heights."""


def softness(scene: Scene, t: float) -> tuple[float, float]:
    """How soft, 0 to 1, the background and the foreground are at t."""
    if racks(scene):
        start, stop = 0.35 * scene.seconds, 0.62 * scene.seconds
        for leg in scene.legs:
            if leg.move == "rack_focus":
                start, stop = leg.start, leg.stop
        near = eased((t - start) / max(stop - start, 1e-3))
        return near, 1.0 - near
    return (1.0, 0.0) if scene.focus == "shallow" or scene.lens == "macro" else (0.0, 0.0)


def racks(scene: Scene) -> bool:
    """Whether the focus goes from what is behind to what is near."""
    moves = [leg.move for leg in scene.legs] or [scene.move]
    return scene.focus == "rack" or "rack_focus" in moves


def distance(scene: Scene) -> float:
    """Metres to the main subject, the nearest one for a rack, or to where one would stand."""
    depths = [one.z for one in scene.subjects if one.z > 0 and one.carrier < 0]
    if depths and racks(scene):
        return min(depths)
    return depths[0] if depths else 0.4 * setting_of(scene.place).span


def is_behind(scene: Scene, subject: Subject) -> bool:
    """Whether a subject belongs to the background; what is carried goes with its carrier."""
    if 0 <= subject.carrier < len(scene.subjects):
        return is_behind(scene, scene.subjects[subject.carrier])
    return subject.z > BEHIND * distance(scene)


def soften_behind(stage: Stage, much: float) -> None:
    """Everything painted so far out of focus, but for the ground near the main subject's feet."""
    if much < 0.02:
        return
    frame = canvas(stage)
    view = stage.view
    feet = view.ground_y(distance(stage.scene))
    horizon = view.horizon_y()
    full = int(min(max(horizon + 0.45 * (feet - horizon), 0), stage.height))
    end = int(min(max(horizon + 0.95 * (feet - horizon), full), stage.height))
    soft = _soft(frame, end, much)
    frame[:full] = soft[:full]
    steps = min(end - full, STEPS)
    for step in range(steps):
        rows = slice(full + (end - full) * step // steps, full + (end - full) * (step + 1) // steps)
        part = 1.0 - (step + 0.5) / steps
        cv2.addWeighted(soft[rows], part, frame[rows], 1.0 - part, 0.0, dst=frame[rows])


def _soft(frame: np.ndarray, rows: int, much: float) -> np.ndarray:
    """The first rows of a frame out of focus; bright spots keep their brightness as discs."""
    fewer = max(frame.shape[0] / 270.0, 1.0)
    tall = min(round(frame.shape[0] / fewer), max(round(rows / fewer) + 8, 2))
    size = (max(round(frame.shape[1] / fewer), 2), tall)
    reach = round(tall * fewer)
    near = frame[:reach]
    if fewer >= 3.0:  # By two at first: it is four times as fast.
        near = cv2.resize(near, (near.shape[1] // 2, reach // 2), interpolation=cv2.INTER_LINEAR)
    small = cv2.resize(near, size, interpolation=cv2.INTER_AREA)
    side = max(1, round(CIRCLE * frame.shape[0] / fewer * much)) | 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    lights = cv2.dilate(cv2.subtract(small, (170, 170, 170, 0)), disc)
    soft = cv2.blur(cv2.blur(small, (side, side)), (side, side))
    soft = cv2.addWeighted(soft, 1.0, cv2.blur(lights, (3, 3)), 0.6 * much, 0.0)
    size = (frame.shape[1], frame[:reach].shape[0])
    return cv2.resize(soft, size, interpolation=cv2.INTER_LINEAR)


def paint_soft(stage: Stage, much: float, paint: Callable[[Stage], None]) -> None:
    """Paint something out of focus over what is there."""
    if much < 0.02:
        paint(stage)
        return
    layer = blank(stage.width, stage.height)
    with painting(layer) as painter:
        paint(replace(stage, painter=painter))
    small = QImage(layer.scaled(-(-stage.width // 3), -(-stage.height // 3)))
    memory = pixels(small)
    side = max(1, round(CIRCLE * small.height() * much)) | 1
    cv2.blur(cv2.blur(memory, (side, side)), (side, side), dst=memory)
    stage.painter.drawImage(QRectF(0, 0, stage.width, stage.height), small)
