"""Edits of the selected clips: shown while a control moves, one step when it rests."""

from collections.abc import Callable

from app.document.clip import Clip, ClipId
from app.document.project import Project
from app.session import Session

Verb = Callable[[Project, ClipId], Project]


class ClipEdits:
    """Applies a verb to every selected clip at once."""

    def __init__(self, session: Session) -> None:
        self.session = session

    @property
    def clip(self) -> Clip | None:
        """The clip whose values are shown: the one selected first."""
        sequence = self.session.shown.sequence
        for clip_id in self.session.selection:
            for track in sequence.tracks:
                for clip in track.clips:
                    if clip.id == clip_id:
                        return clip
        return None

    def attempt(self, verb: Verb) -> None:
        """Show what the verb would do."""
        self.session.preview(self._all(verb))

    def commit(self, label: str, verb: Verb) -> None:
        """Do it, as one step."""
        self.session.apply(label, self._all(verb))

    def leave(self) -> None:
        """Show the film as it is."""
        self.session.preview(None)

    def _all(self, verb: Verb) -> Callable[[Project], Project]:
        ids = self.session.selection

        def edit(project: Project) -> Project:
            for clip_id in ids:
                project = verb(project, clip_id)
            return project

        return edit
