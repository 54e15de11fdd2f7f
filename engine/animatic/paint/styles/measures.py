"""Measures: lines with arrows and figures that say how tall and wide the main subject is."""

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPen

from engine.animatic.build import build_of
from engine.animatic.light import faded
from engine.animatic.motion.whereabouts import position
from engine.animatic.stage import Stage

FIGURES = {
    "0": "02 22 24 04 02 24", "1": "03 12 14", "2": "02 22 23 03 04 24", "3": "02 22 24 04 03 23",
    "4": "02 03 23 22 24", "5": "22 02 03 23 24 04", "6": "22 02 04 24 23 03", "7": "02 22 14",
    "8": "02 22 24 04 02 03 23", "9": "23 03 02 22 24 04", ".": "14 14",
    "m": "04 03 13 14 13 23 24",
}  # fmt: skip
"""Strokes of a draughtsman's figures through points of column and row; 3 rows from 2 on."""
LEAST = 0.06
"""Frame heights below which a subject isn't measured."""


def paint(stage: Stage, colour: str) -> None:
    """Measure the main subject where it is now, if it is in the frame and large enough."""
    main = next((one for one in stage.scene.subjects if one.carrier < 0), None)
    if main is None:
        return
    build = build_of(main.kind)
    tall, wide = build.height * main.scale, build.width * main.scale
    x, y, z = position(main, stage.scene, stage.t)
    if z <= stage.view.z + 0.6:
        return
    foot = stage.view.project(x, y - build.below * tall, z)
    scale = stage.view.pixels_per_metre(z)
    box = QRectF(foot.x() - wide * scale / 2, foot.y() - tall * scale, wide * scale, tall * scale)
    if not LEAST * stage.height < box.height() < 0.95 * stage.height:
        return
    unit, painter = min(stage.width, stage.height), stage.painter
    painter.save()
    painter.setPen(QPen(faded(QColor(colour), 0.9), max(1.5 * unit / 1080, 0.8)))
    painter.drawLines(_across(box, unit) + _up(box, unit))
    painter.drawLines(_figure(f"{wide:.1f}m", QPointF(box.center().x(), box.bottom()), unit, 0.042))
    side = QPointF(box.right() + 0.055 * unit, box.center().y() - 0.02 * unit)
    painter.drawLines(_figure(f"{tall:.1f}m", side, unit, 0.0))
    painter.restore()


def _across(box: QRectF, unit: float) -> list[QLineF]:
    """Under the subject: two lines out of it and one with arrows between them."""
    low, head = box.bottom() + 0.03 * unit, 0.009 * unit
    lines = [QLineF(x, box.bottom(), x, low + head) for x in (box.left(), box.right())]
    lines.append(QLineF(box.left(), low, box.right(), low))
    for x, way in ((box.left(), 1.0), (box.right(), -1.0)):
        for turn in (-0.4, 0.4):
            lines.append(QLineF(x, low, x + way * head, low + turn * head))
    return lines


def _up(box: QRectF, unit: float) -> list[QLineF]:
    """The same to the right of the subject."""
    right, head = box.right() + 0.03 * unit, 0.009 * unit
    lines = [QLineF(box.center().x(), y, right + head, y) for y in (box.top(), box.bottom())]
    lines = [QLineF(box.right(), line.y1(), line.x2(), line.y2()) for line in lines]
    lines.append(QLineF(right, box.top(), right, box.bottom()))
    for y, way in ((box.top(), 1.0), (box.bottom(), -1.0)):
        for turn in (-0.4, 0.4):
            lines.append(QLineF(right, y, right + turn * head, y + way * head))
    return lines


def _figure(text: str, middle: QPointF, unit: float, below: float) -> list[QLineF]:
    """The strokes of a number about a point, or so far below it in short sides of the frame."""
    step, lines = 0.0075 * unit, []
    left = middle.x() - 1.5 * step * len(text)
    for number, sign in enumerate(text):
        spots = [
            QPointF(
                left + (3.0 * number + int(spot[0])) * step,
                middle.y() + below * unit + (int(spot[1]) - 2) * 1.6 * step,
            )
            for spot in FIGURES[sign].split()
        ]
        lines += [QLineF(*ends) for ends in zip(spots, spots[1:], strict=False)]
    return lines
