"""Limbs: legs with shoes, arms with hands."""

from math import hypot

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.paint.subjects.people.canvas import Canvas, darker
from engine.animatic.paint.subjects.shape import Point, blob, ellipse, limb, ribbon

BARE = frozenset(("skirt", "dress", "tutu", "shorts", "swim", "romper"))
THICK = {"baby": 1.7, "child": 1.16}


def leg(c: Canvas, side: int) -> None:
    """Thigh, shin and foot of one leg; the left one lies in the shade of the body in profile."""
    hip, knee = c.at(c.joints.sockets[side]), c.at(c.joints.knees[side])
    ankle = c.at(c.joints.ankles[side])
    thick = THICK.get(c.body.age, 1.0) * (1.25 if "suit" in c.look.extras else 1.0)
    shade = 0.26 * max(min((c.joints.sockets[1 - side][2] - c.joints.sockets[side][2]) * 11, 1), 0)
    cloth = darker(c.look.below, shade)
    skin = darker(c.look.skin, shade)
    _foot(c, side, shade, thick)
    upper = skin if c.look.lower in ("swim", "tutu", "skirt", "dress") else cloth
    lower = skin if c.look.lower in BARE else cloth
    if "tights" in c.look.extras:
        upper = lower = darker(QColor("#f3d3d6"), shade)
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    capsule(whole, hip, knee, 0.104 * thick, 0.074 * thick)
    if upper == lower:
        _shin(whole, knee, ankle, thick)
        c.edged(whole, c.along(lower, hip, ankle))
    else:
        shin = QPainterPath()
        shin.setFillRule(Qt.FillRule.WindingFill)
        _shin(shin, knee, ankle, thick)
        c.edged(shin, c.along(lower, knee, ankle))
    if "socks" in c.look.extras or "boots" in c.look.extras:
        boot = darker(c.look.shoes if "boots" in c.look.extras else c.look.top, shade)
        cuff = QPainterPath()
        capsule(cuff, _past(knee, ankle, 0.5), ankle, 0.078 * thick, 0.062 * thick)
        c.fill(cuff, c.along(boot, knee, ankle))
    if upper != lower:
        c.edged(whole, c.along(upper, hip, knee))
    if c.look.lower == "shorts":
        end = _past(hip, knee, 0.72)
        c.edged(limb(hip, end, 0.112 * thick, 0.1 * thick), c.along(cloth, hip, end))


def _shin(path: QPainterPath, knee: Point, ankle: Point, thick: float) -> None:
    capsule(path, knee, ankle, 0.074 * thick, 0.046 * thick)
    capsule(path, _bulge(knee, ankle, 0.2, 0.006), _bulge(knee, ankle, 0.55, 0.004),
            0.074 * thick, 0.062 * thick)  # fmt: skip


def capsule(path: QPainterPath, start: Point, end: Point, wide: float, narrow: float) -> None:
    """Add a tapering bar with round ends, always turned the same way, so that bars that overlap
    fill as one."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    size = hypot(dx, dy) or 1e-6
    ux, uy = dx / size, dy / size
    a, b, k = wide / 2, narrow / 2, 4 / 3
    path.moveTo(start[0] - uy * a, start[1] + ux * a)
    path.lineTo(end[0] - uy * b, end[1] + ux * b)
    path.cubicTo(end[0] + (-uy + k * ux) * b, end[1] + (ux + k * uy) * b,
                 end[0] + (uy + k * ux) * b, end[1] + (-ux + k * uy) * b,
                 end[0] + uy * b, end[1] - ux * b)  # fmt: skip
    path.lineTo(start[0] + uy * a, start[1] - ux * a)
    path.cubicTo(start[0] + (uy - k * ux) * a, start[1] + (-ux - k * uy) * a,
                 start[0] + (-uy - k * ux) * a, start[1] + (ux - k * uy) * a,
                 start[0] - uy * a, start[1] + ux * a)  # fmt: skip


def _foot(c: Canvas, side: int, shade: float, thick: float) -> None:
    heel, toe = c.at(c.joints.heels[side]), c.at(c.joints.toes[side])
    ankle = c.at(c.joints.ankles[side])
    colour = c.look.skin if "barefoot" in c.look.extras else c.look.shoes
    leather = darker(colour, shade)
    dx, dy = toe[0] - heel[0], toe[1] - heel[1]
    size = c.body.sole * (1.35 if "bigshoes" in c.look.extras else 1.0)
    length = hypot(dx, dy)
    if length < 0.45 * size:
        _foot_from_ahead(c, heel, toe, ankle, leather, thick)
        return
    ux, uy = dx / length, dy / length
    # Up from the sole is where the ankle is.
    nx, ny = -uy, ux
    if (ankle[0] - heel[0]) * nx + (ankle[1] - heel[1]) * ny < 0:
        nx, ny = uy, -ux
    tall = (0.062 if "boots" in c.look.extras else 0.055) * thick**0.5
    rows = ((-0.1, 0.0), (0.6, 0.0), (1.02, 0.05), (1.04, 0.32), (0.72, 0.55), (0.34, 1.0),
            (0.02, 1.05), (-0.1, 0.5))  # fmt: skip
    path = blob([
        (heel[0] + dx * a + nx * tall * b, heel[1] + dy * a + ny * tall * b) for a, b in rows
    ])  # fmt: skip
    c.edged(path, c.along(leather, ankle, toe), 0.004)
    if c.pixels > 160 and "barefoot" not in c.look.extras:
        sole = ribbon([(heel[0] - 0.06 * dx, heel[1] - 0.06 * dy), toe], [0.009, 0.008])
        c.fill(sole, c.lit(darker(leather, 0.55)))


def _foot_from_ahead(
    c: Canvas, heel: Point, toe: Point, ankle: Point, leather: QColor, thick: float
) -> None:
    path = blob([
        (ankle[0] - 0.026, ankle[1] + 0.012), (ankle[0] + 0.026, ankle[1] + 0.012),
        (toe[0] + 0.034 * thick**0.5, toe[1] + 0.022), (toe[0] + 0.028, toe[1] - 0.006),
        (toe[0] - 0.028, toe[1] - 0.006), (toe[0] - 0.034 * thick**0.5, toe[1] + 0.022),
    ])  # fmt: skip
    c.edged(path, c.along(leather, ankle, toe), 0.004)


def arm(c: Canvas, side: int) -> None:
    """Sleeve, forearm and hand."""
    shoulder, elbow = c.at(c.joints.shoulders[side]), c.at(c.joints.elbows[side])
    hand = c.at(c.joints.hands[side])
    thick = THICK.get(c.body.age, 1.0) * (1.3 if "suit" in c.look.extras else 1.0)
    thick *= 0.88 if c.look.female else 1.0
    shade = 0.28 * max(min((c.joints.neck[2] - c.joints.shoulders[side][2]) * 11, 1), 0)
    skin, cloth = darker(c.look.skin, shade), darker(c.look.top, shade)
    sleeves = c.look.sleeves
    suit, gloves = "suit" in c.look.extras, "gloves" in c.look.extras
    _hand(
        c, elbow, hand, cloth if suit else darker(c.look.accent, shade) if gloves else skin, thick
    )
    fore = cloth if sleeves in ("long", "wide") else skin
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    capsule(whole, elbow, hand, 0.058 * thick, 0.042 * thick)
    capsule(whole, shoulder, elbow, 0.07 * thick, 0.058 * thick)
    c.edged(whole, c.along(fore, shoulder, hand), 0.005)
    if sleeves == "short":
        sleeve = QPainterPath()
        capsule(sleeve, shoulder, _past(shoulder, elbow, 0.55), 0.076 * thick, 0.078 * thick)
        c.edged(sleeve, c.along(cloth, shoulder, elbow))
    elif sleeves == "wide":
        _wide_sleeve(c, shoulder, elbow, hand, cloth)
    if "stripes" in c.look.extras and c.pixels > 60:
        a, b = _past(elbow, hand, 0.5), _past(elbow, hand, 0.68)
        c.fill(limb(a, b, 0.056 * thick, 0.052 * thick), c.lit(QColor("#e9ec8a")))


def _wide_sleeve(c: Canvas, shoulder: Point, elbow: Point, hand: Point, cloth: QColor) -> None:
    """Hangs open from the wrist."""
    wrist = _past(elbow, hand, 0.92)
    path = QPainterPath(limb(shoulder, elbow, 0.08, 0.085))
    path.setFillRule(Qt.FillRule.WindingFill)
    c.fill(path, c.along(cloth, shoulder, elbow))
    drop = 0.075
    bag = blob(
        [
            (elbow[0] - 0.03, elbow[1] + 0.03),
            (wrist[0], wrist[1] + 0.034),
            (wrist[0] + 0.01, wrist[1] - drop * 0.7),
            (wrist[0] * 0.6 + elbow[0] * 0.4, wrist[1] * 0.6 + elbow[1] * 0.4 - drop),
            (elbow[0] - 0.02, elbow[1] - 0.04),
        ]
    )
    c.edged(bag, c.along(cloth, (elbow[0], elbow[1] + 0.04), (elbow[0], elbow[1] - 0.1)))


def _hand(c: Canvas, elbow: Point, hand: Point, skin: QColor, thick: float) -> None:
    dx, dy = hand[0] - elbow[0], hand[1] - elbow[1]
    length = hypot(dx, dy) or 1e-6
    ux, uy = dx / length, dy / length
    tip = (hand[0] + 0.044 * ux, hand[1] + 0.044 * uy)
    c.edged(limb(hand, tip, 0.04 * thick, 0.03 * thick), c.lit(skin, 0.1, 0.1, 0.97), 0.004)
    if c.pixels > 220:
        thumb = (hand[0] + 0.026 * ux - 0.02 * uy, hand[1] + 0.026 * uy + 0.02 * ux)
        c.fill(ellipse(*thumb, 0.009, 0.009), c.lit(skin, 0.0, 0.2, 0.95))


def _past(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _bulge(start: Point, end: Point, part: float, out: float) -> Point:
    """A point along a line, pushed aside."""
    x, y = _past(start, end, part)
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1e-6
    return x - out * (end[1] - start[1]) / length * -1, y + out * (end[0] - start[0]) / length * -1
