"""A scene follows from its request alone, keeps its cast in the frame, and obeys overrides."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from engine.animatic.build import build_of
from engine.animatic.camera import view_at
from engine.animatic.direct import scene_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.scene import Scene
from engine.contract.shot import ShotRequest

SHAPES = [(1920, 1080), (1080, 1920), (1080, 1080), (2560, 1080), (1080, 1350)]
PROMPTS = [
    "a sailboat on a calm sea at sunset, gentle waves, slow push in",
    "three boats on a lake",
    "a woman walks along a street",
    "a crowd of people in a city",
    "two cars drive down the street",
    "five red balloons over hills",
    "a rocket launches from the desert",
    "a lighthouse in fog, seagulls",
    "many trees on the hills",
    "a man and a car in the street, close-up",
]


def scene(prompt: str, **said: object) -> Scene:
    return scene_of(ShotRequest(prompt, **said))  # type: ignore[arg-type]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_same_request_gives_the_same_scene(prompt: str) -> None:
    first = scene(prompt)
    scene_of.cache_clear()
    assert scene(prompt) == first


def test_the_seed_changes_the_composition_and_not_the_meaning() -> None:
    one, other = scene(PROMPTS[1], seed=1), scene(PROMPTS[1], seed=2)
    assert one.subjects != other.subjects
    assert [s.kind for s in one.subjects] == [s.kind for s in other.subjects]
    assert replace(one, subjects=(), seed=0) == replace(other, subjects=(), seed=0)


@pytest.mark.parametrize("shape", SHAPES, ids=str)
@pytest.mark.parametrize("prompt", PROMPTS)
def test_subjects_start_inside_the_frame(prompt: str, shape: tuple[int, int]) -> None:
    width, height = shape
    for seed in range(6):
        drawn = scene(prompt, width=width, height=height, seed=seed)
        view = view_at(drawn, 0.0, width, height)
        for subject in drawn.subjects:
            build = build_of(subject.kind)
            x, _, z = position(subject, drawn, 0.0)
            middle, half = view.project(x, 0, z).x(), build.width / 2
            reach = half * view.pixels_per_metre(z)
            if subject.kind == "birds":
                reach = 0
            assert middle - reach * 0.98 >= 0
            assert middle + reach * 0.98 <= width
            if build.grounded and "close-up" not in prompt:
                assert view.ground_y(z) < height


@pytest.mark.parametrize("prompt", PROMPTS[:1] + PROMPTS[2:3] + PROMPTS[7:8])
def test_the_main_subject_is_large_enough_to_be_read(prompt: str) -> None:
    drawn = scene(prompt)
    main = drawn.subjects[0]
    part = (
        build_of(main.kind).height * view_at(drawn, 0, 1920, 1080).pixels_per_metre(main.z) / 1080
    )
    assert 0.18 < part < 0.5


@pytest.mark.parametrize("prompt", PROMPTS)
def test_the_main_subject_is_still_seen_late_in_the_shot(prompt: str) -> None:
    if "rocket" in prompt:
        return
    for seed in range(4):
        drawn = scene(prompt, seed=seed)
        late = 0.75 * drawn.seconds
        x, _, z = position(drawn.subjects[0], drawn, late)
        across = view_at(drawn, late, 1920, 1080).project(x, 0, z).x()
        assert -0.08 * 1920 < across < 1.08 * 1920


def test_several_stand_apart_in_depth() -> None:
    depths = sorted(subject.z for subject in scene("five balloons").subjects)
    assert len(depths) == 5
    assert all(b - a > 0.04 * a for a, b in zip(depths, depths[1:], strict=False))


def test_counts_and_colours_arrive() -> None:
    balloons = scene("three red hot-air balloons").subjects
    assert [one.kind for one in balloons] == ["balloon"] * 3
    assert {one.colour for one in balloons} == {"#d1372f"}
    assert len({one.colour for one in scene("three colourful balloons").subjects}) == 3
    assert scene("three seagulls").subjects[0].members == 3


@pytest.mark.parametrize(
    ("prompt", "place"),
    [("a sailboat", "sea"), ("a car", "street"), ("a rocket", "desert"), ("a lighthouse", "sea"),
     ("", "hills"), ("birds", "sky"), ("waves", "sea"), ("a palm", "beach")],
)  # fmt: skip
def test_a_prompt_without_a_place_gets_a_fitting_one(prompt: str, place: str) -> None:
    assert scene(prompt).place == place


def test_storms_flash_at_least_once_however_short() -> None:
    for seed in range(20):
        short = scene("a storm over the sea", seconds=Fraction(1), seed=seed)
        assert short.flashes and 0 < short.flashes[0].seconds < 0.5
    moments = [flash.seconds for flash in scene("lightning", seconds=Fraction(30)).flashes]
    assert len(moments) > 4 and moments == sorted(moments) and moments[-1] < 30
    assert scene("rain").flashes == ()


def test_the_requests_camera_and_style_come_first() -> None:
    drawn = scene("hills, pan left, watercolour", camera="pull_out", style="illustration")
    assert (drawn.move, drawn.style) == ("pull_out", "illustration")
    assert scene("hills", camera="drone shot").move == "drone_forward"
    assert scene("hills", camera="pan right").move == "pan_right"


def test_an_unknown_camera_or_style_is_refused() -> None:
    with pytest.raises(ValueError, match="sideways"):
        scene("hills", camera="sideways")
    with pytest.raises(ValueError, match="cubist"):
        scene("hills", style="cubist")


def test_a_tracking_shot_goes_along_with_who_moves() -> None:
    assert scene("a car drives to the left, side tracking shot").move == "truck_left"
    assert scene("a car drives to the right, side tracking shot").move == "truck_right"


def test_calm_and_rough_water_differ() -> None:
    assert scene("a calm sea").waves < 0.2 < scene("the sea").waves < scene("a rough sea").waves
    assert scene("a storm over the sea").waves > 0.7
    assert scene("no clouds over the sea").clear
