"""Headgear: hats, helmets, crowns and cloths, in half heights of the head about its middle."""

from collections.abc import Callable
from math import cos, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.paint.subjects.people.canvas import Canvas, darker, lighter
from engine.animatic.paint.subjects.shape import Point, blob, curve, ellipse, polygon


def paint(c: Canvas) -> None:
    """What is worn on the head, if anything."""
    if c.look.hat in HATS:
        HATS[c.look.hat](c)


def _side(c: Canvas) -> float:
    """How much the head looks right, -1 to 1."""
    return cos(c.joints.head_yaw)


def _shade(c: Canvas, colour: QColor, wide: float = 1.0) -> QLinearGradient:
    return c.across(colour, (-wide, 0.0), (wide, 0.0))


def _dome(
    c: Canvas, colour: QColor, low: float, high: float, wide: float, flat: float = 0.75
) -> None:
    """A rounded crown from the row `low` up to `high`."""
    path = QPainterPath(QPointF(-wide, low))
    path.cubicTo(-wide, low + flat * (high - low), -0.7 * wide, high, 0.0, high)
    path.cubicTo(0.7 * wide, high, wide, low + flat * (high - low), wide, low)
    path.quadTo(QPointF(0.0, low - 0.12), QPointF(-wide, low))
    c.edged(path, _shade(c, colour, wide), 0.06)


def _brimmed(
    c: Canvas, colour: QColor, wide: float, high: float, crown: float, band: str = ""
) -> None:
    """A hat with a brim all round."""
    brim = blob([(-wide, 0.5), (0.0, 0.64), (wide, 0.5), (0.0, 0.3)])
    c.edged(brim, _shade(c, darker(colour, 0.12), wide), 0.06)
    _dome(c, colour, 0.5, high, crown, 0.95)
    if band:
        c.line(curve([(-crown, 0.6), (0.0, 0.5), (crown, 0.6)]), c.lit(QColor(band)), 0.15)


def _straw(c: Canvas) -> None:
    _brimmed(c, c.look.brim, 1.75, 1.35, 0.82, "#8f3b2c")


def _fedora(c: Canvas) -> None:
    _brimmed(c, darker(c.look.accent, 0.35), 1.4, 1.4, 0.88, "#1f1c1a")


def _bucket(c: Canvas) -> None:
    path = polygon([(-0.8, 1.1), (0.8, 1.1), (1.25, 0.28), (-1.25, 0.28)])
    c.edged(path, _shade(c, c.look.brim, 1.2), 0.06)
    c.fill(ellipse(0, 1.1, 0.8, 0.12), c.lit(lighter(c.look.brim, 0.1), 0, 0.7))


def _cowboy(c: Canvas) -> None:
    brim = blob(
        [
            (-1.75, 0.78),
            (-1.0, 0.46),
            (0.0, 0.38),
            (1.0, 0.46),
            (1.75, 0.78),
            (0.9, 0.66),
            (0.0, 0.6),
            (-0.9, 0.66),
        ]
    )
    path = blob(
        [
            (-0.82, 0.5),
            (-0.75, 1.25),
            (-0.4, 1.5),
            (0.0, 1.35),
            (0.4, 1.5),
            (0.75, 1.25),
            (0.82, 0.5),
            (0.0, 0.4),
        ]
    )
    c.edged(path, _shade(c, c.look.brim), 0.06)
    c.line(curve([(-0.8, 0.66), (0, 0.56), (0.8, 0.66)]), c.lit(darker(c.look.brim, 0.5)), 0.13)
    c.edged(brim, _shade(c, c.look.brim, 1.6), 0.06)


def _toque(c: Canvas) -> None:
    puff = blob(
        [(-0.72, 1.0), (-1.1, 1.55), (-0.7, 2.0), (0.0, 2.1), (0.7, 2.0), (1.1, 1.55), (0.72, 1.0)]
    )
    c.edged(puff, _shade(c, c.look.brim, 1.1), 0.06)
    band = polygon([(-0.84, 0.5), (0.84, 0.5), (0.78, 1.12), (-0.78, 1.12)])
    c.edged(band, _shade(c, c.look.brim), 0.05)
    if c.pixels > 90:
        dark = faded(c.lit(darker(c.look.brim, 0.5)), 0.4)
        for x in (-0.35, 0.1, 0.5):
            c.line(curve([(x, 1.15), (1.25 * x, 1.7)]), dark, 0.04)


def _crown(c: Canvas) -> None:
    points: list[Point] = [(-0.8, 0.55)]
    for i in range(5):
        x = -0.86 + 0.43 * i
        points += [(x, 1.3 if i % 2 == 0 else 1.45), (x + 0.215, 0.95)]
    points = [*points[:-1], (0.8, 0.55)]
    c.edged(polygon(points), _shade(c, c.look.brim, 0.9), 0.06)
    c.line(curve([(-0.8, 0.62), (0, 0.54), (0.8, 0.62)]), c.lit(darker(c.look.brim, 0.35)), 0.1)
    for x, colour in ((-0.45, "#c8342b"), (0.0, "#2f6fc4"), (0.45, "#c8342b")):
        c.fill(ellipse(x, 0.74, 0.08, 0.09), c.lit(QColor(colour), 0, 0.4))


def _helmet(c: Canvas) -> None:
    _dome(c, c.look.brim, 0.3, 1.22, 1.02)
    c.line(curve([(-1.04, 0.32), (0, 0.2), (1.04, 0.32)]), c.lit(darker(c.look.brim, 0.3)), 0.1)


def _hardhat(c: Canvas) -> None:
    x = 0.35 * _side(c)
    c.edged(
        blob([(-1.1 + x, 0.42), (x, 0.56), (1.1 + x, 0.42), (x, 0.28)]),
        _shade(c, darker(c.look.brim, 0.15)),
        0.05,
    )
    _dome(c, c.look.brim, 0.42, 1.25, 0.95)
    c.line(curve([(x, 0.5), (0.6 * x, 1.0), (-0.2 * x, 1.26)]), c.lit(lighter(c.look.brim)), 0.14)


def _firehelmet(c: Canvas) -> None:
    x = -0.45 * _side(c)
    c.edged(
        blob([(-1.25 + x, 0.2), (x, 0.55), (1.25 + x, 0.2), (x, 0.2)]),
        _shade(c, darker(c.look.brim, 0.2), 1.2),
        0.05,
    )
    _dome(c, c.look.brim, 0.4, 1.35, 0.95)
    if sin(c.joints.head_yaw) > 0.1:
        c.fill(ellipse(0.75 * _side(c), 0.82, 0.24, 0.3), c.lit(QColor("#e8c04a"), 0, 0.3))


def _peaked(c: Canvas) -> None:
    s = _side(c)
    c.edged(
        blob([(-1.08, 1.02), (0, 1.3), (1.08, 1.02), (0.85, 0.72), (-0.85, 0.72)]),
        _shade(c, c.look.brim),
        0.05,
    )
    c.fill(
        polygon([(-0.85, 0.46), (0.85, 0.46), (0.88, 0.78), (-0.88, 0.78)]),
        c.lit(darker(c.look.brim, 0.25)),
    )
    c.fill(
        blob([(-0.7 + 0.4 * s, 0.48), (0.4 * s, 0.52), (0.7 + 0.4 * s, 0.48), (0.85 * s, 0.28)]),
        c.lit(QColor("#15171c"), 0, 0.6),
    )
    if sin(c.joints.head_yaw) > 0.0:
        c.fill(ellipse(0.7 * s, 0.9, 0.12, 0.13), c.lit(QColor("#e3bf4a"), 0, 0.4))


def _cap(c: Canvas) -> None:
    s = _side(c)
    _dome(c, c.look.brim, 0.42, 1.16, 0.92)
    c.edged(
        blob([(-0.6 + 0.45 * s, 0.46), (0.4 * s, 0.54), (0.6 + 0.45 * s, 0.46), (1.05 * s, 0.3)]),
        _shade(c, darker(c.look.brim, 0.2)),
        0.05,
    )


def _beanie(c: Canvas) -> None:
    _dome(c, c.look.brim, 0.36, 1.24, 0.94)
    band = blob([(-0.98, 0.34), (0, 0.22), (0.98, 0.34), (0.96, 0.62), (0, 0.52), (-0.96, 0.62)])
    c.fill(band, _shade(c, lighter(c.look.brim, 0.15)))
    c.fill(ellipse(0, 1.3, 0.24, 0.23), c.lit(QColor("#f0ece4"), 0, 0.5, 0.8))


def _santa(c: Canvas) -> None:
    s = -_side(c) or 1
    path = blob(
        [
            (-0.9, 0.5),
            (-0.6, 1.2),
            (0.3 * s, 1.75),
            (1.1 * s, 1.3),
            (1.3 * s, 0.8),
            (0.8 * s, 1.05),
            (0.9, 0.5),
        ]
    )
    c.edged(path, _shade(c, c.look.brim), 0.05)
    c.fill(ellipse(1.3 * s, 0.75, 0.24, 0.23), c.lit(QColor("#f6f3ec"), 0, 0.4))
    c.fill(
        blob([(-1.0, 0.36), (0, 0.26), (1.0, 0.36), (0.98, 0.66), (0, 0.56), (-0.98, 0.66)]),
        c.lit(QColor("#f6f3ec"), 0, 0.4),
    )


def _cone(c: Canvas) -> None:
    tip = -0.5 * _side(c)
    path = QPainterPath(QPointF(-0.85, 0.5))
    path.quadTo(QPointF(-0.35, 1.5), QPointF(tip, 2.7))
    path.quadTo(QPointF(0.45, 1.5), QPointF(0.85, 0.5))
    path.closeSubpath()
    c.edged(
        blob([(-1.6, 0.45), (0, 0.62), (1.6, 0.45), (0, 0.26)]),
        _shade(c, darker(c.look.brim, 0.2), 1.5),
        0.06,
    )
    c.edged(path, _shade(c, c.look.brim), 0.06)
    if c.pixels > 80 and "stars" in c.look.extras:
        for x, y in ((-0.25, 0.9), (0.3, 1.2), (0.0, 1.7)):
            c.fill(ellipse(x + tip * (y - 0.5) / 2.2, y, 0.09, 0.09), c.fig.seen(QColor("#f4d76a")))


def _tricorn(c: Canvas) -> None:
    _dome(c, c.look.brim, 0.5, 1.15, 0.85)
    c.edged(
        blob(
            [
                (-1.35, 0.95),
                (-0.6, 0.5),
                (0.0, 0.36),
                (0.6, 0.5),
                (1.35, 0.95),
                (0.5, 0.9),
                (0.0, 1.12),
                (-0.5, 0.9),
            ]
        ),
        _shade(c, c.look.brim, 1.3),
        0.06,
    )
    c.line(
        curve([(-1.3, 0.93), (-0.5, 0.9), (0, 1.1), (0.5, 0.9), (1.3, 0.93)]),
        c.lit(QColor("#d9b24a")),
        0.06,
    )


def _tophat(c: Canvas) -> None:
    _brimmed(c, QColor("#23242a"), 1.25, 0.8, 0.8)
    c.edged(
        polygon([(-0.75, 0.55), (0.75, 0.55), (0.82, 1.85), (-0.82, 1.85)]),
        _shade(c, QColor("#23242a")),
        0.06,
    )
    c.line(curve([(-0.76, 0.72), (0, 0.66), (0.76, 0.72)]), c.lit(QColor("#8e2436")), 0.16)


def _veil(c: Canvas) -> None:
    back = -_side(c)
    path = blob(
        [
            (-0.8, 0.7),
            (0.0, 1.12),
            (0.8, 0.7),
            (1.0 + 0.9 * back, -0.8),
            (0.9 + 1.5 * back, -3.4),
            (-0.9 + 1.5 * back, -3.4),
            (-1.0 + 0.9 * back, -0.8),
        ]
    )
    c.fill(path, faded(c.lit(QColor("#ffffff"), 0, 0.3), 0.34))
    for i in range(5):
        c.fill(
            ellipse(-0.6 + 0.3 * i, 0.86 + 0.07 * (2 - abs(i - 2)), 0.15, 0.14),
            c.lit(QColor(("#f7d9de", "#ffffff")[i % 2]), 0, 0.4),
        )


def _headscarf(c: Canvas) -> None:
    """Cloth round head and throat that leaves the face free."""
    s, seen = _side(c), sin(c.joints.head_yaw)
    outer = blob(
        [
            (0.0, 1.12),
            (0.85, 0.85),
            (1.02, 0.1),
            (0.9, -0.7),
            (0.75, -1.4),
            (0.0, -1.62),
            (-0.75, -1.4),
            (-0.9, -0.7),
            (-1.02, 0.1),
            (-0.85, 0.85),
        ]
    )
    if seen > -0.3:
        window = ellipse(0.36 * s, -0.1, 0.5 + 0.14 * max(seen, 0.0), 0.8)
        outer = outer.subtracted(window)
    c.edged(outer, _shade(c, c.look.brim), 0.06)
    c.line(
        curve([(-0.6, -1.2), (0.1, -0.98), (0.66, -1.25)]),
        faded(c.lit(darker(c.look.brim, 0.5)), 0.5),
        0.05,
    )


def _headcloth(c: Canvas) -> None:
    _headscarf(c)
    c.line(curve([(-0.92, 0.62), (0, 0.5), (0.92, 0.62)]), c.lit(QColor("#23242a")), 0.14)


def _turban(c: Canvas) -> None:
    _dome(c, c.look.brim, 0.3, 1.4, 1.08)
    for i in range(3):
        y = 0.45 + 0.25 * i
        c.line(
            curve([(-1.0 + 0.1 * i, y + 0.1), (0, y - 0.02), (1.0 - 0.1 * i, y + 0.3)]),
            faded(c.lit(darker(c.look.brim, 0.4)), 0.5),
            0.05,
        )


def _hood(c: Canvas) -> None:
    s, seen = _side(c), sin(c.joints.head_yaw)
    outer = blob(
        [
            (-0.1 * s, 1.3),
            (0.9, 0.9),
            (1.1, 0.0),
            (0.9, -0.95),
            (0.0, -1.2),
            (-0.9, -0.95),
            (-1.1, 0.0),
            (-0.9, 0.9),
        ]
    )
    if seen > -0.3:
        outer = outer.subtracted(ellipse(0.4 * s, -0.1, 0.52 + 0.18 * max(seen, 0.0), 0.82))
    c.edged(outer, _shade(c, c.look.brim), 0.06)


def _helm(c: Canvas) -> None:
    """A closed steel helmet with a slit."""
    _dome(c, c.look.brim, -0.7, 1.2, 0.98, 0.9)
    jaw = blob([(-0.96, -0.5), (0.96, -0.5), (0.7, -1.05), (0.0, -1.2), (-0.7, -1.05)])
    c.fill(jaw, _shade(c, darker(c.look.brim, 0.12)))
    s, seen = _side(c), sin(c.joints.head_yaw)
    if seen > -0.3:
        half = 0.3 + 0.4 * max(seen, 0.0)
        c.line(
            curve([(0.4 * s - half, 0.1), (0.5 * s, 0.06), (0.4 * s + half, 0.1)]),
            QColor("#0c0d10"),
            0.15,
        )
        c.line(curve([(0.66 * s, 0.0), (0.66 * s, -0.8)]), c.lit(darker(c.look.brim, 0.4)), 0.05)
    plume = blob([(0.0, 1.15), (-0.5 * s, 1.7), (-1.3 * s, 1.4), (-1.5 * s, 0.7), (-0.8 * s, 1.15)])
    c.fill(plume, c.lit(QColor("#b3262f"), 0, 0.3))


def _kabuto(c: Canvas) -> None:
    c.edged(
        blob([(-1.2, 0.0), (-0.9, 0.6), (0.9, 0.6), (1.2, 0.0), (0.8, 0.2), (-0.8, 0.2)]),
        _shade(c, darker(c.look.brim, 0.1)),
        0.05,
    )
    _dome(c, c.look.brim, 0.4, 1.25, 0.95)
    x = 0.5 * _side(c)
    gold = c.lit(QColor("#e0b84a"), 0, 0.4)
    c.line(curve([(x - 0.1, 0.7), (x - 0.5, 1.25), (x - 0.35, 1.75)]), gold, 0.11)
    c.line(curve([(x + 0.1, 0.7), (x + 0.5, 1.25), (x + 0.35, 1.75)]), gold, 0.11)


def _bubble(c: Canvas) -> None:
    """An astronaut's helmet: a white shell and a golden visor that mirrors the sky."""
    s, seen = _side(c), sin(c.joints.head_yaw)
    c.edged(ellipse(0, 0.05, 1.36, 1.36), c.fig.ball(c.look.brim, 0, 0.05, 1.36), 0.05)
    if seen < -0.3:
        return
    x, half = 0.46 * s, 0.72 + 0.26 * max(seen, 0.0)
    visor = blob(
        [
            (x - half, 0.25),
            (x - 0.7 * half, 0.85),
            (x, 0.98),
            (x + 0.7 * half, 0.85),
            (x + half, 0.25),
            (x + 0.8 * half, -0.45),
            (x, -0.68),
            (x - 0.8 * half, -0.45),
        ]
    )
    light = c.fig.stage.light
    glass = QLinearGradient(0, 1.0, 0, -0.7)
    glass.setColorAt(0.0, mixed(QColor("#3a2c18"), light.zenith, 0.35))
    glass.setColorAt(0.5, mixed(QColor("#e0a83c"), light.horizon, 0.3))
    glass.setColorAt(1.0, c.lit(QColor("#7a5524"), 0, -0.2))
    rim = QColor("#9aa3ad")
    c.line(visor, c.lit(rim), 0.1)
    c.fill(visor, glass)
    c.line(
        curve([(x - 0.55 * half, 0.68), (x - 0.72 * half, 0.3), (x - 0.7 * half, 0.0)]),
        faded(c.fig.seen(QColor("#ffffff")), 0.7),
        0.1,
    )


def _mask(c: Canvas) -> None:
    _dome(c, QColor("#23282f"), -0.2, 1.08, 0.96)
    s = _side(c)
    c.fill(ellipse(0.5 * s, 0.1, 0.62, 0.36), c.lit(c.look.brim))
    c.fill(ellipse(0.5 * s, 0.1, 0.52, 0.27), c.lit(QColor("#7fb3c4"), 0, 0.3))


def _mortarboard(c: Canvas) -> None:
    _dome(c, c.look.brim, 0.4, 1.05, 0.9)
    c.edged(
        polygon([(-1.35, 1.05), (0, 1.3), (1.35, 1.05), (0, 0.82)]), _shade(c, c.look.brim), 0.05
    )
    c.line(curve([(0, 1.08), (0.9, 0.95), (1.0, 0.5)]), c.lit(QColor("#e0b84a")), 0.07)


def _beret(c: Canvas) -> None:
    s = -_side(c)
    c.edged(
        blob(
            [
                (-0.95 + 0.2 * s, 0.55),
                (-1.1 + 0.4 * s, 0.95),
                (0.3 * s, 1.3),
                (1.1 + 0.4 * s, 0.95),
                (0.95 + 0.2 * s, 0.55),
                (0, 0.45),
            ]
        ),
        _shade(c, c.look.brim),
        0.05,
    )


def _sailor(c: Canvas) -> None:
    _dome(c, c.look.brim, 0.6, 1.15, 0.75)
    c.edged(
        blob([(-0.98, 0.45), (0, 0.36), (0.98, 0.45), (1.05, 0.85), (0, 0.72), (-1.05, 0.85)]),
        _shade(c, c.look.brim),
        0.05,
    )


def _aviator(c: Canvas) -> None:
    _hood(c)
    s = _side(c)
    if sin(c.joints.head_yaw) > -0.2:
        c.fill(ellipse(0.5 * s - 0.25, 0.78, 0.26, 0.2), c.lit(QColor("#9fc4d4"), 0, 0.5))
        c.fill(ellipse(0.5 * s + 0.25, 0.78, 0.26, 0.2), c.lit(QColor("#9fc4d4"), 0, 0.5))


def _cyclehelmet(c: Canvas) -> None:
    _dome(c, c.look.brim, 0.42, 1.3, 1.04)
    for x in (-0.4, 0.0, 0.4):
        c.line(curve([(x, 0.65), (0.8 * x, 1.08)]), c.lit(QColor("#23262e")), 0.11)


def _conical(c: Canvas) -> None:
    path = blob([(-1.9, 0.35), (-0.9, 0.95), (0.0, 1.5), (0.9, 0.95), (1.9, 0.35), (0.0, 0.2)])
    c.edged(path, _shade(c, QColor("#d9bd7e"), 1.8), 0.06)


HATS: dict[str, Callable[[Canvas], None]] = {
    "straw": _straw, "fedora": _fedora, "bucket": _bucket, "cowboy": _cowboy, "toque": _toque,
    "crown": _crown, "helmet": _helmet, "hardhat": _hardhat, "firehelmet": _firehelmet,
    "peaked": _peaked, "cap": _cap, "beanie": _beanie, "santa": _santa, "cone": _cone,
    "tricorn": _tricorn, "tophat": _tophat, "veil": _veil, "headscarf": _headscarf,
    "headcloth": _headcloth, "turban": _turban, "hood": _hood, "helm": _helm, "kabuto": _kabuto,
    "bubble": _bubble, "mask": _mask, "mortarboard": _mortarboard, "beret": _beret,
    "sailor": _sailor, "aviator": _aviator, "cyclehelmet": _cyclehelmet, "conical": _conical,
}  # fmt: skip
