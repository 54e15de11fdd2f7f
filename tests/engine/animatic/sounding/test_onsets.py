"""The first audible sample of every event lies within a millisecond of what motion states.

Each event is rendered by itself, which is the difference that it makes to the whole.
"""

from collections.abc import Callable

import numpy as np
import pytest

from engine.animatic.camera import view_at
from engine.animatic.motion import (
    bell,
    bird,
    burst,
    fire,
    insect,
    person,
    prop,
    quadruped,
    rocket,
    rolling,
    sea_life,
    swash,
    vessel,
    whereabouts,
)
from engine.animatic.motion.people.events import BESIDES, HEARD, happenings
from engine.animatic.motion.people.stride import foot
from engine.animatic.scene import Flash, Scene, Subject
from engine.animatic.sounding import (
    animals,
    burners,
    doings,
    engines,
    fireworks,
    footsteps,
    objects,
    splashes,
    surf,
    thunder,
)
from engine.animatic.sounding.ear import SPEED_OF_SOUND
from engine.animatic.sounding.shots import NAMES, shot
from engine.animatic.sounding.texture import BLOCK
from engine.animatic.sounding.voice import Events, Voice

RATE = 48_000
SECONDS = 5.0
AUDIBLE = 0.01


def stage(*subjects: Subject, place: str = "hills", **more: object) -> Scene:
    return Scene(3, SECONDS, 16 / 9, place, subjects=subjects, **more)  # type: ignore[arg-type]


def onset(scene: Scene, voice: Events, number: int) -> float:
    """Second of the first sample that one event of a voice changes."""
    event = voice.events[number]
    with_it = Events(scene, voice.events, voice._make, voice.longest / RATE)
    without = [one for one in voice.events if one is not event]
    rest = Events(scene, without, voice._make, voice.longest / RATE)
    first = max(event.start // BLOCK - 1, 0)
    blocks = range(first, first + 3)
    change = np.concatenate([np.abs(with_it.block(n) - rest.block(n)).max(axis=1) for n in blocks])
    return (first * BLOCK + int(np.argmax(change > AUDIBLE * change.max()))) / RATE


def heard(scene: Scene, voices: list[Voice], names: tuple[str, ...] = ()) -> list[float]:
    """The onsets of all events of some names, every one where none is given."""
    return sorted(
        onset(scene, voice, number)
        for voice in voices
        if isinstance(voice, Events)
        for number, event in enumerate(voice.events)
        if not names or isinstance(event.key, tuple) and event.key[0] in names
    )


def assert_heard(times: list[float], expected: list[float], least: int = 2) -> None:
    within = [t for t in expected if t < SECONDS - 0.1]
    assert len(within) >= least
    for moment in within:
        assert min(abs(t - moment) for t in times) < 0.001, moment


Moments = Callable[[Subject, Scene, float, float], list[float]]

SEEN: dict[str, tuple[Subject, str, object, tuple[str, ...], Moments]] = {
    "footsteps": (Subject("person", -3.0, 5.0, 1, 1.4), "street", footsteps, (), person.footfalls),
    "hoofs": (Subject("horse", -6.0, 8.0, 1, 1.6), "street", animals, ("hoof_hard",),
              quadruped.hoofbeats),
    "barks": (Subject("dog", 0.0, 6.0, act="bark", since=0.4), "hills", animals, ("woof",),
              quadruped.calls),
    "wings": (Subject("eagle", 0.0, 9.0, 1, 2.0, act="fly"), "hills", animals, ("flap",),
              bird.downstrokes),
    "bell": (Subject("church", 0.0, 40.0, act="ring", since=0.5), "hills", objects, (),
             bell.strokes),
    "whale": (Subject("whale", 0.0, 30.0, 1, 2.0, act="leap", since=0.3), "sea", splashes,
              ("great_splash",), sea_life.splashes),
    "oars": (Subject("rowing_boat", -4.0, 12.0, 1, 1.0), "lake", engines, ("stroke",),
             vessel.catches),
    "steam": (Subject("steam_train", -9.0, 14.0, 1, 5.0), "hills", engines, ("chuff",),
              rolling.chuffs),
    "joints": (Subject("train", -9.0, 14.0, 1, 14.0), "hills", engines, ("joint",),
               rolling.rail_joints),
    "claws": (Subject("penguin", -2.0, 4.0, 1, 0.5, act="walk"), "glacier", animals, ("snow",),
              bird.steps),
    "hops": (Subject("frog", 0.0, 2.0, 1, 0.2), "hills", animals, ("pat",), insect.hops),
    "bursts": (Subject("fireworks", 0.0, 120.0), "river", fireworks, ("boom",), burst.explosions),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEN)
def test_what_moves_is_heard_at_its_moments(name: str) -> None:
    subject, place, family, names, moments = SEEN[name]
    scene = stage(subject, place=place)
    times = heard(scene, family.voices(scene), names)  # type: ignore[attr-defined]
    assert_heard(times, moments(subject, scene, 0.0, SECONDS))


@pytest.mark.parametrize("kind", ["ball", "cup", "coin"])
def test_a_thing_is_heard_at_the_lowest_points_of_its_way(kind: str) -> None:
    thing = Subject(kind, 0.0, 2.0, act="bounce", since=0.2)
    scene = stage(thing)
    times = heard(scene, objects.voices(scene))
    step = 1 / 4000
    ticks = np.arange(0.2, 3.0, step)
    heights = np.array([prop.place(thing, scene, float(t))[1] for t in ticks])
    low = (heights[1:-1] <= heights[:-2]) & (heights[1:-1] < heights[2:]) & (heights[1:-1] < 0.01)
    lowest = ticks[1:-1][low][:5]
    assert len(lowest) >= 3
    for moment in lowest:
        assert min(abs(t - moment) for t in times) < 0.001 + step


def test_a_step_is_heard_when_the_foot_comes_to_stand() -> None:
    walker = Subject("person", -3.0, 5.0, 1, 1.4, variety=0.3)
    scene = stage(walker, place="street")
    for moment in heard(scene, footsteps.voices(scene))[1:-1]:
        landing = [
            side
            for side in (0, 1)
            if foot(walker, moment + 0.001, side).planted
            and not foot(walker, moment - 0.001, side).planted
        ]
        assert landing


ACTS = sorted(act for act in HEARD if act not in ("jump", "leap", "hop", "bounce", "play", "dance"))


@pytest.mark.parametrize("act", ACTS)
def test_what_people_do_is_heard_when_they_do_it(act: str) -> None:
    one = Subject("person", 0.0, 4.0, act=act, since=0.2)
    scene = stage(one)
    assert {what for table in (HEARD, BESIDES) for what, _ in table.values()} <= {
        *doings.STRUCK, "footfall", "landing",
    }  # fmt: skip
    times = heard(scene, [*doings.voices(scene)[:1], *footsteps.voices(scene)])
    assert_heard(times, [h.seconds for h in happenings(one, scene, 0.0, SECONDS)], 1)


def test_a_candle_is_heard_to_go_out_when_it_does() -> None:
    candle = Subject("candle", 0.0, 1.5, act="go_out", since=1.2)
    times = heard(stage(candle), objects.voices(stage(candle)), ("snuff",))
    assert abs(times[0] - fire.going_out(candle)) < 0.001


def test_doors_are_heard_when_they_open_and_shut() -> None:
    for act, late in (("open", 0.0), ("close", prop.OPEN_SECONDS)):
        door = Subject("door", 0.0, 4.0, act=act, since=0.7)
        times = heard(stage(door), objects.voices(stage(door)))
        assert min(abs(t - 0.7 - late) for t in times) < 0.001


def test_rockets_and_explosions_are_heard_when_they_light() -> None:
    launch = stage(one := Subject("rocket", 0.0, 70.0))
    times = heard(launch, burners.voices(launch))
    assert abs(times[0] - rocket.ignition(one, launch)) < 0.001
    bomb = stage(Subject("gift", 0.0, 4.0, act="explode", since=1.3))
    assert abs(heard(bomb, objects.voices(bomb), ("explosion",))[0] - 1.3) < 0.001


def test_waves_break_as_they_run_up() -> None:
    beach = stage(place="beach")
    assert_heard(
        heard(beach, surf.voices(beach), ("wave_crash",)), swash.arrivals(beach, 0.0, 5.0), 1
    )


@pytest.mark.parametrize("late", [False, True])
def test_thunder_and_fireworks_come_with_the_flash_or_after_it(late: bool) -> None:
    flashes = (Flash(0.5, 0.2, 0.95, 5), Flash(1.5, 0.7, 0.8, 6))
    show = Subject("fireworks", 0.0, 120.0)
    scene = stage(show, place="river", flashes=flashes, late=late)
    for flash, moment in zip(flashes, heard(scene, thunder.voices(scene)), strict=True):
        delay = thunder.away(flash) / SPEED_OF_SOUND if late else 0.0
        assert abs(moment - flash.seconds - delay) < 0.001
    reports = heard(scene, fireworks.voices(scene), ("boom",))
    expected = [one.seconds + late * away(scene, one) / 343.0 for one in burst.bursts(show, scene)]
    assert len(reports) > 4
    for moment in reports:
        assert min(abs(moment - one) for one in expected) < 0.001


def away(scene: Scene, one: burst.Burst) -> float:
    """Metres from the camera to a burst."""
    view = view_at(scene, one.seconds, 1600, 900)
    x, y, z = whereabouts.position(scene.subjects[0], scene, one.seconds)
    return ((x + one.x - view.x) ** 2 + (y + one.y - view.y) ** 2 + (z - view.z) ** 2) ** 0.5


@pytest.mark.parametrize("name", sorted(NAMES)[::2])
def test_every_short_sound_begins_at_once(name: str) -> None:
    size = np.abs(shot((name, 0))).max(axis=1)
    assert np.argmax(size > AUDIBLE * size.max()) < 0.001 * RATE
