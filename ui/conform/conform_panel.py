"""The conform sheet: which shots, with which model, how near to the drafts, and what it costs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.conforming import conform, shots_shown
from app.document.clip import ShotId
from app.errors import EditRefused, Trouble, trouble_of
from engine.contract.models import Forecast
from ui import clip_verbs
from ui.conform.shot_row import ShotRow
from ui.desk import Desk
from ui.models.model_words import duration_text, memory_text, time_text
from ui.models.run_fields import RunFields
from ui.widgets.button import TextButton
from ui.widgets.label import label
from ui.widgets.scroller import Scroller, fill_height
from ui.widgets.segments import Segments
from ui.wording import sentences

TALLEST = 360
"""Pixels of the list of shots at most."""


class ConformPanel(QWidget):
    """`done`: the takes are queued, or aren't wanted. `models_wanted`: the list of models."""

    done = Signal()
    models_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self._selected = clip_verbs.selected_shots(desk.session)
        self._shots = shots_shown(desk.session.project)
        self._rows = [ShotRow(desk.stills, shot) for shot in self._shots]
        self.scope = Segments(
            self.tr("Which shots"),
            [("selected", self.tr("Selected")), ("film", self.tr("Whole film"))],
        )
        self.scope.set_value("selected" if self._selected else "film")
        self.scope.setEnabled(bool(self._selected))
        self.run = RunFields(desk, alone=False)
        self.notes = label("", "faint", wrap=True)
        self.notes.setAccessibleName(self.tr("What the model does otherwise"))
        self.total = label("", "quiet", wrap=True)
        self.total.setAccessibleName(self.tr("In all"))
        self.start = TextButton("", "primary", "conform")
        self.cancel = TextButton(self.tr("Cancel"), "quiet")
        self._lay_out()
        self._listen()
        self._pick()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(self.tr("Conform"), "heading"))
        told = self.tr(
            "A model makes these shots anew. Cuts, speeds, looks and titles stay as they are; "
            "each take swaps in when it is done."
        )
        head.addWidget(label(told, "quiet", wrap=True))
        column.addLayout(head)
        column.addWidget(self.scope)
        self.scope.setVisible(bool(self._selected))
        column.addWidget(self._list())
        column.addWidget(self.run)
        column.addWidget(self.notes)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.total, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.start)
        column.addLayout(foot)

    def _list(self) -> Scroller:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        for row in self._rows:
            rows.addWidget(row)
        rows.addStretch(1)
        self._area = Scroller(content, 0)
        return self._area

    def _listen(self) -> None:
        for row in self._rows:
            row.toggled.connect(self._refresh)
        self.scope.chosen.connect(self._pick)
        self.run.changed.connect(self._refresh)
        self.run.models_wanted.connect(self.models_wanted)
        self._desk.forecasts.arrived.connect(self._refresh)
        self._desk.bridge.models_changed.connect(self._refresh)
        self.cancel.clicked.connect(self.done)
        self.start.clicked.connect(self.begin_conform)

    def begin(self) -> None:
        """Take the keys, and as much room as the window has."""
        self._give_room()
        self.start.setFocus()

    def _give_room(self) -> None:
        """As much to the list as the rest leaves of the window."""
        shown = sum(not row.isHidden() for row in self._rows)
        fill_height(self._area, self, min(max(shown, 1) * 60, TALLEST))

    def rows(self) -> list[ShotRow]:
        """One for each shot of the film, in its order."""
        return list(self._rows)

    def picked(self) -> list[ShotId]:
        """The shots that would be made."""
        return [row.shot for row in self._rows if row.isChecked() and not row.isHidden()]

    def _pick(self) -> None:
        """Pick what the choice above says; of the whole film what doesn't show such a take yet."""
        whole = self.scope.value == "film"
        wanted = self._due() if whole else set(self._selected)
        for row in self._rows:
            row.setVisible(whole or row.shot in self._selected)
            row.setChecked(row.shot in wanted)
        self._refresh()

    def _due(self) -> set[ShotId]:
        run = self.run
        works = conform(
            self._session.project, None, run.model, run.profile, run.framing, run.strength
        )
        return {work.shot for work in works}

    def _refresh(self) -> None:
        forecasts = [self._show_row(row) for row in self._rows]
        known = [
            forecast
            for row, forecast in zip(self._rows, forecasts, strict=True)
            if row.shot in self.picked()
        ]
        self._show_notes()
        count = len(self.picked())
        self.start.setText(self.tr("Conform %n shots", "", count))
        self.start.setAccessibleName(self.start.text())
        self.start.setEnabled(count > 0 and self.run.ready)
        self.total.setText(self._total_text(known))

    def _show_notes(self) -> None:
        """What the model does otherwise than asked: in all picked shots here, each in its row."""
        told = {row: self._notes_of(row) for row in self._rows}
        picked = [set(told[row]) for row in self._rows if row.shot in self.picked()]
        common = set.intersection(*picked) if picked else set[str]()
        first = next((told[row] for row in self._rows if row.shot in self.picked()), ())
        self.notes.setText(" ".join(note for note in first if note in common))
        self.notes.setVisible(bool(self.notes.text()))
        for row, notes in told.items():
            row.show_notes(notes)
        if self.isVisible():
            self._give_room()

    def _notes_of(self, row: ShotRow) -> tuple[str, ...]:
        return self.run.notes(self._session.project.shot(row.shot).request)

    def _show_row(self, row: ShotRow) -> Forecast | None:
        """What the shot would cost; None while that isn't known, or where it can't be made."""
        request = self._session.project.shot(row.shot).request
        if not self.run.model:
            row.show_cost("", "")
            return None
        problem = self.run.problem(request) if self.run.ready else None
        answer = self._desk.forecasts.of(
            request, self.run.model, self.run.profile, self.run.framing
        )
        if isinstance(answer, Trouble):
            problem = problem or answer
        if problem or not isinstance(answer, Forecast):
            row.show_cost("", "", sentences(problem) if problem else "")
            return None
        row.show_cost(time_text(answer), memory_text(answer))
        return answer

    def _total_text(self, known: list[Forecast | None]) -> str:
        if not self.run.model:
            return self.tr("Get a model first.")
        if not self.run.ready:
            return self.tr("This model isn't here yet.")
        forecasts = [forecast for forecast in known if forecast]
        if not known:
            return self.tr("No shot is picked.")
        if len(forecasts) < len(known):
            return self.tr("Working out time and memory…")
        hungriest = max(forecasts, key=lambda each: (each.video_memory, each.memory))
        time = duration_text(sum(each.seconds for each in forecasts))
        text = self.tr("About {time} in all · {memory} at most")
        return text.format(time=time, memory=memory_text(hungriest))

    def begin_conform(self) -> None:
        """Queue the takes."""
        if not self.start.isEnabled():
            return
        run = self.run
        run.remember()
        try:
            self._session.conform(self.picked(), run.model, run.profile, run.framing, run.strength)
        except EditRefused as refused:
            self._desk.bridge.troubled.emit(trouble_of(refused))
        self.done.emit()
