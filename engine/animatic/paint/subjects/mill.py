"""What turns on a mill: cloth sails, the slender blades of a turbine, a wheel in the water."""

from math import cos, degrees, sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion.mill import sail_angle, wheel_turn
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.pattern import numbers
from engine.animatic.paint.subjects.shape import box, curve, ellipse, limb, polygon
from engine.animatic.scene import Subject

WOOD, CANVAS, STEEL = QColor("#6b4a30"), QColor("#efe4cc"), QColor("#f1f3f4")


def paint_sails(fig: Figure, subject: Subject, text: str) -> None:
    """`x y radius`: four lattice sails with cloth on them."""
    for x, y, radius in numbers(text):
        angle = sail_angle(subject, fig.stage.scene, fig.stage.t, radius)
        fig.painter.save()
        fig.painter.translate(x, y)
        for quarter in range(4):
            turn = angle + quarter * tau / 4
            fig.painter.save()
            fig.painter.rotate(degrees(-turn))
            _sail(fig, radius, turn)
            fig.painter.restore()
        fig.fill(ellipse(0, 0, 0.055 * radius, 0.055 * radius), fig.lit(WOOD, 0.2, 0.5, 0.8))
        fig.painter.restore()


def _sail(fig: Figure, r: float, turn: float) -> None:
    """One sail, standing upwards; it catches the light as it comes round."""
    cloth = polygon([(0.02 * r, 0.16 * r), (0.02 * r, r), (0.2 * r, r), (0.19 * r, 0.16 * r)])
    nx, ny = 0.35 * cos(turn), -0.35 * sin(turn)
    through = fig.glint
    colour = mixed(fig.lit(CANVAS, nx, ny, 0.87), through, 0.3 * fig.backlight)
    fig.fill(cloth, faded(colour, 0.94))
    dark = fig.lit(WOOD, nx, ny + 0.2, 0.85)
    bars = QPainterPath()
    for i in range(9):
        y = r * (0.16 + 0.105 * i)
        bars.moveTo(-0.03 * r, y)
        bars.lineTo(0.2 * r, y)
    for x in (0.075, 0.135, 0.2):
        bars.moveTo(x * r, 0.16 * r)
        bars.lineTo(x * r, r)
    fig.stroke(bars, faded(dark, 0.75), 0.008 * r)
    fig.fill(limb((0, 0), (0, 1.02 * r), 0.045 * r, 0.022 * r), dark)


def paint_rotor(fig: Figure, subject: Subject, text: str) -> None:
    """`x y radius`: three blades, with the blur of their tips."""
    for x, y, radius in numbers(text):
        angle = sail_angle(subject, fig.stage.scene, fig.stage.t, 1.6 * radius)
        fig.painter.save()
        fig.painter.translate(x, y)
        for third in range(3):
            fig.painter.save()
            fig.painter.rotate(degrees(-(angle + third * tau / 3)))
            _blade(fig, radius)
            fig.painter.restore()
        fig.fill(ellipse(0, 0, 0.035 * radius, 0.035 * radius), fig.lit(STEEL, 0.1, 0.3, 0.9))
        fig.painter.restore()


def _blade(fig: Figure, r: float) -> None:
    path = QPainterPath(QPointF(-0.018 * r, 0))
    path.cubicTo(-0.03 * r, 0.12 * r, -0.055 * r, 0.2 * r, -0.04 * r, 0.32 * r)
    path.cubicTo(-0.02 * r, 0.6 * r, -0.006 * r, 0.85 * r, 0.004 * r, r)
    path.lineTo(0.014 * r, 0.9 * r)
    path.lineTo(0.02 * r, 0)
    path.closeSubpath()
    fig.edged(path, fig.lit(STEEL, 0.2, 0.1, 0.95), 0.008 * r)


def paint_wheel(fig: Figure, subject: Subject, text: str) -> None:
    """`x y radius`: an undershot wheel with its paddles, wet below."""
    for x, y, radius in numbers(text):
        fig.painter.save()
        fig.painter.translate(x, y)
        fig.painter.rotate(degrees(-wheel_turn(subject, fig.stage.t, radius)))
        _water_wheel(fig, radius)
        fig.painter.restore()
        _stream(fig, x, y - radius, radius)


def _water_wheel(fig: Figure, r: float) -> None:
    dark, bright = fig.lit(WOOD, 0, -0.2, 0.9), fig.lit(QColor("#8a6444"), 0.1, 0.3, 0.9)
    for i in range(12):
        a = tau * i / 12
        fig.painter.save()
        fig.painter.rotate(degrees(a))
        fig.fill(box(0.78 * r, -0.13 * r, 0.3 * r, 0.05 * r), dark)
        fig.fill(box(0.78 * r, -0.09 * r, 0.28 * r, 0.16 * r), bright)
        fig.painter.restore()
    spokes = QPainterPath()
    for i in range(6):
        a = tau * i / 6
        spokes.moveTo(0, 0)
        spokes.lineTo(0.9 * r * cos(a), 0.9 * r * sin(a))
    fig.stroke(spokes, dark, 0.06 * r)
    fig.stroke(ellipse(0, 0, 0.92 * r, 0.92 * r), bright, 0.07 * r)
    fig.stroke(ellipse(0, 0, 0.74 * r, 0.74 * r), dark, 0.05 * r)
    fig.fill(ellipse(0, 0, 0.12 * r, 0.12 * r), bright)


def _stream(fig: Figure, x: float, y: float, r: float) -> None:
    """Water below the wheel: foam that runs away with the stream."""
    light = fig.stage.light
    water = mixed(fig.lit(QColor("#3d6f86"), 0, 0.8, 0.6), light.middle, 0.3)
    fig.fill(box(x - 1.9 * r, y - 0.16 * r, 3.8 * r, 0.34 * r, 0.16 * r), QBrush(faded(water, 0.9)))
    for i in range(7):
        part = (i / 7 + 0.22 * fig.stage.t) % 1.0
        start = x + r * (1.7 - 3.4 * part)
        line = curve([(start, y + 0.05 * r * (i % 3)), (start - 0.45 * r, y + 0.05 * r * (i % 3))])
        white = faded(mixed(light.key, QColor("white"), 0.3), 0.6 * sin(3.14159 * part))
        fig.stroke(line, white, 0.03 * r)
