"""Shot: the prompt that made it, another take from a changed one, and all its takes."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.document.clip import Clip, ShotUse
from app.document.project import Draft, Project, Rendered, Shot
from app.edits.takes import remove_take, set_active_take
from app.errors import EditRefused, trouble_of
from ui.desk import Desk
from ui.inspector.clip_edits import ClipEdits
from ui.inspector.section import Section
from ui.inspector.title_section import QuietText
from ui.takes.take_names import take_name
from ui.takes.take_strip import TakeStrip
from ui.takes.takes_to_come import takes_to_come
from ui.widgets.button import IconButton, TextButton
from ui.widgets.label import label
from ui.widgets.sign_line import SignLine
from ui.wording import figures


class ShotSection(Section):
    """Only shots have one. `compare_wanted`: two of its takes side by side; `final_wanted`: a take
    by a model."""

    compare_wanted = Signal(str)
    final_wanted = Signal()

    def __init__(self, edits: ClipEdits, desk: Desk) -> None:
        super().__init__(self.tr("Shot"), edits)
        self._desk = desk
        self._shot: Shot | None = None
        self.prompt = QuietText(self.tr("Prompt of the shot"), self._nothing, self._restore)
        self.prompt.textChanged.connect(self._refresh)
        self.remix = TextButton(self.tr("Remix"))
        self.remix.setToolTip(self.tr("Make a new take from this prompt; the old one is kept"))
        self.final = TextButton(self.tr("Make final…"), symbol="conform")
        self.final.setToolTip(self.tr("Let a model make this shot; the draft shows until then"))
        self.facts = label("", "faint")
        self.takes = TakeStrip(desk.stills)
        self.coming = SignLine("sparkle")
        self.compare = IconButton("compare", self.tr("Compare takes"), side=28)
        self.again = IconButton("reset", self.tr("Make this take again"), side=28)
        self.remove = IconButton("trash", self.tr("Remove this take"), side=28)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.add_wide(self.prompt)
        makers = QHBoxLayout()
        makers.setSpacing(8)
        makers.addWidget(self.remix, 1)
        makers.addWidget(self.final, 1)
        self._grid.addLayout(makers, self._grid.rowCount(), 0, 1, 2)
        self.add_wide(self.facts)
        verbs = QHBoxLayout()
        verbs.setSpacing(0)
        self._count = label("", "field")
        verbs.addWidget(self._count, 1)
        for button in (self.compare, self.again, self.remove):
            verbs.addWidget(button)
        self._grid.addLayout(verbs, self._grid.rowCount(), 0, 1, 2)
        self.add_wide(self.takes)
        self.add_wide(self.coming)

    def _listen(self) -> None:
        self.remix.clicked.connect(self._remix)
        self.final.clicked.connect(self.final_wanted)
        self.takes.chosen.connect(self._choose_take)
        self.compare.clicked.connect(self._compare)
        self.again.clicked.connect(self._make_again)
        self.remove.clicked.connect(self._remove)
        self._desk.bridge.models_changed.connect(self._show_shot)
        self._desk.bridge.queue_changed.connect(self._show_coming)

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
            self._show_shot()
        self._refresh()

    def _show_shot(self) -> None:
        shot = self._shot
        if shot is None:
            return
        models, take = self._desk.session.models.all, shot.take
        width, height = shot.request.width, shot.request.height
        if isinstance(take, Rendered):
            width, height = take.facts.width, take.facts.height
        self.facts.setText(
            self.tr("{kind} · seed {seed} · {size}").format(
                kind=take_name(take, models),
                seed=take.recipe.request.seed,
                size=figures(f"{width} \u00d7 {height}"),
            )
        )
        self._count.setText(self.tr("%n takes", "", len(shot.takes)))
        self.takes.show_takes(shot.takes, shot.active, models)
        several = len(shot.takes) > 1
        self.compare.setEnabled(several)
        self.remove.setEnabled(several)
        self.again.setEnabled(isinstance(take, Rendered))
        self._show_coming()

    def _show_coming(self) -> None:
        """Whether a take is on its way."""
        to_come = takes_to_come(self._desk.session.queue)
        coming = to_come.get(self._shot.id) if self._shot else None
        self.coming.setVisible(coming is not None)
        if coming is None:
            return
        text = self.tr("A take waits in the queue")
        if coming.part is not None:
            text = self.tr("A take is being made: {part}").format(part=f"{coming.part:.0%}")
        self.coming.show_line("sparkle", text)

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
        """A draft is drawn anew at once; what a model made is queued with the new prompt."""
        clip, shot = self.edits.clip, self._shot
        if clip is None or shot is None:
            return
        prompt, session = self.prompt.toPlainText().strip(), self.edits.session
        if isinstance(shot.take, Draft):
            session.remix(clip.id, replace(shot.request, prompt=prompt))
        else:
            self._queue(lambda: session.remake(shot.id, prompt, shot.request.seed))

    def _choose_take(self, index: int) -> None:
        if self._shot and index != self._shot.active:
            shot_id = self._shot.id
            self.edits.session.apply(
                "Change take", lambda project: set_active_take(project, shot_id, index)
            )

    def _compare(self) -> None:
        if self._shot:
            self.compare_wanted.emit(self._shot.id)

    def _make_again(self) -> None:
        shot = self._shot
        if shot:
            self._queue(lambda: self.edits.session.make_again(shot.id, shot.active))

    def _queue(self, order: Callable[[], object]) -> None:
        try:
            order()
        except EditRefused as refused:
            self._desk.bridge.troubled.emit(trouble_of(refused))

    def _remove(self) -> None:
        if self._shot:
            shot_id, index = self._shot.id, self._shot.active
            self.edits.session.apply(
                "Remove take", lambda project: remove_take(project, shot_id, index)
            )
