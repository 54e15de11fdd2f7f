"""Projects of every earlier schema still open."""

import shutil
from pathlib import Path

from app.migrations import MIGRATIONS, SCHEMA
from app.project_file import ProjectFile
from tests.app.keep_project import kept_film

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
