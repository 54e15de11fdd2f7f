"""Burning: flames that come out of a thing all over, the light they throw and their smoke."""

from dataclasses import dataclass
from random import Random

from PySide6.QtGui import QColor

from engine.animatic.build import Build, build_of
from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.fire import Flame, flame
from engine.animatic.motion.puff import Mouth, steady, trail
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.fire import WARM, draw_flame
from engine.animatic.paint.subjects.marks import glow, spread
from engine.animatic.paint.subjects.puffs import Smoke, puffs
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

BURNABLE = frozenset(
    (
        "building", "lighthouse", "car", "road_vehicle", "two_wheeler", "railway", "vessel",
        "sailboat", "aircraft", "tree", "species", "snowman", "scarecrow",
    )
)  # fmt: skip
"""Painters of what can stand in flames."""
CATCHING = 1.5
"""Seconds in which a fire that begins during the shot takes hold."""
SOOT = Smoke(QColor("#3b3431"), 0.55)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A flame's foot and height in metres, and its number."""

    x: float
    y: float
    tall: float
    number: int


def burns(stage: Stage, subject: Subject) -> bool:
    """Whether it stands in flames now."""
    able = build_of(subject.kind).painter in BURNABLE
    return able and subject.act == "burn" and stage.t >= subject.since


def paint(stage: Stage, subject: Subject) -> None:
    """Smoke, light and flames over the thing, which is painted already."""
    build = build_of(subject.kind)
    taken = smooth((stage.t - subject.since) / CATCHING) if subject.since > 0 else 1.0
    with figure(stage, subject) as fig:
        _smoke(fig, subject, build)
        _light(fig, build, taken)
        for one in _tongues(subject, build):
            alive = flame(subject, stage.scene, stage.t, 0.3 * one.tall, one.number)
            grown = Flame(alive.tall * taken, alive.strength, alive.lean)
            draw_flame(fig, one.x, one.y, one.tall, 0.6, grown)


def _tongues(subject: Subject, build: Build) -> list[Tongue]:
    """A dense row over the upper part, and smaller ones below, the largest first."""
    chance, high = Random(f"{subject.variety}/burning"), build.height
    number = min(max(round(4.5 * build.width / max(high, 0.1)), 6), 14)
    tongues = []
    for index in range(number + number // 2):
        upper = index < number
        row, place = (number, index) if upper else (number // 2, index - number)
        across = (place + 0.5 + chance.uniform(-0.4, 0.4)) / row - 0.5
        up, tall = (0.42, 0.7) if upper else (0.05, 0.36)
        foot = high * (up + chance.uniform(0.0, 0.22)) * (1.0 - 0.5 * abs(across))
        size = (
            min(high, 1.2 * build.width)
            * tall
            * chance.uniform(0.6, 1.0)
            * (1.0 - 0.7 * abs(across))
        )
        tongues.append(Tongue(0.82 * across * build.width, foot, size, index))
    return sorted(tongues, key=lambda one: -one.tall)


def _light(fig: Figure, build: Build, taken: float) -> None:
    reach = 1.1 * max(build.height, build.width)
    dark = 0.2 + 0.5 * fig.stage.light.lamps
    spread(fig, glow(fig, WARM, 0.4 * build.height, reach, dark * taken))


def _smoke(fig: Figure, subject: Subject, build: Build) -> None:
    wide = 0.22 * min(build.width, 2.0 * build.height)
    mouth = Mouth(0.0, 0.75 * build.height, wide, 2.0, 1.6 * wide + 0.6, 5.0, 1.2 * wide, 0.4)
    births = steady(mouth, fig.stage.scene, fig.stage.t, f"burning/{subject.variety}")
    puffs(fig, SOOT, trail(mouth, births, subject, fig.stage.scene, fig.stage.t))
