"""Playthings: balls in flight, kites on the wind, balloons, flags, a guitar."""

from math import atan2, cos, degrees, sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded
from engine.animatic.motion.people.sports import KICK, RELEASE, THROW
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects.people.canvas import Canvas, lighter
from engine.animatic.paint.subjects.shape import Point, blob, box, curve, ellipse, polygon

WOOD, GOLD = QColor("#8a5f38"), QColor("#e0b84a")


def _middle(c: Canvas) -> Point:
    """Between the hands."""
    a, b = c.at(c.joints.hands[0]), c.at(c.joints.hands[1])
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def flag(c: Canvas, hand: Point) -> None:
    top = (hand[0] + 0.05, hand[1] + 0.5)
    c.line(curve([(hand[0] - 0.012, hand[1] - 0.12), top]), c.lit(WOOD), 0.014)
    wind = 0.35 + gust(c.fig.stage.scene, c.t)
    up, down = [], []
    for i in range(6):
        part = i / 5
        wave = 0.03 * wind * part * sin(7.0 * c.t - 5.0 * part)
        up.append((top[0] - 0.42 * part, top[1] + wave - 0.05 * part * (1.2 - wind)))
        down.append(
            (top[0] - 0.02 - 0.42 * part, top[1] - 0.24 + wave - 0.06 * part * (1.2 - wind))
        )
    path = curve(up)
    path.lineTo(QPointF(*down[-1]))
    curve(down[::-1], path)
    path.closeSubpath()
    c.edged(path, c.across(c.look.accent, up[-1], up[0]), 0.006)


def kite(c: Canvas, hand: Point) -> None:
    """High up on its line, swinging in the wind, with a tail."""
    a, b = sin(0.9 * c.t + c.look.top.greenF() * 9), sin(1.7 * c.t + 2.0)
    x, y = hand[0] + 1.15 + 0.22 * a, hand[1] + 1.75 + 0.12 * b
    line = QPainterPath(QPointF(*hand))
    line.quadTo(QPointF(hand[0] + 0.75, hand[1] + 0.6), QPointF(x, y))
    c.line(line, faded(c.lit(QColor("#f2efe6")), 0.8), 0.004)
    painter = c.fig.painter
    painter.save()
    painter.translate(x, y)
    painter.rotate(-35 + 10 * a)
    colour = QColor(("#d1372f", "#f2c230", "#2f6fc4", "#3f9b55")[int(c.look.top.redF() * 97) % 4])
    c.edged(
        polygon([(0, 0.26), (0.17, 0.06), (0, -0.3), (-0.17, 0.06)]), c.lit(colour, 0, 0.2), 0.008
    )
    c.fill(polygon([(0, 0.26), (0.17, 0.06), (0, 0.06)]), c.lit(lighter(colour, 0.45), 0, 0.3))
    c.fill(polygon([(0, -0.3), (-0.17, 0.06), (0, 0.06)]), c.lit(lighter(colour, 0.45), 0, 0.3))
    tail = [(0.05 * sin(4 * c.t - 1.3 * i) * i * 0.5, -0.3 - 0.11 * i) for i in range(6)]
    c.line(curve(tail), c.lit(colour), 0.007)
    for point in tail[1:]:
        c.fill(ellipse(*point, 0.032, 0.014), c.lit(lighter(colour, 0.3)))
    painter.restore()


def balloon(c: Canvas, hand: Point) -> None:
    sway = 0.05 * sin(1.3 * c.t + 3.0 * hand[0]) + 0.1 * gust(c.fig.stage.scene, c.t)
    x, y = hand[0] - sway, hand[1] + 0.55
    line = QPainterPath(QPointF(*hand))
    line.quadTo(QPointF(hand[0], y - 0.25), QPointF(x, y - 0.13))
    c.line(line, faded(c.lit(QColor("#efe9dc")), 0.8), 0.004)
    c.edged(ellipse(x, y, 0.11, 0.13), c.fig.ball(c.look.accent, x, y, 0.13), 0.006)
    c.fill(ellipse(x - 0.04, y + 0.05, 0.02, 0.032), faded(c.fig.seen(QColor("#ffffff")), 0.5))


def flowers(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    for i in range(5):
        a = -0.7 + 0.35 * i
        end = (x + 0.12 * sin(a), y + 0.1 + 0.05 * cos(a))
        c.line(curve([(x, y - 0.05), end]), c.lit(QColor("#4f8a48")), 0.007)
        c.fill(
            ellipse(*end, 0.034, 0.032),
            c.lit(QColor(("#e0527a", "#f2c230", "#d1433a", "#f3ece4", "#b86ad0")[i]), 0, 0.3),
        )
    c.fill(
        polygon([(x - 0.045, y + 0.04), (x + 0.045, y + 0.04), (x, y - 0.08)]),
        c.lit(QColor("#efe6d2")),
    )


def ball(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    c.edged(
        ellipse(x + 0.03, y + 0.02, 0.062, 0.062),
        c.fig.ball(c.look.accent, x + 0.03, y + 0.02, 0.062),
        0.005,
    )


def gift(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    c.edged(
        box(x - 0.07, y - 0.05, 0.14, 0.12, 0.006),
        c.across(c.look.accent, (x - 0.07, y), (x + 0.07, y)),
        0.005,
    )
    c.line(curve([(x, y + 0.07), (x, y - 0.05)]), c.lit(GOLD), 0.018)
    c.line(curve([(x - 0.03, y + 0.1), (x, y + 0.07), (x + 0.03, y + 0.1)]), c.lit(GOLD), 0.014)


def ice_cream(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.01, hand[1] + 0.03
    c.fill(
        polygon([(x - 0.024, y + 0.02), (x + 0.024, y + 0.02), (x, y - 0.06)]),
        c.lit(QColor("#d9a55a")),
    )
    c.fill(ellipse(x, y + 0.035, 0.03, 0.028), c.lit(QColor("#f3a9b8"), 0, 0.4))


def guitar(c: Canvas, hand: Point) -> None:
    """Across the body, its neck towards the far hand."""
    grip, hips = c.at(c.joints.hands[1]), hand
    wood = QColor("#b5712f")
    dx, dy = grip[0] - hips[0], grip[1] - hips[1]
    size = max((dx * dx + dy * dy) ** 0.5, 1e-3)
    ux, uy = dx / size, dy / size
    head = (grip[0] + 0.1 * ux, grip[1] + 0.1 * uy)
    painter = c.fig.painter
    c.line(curve([hips, head]), c.lit(QColor("#5a3a20")), 0.026)
    painter.save()
    painter.translate(hips[0] - 0.01 * ux, hips[1] - 0.01 * uy)
    painter.rotate(degrees(atan2(uy, ux)))
    body = blob(
        [
            (-0.15, 0.0),
            (-0.12, 0.1),
            (-0.02, 0.105),
            (0.04, 0.065),
            (0.1, 0.08),
            (0.14, 0.0),
            (0.1, -0.08),
            (0.04, -0.065),
            (-0.02, -0.105),
            (-0.12, -0.1),
        ]
    )
    c.edged(body, c.across(wood, (0, -0.1), (0, 0.1)), 0.006)
    c.fill(ellipse(0.02, 0, 0.03, 0.03), c.lit(QColor("#2a1a10")))
    c.line(curve([(-0.1, -0.02), (-0.1, 0.02)]), c.lit(QColor("#2a1a10")), 0.012)
    painter.restore()


def violin(c: Canvas, hand: Point) -> None:
    """Between the chin and the far hand with the bow across it; at rest it hangs from one hand."""
    playing = c.at(c.joints.hands[1])[1] > hand[1] - 0.02
    grip = c.at(c.joints.hands[1]) if playing else (hand[0], hand[1] - 0.02)
    neck = c.at(c.joints.neck) if playing else (hand[0] + 0.1, hand[1] - 0.3)
    _fiddle(c, neck, grip)
    if playing:
        middle = (0.45 * neck[0] + 0.55 * grip[0], 0.45 * neck[1] + 0.55 * grip[1])
        dx, dy = middle[0] - hand[0], middle[1] - hand[1] + 0.03
        size = max((dx * dx + dy * dy) ** 0.5, 1e-3)
        tip = (hand[0] + 0.36 * dx / size, hand[1] + 0.36 * dy / size)
        c.line(curve([hand, tip]), c.lit(QColor("#e9dfc8")), 0.009)


def _fiddle(c: Canvas, chin: Point, scroll: Point) -> None:
    """The body at the chin, the neck out to the scroll."""
    dx, dy = scroll[0] - chin[0], scroll[1] - chin[1]
    size = max((dx * dx + dy * dy) ** 0.5, 1e-3)
    end = (scroll[0] + 0.03 * dx / size, scroll[1] + 0.03 * dy / size)
    c.line(curve([chin, end]), c.lit(QColor("#2f1c12")), 0.016)
    painter = c.fig.painter
    painter.save()
    painter.translate(*chin)
    painter.rotate(degrees(atan2(dy, dx)))
    upper = [(0.02, 0.0), (0.05, 0.05), (0.1, 0.032), (0.16, 0.042), (0.19, 0.0)]
    lower = [(x, -y) for x, y in reversed(upper[1:-1])]
    c.edged(blob([*upper, *lower]), c.across(QColor("#9c4f22"), (0, -0.05), (0, 0.05)), 0.005)
    painter.restore()


def flying_ball(c: Canvas, act: str, s: float) -> None:
    """The ball that a throw or kick sends off, on its parabola until it is out of reach."""
    height = c.body.height
    if act == "throw":
        phase, off = s % THROW, RELEASE
        if phase < off:
            _one_ball(c, c.at(c.joints.hands[0]), 0.035, 0.0)
            return
        start, speed = (0.2, 0.95), (7.5, 3.6)
    else:
        phase, off = s % KICK, 0.86
        start, speed = (0.2, 0.065), (8.5, 4.2)
        if phase < off:
            _one_ball(c, start, 0.065, 0.0)
            return
    aloft = phase - off
    x = start[0] + speed[0] * aloft / height
    y = start[1] + (speed[1] * aloft - 4.905 * aloft * aloft) / height
    if y > 0.0:
        _one_ball(c, (x, y), 0.035 if act == "throw" else 0.065, 9.0 * aloft)


def _one_ball(c: Canvas, at: Point, radius: float, spin: float) -> None:
    colour = QColor("#f4f2ec")
    c.edged(ellipse(*at, radius, radius), c.fig.ball(colour, *at, radius), 0.004)
    if c.pixels > 60:
        for i in range(3):
            a = spin + tau * i / 3
            spot = (at[0] + 0.5 * radius * cos(a), at[1] + 0.5 * radius * sin(a))
            c.fill(ellipse(*spot, 0.28 * radius, 0.28 * radius), c.lit(QColor("#2a2c33")))
