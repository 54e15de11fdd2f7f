"""Seasons: what they do to green things, and what falls through the air."""

from math import cos, floor, pi, sin, tau

import cv2
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import mixed
from engine.animatic.paint.surface import canvas
from engine.animatic.stage import Stage

GREENS: dict[str, tuple[float, float, float]] = {
    "spring": (0.05, 0.22, 0.12),
    "summer": (-0.22, -0.02, 0.04),
    "autumn": (-0.22, -0.1, 0.82),
    "winter": (1.05, 0.28, 0.72),
}
"""How much of its greenness a leaf gains in blue, green and red."""

LEAVES: dict[str, tuple[str, ...]] = {
    "autumn": ("#c8552b", "#e08a2e", "#d9a441", "#9c3b26", "#b9732f"),
    "spring": ("#fbd3df", "#f7b7cc", "#fff0f3", "#f9c4d6"),
}
"""What drifts through the air: leaves, petals."""
NUMBER = {"autumn": 56, "spring": 30}


def tint(stage: Stage) -> None:
    """The world's greens as the season has them; sky, water, stone and skin keep their colours."""
    gains = GREENS.get(stage.scene.season)
    if gains is None:
        return
    frame = canvas(stage)
    blue, green, red, alpha = cv2.split(frame)
    leafy = cv2.min(
        cv2.subtract(green, blue), cv2.convertScaleAbs(cv2.subtract(green, red), alpha=2.2)
    )
    channels = [
        cv2.addWeighted(channel, 1.0, leafy, gain, 0.0)
        for channel, gain in zip((blue, green, red), gains, strict=True)
    ]
    cv2.merge([*channels, alpha], dst=frame)


def foliage(season: str, colour: QColor, variety: float) -> QColor:
    """The colour of a crown that is green in summer; no two trees turn alike."""
    if season == "autumn":
        return mixed(QColor(LEAVES["autumn"][int(variety * 4.99)]), colour, 0.12)
    if season == "spring":
        return mixed(colour, QColor("#c8e07a"), 0.35)
    if season == "winter":
        return mixed(colour, QColor("#edf2f7"), 0.68)
    return colour


def paint_air(stage: Stage) -> None:
    """Leaves or petals that sway and turn as they sink, the nearest large."""
    colours = LEAVES.get(stage.scene.season)
    if colours is None or {"rain", "snow", "storm"} & set(stage.scene.weather):
        return
    chance, unit = stage.chance("falling"), min(stage.width, stage.height)
    wind = 0.03 + 0.2 * stage.scene.wind
    painter = stage.painter
    painter.save()
    painter.setPen(QColor(0, 0, 0, 0))
    for _ in range(NUMBER[stage.scene.season]):
        near = 0.35 + 0.65 * chance.random() ** 2.5
        fall, phase = (0.07 + 0.05 * chance.random()) * near, chance.random()
        x, y = chance.random(), chance.random() + fall * stage.t
        start, beat = x + 0.37 * floor(y / 1.1), 0.25 + 0.3 * chance.random()
        sway = 0.022 * near * sin(tau * (beat * stage.t + phase))
        across = (start + (wind * near * stage.t - stage.view.pan * near + sway)) % 1.1 - 0.05
        spot = QPointF(across * stage.width, (y % 1.1 - 0.05) * stage.height)
        colour = stage.light.lit(QColor(chance.choice(colours)), 0.45 + 0.4 * phase)
        painter.setTransform(painter.transform().fromTranslate(spot.x(), spot.y()))
        painter.rotate(360.0 * (phase + 0.35 * beat * stage.t) + 40.0 * sin(tau * beat * stage.t))
        turned = 0.3 + 0.7 * abs(cos(pi * (1.3 * beat * stage.t + phase)))
        painter.setBrush(colour)
        painter.drawPath(_leaf(0.015 * near * unit, turned))
    painter.restore()


def _leaf(long: float, turned: float) -> QPainterPath:
    """A pointed leaf that is seen more or less from its edge."""
    path = QPainterPath(QPointF(-long, 0))
    box = QRectF(-long, -0.6 * long * turned, 2 * long, 1.2 * long * turned)
    path.quadTo(QPointF(0, 1.7 * box.top()), QPointF(long, 0))
    path.quadTo(QPointF(0, 1.7 * box.bottom()), QPointF(-long, 0))
    return path
