"""The laws that things, flames and fireworks obey, and that every thing can be made and seen."""

from math import exp, sqrt, tau

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.animatic.build import builds
from engine.animatic.motion import burst, prop
from engine.animatic.motion.bouncing import (
    bounce_height,
    bounces,
    fall_seconds,
    stairs_height,
    stairs_hits,
    step_flight,
)
from engine.animatic.motion.fire import OUT_SECONDS, going_out, life, puffing
from engine.animatic.motion.plant import deflection
from engine.animatic.motion.water import GRAVITY
from engine.animatic.paint.subjects.parts import contour, model
from engine.animatic.scene import Scene, Subject

SCENE = Scene(seed=3, seconds=8.0, aspect=16 / 9, place="hills")
gives = some.floats(0.3, 0.9)
heights = some.floats(0.2, 8.0)


def thing(kind: str, **changes) -> Subject:
    return Subject(**{"kind": kind, "x": 0.0, "z": 6.0, **changes})


@given(heights)
def test_a_free_fall_follows_galileo(height):
    half = fall_seconds(height) / 2
    assert bounce_height(height, 0.8, half) == pytest.approx(height * 0.75)
    assert bounce_height(height, 0.8, 2 * half) == pytest.approx(0.0, abs=1e-9)


@given(heights, gives)
@settings(max_examples=40)
def test_each_bounce_rises_to_the_square_of_the_restitution(height, give):
    hits = bounces(height, give)
    for number, ((one, _), (other, _)) in enumerate(zip(hits, hits[1:], strict=False), 1):
        top = bounce_height(height, give, (one + other) / 2)
        assert top == pytest.approx(height * give ** (2 * number), rel=1e-6)


@given(heights, gives)
@settings(max_examples=40)
def test_a_ball_is_on_the_ground_at_each_hit_and_never_below(height, give):
    for at, _ in bounces(height, give):
        assert bounce_height(height, give, at) == pytest.approx(0.0, abs=1e-6)
    assert min(bounce_height(height, give, i / 50) for i in range(300)) >= 0.0


def test_a_ball_on_stairs_hits_every_step_and_loses_the_energy_of_one_step_a_hit():
    up, period = step_flight(0.17, 0.8)
    assert (up / 0.8) ** 2 - up**2 == pytest.approx(2 * GRAVITY * 0.17)
    for number, (at, _) in enumerate(stairs_hits(0.17, 0.8, 6)[:6]):
        assert at == pytest.approx(number * period)
        assert stairs_height(0.17, 0.8, 6, at + 1e-9) == pytest.approx(
            0.17 * (6 - number), abs=1e-6
        )


def test_hits_are_heard_when_the_thing_is_down():
    ball = thing("football", act="bounce", since=0.5)
    moments = prop.hits(ball, SCENE, 0.0, 8.0)
    assert len(moments) > 3
    for at, speed in moments:
        assert prop.place(ball, SCENE, at)[1] == pytest.approx(0.0, abs=1e-6)
        assert speed > 0


@given(some.floats(0.05, 3.0))
def test_a_pendulum_swings_as_huygens_says(length):
    assert prop.swing_period(length) == pytest.approx(tau * sqrt(length / GRAVITY))


def test_a_bell_strikes_at_the_ends_of_its_swings():
    bell = thing("bell", act="swing")
    for at in prop.strokes(bell, SCENE, 0.1, 4.0):
        near = [abs(prop.swing_angle(bell, at + step)) for step in (-0.02, 0.0, 0.02)]
        assert near[1] >= max(near) - 1e-3


def test_what_rolls_does_not_slip():
    ball = thing("ball", act="roll", speed=0.7)
    way = prop.place(ball, SCENE, 3.0)[0] - prop.place(ball, SCENE, 0.0)[0]
    assert prop.pose(ball, SCENE, 3.0).roll * 0.12 == pytest.approx(way)


@given(some.floats(-30, 30), some.floats(-30, 30))
def test_sparks_slow_down_and_sink_evenly_at_last(vx, vy):
    late, later = burst.flight(vx, vy, burst.DRAG, 9.0), burst.flight(vx, vy, burst.DRAG, 10.0)
    assert later[1] - late[1] == pytest.approx(-GRAVITY / burst.DRAG, abs=1e-3)
    assert later[0] == pytest.approx(vx / burst.DRAG, abs=1e-3 + abs(vx) * exp(-10))
    near = burst.flight(vx, vy, burst.DRAG, 1e-4)
    assert near[0] == pytest.approx(vx * 1e-4, abs=1e-6)


def test_explosions_are_where_the_bursts_are():
    work = thing("fireworks")
    times = burst.explosions(work, SCENE, 0.0, 8.0)
    assert len(times) > 6 and times == sorted(times)
    assert burst.explosions(work, SCENE, 2.0, 3.0) == [t for t in times if 2.0 <= t < 3.0]


def test_a_flame_that_goes_out_is_out_and_wide_fires_puff_slowly():
    candle = thing("candle", act="go_out", since=2.0)
    assert life(candle, 0.0) > 0.6 and life(candle, going_out(candle) + OUT_SECONDS) == 0.0
    assert puffing(1.0) == pytest.approx(1.5) and puffing(4.0) == pytest.approx(0.75)


def test_a_bent_stem_stands_still_at_its_foot():
    assert deflection(0.0) == 0.0 and deflection(1.0) == pytest.approx(1.0)


MODELLED = [kind for kind, build in builds().items() if build.figure.get("parts")]


@pytest.mark.parametrize("kind", MODELLED)
def test_every_model_can_be_made_and_fits_its_build(kind):
    mesh, build = model(kind, "", 0.0, 12), builds()[kind]
    points = mesh.corners.reshape(-1, 3)
    assert np.isfinite(points).all() and len(points) > 20
    tall = float(points[:, 1].max())
    assert 0.0 < tall < 1.5 * max(build.height, build.width)


def test_outlines_have_their_size():
    assert max(x for x, _ in contour("disc:0.5", 32)) == pytest.approx(0.5)
    assert len(contour("star:5:1:.4", 10)) == 10
    with pytest.raises(ValueError, match="blob"):
        contour("blob:1", 10)


def test_a_ball_goes_one_step_along_for_each_hit():
    ball = thing("ball", act="bounce", traits=("stairs",), heading=-1)
    times = [at for at, _ in prop.hits(ball, SCENE, 0.0, 8.0)][:5]
    xs = [prop.place(ball, SCENE, at)[0] for at in times]
    for one, other in zip(xs, xs[1:], strict=False):
        assert one - other == pytest.approx(prop.STAIRS[1])
