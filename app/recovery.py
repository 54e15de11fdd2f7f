"""Projects that have no place of their own yet: they lie in one folder and outlive a crash."""

from datetime import UTC, datetime
from pathlib import Path

from app.document.project import Project
from app.errors import FileRefused
from app.project_file import SUFFIX, ProjectFile, latest_readable


def new_unsaved(folder: Path) -> ProjectFile:
    """A new, empty project in the folder. Raises FileRefused."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    return ProjectFile.create(folder / f"untitled-{stamp}{SUFFIX}", Project.empty())


def salvaged(damaged: Path, folder: Path) -> ProjectFile:
    """A new project in the folder with what a damaged one still holds. Raises FileRefused."""
    project = latest_readable(damaged)
    file = new_unsaved(folder)
    file.append("Salvage", project)
    return file


def latest_unsaved(folder: Path) -> ProjectFile | None:
    """The newest project in the folder that opens, has an edit, and isn't open elsewhere."""
    for path in sorted(folder.glob(f"untitled-*{SUFFIX}"), reverse=True):
        try:
            file = ProjectFile.open(path)
        except FileRefused:
            continue
        if is_worth_keeping(file):
            return file
        discard(file)
    return None


def is_worth_keeping(file: ProjectFile) -> bool:
    """Whether anything was done in it, or is to be done: a model may be on its way."""
    return len(file.history().labels) > 1 or bool(file.jobs.all())


def discard(file: ProjectFile) -> None:
    """Close an unsaved project and take its file away."""
    file.close()
    file.path.unlink(missing_ok=True)
