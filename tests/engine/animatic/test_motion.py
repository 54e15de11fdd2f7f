"""The laws that subjects and water obey; tolerances are those of float arithmetic unless named."""

from math import cos, hypot, pi, sin, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.animatic.motion.balloon import burns
from engine.animatic.motion.car import WHEEL_RADIUS, wheel_angle
from engine.animatic.motion.flock import flock, wing_beats, wing_phase
from engine.animatic.motion.lighthouse import beam_angle, beam_passes
from engine.animatic.motion.person import STANCE, foot, footfalls, step_length
from engine.animatic.motion.rocket import ROCKET_ACCELERATION, ignition, lift_off, rocket_height
from engine.animatic.motion.water import GRAVITY, surges, wave_height, wave_slope, waves
from engine.animatic.motion.whereabouts import position
from engine.animatic.scene import Scene, Subject

MOMENTS = [i / 97 for i in range(0, 600, 7)]
seconds = some.floats(0.0, 60.0)
varieties = some.floats(0.0, 1.0)


def scene(**changes) -> Scene:
    return Scene(**{"seed": 5, "seconds": 10.0, "aspect": 16 / 9, "place": "sea", **changes})


def subject(kind: str, **changes) -> Subject:
    return Subject(**{"kind": kind, "x": 1.0, "z": 20.0, "speed": 1.4, **changes})


@given(seconds, some.floats(0.1, 30.0), some.sampled_from([-1, 1]))
def test_wheels_roll_without_slipping(t, speed, heading):
    car = subject("car", speed=speed, heading=heading)
    moved = position(car, scene(), t)[0] - car.x
    assert wheel_angle(car, t) * WHEEL_RADIUS == pytest.approx(moved, abs=1e-9)


@given(varieties, some.floats(0.4, 2.2), some.sampled_from([-1, 1]))
@settings(max_examples=30)
def test_a_planted_foot_does_not_slide(variety, speed, heading):
    person = subject("person", variety=variety, speed=speed, heading=heading)
    step = step_length(person) / speed
    for landing in footfalls(person, scene(), 0.0, 6.0):
        side = _side_landing(person, landing)
        stance = 2 * step * STANCE
        spots = [foot(person, landing + stance * i / 9.01, side) for i in range(1, 9)]
        assert all(spot.planted and spot.y == 0.0 for spot in spots)
        assert max(s.x for s in spots) - min(s.x for s in spots) < 1e-9


def _side_landing(person: Subject, landing: float) -> int:
    before = [foot(person, landing - 1e-4, side).planted for side in (0, 1)]
    assert before.count(False) == 1
    return before.index(False)


@given(varieties)
@settings(max_examples=20)
def test_a_swinging_foot_is_above_the_ground_and_moves_without_a_jump(variety):
    person = subject("person", variety=variety)
    for side in (0, 1):
        feet = [foot(person, i / 480, side) for i in range(1200)]
        assert min(foot.y for foot in feet) >= 0.0
        jumps = [abs(b.x - a.x) for a, b in zip(feet, feet[1:], strict=False)]
        assert max(jumps) < 0.02


def test_one_foot_is_always_on_the_ground_while_walking():
    person = subject("person")
    for t in MOMENTS:
        assert foot(person, t, 0).planted or foot(person, t, 1).planted


def test_whoever_stands_makes_no_footfalls():
    assert footfalls(subject("person", speed=0.0), scene(), 0.0, 60.0) == []


@pytest.mark.parametrize("kind, events", [
    ("person", footfalls), ("birds", wing_beats),
    ("lighthouse", beam_passes), ("balloon", burns),
])  # fmt: skip
def test_events_are_the_same_however_time_is_cut(kind, events):
    one = subject(kind)
    whole = events(one, scene(), 0.0, 9.0)
    parts = [events(one, scene(), start, stop) for start, stop in ((0, 0.7), (0.7, 4.1), (4.1, 9))]
    assert len(whole) > 1
    assert whole == sum(parts, [])


def test_a_wing_beat_begins_at_the_top_of_a_stroke():
    birds, place = subject("birds"), scene()
    birds_seen = flock(birds, place)
    for beat in wing_beats(birds, place, 0.0, 2.0):
        phases = [wing_phase(bird, beat) % 1.0 for bird in birds_seen]
        assert min(min(phase, 1 - phase) for phase in phases) < 1e-9


def test_a_flock_has_as_many_birds_as_were_asked_for():
    assert len(flock(subject("birds", members=3), scene())) == 3


def test_a_beam_that_passes_points_at_the_camera():
    tower, place = subject("lighthouse", variety=0.37), scene()
    for moment in beam_passes(tower, place, 0.0, 30.0):
        assert sin(beam_angle(tower, place, moment)) == pytest.approx(0.0, abs=1e-9)


def test_a_rocket_stands_and_then_rises_with_constant_acceleration():
    rocket, place = subject("rocket"), scene()
    lift = lift_off(rocket, place)
    assert 0 < ignition(rocket, place) < lift
    assert rocket_height(rocket, place, lift) == 0.0
    step = 0.05
    for t in (lift + 0.2 + i * 0.5 for i in range(12)):
        low, middle, high = (rocket_height(rocket, place, t + d) for d in (-step, 0.0, step))
        acceleration = (high - 2 * middle + low) / step**2
        assert acceleration == pytest.approx(ROCKET_ACCELERATION, rel=1e-6)


@given(some.floats(0.0, 1.0), some.integers(0, 1000))
def test_waves_obey_the_dispersion_of_deep_water(strength, seed):
    for wave in waves(scene(waves=strength, seed=seed)):
        k = hypot(wave.kx, wave.kz)
        assert wave.omega**2 == pytest.approx(GRAVITY * k, rel=1e-12)


def test_longer_waves_travel_faster():
    speeds = [wave.omega / hypot(wave.kx, wave.kz) for wave in waves(scene())]
    assert speeds == sorted(speeds, reverse=True)
    longest = waves(scene())[0]
    length = 2 * pi / hypot(longest.kx, longest.kz)
    assert speeds[0] == pytest.approx(sqrt(GRAVITY * length / (2 * pi)))


def test_a_surge_is_a_crest_of_the_longest_wave():
    sea = scene(waves=0.6)
    swell = waves(sea)[0]
    crests = surges(sea, 4.0, 30.0, 0.0, 20.0)
    assert len(crests) >= 3
    for moment in crests:
        assert cos(swell.angle(4.0, 30.0, moment)) == pytest.approx(1.0, abs=1e-9)


def test_the_slope_of_the_water_is_the_derivative_of_its_height():
    sea, d = scene(waves=0.7), 1e-4
    for t in MOMENTS[::9]:
        rise = wave_height(sea, 3 + d, 25, t) - wave_height(sea, 3 - d, 25, t)
        assert wave_slope(sea, 3, 25, t) == pytest.approx(rise / (2 * d), abs=1e-6)


def test_a_boat_floats_on_the_water_below_it():
    sea = scene(waves=0.2)
    boat = subject("sailboat")
    for t in MOMENTS[::5]:
        x, y, z = position(boat, sea, t)
        assert abs(y - wave_height(sea, x, z, t)) < 0.25


@pytest.mark.parametrize("kind", ["sailboat", "birds", "car", "person", "balloon", "rocket"])
def test_subjects_move_smoothly(kind):
    one, place = subject(kind), scene()
    places = [position(one, place, i / 240) for i in range(1200)]
    for a, b in zip(places, places[1:], strict=False):
        assert hypot(b[0] - a[0], b[1] - a[1]) < 0.12
