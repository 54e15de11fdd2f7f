"""create: from a prompt and options to the shot's plan, and the answers."""

import json
from fractions import Fraction

from engine.contract.plan import Look, ShotSource
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate

PROMPT = "a sailboat on a calm sea with a samurai"
ROLES = {
    "logo": "logo", "subject": "subject", "image": "backdrop", "palette": "palette",
    "first": "first_frame", "last": "last_frame",
}  # fmt: skip


def request_of(plan):
    """The shot that the plan shows."""
    source = plan.layers[0].source
    assert isinstance(source, ShotSource)
    return source.request


def test_the_defaults_are_ten_seconds_of_full_hd(shell):
    plan = shell("create", PROMPT, "-o", shell.folder / "shot.mp4").plan
    assert (plan.width, plan.height, plan.rate, plan.frames) == (1920, 1080, Rate(24), 240)
    assert len(plan.sounds) == 1
    assert request_of(plan) == ShotRequest(PROMPT)
    assert isinstance(request_of(plan).seconds, Fraction)


def test_every_option_reaches_the_shot(shell):
    plan = shell(
        "create", PROMPT, "-o", shell.folder / "shot.mp4", "--seconds", "2.5", "--size", "720x1280",
        "--fps", "29.97", "--seed", "7", "--model", "animatic", "--look", "noir:0.25",
    ).plan  # fmt: skip
    request = request_of(plan)
    assert (request.width, request.height, request.seed) == (720, 1280, 7)
    assert request.rate == Rate(30000, 1001) and plan.frames == 74
    assert plan.layers[0].looks == (Look("noir", 0.25),)


def test_pictures_go_to_the_engine_with_their_roles(shell):
    plan = shell(
        "create", PROMPT, "-o", shell.folder / "shot.mp4",
        *(word for option in ROLES for word in (f"--{option}", shell.film(f"{option}.png"))),
    ).plan  # fmt: skip
    handed = {each.role: each.media.path for each in request_of(plan).references}
    assert handed == {role: str(shell.folder / f"{option}.png") for option, role in ROLES.items()}


def test_a_film_hangs_behind_the_shot(shell):
    film = shell.film("sea.mp4")
    plan = shell("create", PROMPT, "-o", shell.folder / "shot.mp4", "--video", film).plan
    (handed,) = request_of(plan).references
    assert (handed.role, handed.media.path) == ("backdrop", str(film))


def test_words_that_are_not_drawn_are_said_and_the_path_is_the_answer(shell):
    out = shell.folder / "shot.mp4"
    outcome = shell("create", PROMPT, "-o", out)
    assert outcome.out == f"{out}\n"
    assert "Not drawn in drafts: samurai." in outcome.err


def test_json_tells_the_film_and_what_was_understood_where(shell):
    out = shell.folder / "shot.mp4"
    answer = json.loads(shell("create", PROMPT, "-o", out, "--json").out)
    assert answer["path"] == str(out)
    assert (answer["frames"], answer["seconds"], answer["rate"]) == (240, 10.0, "24")
    boat = answer["understanding"][0]
    assert PROMPT[boat["start"] : boat["stop"]] == boat["text"] == "sailboat"
    assert boat["outcome"] == "drawn"


def test_progress_goes_to_standard_error_up_to_the_last_frame(shell):
    outcome = shell("create", PROMPT, "-o", shell.folder / "shot.mp4")
    assert "frame 240 of 240" in outcome.err
