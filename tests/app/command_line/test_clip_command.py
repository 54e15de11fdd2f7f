"""clip: steps in the order given, on exact time maps, with the sound on the same map."""

import json
from fractions import Fraction

from engine.contract.plan import Look, MediaSource, Title
from engine.contract.time import Rate
from engine.contract.timemap import TimeMap

TEN_SECONDS = TimeMap.straight(Fraction(10))
RATE = Rate(25)


def shown(plan):
    """The input's frame that each frame of the film shows."""
    time_map = plan.layers[0].time_map
    frames = range(plan.frames)
    return [RATE.frame_at(time_map.source_of_frame(frame, plan.rate)) for frame in frames]


def test_without_steps_every_frame_is_kept(shell):
    plan = shell("clip", shell.film(), "-o", shell.folder / "out.mp4").plan
    assert (plan.width, plan.height, plan.rate, plan.frames) == (1280, 720, RATE, 250)
    assert shown(plan) == list(range(250))


def test_a_trim_double_speed_and_ping_pong_give_what_help_says(shell):
    plan = shell(
        "clip", shell.film(), "-o", shell.folder / "out.mp4",
        "--trim", "24:144", "--speed", "2", "--loop", "pingpong:2",
    ).plan  # fmt: skip
    there = list(range(24, 144, 2))
    assert shown(plan) == there + there[::-1]


def test_the_order_on_the_line_is_the_order_of_work(shell):
    film, out = shell.film(), shell.folder / "out.mp4"
    trimmed_first = shell("clip", film, "-o", out, "--trim", "100:110", "--speed", "0.5").plan
    slowed_first = shell("clip", film, "-o", out, "--speed", "0.5", "--trim", "100:110").plan
    assert shown(trimmed_first) == [100 + i // 2 for i in range(20)]
    assert shown(slowed_first) == [50 + i // 2 for i in range(10)]


def test_cut_reverse_and_freeze_count_frames_as_they_are_then(shell):
    plan = shell(
        "clip", shell.film(), "-o", shell.folder / "out.mp4",
        "--trim", ":10", "--cut", "3:5", "--reverse", "--freeze", "2:3",
    ).plan  # fmt: skip
    assert shown(plan) == [9, 8, 7, 7, 7, 7, 6, 5, 2, 1, 0]


def test_a_loop_plays_twice_when_no_count_is_given(shell):
    plan = shell(
        "clip", shell.film(), "-o", shell.folder / "out.mp4", "--trim", "248:", "--loop", "repeat"
    ).plan
    assert shown(plan) == [248, 249, 248, 249]


def test_a_ramp_speaks_seconds(shell):
    plan = shell(
        "clip", shell.film(), "-o", shell.folder / "out.mp4", "--ramp", "0:1,2:0.5,4:1"
    ).plan
    expected = TEN_SECONDS.ramped(
        ((0, Fraction(1)), (50, Fraction(1, 2)), (100, Fraction(1))), RATE
    )
    assert plan.layers[0].time_map == expected


def test_the_sound_is_on_the_picture_s_map(shell):
    plan = shell(
        "clip", shell.film(), "-o", shell.folder / "out.mp4", "--speed", "1.5", "--keep-pitch"
    ).plan
    (sound,) = plan.sounds
    assert sound.time_map == plan.layers[0].time_map
    assert sound.span == plan.layers[0].span
    assert sound.keep_pitch


def test_a_silent_film_stays_silent(shell):
    film = shell.film(sample_rate=0, channels=0)
    assert shell("clip", film, "-o", shell.folder / "out.mp4").plan.sounds == ()


def test_another_frame_rate_keeps_the_length_and_counts_steps_in_the_input_s_frames(shell):
    plan = shell(
        "clip", shell.film(), "-o", shell.folder / "out.mp4", "--fps", "50", "--trim", "10:20"
    ).plan
    assert (plan.rate, plan.frames) == (Rate(50), 20)
    assert shown(plan) == [10 + i // 2 for i in range(20)]


def test_a_varying_rate_is_counted_at_the_nearest_standard_one_and_that_is_said(shell):
    film = shell.film(rate=Rate(2987, 100), constant_rate=False, frames=299)
    outcome = shell("clip", film, "-o", shell.folder / "out.mp4")
    assert (outcome.plan.rate, outcome.plan.frames) == (Rate(30000, 1001), 299)
    assert "varies" in outcome.err


def test_odd_sizes_lose_a_line(shell):
    film = shell.film(width=853, height=481)
    plan = shell("clip", film, "-o", shell.folder / "out.mp4").plan
    assert (plan.width, plan.height) == (852, 480)
    assert plan.layers[0].transform.fill


def test_another_size_shows_the_whole_picture(shell):
    plan = shell("clip", shell.film(), "-o", shell.folder / "out.mp4", "--size", "720x1280").plan
    assert (plan.width, plan.height) == (720, 1280)
    assert not plan.layers[0].transform.fill


def test_looks_restyle_the_film_and_not_the_logo_or_title_above_it(shell):
    shell.film("mark.png")
    plan = shell(
        "clip", shell.film(), "-o", shell.folder / "out.mp4",
        "--look", "noir:0.5", "--look", "golden",
        "--logo", f"{shell.folder / 'mark.png'}@top-left", "--title", "mail me@home@top",
    ).plan  # fmt: skip
    film, logo, title = plan.layers
    assert film.looks == (Look("noir", 0.5), Look("golden"))
    assert isinstance(logo.source, MediaSource) and logo.looks == ()
    assert title.source == Title("mail me@home") and title.transform.y < 0.2
    assert logo.span == title.span == film.span


def test_a_logo_keeps_the_same_margin_on_both_sides(shell):
    shell.film("mark.png")
    plan = shell(
        "clip", shell.film(), "-o", shell.folder / "out.mp4", "--logo", shell.folder / "mark.png"
    ).plan
    where = plan.layers[1].transform
    width, height = 1280 * where.scale, 1280 * where.scale / 2
    right = 1280 - (where.x * 1280 + width / 2)
    below = 720 - (where.y * 720 + height / 2)
    assert abs(right - below) < 1e-6 and abs(right - 36) < 1e-6


def test_json_tells_what_was_found_in_the_file(shell):
    out = shell.folder / "out.mp4"
    outcome = shell("clip", shell.film(), "-o", out, "--json")
    answer = json.loads(outcome.out)
    assert answer["path"] == str(out)
    assert answer["rate"] == "25" and answer["frames"] == 250


def test_without_json_the_path_is_the_whole_answer(shell):
    out = shell.folder / "out.mp4"
    assert shell("clip", shell.film(), "-o", out).out == f"{out}\n"
