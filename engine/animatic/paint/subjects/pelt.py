"""What hangs on a beast: tails, manes, wool and a dragon's wings."""

from math import cos, pi, radians, sin, tau

from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion.beast import Beast
from engine.animatic.motion.posture import Skeleton
from engine.animatic.motion.quadruped import aloft, wingbeat
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.form import mass, patch
from engine.animatic.paint.subjects.shape import Point, curve, ribbon
from engine.animatic.scene import Subject

BENDS = {
    "long": 118.0,
    "cat": 150.0,
    "curl": 250.0,
    "bushy": 34.0,
    "horse": -26.0,
    "tuft": -30.0,
    "stub": 20.0,
    "thick": 34.0,
    "fluff": 168.0,
    "hook": 120.0,
}
"""Degrees that each tail bends upwards from root to tip."""


def tail_line(beast: Beast, bones: Skeleton, t: float, own: float) -> list[Point]:
    """Points along the tail; its swing runs down it, late towards the tip."""
    root = bones.at(-beast.length / 2 - 0.1, beast.rump - 0.07)
    pitch = 0.6 * (bones.posture.pitch + radians(bones.bent))
    pieces = 8
    line, step = [root], beast.tail_length / pieces
    bend = radians(BENDS.get(beast.tail, 0.0))
    for i in range(pieces):
        part = (i + 0.5) / pieces
        wave = 0.16 * part * sin(1.9 * t - 3.0 * part + 6.0 * own) + 0.22 * bones.tail * (
            0.35 + 0.65 * part
        )
        up = radians(beast.tail_angle) + bend * part**1.25 + wave - pitch
        x, y = line[-1]
        line.append((x - step * cos(up), max(y + step * sin(up), 0.02)))
    return line


def paint_tail(fig: Figure, beast: Beast, bones: Skeleton, t: float, subject: Subject) -> None:
    """The tail of its kind."""
    line, wide = tail_line(beast, bones, t, subject.variety), beast.tail_width
    coat = QColor(beast.coat)
    count = len(line) - 1
    match beast.tail:
        case "none":
            return
        case "horse":
            hair = QColor(beast.mane_colour or beast.coat)
            widths = [
                wide * (0.45 + 1.1 * sin(pi * min(i / count * 1.05, 1.0)) ** 0.8)
                for i in range(count)
            ] + [0.01]
            mass(fig, ribbon(line, widths), hair, wide, 0.06)
            _strands(fig, line, hair, wide)
        case "bushy" | "fluff":
            full = [
                wide * (0.35 + 1.5 * sin(pi * (i / count) ** 0.8 * 0.9)) for i in range(count)
            ] + [0.01]
            path = ribbon(line, full)
            mass(fig, path, coat, 1.3 * wide, 0.06)
            if beast.mark and not beast.pattern:
                tip = ribbon(line[-3:], [full[-3], full[-2], 0.01])
                fig.fill(tip, fig.lit(QColor(beast.mark), 0, 0.2, 0.95))
        case "thick":
            widths = [wide * (1.0 - i / count) ** 1.1 + 0.015 for i in range(count + 1)]
            inner = bones.at(-beast.length / 2 + 0.24, beast.rump - 0.5 * beast.waist)
            mass(fig, ribbon([inner, *line], [0.7 * wide, *widths]), coat, 0.5 * wide, 0.05)
        case "tuft":
            fig.edged(
                ribbon(line, [wide * (1 - 0.7 * i / count) for i in range(count + 1)]),
                fig.lit(coat),
                0.01,
            )
            end = mixed(QColor(beast.mane_colour or beast.coat), QColor("black"), 0.25)
            brush = ribbon(line[-3:], [0.02, 0.09, 0.012])
            fig.fill(brush, fig.lit(end))
        case _:
            path = ribbon(line, [wide * (1 - 0.5 * i / count) for i in range(count + 1)])
            mass(fig, path, coat, 0.6 * wide, 0.08)
            if beast.pattern == "tiger":
                for i in range(2, count, 2):
                    fig.fill(ribbon(line[i : i + 2], [wide * 0.7] * 2), fig.lit(QColor(beast.mark)))


def _strands(fig: Figure, line: list[Point], hair: QColor, wide: float) -> None:
    if fig.scale < 60:
        return
    dark = faded(fig.lit(mixed(hair, QColor("black"), 0.5)), 0.4)
    for side in (-0.3, 0.05, 0.4):
        fig.stroke(
            curve([(x + side * wide * (i / 8), y) for i, (x, y) in enumerate(line)]), dark, 0.008
        )


# Manes ----------------------------------------------------------------------------------------


def crest(fig: Figure, beast: Beast, bones: Skeleton, t: float, wind: float) -> None:
    """Locks along the crest of the neck: falling on the near side, or standing up."""
    (bx, by), (px, py) = bones.chest, bones.poll
    root = bones.at(beast.length / 2 - 0.16, 1.0)
    long = max(beast.neck_length, 0.1)
    nx, ny = -(py - by) / long, (px - bx) / long
    hair = QColor(beast.mane_colour or mixed(QColor(beast.coat), QColor("black"), 0.5).name())
    top = (px + 0.42 * beast.neck_top * nx, py + 0.42 * beast.neck_top * ny)
    number = 11
    locks = []
    for i in range(number):
        part = i / (number - 1)
        bow = 0.16 * long * sin(pi * part)
        x = root[0] + part * (top[0] - root[0]) + bow * nx * 0.35
        y = root[1] + part * (top[1] - root[1]) + bow * ny * 0.35
        if beast.mane == "horse":
            blow = 0.05 * (0.4 + wind) * sin(4.3 * t - 5.0 * part) - 0.03
            drop = 0.26 * (0.75 + 0.25 * sin(7.0 * part + 1.0))
            locks.append(
                ribbon(
                    [
                        (x + 0.015, y + 0.012),
                        (x - 0.04 + 0.4 * blow, y - 0.45 * drop),
                        (x - 0.1 + blow, y - drop),
                    ],
                    [0.06, 0.11, 0.012],
                )
            )
        else:
            tall = 0.1 if beast.mane == "stiff" else 0.13
            locks.append(
                ribbon(
                    [(x - 0.4 * tall * nx, y - 0.4 * tall * ny), (x + tall * nx, y + tall * ny)],
                    [0.12, 0.05 if beast.mane == "stiff" else 0.004],
                )
            )
    if beast.mane == "horse":
        locks.append(_forelock(top, bones, t))
    tones = [fig.lit(hair, 0.2, 0.5, 0.8), fig.lit(mixed(hair, QColor("black"), 0.22), 0, 0.1)]
    for number, lock in enumerate(locks):
        fig.edged(lock, tones[number % 2], 0.007)


def _forelock(top: Point, bones: Skeleton, t: float) -> QPainterPath:
    c, s = cos(bones.head), sin(bones.head)
    sway = 0.015 * sin(3.1 * t)
    return ribbon(
        [
            top,
            (top[0] + 0.1 * c + 0.02, top[1] + 0.1 * s + 0.02),
            (top[0] + 0.2 * c, top[1] + 0.2 * s + sway),
        ],
        [0.05, 0.05, 0.008],
    )


def lion_mane(fig: Figure, beast: Beast, bones: Skeleton, t: float) -> None:
    """A dark ruff around head, neck and breast, its tips stirring."""
    (bx, by), (px, py) = bones.chest, bones.poll
    x, y = px + 0.35 * (bx - px) + 0.03, py + 0.35 * (by - py) - 0.1
    hair = QColor(beast.mane_colour)
    for size, tone in ((1.0, mixed(hair, QColor("black"), 0.3)), (0.78, hair)):
        points = []
        for i in range(40):
            angle = tau * i / 40
            reach = size * (0.42 + 0.05 * sin(angle * 2 - 0.6))
            reach *= (0.96 if i % 2 else 1.05) + 0.02 * sin(2.3 * t + 1.7 * i)
            points.append((x + reach * cos(angle) * 0.86, y - 0.04 + reach * sin(angle) * 1.12))
        mass(fig, patch(points), tone, 0.3, 0.05)


def wool(fig: Figure, beast: Beast, bones: Skeleton) -> None:
    """A fleece of round curls over the barrel."""
    half, chest = beast.length / 2, beast.chest
    path = QPainterPath()
    points = []
    for i in range(26):
        angle = tau * i / 26
        x = (half + 0.17) * cos(angle) - 0.01
        y = 1.0 - 0.47 * chest + (0.56 * chest) * sin(angle) * (1.0 if sin(angle) > 0 else 0.96)
        reach = 1.08 if i % 2 else 0.95
        points.append(bones.at(x * reach, 1.0 - 0.47 * chest + (y - 1.0 + 0.47 * chest) * reach))
    path = patch(points)
    fleece = QColor(beast.mane_colour)
    mass(fig, path, fleece, 0.6 * chest, 0.04)
    if fig.scale < 40:
        return
    curls = QPainterPath()
    for i in range(34):
        spread = ((i + 0.5) / 34) ** 0.5
        angle = 2.39996 * i + 0.4 * sin(7.0 * i)
        x, y = (
            (half + 0.06) * spread * cos(angle),
            1.0 - 0.47 * chest + 0.46 * chest * spread * sin(angle),
        )
        cx, cy = bones.at(x, y)
        curls.moveTo(cx - 0.04, cy)
        curls.cubicTo(cx - 0.04, cy - 0.05, cx + 0.04, cy - 0.05, cx + 0.035, cy + 0.005)
    fig.stroke(curls, faded(fig.lit(mixed(fleece, QColor("#5a5048"), 0.5)), 0.5), 0.011)


def paint_wing(
    fig: Figure, beast: Beast, bones: Skeleton, t: float, side: int, subject: Subject
) -> None:
    """A dragon's leathery wing: arm, three fingers, skin between."""
    flies, beat = aloft(subject, t), wingbeat(subject, t - 0.06 * side)
    soars = subject.act in ("glide", "soar")
    reach = 8.0 + flies * ((14.0 if soars else 42.0) - 8.0)
    up = radians(62.0 - flies * (26.0 if soars else 14.0) + reach * beat - 10.0 * side)
    x, y = bones.at(beast.length / 2 - 0.24, 0.95)
    elbow = (x - 0.3 * cos(up) * 0.6, y + 0.42 * sin(up))
    wrist = (elbow[0] + 0.2, elbow[1] + 0.42 * sin(up - 0.2))
    tips = [
        (wrist[0] - reach * cos(up + turn), wrist[1] + reach * sin(up + turn) * 0.9)
        for reach, turn in ((0.95, -0.05), (0.98, -0.55), (0.86, -1.05))
    ]
    path = QPainterPath()
    path.moveTo(x, y)
    path.lineTo(*elbow)
    path.lineTo(*wrist)
    path.lineTo(*tips[0])
    for one, other in zip(tips, [*tips[1:], (x - 0.42, y - 0.12)], strict=True):
        middle = (
            0.5 * (one[0] + other[0]) * 0.7 + 0.3 * wrist[0],
            0.5 * (one[1] + other[1]) * 0.7 + 0.3 * wrist[1],
        )
        path.quadTo(*middle, *other)
    path.closeSubpath()
    skin = QColor(beast.mark or "#7a2f2a")
    mass(fig, path, mixed(skin, QColor("black"), 0.35 * side), 0.3, 0.04)
    arms = QPainterPath()
    for tip in tips:
        arms.addPath(ribbon([wrist, tip], [0.04, 0.012]))
    arms.addPath(ribbon([(x, y), elbow, wrist], [0.1, 0.07, 0.05]))
    fig.fill(arms, fig.lit(mixed(QColor(beast.coat), QColor("black"), 0.15 + 0.2 * side)))
