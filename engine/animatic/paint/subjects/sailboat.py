"""A sailboat under mainsail and jib: hull, rig, helmsman, pennant, and the water it stirs."""

from functools import partial
from math import cos, degrees, pi, sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.motion.boat import boat_heel, boat_pitch
from engine.animatic.motion.water import wave_height
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.logo import fitted, logo, put
from engine.animatic.paint.subjects.shape import Point, box, curve, ellipse, limb, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

CANVAS, WOOD, ROPE = QColor("#fbf4e6"), QColor("#a9713f"), QColor("#4a3a30")
MAST_FOOT, MAST_TOP = (0.5, 0.9), (0.62, 11.6)
HEAD, TACK, CLEW = (0.58, 11.1), (0.46, 1.9), (-3.5, 1.75)


def paint(stage: Stage, subject: Subject) -> None:
    """Wake first, then the boat, then the foam along its waterline."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 16.0):
        return
    _wake(stage, subject)
    heel = boat_heel(subject, stage.scene, stage.t)
    lean = -degrees(boat_pitch(subject, stage.scene, stage.t)) - subject.heading * 30 * heel
    with figure(stage, subject, lean) as fig:
        fig.painter.scale(1.0, cos(heel))
        _filled_sails(fig, subject)
        _pennant(fig, gust(stage.scene, stage.t), subject)
        fig.sprite(("hull", subject), QRectF(-4.2, -0.3, 9.0, 2.6), partial(_body, subject))
    with figure(stage, subject) as fig:
        _foam(fig, subject)


def _filled_sails(fig: Figure, subject: Subject) -> None:
    """The sails breathe: they stand a little fuller in a gust, and shake a little."""
    wind = gust(fig.stage.scene, fig.stage.t)
    full = 1.0 + 0.05 * (wind - fig.stage.scene.wind) + 0.004 * wind * sin(9.0 * fig.stage.t)
    fig.painter.save()
    fig.painter.translate(MAST_FOOT[0], 0)
    fig.painter.scale(full, 1.0)
    fig.painter.translate(-MAST_FOOT[0], 0)
    fig.sprite(("sails", subject), QRectF(-4.8, 0.8, 9.5, 11.0), _sails)
    fig.painter.restore()


def _sails(fig: Figure) -> None:
    _rigging(fig)
    _mainsail(fig, fig.stage.scene.wind)
    _jib(fig, fig.stage.scene.wind)


def _body(subject: Subject, fig: Figure) -> None:
    _hull(fig, wanted(subject.colour, "#f4f1ea"))
    _helmsman(fig)


# Hull -----------------------------------------------------------------------------------------


def _hull_path() -> QPainterPath:
    path = QPainterPath(QPointF(-3.9, 1.02))
    path.cubicTo(-1.6, 0.72, 1.8, 0.78, 4.45, 1.42)
    path.cubicTo(4.1, 0.75, 3.7, 0.25, 3.2, -0.22)
    path.lineTo(-3.45, -0.22)
    path.cubicTo(-3.72, 0.1, -3.84, 0.6, -3.9, 1.02)
    return path


def _hull(fig: Figure, colour: QColor) -> None:
    path = fig.stage.wardrobe.keep("hull", _hull_path)
    _cabin(fig)
    shade = QLinearGradient(0, 1.4, 0, -0.2)
    shade.setColorAt(0, fig.lit(colour, 0.25, 0.45, 0.85))
    shade.setColorAt(0.55, fig.lit(colour, 0.1, -0.25, 0.95))
    shade.setColorAt(1, mixed(fig.lit(colour, 0, -0.8, 0.6), fig.lit(QColor("#3d6f86")), 0.3))
    fig.fill(path, shade)
    if fig.scale > 6:
        _stripes(fig, colour)
    fig.rim(path, 0.07)


def _stripes(fig: Figure, colour: QColor) -> None:
    boot = QColor("#b5352c") if colour.blueF() >= colour.redF() * 0.8 else QColor("#f2ead8")
    band = curve([(-3.52, 0.1), (-1.0, 0.06), (1.5, 0.07), (3.42, 0.14)])
    fig.stroke(band, fig.lit(boot, 0, -0.3, 0.95), 0.13)
    sheer = curve([(-3.8, 0.86), (-1.6, 0.68), (0.6, 0.68), (2.6, 0.86), (4.2, 1.24)])
    fig.stroke(sheer, fig.lit(QColor("#20355c"), 0, 0.1, 0.95), 0.07)
    rail = curve([(-3.9, 1.05), (-1.6, 0.83), (0.6, 0.83), (2.6, 1.02), (4.45, 1.45)])
    fig.stroke(rail, fig.lit(WOOD, 0.2, 0.8, 0.5), 0.08)
    if fig.scale > 22:
        _guard_rail(fig)


def _guard_rail(fig: Figure) -> None:
    steel = fig.lit(QColor("#e6e6e6"), 0.2, 0.5, 0.8)
    posts = QPainterPath()
    for x, y in ((-3.7, 1.0), (-2.2, 0.87), (2.0, 0.93), (3.2, 1.14), (4.2, 1.4)):
        posts.moveTo(x, y)
        posts.lineTo(x, y + 0.5)
    fig.stroke(posts, steel, 0.025)
    wire = curve([(-3.7, 1.5), (-2.2, 1.37), (0.0, 1.33), (2.0, 1.43), (3.2, 1.64), (4.2, 1.9)])
    fig.stroke(wire, faded(steel, 0.7), 0.014)


def _cabin(fig: Figure) -> None:
    cabin = QPainterPath(QPointF(-1.3, 0.7))
    cabin.cubicTo(-1.25, 1.3, -1.1, 1.36, -0.8, 1.38)
    cabin.cubicTo(0.6, 1.44, 1.4, 1.36, 2.5, 0.9)
    cabin.closeSubpath()
    fig.fill(cabin, fig.lit(QColor("#efe6d4"), 0.1, 0.35, 0.9))
    if fig.scale > 14:
        lamps = fig.stage.light.lamps
        dark = fig.lit(QColor("#24364a"), 0, 0, 1)
        pane = mixed(dark, fig.seen(QColor("#ffcf7a")), 0.9 * lamps)
        for x in (-0.75, 0.05, 0.85):
            fig.fill(box(x, 0.98, 0.48, 0.18, 0.09), pane)
    top = curve([(-1.15, 1.36), (0.4, 1.43), (1.5, 1.3), (2.3, 1.0)])
    fig.stroke(top, fig.lit(WOOD, 0.1, 0.9, 0.4), 0.07)


# Rig ------------------------------------------------------------------------------------------


def _rigging(fig: Figure) -> None:
    stays = QPainterPath(QPointF(4.4, 1.45))
    stays.lineTo(QPointF(0.8, 10.2))
    stays.moveTo(QPointF(-3.85, 1.05))
    stays.lineTo(QPointF(*MAST_TOP))
    fig.stroke(stays, faded(fig.lit(ROPE), 0.75), 0.025)
    mast = limb(MAST_FOOT, MAST_TOP, 0.2, 0.11)
    fig.fill(mast, fig.round(WOOD, 0.4, 0.72))


def _mainsail(fig: Figure, wind: float) -> None:
    leech = _leech(wind)
    sail = QPainterPath(QPointF(*TACK))
    sail.lineTo(QPointF(*HEAD))
    curve([HEAD, *leech, CLEW], sail)
    sail.cubicTo(-2.2, 1.45 - 0.15 * wind, -0.9, 1.6 - 0.15 * wind, *TACK)
    fig.fill(sail, _canvas(fig, CLEW[0], TACK[0]))
    _belly(fig, sail, 0.1 + 0.3 * wind)
    if fig.scale > 9:
        _seams(fig, [HEAD, *leech, CLEW], TACK, HEAD)
    _sail_logo(fig, sail)
    boom = limb((0.5, 1.72), (-3.65, 1.62), 0.13, 0.1)
    fig.fill(boom, fig.lit(WOOD, 0, 0.3, 0.9))
    fig.rim(sail, 0.07, 0.9)


def _leech(wind: float) -> list[Point]:
    """The free edge from head to clew; it bows out, fills with the wind and flutters a little."""
    points = []
    for i in range(1, 6):
        part = i / 6
        x = HEAD[0] + (CLEW[0] - HEAD[0]) * part
        y = HEAD[1] + (CLEW[1] - HEAD[1]) * part
        roach = 0.62 * sin(pi * part**0.85) * (0.9 + 0.2 * wind)
        points.append((x - roach, y + 0.1 * roach))
    return points


def _jib(fig: Figure, wind: float) -> None:
    tack, head = (4.2, 1.62), (0.98, 9.8)
    clew = (-0.35, 2.0)
    sail = QPainterPath(QPointF(*tack))
    sail.lineTo(QPointF(*head))
    sail.cubicTo(0.8, 7.2, 0.35, 4.2, *clew)
    sail.cubicTo(1.6, 1.5 - 0.2 * wind, 3.0, 1.35 - 0.15 * wind, *tack)
    fig.fill(sail, _canvas(fig, clew[0], tack[0]))
    _belly(fig, sail, 0.1 + 0.25 * wind)
    if fig.scale > 9:
        leech = [head, (0.78, 7.2), (0.38, 4.4), clew]
        _seams(fig, leech, tack, head)
    fig.rim(sail, 0.06, 0.9)


def _canvas(fig: Figure, left: float, right: float) -> QLinearGradient:
    """Cloth that bellies across and lets light from behind shine through."""
    gradient = QLinearGradient(left, 1.5, right, 3.0)
    through = multiplied(CANVAS, mixed(fig.stage.light.key, fig.stage.light.glow, 0.35))
    through = fig.stage.light.far(through, fig.z)
    for i in range(6):
        part = i / 5
        nx = 1.1 * (part - 0.55)
        cloth = fig.lit(CANVAS, nx, 0.1, (1.0 - nx * nx) ** 0.5)
        glow = fig.backlight * (0.28 if fig.stage.light.night else 0.62)
        gradient.setColorAt(part, mixed(cloth, through, glow * (1.0 - 0.35 * abs(part - 0.6))))
    return gradient


def _belly(fig: Figure, sail: QPainterPath, strength: float) -> None:
    """The hollow of the filled sail: darker low by the leech, a soft light fold by the luff."""
    bounds = sail.boundingRect()
    shade = QLinearGradient(bounds.bottomLeft() * 0.55 + bounds.topLeft() * 0.45, bounds.topRight())
    dark = multiplied(fig.stage.light.ambient, QColor("#6f6a8c"))
    shade.setColorAt(0, faded(dark, 0.30 * strength + 0.07))
    shade.setColorAt(0.34, faded(dark, 0.0))
    shade.setColorAt(0.62, faded(fig.glint, 0.22 * strength))
    shade.setColorAt(0.8, faded(fig.glint, 0.0))
    fig.fill(sail, shade)
    foot = QLinearGradient(0, bounds.top(), 0, bounds.top() + 0.32 * bounds.height())
    foot.setColorAt(0, faded(dark, 0.14))
    foot.setColorAt(1, faded(dark, 0.0))
    fig.fill(sail, foot)


def _seams(fig: Figure, leech: list[Point], tack: Point, head: Point) -> None:
    """Panel seams: each sags a little from luff to leech."""
    line = curve(leech)
    seams = QPainterPath()
    for i in range(1, 7):
        part = i / 7
        end = line.pointAtPercent(1.0 - part)
        start = QPointF(*tack) + (QPointF(*head) - QPointF(*tack)) * (part * 0.97)
        middle = (start + end) / 2 - QPointF(0, 0.05 * abs(start.x() - end.x()))
        seams.moveTo(start)
        seams.quadTo(middle, end)
    fig.stroke(seams, faded(multiplied(fig.stage.light.ambient, QColor("#504860")), 0.30), 0.022)


def _sail_logo(fig: Figure, sail: QPainterPath) -> None:
    image = logo(fig.stage, 2.8 * fig.scale)
    if image is not None:
        corners = fitted(image, -1.0, 3.6, 2.75, 2.75)
        # The cloth curves away to the leech: that side is a little narrower and lower.
        (ax, ay), b, c, (dx, dy) = corners
        put(fig, image, [(ax + 0.06, ay - 0.05), b, c, (dx + 0.06, dy - 0.05)], sail)


def _pennant(fig: Figure, wind: float, subject: Subject) -> None:
    points, length = [], 0.7 + 0.8 * min(wind, 1.0)
    for i in range(7):
        part = i / 6
        wave = 0.16 * part * sin(5.2 * part - 7.0 * fig.stage.t + tau * subject.variety)
        droop = 0.9 * part * max(0.35 - wind, 0.0)
        points.append((MAST_TOP[0] - length * part, MAST_TOP[1] - 0.12 + wave - droop))
    flag = ribbon(points, [0.34 * (1 - 0.85 * i / 6) for i in range(7)])
    fig.fill(flag, fig.lit(QColor("#d23b2f"), 0.0, 0.2, 0.97))


def _helmsman(fig: Figure) -> None:
    if fig.scale < 7:
        return
    coat, skin = (
        fig.lit(QColor("#27466e"), 0.1, 0.2, 0.95),
        fig.lit(QColor("#c98e6a"), 0.2, 0.3, 0.9),
    )
    fig.fill(limb((-2.55, 0.95), (-2.45, 1.58), 0.44, 0.40), coat)
    fig.fill(limb((-2.42, 1.5), (-2.95, 1.25), 0.17, 0.12), coat)
    fig.fill(ellipse(-2.38, 1.86, 0.15, 0.18), skin)
    cap = ellipse(-2.4, 1.95, 0.165, 0.11)
    fig.fill(cap, fig.lit(QColor("#efe9dc"), 0.0, 0.7, 0.7))
    fig.stroke(curve([(-2.98, 1.24), (-3.5, 1.12)]), fig.lit(WOOD), 0.05)
    fig.rim(limb((-2.55, 0.95), (-2.45, 1.58), 0.44, 0.40), 0.045)


# Water ----------------------------------------------------------------------------------------


def _spray(stage: Stage, alpha: float) -> QColor:
    light = stage.light
    return faded(mixed(light.key, multiplied(QColor("white"), light.ambient), 0.45), alpha)


def _wake(stage: Stage, subject: Subject) -> None:
    """Two arms of foam that open behind the bow and a paler track behind the stern."""
    if subject.speed < 0.3:
        return
    x, _, z = position(subject, stage.scene, stage.t)
    strength = min(subject.speed / 2.5, 1.0)
    painter = stage.painter
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    for side in (-1, 1):
        path = _on_water(stage, subject, [(4.0 - d, side * (0.4 + 0.34 * d)) for d in _SPREAD])
        _paint_wake(stage, path, x, z, subject.heading, 0.5 * strength)
    track = _on_water(stage, subject, [(-3.4 - d, 0.25 * sin(0.9 * d)) for d in _SPREAD])
    _paint_wake(stage, track, x, z, subject.heading, 0.38 * strength)
    painter.restore()


_SPREAD = (0.0, 1.2, 2.6, 4.2, 6.0, 8.2, 10.8, 14.0)


def _on_water(stage: Stage, subject: Subject, places: list[Point]) -> QPainterPath:
    x, _, z = position(subject, stage.scene, stage.t)
    points, widths = [], []
    for i, (along, aside) in enumerate(places):
        px, pz = x + subject.heading * along, max(z + aside, stage.view.z + 1.0)
        spot = stage.view.project(px, wave_height(stage.scene, px, pz, stage.t), pz)
        points.append((spot.x(), spot.y()))
        scale = stage.view.pixels_per_metre(pz)
        flat = scale * stage.view.y / max(pz - stage.view.z, 1.0)
        widths.append(max(1.1 * flat * (0.5 + 0.25 * i), 0.012 * scale * (3 - 0.3 * i)))
    return ribbon(points, widths)


def _paint_wake(
    stage: Stage, path: QPainterPath, x: float, z: float, heading: int, alpha: float
) -> None:
    near = stage.view.project(x + 4 * heading, 0, z)
    far = stage.view.project(x - 14 * heading, 0, z)
    shade = QLinearGradient(near, far)
    shade.setColorAt(0, _spray(stage, alpha))
    shade.setColorAt(0.35, _spray(stage, 0.6 * alpha))
    shade.setColorAt(1, _spray(stage, 0.0))
    stage.painter.fillPath(path, QBrush(shade))


def _foam(fig: Figure, subject: Subject) -> None:
    """Broken foam along the waterline, and a bow wave that swells when the bow dips."""
    t, moving = fig.stage.t, min(subject.speed / 2.5, 1.0)
    soft, bright = _spray(fig.stage, 0.30), _spray(fig.stage, 0.35 + 0.4 * moving)
    edge = [(-3.7 + 1.15 * i, -0.1 + 0.035 * sin(2.2 * t + 1.9 * i)) for i in range(7)]
    fig.fill(ribbon(edge, [0.05, 0.16, 0.12, 0.17, 0.13, 0.18, 0.06]), soft)
    dip = 0.5 + 0.5 * sin(2.4 * t + tau * subject.variety)
    swell = (0.35 + 0.5 * dip) * moving
    if swell > 0.05:
        bow = [(3.75, 0.02), (3.3, 0.16 * swell), (2.6, 0.3 * swell), (1.7, 0.05), (0.9, -0.08)]
        fig.fill(ribbon(bow, [0.05, 0.22 * swell, 0.3 * swell, 0.16, 0.04]), bright)
