"""Ways: roads, rails, bridges and crossings that run from our feet to the vanishing point."""

from math import ceil, cosh, floor, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed
from engine.animatic.paint import lamps, reflection, skyline, strip
from engine.animatic.paint.lamps import Lamp, shine
from engine.animatic.paint.places import city, country, sea
from engine.animatic.paint.places.land import snowy
from engine.animatic.paint.places.town import lamps_of, paving
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.stage import Stage

END = 420.0
"""Metres: where roads and rails are lost to the eye."""
ASPHALT, LINE, STEEL = QColor("#55585f"), QColor("#ece6d4"), QColor("#8d949c")
SCREENS = ("#ff4f8b", "#38d6ff", "#ffb43a", "#7dff9a", "#b07bff", "#ff5a3c", "#fff0c0")


def stripe(
    stage: Stage, xs: tuple[float, float], zs: tuple[float, float], y: float = 0.0
) -> QPainterPath:
    """A rectangle that lies at height y, cut off before the camera."""
    near = max(zs[0], stage.view.z + 0.8)
    path = QPainterPath()
    if zs[1] <= near:
        return path
    corners = [(xs[0], near), (xs[1], near), (xs[1], zs[1]), (xs[0], zs[1])]
    for i, (x, z) in enumerate(corners):
        spot = stage.view.project(x, y, z)
        path.lineTo(spot) if i else path.moveTo(spot)
    path.closeSubpath()
    return path


def _surfaced(stage: Stage, colour: QColor, y: float = 0.0) -> QLinearGradient:
    """A colour that pales into the distance, snowed over if it snows."""
    light, view = stage.light, stage.view
    colour = mixed(colour, QColor("#e6edf5"), 0.6) if snowy(stage) else colour
    top = view.horizon_y()
    shade = QLinearGradient(0, top, 0, stage.height)
    for part in (0.02, 0.08, 0.25, 1.0):
        z = view.depth_at(top + part * (stage.height - top)) - view.z
        shade.setColorAt(part, light.lit(colour, 0.6, z))
    return shade


def road(stage: Stage) -> None:
    """A highway with its lines and signs: across the frame for whoever drives along it, else to
    the horizon."""
    lane = _lane(stage)
    country.paint_far(stage)
    country.paint_ground(stage)
    if lane:
        _road_across(stage, lane)
    else:
        _road_ahead(stage)
    country.paint_near(stage)
    props = [one for one in country.props_of(stage) if not lane or not _blocks(one.z, lane)]
    show(stage, props, SHAPES)
    if {"rain", "storm"} & set(stage.scene.weather):
        reflection.wet(stage, stage.view.ground_y(40.0), 0.35)


def _lane(stage: Stage) -> tuple[float, float] | None:
    """From which depth to which a road across the frame lies: under all that drive on it."""
    depths = [
        one.z
        for one in stage.scene.subjects
        if one.carrier < 0 and build_of(one.kind).way == "drive"
    ]
    return (max(min(depths) - 3.2, 1.0), max(depths) + 3.0) if depths else None


def _blocks(z: float, lane: tuple[float, float]) -> bool:
    """Whether what stands at this depth would stand on the road or hide who drives there."""
    return 0.45 * lane[0] < z < lane[1] + 1.5


def _road_across(stage: Stage, lane: tuple[float, float]) -> None:
    """Asphalt from side to side, its edges' lines, and dashes that pass as the camera goes."""
    painter, view = stage.painter, stage.view
    near, far = lane
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, margin in ((QColor("#8d8474"), 0.8), (ASPHALT, 0.0)):
        top, bottom = view.ground_y(far + margin), view.ground_y(max(near - margin, view.z + 0.6))
        painter.fillRect(QRectF(0, top, view.width, bottom - top), _surfaced(stage, colour))
    white = _surfaced(stage, LINE)
    for z in (near + 0.45, far - 0.45):
        top, bottom = view.ground_y(z + 0.09), view.ground_y(max(z - 0.09, view.z + 0.6))
        painter.fillRect(QRectF(0, top, view.width, bottom - top), white)
    middle = 0.5 * (near + far)
    half = 0.6 * view.width / view.pixels_per_metre(middle)
    dashes, x = QPainterPath(), 9.0 * floor((view.x - half) / 9.0)
    while x < view.x + half:
        dashes.addPath(stripe(stage, (x, x + 3.4), (middle - 0.08, middle + 0.08)))
        x += 9.0
    painter.fillPath(dashes, _surfaced(stage, QColor("#f2c83c")))
    painter.restore()


def _road_ahead(stage: Stage) -> None:
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, half = 1.8, 5.4
    painter.fillPath(
        stripe(stage, (middle - half - 0.9, middle + half + 0.9), (0, END)),
        _surfaced(stage, QColor("#8d8474")),
    )
    painter.fillPath(
        stripe(stage, (middle - half, middle + half), (0, END)), _surfaced(stage, ASPHALT)
    )
    white = _surfaced(stage, LINE)
    for x in (middle - half + 0.35, middle + half - 0.35):
        painter.fillPath(stripe(stage, (x - 0.08, x + 0.08), (0, END)), white)
    dashes = QPainterPath()
    for i in range(34):
        z = 9.0 * i - 4.0
        dashes.addPath(stripe(stage, (middle - 0.09, middle + 0.09), (z, z + 3.4)))
    painter.fillPath(dashes, _surfaced(stage, QColor("#f2c83c")))
    painter.restore()


def railway(stage: Stage) -> None:
    """Two tracks on their sleepers, masts with wires, a signal, a platform."""
    country.paint_far(stage)
    country.paint_ground(stage)
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(stripe(stage, (-2.6, 6.8), (0, END)), _surfaced(stage, QColor("#7d756e")))
    for middle in (0.0, 4.4):
        _track(stage, middle)
    _platform(stage)
    painter.restore()
    show(stage, country.props_of(stage, "behind"), SHAPES)
    masts = [Prop("rail_mast", 8.0, z) for z in (150.0, 100.0, 64.0, 38.0, 20.0)]
    _wires(stage, masts)
    show(stage, sorted([*masts, *country.props_of(stage)], key=lambda one: -one.z), SHAPES)
    row = lamps_of(stage)
    lamps.pools(stage, row)
    lamps.paint(stage, row)


def _track(stage: Stage, middle: float) -> None:
    painter, view = stage.painter, stage.view
    sleepers, z = QPainterPath(), view.z - view.z % 0.7
    while z < view.z + 70.0:
        sleepers.addPath(stripe(stage, (middle - 1.25, middle + 1.25), (z, z + 0.26)))
        z += 0.7
    painter.fillPath(sleepers, _surfaced(stage, QColor("#54453a")))
    shine_ = mixed(stage.light.lit(STEEL, 0.9), stage.light.horizon, 0.45)
    for side in (-0.72, 0.72):
        x = middle + side
        painter.fillPath(
            stripe(stage, (x - 0.07, x + 0.07), (0, END), 0.0), _surfaced(stage, QColor("#3a3230"))
        )
        painter.fillPath(stripe(stage, (x - 0.045, x + 0.045), (0, END), 0.12), shine_)


def _platform(stage: Stage) -> None:
    """The platform at our left: its edge, a yellow line, its face."""
    painter, high = stage.painter, 0.55
    if stage.view.y < 0.8:
        return
    face = QPainterPath(stage.view.project(-2.6, 0, END))
    near = stage.view.z + 0.8
    for x, y, z in ((-2.6, high, END), (-2.6, high, near), (-2.6, 0, near)):
        face.lineTo(stage.view.project(x, y, z))
    painter.fillPath(face, _surfaced(stage, QColor("#6a6460")))
    painter.fillPath(
        stripe(stage, (-60.0, -2.6), (0, END), high), _surfaced(stage, QColor("#b5ada0"))
    )
    painter.fillPath(
        stripe(stage, (-3.4, -3.15), (0, END), high), _surfaced(stage, QColor("#f0c23c"))
    )


def _wires(stage: Stage, masts: list[Prop]) -> None:
    wire = stage.light.lit(QColor("#2c2e34"), 0.2, 30.0)
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(faded(wire, 0.8), stage.height / 700))
    for x in (0.2, 4.6):
        path = QPainterPath(stage.view.project(x, 6.1, 300.0))
        for i in range(24, -1, -1):
            z = stage.view.z + 1.5 + (150.0 - 1.5) * (i / 24) ** 2
            path.lineTo(stage.view.project(x, 6.1, z))
        painter.drawPath(path)
    painter.restore()


# Bridge ---------------------------------------------------------------------------------------


def bridge(stage: Stage) -> None:
    """A suspension bridge to walk on: deck, railings, towers and cables, the river and a city."""
    for row in city.ROWS[:2]:
        skyline.show(stage, row)
        if stage.light.lamps > 0.2:
            city.twinkle(stage, row)
    sea.paint(stage, 0.3)
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for z in (150.0, 62.0):
        _tower(stage, z)
    painter.fillPath(stripe(stage, (-6.0, 6.0), (0, 260.0)), _surfaced(stage, QColor("#8d8880")))
    painter.fillPath(stripe(stage, (-3.6, 3.6), (0, 260.0)), _surfaced(stage, ASPHALT))
    dashes = QPainterPath()
    for i in range(28):
        dashes.addPath(stripe(stage, (-0.08, 0.08), (8.0 * i, 8.0 * i + 3.0)))
    painter.fillPath(dashes, _surfaced(stage, LINE))
    for side in (-1, 1):
        _cables(stage, side)
        _rail(stage, side)
    painter.restore()
    row_of_lamps = [
        Lamp(side * 4.6, z, 5.6) for z in (110.0, 70.0, 44.0, 26.0, 14.0) for side in (-1, 1)
    ]
    lamps.pools(stage, row_of_lamps)
    lamps.paint(stage, row_of_lamps)
    if {"rain", "storm"} & set(stage.scene.weather):
        reflection.wet(stage, stage.view.ground_y(40.0), 0.4)


def _tower(stage: Stage, z: float) -> None:
    steel = stage.light.lit(QColor("#a8483a"), 0.5, z)
    scale, painter = stage.view.pixels_per_metre(z), stage.painter
    for side in (-1, 1):
        foot = stage.view.project(side * 6.4, -2.0, z)
        painter.fillRect(
            QRectF(foot.x() - 0.8 * scale, foot.y() - 36 * scale, 1.6 * scale, 36 * scale), steel
        )
        bright = faded(stage.light.key, 0.5)
        edge = 0.5 if stage.light.sun_x > 0.5 else -0.8
        painter.fillRect(
            QRectF(foot.x() + edge * scale, foot.y() - 36 * scale, 0.3 * scale, 36 * scale), bright
        )
    for y in (8.0, 20.0, 32.0):
        left = stage.view.project(-6.4, y, z)
        painter.fillRect(QRectF(left.x(), left.y(), 12.8 * scale, 1.3 * scale), steel)


def _cables(stage: Stage, side: int) -> None:
    """The main cable hangs as a catenary between the towers; hangers carry the deck."""
    painter, view = stage.painter, stage.view
    steel = stage.light.lit(QColor("#8f4034"), 0.4, 30.0)
    ends = ((62.0, 150.0, 106.0), (-10.0, 62.0, 12.0))
    for near, far, lowest in ends:
        path, hangers = QPainterPath(), QPainterPath()
        first = max(near, view.z + 1.2)
        for i in range(31):
            z = first + (far - first) * i / 30
            y = 3.4 + 14.0 * (cosh((z - lowest) / 25.0) - 1.0) / (cosh(44.0 / 25.0) - 1.0) * 1.0
            y = min(y, 33.0)
            spot = view.project(side * 6.2, y, z)
            path.lineTo(spot) if i else path.moveTo(spot)
            if i % 2:
                hangers.moveTo(spot)
                hangers.lineTo(view.project(side * 6.2, 0.0, z))
        painter.strokePath(hangers, QPen(faded(steel, 0.7), stage.height / 700))
        painter.strokePath(path, QPen(steel, stage.height / 150))


def _rail(stage: Stage, side: int) -> None:
    painter, view, x = stage.painter, stage.view, side * 5.9
    iron = stage.light.lit(QColor("#7a3a30"), 0.5, 10.0)
    posts, z = QPainterPath(), ceil(view.z + 1.2)
    while z < 90:
        posts.moveTo(view.project(x, 0, z))
        posts.lineTo(view.project(x, 1.1, z))
        z += 1 if z < 30 else 4
    painter.strokePath(posts, QPen(iron, stage.height / 500))
    for y, wide in ((1.1, 200), (0.6, 420)):
        line = QPainterPath(view.project(x, y, view.z + 0.9))
        line.lineTo(view.project(x, y, 250.0))
        painter.strokePath(line, QPen(iron, stage.height / wide))


# Crossing -------------------------------------------------------------------------------------


def crossing(stage: Stage) -> None:
    """A great crossing: fronts full of signs and screens, stripes on the ground, wet mirrors."""
    painter, z = stage.painter, _front(stage)
    half = strip.reach(stage, z, 12.0)
    high = min(strip.top(stage, z), 40.0)
    metres = QRectF(-half, -0.2, 2 * half, high + 0.2)
    for row in city.ROWS[1:2]:
        skyline.show(stage, row)
    painter.fillRect(
        QRectF(0, stage.view.horizon_y(), stage.width, stage.height), _surfaced(stage, ASPHALT)
    )
    strip.show(
        stage, strip.kept(stage, "fronts", z, metres, lambda one: _fronts(stage, one, half, z))
    )
    screens = stage.wardrobe.keep("screens", lambda: _screens(stage, half))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, screen in enumerate(screens):
        _screen(stage, number, screen, z)
    _zebra(stage, z)
    painter.restore()
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


def _screen(stage: Stage, number: int, screen: tuple[QRectF, QColor, QColor], z: float) -> None:
    """A screen or upright sign: bands of colour that travel, a bright figure, its glow."""
    where, one, other = screen
    scale = stage.view.pixels_per_metre(z)
    corner = stage.view.project(where.left(), where.bottom(), z)
    pane = QRectF(corner.x(), corner.y(), where.width() * scale, where.height() * scale)
    if pane.right() < 0 or pane.left() > stage.width:
        return
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
    shine(stage, mixed(one, other, 0.5), spot, 0.5 * stage.light.lamps)


def _zebra(stage: Stage, z: float) -> None:
    """Stripes across our way and slanting ones over the middle, as at a scramble crossing."""
    painter, white = stage.painter, _surfaced(stage, LINE)
    painter.fillPath(stripe(stage, (-60, 60), (z - 4.2, z)), _surfaced(stage, QColor("#8d8a88")))
    bars = QPainterPath()
    for i in range(-12, 13):
        bars.addPath(stripe(stage, (1.3 * i - 0.35, 1.3 * i + 0.35), (z - 9.0, z - 5.2)))
        bars.addPath(stripe(stage, (1.1 * i - 0.3, 1.1 * i + 0.3), (3.2, 6.4)))
    for i in range(9):
        depth = 7.6 + (z - 17.5) * (i / 8) ** 1.3
        bars.addPath(stripe(stage, (-8.5 - 0.2 * i, -5.0 - 0.2 * i), (depth, depth + 0.75)))
        bars.addPath(stripe(stage, (5.0 + 0.2 * i, 8.5 + 0.2 * i), (depth, depth + 0.75)))
    painter.fillPath(bars, white)
    paving(stage, 0.8, 2.6)
