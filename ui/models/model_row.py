"""A row of the models' list: what a model makes, its licence and size, what it costs here, and
getting or checking it."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from app.errors import Trouble, trouble_of
from app.jobs import Job
from app.work import Download
from engine.contract.events import Done
from engine.contract.models import Forecast, Model
from ui import theme
from ui.desk import Desk
from ui.exporting.size_estimate import size_text
from ui.models.consent import Consent
from ui.models.cost_line import CostLine
from ui.models.download_line import DownloadLine
from ui.models.folder_line import FolderLine, place_of
from ui.models.model_words import barred_text, floor_text, licence_name, limits_of
from ui.models.task_chip import TaskChips
from ui.notes import note_text
from ui.widgets.button import TextButton
from ui.widgets.icon import glyph
from ui.widgets.label import give_role, label
from ui.widgets.sign_line import SignLine
from ui.wording import apart, figures, sentences

COMMIT_LETTERS = 40
"""A revision as long as this is a commit, whose size was told by the server."""


class ModelRow(QFrame):
    """Follows its model through `show_model` and its download through `show_download`.

    `asked`: what is asked before a download stands in it now.
    """

    asked = Signal()

    def __init__(self, desk: Desk, model: Model) -> None:
        super().__init__()
        self._desk, self._model = desk, model
        self._job: Job | None = None
        self._checking = False
        self.setObjectName("row")
        self.setAccessibleName(model.name)
        self.name = label(model.name, "title")
        self.standing = label("", "quiet")
        self._sign = QLabel()
        self.cost = CostLine()
        self.licence = SignLine("licence", "", "faint")
        self.terms = SignLine("")
        self.barred = SignLine("warning", "", "bad")
        self.news = label("", "quiet", wrap=True)
        self.folder = FolderLine()
        self.loading = DownloadLine(desk.session.queue)
        self.consent: Consent | None = None
        self._make_buttons()
        self._lay_out()
        self.show_model(model)

    def _make_buttons(self) -> None:
        name = self._model.name
        self.get = TextButton(self.tr("Get…"), symbol="get")
        self.get.setAccessibleName(self.tr("Get {name}").format(name=name))
        self.check = TextButton(self.tr("Check"), "quiet")
        self.check.setAccessibleName(self.tr("Check {name}").format(name=name))
        self.check.setToolTip(self.tr("Read every file again and compare"))
        self.get.clicked.connect(self._ask)
        self.check.clicked.connect(self._check)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.name)
        head.addSpacing(6)
        head.addWidget(self._sign)
        head.addWidget(self.standing)
        head.addStretch(1)
        for each in (self.check, self.get):
            head.addWidget(each)
        # As high with a button as without one, so that nothing jumps when it goes.
        head.addStrut(self.get.sizeHint().height())
        self._column.addLayout(head)
        self._column.addWidget(TaskChips(self._model))
        self._column.addWidget(self.cost)
        self._column.addWidget(self.licence)
        self._column.addWidget(self.barred)
        self._column.addWidget(self.terms)
        self._column.addWidget(self.folder)
        self._column.addWidget(self.loading)
        self._column.addWidget(self.news)

    # what it shows

    @property
    def model(self) -> Model:
        """The model as it stands."""
        return self._model

    def show_model(self, model: Model) -> None:
        """Show the model as it stands."""
        self._model = model
        here = model.weights is not None
        self.standing.setText(self.tr("On this machine") if here else self.tr("Not here"))
        self._sign.setPixmap(glyph("check" if here else "minus", 14, _colour(here)))
        self.licence.show_line("licence", self._licence_text(model), "faint")
        self.terms.show_line("", "\n".join(limits_of(model)))
        self.barred.show_line("warning", barred_text(model), "bad")
        self.folder.show_folder(place_of(model.weights) if model.weights else "")
        self._refresh()

    def _licence_text(self, model: Model) -> str:
        licence = apart(licence_name(model))
        size = figures(size_text(model.weights.bytes if model.weights else model.bytes))
        if model.weights:
            text = self.tr("{licence} · {size} on the disk")
        elif len(model.revision) == COMMIT_LETTERS:
            text = self.tr("{licence} · {size} to download")
        elif model.bytes:
            text = self.tr("{licence} · about {size} to download")
        else:
            text = self.tr("{licence} · size not known yet")
        return text.format(licence=licence, size=size)

    def show_cost(self, answer: Forecast | Trouble | None, without: Collection[str]) -> None:
        """What the shot at hand would cost with it; notes `without` are told elsewhere."""
        floor = floor_text(self._model)
        self.cost.show_answer(answer, (floor,) if floor else (), without=without)

    def show_download(self, job: Job | None) -> None:
        """How far its download is; None where there is none."""
        self._job = job
        self._refresh()

    def _refresh(self) -> None:
        job, here = self._job, self._model.weights is not None
        open_job = job is not None and not isinstance(job.state, Done) and not here
        if here or open_job:
            self._end_asking()
        self.get.setVisible(not here and not open_job)
        self.get.setEnabled(self.consent is None)
        self.check.setVisible(here)
        self.check.setEnabled(not self._checking)
        had_keys = self.loading.isAncestorOf(self.window().focusWidget())
        self.loading.setVisible(open_job)
        if had_keys and not open_job:
            (self.check if here else self.get).setFocus()
        for line in (self.terms, self.barred):
            line.setVisible(bool(line.text()) and self.consent is None)
        self.news.setVisible(bool(self.news.text()))
        if job is not None and open_job:
            self.loading.show_job(job)

    # getting and checking

    def _ask(self) -> None:
        self.consent = Consent(self._desk, self._model)
        self.consent.accepted.connect(self._get)
        self.consent.declined.connect(self._end_asking)
        self._column.addWidget(self.consent)
        self.consent.leave.setFocus()
        self._refresh()
        self.asked.emit()
        models, tasks = self._desk.session.models, self._desk.tasks
        tasks.start(models.weigh(self._model.id), self._weighed, self._not_weighed)

    def _weighed(self, model: Model) -> None:
        if self.consent:
            self.asked.emit()
            self.consent.show_size(model)

    def _not_weighed(self, error: Exception) -> None:
        if self.consent:
            self.asked.emit()
            self.consent.show_trouble(trouble_of(error))

    def _end_asking(self) -> None:
        if self.consent:
            consent, self.consent = self.consent, None
            self._column.removeWidget(consent)
            consent.hide()
            consent.deleteLater()
            self._refresh()

    def _get(self, into: str) -> None:
        self._end_asking()
        self._desk.session.queue.download(self._model.id, self._model.name, into)
        self.loading.hold.setFocus()

    def _check(self) -> None:
        self._checking = True
        self._tell(self.tr("Reading every file…"))
        self._desk.tasks.start(
            self._desk.session.models.check(self._model.id), self._checked, self._failed
        )

    def _checked(self, wrong: tuple[str, ...]) -> None:
        self._checking = False
        if wrong:
            self._tell("\n".join(map(note_text, wrong)), "bad")
        else:
            self._tell(self.tr("Every file is as it should be."))

    def _failed(self, error: Exception) -> None:
        self._checking = False
        self._tell(sentences(trouble_of(error)), "bad")

    def _tell(self, text: str, role: str = "quiet") -> None:
        self.news.setText(text)
        give_role(self.news, role)
        self._refresh()


def download_of(jobs: tuple[Job, ...], model_id: str) -> Job | None:
    """The newest download of a model in the queue."""
    found = [each for each in jobs if isinstance(each.work, Download)]
    return next((each for each in reversed(found) if each.work.model == model_id), None)


def _colour(here: bool) -> str:
    return theme.GOOD if here else theme.FAINT
