"""Harness: who draws goes before what is drawn, at the same pace, throughout the shot."""

from fractions import Fraction

import pytest

from engine.animatic.direct import scene_of
from engine.animatic.harness import harnessed, team_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.scene import Subject
from engine.contract.shot import ShotRequest


@pytest.mark.parametrize(
    ("prompt", "vehicle", "animals"),
    [("a horse pulls a cart", "cart", 1), ("two horses pull a carriage", "carriage", 2),
     ("a carriage rides through the old town", "carriage", 1)],
)  # fmt: skip
def test_a_team_goes_before_its_vehicle(prompt: str, vehicle: str, animals: int):
    scene = scene_of(ShotRequest(prompt, Fraction(8), 640, 360))
    drawn = next(one for one in scene.subjects if one.kind == vehicle)
    team = team_of(drawn, scene)
    assert len(team) == animals
    gaps = {
        round((position(team[0], scene, t)[0] - position(drawn, scene, t)[0]) * drawn.heading, 3)
        for t in (0.0, 4.0, 8.0)
    }
    assert len(gaps) == 1 and gaps.pop() > 2.0


def test_harnessing_twice_changes_nothing():
    cast = harnessed((Subject("horse", -4.0, 6.0, speed=1.0), Subject("cart", 2.0, 6.0, speed=1.2)))
    assert [round(one.x, 6) for one in harnessed(cast)] == [round(one.x, 6) for one in cast]


def test_a_cart_that_stands_alone_stays_alone():
    assert harnessed((Subject("cart", 0.0, 6.0),)) == (Subject("cart", 0.0, 6.0),)
