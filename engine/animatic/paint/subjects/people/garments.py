"""Garments: what covers the trunk and hangs from it: shirts, coats, skirts, gowns, robes."""

from math import cos, hypot, sin, sqrt

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects.logo import emblem, put
from engine.animatic.paint.subjects.people.canvas import Canvas, darker, lighter
from engine.animatic.paint.subjects.shape import Point, blob, curve, ellipse, ribbon

Row = tuple[float, float, float, float]
"""Up the torso (0 hips, 1 neck), half breadth, half depth in front, half depth behind."""

MAN: tuple[Row, ...] = (
    (-0.12, 0.078, 0.056, 0.07), (0.06, 0.08, 0.06, 0.072), (0.38, 0.074, 0.062, 0.054),
    (0.68, 0.092, 0.074, 0.066), (0.87, 0.11, 0.06, 0.068), (0.96, 0.09, 0.04, 0.052),
    (1.0, 0.052, 0.034, 0.042),
    (1.03, 0.036, 0.03, 0.034),
)  # fmt: skip
WOMAN: tuple[Row, ...] = (
    (-0.12, 0.084, 0.058, 0.076), (0.06, 0.084, 0.058, 0.074), (0.42, 0.06, 0.05, 0.046),
    (0.68, 0.078, 0.08, 0.056), (0.87, 0.096, 0.056, 0.06), (0.96, 0.076, 0.038, 0.048),
    (1.0, 0.046, 0.03, 0.038),
    (1.03, 0.03, 0.026, 0.03),
)  # fmt: skip
CHILD: tuple[Row, ...] = (
    (-0.12, 0.08, 0.066, 0.07), (0.1, 0.082, 0.074, 0.068), (0.4, 0.078, 0.076, 0.058),
    (0.7, 0.082, 0.068, 0.064), (0.87, 0.092, 0.056, 0.062), (0.96, 0.074, 0.04, 0.05),
    (1.0, 0.05, 0.034, 0.04),
    (1.03, 0.034, 0.03, 0.034),
)  # fmt: skip
LONG = {"skirt": 0.52, "dress": 0.56, "coat": 0.4, "gown": 1.0, "robe": 0.95, "tutu": 0.16,
        "hakama": 0.86}  # fmt: skip
"""How far down the legs a garment hangs, in legs."""
FLARE = {
    "skirt": 0.3,
    "dress": 0.32,
    "coat": 0.1,
    "gown": 0.5,
    "robe": 0.2,
    "tutu": 2.4,
    "hakama": 0.3,
}


def rows_of(c: Canvas) -> tuple[Row, ...]:
    """The trunk's measures."""
    if c.body.age in ("child", "baby"):
        return CHILD
    return WOMAN if c.body.female else MAN


class Trunk:
    """The torso on the canvas: points by how far up and how far to either edge."""

    def __init__(self, c: Canvas) -> None:
        self.hips, self.neck = c.at(c.joints.hips), c.at(c.joints.neck)
        self.ux, self.uy = self.neck[0] - self.hips[0], self.neck[1] - self.hips[1]
        size = hypot(self.ux, self.uy) or 1e-6
        self.rx, self.ry = self.uy / size, -self.ux / size
        self.low, self.high = c.joints.hip_yaw, c.joints.chest_yaw
        self.stout = 1.25 if "suit" in c.look.extras else 1.1 if c.look.lower == "robe" else 1.0

    def spot(self, up: float, out: float) -> Point:
        """`up` the torso, `out` to the right of its axis."""
        return (
            self.hips[0] + up * self.ux + out * self.rx,
            self.hips[1] + up * self.uy + out * self.ry,
        )

    def edges(self, row: Row) -> tuple[float, float]:
        """How far the left and right outline lie from the axis (left negative)."""
        up, wide, front, back = row
        yaw = self.low + (self.high - self.low) * min(max(up, 0.0), 1.0)
        c, s = cos(yaw), sin(yaw)
        right, left = (front, back) if c > 0 else (back, front)
        return (
            -self.stout * sqrt((wide * s) ** 2 + (left * c) ** 2),
            self.stout * sqrt((wide * s) ** 2 + (right * c) ** 2),
        )


def torso(c: Canvas, trunk: Trunk) -> None:
    """The shirt or the upper part of whatever is worn."""
    rows = rows_of(c)
    if c.look.lower in ("trousers", "shorts"):
        rows = ((-0.02, *rows[1][1:]), *rows[1:])
    left = [trunk.spot(row[0], trunk.edges(row)[0]) for row in rows]
    right = [trunk.spot(row[0], trunk.edges(row)[1]) for row in rows]
    path = blob([*left, *reversed(right)])
    if c.look.lower == "swim" and not c.look.female:
        c.edged(path, c.across(c.look.skin, left[3], right[3]))
        low = blob([*left[:2], *reversed(right[:2])])
        c.fill(low, c.lit(c.look.top))
        return
    c.edged(path, c.across(c.look.top, left[3], right[3]), 0.008)
    if c.look.lower in ("trousers", "shorts", "romper"):
        _waist(c, trunk, rows_of(c))
    if c.pixels > 70:
        _front(c, trunk, rows_of(c))


def _waist(c: Canvas, trunk: Trunk, rows: tuple[Row, ...]) -> None:
    """Trousers reach up to the belt; a child's romper has no seam."""
    if c.look.lower == "romper":
        return
    l0, r0 = trunk.edges(rows[0])
    l1, r1 = trunk.edges(rows[1])
    ends = [
        trunk.spot(-0.2, 0.97 * l0),
        trunk.spot(0.04, 1.01 * l1),
        trunk.spot(0.04, 1.01 * r1),
        trunk.spot(-0.2, 0.97 * r0),
    ]
    path = QPainterPath(QPointF(*ends[0]))
    for end in ends[1:]:
        path.lineTo(QPointF(*end))
    c.fill(path, c.across(c.look.below, ends[1], ends[2]))
    if c.pixels > 90 or "belt" in c.look.extras:
        c.line(
            curve([ends[1], trunk.spot(0.03, 0.0), ends[2]]),
            c.lit(darker(c.look.below, 0.55)),
            0.013,
        )


def _middle(trunk: Trunk, row: Row) -> float:
    """Where the middle line of the chest runs at this height."""
    yaw = trunk.low + (trunk.high - trunk.low) * min(max(row[0], 0.0), 1.0)
    c, s = cos(yaw), sin(yaw)
    return trunk.stout * row[2] * c * (0.92 if s > 0 else 1.0)


def _front(c: Canvas, trunk: Trunk, rows: tuple[Row, ...]) -> None:
    """What is seen on the chest: a neck opening, a button line, lapels, a tie, a badge."""
    seen = sin(trunk.high)
    if seen < -0.05:
        return
    line = [trunk.spot(row[0], _middle(trunk, row)) for row in rows]
    extras, width = c.look.extras, max(seen, 0.25)
    dark = faded(c.lit(darker(c.look.top, 0.55)), 0.6)
    if c.look.lower in ("coat", "robe") or extras & {"buttons", "lapels", "suit"}:
        c.line(curve(line[:-1]), dark, 0.005)
    neck = trunk.spot(0.97, _middle(trunk, rows[6]))
    open_ = blob([trunk.spot(1.03, _middle(trunk, rows[7]) - 0.028 * width), neck,
                  trunk.spot(1.03, _middle(trunk, rows[7]) + 0.028 * width)])  # fmt: skip
    c.fill(open_, c.lit(c.look.skin, 0, -0.2, 0.9))
    if extras & {"tie", "lapels"}:
        _shirt_and_tie(c, trunk, rows, width)
    if "bowtie" in extras:
        x, y = neck
        c.fill(ellipse(x - 0.016 * width, y, 0.016 * width, 0.011), c.lit(QColor("#23262e")))
        c.fill(ellipse(x + 0.016 * width, y, 0.016 * width, 0.011), c.lit(QColor("#23262e")))
    if "badge" in extras:
        spot = trunk.spot(0.72, _middle(trunk, rows[3]) + 0.04 * width)
        c.fill(ellipse(*spot, 0.013 * width, 0.014), c.lit(QColor("#e3bf4a"), 0, 0.3))
    if extras & {"emblem", "number"}:
        spot = trunk.spot(0.62, _middle(trunk, rows[3]))
        c.fill(ellipse(*spot, 0.034 * width, 0.034), c.lit(QColor("#f6e7b2")))
    if "logo" in extras:
        _print(c, trunk, rows[3], width)
    if "buttons" in extras:
        for up in (0.25, 0.45, 0.65):
            c.fill(
                ellipse(*trunk.spot(up, _middle(trunk, rows[3]) + 0.022 * width), 0.006, 0.007),
                dark,
            )
    if "dots" in extras:
        for i, up in enumerate((0.2, 0.45, 0.7)):
            colour = QColor(("#d1372f", "#2f6fc4", "#3f9b55")[i])
            c.fill(
                ellipse(*trunk.spot(up, _middle(trunk, rows[3])), 0.018 * width, 0.019),
                c.lit(colour),
            )


def _print(c: Canvas, trunk: Trunk, row: Row, width: float) -> None:
    """The logo on the chest, turned away with it."""
    image = emblem(c.fig.stage, 0.11 * c.pixels)
    shape = image.height() / image.width()
    across = min(0.055, 0.06 / shape)
    up, out = across * shape / (hypot(trunk.ux, trunk.uy) or 1.0), across * width
    middle = _middle(trunk, row)
    ways = ((1, -1), (1, 1), (-1, 1), (-1, -1))
    corners = [trunk.spot(0.58 + y * up, middle + x * out) for y, x in ways]
    put(c.fig, image, corners, None)


def _shirt_and_tie(c: Canvas, trunk: Trunk, rows: tuple[Row, ...], width: float) -> None:
    x0, x1 = _middle(trunk, rows[2]), _middle(trunk, rows[5])
    shirt = blob(
        [
            trunk.spot(1.0, x1 - 0.03 * width),
            trunk.spot(0.45, x0),
            trunk.spot(1.0, x1 + 0.03 * width),
        ]
    )
    c.fill(shirt, c.lit(QColor("#f2f1ec")))
    tie = blob([trunk.spot(0.97, x1 - 0.008 * width), trunk.spot(0.55, x0 - 0.014 * width),
                trunk.spot(0.45, x0), trunk.spot(0.55, x0 + 0.014 * width),
                trunk.spot(0.97, x1 + 0.008 * width)])  # fmt: skip
    c.fill(tie, c.lit(c.look.accent))


def skirts(c: Canvas, trunk: Trunk) -> None:
    """What hangs from the waist over the legs and follows them."""
    kind = c.look.lower
    if kind not in LONG or abs(c.posture.roll) > 1.0:
        return
    colour = c.look.below if kind in ("skirt", "tutu", "hakama") else c.look.top
    waist = rows_of(c)[2 if kind in ("dress", "gown", "robe", "coat") else 1]
    left, right = trunk.edges(waist)
    top = (waist[0], waist[0])
    long = LONG[kind]
    points = [c.at(p) for p in (*c.joints.knees, *c.joints.ankles)]
    low = _hem_height(c, long)
    flare = FLARE[kind] * 0.1 + 0.2 * c.posture.flare * long + (0.03 if kind == "gown" else 0.0)
    part = min(long / 0.55, 1.0)
    hx = trunk.hips[0]
    reach = points if long > 0.6 else points[:2]
    wind = 0.016 * long * gust(c.fig.stage.scene, c.t) * sin(4.7 * c.t + 3.0 * hx)
    sway = 0.012 * long * c.posture.swing * (1.0 if c.pixels else 0.0)
    base = 0.085 if long < 0.6 else 0.075
    x0 = min(hx - base, hx + part * (min(p[0] for p in reach) - hx) - 0.04) - flare + wind
    x1 = max(hx + base, hx + part * (max(p[0] for p in reach) - hx) + 0.04) + flare + wind
    lift = 0.1 * c.posture.flare * long
    path = QPainterPath(QPointF(*trunk.spot(top[0], left)))
    hip_l, hip_r = (
        trunk.spot(-0.06, 1.12 * trunk.edges(rows_of(c)[0])[0]),
        trunk.spot(-0.06, 1.12 * trunk.edges(rows_of(c)[0])[1]),
    )
    path.quadTo(QPointF(*hip_l), QPointF(x0 + sway, low + lift))
    waves = 5 if long > 0.3 else 7
    for i in range(waves):
        a = x0 + (x1 - x0) * (i + 1) / waves
        mid = x0 + (x1 - x0) * (i + 0.5) / waves
        dip = 0.012 * (1.0 + 0.6 * sin(2.2 * c.t + 2.1 * i) * c.posture.flare)
        path.quadTo(QPointF(mid + sway, low + lift - dip - 0.01), QPointF(a + sway, low + lift))
    path.quadTo(QPointF(*hip_r), QPointF(*trunk.spot(top[0], right)))
    path.closeSubpath()
    c.edged(path, c.across(colour, (x0, low), (x1, low)), 0.008)
    if c.pixels > 80:
        _folds(c, trunk, colour, (x0 + sway, x1 + sway), low + lift, waist)


def _hem_height(c: Canvas, long: float) -> float:
    """The row of the hem: down the thighs, then the shins."""
    hip = c.at(c.joints.hips)[1]
    knee = min(c.at(k)[1] for k in c.joints.knees)
    ankle = min(c.at(a)[1] for a in c.joints.ankles)
    if long <= 0.5:
        return hip + (knee - hip) * long / 0.5
    return knee + (ankle - knee) * (long - 0.5) / 0.5 - 0.02 * (long > 0.9)


def _folds(
    c: Canvas, trunk: Trunk, colour: QColor, span: tuple[float, float], low: float, waist: Row
) -> None:
    """Soft lines where the cloth folds."""
    left, right = trunk.edges(waist)
    dark = faded(c.lit(darker(colour, 0.6)), 0.32)
    for i, part in enumerate((0.28, 0.5, 0.72)):
        top = trunk.spot(waist[0] - 0.1, left + (right - left) * (0.2 + 0.6 * part))
        foot = span[0] + (span[1] - span[0]) * part + 0.01 * sin(1.7 * c.t + i)
        mid = ((top[0] + foot) / 2 + 0.008, (top[1] + low) / 2)
        c.line(curve([top, mid, (foot, low + 0.006)]), dark, 0.006)


def behind(c: Canvas, trunk: Trunk) -> None:
    """What hangs down the back: a cape, a pack."""
    if "cape" in c.look.extras:
        _cape(c, trunk)
    if c.look.extras & {"pack", "backpack"}:
        _pack(c, trunk)


def _cape(c: Canvas, trunk: Trunk) -> None:
    wind = gust(c.fig.stage.scene, c.t)
    back = -c.ahead
    colour = (
        QColor("#b3262f")
        if "armour" in c.look.extras or "emblem" in c.look.extras
        else darker(c.look.top, 0.25)
    )
    out = back * (0.1 + 0.12 * wind + 0.12 * abs(c.posture.swing) * abs(c.ahead))
    low = max(trunk.hips[1] - 0.4, 0.04)
    sway = 0.03 * (0.3 + wind) * sin(2.9 * c.t)
    wide = 0.1 + 0.05 * abs(sin(c.joints.chest_yaw))
    path = blob(
        [
            trunk.spot(1.0, -0.07),
            trunk.spot(1.0, 0.07),
            (trunk.hips[0] + 0.6 * out + wide, trunk.hips[1] - 0.05),
            (trunk.hips[0] + 1.3 * out + wide + sway, low),
            (trunk.hips[0] + 1.3 * out + sway, low - 0.015),
            (trunk.hips[0] + 1.3 * out - wide + sway, low),
            (trunk.hips[0] + 0.6 * out - wide, trunk.hips[1] - 0.05),
        ]
    )
    c.edged(path, c.across(colour, trunk.spot(0.3, -wide), trunk.spot(0.3, wide)), 0.008)
    if "ermine" in c.look.extras:
        hem = curve([(trunk.hips[0] + 1.3 * out + k * wide + sway, low) for k in (-1, 0, 1)])
        c.line(hem, c.lit(QColor("#f4f1ea")), 0.03)


def _pack(c: Canvas, trunk: Trunk) -> None:
    suit = "pack" in c.look.extras
    back = -c.ahead
    colour = QColor("#d7dbe0") if suit else c.look.accent
    x, wide = back * 0.1, 0.05 + 0.055 * abs(sin(c.joints.chest_yaw))
    wide += 0.02 if suit else 0.0
    path = blob([trunk.spot(0.95, x - wide * 0.8), trunk.spot(0.95, x + wide * 0.8),
                 trunk.spot(0.75, x + wide), trunk.spot(0.2, x + wide), trunk.spot(0.08, x),
                 trunk.spot(0.2, x - wide), trunk.spot(0.75, x - wide)])  # fmt: skip
    c.edged(path, c.across(colour, trunk.spot(0.5, x - wide), trunk.spot(0.5, x + wide)), 0.007)
    if c.pixels > 90 and abs(c.ahead) > 0.4:
        c.line(
            curve([trunk.spot(0.6, x - wide * 0.9), trunk.spot(0.6, x + wide * 0.9)]),
            faded(c.lit(darker(colour, 0.5)), 0.6),
            0.008,
        )


def over(c: Canvas, trunk: Trunk) -> None:
    """What is worn over the rest: apron, armour, scarf, sash, belt, dungarees, a stethoscope."""
    extras, rows = c.look.extras, rows_of(c)
    if "apron" in extras and not c.away:
        _panel(c, trunk, QColor("#efe9da"), 0.78, -0.62, 0.062)
    if "dungarees" in extras:
        _panel(c, trunk, c.look.below, 0.62, -0.1, 0.05)
    if "vest" in extras:
        _panel(c, trunk, QColor("#4a3a30") if c.look.hat else QColor("#2a2d36"), 0.9, 0.0, 0.07)
    if "armour" in extras:
        _plates(c, trunk, rows)
    if "sash" in extras:
        left, right = trunk.edges(rows[4])[0], trunk.edges(rows[1])[1]
        c.line(
            curve([trunk.spot(0.95, left * 0.8), trunk.spot(0.45, 0.0), trunk.spot(0.0, right)]),
            c.lit(lighter(c.look.top, 0.2)),
            0.03,
        )
    if extras & {"belt"} and c.look.lower not in ("trousers", "shorts"):
        row = rows[2]
        left, right = trunk.edges(row)
        c.line(
            curve([trunk.spot(0.36, left), trunk.spot(0.33, 0.0), trunk.spot(0.36, right)]),
            c.lit(QColor("#3a2a1c")),
            0.02,
        )
        c.fill(
            ellipse(*trunk.spot(0.335, _middle(trunk, row) * 0.9), 0.011, 0.012),
            c.lit(QColor("#d9b04a"), 0, 0.3),
        )
    if "stripes" in extras:
        left, right = trunk.edges(rows[2])
        c.line(
            curve([trunk.spot(0.35, left), trunk.spot(0.33, 0.0), trunk.spot(0.35, right)]),
            c.lit(QColor("#e9ec8a"), 0, 0.2),
            0.026,
        )
    if "stethoscope" in extras and not c.away:
        x = _middle(trunk, rows[4])
        c.line(
            curve([trunk.spot(1.0, x - 0.03), trunk.spot(0.72, x), trunk.spot(1.0, x + 0.03)]),
            c.lit(QColor("#2c3038")),
            0.008,
        )
    if "fur" in extras:
        left, right = trunk.edges(rows[1])
        c.line(
            curve([trunk.spot(-0.06, left), trunk.spot(-0.09, 0.0), trunk.spot(-0.06, right)]),
            c.lit(QColor("#f6f3ec")),
            0.03,
        )
    if extras & {"scarf", "neckerchief", "ruff", "ermine"}:
        _scarf(c, trunk)


def _panel(c: Canvas, trunk: Trunk, colour: QColor, top: float, low: float, half: float) -> None:
    """A piece of cloth over the front."""
    x, wide = 0.062 * c.ahead, half * max(abs(sin(c.joints.chest_yaw)), 0.42)
    path = blob(
        [
            trunk.spot(top, x - 0.8 * wide),
            trunk.spot(top, x + 0.8 * wide),
            trunk.spot(0.3, x + wide),
            trunk.spot(low, x + 1.1 * wide),
            trunk.spot(low, x - 1.1 * wide),
            trunk.spot(0.3, x - wide),
        ]
    )
    c.fill(path, c.across(colour, trunk.spot(0.3, x - wide), trunk.spot(0.3, x + wide)))
    if c.pixels > 60:
        for side in (-1, 1):
            strap = curve(
                [
                    trunk.spot(top - 0.02, x + 0.7 * side * wide),
                    trunk.spot(1.0, 0.6 * x + 0.55 * side * wide),
                ]
            )
            c.line(strap, c.lit(colour), 0.013)


def _plates(c: Canvas, trunk: Trunk, rows: tuple[Row, ...]) -> None:
    metal = lighter(c.look.top, 0.2) if c.look.lower == "trousers" else c.look.top
    left, right = trunk.edges(rows[3])
    breast = blob(
        [
            trunk.spot(0.95, 0.7 * left),
            trunk.spot(0.95, 0.7 * right),
            trunk.spot(0.7, right),
            trunk.spot(0.4, 0.8 * right),
            trunk.spot(0.4, 0.8 * left),
            trunk.spot(0.7, left),
        ]
    )
    c.edged(breast, c.across(metal, trunk.spot(0.7, left), trunk.spot(0.7, right)), 0.008)
    for shoulder in c.joints.shoulders:
        x, y = c.at(shoulder)
        c.fill(ellipse(x, y - 0.005, 0.05, 0.042), c.lit(metal, 0, 0.4, 0.9))
    dark = faded(c.lit(darker(metal, 0.55)), 0.6)
    for up in (0.12, 0.24):
        a, b = trunk.edges(rows[1])
        c.line(curve([trunk.spot(up, a), trunk.spot(up - 0.04, 0), trunk.spot(up, b)]), dark, 0.006)


def _scarf(c: Canvas, trunk: Trunk) -> None:
    colour = QColor("#f4f1ea") if c.look.extras & {"ermine", "ruff"} else c.look.accent
    thick = 0.034 if "neckerchief" not in c.look.extras else 0.022
    c.line(
        curve(
            [trunk.spot(1.03, -0.036), trunk.spot(0.98, 0.02 * c.ahead), trunk.spot(1.03, 0.036)]
        ),
        c.lit(colour, 0, 0.2),
        thick,
    )
    if "scarf" not in c.look.extras:
        return
    wind = 0.05 * gust(c.fig.stage.scene, c.t)
    tail = (-0.05 * c.ahead + 0.02, 0.0)
    end = trunk.spot(0.55, tail[0] - wind * c.ahead + 0.014 * sin(3.1 * c.t))
    c.fill(
        ribbon(
            [trunk.spot(1.0, tail[0]), trunk.spot(0.78, tail[0] - 0.4 * wind * c.ahead), end],
            [0.03, 0.032, 0.036],
        ),
        c.across(colour, trunk.spot(0.7, -0.05), trunk.spot(0.7, 0.05)),
    )
