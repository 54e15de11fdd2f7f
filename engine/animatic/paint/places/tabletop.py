"""Small and plain places: a table seen close, a window sill, a studio's backdrop, a stage."""

from math import sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.paint.lamps import beam, shine, shine_all
from engine.animatic.paint.outlook import paint_drops, paint_window, window_glow
from engine.animatic.paint.places import country
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.stage import Stage

BOKEH = ("#ffcf86", "#ff9d5c", "#ffe4b0", "#f2a0a0", "#a8d0f0", "#ffd9a0")


def table(stage: Stage) -> None:
    """A wooden table close up, the room behind it out of focus."""
    view, light, painter = stage.view, stage.light, stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = view.ground_y(view.z + 1.5)
    wall = QLinearGradient(0, 0, 0, edge)
    base = QColor(country.wanted(stage, "wall", "#7a6450"))
    wall.setColorAt(0, mixed(light.lit(base, 0.2), QColor("#181420"), 0.35))
    wall.setColorAt(1, light.lit(mixed(base, QColor("#c9a070"), 0.4), 0.5))
    painter.fillRect(QRectF(0, 0, stage.width, edge + 1), wall)
    window = QRectF(0.08 * stage.width, -0.1 * stage.height, 0.3 * stage.width, 0.42 * stage.height)
    shine(stage, light.horizon, window.adjusted(-80, -80, 80, 80), 0.6)
    _bokeh(stage, edge)
    _wood(stage, edge)
    painter.restore()


def _bokeh(stage: Stage, edge: float) -> None:
    """Lights behind, melted into discs that breathe."""
    chance, painter = stage.chance("bokeh"), stage.painter
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(26):
        x, y = chance.uniform(-0.1, 1.1) * stage.width, chance.uniform(0.02, 0.95) * edge
        size = chance.uniform(0.02, 0.075) * stage.height
        colour = QColor(chance.choice(BOKEH))
        swell = 0.7 + 0.3 * sin(tau * (stage.t / chance.uniform(4, 9) + chance.random()))
        alpha = (0.1 + 0.3 * stage.light.lamps) * swell
        x -= (stage.view.pan + 0.25 * stage.view.x) * stage.height
        disc = QRadialGradient(QPointF(x, y), size)
        disc.setColorAt(0, faded(colour, 0.75 * alpha))
        disc.setColorAt(0.86, faded(colour, alpha))
        disc.setColorAt(1, faded(colour, 0))
        painter.fillRect(QRectF(x - size, y - size, 2 * size, 2 * size), disc)


def _wood(stage: Stage, edge: float) -> None:
    """Boards that run towards us, their grain, and the light's gloss on them."""
    view, light, painter = stage.view, stage.light, stage.painter
    board = QColor(country.wanted(stage, "floor", "#9a6a40"))
    shade = QLinearGradient(0, edge, 0, stage.height)
    shade.setColorAt(0, light.lit(mixed(board, QColor("#e8c090"), 0.25), 0.7))
    shade.setColorAt(1, mixed(light.lit(board, 0.4), QColor("#1a1014"), 0.3))
    painter.fillRect(QRectF(0, edge, stage.width, stage.height - edge), shade)
    chance, far, near = stage.chance("grain"), view.z + 1.5, view.z + 0.51
    dark = mixed(light.lit(board, 0.2), QColor("#1c100a"), 0.4)
    for i in range(-60, 61):
        seam = i % 5 == 0
        x = 0.032 * i + (0.0 if seam else chance.uniform(-0.008, 0.008))
        pen = QPen(
            faded(dark, 0.7 if seam else chance.uniform(0.08, 0.25)),
            stage.height / (500 if seam else 900),
        )
        painter.setPen(pen)
        painter.drawLine(view.project(x, 0, far), view.project(x, 0, near))
    gloss = QRadialGradient(QPointF(0.28 * stage.width, edge), 0.7 * stage.height)
    gloss.setColorAt(0, faded(light.key, 0.3))
    gloss.setColorAt(1, faded(light.key, 0))
    painter.fillRect(QRectF(0, edge, stage.width, stage.height - edge), gloss)


def sill(stage: Stage) -> None:
    """A deep sill before a large window: weather outside, warmth inside."""
    view, light, painter = stage.view, stage.light, stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = view.ground_y(view.z + 1.4)
    wall = light.lit(QColor("#8a6a54"), 0.35)
    painter.fillRect(QRectF(0, 0, stage.width, stage.height), wall)
    shift = -(view.pan + 0.4 * view.x) * stage.height
    pane = QRectF(
        0.13 * stage.width + shift,
        -0.04 * stage.height,
        0.74 * stage.width,
        edge + 0.03 * stage.height,
    )
    paint_window(stage, pane, "sill", country.wanted(stage, "outlook", "town"))
    shine_all(stage, [window_glow(stage, pane)])
    if {"rain", "storm"} & set(stage.scene.weather):
        painter.save()
        painter.setClipRect(pane)
        paint_drops(stage, pane, "sill near", 22)
        painter.restore()
    for side in (-1, 1):
        _drape(stage, pane, side)
    _wood(stage, edge)
    painter.restore()
    reach = 0.75 * stage.height
    warm = QRectF(0.92 * stage.width - reach, 0.75 * stage.height - reach, 2 * reach, 2 * reach)
    shine(stage, QColor("#ffb45c"), warm, 0.35 + 0.3 * light.lamps)


def _drape(stage: Stage, pane: QRectF, side: int) -> None:
    wide = 0.15 * stage.width
    left = pane.left() - 0.8 * wide if side < 0 else pane.right() - 0.2 * wide
    sway = 0.004 * stage.width * sin(0.7 * stage.t + side)
    folds = QLinearGradient(left + sway, 0, left + wide + sway, 0)
    cloth = QColor(country.wanted(stage, "curtains", "#c98a6a"))
    for i in range(9):
        folds.setColorAt(
            i / 8, stage.light.lit(mixed(cloth, QColor("#20121c"), 0.4 * (i % 2)), 0.5)
        )
    stage.painter.fillRect(QRectF(left, 0, wide, pane.bottom()), folds)


# Backdrops ------------------------------------------------------------------------------------


def studio(stage: Stage) -> None:
    """A seamless roll of paper under soft light: wall runs into floor without an edge."""
    light, painter = stage.light, stage.painter
    tint = _tint(stage)
    horizon = stage.view.horizon_y()
    paper = QLinearGradient(0, 0, 0, stage.height)
    turn = min(max(horizon / stage.height + 0.05, 0.2), 0.9)
    paper.setColorAt(0, light.lit(mixed(tint, QColor("#20202a"), 0.25), 0.75))
    paper.setColorAt(0.6 * turn, light.lit(tint, 0.85))
    paper.setColorAt(turn, light.lit(mixed(tint, QColor("#ffffff"), 0.1), 0.9))
    paper.setColorAt(1, light.lit(mixed(tint, QColor("#ffffff"), 0.22), 0.95))
    painter.fillRect(0, 0, stage.width, stage.height, paper)
    centre = QPointF(0.5 * stage.width - stage.view.pan * stage.height, 0.44 * stage.height)
    glow = QRadialGradient(centre, 0.8 * stage.height)
    glow.setColorAt(0, faded(mixed(tint, QColor("#ffffff"), 0.75), 0.55))
    glow.setColorAt(1, faded(tint, 0))
    painter.fillRect(0, 0, stage.width, stage.height, glow)
    shade = QRadialGradient(centre, 0.75 * max(stage.width, stage.height))
    shade.setColorAt(0.45, QColor(12, 10, 20, 0))
    shade.setColorAt(1, QColor(12, 10, 20, 95))
    painter.fillRect(0, 0, stage.width, stage.height, shade)
    show(stage, country.props_of(stage), SHAPES, calm=True)


MOODS = {
    "warm": "#d99a6a", "cosy": "#c98a5c", "cold": "#8fb0cc", "calm": "#a8c4c0", "dark": "#3a3a4a",
    "luxury": "#2c2836", "elegant": "#3a3440", "playful": "#f0b84a", "happy": "#f4c95a",
    "romantic": "#e0a0b0", "fresh": "#a8d0a0", "energetic": "#e86a4a", "mysterious": "#4a3f68",
    "dreamy": "#c4b0dc", "sad": "#7a8aa0", "tense": "#5a3a40", "futuristic": "#4a6a9c",
}  # fmt: skip


def _tint(stage: Stage) -> QColor:
    """The paper's colour: by the mood, else one that the seed chooses from quiet ones."""
    named = MOODS.get(stage.scene.mood) or country.wanted(stage, "wall")
    if named:
        return QColor(named)
    quiet = ("#c9ccd4", "#d8c8b8", "#b8c8c4", "#d4b8b0", "#b4bcd0", "#d8d0b0")
    return QColor(stage.chance("paper").choice(quiet))


def theatre(stage: Stage) -> None:
    """A stage: boards, velvet, and a follow spot with dust in its cone."""
    view, light, painter = stage.view, stage.light, stage.painter
    back = max([9.0, *(one.z + 2.0 for one in stage.scene.subjects if one.z < 60)])
    painter.fillRect(0, 0, stage.width, stage.height, QColor("#120a12"))
    edge = view.ground_y(back)
    _velvet(stage, back, edge)
    boards = QLinearGradient(0, edge, 0, stage.height)
    boards.setColorAt(0, light.lit(QColor("#5a3824"), 0.3))
    boards.setColorAt(1, light.lit(QColor("#8a5a38"), 0.4))
    painter.fillRect(QRectF(0, edge, stage.width, stage.height - edge), boards)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(20, 10, 8, 110), stage.height / 700))
    for i in range(-30, 31):
        painter.drawLine(view.project(0.35 * i, 0, back), view.project(0.35 * i, 0, view.z + 0.6))
    painter.restore()
    half = 0.62 * back * stage.scene.aspect / view.focal
    wings = [
        Prop("curtain", side * (half - 1.1 + 1.6 * i), back - 1.0 - 0.4 * i, 1.5)
        for side in (-1, 1)
        for i in (0, 1)
    ]
    show(stage, [*wings, *country.props_of(stage)], SHAPES, calm=True)
    _spots(stage)


def _velvet(stage: Stage, back: float, edge: float) -> None:
    """The back curtain's folds, dark above and warm below."""
    scale = stage.view.pixels_per_metre(back)
    painter, fold = stage.painter, 0.8 * scale
    x = stage.view.project(0, 0, back).x() % fold - fold
    while x < stage.width:
        shade = QLinearGradient(x, 0, x + fold, 0)
        for part, dark in ((0, 0.75), (0.35, 0.2), (0.6, 0.35), (1, 0.75)):
            shade.setColorAt(
                part, mixed(stage.light.lit(QColor("#8a1c2c"), 0.35), QColor("#0c0408"), dark)
            )
        painter.fillRect(QRectF(x, 0, fold + 1, edge + 1), shade)
        x += fold
    above = QLinearGradient(0, 0, 0, edge)
    above.setColorAt(0, QColor(8, 4, 10, 210))
    above.setColorAt(0.8, QColor(8, 4, 10, 0))
    painter.fillRect(QRectF(0, 0, stage.width, edge), above)


def _spots(stage: Stage) -> None:
    """Cones of light from above on the main subject, and weaker coloured ones beside it."""
    view, painter = stage.view, stage.painter
    main = stage.scene.subjects[0] if stage.scene.subjects else None
    x, z = (main.x, main.z) if main else (0.0, 5.0)
    foot = view.project(x, 0.0, z)
    wide = 2.6 * view.pixels_per_metre(z)
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pool = QRadialGradient(QPointF(0, 0), 0.5 * wide)
    pool.setColorAt(0, QColor(255, 240, 205, 190))
    pool.setColorAt(0.75, QColor(255, 226, 170, 120))
    pool.setColorAt(1, QColor(255, 220, 160, 0))
    painter.translate(foot)
    painter.scale(1.0, 0.24)
    painter.fillRect(QRectF(-wide, -wide, 2 * wide, 2 * wide), pool)
    painter.resetTransform()
    top = QPointF(foot.x() + 0.18 * stage.width, -0.12 * stage.height)
    beam(stage, QColor("#ffe9bf"), (top, foot + QPointF(0, 0.06 * stage.height)), 1.5 * wide, 0.75)
    for side, colour in ((-1, "#7a5cff"), (1, "#ff5c8a")):
        swing = 0.05 * sin(0.5 * stage.t + side)
        start = QPointF((0.5 + 0.42 * side) * stage.width, -0.1 * stage.height)
        end = QPointF((0.5 + (0.1 + swing) * side) * stage.width, 0.95 * stage.height)
        beam(stage, QColor(colour), (start, end), 0.55 * stage.height, 0.28)
    painter.restore()
    _dust(stage, foot, top)


def _dust(stage: Stage, foot: QPointF, top: QPointF) -> None:
    chance, painter = stage.chance("dust"), stage.painter
    painter.save()
    for _ in range(70):
        part = (chance.random() + chance.uniform(-0.01, 0.012) * stage.t) % 1.0
        aside = chance.uniform(-0.16, 0.16) * part * stage.height
        spot = top + (foot - top) * part + QPointF(aside + 4 * sin(stage.t + aside), 0)
        glint = 0.3 + 0.3 * sin(chance.uniform(0.8, 2.0) * stage.t + aside)
        painter.setPen(QPen(QColor(255, 240, 210, int(255 * glint)), stage.height / 420))
        painter.drawPoint(spot)
    painter.restore()
