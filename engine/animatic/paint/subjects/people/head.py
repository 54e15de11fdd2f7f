"""A head: neck, skull, hair and beard, turned any way."""

from math import cos, degrees, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects.people import face, headgear
from engine.animatic.paint.subjects.people.canvas import Canvas, darker
from engine.animatic.paint.subjects.shape import Point, blob, curve, ellipse, limb

PROFILE: tuple[Point, ...] = (
    (-0.02, 1.0), (0.5, 0.9), (0.8, 0.52), (0.84, 0.2), (1.0, -0.12), (0.85, -0.26), (0.86, -0.45),
    (0.76, -0.84), (0.45, -0.96), (0.08, -0.78), (-0.3, -0.52), (-0.66, -0.42), (-0.9, 0.0),
    (-0.93, 0.35), (-0.76, 0.74), (-0.42, 0.95),
)  # fmt: skip
AHEAD: tuple[Point, ...] = (
    (0.0, 1.0), (0.48, 0.88), (0.78, 0.52), (0.84, 0.1), (0.83, -0.15), (0.78, -0.4), (0.66, -0.65),
    (0.4, -0.92), (0.0, -1.02), (-0.4, -0.92), (-0.66, -0.65), (-0.79, -0.4), (-0.83, -0.15),
    (-0.84, 0.1), (-0.78, 0.52), (-0.48, 0.88),
)  # fmt: skip
"""The skull's outline, clockwise from the crown, in half heights of the head."""
LINE_PROFILE: tuple[Point, ...] = (
    (-0.2, -0.36), (-0.1, -0.1), (-0.06, 0.16), (0.06, 0.36), (0.3, 0.5), (0.52, 0.6), (0.68, 0.62),
)  # fmt: skip
LINE_AHEAD: tuple[Point, ...] = (
    (-0.79, -0.4),
    (-0.82, -0.1),
    (-0.8, 0.15),
    (-0.68, 0.4),
    (-0.4, 0.57),
    (0.05, 0.66),
    (0.45, 0.58),
)
"""Where the hair begins, from the jaw's far corner over the forehead."""


def outline(c: Canvas) -> tuple[list[Point], float]:
    """The skull turned as the head is, and 1 or -1 for the side it looks to."""
    yaw = c.joints.head_yaw
    way = 1.0 if cos(yaw) >= 0 else -1.0
    part = min(max(abs(sin(yaw)), 0.0), 1.0)
    round_ = 1.06 if c.body.age in ("child", "baby") else 1.0
    points = [
        (way * round_ * (a[0] + (b[0] - a[0]) * part), a[1] + (b[1] - a[1]) * part)
        for a, b in zip(PROFILE, AHEAD, strict=True)
    ]
    return points, way


def neck(c: Canvas) -> None:
    """From the collar to the skull."""
    base, top = c.at(c.joints.neck), c.at(c.joints.head)
    thick = 0.05 if c.look.female or c.body.age != "adult" else 0.058
    path = limb(
        (base[0], base[1] - 0.02),
        (top[0] * 0.85 + base[0] * 0.15, top[1] * 0.7 + base[1] * 0.3),
        thick,
        thick,
    )
    c.fill(path, c.lit(darker(mixed(c.look.skin, QColor("#7a3b26"), 0.18), 0.1), 0, -0.35, 0.9))


def placed(c: Canvas) -> None:
    """Move the painter into the head: its middle at 0, half its height 1."""
    painter = c.fig.painter
    x, y = c.at(c.joints.head)
    painter.translate(x, y)
    nod = c.posture.nod * cos(c.joints.head_yaw) * 0.7
    painter.rotate(-degrees(c.joints.head_roll + nod))
    painter.scale(c.body.head, c.body.head)


def hair_behind(c: Canvas) -> None:
    """Long hair that falls behind the shoulders."""
    if c.look.hat in ("bubble", "helm", "headscarf", "mask", "headcloth"):
        return
    painter = c.fig.painter
    painter.save()
    placed(c)
    turn, seen = cos(c.joints.head_yaw), sin(c.joints.head_yaw)
    sway = 0.14 * sin(3.3 * c.t + c.posture.swing) * (
        0.3 + gust(c.fig.stage.scene, c.t)
    ) - 0.1 * c.posture.swing * abs(turn)
    if c.look.style in ("long", "bob", "braid"):
        low = -1.05 if c.look.style == "bob" else -2.1
        back, half = -0.42 * turn, 0.62 + 0.34 * abs(seen)
        path = blob(
            [
                (back - half * 0.85, 0.45),
                (back, 0.98),
                (back + half * 0.85, 0.45),
                (back + half, -0.5),
                (back + 0.86 * half + sway, low + 0.15),
                (back + sway, low),
                (back - 0.86 * half + sway, low + 0.15),
                (back - half, -0.5),
            ]
        )
        c.edged(path, _hair_brush(c, darker(c.look.hair, 0.2), low), 0.06)
    elif c.look.style == "ponytail":
        x = -0.85 * turn
        path = blob(
            [
                (x, 0.5),
                (x - 0.5 * turn - 0.12, 0.45),
                (x - 0.75 * turn + sway - 0.16, -0.5),
                (x - 0.5 * turn + 1.6 * sway, -1.35),
                (x - 0.3 * turn + sway + 0.16, -0.5),
            ]
        )
        c.edged(path, _hair_brush(c, c.look.hair, -1.2), 0.06)
    painter.restore()


def _hair_brush(c: Canvas, colour: QColor, low: float) -> QLinearGradient:
    brush = QLinearGradient(0, 1.0, 0, low)
    brush.setColorAt(0.0, c.lit(mixed(colour, QColor("#ffffff"), 0.1), 0, 0.7, 0.7))
    brush.setColorAt(0.5, c.lit(colour, 0, 0.1, 1))
    brush.setColorAt(1.0, c.lit(colour, 0, -0.4, 0.9))
    return brush


def head(c: Canvas) -> None:
    """Hair, face, beard, and what is worn on it."""
    painter = c.fig.painter
    painter.save()
    placed(c)
    points, way = outline(c)
    seen = sin(c.joints.head_yaw)
    bald = c.look.style in ("bald", "balding", "wisp") or c.look.hat in ("headscarf", "headcloth")
    _crown(c, points, bald)
    if seen > -0.45:
        _ears(c, behind=True)
        skin = c.lit(c.look.skin, 0.15, 0.1, 0.95)
        shape = blob(points) if bald else _face_shape(points, way, max(seen, 0.0), seen)
        c.edged(shape, _skin_brush(c, way), 0.05)
        if c.pixels > 45:
            face.paint(c, seen, skin)
        if c.look.beard:
            _beard(c, points, way, max(seen, 0.0))
        if not bald:
            _fringe(c, way, max(seen, 0.0))
        elif c.look.style == "balding" and c.look.hat == "":
            _sides(c, way, seen)
        elif c.look.style == "wisp":
            c.line(curve([(0.0, 1.0), (0.12, 1.14), (0.02, 1.2)]), c.lit(c.look.hair), 0.06)
    _ears(c, behind=False)
    headgear.paint(c)
    painter.restore()


def _skin_brush(c: Canvas, way: float) -> QRadialGradient:
    brush = QRadialGradient(QPointF(0.25 * way, 0.25), 1.5)
    brush.setColorAt(0.0, c.lit(c.look.skin, 0.1, 0.25, 0.96))
    brush.setColorAt(0.6, c.lit(c.look.skin, -0.1 * way, -0.05, 0.97))
    brush.setColorAt(1.0, c.lit(mixed(c.look.skin, QColor("#8a3f2a"), 0.2), -0.4 * way, -0.4, 0.8))
    return brush


def _crown(c: Canvas, points: list[Point], bald: bool) -> None:
    """The head's back and top: hair, a little larger than the skull."""
    if bald:
        c.fill(blob(points), c.lit(c.look.skin, -0.2, 0.2, 0.9))
        return
    big = {"curly": 1.16, "afro": 1.42, "buzz": 1.02, "short": 1.07, "parted": 1.08}.get(
        c.look.style, 1.09
    )
    turn = cos(c.joints.head_yaw)
    low = -0.5 if c.look.style in ("short", "buzz", "parted") else -0.62
    ring = []
    for x, y in points:
        if y < low:
            x, y = x * 0.8 - 0.25 * turn, low
        ring.append((x * big - 0.05 * turn, y * big + 0.02))
    if c.look.style in ("curly", "afro"):
        ring = [
            (x * (1.0 + 0.05 * (-1) ** i), y * (1.0 + 0.04 * (-1) ** i))
            for i, (x, y) in enumerate(ring)
        ]
    c.edged(blob(ring), _hair_brush(c, c.look.hair, -0.8), 0.06)
    if c.look.style == "bun":
        x, y = -0.62 * turn, 0.92
        c.edged(ellipse(x, y, 0.42, 0.4), _hair_brush(c, c.look.hair, 0.4), 0.06)


def _face_shape(points: list[Point], way: float, part: float, seen: float) -> QPainterPath:
    """The skin that the hair leaves free; away from us it narrows to nothing."""
    line = [
        (way * (a[0] + (b[0] - a[0]) * part), a[1] + (b[1] - a[1]) * part)
        for a, b in zip(LINE_PROFILE, LINE_AHEAD, strict=True)
    ]
    ring = [*points[2:11], *line]
    if seen < 0:
        away = -seen / 0.45
        edge = way * 0.95
        ring = [(x + (edge - x) * away, y) for x, y in ring]
    return blob(ring)


def _fringe(c: Canvas, way: float, part: float) -> None:
    """Strands over the forehead, and the hair that frames a face."""
    style = c.look.style
    if style in ("buzz", "curly", "afro") or c.pixels < 60:
        return
    x = way * (0.42 * (1 - part))
    if style in ("parted", "long", "bob"):
        path = blob(
            [
                (x - 0.5 * way, 0.86),
                (x + 0.35 * way, 0.84),
                (x + 0.5 * way, 0.5),
                (x + 0.05 * way, 0.66),
                (x - 0.45 * way, 0.42),
                (x - 0.72 * way * part - 0.2 * way, 0.1),
            ]
        )
    else:
        path = blob(
            [
                (x - 0.45, 0.84),
                (x + 0.4, 0.86),
                (x + 0.42 * way, 0.56),
                (x, 0.62),
                (x - 0.4 * way, 0.54),
            ]
        )
    c.fill(path, _hair_brush(c, c.look.hair, 0.0))


def _sides(c: Canvas, way: float, seen: float) -> None:
    """The hair that an old man keeps: behind and above the ears."""
    for longitude in (1.75, -1.75):
        angle = c.joints.head_yaw + longitude
        x = 0.86 * cos(angle)
        if sin(angle) > -0.75:
            c.fill(ellipse(x, 0.12, 0.2, 0.34), _hair_brush(c, c.look.hair, -0.2))
    if seen < 0.75:
        c.fill(ellipse(-0.62 * way, 0.05, 0.36, 0.42), _hair_brush(c, c.look.hair, -0.3))


def _ears(c: Canvas, behind: bool) -> None:
    if c.look.hat in ("bubble", "helm", "headscarf", "headcloth", "hood", "mask") or c.pixels < 60:
        return
    if c.look.style in ("long", "bob", "afro") and not behind:
        return
    for longitude in (1.5, -1.5):
        angle = c.joints.head_yaw + longitude
        depth = sin(angle)
        edge = abs(depth) < 0.45
        if depth < -0.45 or edge != behind:
            continue
        x = 0.86 * cos(angle)
        wide = 0.1 + 0.08 * max(depth, 0.0)
        c.fill(ellipse(x, -0.08, wide, 0.2), c.lit(mixed(c.look.skin, QColor("#a8503a"), 0.2)))


def _beard(c: Canvas, points: list[Point], way: float, part: float) -> None:
    colour = c.look.hair
    x = way * 0.4 * (1 - part)
    low = -2.0 if c.look.beard == "long" else -1.2
    sway = 0.06 * sin(2.0 * c.t)
    side = 0.74 * part + 0.4 * (1 - part)
    path = blob(
        [
            (x - way * side, -0.12),
            (x - way * 0.62 * side, -0.38),
            (x, -0.3),
            (x + way * 0.62 * side, -0.38),
            (x + way * side * (0.95 if part > 0.4 else 0.8), -0.15 if part > 0.4 else -0.35),
            (x + way * 0.7 * side, -0.85),
            (x + sway + 0.1 * way, low),
            (x - way * 0.72 * side, -0.8),
        ]
    )
    c.fill(path, _hair_brush(c, colour, low))
    mouth = curve([(x - 0.16, -0.53), (x + 0.02, -0.58), (x + 0.18 * way, -0.52)])
    c.line(mouth, faded(c.lit(QColor("#6a2f28")), 0.85), 0.06)
