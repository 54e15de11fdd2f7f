"""Bad input ends with 2, exactly one sentence, and no file."""

import os

import pytest

from engine.contract.events import EngineFault

BAD_OPTIONS = [
    (["--trim", "5"], "range of frames"),
    (["--trim", "9:5"], "holds no frame"),
    (["--trim", "100:251"], "--trim 100:251"),
    (["--trim", "250:"], "has 250 frames"),
    (["--trim", ":9", "--cut", ":9"], "no clip"),
    (["--cut", "a:b"], "range of frames"),
    (["--speed", "0"], "0.05 and 20"),
    (["--speed", "21"], "0.05 and 20"),
    (["--speed", "-1"], "0.05 and 20"),
    (["--speed", "fast"], "not a number"),
    (["--speed", "1/0"], "divides by zero"),
    (["--trim", ":2", "--speed", "20"], "less than one frame"),
    (["--freeze", "250:4"], "250"),
    (["--freeze", "3:0"], "can't be held"),
    (["--freeze", "3:99999999"], "beyond a day"),
    (["--loop", "spin"], "repeat or pingpong"),
    (["--loop", "repeat:0"], "1 to 1000"),
    (["--loop", "repeat:1000", "--loop", "repeat:1000"], "beyond a day"),
    (["--ramp", "0:1,0:2"], "rise"),
    (["--ramp", "5"], "ramp like"),
    (["--ramp", "0:1,90:2"], "between 0 and 250"),
    (["--ramp", "0:1,2:30"], "0.05 and 20"),
    (["--speed", "2", "--reverse", "--loop", "pingpong", "--ramp", "0:1,8:2"], "can't cross"),
    (["--look", "sepia"], "there are noir"),
    (["--look", "noir:2"], "0 to 1"),
    (["--logo", "absent.png"], "no file absent.png"),
    (["--title", " "], "some text"),
    (["--size", "big"], "like 1920x1080"),
    (["--size", "641x480"], "even number"),
    (["--size", "9000x480"], "even number"),
    (["--fps", "0"], "frame rate"),
    (["--fps", "1000"], "frame rate"),
    (["--frobnicate"], "not understood"),
]


@pytest.mark.parametrize(("options", "said"), BAD_OPTIONS, ids=lambda value: str(value))
def test_a_step_that_can_t_be_done_is_named(shell, options, said):
    assert said in shell.refuses("clip", shell.film(), "-o", shell.folder / "out.mp4", *options)


def test_a_missing_input_is_named(shell):
    assert "no file gone.mp4" in shell.refuses("clip", "gone.mp4", "-o", shell.folder / "o.mp4")


def test_a_folder_is_not_a_film(shell):
    assert "is a folder" in shell.refuses("clip", shell.folder, "-o", shell.folder / "o.mp4")


@pytest.mark.parametrize(("name", "said"), [("a.png", "still picture"), ("a.wav", "no picture")])
def test_what_does_not_move_is_not_a_film(shell, name, said):
    assert said in shell.refuses("clip", shell.film(name), "-o", shell.folder / "o.mp4")


def test_the_result_never_replaces_the_input(shell):
    film = shell.film()
    (shell.folder / "same.mp4").symlink_to(film)
    for name in ("in.mp4", "same.mp4"):
        assert "another name" in shell.refuses("clip", film, "-o", shell.folder / name)
    assert film.read_bytes() == b"film"


@pytest.mark.parametrize(
    ("target", "said"),
    [("out.avi", "must end in .mp4"), ("no/where/o.mp4", "isn't there"), ("f.mp4", "a folder")],
)
@pytest.mark.parametrize("command", ["create", "clip"])
def test_a_target_that_can_t_be_written_is_refused_first(shell, command, target, said):
    (shell.folder / "f.mp4").mkdir()
    subject = "the sea" if command == "create" else shell.film()
    assert said in shell.refuses(command, subject, "-o", shell.folder / target)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_locked_folder_is_refused(shell):
    locked = shell.folder / "locked"
    locked.mkdir(mode=0o500)
    assert "can't be written to" in shell.refuses("create", "sea", "-o", locked / "o.mp4")


BAD_SHOTS = [
    (["--seconds", "0"], "less than one frame"),
    (["--seconds", "0.01"], "less than one frame"),
    (["--seconds", "61"], "at most 60"),
    (["--seconds", "long"], "not a number"),
    (["--fps", "5"], "between 12 and 60"),
    (["--seed", "-1"], "whole number"),
    (["--seed", "99999999999"], "largest seed"),
    (["--size", "10x10"], "even number"),
    (["--model", "sora"], "There is no model sora"),
    (["--logo", "absent.png"], "no file absent.png"),
    (["--look", "sepia"], "there are noir"),
]


@pytest.mark.parametrize(("options", "said"), BAD_SHOTS, ids=lambda value: str(value))
def test_a_shot_that_can_t_be_made_is_refused(shell, options, said):
    assert said in shell.refuses("create", "the sea", "-o", shell.folder / "out.mp4", *options)


def test_an_empty_prompt_is_refused(shell):
    assert "prompt is empty" in shell.refuses("create", "  ", "-o", shell.folder / "out.mp4")


@pytest.mark.parametrize("option", ["logo", "subject", "image", "palette", "first", "last"])
def test_a_film_is_no_picture_for_a_shot(shell, option):
    film = shell.film()
    refusal = shell.refuses("create", "sea", "-o", shell.folder / "out.mp4", f"--{option}", film)
    assert "not a picture" in refusal


def test_a_picture_is_no_film_for_a_shot(shell):
    picture = shell.film("still.png")
    refusal = shell.refuses("create", "sea", "-o", shell.folder / "out.mp4", "--video", picture)
    assert "not a film" in refusal and "--image" in refusal


def test_a_shot_has_one_backdrop(shell):
    files = ["--video", shell.film(), "--backdrop", shell.film("still.png")]
    refusal = shell.refuses("create", "sea", "-o", shell.folder / "out.mp4", *files)
    assert "not allowed with" in refusal


def test_missing_words_are_named(shell):
    assert "IN, -o/--output" in shell.refuses("clip")
    assert "-o/--output" in shell.refuses("create", "the sea")
    assert "prompt is empty" in shell.refuses("create", "-o", shell.folder / "out.mp4")


@pytest.mark.parametrize("command", ["frob", "model", "verify"])
def test_unknown_commands_are_named(shell, command):
    assert f"no command '{command}'" in shell.refuses(command)


@pytest.mark.parametrize(
    "reason", ["media_missing", "media_unreadable", "media_unsupported", "media_too_large"]
)
def test_what_the_engine_finds_wrong_with_the_input_counts_as_bad_input(shell, reason):
    shell.probe_fault = EngineFault(reason, "the file", "technical words")
    assert "the file" in shell.refuses("clip", shell.film(), "-o", shell.folder / "out.mp4")


def test_a_failure_of_the_work_itself_ends_with_1_and_its_detail(shell):
    shell.fault = EngineFault("engine_died", "exporter", "Killed")
    outcome = shell("clip", shell.film(), "-o", shell.folder / "out.mp4")
    assert outcome.status == 1
    assert outcome.err.endswith("try again.\nKilled\n")
    assert not (shell.folder / "out.mp4").exists()
