"""Silhouettes: whatever has no painter of its own, cut out of paper and lit by the scene."""

import json
from functools import lru_cache
from importlib.util import find_spec
from math import pi
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainterPath,
    QRadialGradient,
    QRawFont,
    QTransform,
)

from engine.animatic.light import faded, mixed
from engine.animatic.motion.prop import pose
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.shape import ellipse
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

FONT = "materialdesignicons6-webfont-6.9.96.ttf"
NAMES = "materialdesignicons6-webfont-charmap-6.9.96.json"
EM = 256.0
PAPERS = ("#d9704a", "#4f8a7a", "#d9a441", "#5b78a8", "#a85a72", "#7a8f4a")
UNKNOWN = "shape"


def paint(stage: Stage, subject: Subject) -> None:
    """A paper figure a metre tall that sways and hops as the thing itself would."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 3.0 * subject.scale):
        return
    now = pose(subject, stage.scene, stage.t)
    with figure(stage, subject) as fig:
        if not subject.act or now.grown:
            _shadow(fig)
        fig.painter.translate(0, 0.5)
        fig.painter.rotate(-now.roll * 180 / pi)
        fig.painter.translate(0, -0.5)
        fig.painter.scale(paper_width(now.yaw) * now.grown, now.grown * now.squash)
        _cut_out(fig, subject)


def paper_width(yaw: float) -> float:
    """How wide paper looks that is turned about its upright axis; never quite edge on."""
    turned = abs((yaw / pi) % 2.0 - 1.0) * 2.0 - 1.0
    return turned if abs(turned) > 0.06 else 0.06


def _shadow(fig: Figure) -> None:
    shade = QRadialGradient(QPointF(0, 0), 0.5)
    shade.setColorAt(0, QColor(8, 10, 18, 120))
    shade.setColorAt(1, QColor(8, 10, 18, 0))
    fig.painter.save()
    fig.painter.scale(1.0, 0.16)
    fig.fill(ellipse(0, 0, 0.5, 0.5), QBrush(shade))
    fig.painter.restore()


def _cut_out(fig: Figure, subject: Subject) -> None:
    """Three layers: a soft dark one behind, the cut edge of the paper, its lit face."""
    glyph = subject.traits[0] if subject.traits else UNKNOWN
    path = outline(glyph)
    colour = wanted(subject.colour, PAPERS[int(subject.variety * 5.99)])
    sx, sy, _ = fig.sun
    _layer(fig, path, faded(QColor(8, 10, 18), 0.3), -0.025 * sx, -0.025)
    _layer(fig, path, fig.lit(mixed(colour, QColor("white"), 0.55), sx, sy, 0.3), 0.007 * sx, 0.008)
    shade = QLinearGradient(QPointF(-0.5 * sx, 0.5 - 0.5 * sy), QPointF(0.5 * sx, 0.5 + 0.5 * sy))
    shade.setColorAt(0, fig.lit(mixed(colour, QColor("black"), 0.12), -0.4 * sx, -0.3, 0.8))
    shade.setColorAt(1, fig.lit(colour, 0.5 * sx, 0.5 * abs(sy), 0.8))
    fig.fill(path, shade)


def _layer(fig: Figure, path: QPainterPath, colour: QColor, x: float, y: float) -> None:
    fig.painter.translate(x, y)
    fig.fill(path, colour)
    fig.painter.translate(-x, -y)


def known() -> frozenset[str]:
    """The names of all outlines there are."""
    return frozenset(_names())


@lru_cache(maxsize=64)
def outline(glyph: str) -> QPainterPath:
    """The outline of a Material Design icon, one unit tall, standing on y = 0 about x = 0."""
    code = _names().get(glyph) or _names()[UNKNOWN]
    font = QRawFont(QByteArray(_file(FONT).read_bytes()), EM)
    path = font.pathForGlyph(font.glyphIndexesForString(chr(int(code, 16)))[0])
    box = path.boundingRect()
    size = 1.0 / max(box.height(), 0.6 * box.width(), 1.0)
    onto = QTransform(size, 0, 0, -size, -size * box.center().x(), size * box.bottom())
    return onto.map(path)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return json.loads(_file(NAMES).read_text(encoding="utf-8"))


def _file(name: str) -> Path:
    """A file of the icon fonts, found without importing the widgets that come with them."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"the icon font {name} isn't installed")
    return Path(spec.origin).parent / "fonts" / name
