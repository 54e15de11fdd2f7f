"""Projects of every earlier schema still open."""

import shutil
from pathlib import Path

from app.jobs import Interrupted, JobQueue, Waiting
from app.makings import Makings
from app.migrations import MIGRATIONS, SCHEMA
from app.model_shelf import ModelShelf
from app.project_file import ProjectFile
from app.work import Export
from engine.contract.events import Done
from tests.app.keep_project import KEPT_FILMS, kept_film
from tests.fakes.engine import FakeEngine

KEPT = Path(__file__).parent / "kept_projects"


def test_there_is_a_migration_and_a_kept_file_for_every_schema():
    assert set(MIGRATIONS) == set(range(1, SCHEMA))
    names = {path.name for path in KEPT.iterdir()}
    assert names == {f"schema_{number}.laqta" for number in range(1, SCHEMA + 1)}


def test_every_kept_file_opens_as_the_film_it_was(tmp_path: Path):
    for kept in sorted(KEPT.iterdir()):
        shutil.copy(kept, tmp_path / kept.name)
        file = ProjectFile.open(tmp_path / kept.name)
        history = file.history()
        assert history.project == kept_film()
        assert history.labels == ("", "Add everything", "Nudge")
        assert [version.name for version in file.versions()] == ["first cut"]


def test_every_kept_queue_goes_on_with_the_exports_that_it_had(tmp_path: Path):
    for kept in sorted(KEPT.iterdir()):
        shutil.copy(kept, tmp_path / kept.name)
        table = ProjectFile.open(tmp_path / kept.name).jobs
        engine = FakeEngine()
        makings = Makings(engine, ModelShelf(engine), lambda: tmp_path, lambda work, made: made)
        jobs = JobQueue(engine, table, makings).jobs
        assert [type(job.state) for job in jobs] == [Done, Interrupted, Waiting]
        assert [job.path for job in jobs] == list(KEPT_FILMS)
        assert all(isinstance(job.work, Export) and job.work.plan.layers for job in jobs)
