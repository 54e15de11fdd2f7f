"""A face: eyes, brows, nose, mouth and cheeks on a turned head, warm and readable."""

from math import cos, sin

from PySide6.QtGui import QColor

from engine.animatic.light import faded, mixed
from engine.animatic.paint.subjects.people.canvas import Canvas, darker
from engine.animatic.paint.subjects.shape import blob, curve, ellipse

RADIUS = 0.84
EYE, BLINK = 0.4, 4.1
IRISES = ("#4a3424", "#3b2a1f", "#54606b", "#48603f", "#2f2119")


def paint(c: Canvas, seen: float, skin: QColor) -> None:
    """All features; finer ones where the head is large enough to show them."""
    large = c.pixels * c.body.head > 16
    down = -0.22 * c.posture.nod * max(seen, 0.0)
    if large:
        _cheeks(c, down)
    for side in (1, -1):
        _eye(c, side, down, large)
    if large:
        _nose(c, seen, down)
    if not c.look.beard:
        _mouth(c, seen, down)
    if c.look.extras & {"glasses", "sunglasses", "goggles"}:
        _glasses(c, down)
    if "rednose" in c.look.extras:
        x = RADIUS * 1.05 * cos(c.joints.head_yaw)
        c.fill(ellipse(x, -0.14 + down, 0.2, 0.19), c.lit(QColor("#d8342c"), 0, 0.3))


def spot(c: Canvas, longitude: float) -> tuple[float, float]:
    """Where a feature is across the head, and how squarely it is seen (0 at the edge)."""
    angle = c.joints.head_yaw + longitude
    return RADIUS * cos(angle), sin(angle)


def _open(c: Canvas) -> float:
    """How far the lids are open: posture and an occasional blink."""
    own = (c.fig.stage.scene.seed % 7) * 0.37 + 5.0 * c.look.skin.redF() + 3.0 * c.look.top.greenF()
    since = (c.t + own) % BLINK
    blink = min(since / 0.07, 1.0, max((0.16 - since) / 0.07, 0.0) if since < 0.16 else 0.0)
    return c.posture.eyes * (1.0 - max(blink, 0.0))


def _eye(c: Canvas, side: int, down: float, large: bool) -> None:
    x, square = spot(c, EYE * side)
    if square < 0.12:
        return
    young = c.body.age in ("child", "baby")
    y = (-0.04 if young else 0.04) + down
    tall, wide = (0.17 if young else 0.135), 0.115 * (0.35 + 0.65 * square)
    open_ = _open(c)
    dark = c.lit(QColor("#2a1a14"))
    if "patch" in c.look.extras and side < 0:
        c.fill(ellipse(x, y, wide * 1.9, tall * 1.3), c.lit(QColor("#1c1a1d")))
        return
    if open_ < 0.35:
        lid = curve([(x - wide * 1.2, y), (x, y - 0.07), (x + wide * 1.2, y)])
        c.line(lid, dark, 0.055)
    elif large:
        _open_eye(c, x, y, wide, tall * (0.4 + 0.6 * open_), square)
    else:
        c.fill(ellipse(x, y, wide * 0.85, tall * 0.9), dark)
    if c.pixels * c.body.head > 9:
        _brow(c, x, y, wide, tall, side)


def _open_eye(c: Canvas, x: float, y: float, wide: float, tall: float, square: float) -> None:
    white = mixed(QColor("#fbf7f0"), c.look.skin, 0.08)
    c.fill(ellipse(x, y, wide * 1.35, tall), c.lit(white, 0, -0.1, 1))
    look = 0.3 * wide * cos(c.joints.head_yaw)
    iris = QColor(IRISES[int(c.look.hair.redF() * 97) % len(IRISES)])
    c.fill(ellipse(x + look, y, wide * 0.95, min(tall * 0.92, 0.125)), c.lit(iris))
    c.fill(ellipse(x + look, y, wide * 0.52, min(tall * 0.55, 0.075)), QColor("#140d0b"))
    c.fill(ellipse(x + look + 0.035, y + 0.05, 0.03, 0.032), c.fig.seen(QColor("#ffffff")))
    lash = curve(
        [
            (x - wide * 1.45, y + tall * 0.55),
            (x, y + tall * 1.06),
            (x + wide * 1.45, y + tall * 0.5),
        ]
    )
    c.line(lash, c.lit(QColor("#2a1a14")), 0.06 if c.look.female else 0.045)


def _brow(c: Canvas, x: float, y: float, wide: float, tall: float, side: int) -> None:
    lift = 0.07 * c.posture.smile + 0.06 * c.posture.mouth
    high = y + tall + 0.13 + lift
    inner = -0.02 if c.posture.smile > 0.1 else 0.05
    toward = 1 if x < RADIUS * cos(c.joints.head_yaw) else -1
    brow = curve(
        [
            (x + toward * wide * 1.4, high + inner),
            (x, high + 0.05),
            (x - toward * wide * 1.5, high - 0.03),
        ]
    )
    hair = darker(c.look.hair, 0.25 if c.body.age != "old" else 0.0)
    c.line(brow, faded(c.lit(hair), 0.85), 0.05 if c.look.female else 0.075)


def _nose(c: Canvas, seen: float, down: float) -> None:
    x, square = spot(c, 0.0)
    if square < 0.25:
        return
    way = 1 if cos(c.joints.head_yaw) >= 0 else -1
    shade = faded(c.lit(mixed(c.look.skin, QColor("#7a3324"), 0.42)), 0.7)
    tip = (x * 1.1, -0.2 + down)
    c.line(
        curve(
            [
                (tip[0] + 0.02 * way, -0.06 + down),
                (tip[0] + 0.1 * way, -0.2 + down),
                (tip[0] - 0.06 * way, -0.25 + down),
            ]
        ),
        shade,
        0.05,
    )


def _mouth(c: Canvas, seen: float, down: float) -> None:
    x, square = spot(c, 0.0)
    x *= 0.96
    half = 0.08 + 0.2 * max(square, 0.0) * (0.8 + 0.4 * c.posture.smile)
    way = 1 if cos(c.joints.head_yaw) >= 0 else -1
    x -= 0.12 * way * (1.0 - max(square, 0.0))
    y, up = -0.55 + down, 0.09 * (c.posture.smile - 0.15)
    lips = QColor("#b04a48") if c.look.female else QColor("#8f4038")
    colour = c.lit(mixed(lips, darker(c.look.skin, 0.5), 0.35))
    if c.posture.mouth > 0.12:
        tall = 0.06 + 0.2 * c.posture.mouth
        path = blob(
            [
                (x - half, y + up),
                (x, y + 0.03),
                (x + half, y + up),
                (x + 0.6 * half, y - 0.7 * tall),
                (x, y - tall),
                (x - 0.6 * half, y - 0.7 * tall),
            ]
        )
        c.fill(path, c.lit(QColor("#5a1f22")))
        if c.pixels * c.body.head > 16:
            c.fill(ellipse(x, y - 0.75 * tall, 0.45 * half, 0.28 * tall), c.lit(QColor("#d0706c")))
        return
    c.line(
        curve([(x - half, y + up), (x, y - 0.35 * abs(up)), (x + half, y + up)]),
        colour,
        0.07 if c.look.female else 0.055,
    )


def _cheeks(c: Canvas, down: float) -> None:
    strength = 0.3 if c.body.age in ("child", "baby") else 0.2 if c.look.female else 0.1
    for side in (1, -1):
        x, square = spot(c, 0.72 * side)
        if square > 0.2:
            blush = faded(c.lit(QColor("#e0604e")), strength)
            c.fill(ellipse(0.94 * x, -0.3 + down, 0.2 * (0.4 + 0.6 * square), 0.14), blush)


def _glasses(c: Canvas, down: float) -> None:
    dark = bool(c.look.extras & {"sunglasses", "goggles"})
    frame = c.lit(QColor("#2a2622"))
    for side in (1, -1):
        x, square = spot(c, EYE * side)
        if square < 0.12:
            continue
        lens = ellipse(x, 0.02 + down, 0.27 * (0.3 + 0.7 * square), 0.23)
        if dark:
            c.fill(lens, c.lit(QColor("#1f2630")))
        c.line(lens, frame, 0.05)
    near, far = spot(c, EYE)[0], spot(c, -EYE)[0]
    c.line(curve([(near, 0.06 + down), (far, 0.06 + down)]), faded(frame, 0.6), 0.03)
    for side in (1, -1):
        x, square = spot(c, 1.2 * side)
        if square > 0.1:
            c.line(curve([(spot(c, 0.65 * side)[0], 0.05 + down), (x, 0.06)]), frame, 0.045)
