"""A strength does something wherever a model says that it heeds it, and nothing elsewhere."""

import pytest
from msgspec.structs import replace

from tests.fakes.family_runs import latents, shortest, stripes, tiny_ability

STEERED = (
    ("wan_v2v", "video"),
    ("wan22_t2v", "video"),
    ("wan22_ti2v", "video"),
    ("wan_vace", "control"),
    ("ltx2", "video"),
    ("ltx_video_condition", "video"),
    ("cogvideox_t2v", "video"),
    ("cogvideox15_t2v", "video"),
    ("cogvideox_control", "control"),
    ("minimax_h3", "control"),
)


@pytest.mark.parametrize(("name", "task"), STEERED)
def test_a_strength_matters_just_where_it_is_said_to(name, task):
    run = shortest(name, task, 64, 64)
    film = tuple(stripes("red", 64, 64).rotate(3 * number) for number in range(run.frames))
    little, much = (
        latents(name, task, run=replace(run, strength=strength), film=film)
        for strength in (0.5, 1.0)
    )
    same = little.shape == much.shape and little.equal(much)
    assert same == (task not in tiny_ability(name).heeds_strength)
