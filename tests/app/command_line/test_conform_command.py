"""conform: a project's shots become takes in the file, and its edit stays."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.document.project import Draft, Project, Rendered
from app.flatten import plan_of
from app.project_file import ProjectFile
from engine.contract.events import EngineFault
from engine.contract.shot import MediaRef, Reference
from tests.app.test_conforming import six_drafts, without_sources
from tests.fakes.documents import film_of

WAN = "fake/wan-small"


@pytest.fixture
def project(shell) -> Path:
    """A project with a cut of six drafts."""
    path = shell.folder / "film.laqta"
    ProjectFile.create(path, six_drafts()).close()
    return path


def stored(path: Path) -> Project:
    file = ProjectFile.open(path)
    project = file.history().project
    file.close()
    return project


def test_all_shots_are_made_and_nothing_else_changes(shell, project):
    outcome = shell("conform", project, "--model", WAN, "--json")
    answer = json.loads(outcome.out)
    assert (outcome.status, answer["failures"]) == (0, [])
    assert [take["shot"] for take in answer["takes"]] == [f"shot-{n}" for n in range(1, 7)]
    assert all(take["shown"] and Path(take["path"]).is_file() for take in answer["takes"])
    before, after = plan_of(six_drafts()), plan_of(stored(project))
    assert without_sources(after) == without_sources(before)
    assert answer["frames"] == before.frames
    assert "shot-2 (2 of 6): a calm sea 2" in outcome.err
    again = shell("conform", project, "--model", WAN)
    assert (again.status, again.out) == (0, "") and "already" in again.err


def test_named_shots_are_made_with_the_draft_s_framing(shell, project):
    outcome = shell("conform", project, "--model", WAN, "--shots", "shot-2,shot-5",
                    "--keep-framing", "--strength", "0.3", "--profile", "fast")  # fmt: skip
    assert outcome.out.count("\n") == 2
    runs = [making.run for making in outcome.made]
    assert {(run.task, run.framing, run.strength, run.profile) for run in runs} == {
        ("control", True, 0.3, "fast")
    }
    takes = [shot.take for shot in stored(project).shots]
    assert [isinstance(take, Rendered) for take in takes] == [n in (2, 5) for n in range(1, 7)]


def test_one_shot_that_fails_stops_no_other(shell, project):
    shell.make_fault = EngineFault("out_of_memory", "832 × 480")
    outcome = shell("conform", project, "--model", WAN)
    assert outcome.status == 1 and "1 of 6 takes could not be made" in outcome.err
    takes = [shot.take for shot in stored(project).shots]
    assert isinstance(takes[0], Draft) and all(isinstance(take, Rendered) for take in takes[1:])


def test_a_project_that_is_open_in_the_studio_is_not_touched(shell, project):
    studio = ProjectFile.open(project)
    assert "is open in another Laqta" in shell.refuses("conform", project, "--model", WAN)
    assert studio.history().labels == ("",)
    studio.close()


def test_jobs_that_wait_in_the_project_are_left_alone(shell, project):
    file = ProjectFile.open(project)
    file.jobs.put(1, b"a row of its own")
    file.close()
    assert shell("conform", project, "--model", WAN, "--shots", "shot-1").status == 0
    file = ProjectFile.open(project)
    assert file.jobs.all() == [(1, b"a row of its own")]
    file.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--model", "fake/wan-far"], "is not on this machine"),
        (["--model", WAN, "--shots", "shot-9"], "There is no shot shot-9"),
        (["--model", WAN, "--shots", ","], "neither all nor names"),
        (["--model", WAN, "--strength", "-1"], "not a strength"),
        ([], "--model"),
    ],
)
def test_what_can_t_be_done_is_one_sentence(shell, project, words, said):
    assert said in shell.refuses("conform", project, *words)


def test_a_project_without_clips_is_refused(shell):
    path = shell.folder / "empty.laqta"
    ProjectFile.create(path, Project.empty()).close()
    assert "nothing on the timeline" in shell.refuses("conform", path, "--model", WAN)


def test_a_missing_reference_is_named(shell):
    film = film_of(30)
    logo = Reference("logo", MediaRef("/media/gone.png", "gone"))
    shot = film.shots[0]
    shot = replace(shot, request=replace(shot.request, references=(logo,)))
    path = shell.folder / "film.laqta"
    ProjectFile.create(path, replace(film, shots=(shot,))).close()
    assert "/media/gone.png, which shot-1" in shell.refuses("conform", path, "--model", WAN)
