"""The sheet of models: which there are, what each makes and costs for the shot at hand, getting
them, adding them from a disk, checking them."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.errors import Trouble, trouble_of
from engine.contract.models import Forecast, Model
from engine.contract.shot import ShotRequest
from engine.contract.supply import Supply
from ui.desk import Desk
from ui.models.model_row import ModelRow, download_of
from ui.models.model_words import notes_of, origin_name
from ui.widgets.button import TextButton
from ui.widgets.label import ElidedLabel, give_role, label
from ui.widgets.scroller import Scroller, fill_height
from ui.widgets.segments import Segments
from ui.wording import figures, sentences


class ModelsPanel(QWidget):
    """`done`: it has been looked at."""

    done = Signal()

    def __init__(self, desk: Desk, request: ShotRequest) -> None:
        super().__init__()
        self._desk, self._shelf, self._request = desk, desk.session.models, request
        self._rows: dict[str, ModelRow] = {}
        self._first: list[str] = []
        self._growing: ModelRow | None = None
        self.quality = Segments(
            self.tr("Quality"), [("fast", self.tr("Fast")), ("quality", self.tr("Quality"))]
        )
        self.quality.set_value(desk.settings.text("final_profile"))
        self.quality.setFixedWidth(176)
        self.add = TextButton(self.tr("Add from disk…"), symbol="folder")
        self.close_button = TextButton(self.tr("Close"))
        self.origin = ElidedLabel(role="faint")
        self.news = label("", "bad", wrap=True)
        self._lay_out()
        self._listen()
        self._refresh()
        desk.tasks.start(self._shelf.refresh(), failed=self._failed)
        desk.tasks.start(desk.session.engine.models.supply(), self._show_origin)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(self.tr("Models"), "heading"))
        words.addWidget(ElidedLabel(self._shot_text(), "quiet"))
        self.machine = label("", "faint", wrap=True)
        self.machine.hide()
        head.addLayout(words, 1)
        head.addWidget(self.quality, alignment=Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(self.machine)
        self._empty = label(self.tr("Looking for models…"), "quiet", wrap=True)
        column.addWidget(self._empty)
        column.addWidget(self._list())
        column.addWidget(self.news)
        self.news.hide()
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.add)
        foot.addWidget(self.origin, 1)
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def _list(self) -> Scroller:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = Scroller(content, 0)
        self._area.verticalScrollBar().rangeChanged.connect(self._follow)
        return self._area

    def _shot_text(self) -> str:
        request = self._request
        size = figures(f"{request.width} \u00d7 {request.height}")
        text = self.tr("Time and memory for {seconds} s at {size} on this machine")
        return text.format(seconds=f"{float(request.seconds):g}", size=size)

    def _listen(self) -> None:
        self._desk.bridge.models_changed.connect(self._refresh)
        self._desk.bridge.queue_changed.connect(self._show_downloads)
        self._desk.forecasts.arrived.connect(self._show_costs)
        self.quality.chosen.connect(self._show_costs)
        self.add.clicked.connect(self._offer_adding)
        self.close_button.clicked.connect(self.done)

    def begin(self) -> None:
        """Take the keys, and as much room as the window has."""
        self._give_room()
        self.close_button.setFocus()

    def rows(self) -> list[ModelRow]:
        """One for each model, from top to bottom."""
        return list(self._rows.values())

    def _in_order(self) -> dict[str, Model]:
        """What was here when the sheet was opened or has been added since, then the others: a
        row stays where it is while its model comes."""
        models = {model.id: model for model in self._shelf.all}
        self._first = [each for each in self._first if each in models]
        if not self._rows:
            self._first = [model.id for model in self._shelf.here]
        return {each: models[each] for each in self._first} | models

    def _refresh(self) -> None:
        models = self._in_order()
        for gone in set(self._rows) - set(models):
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for place, model in enumerate(models.values()):
            if model.id in self._rows:
                self._rows[model.id].show_model(model)
            else:
                self._rows[model.id] = self._made_row(model)
            if self._column.indexOf(self._rows[model.id]) != place:
                self._column.insertWidget(place, self._rows[model.id])
        self._rows = {each: self._rows[each] for each in models}
        self._empty.setVisible(not models)
        self._show_downloads()
        self._show_costs()

    def _made_row(self, model: Model) -> ModelRow:
        row = ModelRow(self._desk, model)
        row.asked.connect(lambda: self._reveal(row))
        return row

    def _show_origin(self, supply: Supply) -> None:
        """Where downloads come from, and what to set where it is to be otherwise."""
        origin = figures(origin_name(supply))
        if supply.offline:
            text = self.tr("Offline: HF_HUB_OFFLINE is set, so nothing is downloaded.")
        elif supply.mirror:
            text = self.tr("Downloads come from a mirror: {origin}").format(origin=origin)
        else:
            text = self.tr("Downloads come from {origin}").format(origin=origin)
        self.origin.setText(text)
        give_role(self.origin, "bad" if supply.offline else "faint")
        tip = self.tr(
            "Before the studio starts, HF_ENDPOINT names a mirror, HF_HUB_OFFLINE=1 forbids "
            "downloads and HF_TOKEN opens models that ask for one."
        )
        self.origin.setAccessibleDescription(tip)
        self.origin.tip = tip

    def _reveal(self, row: ModelRow) -> None:
        """Bring the row's lower end into sight as soon as it has grown."""
        self._growing = row

    def _follow(self) -> None:
        if self._growing:
            row, self._growing = self._growing, None
            self._column.activate()
            self._area.ensureVisible(0, row.geometry().bottom(), 0, 8)

    def _show_costs(self) -> None:
        answers = {row: self._cost_of(row.model) for row in self._rows.values()}
        common = _common(answers.values())
        away = _common(answer for row, answer in answers.items() if not row.model.weights)
        self.machine.setText(" ".join(sorted(common | away)))
        self.machine.setVisible(bool(common | away))
        self._give_room()
        for row, answer in answers.items():
            row.show_cost(answer, common if row.model.weights else common | away)

    def _cost_of(self, model: Model) -> Forecast | Trouble | None:
        """What the shot at hand would cost, in the wanted quality where the model has it."""
        known = [each.name for each in model.ability.profiles]
        wanted = self.quality.value
        profile = wanted if wanted in known or not known else known[0]
        return self._desk.forecasts.of(self._request, model.id, profile, False)

    def _show_downloads(self) -> None:
        jobs = self._desk.session.queue.jobs
        for model_id, row in self._rows.items():
            row.show_download(download_of(jobs, model_id))

    # adding from a disk

    def _offer_adding(self) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("A model's folder…")).triggered.connect(self._pick_folder)
        menu.addAction(self.tr("A file of weights…")).triggered.connect(self._pick_file)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.add.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _pick_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("A model's folder"), self._start())
        if folder:
            self.add_path(folder)

    def _pick_file(self) -> None:
        kinds = self.tr("Weights") + " (*.safetensors *.gguf)"
        title = self.tr("A file of weights")
        path, _ = QFileDialog.getOpenFileName(self, title, self._start(), kinds)
        if path:
            self.add_path(path)

    def _start(self) -> str:
        """Where looking for models begins."""
        return self._desk.settings.text("models_folder") or str(Path.home())

    def add_path(self, path: str) -> None:
        """Take in what lies there, or say why it can't be."""
        self._tell("")
        self.close_button.setFocus()
        self.add.setEnabled(False)
        self._desk.tasks.start(self._shelf.add(path), self._added, self._failed)

    def _added(self, model: Model) -> None:
        self._end_adding()
        self._first = [model.id, *(each for each in self._first if each != model.id)]
        self._refresh()
        self._area.verticalScrollBar().setValue(0)

    def _failed(self, error: Exception) -> None:
        self._end_adding()
        self._tell(sentences(trouble_of(error)))

    def _end_adding(self) -> None:
        self.add.setEnabled(True)
        self.add.setFocus()

    def _tell(self, text: str) -> None:
        """Say it below the list, which makes room for it."""
        self.news.setText(text)
        self.news.setVisible(bool(text))
        self._give_room()

    def _give_room(self) -> None:
        if self.isVisible():
            fill_height(self._area, self)


def _common(answers: Iterable[Forecast | Trouble | None]) -> set[str]:
    """The notes that several forecasts have, all of them."""
    told = [set(notes_of(each)) for each in answers if isinstance(each, Forecast)]
    return set.intersection(*told) if len(told) > 1 else set()
