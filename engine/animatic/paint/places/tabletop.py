"""Small and plain places: a table seen close, a window sill, a studio's backdrop, a stage."""

from math import sin, tau

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QRadialGradient,
    QTransform,
)

from engine.animatic.light import faded, mixed
from engine.animatic.paint import strip
from engine.animatic.paint.easel import painting
from engine.animatic.paint.floor import planks
from engine.animatic.paint.lamps import Glow, Ray, cone_of, shine_all
from engine.animatic.paint.outlook import paint_drops, paint_window, window_glow
from engine.animatic.paint.places import country
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.slab import Piece, lay
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage

BOKEH = ("#ffcf86", "#ff9d5c", "#ffe4b0", "#f2a0a0", "#a8d0f0", "#ffd9a0")


def table(stage: Stage) -> None:
    """A wooden table close up, the room behind it out of focus."""
    light, painter = stage.light, stage.painter
    edge = _edge(stage)
    wall = QLinearGradient(0, 0, 0, edge)
    base = QColor(country.wanted(stage, "wall", "#7a6450"))
    wall.setColorAt(0, mixed(light.lit(base, 0.2), QColor("#181420"), 0.35))
    wall.setColorAt(1, light.lit(mixed(base, QColor("#c9a070"), 0.4), 0.5))
    painter.fillRect(QRect(0, 0, stage.width, edge), wall)
    _bokeh(stage, edge)
    _wood(stage)
    size = stage.height
    window = QRectF(-0.06 * stage.width, -0.26 * size, 0.62 * stage.width, 0.8 * size)
    shine_all(stage, [Glow(light.horizon, window, 0.45)], [_gloss(stage, edge)])


def _depth(stage: Stage) -> float:
    """Metres to where the table or sill ends: behind all that stands on it."""
    return max([1.5, *(one.z + 0.4 for one in stage.scene.subjects if one.z < 6.0)])


def _edge(stage: Stage) -> int:
    """The row of the frame where it ends."""
    return min(max(round(stage.view.ground_y(_depth(stage))), 0), stage.height)


def _bokeh(stage: Stage, edge: float) -> None:
    """Lights behind, melted into discs that breathe."""
    chance, painter = stage.chance("bokeh"), stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for _ in range(26):
        x, y = chance.uniform(-0.1, 1.1) * stage.width, chance.uniform(0.02, 0.95) * edge
        size = chance.uniform(0.02, 0.075) * stage.height
        colour = chance.choice(BOKEH)
        swell = 0.7 + 0.3 * sin(tau * (stage.t / chance.uniform(4, 9) + chance.random()))
        alpha = (0.1 + 0.3 * stage.light.lamps) * swell
        x -= (stage.view.pan + 0.25 * stage.view.x) * stage.height
        painter.setOpacity(alpha)
        disc = stage.wardrobe.keep(("disc", colour), lambda colour=colour: _disc(QColor(colour)))
        painter.drawImage(QRectF(x - size, y - size, 2 * size, 2 * size), disc)
    painter.restore()


def _disc(colour: QColor) -> QImage:
    """A light out of focus: even, a little brighter at its rim."""
    side = 128
    image, disc = blank(side, side), QRadialGradient(side / 2, side / 2, side / 2)
    disc.setColorAt(0, faded(colour, 0.75))
    disc.setColorAt(0.86, faded(colour, 1.0))
    disc.setColorAt(1, faded(colour, 0))
    with painting(image) as painter:
        painter.fillRect(image.rect(), disc)
    return image


def _wood(stage: Stage) -> None:
    """Boards that run towards us, darker close by."""
    light, board = stage.light, QColor(country.wanted(stage, "floor", "#9a6a40"))

    def paint(piece: Piece) -> None:
        piece.painter.fillRect(piece.metres, light.lit(mixed(board, QColor("#e8c090"), 0.2), 0.6))
        planks(piece, light.lit(board, 0.5), stage.chance("grain"), 0.16)

    lay(stage, "wood", paint, _depth(stage), hazy=False)
    edge = _edge(stage)
    shade = QLinearGradient(0, edge, 0, stage.height)
    shade.setColorAt(0, QColor(26, 16, 20, 0))
    shade.setColorAt(1, QColor(26, 16, 20, 120))
    stage.painter.fillRect(QRect(0, edge, stage.width, stage.height - edge), shade)


def _gloss(stage: Stage, edge: float) -> Ray:
    """The window's light on the boards."""
    half, tall = 0.7 * stage.height, 0.5 * stage.height
    image = stage.wardrobe.keep("sheen", lambda: _sheen(stage.light.key))
    grow = 2 * half / image.width(), 1.5 * tall / image.height()
    left, top = 0.28 * stage.width - half, edge - 0.3 * tall
    return Ray(image, QTransform(grow[0], 0, 0, grow[1], left, top), 0.5)


def _sheen(colour: QColor) -> QImage:
    """A broad soft light without a middle of its own."""
    side = 96
    image, light = blank(side, side), QRadialGradient(side / 2, side / 2, side / 2)
    for part, alpha in ((0.0, 0.5), (0.3, 0.36), (0.6, 0.14), (1.0, 0.0)):
        light.setColorAt(part, faded(colour, alpha))
    with painting(image) as painter:
        painter.fillRect(image.rect(), light)
    return image


def sill(stage: Stage) -> None:
    """A deep sill before a large window: weather outside, warmth inside."""
    view, light, painter = stage.view, stage.light, stage.painter
    edge = _edge(stage)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(0, 0, stage.width, edge), light.lit(QColor("#8a6a54"), 0.35))
    shift = -(view.pan + 0.4 * view.x) * stage.height
    pane = QRectF(
        0.13 * stage.width + shift,
        -0.04 * stage.height,
        0.74 * stage.width,
        edge + 0.03 * stage.height,
    )
    paint_window(stage, pane, "sill", country.wanted(stage, "outlook", "town"))
    if {"rain", "storm"} & set(stage.scene.weather):
        painter.save()
        painter.setClipRect(pane)
        paint_drops(stage, pane, "sill near", 22)
        painter.restore()
    for side in (-1, 1):
        _drape(stage, pane, side)
    painter.restore()
    _wood(stage)
    reach = 0.75 * stage.height
    warm = QRectF(0.92 * stage.width - reach, 0.75 * stage.height - reach, 2 * reach, 2 * reach)
    lamp = Glow(QColor("#ffb45c"), warm, 0.35 + 0.3 * light.lamps)
    shine_all(stage, [window_glow(stage, pane), lamp])


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


DARK = 0.12
"""How light paper is at most that stays black under any lamp."""


def studio(stage: Stage) -> None:
    """A seamless roll of paper under soft light: wall runs into floor without an edge."""
    light, painter = stage.light, stage.painter
    tint = _tint(stage)
    horizon = stage.view.horizon_y()
    white, lift = QColor("#ffffff"), 1.0 if tint.lightnessF() > DARK else 0.15
    paper = QLinearGradient(0, 0, 0, stage.height)
    turn = min(max(horizon / stage.height + 0.05, 0.2), 0.9)
    paper.setColorAt(0, light.lit(mixed(tint, QColor("#20202a"), 0.25), 0.75))
    paper.setColorAt(0.6 * turn, light.lit(tint, 0.85))
    paper.setColorAt(turn, light.lit(mixed(tint, white, 0.1 * lift), 0.9))
    paper.setColorAt(1, light.lit(mixed(tint, white, 0.22 * lift), 0.95))
    painter.fillRect(0, 0, stage.width, stage.height, paper)
    centre = QPointF(0.5 * stage.width - stage.view.pan * stage.height, 0.44 * stage.height)
    glow = QRadialGradient(centre, 0.8 * stage.height)
    glow.setColorAt(0, faded(mixed(tint, white, 0.75 * lift), 0.55))
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
    """The paper's colour: as asked for, by the mood, or one that the seed chooses of quiet ones."""
    named = stage.scene.paper or MOODS.get(stage.scene.mood) or country.wanted(stage, "wall")
    if named:
        return QColor(named)
    quiet = ("#c9ccd4", "#d8c8b8", "#b8c8c4", "#d4b8b0", "#b4bcd0", "#d8d0b0")
    return QColor(stage.chance("paper").choice(quiet))


def theatre(stage: Stage) -> None:
    """A stage: boards, velvet, and a follow spot with dust in its cone."""
    view, light = stage.view, stage.light
    back = max([9.0, *(one.z + 2.0 for one in stage.scene.subjects if one.z < 60)])
    stage.painter.fillRect(0, 0, stage.width, stage.height, QColor("#120a12"))
    half, top = strip.reach(stage, back, 2.0), strip.top(stage, back)
    metres = QRectF(-half, -0.3, 2 * half, top + 0.3)
    velvet = strip.kept(
        stage, "velvet", back, metres, lambda painter: _velvet(stage, painter, metres)
    )
    strip.show(stage, velvet)

    def boards(piece: Piece) -> None:
        piece.painter.fillRect(piece.metres, light.lit(QColor("#7a4c30"), 0.38))
        planks(piece, light.lit(QColor("#6a4028"), 0.3), stage.chance("boards"), 0.35)

    lay(stage, "boards", boards, back, hazy=False)
    half = 0.62 * back * stage.scene.aspect / view.focal
    wings = [
        Prop("curtain", side * (half - 1.1 + 1.6 * i), back - 1.0 - 0.4 * i, 1.5)
        for side in (-1, 1)
        for i in (0, 1)
    ]
    show(stage, [*wings, *country.props_of(stage)], SHAPES, calm=True)
    _spots(stage)


def _velvet(stage: Stage, painter: QPainter, metres: QRectF) -> None:
    """The back curtain's folds, dark above and warm below."""
    fold, x, light = 0.8, metres.left() - metres.left() % 0.8, stage.light
    x -= fold
    while x < metres.right():
        shade = QLinearGradient(x, 0, x + fold, 0)
        for part, dark in ((0, 0.75), (0.35, 0.2), (0.6, 0.35), (1, 0.75)):
            cloth = light.lit(QColor("#8a1c2c"), 0.35)
            shade.setColorAt(part, mixed(cloth, QColor("#0c0408"), dark))
        painter.fillRect(QRectF(x, metres.top(), fold, metres.height()), shade)
        x += fold
    above = QLinearGradient(0, min(metres.bottom(), 6.5), 0, 0)
    above.setColorAt(0, QColor(8, 4, 10, 210))
    above.setColorAt(0.8, QColor(8, 4, 10, 0))
    painter.fillRect(metres, above)


def _spots(stage: Stage) -> None:
    """Cones of light from above on the main subject, and weaker coloured ones beside it."""
    view = stage.view
    main = stage.scene.subjects[0] if stage.scene.subjects else None
    x, z = (main.x, main.z) if main else (0.0, 5.0)
    foot = view.project(x, 0.0, z)
    wide = 2.6 * view.pixels_per_metre(z)
    pool = stage.wardrobe.keep("pool", _pool)
    grow = wide / pool.width()
    where = QTransform(grow, 0, 0, 0.24 * grow, foot.x() - wide / 2, foot.y() - 0.12 * wide)
    top = QPointF(foot.x() + 0.18 * stage.width, -0.12 * stage.height)
    ends = (top, foot + QPointF(0, 0.06 * stage.height))
    rays = [Ray(pool, where, 1.0), cone_of(stage, QColor("#ffe9bf"), ends, 1.5 * wide, 0.75)]
    for side, colour in ((-1, "#7a5cff"), (1, "#ff5c8a")):
        swing = 0.05 * sin(0.5 * stage.t + side)
        start = QPointF((0.5 + 0.42 * side) * stage.width, -0.1 * stage.height)
        end = QPointF((0.5 + (0.1 + swing) * side) * stage.width, 0.95 * stage.height)
        rays.append(cone_of(stage, QColor(colour), (start, end), 0.55 * stage.height, 0.28))
    shine_all(stage, [], rays)
    _dust(stage, foot, top)


def _pool() -> QImage:
    """The round of a spotlight on the floor, soft at its rim."""
    side = 192
    image, light = blank(side, side), QRadialGradient(side / 2, side / 2, side / 2)
    light.setColorAt(0, QColor(255, 240, 205, 190))
    light.setColorAt(0.75, QColor(255, 226, 170, 120))
    light.setColorAt(1, QColor(255, 220, 160, 0))
    with painting(image) as painter:
        painter.fillRect(image.rect(), light)
    return image


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
