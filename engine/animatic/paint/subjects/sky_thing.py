"""Sky things: planets, stars, rainbow, aurora, comets, galaxies, tornado and lightning, confetti.

They fill their own box: `height` metres tall about x = 0, standing on y = 0.
"""

from collections.abc import Callable
from math import cos, exp, pi, radians, sin, sqrt, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QRadialGradient,
)

from engine.animatic.build import Build, build_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion.cycles import share_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.easel import painting
from engine.animatic.paint.noise import layered
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.marks import glow, spread
from engine.animatic.paint.subjects.shape import curve, ellipse, ribbon
from engine.animatic.paint.surface import bgr, blank, translucent
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

SIDE = 224
SPIN_SECONDS = 26.0


def paint(stage: Stage, subject: Subject) -> None:
    """The form that its build names."""
    x, _, z = position(subject, stage.scene, stage.t)
    build = build_of(subject.kind)
    if not stage.view.sees(x, z, 1.6 * max(build.width, build.height) * subject.scale):
        return
    with figure(stage, subject) as fig:
        FORMS[str(build.trait("form", "planet"))](fig, subject, build)


# Worlds ---------------------------------------------------------------------------------------


def _planet(fig: Figure, subject: Subject, build: Build) -> None:
    """A turning ball: its map wrapped around it, lit from the sun's side, rings if it has any."""
    radius = 0.5 * build.height * (0.62 if build.trait("rings", False) else 1.0)
    middle = 0.5 * build.height
    if build.trait("rings", False):
        _ring(fig, build, middle, radius, behind=True)
    image = _globe(fig, subject, build)
    fig.painter.save()
    fig.painter.translate(0, middle)
    fig.painter.scale(1, -1)
    fig.painter.drawImage(QRectF(-radius, -radius, 2 * radius, 2 * radius), image)
    fig.painter.restore()
    if build.trait("rings", False):
        _ring(fig, build, middle, radius, behind=False)


def _globe(fig: Figure, subject: Subject, build: Build) -> QImage:
    keep = fig.stage.wardrobe.keep
    world = keep(("world", subject), lambda: _map(fig, subject, build))
    grid = keep(("globe", subject, fig.heading), lambda: _sphere(fig, build))
    across, down, shade, alpha = grid
    turn = fig.stage.t / float(build.trait("day", SPIN_SECONDS)) * world.shape[1]
    shifted = np.mod(across + np.float32(turn), world.shape[1]).astype(np.float32)
    seen = cv2.remap(world, shifted, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    return translucent(seen * shade[..., None], alpha)


def _map(fig: Figure, subject: Subject, build: Build) -> np.ndarray:
    """Float32 (256, 512, 3) BGR: land and sea, bands, or craters."""
    chance = fig.stage.chance(f"world/{subject.kind}/{subject.variety}")
    field = layered(chance, 256, 512, 64, 6)
    low = bgr(wanted(subject.colour, str(build.trait("low", "#7a6a58"))))
    high = bgr(QColor(str(build.trait("high", "#c9b48a"))))
    sort = str(build.trait("surface", "craters"))
    if sort == "bands":
        rows = np.linspace(0, 1, 256, dtype=np.float32)[:, None] * 9 + 1.4 * field
        part = 0.5 + 0.5 * np.sin(tau * rows)
    else:
        sharp = 9.0 if sort == "land" else 3.0
        part = np.clip((field - 0.5) * sharp + 0.5, 0.0, 1.0)
    world = low + (high - low) * part[..., None]
    if sort == "land":
        caps = np.abs(np.linspace(-1, 1, 256, dtype=np.float32))[:, None]
        clouds = layered(chance, 256, 512, 32, 5, 2)
        white = np.clip((caps - 0.86) * 12, 0, 1) + np.clip((clouds - 0.55) * 6, 0, 0.85)
        world = world + (1.0 - world) * np.clip(white, 0, 1)[..., None]
    return np.ascontiguousarray(np.broadcast_to(world, (256, 512, 3)).astype(np.float32))


def _sphere(fig: Figure, build: Build) -> tuple[np.ndarray, ...]:
    line = np.linspace(-1.02, 1.02, SIDE, dtype=np.float32)
    x, y = np.meshgrid(line, -line)
    far = x * x + y * y
    z = np.sqrt(np.clip(1.0 - far, 0.0, 1.0))
    across = (np.arctan2(x, np.maximum(z, 1e-4)) / tau * 512).astype(np.float32)
    down = ((0.5 - np.arcsin(np.clip(y, -1, 1)) / pi) * 255).astype(np.float32)
    sx, sy, sz = 0.72 * fig.heading, 0.42, 0.55
    lit = np.clip(x * sx + y * sy + z * sz, 0.0, 1.0) ** 0.8
    shade = 0.05 + 1.1 * lit
    if build.trait("shines", False):
        shade = 0.75 + 0.45 * z
    alpha = np.clip((1.0 - np.sqrt(far)) * SIDE / 2.2, 0.0, 1.0)
    return across, down, shade.astype(np.float32), alpha.astype(np.float32)


def _ring(fig: Figure, build: Build, middle: float, radius: float, behind: bool) -> None:
    half = QPainterPath()
    half.addRect(
        QRectF(-3 * radius, middle if behind else middle - 3 * radius, 6 * radius, 3 * radius)
    )
    fig.painter.save()
    fig.painter.translate(0, middle)
    fig.painter.rotate(-14)
    fig.painter.translate(0, -middle)
    fig.clip(half)
    for size, wide, alpha in (
        (1.42, 0.1, 0.4),
        (1.66, 0.2, 0.75),
        (1.9, 0.12, 0.6),
        (2.08, 0.07, 0.35),
    ):
        colour = faded(QColor(str(build.trait("high", "#d9c79a"))), alpha)
        fig.stroke(
            ellipse(0, middle, size * radius, 0.3 * size * radius), colour, 0.55 * wide * radius
        )
    fig.painter.restore()


def _sun(fig: Figure, subject: Subject, build: Build) -> None:
    radius = 0.5 * build.height
    colour = wanted(subject.colour, "#ffcf5a")
    breath = 1.0 + 0.03 * sin(1.3 * fig.stage.t)
    spread(fig, glow(fig, colour, radius, 3.4 * radius * breath, 0.8))
    disc = QRadialGradient(QPointF(0, radius), radius)
    disc.setColorAt(0, QColor("#fffbe8"))
    disc.setColorAt(0.7, mixed(colour, QColor("white"), 0.45))
    disc.setColorAt(1, colour)
    fig.fill(ellipse(0, radius, radius, radius), QBrush(disc))


def _star(fig: Figure, subject: Subject, build: Build) -> None:
    """A bright point that twinkles, with four rays."""
    size = 0.5 * build.height * (0.85 + 0.15 * sin(7.3 * fig.stage.t) * sin(2.9 * fig.stage.t))
    spread(fig, glow(fig, QColor("#cfe0ff"), 0.5 * build.height, 1.2 * size, 0.9))
    path = QPainterPath(QPointF(0, 0.5 * build.height + size))
    for k in range(1, 9):
        far = size if k % 2 == 0 else 0.09 * size
        path.lineTo(far * sin(tau * k / 8), 0.5 * build.height + far * cos(tau * k / 8))
    fig.fill(path, faded(QColor("#ffffff"), 0.95))


def _comet(fig: Figure, subject: Subject, build: Build) -> None:
    """A head and two tails that stream away behind it: straight gas, curved dust."""
    long, t = build.width, fig.stage.t
    head = (0.42 * long, 0.2 * build.height)
    for bent, wide, colour, alpha in ((0.0, 0.05, "#8ac4ff", 0.7), (0.2, 0.12, "#ffe6bf", 0.5)):
        spots = [
            (
                head[0] - 0.9 * long * p,
                head[1] + 0.7 * build.height * p + bent * build.height * p * p,
            )
            for p in (0, 0.25, 0.5, 0.75, 1)
        ]
        tail = ribbon(
            spots, [0.02 * long, wide * long * 0.5, wide * long, 1.5 * wide * long, 2 * wide * long]
        )
        shade = QLinearGradient(QPointF(*spots[0]), QPointF(*spots[4]))
        shade.setColorAt(0, faded(QColor("#ffffff"), alpha))
        shade.setColorAt(0.3, faded(QColor(colour), 0.6 * alpha * (0.94 + 0.06 * sin(9 * t))))
        shade.setColorAt(1, faded(QColor(colour), 0.0))
        fig.fill(tail, shade)
    fig.painter.translate(head[0], 0)
    spread(fig, glow(fig, QColor("#e6f2ff"), head[1], 0.16 * long, 1.0))
    fig.painter.translate(-head[0], 0)


def _meteor(fig: Figure, subject: Subject, build: Build) -> None:
    """A streak that flashes across every few seconds, brightest before its end."""
    part = ((fig.stage.t - subject.since) % 2.6) / 0.9
    if not 0.0 <= part < 1.3:
        return
    for k, shift in enumerate((0.0, 0.07, 0.16)):
        tip = max(min(part - shift, 1.0), 0.0)
        tail = max(min(part - 0.42 - shift, 1.0), 0.0)
        a = (build.width * (tail - 0.5), build.height * (1 - tail))
        b = (build.width * (tip - 0.5), build.height * (1 - tip))
        fig.stroke(
            curve([a, b]),
            faded(QColor("#fff4dc"), (0.85, 0.35, 0.18)[k] * min(1.3 - part, 1.0)),
            (0.012, 0.02, 0.03)[k] * build.height,
        )


# Light in the air -----------------------------------------------------------------------------


def _rainbow(fig: Figure, subject: Subject, build: Build) -> None:
    """Two bows, 42 and 51 degrees about the point opposite the sun, the second one reversed; the
    sky is brighter inside the first."""
    outer = build.height / sin(radians(42.0)) * sin(radians(42.0))
    for size, order, alpha in ((outer, 1, 0.5), (outer * 51.0 / 42.0, -1, 0.16)):
        bow = QRadialGradient(QPointF(0, 0), size)
        low = 1.0 - 2.2 / 42.0 * 1.6
        bow.setColorAt(0, faded(QColor("white"), 0.02))
        bow.setColorAt(max(low - 0.02, 0), faded(QColor("white"), 0.1 * alpha))
        for i in range(9):
            hue = (0.78 * (1 - i / 8)) if order > 0 else 0.78 * i / 8
            edge = sin(pi * (i + 0.5) / 9) ** 0.5
            bow.setColorAt(
                low + (0.998 - low) * i / 8, faded(QColor.fromHsvF(hue, 0.85, 1.0), alpha * edge)
            )
        bow.setColorAt(1, faded(QColor("white"), 0.0))
        path = QPainterPath(QPointF(-size, 0))
        path.arcTo(QRectF(-size, -size, 2 * size, 2 * size), 180, 180)
        fig.fill(path, QBrush(bow))


COARSE = 4
"""An aurora is so soft that it is painted at a quarter of its size."""


def _aurora(fig: Figure, subject: Subject, build: Build) -> None:
    """Curtains of rays that drift and fold, green below, violet above."""
    wide, tall, t = 1.3 * build.width, 1.35 * build.height, fig.stage.t
    fine = fig.scale / COARSE
    fine = min(fine, 700.0 / wide)
    image = blank(max(round(wide * fine), 2), max(round(tall * fine), 2))
    ray = fig.stage.wardrobe.keep("aurora ray", _ray)
    with painting(image) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        for sheet in range(3):
            for i in range(54):
                spot, alpha = _ray_at(build, t, sheet, i / 53)
                painter.setOpacity(alpha)
                x, y = (spot.x() + 0.5 * wide) * fine, image.height() - spot.bottom() * fine
                painter.drawImage(QRectF(x, y, spot.width() * fine, spot.height() * fine), ray)
    fig.painter.save()
    fig.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    fig.painter.scale(1, -1)
    high = image.height() / fine
    fig.painter.drawImage(QRectF(-0.5 * wide, -high, image.width() / fine, high), image)
    fig.painter.restore()


def _ray_at(build: Build, t: float, sheet: int, u: float) -> tuple[QRectF, float]:
    """Where a ray of a curtain stands in metres, and how bright it is."""
    fold = sin(3.1 * u + 0.22 * t + 2 * sheet) + 0.5 * sin(7.3 * u - 0.31 * t + sheet)
    x = build.width * (u - 0.5) + 0.05 * build.width * fold
    y = build.height * (0.12 + 0.13 * sheet + 0.1 * sin(2.3 * u + 0.17 * t + 1.3 * sheet))
    ray = 0.45 + 0.3 * sin(19 * u + 1.1 * t + sheet) + 0.25 * sin(43 * u - 1.7 * t)
    tall, wide = build.height * (0.4 + 0.25 * ray), 1.9 * build.width / 53
    return QRectF(x - wide / 2, y, wide, tall), 0.3 * max(ray, 0.05) * sin(pi * u) ** 0.6


def _ray() -> QImage:
    """Bright just above its lower edge, fading upwards."""
    image = blank(4, 96)
    shade = QLinearGradient(0, 96, 0, 0)
    shade.setColorAt(0, faded(QColor("#4affa0"), 0.0))
    shade.setColorAt(0.12, QColor("#5affa8"))
    shade.setColorAt(0.5, faded(QColor("#3ad0c0"), 0.5))
    shade.setColorAt(1, faded(QColor("#a05ae0"), 0.0))
    with painting(image) as painter:
        painter.fillRect(image.rect(), shade)
    return image


def _galaxy(fig: Figure, subject: Subject, build: Build) -> None:
    """Logarithmic arms of stars about a bright heart, turning slowly; or a ring about a hole."""
    hole = bool(build.trait("hole", False))
    image = fig.stage.wardrobe.keep(("galaxy", subject), lambda: _arms(fig, hole))
    radius, middle = 0.5 * build.width, 0.5 * build.height
    fig.painter.save()
    fig.painter.translate(0, middle)
    fig.painter.rotate(18)
    fig.painter.scale(1, 0.34 if hole else 0.52)
    fig.painter.rotate(fig.stage.t * (9.0 if hole else 3.0))
    fig.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    fig.painter.drawImage(QRectF(-radius, -radius, 2 * radius, 2 * radius), image)
    fig.painter.restore()
    if hole:
        size = 0.34 * middle
        fig.fill(ellipse(0, middle, size, size), QColor("#020204"))
        fig.stroke(ellipse(0, middle, size, size), QColor("#ffd9a0"), 0.08 * size)
        fig.stroke(
            ellipse(0, middle, 1.12 * size, 1.12 * size), faded(QColor("#ff9a4a"), 0.5), 0.16 * size
        )


def _arms(fig: Figure, hole: bool) -> QImage:
    line = np.linspace(-1, 1, 420, dtype=np.float32)
    x, y = np.meshgrid(line, line)
    far, angle = np.sqrt(x * x + y * y) + 1e-4, np.arctan2(y, x)
    noise = layered(fig.stage.chance("galaxy"), 420, 448, 64, 5)[:, :420]
    arms = 0.5 + 0.5 * np.cos(2 * (angle - 3.6 * np.log(far)) + 3.0 * (noise - 0.5))
    light = (
        arms**2 * np.exp(-((far / 0.5) ** 2)) * (0.4 + 1.2 * noise) * np.clip((1 - far) * 4, 0, 1)
    )
    heart = np.exp(-((far / 0.13) ** 2))
    if hole:
        light = np.exp(-(((far - 0.5) / 0.2) ** 2)) * (0.5 + 0.9 * noise)
        heart = 0.7 * np.exp(-(((far - 0.34) / 0.06) ** 2))
    warm, cold = (
        bgr(QColor("#ffdca8" if not hole else "#ffb86a")),
        bgr(QColor("#7aa8ff" if not hole else "#ff6a2a")),
    )
    stars = (noise > 0.66).astype(np.float32) * 0.25 * light
    colour = cold * light[..., None] + warm * heart[..., None] + stars[..., None]
    alpha = np.clip(light + heart, 0.0, 1.0)
    return translucent(np.clip(colour / np.maximum(alpha, 0.05)[..., None], 0, 1), alpha)


# Weather --------------------------------------------------------------------------------------


def _tornado(fig: Figure, subject: Subject, build: Build) -> None:
    """A funnel of turning bands that bends as it goes, dust about its foot."""
    t, rows = fig.stage.t, 44
    turns = [-0.95 + 1.9 * k / 6 for k in range(7)]
    tones = [
        [fig.lit(QColor(tone), nx, 0.1, sqrt(1 - nx * nx)) for nx in turns]
        for tone in ("#6a6660", "#d8d0c4", "#26241f")
    ]
    for i in range(rows):
        part = i / (rows - 1)
        wide = build.width * (0.045 + 0.42 * part**1.8)
        x = 0.12 * build.width * sin(2.2 * part + 0.9 * t) * (
            0.35 + part
        ) + 0.03 * build.width * sin(9 * part - 4 * t)
        y = build.height * part
        shade = QLinearGradient(x - wide, 0, x + wide, 0)
        turn = 7.0 * t * (1.3 - 0.8 * part) + 1.9 * i
        # It hangs from a cloud: upwards it is lost in it.
        cover = (0.82 - 0.2 * part) * min((1.0 - part) / 0.3, 1.0)
        for k, nx in enumerate(turns):
            band = 0.12 * sin(turn + 3.5 * nx)
            other = tones[1 if band > 0 else 2][k]
            tone = mixed(tones[0][k], other, abs(band) * 2.2)
            shade.setColorAt(k / 6, faded(tone, cover))
        fig.fill(ellipse(x, y, wide, 0.02 * build.height + 0.12 * wide), QBrush(shade))
    for i in range(22):
        turn = 3.4 * t + i * tau * 0.618
        far = build.width * (0.1 + 0.16 * ((i * 0.7548) % 1.0))
        size = 0.035 * build.height * (0.6 + 0.8 * ((i * 0.377) % 1.0))
        spot = (far * cos(turn), 0.02 * build.height + 0.3 * size * (1 + sin(turn)))
        fig.fill(ellipse(*spot, 1.6 * size, size), faded(fig.lit(QColor("#9a8a70")), 0.4))


def _bolt(fig: Figure, subject: Subject, build: Build) -> None:
    """A jagged bolt; as weather it strikes and fades, again every two seconds."""
    age = (fig.stage.t - subject.since) % 2.0
    bright = max(exp(-age / 0.12), 0.8 * exp(-max(age - 0.22, 0.0) / 0.2) * (age > 0.22), 0.0)
    if bright < 0.02:
        return
    stroke = int((fig.stage.t - subject.since) / 2.0)
    chance = fig.stage.chance(f"bolt/{subject.variety}/{stroke}")
    spots, x = [], 0.0
    for i in range(15):
        spots.append((x, build.height * (1 - i / 14)))
        x += chance.uniform(-0.055, 0.055) * build.height
    path = QPainterPath(QPointF(*spots[0]))
    for spot in spots[1:]:
        path.lineTo(*spot)
    for wide, alpha in ((0.05, 0.18), (0.022, 0.4), (0.008, 1.0)):
        fig.stroke(path, faded(QColor("#e6ecff"), alpha * bright), wide * build.height * 0.6)
    spread(fig, glow(fig, QColor("#b8c8ff"), 0.6 * build.height, 0.7 * build.height, 0.5 * bright))


def _confetti(fig: Figure, subject: Subject, build: Build) -> None:
    """Paper that tumbles down at its terminal speed, turning edge on and back; or soft motes."""
    motes = bool(build.trait("motes", False))
    t, scene = fig.stage.t, fig.stage.scene
    start = share_of(scene.seed, f"confetti/{subject.variety}")
    for i in range(90):
        span = (4.2 if not motes else 9.0) * (0.8 + 0.5 * (i * 0.618 % 1.0))
        turn = t / span + i * 0.7548 + start
        age, serial = turn % 1.0, int(turn) * 90 + i
        x = build.width * (((serial * 0.569) % 1.0) - 0.5)
        x += 0.05 * build.width * sin(2.7 * t + serial) + 0.2 * build.height * age * gust(scene, t)
        y = build.height * ((1.0 - age) if not motes else age)
        size = build.height * 0.011 * (0.7 + 0.6 * ((serial * 0.31) % 1.0))
        if motes:
            alpha = 0.7 * sin(pi * age) * (0.6 + 0.4 * sin(2.0 * t + serial))
            fig.fill(
                ellipse(x, y, 0.6 * size, 0.6 * size),
                faded(wanted(subject.colour, "#ffe9b0"), alpha),
            )
            continue
        hue = QColor.fromHsvF((serial * 0.618) % 1.0, 0.75, 0.95)
        flip = cos(5.0 * t + 1.7 * serial)
        fig.painter.save()
        fig.painter.translate(x, y)
        fig.painter.rotate(140.0 * sin(1.3 * t + serial))
        fig.painter.fillRect(
            QRectF(-size, -0.6 * size * flip, 2 * size, 1.2 * size * flip).normalized(),
            fig.lit(hue, 0.2, abs(flip), 0.6),
        )
        fig.painter.restore()


FORMS: dict[str, Callable[[Figure, Subject, Build], None]] = {
    "planet": _planet, "sun": _sun, "star": _star, "comet": _comet, "meteor": _meteor,
    "rainbow": _rainbow, "aurora": _aurora, "galaxy": _galaxy, "tornado": _tornado,
    "bolt": _bolt, "confetti": _confetti,
}  # fmt: skip
