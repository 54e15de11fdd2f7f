"""Lettering over the picture: titles that the prompt puts in quotes, shaped by Qt."""

from math import sin, tau

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
    QTransform,
)

from engine.animatic.scene import Lettering
from engine.animatic.stage import Stage

FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Noto Naskh Arabic", "DejaVu Sans", "Sans Serif"]
WIDE, TALL = 0.84, 0.1
"""Parts of the frame that a title takes at most: of its width, and of its height for a line."""
ROW = 0.17
MARK_AT, MARK_TALL = 0.48, 0.32
"""Where a logo's letters stand, and how tall a line of them is at most, in frame heights."""
GLOW = "#6fb4ff"
HALO = ((0.045, 0.05), (0.03, 0.07), (0.018, 0.1), (0.009, 0.16), (0.004, 0.3))
"""How far light reaches about a logo's letters, in frame heights, and how strong it is."""
COME, GO = 0.6, 0.5
"""Seconds in which a title appears and goes."""


def paint(stage: Stage) -> None:
    """Paint the scene's titles; they need a QGuiApplication, without one nothing is painted."""
    titles = [one for one in stage.scene.lettering if one.on in ("title", "mark")]
    if not titles or QGuiApplication.instance() is None:
        return
    for number, title in enumerate(titles):
        path = stage.wardrobe.keep(("title", number), lambda title=title: _outline(stage, title))
        if title.on == "mark":
            _paint_mark(stage, path)
        else:
            _paint_outline(stage, path, number)


def _paint_mark(stage: Stage, path: QPainterPath) -> None:
    """Large in the middle, with light about it that comes and ebbs."""
    painter, ground = stage.painter, QColor(stage.scene.paper or "#e9e7e2")
    dark = ground.lightnessF() < 0.5
    painter.save()
    painter.translate(stage.width / 2, MARK_AT * stage.height)
    painter.setOpacity(_shown(stage))
    swell = 0.8 + 0.2 * sin(tau * stage.t / 3.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for reach, strength in HALO:
        ink = QColor(GLOW if dark else "#ffffff")
        ink.setAlphaF(strength * swell)
        pen = QPen(ink, 2 * reach * stage.height)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path)
    painter.fillPath(path, QColor("#fdfaf0" if dark else "#23262e"))
    painter.restore()


def _paint_outline(stage: Stage, path: QPainterPath, number: int) -> None:
    painter = stage.painter
    painter.save()
    row = ROW + number * 1.4 * TALL
    painter.translate(stage.width / 2, row * stage.height)
    painter.setOpacity(_shown(stage))
    painter.setPen(Qt.PenStyle.NoPen)
    shift = 0.003 * stage.height
    painter.translate(shift, shift)
    painter.setBrush(QColor(0, 0, 0, 120))
    painter.drawPath(path)
    painter.translate(-shift, -shift)
    painter.setBrush(QColor("#fbf8f0"))
    painter.drawPath(path)
    painter.restore()


def _shown(stage: Stage) -> float:
    """How much of it is there: it comes with the shot and goes before its end."""
    left = stage.scene.seconds - stage.t
    return min(max(min((stage.t + 0.2) / COME, left / GO), 0.0), 1.0)


def _outline(stage: Stage, title: Lettering) -> QPainterPath:
    """The title's glyphs about (0, 0), as large as the frame lets them be."""
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setWeight(QFont.Weight.DemiBold)
    font.setPixelSize(100)
    path = _glyphs(title.text, font)
    box = path.boundingRect()
    tall = MARK_TALL if title.on == "mark" else TALL
    scale = min(WIDE * stage.width / max(box.width(), 1.0), tall * stage.height / 100.0)
    return _scaled(path, box, scale)


def _glyphs(text: str, font: QFont) -> QPainterPath:
    """The shaped outlines of a line of text; its direction follows its script."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for run in layout.glyphRuns():
        raw = run.rawFont()
        for glyph, spot in zip(run.glyphIndexes(), run.positions(), strict=True):
            path.addPath(raw.pathForGlyph(glyph).translated(spot))
    return path


def _scaled(path: QPainterPath, box: QRectF, scale: float) -> QPainterPath:
    centre = QTransform().scale(scale, scale).translate(-box.center().x(), -box.center().y())
    scaled = centre.map(path)
    scaled.setFillRule(Qt.FillRule.WindingFill)
    return scaled
