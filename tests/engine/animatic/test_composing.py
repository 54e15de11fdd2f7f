"""Composition: through the whole shot its subjects are in the frame, large enough, and unhidden."""

from fractions import Fraction
from itertools import combinations

import pytest

from engine.animatic.bounds import Box, bounds
from engine.animatic.build import build_of
from engine.animatic.camera import view_at
from engine.animatic.composing import CROWD
from engine.animatic.direct import scene_of
from engine.animatic.drawing import Drawing
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene
from engine.contract.shot import ShotRequest

SHAPES = [(1920, 1080), (1080, 1920), (1080, 1080), (1080, 1350), (2560, 1080)]
PROMPTS = [
    "a dog runs in a park",
    "a cat sits on a sofa",
    "a horse gallops across a meadow",
    "a fox walks in a snowy forest",
    "an elephant walks through the savanna",
    "a rabbit hops in a garden",
    "a mouse in a kitchen",
    "a snail crawls in a garden",
    "three camels cross the desert at sunset",
    "an eagle soars over mountains",
    "birds fly over the sea",
    "a butterfly flies over flowers",
    "a shark swims under water",
    "a turtle swims over a coral reef",
    "a man walks on the street",
    "a woman runs on the beach",
    "a boy flies a kite on a hill",
    "a family walks on the beach at sunset",
    "a chef cooks in a kitchen",
    "a football player kicks a ball",
    "a cyclist rides along a road",
    "an astronaut walks on mars",
    "a red sports car speeds through the city",
    "a truck drives on a road",
    "two cars race on a road",
    "a sailboat on a lake",
    "a hot-air balloon over hills",
    "an aeroplane flies over clouds",
    "a helicopter lands on a rooftop",
    "a satellite in space",
    "a lighthouse in a storm",
    "a castle on a hill",
    "a windmill in a field",
    "a candle flickers on a table",
    "a birthday cake on a table",
    "a pizza on a table",
    "a treasure chest opens in a cave",
    "a boy and a girl walk by the sea",
    "five ducks swim on a lake",
    "a wide shot of a man in the desert",
    "a giraffe, low angle",
    "a woman in a town square, orbit shot",
    "a deer in a forest, slow zoom in",
    "a boat sails, crane up",
    "a chicken on a farm, dolly zoom",
    "حصان يركض على الشاطئ",
    "مركب شراعي في النيل عند الغروب",
    "ثلاثة جمال تمشي في الصحراء",
]
MOMENTS = (0.0, 0.5, 0.98)


def shot(number: int, turn: int) -> Scene:
    width, height = SHAPES[(number + turn) % len(SHAPES)]
    return scene_of(ShotRequest(PROMPTS[number], Fraction(8), width, height))


def boxes(scene: Scene, index: int) -> list[Box]:
    width = round(360 * scene.aspect)
    moments = [part * scene.seconds for part in MOMENTS]
    found = [bounds(scene, index, t, view_at(scene, t, width, 360)) for t in moments]
    return [box for box in found if box]


def flaws(scene: Scene) -> list[str]:
    """What is wrong with the main subject's boxes, and who hides whom half-way."""
    free = [index for index, one in enumerate(scene.subjects) if one.carrier < 0]
    main, wrong = boxes(scene, free[0]), []
    if len(main) < len(MOMENTS) or min(box.seen() for box in main) < 0.9:
        wrong.append("cut off")
    if max(max(box.height, 0.7 * box.width) for box in main) < 0.1:
        wrong.append("too small")
    if max(box.height for box in main) > 0.95 or max(box.width for box in main) > 1.0:
        wrong.append("too large")
    for one, other in combinations(free if len(free) <= CROWD else (), 2):
        near, far = sorted((one, other), key=lambda index: scene.subjects[index].z)
        if boxes(scene, far)[1].covered(boxes(scene, near)[1]) > 0.55:
            wrong.append("hidden")
    return wrong


@pytest.mark.parametrize("turn", range(len(SHAPES)))
def test_nearly_every_shot_is_well_composed(turn: int) -> None:
    found = {PROMPTS[n]: flaws(shot(n, turn)) for n in range(len(PROMPTS))}
    poor = {prompt: wrong for prompt, wrong in found.items() if wrong}
    assert len(poor) <= 0.03 * len(PROMPTS), poor


@pytest.mark.parametrize("number", range(0, len(PROMPTS), 6))
def test_a_subject_is_painted_where_its_bounds_say(number: int) -> None:
    scene = shot(number, 0)
    empty = Scene(**{**_fields(scene), "subjects": (), "eye": scene.eye})
    if build_of(scene.subjects[0].kind).way in ("roost", "flutter"):
        pytest.skip("wings reach beyond the body's bounds")
    tall, wide = 180, round(180 * scene.aspect)
    box = bounds(scene, 0, 0.0, view_at(scene, 0.0, wide, tall))
    assert box is not None
    with_it, without = (pixels(Drawing(one, wide, tall).picture(0.0)) for one in (scene, empty))
    inside = (
        slice(int(box.top * tall), int(box.bottom * tall) + 1),
        slice(int(box.left * wide), int(box.right * wide) + 1),
    )
    assert (with_it[inside] != without[inside]).any(axis=-1).mean() > 0.12


def _fields(scene: Scene) -> dict[str, object]:
    return {name: getattr(scene, name) for name in scene.__struct_fields__}
