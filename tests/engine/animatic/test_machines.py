"""Machines and buildings: they keep the laws that move them, and each kind shows itself."""

from math import hypot, tau
from random import Random

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from engine.animatic.build import builds
from engine.animatic.lighting import light_of
from engine.animatic.motion import bell, flight, mill, rolling, traffic_light, vessel
from engine.animatic.motion.fountain import Jet, drops
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects import paint_subject
from engine.animatic.paint.subjects.pattern import parts
from engine.animatic.paint.subjects.two_wheeler import knee_of
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.view import View

FAMILIES = {
    "building", "ferris_wheel", "traffic_light", "road_vehicle", "railway", "two_wheeler",
    "vessel", "aircraft",
}  # fmt: skip
KINDS = sorted(name for name, build in builds().items() if build.painter in FAMILIES)


def scene(*subjects: Subject, **changes) -> Scene:
    given = {"seed": 5, "seconds": 8.0, "aspect": 16 / 9, "place": "hills", "subjects": subjects}
    return Scene(**{**given, **changes})


def painted(one: Scene, t: float, wardrobe: Wardrobe | None = None) -> np.ndarray:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(QColor("#5a8aa0"))
    painter = QPainter(image)
    stage = Stage(painter, one, light_of(one), View(320, 180), wardrobe or Wardrobe(), t)
    try:
        for each in one.subjects:
            paint_subject(stage, each)
    finally:
        painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(180, 320, 4).copy()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_shows_and_depends_on_the_moment_alone(kind: str):
    build = builds()[kind]
    depth = max(2.2 * max(build.height, 0.6 * build.width), 4.5)
    one = scene(Subject(kind, -1.0, depth, 1, 0.5, variety=0.4), hour="night")
    kept = Wardrobe()
    painted(one, 5.0, kept)
    picture = painted(one, 2.0, kept)
    assert (np.abs(picture.astype(int) - [160, 138, 90, 255]).max(axis=2) > 10).sum() > 60
    assert (picture == painted(one, 2.0)).all()


@pytest.mark.parametrize("act", ["land", "take_off", "away", "dive", "row"])
def test_acts_that_a_kind_does_not_know_leave_it_as_it_is(act: str):
    for kind in ("spaceship", "submarine", "sports_car", "bicycle", "helicopter"):
        painted(scene(Subject(kind, 0.0, 30.0, -1, 2.0, act=act)), 3.0)


def test_every_pattern_can_be_read():
    for name in KINDS:
        for key in ("pattern", "wagon", "rear"):
            assert parts(str(builds()[name].trait(key, ""))) or key not in builds()[name].figure


def test_wheels_roll_without_slipping():
    car = Subject("bus", 3.0, 20.0, -1, 6.0)
    path = abs(position(car, scene(car), 4.0)[0] - position(car, scene(car), 1.0)[0])
    turned = rolling.wheel_turned(car, 4.0, 0.48) - rolling.wheel_turned(car, 1.0, 0.48)
    assert turned * 0.48 == pytest.approx(path)


def test_rods_keep_their_length_and_steam_comes_four_times_a_turn():
    train = Subject("steam_train", 0.0, 40.0, 1, 9.0)
    for t in np.linspace(0, 2, 17):
        pin = rolling.crank(train, float(t), 0.78, 0.33)
        assert hypot(rolling.crosshead(pin, 2.6) - pin[0], pin[1]) == pytest.approx(2.6)
    turn = tau * 0.78 / 9.0
    assert len(rolling.chuffs(train, scene(train), 1.0, 1.0 + 5 * turn, 0.78)) == 20


def test_joints_click_where_an_axle_meets_them():
    train = Subject("train", -31.0, 40.0, -1, 12.0)
    times = rolling.rail_joints(train, scene(train), 0.0, 8.0, (5.0,))
    assert times
    for time in times:
        axle = -position(train, scene(train), time)[0] + 5.0
        assert axle / rolling.RAIL == pytest.approx(round(axle / rolling.RAIL), abs=1e-9)


def test_a_landing_slows_evenly_and_stands_at_touchdown():
    ship = Subject("spaceship", 0.0, 50.0, 1, 0.0, act="land")
    one = scene(ship)
    end = flight.touchdown(ship, one)
    heights = [flight.height_at(ship, one, end * part / 10) for part in range(11)]
    falls = np.diff(heights)
    assert heights[-1] == 0.0 and (falls < 0).all()
    assert np.diff(falls) == pytest.approx(np.full(9, np.diff(falls)[0]))
    assert flight.burn(ship, one, end + 1.0) == 0.0


def test_water_falls_back_when_the_law_says():
    jet = Jet(0.0, 1.0, 0.5, 4.0, 0.2)
    assert jet.at(jet.flight)[1] == pytest.approx(0.2)
    assert jet.at(4.0 / 9.81)[1] == pytest.approx(1.0 + 16.0 / (2 * 9.81))
    assert all(y >= 0.2 for _, y, _ in drops(jet, "x", 3.0, 0.05))


def test_mills_turn_with_the_wind_that_passed():
    one = scene(wind=0.6)
    steps = np.linspace(1.0, 6.0, 5001)
    passed = mill.GALE * np.mean([gust(one, float(t)) for t in steps]) * 5.0
    assert mill.blown(one, 6.0) - mill.blown(one, 1.0) == pytest.approx(passed, rel=1e-3)


def test_oars_are_in_the_water_from_each_catch_on():
    boat = Subject("rowing_boat", 0.0, 12.0, variety=0.3)
    for time in vessel.catches(boat, scene(boat), 0.0, 8.0):
        assert vessel.oar(boat, time + 0.01)[1] < 0 < vessel.oar(boat, time - 0.01)[1]


def test_bells_strike_at_the_ends_of_their_swing():
    church = Subject("church", 0.0, 60.0, act="ring", since=1.0)
    for time in bell.strokes(church, scene(church), 0.0, 8.0):
        assert abs(bell.swing(church, scene(church), time)) == pytest.approx(bell.WIDEST)


def test_lights_change_when_their_changes_say():
    light = Subject("traffic_light", 0.0, 10.0, variety=0.21)
    for time in traffic_light.changes(light, 0.0, 20.0):
        before, after = (traffic_light.phase(light, time + step) for step in (-1e-6, 1e-6))
        assert before != after


def test_a_knee_keeps_the_length_of_the_leg():
    chance = Random(1)
    for _ in range(20):
        foot = (chance.uniform(-0.2, 0.4), chance.uniform(0.2, 0.4))
        knee = knee_of((-0.2, 0.9), foot, 0.45, 0.46)
        assert hypot(knee[0] + 0.2, knee[1] - 0.9) == pytest.approx(0.45)
        assert hypot(knee[0] - foot[0], knee[1] - foot[1]) < 0.47
