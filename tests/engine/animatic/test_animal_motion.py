"""The laws that animals obey; tolerances are those of float arithmetic unless named."""

from math import hypot, sin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.animatic.build import builds
from engine.animatic.motion import bird, insect, quadruped, sea_life
from engine.animatic.motion.beast import beast_of, withers
from engine.animatic.motion.posture import segments, skeleton
from engine.animatic.motion.water import GRAVITY, wave_height
from engine.animatic.motion.whereabouts import position
from engine.animatic.scene import Scene, Subject

BEASTS = [kind for kind, build in builds().items() if build.painter == "quadruped"]
FEET = ("dog", "horse", "camel", "elephant", "rabbit", "cat")


def scene(**changes) -> Scene:
    return Scene(**{"seed": 5, "seconds": 10.0, "aspect": 16 / 9, "place": "sea", **changes})


def subject(kind: str, **changes) -> Subject:
    return Subject(**{"kind": kind, "x": 1.0, "z": 20.0, "speed": 1.4, **changes})


@given(
    some.sampled_from(FEET), some.floats(0.3, 9.0), some.sampled_from([-1, 1]), some.floats(0, 1)
)
@settings(max_examples=40)
def test_a_planted_foot_does_not_slide(kind, speed, heading, variety):
    one = subject(kind, speed=speed, heading=heading, variety=variety)
    for leg in quadruped.LEGS:
        spots = [quadruped.paw(one, scene(), i / 400, leg, 0.3) for i in range(400)]
        for now, then in zip(spots, spots[1:], strict=False):
            if now.planted and then.planted and now.part < then.part:
                assert now.y == 0.0 and then.x == pytest.approx(now.x, abs=1e-9)


def test_a_walk_goes_hind_fore_on_one_side_then_on_the_other():
    lands = quadruped.GAITS["walk"].lands
    order = sorted(quadruped.LEGS, key=lambda leg: lands[leg])
    assert order == [0, 1, 2, 3]


def test_a_trot_lands_diagonal_pairs_and_a_pace_nearly_lateral_ones():
    trot, pace = quadruped.GAITS["trot"].lands, quadruped.GAITS["pace"].lands
    assert trot[0] == trot[3] and trot[1] == trot[2]
    assert abs(pace[0] - pace[1]) < 0.1 and abs(pace[2] - pace[3]) < 0.1


def test_a_gallop_has_a_moment_with_all_feet_in_the_air_and_a_walk_has_none():
    def feet_down(speed: float) -> list[int]:
        horse = subject("horse", speed=speed)
        moments = [i / 100 for i in range(200)]
        return [
            sum(quadruped.paw(horse, scene(), t, leg, 0.0).planted for leg in quadruped.LEGS)
            for t in moments
        ]

    assert min(feet_down(10.0)) == 0
    assert min(feet_down(1.4)) >= 2


def test_an_elephant_never_leaves_the_ground():
    assert quadruped.gait_of(subject("elephant", speed=6.0)).flights == ()


def test_gaits_follow_the_froude_number():
    gaits = [quadruped.gait_of(subject("horse", speed=speed)) for speed in (1.2, 4.0, 10.0)]
    assert gaits == [quadruped.GAITS[name] for name in ("walk", "trot", "gallop")]


@pytest.mark.parametrize("act", ["", "sit"])
def test_a_hoofbeat_is_the_moment_a_foot_lands(act):
    one = subject("horse", act=act, since=4.0 if act else 0.0)
    beats = quadruped.hoofbeats(one, scene(), 0.0, 3.0)
    assert len(beats) > 6
    for beat in beats:
        before = [quadruped.paw(one, scene(), beat - 1e-5, leg, 0.0) for leg in quadruped.LEGS]
        after = [quadruped.paw(one, scene(), beat + 1e-5, leg, 0.0) for leg in quadruped.LEGS]
        assert any(not b.planted and a.planted for b, a in zip(before, after, strict=True))


def test_who_stops_for_an_act_stays_where_it_stopped():
    dog = subject("dog", act="sit", since=3.0)
    spots = [position(dog, scene(), t)[0] for t in (1.0, 3.0, 4.0, 9.0)]
    assert spots[0] < spots[1] and spots[1:] == pytest.approx([spots[1]] * 3)


def test_a_leap_is_a_throw():
    deer, step = subject("deer", act="jump"), 0.01
    take_off, long = quadruped.leap_of(deer, 1.0)
    for part in (0.2, 0.5, 0.8):
        t = take_off + part * long
        low, middle, high = (
            quadruped.leap_height(deer, scene(), t + d) for d in (-step, 0.0, step)
        )
        assert (high - 2 * middle + low) / step**2 == pytest.approx(-GRAVITY, rel=1e-6)
    assert quadruped.landings(deer, scene(), 0.0, 2.0) == [take_off + long]


@pytest.mark.parametrize("kind", BEASTS)
@pytest.mark.parametrize("act", ["", "sit", "graze", "run"])
def test_upper_bones_keep_their_length(kind, act):
    one = subject(kind, act=act, speed=1.0)
    beast = beast_of(one)
    for t in (0.3, 1.1, 2.6):
        for number, leg in enumerate(skeleton(one, scene(), t).legs):
            upper = segments(beast, number)[0]
            assert hypot(leg.middle[0] - leg.top[0], leg.middle[1] - leg.top[1]) == pytest.approx(
                upper, rel=1e-6
            )


@pytest.mark.parametrize("kind", ["horse", "cow", "deer", "giraffe", "camel", "sheep"])
def test_who_grazes_has_its_mouth_at_the_grass(kind):
    one = subject(kind, act="graze", speed=0.0)
    bones = skeleton(one, scene(), 2.0)
    mouth = bones.poll[1] + beast_of(one).head_length * sin(bones.head)
    assert -0.12 < mouth < 0.42


@pytest.mark.parametrize(
    ("kind", "act", "events"),
    [
        ("horse", "gallop", quadruped.hoofbeats),
        ("kangaroo", "", quadruped.hoofbeats),
        ("dog", "bark", quadruped.calls),
        ("dolphin", "", sea_life.splashes),
        ("whale", "", sea_life.spouts),
        ("eagle", "fly", bird.downstrokes),
        ("penguin", "", bird.steps),
        ("butterfly", "", insect.wingbeats),
        ("frog", "", insect.hops),
    ],
)
def test_events_are_the_same_however_time_is_cut(kind, act, events):
    one = subject(kind, act=act)
    whole = events(one, scene(), 0.0, 9.0)
    cuts = ((0, 0.7), (0.7, 4.1), (4.1, 9))
    parts = sum((events(one, scene(), *cut) for cut in cuts), [])
    assert len(whole) > 1
    assert parts == pytest.approx(whole, abs=1e-9)


def test_a_dolphin_in_the_air_is_a_thrown_body_and_splashes_at_the_surface():
    one, sea = subject("dolphin", speed=3.0), scene(waves=0.5)
    for moment in sea_life.splashes(one, sea, 0.0, 9.0):
        x, y, z = position(one, sea, moment)
        assert y == pytest.approx(wave_height(sea, x, z, moment), abs=1e-6)
    middle = sea_life.first_leap(one, sea) + sea_life.flight_seconds(one) / 2
    assert sea_life.arc(one, sea, middle)[0] == pytest.approx(sea_life.swimmer_of(one).leap)
    low, top, high = (sea_life.arc(one, sea, middle + d)[0] for d in (-0.01, 0.0, 0.01))
    assert (high - 2 * top + low) / 0.01**2 == pytest.approx(-GRAVITY, rel=1e-6)


def test_under_water_nothing_leaps():
    assert not sea_life.leaps(subject("dolphin"), scene(place="underwater"))


def test_a_walking_birds_planted_foot_does_not_slide():
    one, place = subject("chicken", speed=0.5), scene(place="hills")
    for side in (0, 1):
        feet = []
        for i in range(300):
            ahead, _, planted = bird.bird_foot(one, place, i / 200, side)
            feet.append((bird.gone(one, place, i / 200) + ahead, planted))
        for now, then in zip(feet, feet[1:], strict=False):
            if now[1] and then[1] and abs(then[0] - now[0]) < 0.05:
                assert then[0] == pytest.approx(now[0], abs=1e-9)


def test_large_birds_beat_their_wings_more_slowly():
    assert bird.beat_rate(subject("eagle")) < bird.beat_rate(subject("bird"))


def test_one_that_takes_off_starts_on_the_ground_and_ends_in_the_air():
    one, place = subject("eagle", act="take_off", since=2.0), scene(place="hills")
    assert position(one, place, 1.0)[1] == 0.0
    assert position(one, place, 9.0)[1] > 2.0


def test_fireflies_light_quickly_and_fade_slowly():
    one = subject("firefly", variety=0.0)
    rise = [insect.glow(one, 0.01 * i) for i in range(28)]
    assert rise == sorted(rise) and rise[-1] > 0.95
    assert insect.glow(one, 1.0) < 0.6


@pytest.mark.parametrize("kind", ["butterfly", "bee", "dolphin", "eagle", "dog", "jellyfish"])
def test_animals_move_without_a_jump(kind):
    one = subject(kind, speed=1.0)
    spots = [position(one, scene(), i / 240) for i in range(1200)]
    for a, b in zip(spots, spots[1:], strict=False):
        assert hypot(b[0] - a[0], b[1] - a[1]) < 0.12


def test_no_two_of_a_kind_are_of_one_size():
    assert withers(subject("dog", variety=0.1)) < withers(subject("dog", variety=0.9))


def test_a_dragon_that_flies_leaves_the_ground_and_no_footprints():
    flying = Subject("dragon", 0.0, 9.0, speed=2.0, act="fly")
    walking = Subject("dragon", 0.0, 9.0, speed=2.0)
    heights = [position(flying, scene(), 0.1 * n)[1] for n in range(40)]
    assert min(heights) > 1.0 and max(heights) - min(heights) > 0.1
    assert quadruped.hoofbeats(flying, scene(), 0.0, 4.0) == []
    assert quadruped.hoofbeats(walking, scene(), 0.0, 4.0)
    rising = Subject("dragon", 0.0, 9.0, act="take_off", since=1.0)
    assert position(rising, scene(), 0.9)[1] == 0.0 < position(rising, scene(), 2.0)[1]
