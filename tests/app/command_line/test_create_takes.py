"""create with a model: takes, takes made again, and many shots from a table."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from engine.contract.events import EngineFault
from engine.contract.time import Rate
from tests.fakes.maker import take_in

WAN, LTX, FAR = "fake/wan-small", "fake/ltx-sound", "fake/wan-far"
PROMPT = "a sailboat on a calm sea"


def take(shell, *words: object, name: str = "take.mp4"):
    """Carry out create with a small model."""
    return shell("create", PROMPT, "-o", shell.folder / name, "--model", WAN, *words)


def test_a_take_has_the_model_s_size_count_and_rate(shell):
    outcome = take(shell, "--size", "640x360", "--seconds", "2", "--seed", "7", "--json")
    answer = json.loads(outcome.out)
    assert (answer["width"], answer["height"], answer["frames"]) == (656, 368, 33)
    assert (answer["rate"], answer["seconds"], answer["seed"]) == ("16", 33 / 16, 7)
    assert (answer["model"], answer["task"], answer["profile"]) == (WAN, "text", "quality")
    assert answer["path"] == str(shell.folder / "take.mp4")
    assert "The model makes 16 frames a second." in answer["notes"]
    assert "The model makes 16 frames a second." in outcome.err
    assert list(shell.folder.iterdir()) == [shell.folder / "take.mp4"]


def test_every_option_reaches_the_maker(shell):
    logo = shell.film("logo.png")
    (making,) = take(shell, "--profile", "fast", "--framing", "--strength", "0.25",
                     "--logo", logo).made  # fmt: skip
    run = making.run
    assert (run.task, run.profile, run.framing, run.strength) == ("control", "fast", True, 0.25)
    assert making.profile and making.profile.steps == 4
    assert making.request.references[0].media.path == str(logo)
    assert making.weights.fingerprint == f"fingerprint of {WAN}"


def test_the_stages_and_the_time_that_is_left_go_to_standard_error(shell):
    outcome = take(shell)
    assert outcome.out == f"{shell.folder / 'take.mp4'}\n"
    for words in ("loading the model", "making pictures", "writing", "left"):
        assert words in outcome.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--model", FAR], f"wan-far is not on this machine; bring it with 'models get {FAR}'"),
        (["--model", "sora"], "There is no model sora; 'models list' names them all"),
        (["--model", "fake/wan-smal"], f"There is no model fake/wan-smal; there is {WAN} and "),
        (["--look", "noir"], "--look is for drafts"),
        (["-o", "take.webm"], "A model's take is an MP4"),
        (["--strength", "2"], "is not a strength from 0 to 1"),
        (["--profile", "slow"], "invalid choice: 'slow'"),
        (["--again", "a.mp4"], "leave the other one away"),
        (["--batch", "a.csv"], "leave the other one away"),
        (["--model", "animatic", "--framing"], "--framing is for models"),
    ],
)
def test_what_can_t_be_done_is_one_sentence(shell, words, said):
    assert said in shell.refuses(
        "create", PROMPT, "-o", shell.folder / "take.mp4", "--model", WAN, *words
    )


def test_a_take_that_fails_leaves_nothing_and_ends_with_1(shell):
    shell.make_fault = EngineFault("out_of_memory", "832 × 480")
    outcome = take(shell)
    assert outcome.status == 1 and "not enough memory" in outcome.err
    assert list(shell.folder.iterdir()) == []


def test_a_take_is_made_again_by_the_recipe_in_it(shell):
    take(shell, "--seed", "5", "--profile", "fast", "--seconds", "3")
    first, again = shell.folder / "take.mp4", shell.folder / "again.mp4"
    outcome = shell("create", "--again", first, "-o", again)
    assert (outcome.status, outcome.out) == (0, f"{again}\n")
    assert take_in(str(again)).recipe == take_in(str(first)).recipe
    assert outcome.made[0].run.profile == "fast" and outcome.made[0].profile.steps == 4


def test_only_a_take_is_made_again_and_only_as_it_was(shell):
    film = shell.film("film.mp4")
    out = shell.folder / "out.mp4"
    assert "carries no recipe" in shell.refuses("create", "--again", film, "-o", out)
    said = shell.refuses("create", "--again", film, "-o", out, "--seed", "3")
    assert "leave --seed away" in said
    assert "read and can't be written" in shell.refuses("create", "--again", film, "-o", film)
    assert "There is no file" in shell.refuses("create", "--again", "nothing.mp4", "-o", out)


def table(shell, *lines: str) -> Path:
    path = shell.folder / "shots.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_a_table_gives_drafts_and_takes_with_the_words_of_the_line_for_what_is_empty(shell):
    rows = table(
        shell, "prompt,seconds,size,fps,seed,model",
        "a calm sea,2,640x360,25,3,", f'"a city, at night",1.5,,,,{WAN}',
        "بحر هادئ,,,,,animatic", f"a forest,,320x192,,9,{LTX}",
    )  # fmt: skip
    folder = shell.folder / "films"
    outcome = shell("create", "--batch", rows, "-o", folder, "--seconds", "4", "--json")
    films = json.loads(outcome.out)["films"]
    assert [Path(film["path"]).name for film in films] == [f"00{n}.mp4" for n in range(1, 5)]
    assert [film["seconds"] for film in films] == [2, 25 / 16, 4, 97 / 24]
    assert sorted(path.name for path in folder.iterdir()) == [f"00{n}.mp4" for n in range(1, 5)]
    wan, ltx = (making.request for making in outcome.made)
    assert (wan.prompt, wan.seconds, wan.seed) == ("a city, at night", Fraction(3, 2), 1)
    assert (ltx.width, ltx.seed, ltx.rate) == (320, 9, Rate(24))


def test_rows_of_one_model_are_made_in_a_row(shell):
    models = [WAN, LTX, WAN, LTX]
    rows = table(shell, "prompt,model", *(f"shot {n},{model}" for n, model in enumerate(models)))
    outcome = shell("create", "--batch", rows, "-o", shell.folder / "films")
    assert [making.request.model for making in outcome.made] == [WAN, WAN, LTX, LTX]
    assert [Path(line).name for line in outcome.out.split()] == [f"00{n}.mp4" for n in range(1, 5)]


def test_a_storyboard_gives_a_shot_for_each_line(shell):
    board = shell.folder / "board.txt"
    board.write_text("a red boat, at sea\n\n  قارب أحمر  \n", "utf-8-sig")
    words = ("--model", WAN, "--seconds", "2")
    outcome = shell("create", "--batch", board, "-o", shell.folder / "films", *words)
    assert [making.request.prompt for making in outcome.made] == ["a red boat, at sea", "قارب أحمر"]
    assert [Path(line).name for line in outcome.out.split()] == ["001.mp4", "002.mp4"]
    board.write_bytes(b"\xff\xfe\x00")
    other = shell.folder / "others"
    assert "is not a text in UTF-8" in shell.refuses("create", "--batch", board, "-o", other)


def test_variations_differ_by_their_seeds(shell):
    folder, most = shell.folder / "films", 2**31 - 1
    words = ("--variations", "3", "--seed", most - 1, "--model", WAN)
    outcome = shell("create", "a calm sea", "-o", folder, *words)
    assert [making.request.seed for making in outcome.made] == [most - 1, most, 0]
    assert [Path(line).name for line in outcome.out.split()] == [f"00{n}.mp4" for n in (1, 2, 3)]
    assert "no prompt to vary" in shell.refuses("create", "-o", folder, "--variations", "3")
    said = shell.refuses("create", "a sea", "-o", folder, "--variations", "0")
    assert "is not a number from 1 to 999" in said


def test_a_maker_that_dies_is_replaced_once(shell):
    shell.make_fault = EngineFault("engine_died", "maker")
    outcome = take(shell)
    assert outcome.status == 0 and "begun anew" in outcome.err
    assert (shell.folder / "take.mp4").is_file()


def test_a_model_is_called_in_any_case(shell):
    assert take(shell, "--model", WAN.upper()).made[0].request.model == WAN


def test_one_row_that_fails_stops_no_other(shell):
    shell.make_fault = EngineFault("out_of_memory", "832 × 480")
    rows = table(shell, "prompt,model", f"one,{WAN}", f"two,{WAN}")
    outcome = shell("create", "--batch", rows, "-o", shell.folder / "films")
    assert outcome.status == 1
    assert outcome.out == f"{shell.folder / 'films' / '002.mp4'}\n"
    assert "001.mp4: There is not enough memory" in outcome.err
    assert outcome.err.endswith("1 of 2 films could not be made; see above.\n")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["prompt"], "has 0 rows"),
        (["promt", "a sea"], "has a column 'promt'"),
        (["seconds", "3"], "has no column 'prompt'"),
        (["prompt,seconds", "a sea,long"], "Line 2 of"),
        (["prompt,seconds", "a sea,3", ",4"], "Line 3 of"),
        (["prompt,seconds", "a sea,3,4"], "more cells than columns"),
        (["prompt,seconds", "a sea,600"], "can't be made"),
        (["prompt,model", "a sea,sora"], "There is no model sora"),
        (["prompt", '"a sea'], "is not a table"),
    ],
)
def test_a_table_that_can_t_be_followed_is_refused_before_anything_is_made(shell, lines, said):
    rows = table(shell, *lines)
    assert said in shell.refuses("create", "--batch", rows, "-o", shell.folder / "films")


def test_a_table_s_films_need_a_folder(shell):
    rows = table(shell, "prompt", "a sea")
    assert "is a file" in shell.refuses("create", "--batch", rows, "-o", shell.film())
    deep = shell.folder / "no" / "such"
    assert "can't be made" in shell.refuses("create", "--batch", rows, "-o", deep)


def test_a_take_is_made_aside_so_that_two_commands_may_write_one_film(shell):
    shell.make_fault = EngineFault("disk_full", "what it writes")
    path = shell.folder / "take.mp4"
    path.write_text("of who was quicker")
    assert take(shell).status == 1 and path.read_text() == "of who was quicker"
    shell.make_fault = None
    outcome = take(shell)
    assert outcome.made[0].path != str(path) and outcome.out == f"{path}\n"
    assert [each.name for each in shell.folder.iterdir()] == ["take.mp4"]
    assert take_in(str(path)).recipe.request.model == WAN
