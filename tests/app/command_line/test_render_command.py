"""render: a stored project, whole or in part."""

import json
from pathlib import Path

import pytest

from app.command_line.render_command import excerpt
from app.document.project import Project
from app.flatten import plan_of
from app.generation import create_shot
from app.project_file import ProjectFile
from engine.contract.shot import ShotRequest
from engine.contract.time import Span


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A project with two shots of ten seconds one after the other."""
    project = Project.empty()
    for prompt in ("the sea", "a city"):
        project, _ = create_shot(project, ShotRequest(prompt), "1", start=0)
    path = tmp_path / "film.laqta"
    file = ProjectFile.create(path, Project.empty())
    file.append("Create", project)
    file.close()
    return path


def stored(path: Path) -> Project:
    """What the file holds."""
    file = ProjectFile.open(path)
    try:
        return file.history().project
    finally:
        file.close()


def test_the_whole_film_is_the_plan_of_the_project(shell, film):
    out = shell.folder / "out.mp4"
    outcome = shell("render", film, "-o", out, "--json")
    assert outcome.plan == plan_of(stored(film))
    assert json.loads(outcome.out)["frames"] == 480
    assert sorted(path.name for path in shell.folder.iterdir()) == ["film.laqta", "out.mp4"]


def test_a_part_keeps_the_frames_where_they_were(shell, film):
    plan = shell("render", film, "-o", shell.folder / "o.mp4", "--from", "200", "--to", "300").plan
    whole = plan_of(stored(film))
    assert plan.frames == 100
    for frame in (0, 39, 40, 99):
        (part,), (full,) = plan.layers_at(frame), whole.layers_at(frame + 200)
        assert part.source == full.source and part.time_map == full.time_map
        assert frame - part.span.start == frame + 200 - full.span.start


def test_clips_outside_the_part_are_left_out(film):
    part = excerpt(plan_of(stored(film)), 300, None)
    assert [layer.span for layer in part.layers] == [Span(-60, 180)]
    assert len(part.sounds) == 1


@pytest.mark.parametrize(
    "words", [["--from", "480"], ["--to", "481"], ["--from", "9", "--to", "9"]]
)
def test_a_part_outside_the_film_is_refused(shell, film, words):
    assert "480" in shell.refuses("render", film, "-o", shell.folder / "o.mp4", *words)


def test_what_is_no_project_is_refused(shell):
    assert "not a Laqta project" in shell.refuses(
        "render", shell.film(), "-o", shell.folder / "out.mp4"
    )


def test_an_empty_project_is_refused(shell):
    path = shell.folder / "empty.laqta"
    ProjectFile.create(path, Project.empty()).close()
    assert "nothing on the timeline" in shell.refuses("render", path, "-o", shell.folder / "o.mp4")
