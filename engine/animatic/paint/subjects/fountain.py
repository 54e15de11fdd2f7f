"""The water of a fountain: jets as streams of drops, brighter where light comes through."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.motion.fountain import Jet, drops
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.pattern import numbers
from engine.animatic.paint.subjects.shape import ellipse, ribbon
from engine.animatic.scene import Subject


def paint_jets(fig: Figure, subject: Subject, text: str) -> None:
    """`x y side up low` of each jet (see motion.fountain.Jet)."""
    light = fig.stage.light
    white = mixed(light.key, multiplied(QColor("white"), light.ambient), 0.35)
    white = mixed(white, fig.glint, 0.35 * fig.backlight)
    for index, (x, y, side, up, low) in enumerate(numbers(text)):
        jet = Jet(x, y, side, up, low)
        _stream(fig, jet, white)
        _drops(fig, jet, f"jet/{index}", white)
        _splash(fig, jet, white)


def _stream(fig: Figure, jet: Jet, white: QColor) -> None:
    """The unbroken part, that widens and thins out as it falls."""
    ages = [jet.flight * i / 12 for i in range(13)]
    thick = 0.035 + 0.008 * jet.up
    path = ribbon([jet.at(age) for age in ages], [thick * (1 + 0.22 * i) for i in range(13)])
    fig.fill(path, faded(white, 0.42))
    core = ribbon([jet.at(age) for age in ages[:8]], [thick * 0.6] * 8)
    fig.fill(core, faded(white, 0.6))


def _drops(fig: Figure, jet: Jet, name: str, white: QColor) -> None:
    path = QPainterPath()
    size = 0.022 + 0.004 * jet.up
    for x, y, age in drops(jet, name, fig.stage.t, jet.flight / 34):
        part = age / jet.flight
        r = max(size * (0.7 + 0.6 * part), 0.6 / fig.scale)
        path.addEllipse(QPointF(x, y), r, 1.5 * r)
    fig.fill(path, faded(white, 0.8))


def _splash(fig: Figure, jet: Jet, white: QColor) -> None:
    x, y = jet.at(jet.flight)
    for i in range(3):
        part = (fig.stage.t / 0.7 + i / 3) % 1.0
        ring = ellipse(x, y, 0.08 + 0.4 * part, 0.015 + 0.06 * part)
        fig.stroke(ring, faded(white, 0.6 * (1 - part)), 0.02)
