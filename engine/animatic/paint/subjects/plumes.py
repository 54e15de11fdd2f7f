"""Feathers: folded wings, wings on the stroke, and tails."""

from collections.abc import Callable
from functools import partial
from math import cos, pi, radians, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion.bird import Plumage
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.form import mass, patch
from engine.animatic.paint.subjects.shape import Point, curve, ellipse, ribbon

SPREAD, BELOW = 0.62, 0.3
"""Wings stretch towards us and away, so they are seen foreshortened, a little from below."""


def folded_wing(
    fig: Figure, bird: Plumage, at: Callable[[float, float], Point], out: float
) -> None:
    """A wing laid along the back; a penguin's hangs as a flipper and swings `out`."""
    d, tone = bird.deep, QColor(bird.wing or mixed(QColor(bird.coat), QColor("black"), 0.16).name())
    if bird.tilt > 75:
        flipper = [
            at(0.26, 0.02),
            at(0.2, 0.2 * d),
            at(-0.3, 0.1 + out),
            at(-0.36, out),
            at(-0.1, -0.12 * d),
        ]
        mass(fig, patch(flipper), tone, 0.2, 0.05)
        return
    wing = [
        at(0.26, 0.1 * d),
        at(0.1, 0.44 * d),
        at(-0.3, 0.34 * d),
        at(-0.7, 0.02),
        at(-0.3, -0.16 * d),
        at(0.08, -0.22 * d),
    ]
    mass(fig, patch(wing), tone, 0.3 * d, 0.05)
    if fig.scale < 50:
        return
    dark = faded(fig.lit(mixed(tone, QColor("black"), 0.5)), 0.5)
    for i in range(3):
        line = curve(
            [
                at(0.12 - 0.1 * i, -0.12 * d + 0.1 * d * i),
                at(-0.2, -0.04 * d + 0.1 * d * i),
                at(-0.58, 0.04 + 0.05 * d * i),
            ]
        )
        fig.stroke(line, dark, 0.012)
    if bird.tips:
        fig.fill(
            patch([at(-0.4, 0.2 * d), at(-0.72, 0.02), at(-0.4, -0.06 * d)]),
            fig.lit(QColor(bird.tips)),
        )


def flying_wing(fig: Figure, bird: Plumage, lift: float, late: float, far: int) -> None:
    """Arm and hand of the far or the near wing; the hand follows the arm late and its feathers
    spread. `lift` is 1 with the wing raised, -1 lowered."""
    side = 1.0 if far else -1.0
    arm, hand = 0.72 * lift + 0.14, 0.95 * late + 0.05
    inner, outer = 0.44 * bird.span, 0.6 * bird.span
    root: Point = (0.16, 0.1)
    wrist = (
        root[0] + 0.1 + side * SPREAD * inner * cos(arm) * 0.85,
        root[1] + inner * (sin(arm) - side * BELOW * cos(arm)),
    )
    tip = (
        wrist[0] - 0.16 + side * SPREAD * outer * cos(hand) * 0.85,
        wrist[1] + outer * (sin(hand) - side * BELOW * cos(hand)),
    )
    broad = bird.broad
    rear = (-0.26, 0.02)
    path = QPainterPath(QPointF(root[0] + 0.1, root[1]))
    curve([(root[0] + 0.1, root[1]), wrist, tip], path)
    trail = (wrist[0] - broad - 0.02, wrist[1] - 0.1 * broad)
    for i in range(5):
        _feather(path, tip, trail, (i + 1) / 5, 0.16 if bird.fingers else 0.05)
    path.quadTo(
        QPointF(0.5 * (trail[0] + rear[0]), 0.5 * (trail[1] + rear[1]) - 0.03), QPointF(*rear)
    )
    path.closeSubpath()
    tone = QColor(bird.wing or bird.coat)
    tone = mixed(tone, QColor("#10131c"), 0.32 if far else 0.0)
    mass(fig, path, tone, 0.4 * broad, 0.05)
    if bird.tips:
        middle = (0.5 * (wrist[0] + tip[0]), 0.5 * (wrist[1] + tip[1]))
        end = patch([middle, tip, (0.4 * tip[0] + 0.6 * trail[0], 0.4 * tip[1] + 0.6 * trail[1])])
        fig.fill(end, fig.lit(mixed(QColor(bird.tips), QColor("#10131c"), 0.25 * far)))
    if fig.scale > 60:
        dark = faded(fig.lit(mixed(tone, QColor("black"), 0.45)), 0.35)
        for i in range(1, 5):
            x, y = tip[0] + (trail[0] - tip[0]) * i / 5, tip[1] + (trail[1] - tip[1]) * i / 5
            fig.stroke(
                curve([(0.6 * wrist[0] + 0.4 * x, 0.6 * wrist[1] + 0.4 * y), (x, y)]), dark, 0.014
            )


def _feather(path: QPainterPath, tip: Point, trail: Point, part: float, notch: float) -> None:
    """On to the next feather's end along the trailing edge, with a notch between."""
    now = path.currentPosition()
    x, y = tip[0] + part * (trail[0] - tip[0]), tip[1] + part * (trail[1] - tip[1])
    bow = 0.1 * sin(pi * part)
    end = QPointF(x - bow, y - 0.2 * bow)
    dip = QPointF(0.5 * (now.x() + end.x()) + notch, 0.5 * (now.y() + end.y()) + 0.3 * notch)
    path.quadTo(dip, end)


def paint_tail_feathers(
    fig: Figure, bird: Plumage, root: Point, angle: float, t: float, display: bool
) -> None:
    """The tail in its style; `angle` in degrees is the way it points."""
    if display:
        _fan(fig, bird, root, t)
        return
    way = radians(angle)
    long, tone = bird.tail, QColor(bird.tips or bird.wing or bird.coat)
    match bird.tail_style:
        case "none":
            return
        case "plume":
            for i in range(5):
                bend = way - radians(58.0 - 20.0 * i)
                line = [
                    root,
                    (root[0] + 0.6 * long * cos(bend), root[1] + 0.6 * long * sin(bend)),
                    (
                        root[0] + 1.0 * long * cos(bend + 0.7),
                        root[1] + 0.75 * long * sin(bend + 0.7) + 0.04 * sin(2 * t + i),
                    ),
                ]
                fig.fill(
                    ribbon(line, [0.1, 0.13, 0.02]),
                    fig.lit(mixed(tone, QColor("#1d5a4a"), 0.15 * i)),
                )
        case "train":
            end = (root[0] - 1.9, 0.06)
            line = [root, (root[0] - 0.7, 0.6 * root[1]), end]
            mass(fig, ribbon(line, [0.2, 0.34, 0.2]), QColor("#2f7a4a"), 0.2, 0.05)
        case _:
            wide = 0.26 if bird.tail_style == "fan" else 0.12
            points = [
                (root[0] + reach * cos(way + turn), root[1] + reach * sin(way + turn))
                for reach, turn in (
                    (0.0, 0.0),
                    (0.6 * long, -wide),
                    (long, -wide),
                    (1.06 * long, 0.0),
                    (long, wide),
                    (0.6 * long, wide),
                )
            ]
            mass(fig, patch(points), tone, 0.16, 0.06)


SECTORS = 7


def _fan(fig: Figure, bird: Plumage, root: Point, t: float) -> None:
    """A peacock's wheel of eyed feathers, quivering sector by sector."""
    box = QRectF(-2.5, -2.5, 5.0, 5.0)
    for sector in range(SECTORS):
        fig.painter.save()
        fig.painter.translate(root[0] + 0.35, root[1])
        fig.painter.rotate(0.7 * sin(16.0 * t + sector))
        fig.sprite(("wheel", bird, fig.sun, sector), box, partial(_sector, sector=sector))
        fig.painter.restore()


def _sector(fig: Figure, sector: int) -> None:
    """The feathers of one part of the wheel, the longest behind."""
    for ring, number in ((2.1, 19), (1.65, 15), (1.15, 11)):
        own = [i for i in range(number) if i * SECTORS // number == sector]
        angles = [pi * (-0.06 + 1.12 * i / (number - 1)) for i in own]
        for angle in angles:
            quill = ribbon([(0.0, 0.0), (ring * cos(angle), ring * sin(angle))], [0.05, 0.2])
            green = fig.lit(QColor("#2c7a4e"), cos(angle), 0.5 * sin(angle), 0.6)
            fig.fill(quill, faded(green, 0.9))
        for angle in angles:
            for size, tone in (
                (0.15, "#4e9a4a"), (0.11, "#c79a3a"), (0.08, "#2fa6a0"), (0.05, "#1b2a78"),
            ):  # fmt: skip
                eye = ellipse(ring * cos(angle), ring * sin(angle), size, size)
                fig.fill(eye, fig.lit(QColor(tone)))
