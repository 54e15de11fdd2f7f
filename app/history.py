"""Undo and redo: a list of document values with the names of the edits that made them."""

from collections.abc import Callable, Sequence

from app.document.project import Project

DEPTH = 500


class Step:
    """A document after the edit `label`; `load` gives it, now or when it is first needed."""

    def __init__(self, label: str, load: Callable[[], Project]) -> None:
        self.label = label
        self._load: Callable[[], Project] = load
        self._project: Project | None = None

    @classmethod
    def of(cls, label: str, project: Project) -> "Step":
        """A step whose document is at hand."""
        return cls(label, lambda: project)

    @property
    def project(self) -> Project:
        """The document."""
        if self._project is None:
            self._project = self._load()
        return self._project


class History:
    """Steps up to now and, after an undo, the ones ahead. The first step undoes nothing.

    step 0 - step 1 - [step 2] - step 3        undo goes left, redo right; an edit made now
                       position                takes the place of step 3
    """

    def __init__(self, steps: Sequence[Step], position: int) -> None:
        if not 0 <= position < len(steps):
            raise ValueError(f"step {position} is not among {len(steps)}")
        self._steps = list(steps)
        self._position = position

    @property
    def project(self) -> Project:
        """The document as it stands."""
        return self._steps[self._position].project

    @property
    def labels(self) -> tuple[str, ...]:
        """The names of all steps, oldest first."""
        return tuple(step.label for step in self._steps)

    @property
    def position(self) -> int:
        """Which of the labels is now."""
        return self._position

    @property
    def undo_label(self) -> str | None:
        """The edit that undo takes back; None at the beginning."""
        return self._steps[self._position].label if self._position else None

    @property
    def redo_label(self) -> str | None:
        """The edit that redo makes again; None at the end."""
        ahead = self._steps[self._position + 1 :]
        return ahead[0].label if ahead else None

    def do(self, label: str, project: Project) -> None:
        """A new step after this one; what was ahead is forgotten."""
        kept = self._steps[: self._position + 1][-DEPTH:]
        self._steps = [*kept, Step.of(label, project)]
        self._position = len(self._steps) - 1

    def undo(self) -> Project:
        """One step back; nothing happens at the beginning."""
        self._position = max(0, self._position - 1)
        return self.project

    def redo(self) -> Project:
        """One step ahead; nothing happens at the end."""
        self._position = min(len(self._steps) - 1, self._position + 1)
        return self.project
