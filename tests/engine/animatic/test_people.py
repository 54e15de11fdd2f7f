"""The laws that people obey; tolerances are those of float arithmetic unless named."""

from itertools import pairwise
from math import dist

import pytest
from msgspec.structs import replace

from engine.animatic.build import builds
from engine.animatic.motion.people.acts import ACTS, joints_at, posture_of
from engine.animatic.motion.people.body import EARTH, body_of
from engine.animatic.motion.people.crowd import crowd_of
from engine.animatic.motion.people.events import HEARD, footfalls, happenings
from engine.animatic.motion.people.leaps import leap_of
from engine.animatic.motion.people.mounted import seated_on
from engine.animatic.motion.people.stride import bounce, foot, runs, step_length
from engine.animatic.motion.people.travel import travelled
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.people.headgear import HATS
from engine.animatic.paint.subjects.people.look import costumes, look_of
from engine.animatic.scene import Scene, Subject

EVERY = ("", "walk", "run", *ACTS)
AGES = ((), ("child",), ("baby",), ("old", "man"))


def scene(**changes) -> Scene:
    return Scene(**{"seed": 5, "seconds": 10.0, "aspect": 16 / 9, "place": "hills", **changes})


def somebody(act: str = "", **changes) -> Subject:
    return Subject(**{"kind": "person", "x": 1.0, "z": 6.0, "act": act, "variety": 0.37, **changes})


@pytest.mark.parametrize("traits", AGES)
@pytest.mark.parametrize("act", EVERY)
def test_bones_keep_their_length(act, traits):
    one, place = somebody(act, speed=1.2, traits=traits), scene()
    body = body_of(one)
    for i in range(12):
        j = joints_at(one, place, 0.37 * i)
        for side in (0, 1):
            assert dist(j.shoulders[side], j.elbows[side]) == pytest.approx(body.upper, abs=1e-9)
            assert dist(j.elbows[side], j.hands[side]) == pytest.approx(body.fore, abs=1e-9)
            assert dist(j.sockets[side], j.knees[side]) == pytest.approx(body.thigh, abs=1e-9)
            assert dist(j.knees[side], j.ankles[side]) == pytest.approx(body.shin, abs=1e-9)
        assert dist(j.hips, j.neck) == pytest.approx(body.torso, abs=1e-9)
        assert dist(j.neck, j.head) == pytest.approx(body.neck, abs=1e-9)


@pytest.mark.parametrize("act", EVERY)
def test_nobody_jerks(act):
    """From one picture of a 24 Hz film to the next no joint goes farther than a fast hand does:
    a quarter of the body's height (a throwing hand's 11 m/s; a head that falls, 7 m/s)."""
    one, place = somebody(act, speed=1.2 if act in ("", "walk") else 0.0), scene()
    seen = [joints_at(one, place, i / 24) for i in range(130)]
    for a, b in pairwise(seen):
        for name in ("hips", "neck", "head"):
            assert dist(getattr(a, name), getattr(b, name)) < 0.17
        for name in ("hands", "ankles"):
            assert max(map(dist, getattr(a, name), getattr(b, name))) < 0.26


@pytest.mark.parametrize("act", EVERY)
def test_an_act_that_begins_later_begins_without_a_jump(act):
    one, place = somebody(act, since=3.0, speed=1.2), scene()
    before, after = (joints_at(one, place, 3.0 + d) for d in (-1e-3, 1e-3))
    assert max(map(dist, before.hands, after.hands)) < 0.03
    assert dist(before.head, after.head) < 0.03


def test_planted_ankles_stay_while_a_runner_passes():
    runner, place = somebody("run", speed=3.4), scene()
    assert runs(runner)
    height, spots = body_of(runner).height, {}
    for i in range(400):
        t = i / 200
        for side in (0, 1):
            sole = foot(runner, t, side)
            if sole.planted and sole.pitch == 0.0:
                x = (
                    position(runner, place, t)[0]
                    + joints_at(runner, place, t).ankles[side][0] * height
                )
                spots.setdefault((side, round(sole.x, 6)), []).append(x)
    assert len(spots) > 4
    assert all(max(seen) - min(seen) < 0.012 for seen in spots.values())


def test_a_runner_is_off_the_ground_between_steps_and_falls_by_gravity():
    runner, place, d = somebody("run", speed=3.4), scene(), 1e-3
    near = [(side, shift) for side in (0, 1) for shift in (-0.004, 0.004)]
    moments = [i / 500 for i in range(2000)]
    aloft = [t for t in moments if not any(foot(runner, t + d, side).planted for side, d in near)]
    assert 0.1 < len(aloft) / 2000 < 0.5
    for t in aloft[::9]:
        low, middle, high = (bounce(runner, place, t + shift) for shift in (-d, 0.0, d))
        assert (high - 2 * middle + low) / d**2 == pytest.approx(-EARTH, rel=1e-3)


@pytest.mark.parametrize("place, pull", [("hills", 9.81), ("moon", 1.62)])
def test_a_jump_is_a_projectile(place, pull):
    jumper, world, d = somebody("jump"), scene(), 1e-3
    leap = leap_of(jumper, replace(world, place=place))
    for part in (0.1, 0.4, 0.7, 0.9):
        s = leap.off + part * (leap.down - leap.off)
        low, middle, high = (leap.rise(s + shift) for shift in (-d, 0.0, d))
        assert (high - 2 * middle + low) / d**2 == pytest.approx(-pull, rel=1e-4)
    assert leap.rise(leap.off) == leap.rise(leap.down) == 0.0
    assert leap.dip(leap.push) > 0.1


def test_feet_meet_the_ground_when_a_landing_is_heard():
    jumper, place = somebody("jump"), scene()
    moments = footfalls(jumper, place, 0.0, 10.0)
    assert len(moments) >= 3
    for moment in moments:
        assert posture_of(jumper, place, moment - 0.01).rise > 0.0
        assert posture_of(jumper, place, moment + 1e-6).rise == 0.0


def test_palms_meet_when_a_clap_is_heard():
    one, place = somebody("clap"), scene()
    claps = [h.seconds for h in happenings(one, place, 0.0, 4.0)]
    for moment in claps:
        gaps = [dist(*joints_at(one, place, moment + shift).hands) for shift in (-0.09, 0.0, 0.09)]
        assert gaps[1] < 0.4 * min(gaps[0], gaps[2])


def test_a_dancer_lands_on_the_beat():
    one, place = somebody("dance"), scene()
    for moment in footfalls(one, place, 0.0, 3.9):
        feet = [posture_of(one, place, moment - shift).feet for shift in (0.06, 0.0)]
        assert max(sole.at[1] for sole in feet[0]) > 0.005
        assert max(sole.at[1] for sole in feet[1]) < 1e-9


@pytest.mark.parametrize("act", HEARD)
def test_what_is_heard_is_the_same_however_time_is_cut(act):
    one, place = somebody(act), scene()
    whole = happenings(one, place, 0.0, 10.0)
    parts = [happenings(one, place, a, b) for a, b in ((0, 0.7), (0.7, 4.1), (4.1, 10))]
    assert whole
    assert whole == sum(parts, [])


def test_whoever_stops_for_something_slows_down_and_stands_still():
    one = somebody("wave", speed=1.4, since=4.0)
    assert travelled(one, 3.0) == pytest.approx(4.2)
    assert travelled(one, 4.0) == travelled(one, 9.0) < 1.4 * 4.0
    steps = footfalls(one, scene(), 0.0, 10.0)
    assert steps and max(steps) <= 4.0
    for moment in steps[:-1]:
        feet = [[foot(one, moment + d, side).planted for side in (0, 1)] for d in (-1e-4, 1e-4)]
        assert feet[0] != feet[1]


def test_the_old_stoop_and_children_have_larger_heads():
    old, child, grown = (body_of(somebody(traits=t)) for t in (("old",), ("child",), ("man",)))
    assert old.stoop > grown.stoop
    assert child.head > 1.3 * grown.head
    assert child.height < old.height < grown.height
    assert step_length(somebody(traits=("child",), speed=1.0)) < step_length(somebody(speed=1.0))


def test_every_costume_is_dressed_and_knows_its_hat():
    for name, costume in costumes().items():
        look = look_of(somebody(traits=(name,)), scene())
        assert look.lower == costume.lower
        assert look.hat == costume.hat and (not look.hat or look.hat in HATS)


def test_a_crowd_has_as_many_as_were_asked_for_and_none_twice():
    faces = crowd_of(Subject("crowd", 0.0, 30.0, members=41), scene())
    assert len(faces) == 41
    assert len({(face.x, face.z) for face in faces}) == 41


def test_the_family_is_built():
    kinds = {"person", "robot", "crowd", "skeleton", "ghost", "snowman", "scarecrow", "statue"}
    assert kinds <= set(builds())


def test_a_rider_sits_on_the_saddle_and_faces_as_the_bicycle_does():
    bicycle = Subject("bicycle", 3.0, 6.0, heading=-1, speed=3.0)
    rider = somebody("ride", x=0.0, z=0.0, y=1.4, carrier=1)
    place = scene(subjects=(rider, bicycle))
    seated = seated_on(rider, place)
    x, y, _ = position(seated, place, 2.0)
    assert seated.heading == -1
    assert abs(x - position(bicycle, place, 2.0)[0]) < 0.4
    assert 0.8 < y < 1.1
    heels = [joints_at(seated, place, t).ankles[0][1] for t in (0.0, 0.2, 0.4, 0.6)]
    assert max(heels) - min(heels) > 0.03
