"""A great crossing: fronts full of signs and screens, stripes on the ground, wet mirrors."""

from math import sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from engine.animatic.light import faded, mixed
from engine.animatic.paint import lamps, reflection, skyline, strip
from engine.animatic.paint.lamps import Glow, Lamp, shine_all
from engine.animatic.paint.places import city
from engine.animatic.paint.places.town import paving
from engine.animatic.paint.places.ways import ASPHALT, LINE, coat
from engine.animatic.paint.slab import Paint, Piece, lay
from engine.animatic.stage import Stage

SCREENS = ("#ff4f8b", "#38d6ff", "#ffb43a", "#7dff9a", "#b07bff", "#ff5a3c", "#fff0c0")


def paint(stage: Stage) -> None:
    """A great crossing: fronts full of signs and screens, stripes on the ground, wet mirrors."""
    painter, z = stage.painter, _front(stage)
    half = strip.reach(stage, z, 12.0)
    high = min(strip.top(stage, z), 40.0)
    metres = QRectF(-half, -0.2, 2 * half, high + 0.2)
    for row in city.ROWS[1:2]:
        skyline.show(stage, row)
    lay(stage, "crossing", _zebra(stage, z))
    strip.show(
        stage, strip.kept(stage, "fronts", z, metres, lambda one: _fronts(stage, one, half, z))
    )
    screens = stage.wardrobe.keep("screens", lambda: _screens(stage, half))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    glows = [_screen(stage, number, screen, z) for number, screen in enumerate(screens)]
    painter.restore()
    shine_all(stage, [one for one in glows if one is not None])
    row = [Lamp(side * x, z - 4.0, 6.0) for side in (-1, 1) for x in (11.0, 24.0)]
    lamps.paint(stage, row)
    wet = {"rain", "storm"} & set(stage.scene.weather)
    if wet or stage.light.lamps > 0.8:
        reflection.wet(stage, stage.view.ground_y(z - 4.5), 0.55 if wet else 0.3)


def _front(stage: Stage) -> float:
    return max([34.0, *(one.z + 6.0 for one in stage.scene.subjects if one.z < 70)])


Tower = tuple[float, float, float]


def _towers(stage: Stage, half: float) -> list[Tower]:
    """Left edge, width and height of the fronts; a gap in the middle lets the avenue through."""
    made = []
    for side in (-1, 1):
        chance, x = stage.chance(f"crossing {side}"), 5.5
        while x < half:
            wide = chance.uniform(8.0, 13.0)
            made.append((x if side > 0 else -x - wide, wide, chance.uniform(17.0, 36.0)))
            x += wide + 0.15
    return made


def _fronts(stage: Stage, painter: QPainter, half: float, z: float) -> None:
    light, chance = stage.light, stage.chance("panes")
    for x, wide, high in _towers(stage, half):
        wall = QColor(chance.choice(("#59616f", "#6f665e", "#4c5564", "#7a7470", "#5f5560")))
        shade = QLinearGradient(0, high, 0, 0)
        shade.setColorAt(0, light.lit(wall, 0.6, z))
        shade.setColorAt(1, light.lit(mixed(wall, QColor("#1c1c26"), 0.3), 0.4, z))
        painter.fillRect(QRectF(x, 0, wide, high), shade)
        columns = int(wide / 1.25)
        for j in range(int((high - 5) / 2.6)):
            for i in range(columns):
                lit = chance.random() < 0.5 * light.lamps
                glass = mixed(light.lit(QColor("#2c3a4c"), 0.4, z), light.middle, 0.25)
                warm = QColor(chance.choice(skyline.GLOWS))
                pane = QRectF(
                    x + (i + 0.15) * wide / columns, 5 + 2.6 * j, 0.7 * wide / columns, 1.7
                )
                painter.fillRect(
                    pane, mixed(glass, warm, chance.uniform(0.6, 1.0)) if lit else glass
                )
        shop = mixed(
            light.lit(QColor("#3a3438"), 0.4, z),
            QColor(chance.choice(("#ffd08a", "#fff0d0", "#9fe0ff"))),
            0.25 + 0.7 * light.lamps,
        )
        painter.fillRect(QRectF(x + 0.3, 0.3, wide - 0.6, 3.4), shop)
        painter.fillRect(
            QRectF(x, 3.8, wide, 0.8), light.lit(QColor(chance.choice(SCREENS)), 0.5, z)
        )
        for i in range(5):
            painter.fillRect(
                QRectF(x + i * wide / 5, 0, 0.18, 3.8), light.lit(QColor("#22222a"), 0.4, z)
            )


def _screens(stage: Stage, half: float) -> list[tuple[QRectF, QColor, QColor]]:
    chance, made = stage.chance("screens"), []
    for x, wide, high in _towers(stage, half):
        one, other = QColor(chance.choice(SCREENS)), QColor(chance.choice(SCREENS))
        tall = chance.uniform(4.0, 8.0)
        made.append(
            (
                QRectF(x + 0.8, min(chance.uniform(6, 12), high - tall - 1), wide - 1.6, tall),
                one,
                other,
            )
        )
        if chance.random() < 0.75:
            edge = x + (0.1 if x > 0 else wide - 1.5)
            made.append((QRectF(edge, 5.2, 1.4, min(high - 6, chance.uniform(7, 13))), other, one))
    return made


def _screen(
    stage: Stage, number: int, screen: tuple[QRectF, QColor, QColor], z: float
) -> Glow | None:
    """A screen or upright sign: bands of colour that travel and a bright figure; its glow."""
    where, one, other = screen
    scale = stage.view.pixels_per_metre(z)
    corner = stage.view.project(where.left(), where.bottom(), z)
    pane = QRectF(corner.x(), corner.y(), where.width() * scale, where.height() * scale)
    if pane.right() < 0 or pane.left() > stage.width:
        return None
    power = 0.45 + 0.55 * stage.light.lamps
    fill = QLinearGradient(pane.topLeft(), pane.bottomRight())
    for i in range(5):
        part = 0.5 + 0.5 * sin(tau * (0.11 * stage.t + 0.19 * i + 0.31 * number))
        shade = mixed(one, other, part)
        fill.setColorAt(i / 4, mixed(stage.light.lit(shade, 0.5), shade, power))
    painter = stage.painter
    painter.fillRect(pane, fill)
    white = faded(QColor("#ffffff"), 0.85 * power)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(white)
    if pane.width() > 0.8 * pane.height():
        beat = 1.0 + 0.08 * sin(tau * 0.4 * stage.t + number)
        size = 0.26 * pane.height() * beat
        painter.drawEllipse(pane.center() - QPointF(0.2 * pane.width(), 0), size, size)
        for i in range(3):
            bar = QRectF(
                pane.center().x(),
                pane.top() + (0.28 + 0.17 * i) * pane.height(),
                (0.36 - 0.08 * i) * pane.width(),
                0.07 * pane.height(),
            )
            painter.drawRect(bar)
    else:
        count = max(int(pane.height() / (1.3 * pane.width())), 2)
        for i in range(count):
            side = 0.5 * pane.width()
            y = pane.top() + (i + 0.5) * pane.height() / count
            painter.drawRoundedRect(
                QRectF(pane.center().x() - side / 2, y - side / 2, side, side),
                0.2 * side,
                0.2 * side,
            )
    reach = 0.7 * max(pane.width(), pane.height())
    spot = QRectF(
        pane.center().x() - 1.5 * reach, pane.center().y() - 1.5 * reach, 3 * reach, 3 * reach
    )
    return Glow(mixed(one, other, 0.5), spot, 0.5 * stage.light.lamps)


def _zebra(stage: Stage, z: float) -> Paint:
    """Asphalt, the pavement before the fronts, stripes across our way and slanting ones over the
    middle, as at a scramble crossing."""
    white, black = coat(stage, LINE), coat(stage, ASPHALT)
    slabs = paving(stage, 0.8)

    def paint(piece: Piece) -> None:
        painter, whole = piece.painter, piece.metres
        painter.fillRect(whole, black)
        if whole.bottom() > z - 4.5:
            pavement = QRectF(whole.left(), z - 4.2, whole.width(), 200.0)
            painter.fillRect(pavement, coat(stage, QColor("#8d8a88")))
        for i in range(-30, 31):
            painter.fillRect(QRectF(1.3 * i - 0.35, z - 9.0, 0.7, 3.8), white)
            painter.fillRect(QRectF(1.1 * i - 0.3, 3.2, 0.6, 3.2), white)
        for i in range(9):
            depth = 7.6 + (z - 17.5) * (i / 8) ** 1.3
            painter.fillRect(QRectF(-8.5 - 0.2 * i, depth, 3.5, 0.75), white)
            painter.fillRect(QRectF(5.0 + 0.2 * i, depth, 3.5, 0.75), white)
        if whole.top() < 2.6:
            painter.setClipRect(QRectF(whole.left(), 0.0, whole.width(), 2.6))
            painter.fillRect(whole, coat(stage, QColor("#8d8a88")))
            slabs(piece)
            painter.setClipping(False)

    return paint
