"""What belongs together in a prompt is brought together before it is framed."""

import pytest

from engine.animatic.build import build_of
from engine.animatic.direct import scene_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.scene import Scene, snow_lies
from engine.contract.shot import ShotRequest


def scene(prompt: str) -> Scene:
    return scene_of(ShotRequest(prompt))


def kinds(shot: Scene) -> list[str]:
    return [one.kind for one in shot.subjects]


def test_a_train_crosses_on_the_deck_of_the_bridge() -> None:
    shot = scene("a steam train crosses a stone bridge")
    train = shot.subjects[kinds(shot).index("steam_train")]
    bridge = shot.subjects[train.carrier]
    assert bridge.kind == "bridge" and train.speed > 0.0
    for t in (0.0, shot.seconds):
        deck = position(train, shot, t)[1] / build_of("bridge").height
        assert deck == pytest.approx(0.8)


def test_a_ball_goes_down_the_stairs_step_by_step() -> None:
    shot = scene("a ball bounces down the stairs")
    ball = shot.subjects[kinds(shot).index("ball")]
    assert shot.subjects[ball.carrier].kind == "stairs"
    start, end = (position(ball, shot, t) for t in (0.0, shot.seconds))
    assert end[1] < start[1] - 1.0
    assert abs(end[0] - start[0]) > 2.0


def test_umbrellas_at_a_crossing_are_held() -> None:
    shot = scene("a busy crossing, umbrellas")
    assert "umbrella" not in kinds(shot)
    assert all("umbrella" in one.traits for one in shot.subjects if one.kind == "person")


def test_fireworks_burn_at_night_unless_another_hour_is_said() -> None:
    assert scene("fireworks over a city").hour == "night"
    assert scene("fireworks over a city at noon").hour != "night"


def test_a_couple_does_together_what_is_said_of_both() -> None:
    dancers = scene("a bride and a groom dance in a castle hall").subjects
    assert [one.act for one in dancers] == ["dance", "dance"]


@pytest.mark.parametrize(
    ("place", "snow"), [("village", True), ("street", True), ("desert", False), ("beach", False)]
)
def test_winter_lays_snow_where_winters_are_cold(place: str, snow: bool) -> None:
    assert snow_lies(Scene(1, 8.0, 1.0, place, season="winter")) is snow


@pytest.mark.parametrize("prompt", ["a scientist looks at a microscope in a room", "bread, bakery"])
def test_small_things_in_rooms_stand_on_tables(prompt: str) -> None:
    shot = scene(prompt)
    small = next(one for one in shot.subjects if one.kind in ("microscope", "bread"))
    assert shot.subjects[small.carrier].kind == "table"


def test_products_stand_large_in_the_middle() -> None:
    (apple,) = scene("a red apple on a black background").subjects
    assert abs(apple.x) < 0.1 * apple.z


def test_fish_keep_off_the_bank_where_a_bear_stands() -> None:
    shot = scene("a bear catches a salmon in a river")
    bear, fish = (shot.subjects[kinds(shot).index(kind)] for kind in ("bear", "fish"))
    assert fish.z > bear.z
