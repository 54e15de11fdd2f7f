"""Shot: the prompt that made it, another take from a changed one, and which take shows."""

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout

from app.document.clip import Clip, ShotUse
from app.document.project import Draft, Project, Shot
from app.edits.takes import set_active_take
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.section import Section
from ui.inspector.title_section import QuietText
from ui.widgets.button import TextButton
from ui.widgets.label import label
from ui.widgets.segments import Segments
from ui.wording import figures


class ShotSection(Section):
    """Only shots have one."""

    def __init__(self, edits: ClipEdits) -> None:
        super().__init__(self.tr("Shot"), edits)
        self._shot: Shot | None = None
        self.prompt = QuietText(self.tr("Prompt of the shot"), self._nothing, self._restore)
        self.prompt.textChanged.connect(self._refresh)
        self.remix = TextButton(self.tr("Remix"))
        self.remix.setToolTip(self.tr("Make a new take from this prompt; the old one is kept"))
        self.remix.clicked.connect(self._remix)
        self.facts = label("", "faint")
        self._takes = QVBoxLayout()
        self.add_wide(self.prompt)
        self.add_wide(self.remix)
        self.add_wide(self.facts)
        self._grid.addLayout(self._takes, self._grid.rowCount(), 0, 1, 2)
        self.takes: Segments | None = None

    def fits(self, project: Project, clip: Clip) -> bool:
        """Only a shot has a prompt."""
        return isinstance(clip.use, ShotUse)

    def follow(self, project: Project, clip: Clip) -> None:
        """Show the clip's values."""
        assert isinstance(clip.use, ShotUse)
        shot = project.shot(clip.use.shot)
        if self._shot != shot:
            self._shot = shot
            self.prompt.show_text(shot.request.prompt)
            self._show_takes(shot)
        request = shot.take.recipe.request
        kind = self.tr("Draft") if isinstance(shot.take, Draft) else self.tr("Rendered")
        size = figures(f"{request.width} \u00d7 {request.height}")
        self.facts.setText(
            self.tr("{kind} · seed {seed} · {size}").format(kind=kind, seed=request.seed, size=size)
        )
        self._refresh()

    def _show_takes(self, shot: Shot) -> None:
        if self.takes:
            self._takes.removeWidget(self.takes)
            self.takes.deleteLater()
            self.takes = None
        if len(shot.takes) > 1:
            first = max(0, len(shot.takes) - 5)
            names = [
                (
                    str(i),
                    self.tr("Take {number}").format(number=i + 1)
                    if i == shot.active
                    else str(i + 1),
                )
                for i in range(first, len(shot.takes))
            ]
            self.takes = Segments(self.tr("Takes"), names)
            self.takes.set_value(str(shot.active))
            self.takes.chosen.connect(self._choose_take)
            self._takes.addWidget(self.takes)

    def _refresh(self) -> None:
        prompt = self.prompt.toPlainText().strip()
        before = self._shot.request.prompt if self._shot else ""
        self.remix.setEnabled(bool(prompt) and prompt != before)

    def _nothing(self) -> None:
        """Leaving the prompt changes nothing: Remix does."""

    def _restore(self) -> None:
        if self._shot:
            self.prompt.show_text(self._shot.request.prompt)
            self._refresh()

    def _remix(self) -> None:
        clip = self.edits.clip
        if clip and self._shot:
            prompt = self.prompt.toPlainText().strip()
            self.edits.session.remix(clip.id, replace(self._shot.request, prompt=prompt))

    def _choose_take(self, index: str) -> None:
        if self._shot:
            shot_id = self._shot.id
            self.edits.session.apply(
                "Change take", lambda project: set_active_take(project, shot_id, int(index))
            )
