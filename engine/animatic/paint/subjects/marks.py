"""Marks: what is drawn on a thing or hangs about it: writing, a dial, a lit screen, steam."""

from collections.abc import Callable
from math import cos, pi, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QLinearGradient,
    QPainterPath,
    QRadialGradient,
)

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion.prop import Pose
from engine.animatic.motion.wind import gust
from engine.animatic.paint.lamps import Glow, shine_all
from engine.animatic.paint.subjects.figure import Figure, wanted
from engine.animatic.paint.subjects.logo import fitted, logo, put
from engine.animatic.paint.subjects.parts import yaw_of
from engine.animatic.paint.subjects.shape import curve, ellipse
from engine.animatic.scene import Subject

LETTERS = 100


def fact(subject: Subject, name: str, otherwise: float) -> float:
    return float(build_of(subject.kind).trait(name, otherwise))


def words_of(subject: Subject) -> str:
    """What is written on it: its trait "text:..."."""
    return next((one[5:] for one in subject.traits if one.startswith("text:")), "")


# Writing --------------------------------------------------------------------------------------


def write(fig: Figure, text: str, board: QRectF, colour: QColor) -> None:
    """Text fitted into a box (metres, y up), its lines broken where that makes it larger; Arabic
    is shaped and runs from the right. A subject that heads left is mirrored; its writing isn't."""
    font = QFont("Noto Sans")
    font.setPixelSize(LETTERS)
    font.setBold(True)
    painter = fig.painter
    painter.save()
    painter.setFont(font)
    size, lines = _best_lines(painter.fontMetrics(), text, board)
    painter.setPen(colour)
    painter.translate(board.center())
    painter.scale(fig.heading * size, -size)
    tall = 1.18 * LETTERS
    for i, line in enumerate(lines):
        row = QRectF(-5000, (i - len(lines) / 2) * tall, 10000, tall)
        painter.drawText(row, int(Qt.AlignmentFlag.AlignCenter), line)
    painter.restore()


def _best_lines(metrics, text: str, board: QRectF) -> tuple[float, list[str]]:  # type: ignore[no-untyped-def]
    """The number of lines that lets the letters be largest."""
    words, best = text.split() or [""], (0.0, [text])
    for number in range(1, min(len(words), 4) + 1):
        cut = -(-len(words) // number)
        lines = [" ".join(words[i : i + cut]) for i in range(0, len(words), cut)]
        wide = max(metrics.horizontalAdvance(line) for line in lines) + 0.2 * LETTERS
        size = min(board.width() / wide, board.height() / (1.22 * LETTERS * len(lines)))
        best = max(best, (size, lines))
    return best


def _board(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """Writing or a logo on a board: its box in the figure's `board` as x y width height z."""
    x, y, wide, tall, z = (float(p) for p in str(build_of(subject.kind).trait("board", "")).split())
    turn = yaw_of(subject.kind) + now.yaw
    if cos(turn) < 0.08:
        return
    painter = fig.painter
    painter.save()
    painter.translate(z * sin(turn), -z * cos(turn) * sin(tilt))
    painter.scale(cos(turn), cos(tilt))
    board = QRectF(x - wide / 2, y - tall / 2, wide, tall)
    lamps = fact(subject, "lit", 0.0) * fig.stage.light.lamps
    if lamps > 0.3:
        _floodlight(fig, board, lamps)
    image = None
    if not words_of(subject):
        image = logo(fig.stage, wide * fig.scale, shines=lamps > 0.3)
    if image is not None:
        put(fig, image, fitted(image, x, y, 0.86 * wide, 0.86 * tall), None)
    elif words_of(subject):
        ink = QColor(str(build_of(subject.kind).trait("ink", "#23252b")))
        glow = fact(subject, "lit", 0.0) * max(fig.stage.light.lamps, 0.25)
        colour = mixed(fig.lit(ink), ink, min(glow, 1.0))
        inner = QRectF(board.x() + 0.06 * wide, board.y() + 0.1 * tall, 0.88 * wide, 0.8 * tall)
        write(fig, words_of(subject), inner, colour)
    painter.restore()


def _floodlight(fig: Figure, board: QRectF, lamps: float) -> None:
    """Lamps below a board light it up at night, strongest at its foot."""
    light = QLinearGradient(board.topLeft(), board.bottomLeft())
    warm = fig.seen(QColor("#fff1d6"))
    light.setColorAt(0.0, faded(warm, 0.8 * lamps))
    light.setColorAt(1.0, faded(warm, 0.5 * lamps))
    path = QPainterPath()
    path.addRect(board)
    fig.fill(path, light)


def _screen(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """A lit screen: words if it has any, else a picture that changes softly."""
    wide, tall, y, z = (float(p) for p in str(build_of(subject.kind).trait("screen", "")).split())
    turn = (yaw_of(subject.kind) + now.yaw) * fig.heading
    if cos(turn) < 0.08:
        return
    painter, t = fig.painter, fig.stage.t
    painter.save()
    painter.translate(z * sin(turn), -z * cos(turn) * sin(tilt))
    painter.shear(0.0, 0.16 * sin(turn) * sin(tilt) + 0.04 * sin(turn))
    painter.scale(cos(turn), cos(tilt))
    board = QRectF(-wide / 2, y - tall / 2, wide, tall)
    light = QLinearGradient(board.topLeft(), board.bottomRight())
    light.setColorAt(0, QColor.fromHsvF((0.56 + 0.03 * sin(0.6 * t)) % 1.0, 0.65, 0.75))
    light.setColorAt(1, QColor.fromHsvF((0.72 + 0.05 * sin(0.47 * t)) % 1.0, 0.55, 0.9))
    path = QPainterPath()
    path.addRect(board)
    fig.fill(path, light)
    image = logo(fig.stage, wide * fig.scale, shines=True) if not words_of(subject) else None
    if image is not None:
        put(fig, image, fitted(image, 0, y, 0.8 * wide, 0.8 * tall), None)
    elif words_of(subject):
        write(
            fig,
            words_of(subject),
            board.adjusted(0.05 * wide, 0.1 * tall, -0.05 * wide, -0.1 * tall),
            QColor("white"),
        )
    painter.restore()


def _print(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """A newspaper's heading, columns and picture."""
    turn = yaw_of(subject.kind) + now.yaw
    fig.painter.save()
    fig.painter.scale(max(cos(turn), 0.05), cos(tilt))
    ink = faded(fig.lit(QColor("#2a2a2e")), 0.75)
    write(fig, words_of(subject) or "NEWS", QRectF(-0.095, 0.245, 0.19, 0.045), ink)
    lines = QPainterPath()
    for column in (-0.095, 0.01):
        for i in range(20):
            if column > 0 or not 2 < i < 11:
                lines.addRect(
                    QRectF(column, 0.225 - 0.0105 * i, 0.085 - 0.02 * (i % 5 == 4), 0.004)
                )
    fig.fill(lines, faded(ink, 0.45))
    picture = QPainterPath()
    picture.addRect(QRectF(-0.095, 0.118, 0.085, 0.085))
    fig.fill(picture, faded(ink, 0.4))
    fig.painter.restore()


# Clocks ---------------------------------------------------------------------------------------


def _dial(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """Twelve strokes and hands that go; a second hand that steps."""
    radius, middle = fact(subject, "dial", 0.1), fact(subject, "middle", 0.15)
    painter, t = fig.painter, fig.stage.t
    painter.save()
    painter.translate(0, middle * cos(tilt) - 0.034 * sin(tilt))
    painter.scale(fig.heading, cos(tilt))
    ink = fig.lit(QColor("#23252b"))
    for i in range(12):
        c, s = cos(tau * i / 12), sin(tau * i / 12)
        inner = radius * (0.78 if i % 3 else 0.7)
        fig.stroke(
            curve([(inner * c, inner * s), (0.9 * radius * c, 0.9 * radius * s)]),
            ink,
            0.05 * radius,
        )
    start = 3600.0 * (10 + 6 * subject.variety) + t
    pace = 240.0 if subject.act in ("spin", "turn", "rotate") else 1.0
    seconds = start + (pace - 1.0) * t
    for share, reach, wide, colour in (
        (seconds / 43200, 0.5, 0.085, ink), (seconds / 3600, 0.75, 0.06, ink),
        (int(seconds) / 60, 0.82, 0.02, fig.lit(QColor("#c4343a"))),
    ):  # fmt: skip
        angle = pi / 2 - tau * share
        tip = (reach * radius * cos(angle), reach * radius * sin(angle))
        fig.stroke(curve([(-0.14 * tip[0], -0.14 * tip[1]), tip]), colour, wide * radius)
    fig.fill(ellipse(0, 0, 0.06 * radius, 0.06 * radius), ink)
    painter.restore()


# Light and air --------------------------------------------------------------------------------


def _glow(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """The light that a lamp throws around itself, warmer and stronger in the dark."""
    if subject.act == "go_out" and fig.stage.t > subject.since:
        return
    height, reach = fact(subject, "light_at", 0.3), fact(subject, "glow", 2.0)
    tall = build_of(subject.kind).height
    flicker = (
        0.9 + 0.1 * sin(11.0 * fig.stage.t) * sin(3.7 * fig.stage.t)
        if subject.act == "flicker"
        else 1.0
    )
    strength = (0.35 + 0.6 * fig.stage.light.lamps) * flicker
    spread(fig, glow(fig, QColor("#ffc878"), height, reach * tall, strength))


def glow(fig: Figure, colour: QColor, height: float, reach: float, strength: float) -> Glow:
    """A halo about a point `height` metres up, `reach` metres wide."""
    centre = fig.painter.transform().map(QPointF(0, height))
    radius = reach * fig.scale
    spot = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    return Glow(colour, spot, strength)


def spread(fig: Figure, *glows: Glow) -> None:
    """Add halos to what is there; several at once cost little more than one."""
    fig.painter.save()
    fig.painter.resetTransform()
    shine_all(fig.stage, glows)
    fig.painter.restore()


def _steam(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    _wisps(fig, subject, 0.0, 0.098)


def _spout_steam(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    if subject.act in ("steam", "boil", "pour", "cook", ""):
        _wisps(fig, subject, 0.15, 0.145)


def _wisps(fig: Figure, subject: Subject, x: float, y: float) -> None:
    """Puffs that rise evenly, widen as the root of their age (diffusion) and thin out."""
    tall, t = build_of(subject.kind).height, fig.stage.t
    colour = fig.stage.light.lit(QColor("#ffffff"), 0.8)
    for i in range(16):
        age = (t / 2.6 + i / 16 + subject.variety) % 1.0
        serial = (int(t / 2.6 + i / 16 + subject.variety) * 7 + i * 13) % 29 / 29
        aside = 0.2 * tall * age * sin(5.0 * age + 6.3 * serial + 0.6 * t)
        wide = tall * (0.07 + 0.26 * age**0.5)
        alpha = 0.2 * min(age / 0.12, 1.0) * (1.0 - age) ** 1.4
        spot = QPointF(x + aside + 0.2 * tall * (serial - 0.5), y + 1.35 * tall * age)
        puff = QRadialGradient(spot, wide)
        puff.setColorAt(0, faded(colour, alpha))
        puff.setColorAt(0.6, faded(colour, 0.4 * alpha))
        puff.setColorAt(1, faded(colour, 0.0))
        fig.fill(ellipse(spot.x(), spot.y(), wide, 1.25 * wide), QBrush(puff))


def _sparkle(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """Glints that flash one after another."""
    build, t = build_of(subject.kind), fig.stage.t
    for i in range(3):
        phase = (0.45 * t + i / 3 + subject.variety) % 1.0
        size = 0.35 * build.height * max(sin(pi * phase), 0.0) ** 6
        x = build.width * (0.3 * sin(2.4 * i + 1.0))
        y = build.height * (0.62 + 0.25 * cos(1.9 * i))
        star = QPainterPath(QPointF(x, y + size))
        for k in range(1, 9):
            far = size if k % 2 == 0 else 0.12 * size
            star.lineTo(x + far * sin(tau * k / 8), y + far * cos(tau * k / 8))
        fig.fill(star, faded(QColor("white"), 0.9))


def _cloth(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """A flag in the wind: a wave runs along it and grows towards its free end."""
    t, wind = fig.stage.t, gust(fig.stage.scene, fig.stage.t)
    colour = wanted(subject.colour, str(build_of(subject.kind).trait("body", "#2f6f4f")))
    parts, wide, tall = 22, 1.55, 0.95
    for i in range(parts):
        a, b = i / parts, (i + 1) / parts
        edge = [_wave(part, t, wind) for part in (a, b)]
        strip = QPainterPath(QPointF(0.03 + wide * a, 2.9 + edge[0][0]))
        strip.lineTo(0.03 + wide * b + 0.004, 2.9 + edge[1][0])
        strip.lineTo(0.03 + wide * b + 0.004, 2.9 - tall + edge[1][0])
        strip.lineTo(0.03 + wide * a, 2.9 - tall + edge[0][0])
        slope = edge[0][1]
        fig.fill(strip, fig.lit(colour, -0.75 * slope, 0.1, 0.7))
    image = logo(fig.stage, wide * fig.scale) if not words_of(subject) else None
    if image is not None:
        _printed(fig, image, QRectF(0.03, 2.9 - tall, wide, tall), t, wind)
    if words_of(subject):
        rise = _wave(0.5, t, wind)[0]
        write(fig, words_of(subject), QRectF(0.15, 2.1 + rise, 1.3, 0.65), fig.lit(QColor("white")))


def _printed(fig: Figure, image: QImage, cloth: QRectF, t: float, wind: float) -> None:
    """A logo on the cloth: upright strips that go up and down with it, shaded by its folds."""
    middle, size = cloth.center(), (0.8 * cloth.width(), 0.72 * cloth.height())
    (x0, y1), (x1, _), (_, y0), _ = fitted(image, middle.x(), middle.y(), *size)
    strips = 18
    for i in range(strips):
        a, b = (x0 + (x1 - x0) * part / strips for part in (i, i + 1))
        (left, slope), (right, _) = (
            _wave((x - cloth.x()) / cloth.width(), t, wind) for x in (a, b)
        )
        first = round(image.width() * (i if fig.heading > 0 else strips - i - 1) / strips)
        part = image.copy(first, 0, -(-image.width() // strips) + 1, image.height())
        shade = 1.0 - 0.16 * max(-slope, 0.0)
        put(fig, part, [(a, y1 + left), (b + 0.003, y1 + right), (b + 0.003, y0 + right),
                        (a, y0 + left)], None, shade)  # fmt: skip


def _wave(part: float, t: float, wind: float) -> tuple[float, float]:
    """How far up a flag is pushed at this part of its length, and how it slopes there."""
    phase = 7.0 * part - (3.0 + 5.0 * wind) * t
    size = (0.02 + 0.07 * wind) * part
    return size * sin(phase) - 0.25 * (1.0 - min(2.0 * wind, 1.0)) * part, cos(phase) * part**0.5


Mark = Callable[[Figure, Subject, Pose, float], None]
MARKS: dict[str, Mark] = {
    "board": _board, "screen": _screen, "print": _print, "dial": _dial, "glow": _glow,
    "steam": _steam, "spout_steam": _spout_steam, "sparkle": _sparkle, "cloth": _cloth,
}  # fmt: skip
