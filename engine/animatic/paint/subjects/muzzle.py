"""Heads of four-legged animals: skull and jaw, nose, eyes, ears, horns, trunk, in profile.

Painted with the poll (the top of the neck) at the origin and x along the face; lengths are parts
of the height at the withers.
"""

from math import cos, pi, radians, sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion.beast import Beast
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.form import eye, mass, patch, whole
from engine.animatic.paint.subjects.shape import Point, ellipse, ribbon

PINK = QColor("#d9948c")


def skull(beast: Beast) -> list[Point]:
    """The profile of head and upper lip, from the poll over the brow to the throat."""
    long, deep = beast.head_length, beast.depth
    thick, mid = beast.muzzle * deep, -0.2 * deep
    stop = 1.0 - beast.snout
    return [
        (-0.1 * long, -0.22 * deep),
        (0.02 * long, 0.2 * deep),
        (0.2 * long, 0.4 * deep),
        (0.72 * stop * long, 0.36 * deep),
        ((stop + 0.06) * long, mid + 0.56 * thick),
        (0.86 * long, mid + 0.46 * thick),
        (0.985 * long, mid + 0.3 * thick),
        (1.0 * long, mid - 0.05 * thick),
        (0.93 * long, mid - 0.32 * thick),
        (0.55 * long, -0.48 * deep),
        (0.25 * long, -0.66 * deep),
        (-0.02 * long, -0.62 * deep),
    ]


def _jaw(beast: Beast) -> list[Point]:
    long, deep = beast.head_length, beast.depth
    low = -0.2 * deep - 0.3 * beast.muzzle * deep
    return [
        (0.2 * long, -0.3 * deep),
        (0.6 * long, low),
        (0.9 * long, low),
        (0.93 * long, low - 0.16 * beast.muzzle * deep),
        (0.8 * long, low - 0.3 * beast.muzzle * deep),
        (0.4 * long, -0.68 * deep),
        (0.2 * long, -0.66 * deep),
    ]


def paint_head(
    fig: Figure, beast: Beast, coat: QColor, mouth: float, shut: float, flick: float
) -> None:
    """The head from the far ear to the near one."""
    far = mixed(coat, QColor("#101014"), 0.3)
    _ear(fig, beast, far, 1, flick)
    _horns(fig, beast, 1)
    _open_jaw(fig, beast, coat, mouth)
    outline = patch(skull(beast))
    mass(fig, outline, coat, beast.depth, 0.06)
    _markings(fig, beast, outline)
    _nose(fig, beast)
    _eye(fig, beast, shut)
    _horns(fig, beast, 0)
    _ear(fig, beast, coat, 0, flick)


def _open_jaw(fig: Figure, beast: Beast, coat: QColor, mouth: float) -> None:
    painter = fig.painter
    painter.save()
    hinge = QPointF(0.25 * beast.head_length, -0.4 * beast.depth)
    painter.translate(hinge)
    painter.rotate(-26.0 * mouth)
    painter.translate(-hinge)
    if mouth > 0.1:
        inside = patch(
            [
                (0.35 * beast.head_length, -0.3 * beast.depth),
                (0.86 * beast.head_length, -0.28 * beast.depth),
                (0.86 * beast.head_length, -0.45 * beast.depth),
                (0.4 * beast.head_length, -0.5 * beast.depth),
            ]
        )
        fig.fill(inside, fig.lit(QColor("#8d3438")))
    tone = mixed(QColor(beast.belly), coat, 0.3) if beast.belly else coat
    mass(fig, patch(_jaw(beast)), mixed(tone, QColor("black"), 0.12), 0.4 * beast.depth, 0.04)
    painter.restore()


def _markings(fig: Figure, beast: Beast, outline: QPainterPath) -> None:
    """Pale cheeks and muzzle, masks, a panda's eye patch."""
    long, deep = beast.head_length, beast.depth
    painter = fig.painter
    painter.save()
    fig.clip(outline)
    if beast.belly and beast.face in ("dog", "cat", "bear", "rodent", "monkey"):
        pale = faded(fig.lit(QColor(beast.belly), 0.2, -0.1, 0.95), 0.92)
        top = 0.02 if beast.face == "monkey" else -0.28
        fig.fill(
            patch(
                [
                    (0.2 * long, -0.9 * deep),
                    (0.28 * long, -0.32 * deep),
                    (0.62 * long, top * deep),
                    (1.1 * long, top * deep - 0.02),
                    (1.1 * long, -deep),
                ]
            ),
            pale,
        )
    if beast.pattern == "panda":
        fig.fill(
            ellipse(0.4 * long, 0.02 * deep, 0.13 * long, 0.19 * deep), fig.lit(QColor("#1d1c1f"))
        )
    if beast.face == "horse":
        dusk = faded(fig.lit(mixed(QColor(beast.coat), QColor("#20181a"), 0.65)), 0.6)
        fig.fill(ellipse(1.0 * long, -0.3 * deep, 0.24 * long, 0.5 * deep), dusk)
    if beast.face == "cow":
        fig.fill(ellipse(1.02 * long, -0.3 * deep, 0.2 * long, 0.5 * deep), fig.lit(PINK))
    painter.restore()


def _nose(fig: Figure, beast: Beast) -> None:
    long, deep = beast.head_length, beast.depth
    thick, mid = beast.muzzle * deep, -0.2 * deep
    dark = fig.lit(QColor(beast.nose), 0.3, 0.3, 0.9)
    mouth = faded(fig.lit(QColor("#1c1210")), 0.6)
    match beast.face:
        case "dog" | "bear":
            fig.fill(ellipse(0.965 * long, mid + 0.3 * thick, 0.07 * long, 0.2 * thick), dark)
        case "cat" | "rodent":
            fig.fill(ellipse(0.97 * long, mid + 0.24 * thick, 0.05 * long, 0.12 * thick), dark)
            _whiskers(fig, beast)
        case "pig":
            snout = ellipse(1.0 * long, mid + 0.02 * thick, 0.07 * long, 0.46 * thick)
            fig.fill(snout, fig.lit(PINK, 0.6, 0.1, 0.8))
        case "elephant" | "dino":
            return
        case _:
            fig.fill(ellipse(0.93 * long, mid + 0.14 * thick, 0.025 * long, 0.07 * thick), dark)
    line = QPainterPath(QPointF(0.97 * long, mid - 0.2 * thick))
    line.quadTo(QPointF(0.8 * long, mid - 0.5 * thick), QPointF(0.55 * long, mid - 0.36 * thick))
    fig.stroke(line, mouth, 0.02 * deep)


def _whiskers(fig: Figure, beast: Beast) -> None:
    if fig.scale < 120:
        return
    long, deep = beast.head_length, beast.depth
    hair = QPainterPath()
    for i in range(3):
        hair.moveTo(0.86 * long, -0.24 * deep)
        hair.quadTo(
            QPointF(0.95 * long, (-0.3 - 0.14 * i) * deep),
            QPointF(1.1 * long, (-0.2 - 0.32 * i) * deep),
        )
    fig.stroke(hair, faded(fig.lit(QColor("#f2eee6")), 0.7), 0.006)


def _eye(fig: Figure, beast: Beast, shut: float) -> None:
    long, deep = beast.head_length, beast.depth
    place = {"cat": 0.46, "rodent": 0.5, "monkey": 0.5, "dino": 0.4}.get(beast.face, 0.4)
    place = min(place, 1.0 - beast.snout + 0.02)
    size = {"cat": 0.1, "rodent": 0.11, "monkey": 0.075, "elephant": 0.035, "horse": 0.07}
    radius = size.get(beast.face, 0.07) * deep
    x, y = place * long, 0.08 * deep
    iris = QColor(beast.eye)
    if beast.face == "cat" and not shut:
        fig.fill(ellipse(x, y, 1.15 * radius, 1.05 * radius), fig.lit(iris))
        iris = QColor("#0c0a09")
        radius *= 0.62
    eye(fig, x, y, radius, iris, shut)


# Ears -----------------------------------------------------------------------------------------


def _ear(fig: Figure, beast: Beast, coat: QColor, side: int, flick: float) -> None:
    """`side` 1 is the far ear; `flick` in degrees."""
    if beast.ear == "none" or beast.ear == "fan" and side:
        return
    long, deep, size = beast.head_length, beast.depth, beast.ear_size
    painter = fig.painter
    painter.save()
    painter.translate(0.07 * long + side * 0.13 * long, 0.2 * deep)
    painter.rotate(_ear_lean(beast) + flick - 14.0 * side)
    outline = patch(_ear_shape(beast.ear, size))
    mass(fig, outline, coat, 0.4 * size, 0.06)
    if not side and beast.ear in ("pointed", "horse", "long", "side", "round"):
        inner = patch([(0.8 * x, 0.06 * size + 0.78 * y) for x, y in _ear_shape(beast.ear, size)])
        tone = mixed(coat, PINK if beast.ear != "round" else QColor("#2a2020"), 0.45)
        painter.scale(0.72, 0.92)
        fig.fill(inner, fig.lit(mixed(tone, QColor("black"), 0.12)))
    painter.restore()


def _ear_lean(beast: Beast) -> float:
    """Degrees that ears turn back, so that they stand upright on a head held at rest."""
    upright = {"pointed": 6.0, "horse": 4.0, "long": 16.0, "round": 12.0}
    if beast.ear in upright:
        return -0.8 * beast.head + upright[beast.ear]
    return {"side": 62.0 - 0.8 * beast.head, "floppy": -0.9 * beast.head}.get(beast.ear, 0.0)


def _ear_shape(style: str, size: float) -> list[Point]:
    match style:
        case "pointed":
            return [
                (-0.36 * size, -0.1 * size),
                (-0.26 * size, 0.5 * size),
                (-0.02 * size, size),
                (0.06 * size, 0.97 * size),
                (0.26 * size, 0.5 * size),
                (0.36 * size, -0.1 * size),
            ]
        case "horse":
            return [
                (-0.12 * size, -0.1 * size),
                (-0.2 * size, 0.4 * size),
                (0.0, size),
                (0.06 * size, 0.95 * size),
                (0.2 * size, 0.4 * size),
                (0.12 * size, -0.1 * size),
            ]
        case "long":
            return [
                (-0.1 * size, -0.05 * size),
                (-0.17 * size, 0.5 * size),
                (-0.07 * size, 0.95 * size),
                (0.03 * size, size),
                (0.12 * size, 0.55 * size),
                (0.09 * size, -0.05 * size),
            ]
        case "side":
            return [
                (-0.08 * size, -0.1 * size),
                (-0.22 * size, 0.45 * size),
                (0.0, size),
                (0.2 * size, 0.45 * size),
                (0.08 * size, -0.1 * size),
            ]
        case "floppy":
            return [
                (-0.22 * size, 0.16 * size),
                (0.1 * size, 0.2 * size),
                (0.26 * size, -0.3 * size),
                (0.12 * size, -1.0 * size),
                (-0.16 * size, -0.95 * size),
                (-0.34 * size, -0.3 * size),
            ]
        case "fan":
            return [
                (0.1 * size, 0.3 * size),
                (-0.3 * size, 0.42 * size),
                (-0.8 * size, 0.2 * size),
                (-0.86 * size, -0.3 * size),
                (-0.6 * size, -0.85 * size),
                (-0.28 * size, -1.0 * size),
                (0.0, -0.6 * size),
                (0.16 * size, -0.2 * size),
            ]
        case _:
            return [
                (-0.5 * size, 0.0),
                (-0.46 * size, 0.55 * size),
                (0.0, 0.9 * size),
                (0.46 * size, 0.55 * size),
                (0.5 * size, 0.0),
                (0.0, -0.2 * size),
            ]


# Horns ----------------------------------------------------------------------------------------


def _horns(fig: Figure, beast: Beast, side: int) -> None:
    if not beast.horn or side and beast.horn in ("unicorn", "rhino"):
        return
    long, deep = beast.head_length, beast.depth
    painter = fig.painter
    painter.save()
    painter.translate(0.16 * long + side * 0.1 * long, 0.32 * deep)
    if beast.horn not in ("tusk", "rhino"):
        painter.rotate(-beast.head)
    tone = QColor(beast.horn_colour)
    horn = _horn_shape(beast)
    mass(fig, horn, mixed(tone, QColor("black"), 0.28 * side), 0.12 * deep, 0.1)
    painter.restore()


def _horn_shape(beast: Beast) -> QPainterPath:
    long, deep = beast.head_length, beast.depth
    match beast.horn:
        case "bull":
            return ribbon(
                [(0, 0), (0.1, 0.05), (0.14, 0.13), (0.1, 0.22)], [0.055, 0.05, 0.035, 0.006]
            )
        case "goat":
            return ribbon(
                [(0, 0), (-0.02, 0.14), (-0.12, 0.26), (-0.26, 0.28)], [0.07, 0.06, 0.045, 0.008]
            )
        case "ram":
            spiral = [
                (
                    0.14 * (1 - 0.09 * i) * cos(1.9 + 0.75 * i) + 0.0,
                    -0.06 + 0.14 * (1 - 0.09 * i) * sin(1.9 + 0.75 * i),
                )
                for i in range(8)
            ]
            return ribbon(spiral, [0.09 - 0.0105 * i for i in range(8)])
        case "antlers":
            beam = [(0, 0), (-0.1, 0.16), (-0.14, 0.34), (-0.02, 0.52)]
            parts = [ribbon(beam, [0.05, 0.042, 0.034, 0.008])]
            for (x, y), (dx, dy) in zip(
                beam, [(0.14, 0.12), (0.14, 0.14), (0.1, 0.16)], strict=False
            ):
                tip = (x + dx, y + 0.04 + dy)
                parts.append(
                    ribbon(
                        [(x, y + 0.04), (x + 0.7 * dx, y + 0.04 + 0.4 * dy), tip],
                        [0.035, 0.028, 0.006],
                    )
                )
            return whole(*parts)
        case "giraffe":
            return ribbon([(0, 0), (-0.01, 0.06), (-0.012, 0.085)], [0.02, 0.018, 0.03])
        case "unicorn":
            return ribbon([(0.05, 0), (0.12, 0.16), (0.18, 0.34)], [0.05, 0.032, 0.004])
        case "rhino":
            nose = 0.72 * long
            big = ribbon(
                [(nose, -0.35 * deep), (nose + 0.05, 0.0), (nose + 0.03, 0.22)], [0.12, 0.08, 0.006]
            )
            small = ribbon([(nose - 0.16, -0.1 * deep), (nose - 0.15, 0.06)], [0.07, 0.006])
            return whole(big, small)
        case "tusk":
            start = (0.5 * long, -0.85 * deep)
            return ribbon(
                [start, (start[0] + 0.12, start[1] - 0.1), (start[0] + 0.24, start[1] - 0.06)],
                [0.05, 0.04, 0.008],
            )
        case _:
            return ribbon([(0, 0), (-0.08, 0.06), (-0.2, 0.12)], [0.06, 0.045, 0.006])


def trunk(fig: Figure, root: Point, angle: float, beast: Beast, t: float, raised: float) -> None:
    """An elephant's trunk: hangs, sways, and curls up to its mouth or into the air."""
    coat, points = QColor(beast.coat), [root]
    heading = angle
    pieces = 8
    for i in range(pieces):
        part = i / (pieces - 1)
        sway = 0.1 * sin(1.3 * t - 2.2 * part) * part
        droop = radians(-86.0) if i else angle
        heading = heading + 0.62 * (droop - heading) + sway
        curl = raised * (2.1 * part) + (1.0 - raised) * 0.75 * max(part - 0.55, 0.0) * 1.6
        step = 0.082
        x, y = points[-1]
        points.append((x + step * cos(heading + curl), y + step * sin(heading + curl)))
    widths = [0.19 - 0.135 * (i / pieces) ** 0.75 for i in range(pieces + 1)]
    path = ribbon(points, widths)
    mass(fig, path, coat, 0.14, 0.06)
    rings = QPainterPath()
    for i in range(1, pieces):
        (x, y), (bx, by) = points[i], points[i + 1]
        nx, ny = -(by - y), bx - x
        size = 0.36 * widths[i] / 0.082
        rings.moveTo(x - nx * size, y - ny * size)
        rings.lineTo(x + nx * size, y + ny * size)
    fig.stroke(rings, faded(fig.lit(mixed(coat, QColor("black"), 0.5)), 0.3), 0.008)


def beard(fig: Figure, beast: Beast) -> None:
    """A goat's beard."""
    x, y = 0.7 * beast.head_length, -0.42 * beast.depth
    hair = ribbon([(x, y), (x - 0.02, y - 0.08), (x - 0.06, y - 0.16)], [0.07, 0.05, 0.006])
    fig.fill(hair, fig.lit(mixed(QColor(beast.coat), QColor("white"), 0.3)))


def flick_of(t: float, variety: float) -> float:
    """Degrees: an ear twitches now and then."""
    part = (t / 3.1 + 1.7 * variety) % 1.0
    return 16.0 * sin(pi * part / 0.08) * cos(tau * part / 0.08) if part < 0.08 else 0.0


def fire(fig: Figure, beast: Beast, mouth: float, t: float) -> None:
    """A dragon's breath."""
    if mouth < 0.3:
        return
    start = beast.head_length
    for size, colour in ((1.0, "#e5481c"), (0.72, "#ff9a2a"), (0.4, "#fff0b0")):
        reach = size * mouth * (1.15 + 0.12 * sin(23.0 * t + 5 * size))
        line = [
            (start - 0.02, -0.06),
            (start + 0.3 * reach, -0.09),
            (start + 0.7 * reach, -0.06 + 0.05 * sin(17 * t)),
            (start + reach, -0.02 + 0.08 * sin(13 * t)),
        ]
        flame = ribbon(line, [0.04, 0.16 * size, 0.26 * size, 0.01])
        fig.fill(flame, faded(fig.seen(QColor(colour)), 0.82))
