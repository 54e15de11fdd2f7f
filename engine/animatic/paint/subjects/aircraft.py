"""What flies, cut from patterns: rotors that blur, contrails, flames and dust of a landing, beams,
strings of kites."""

from collections.abc import Callable
from functools import partial
from math import cos, degrees, exp, sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion.flight import burn, climb_angle, height_at, hovers, touchdown
from engine.animatic.motion.puff import Puff
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.lamps import WARM
from engine.animatic.paint.subjects.building import glow, shadow
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.pattern import cut, extent, numbers
from engine.animatic.paint.subjects.puffs import Smoke, puffs
from engine.animatic.paint.subjects.road_vehicle import paint_of
from engine.animatic.paint.subjects.shape import ellipse, polygon, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

Feature = Callable[[Figure, Subject, str], None]


def paint(stage: Stage, subject: Subject) -> None:
    """What trails behind it, the craft itself, what turns or shines on it."""
    build = build_of(subject.kind)
    x, y, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 3.0 * build.width * subject.scale):
        return
    if build.figure.get("lands") and stage.scene.place != "sky":
        _ground(stage, subject)
    lean = degrees(_lean(subject, stage)) * subject.heading
    with figure(stage, subject, -lean) as fig:
        _features(fig, subject, BEHIND)
        text = str(build.figure["pattern"])
        fig.sprite(("aircraft", subject), extent(text), partial(_still, subject, text))
        _features(fig, subject, BEFORE)


def _lean(subject: Subject, stage: Stage) -> float:
    """Radians that its nose is up: along its climb, or down as it flies by rotor."""
    build, t = build_of(subject.kind), stage.t
    if hovers(subject):
        tilt = float(build.trait("tilt", 0.0)) * min(subject.speed / 8.0, 1.0)
        return -tilt + 0.03 * sin(tau * t / 5.3 + tau * subject.variety) * (0.4 + stage.scene.wind)
    return climb_angle(subject, stage.scene, t)


def _still(subject: Subject, text: str, fig: Figure) -> None:
    cut(fig, text, paint_of(subject), subject.kind)


def _features(fig: Figure, subject: Subject, features: dict[str, Feature]) -> None:
    traits = build_of(subject.kind).figure
    for name, feature in features.items():
        if name in traits:
            feature(fig, subject, str(traits[name]))


# Behind ---------------------------------------------------------------------------------------


def _contrails(fig: Figure, subject: Subject, text: str) -> None:
    """`x y` of each engine: vapour that widens and frays as it is left behind."""
    if subject.act in ("land", "take_off"):
        return
    light, length = fig.stage.light, 6.0 * build_of(subject.kind).width
    for x, y in numbers(text):
        shade = QLinearGradient(x, 0, x - length, 0)
        white = mixed(light.key, QColor("white"), 0.4)
        for place, alpha in ((0.0, 0.0), (0.06, 0.75), (0.5, 0.35), (1.0, 0.0)):
            shade.setColorAt(place, faded(white, alpha))
        points = [(x - length * i / 12, y + 0.05 * i * sin(1.7 * i)) for i in range(13)]
        widths = [0.15 + 0.012 * length * (i / 12) for i in range(13)]
        fig.fill(ribbon(points, widths), QBrush(shade))


def _flames(fig: Figure, subject: Subject, text: str) -> None:
    """`x y wide long` of each nozzle that burns downwards."""
    push, t = burn(subject, fig.stage.scene, fig.stage.t), fig.stage.t
    if push < 0.02:
        return
    for index, (x, y, wide, long) in enumerate(numbers(text)):
        room = height_at(subject, fig.stage.scene, t) + y
        flicker = 0.85 + 0.1 * sin(41 * t + index) + 0.05 * sin(67 * t)
        reach = min(long * push * flicker, max(room, 0.3 * wide))
        for share, colour in ((1.0, "#ff8a3a"), (0.62, "#ffd27a"), (0.34, "#ffffff")):
            path = QPainterPath(QPointF(x - 0.5 * wide * share, y))
            path.quadTo(x - 0.6 * wide * share, y - 0.5 * reach * share, x, y - reach * share)
            path.quadTo(x + 0.6 * wide * share, y - 0.5 * reach * share, x + 0.5 * wide * share, y)
            fig.fill(path, faded(QColor(colour), 0.8 * push))
        glow(fig, (x, y - 0.3 * reach), 1.6 * wide + 0.6 * reach, QColor("#ffae5a"), 0.7 * push)


def _beam(fig: Figure, subject: Subject, text: str) -> None:
    """`x y wide`: light that falls to the ground, opening as it goes."""
    down = height_at(subject, fig.stage.scene, fig.stage.t)
    strength = 0.25 + 0.45 * fig.stage.light.lamps
    pulse = 0.85 + 0.15 * sin(3.1 * fig.stage.t)
    for x, y, wide in numbers(text):
        cone = polygon([(x - wide, y), (x + wide, y), (x + 3 * wide, -down), (x - 3 * wide, -down)])
        shade = QLinearGradient(0, y, 0, -down)
        shade.setColorAt(0, faded(QColor("#d8ffe8"), strength * pulse))
        shade.setColorAt(1, faded(QColor("#9affd0"), 0.12 * strength))
        fig.fill(cone, QBrush(shade))
        fig.fill(ellipse(x, -down, 3 * wide, 0.3 * wide), faded(QColor("#c8ffe0"), 0.4 * strength))


def _string(fig: Figure, subject: Subject, text: str) -> None:
    """`x y`: the line from the bridle down to the hand, sagging, and the tail behind."""
    scene, t = fig.stage.scene, fig.stage.t
    x, y, _ = position(subject, scene, t)
    held = 0 <= subject.carrier < len(scene.subjects)
    if held:
        hand = position(scene.subjects[subject.carrier], scene, t)
        foot = (subject.heading * (hand[0] - x) + 0.25, hand[1] + 1.35 - y)
    else:
        foot = (subject.heading * (subject.x - x) - 4.0, 1.2 - y)
    for sx, sy in numbers(text):
        path = QPainterPath(QPointF(sx, sy))
        path.quadTo((sx + foot[0]) / 2 - 0.3, (sy + foot[1]) / 2 - 0.5, foot[0], foot[1])
        fig.stroke(path, faded(fig.lit(QColor("#f2ede2")), 0.7), 0.012)
    wind, points = gust(scene, t), []
    for i in range(15):
        part = i / 14
        sway = 0.28 * part * sin(7.0 * part - 4.2 * t + tau * subject.variety)
        points.append((-0.2 - 1.2 * part * wind + sway, -0.75 - 1.9 * part))
    fig.stroke(_line(points), fig.lit(paint_of(subject), 0.2), 0.04)
    for i in range(2, 15, 3):
        px, py = points[i]
        bow = [(px, py), (px - 0.14, py + 0.07), (px - 0.14, py - 0.07), (px, py),
               (px + 0.14, py + 0.07), (px + 0.14, py - 0.07)]  # fmt: skip
        fig.fill(polygon(bow), fig.lit(QColor("#f2c84a" if i % 2 else "#3f8fc0"), 0.1, 0.3))


def _line(points: list[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    return path


# Before ---------------------------------------------------------------------------------------


def _rotors(fig: Figure, subject: Subject, text: str) -> None:
    """`x y radius` of each rotor seen from its side: a blurred disc with a blade that flickers."""
    dark = fig.lit(QColor("#2a2e34"))
    for index, (x, y, radius) in enumerate(numbers(text)):
        fig.fill(ellipse(x, y, radius, 0.06 * radius), faded(dark, 0.22))
        turn = 31.0 * fig.stage.t + 2.1 * index
        reach = radius * cos(turn)
        blade = ribbon([(x - reach, y), (x, y + 0.01), (x + reach, y)], [0.02 * radius] * 3)
        fig.fill(blade, faded(dark, 0.75))


def _propellers(fig: Figure, subject: Subject, text: str) -> None:
    """`x y radius` of each propeller seen edge-on, or a tail rotor."""
    dark = fig.lit(QColor("#2a2e34"))
    for x, y, radius in numbers(text):
        fig.fill(ellipse(x, y, 0.12 * radius, radius), faded(dark, 0.3))
        reach = radius * sin(43.0 * fig.stage.t)
        fig.stroke(_line([(x, y - reach), (x, y + reach)]), faded(dark, 0.7), 0.05 * radius)


def _discs(fig: Figure, subject: Subject, text: str) -> None:
    """`x y radius` of each rotor seen face-on: a tail rotor's blur."""
    dark = fig.lit(QColor("#2a2e34"))
    for x, y, radius in numbers(text):
        fig.fill(ellipse(x, y, radius, radius), faded(dark, 0.2))
        for half in (0.0, 0.5):
            a = 27.0 * fig.stage.t + tau * half
            tip = (x + radius * cos(a), y + radius * sin(a))
            fig.stroke(_line([(x, y), tip]), faded(dark, 0.5), 0.08 * radius)


def _lights(fig: Figure, subject: Subject, text: str) -> None:
    """`x y hue` of each light: two short flashes a second and a half, or round a saucer."""
    size = build_of(subject.kind).height
    for index, (x, y, hue) in enumerate(numbers(text)):
        part = (fig.stage.t / 1.5 + 0.31 * index + subject.variety) % 1.0
        strength = exp(-((part - 0.1) ** 2) / 0.002) + exp(-((part - 0.28) ** 2) / 0.002)
        shown = (0.25 + 0.75 * strength) * (0.35 + 0.65 * fig.stage.light.lamps)
        colour = QColor.fromHsvF(hue / 360, 0.8 if hue else 0.75, 1.0)
        glow(fig, (x, y), 0.16 * size + 0.1, colour, min(shown, 1.0))


def _headlights(fig: Figure, subject: Subject, text: str) -> None:
    for x, y, reach in numbers(text):
        glow(fig, (x, y), reach, WARM, 0.8 * fig.stage.light.lamps)


# Ground ---------------------------------------------------------------------------------------


def _ground(stage: Stage, subject: Subject) -> None:
    """Its shadow, sharper as it comes down, and the dust that its burn drives outwards."""
    x, y, z = position(subject, stage.scene, stage.t)
    build = build_of(subject.kind)
    near = exp(-y / (2.5 * build.height))
    with figure(stage, subject, at=(x, 0.0, z)) as fig:
        if near > 0.03:
            shadow(fig, (0.5 + 0.6 * (1 - near)) * build.width, 0.6 * near)
        if build.figure.get("flames") and subject.act in ("land", "take_off", "rise"):
            puffs(fig, Smoke(QColor("#c9b594"), 0.5), _dust(subject, stage))


def _dust(subject: Subject, stage: Stage) -> list[Puff]:
    """Puffs that left the foot of the burn while it was low, racing outwards and rising."""
    build, scene, t = build_of(subject.kind), stage.scene, stage.t
    found: list[Puff] = []
    every, life = 0.07, 3.6
    for index in range(int((t - life) / every) + 1, int(t / every) + 1):
        birth = index * every
        near = exp(-height_at(subject, scene, birth) / build.height)
        force = near * burn(subject, scene, birth)
        if birth < subject.since or force < 0.08 or birth > touchdown(subject, scene) + 0.3:
            continue
        chance, age = stage.chance(f"dust/{index}"), t - birth
        side = 1 if index % 2 else -1
        run = build.width * (0.25 + 1.5 * force * chance.uniform(0.6, 1.2) * (1 - exp(-age / 0.9)))
        up = build.height * 0.16 * (0.3 + age * chance.uniform(0.3, 0.8))
        size = build.height * (0.1 + 0.12 * age)
        faint = force * min(age / 0.1, 1.0) * max(1 - age / life, 0.0) ** 1.4
        found.append(Puff(side * run, up, size, chance.uniform(0, tau), faint))
    return found


BEHIND: dict[str, Feature] = {
    "contrails": _contrails,
    "flames": _flames,
    "beam": _beam,
    "string": _string,
}
BEFORE: dict[str, Feature] = {
    "rotors": _rotors,
    "propellers": _propellers,
    "discs": _discs,
    "lights": _lights,
    "headlights": _headlights,
}
