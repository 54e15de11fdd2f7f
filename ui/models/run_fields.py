"""How a model is to make a shot: which, how carefully, how near to the draft; and the cost."""

from functools import lru_cache

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Trouble, trouble_of
from app.limits import Note
from app.model_limits import ProfileName, settle
from engine.contract.events import EngineFault
from engine.contract.models import Ability, Model
from engine.contract.shot import ShotRequest
from ui.desk import Desk
from ui.models.cost_line import CostLine
from ui.models.forecasts import without_words
from ui.widgets.button import TextButton
from ui.widgets.choice import Choice
from ui.widgets.drag_number import DragNumber
from ui.widgets.label import label
from ui.widgets.segments import Segments
from ui.widgets.sign_line import SignLine
from ui.widgets.switch import Switch
from ui.wording import told

FRAMERS = ("control", "video", "first_last", "keyframes", "image")
"""Tasks that go by a draft, wholly or by its ends."""

STRENGTH = 60


class RunFields(QWidget):
    """`changed`: another choice. `models_wanted`: the list of all models.

    `alone`: it tells the cost of one shot; else what is around it tells that.
    """

    changed = Signal()
    models_wanted = Signal()

    def __init__(self, desk: Desk, alone: bool = True) -> None:
        super().__init__()
        self._alone = alone
        self._desk, self._shelf = desk, desk.session.models
        self._request: ShotRequest | None = None
        self._wished = desk.settings.text("final_model")
        self.choice = Choice(self.tr("Model"), [("", self.tr("None here yet"))])
        self.quality = Segments(
            self.tr("Quality"), [("fast", self.tr("Fast")), ("quality", self.tr("Quality"))]
        )
        self.framed = Switch(self.tr("Keep the draft's framing"))
        self.freedom = DragNumber(
            self.tr("How far it may leave the draft"), 0, 100, 5, unit=" %", default=STRENGTH
        )
        self.quality.set_value(desk.settings.text("final_profile"))
        self.freedom.setToolTip(
            self.tr("How far it may leave the draft: 0 % stays, 100 % only starts from it")
        )
        self.cost = CostLine()
        self.lack = SignLine("get", self.tr("This model isn't here yet: get it under Models…"), "")
        self.lack.hide()
        self.shelf_button = TextButton(self.tr("Models…"), symbol="model")
        self._lay_out()
        self._listen()
        self._offer()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.tr("Model"), "field"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choice, 1)
        row.addWidget(self.shelf_button)
        column.addLayout(row)
        column.addWidget(self.lack)
        column.addSpacing(4)
        column.addWidget(self.quality)
        column.addSpacing(4)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        self._framing_name = label(self.tr("Keep the draft's framing"), "field", wrap=True)
        grid.addWidget(self.framed, 0, 0)
        grid.addWidget(self._framing_name, 0, 1)
        grid.addWidget(self.freedom, 0, 2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addSpacing(4)
        column.addWidget(self.cost)

    def _listen(self) -> None:
        self._desk.bridge.models_changed.connect(self._offer)
        self._desk.forecasts.arrived.connect(self._show_cost)
        self.choice.chosen.connect(self._pick)
        self.quality.chosen.connect(self._touched)
        self.framed.toggled.connect(self._touched)
        self.freedom.chosen.connect(self._touched)
        self.shelf_button.clicked.connect(self.models_wanted)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Look at what is here now: models may have come since."""
        super().showEvent(event)
        self._desk.tasks.start(self._shelf.refresh())

    # what is chosen

    @property
    def model(self) -> str:
        """The chosen model's id; "" where there is none."""
        return self.choice.value

    @property
    def profile(self) -> ProfileName:
        """How carefully it works."""
        return "fast" if self.quality.value == "fast" else "quality"

    @property
    def framing(self) -> bool:
        """Whether the draft's framing is kept."""
        return self.framed.isChecked() and self.framed.isEnabled()

    @property
    def strength(self) -> float:
        """How far the pictures may leave the draft, 0 to 1."""
        return self.freedom.value / 100

    @property
    def ready(self) -> bool:
        """Whether the chosen model is here."""
        model = self._model()
        return model is not None and model.weights is not None

    def show_run(self, model: str, profile: str, framing: bool, strength: float) -> None:
        """Choose this."""
        self._wished = model
        self._offer()
        self.quality.set_value(profile)
        self.framed.setChecked(framing)
        self.freedom.set_value(round(strength * 100))
        self._show()

    def show_request(self, request: ShotRequest | None) -> None:
        """Show what this shot would cost."""
        self._request = request
        self._show_cost()

    def remember(self) -> None:
        """Keep the choices for the next time."""
        self._desk.remember("final_model", self.model)
        self._desk.remember("final_profile", self.profile)

    def notes(self, request: ShotRequest) -> tuple[str, ...]:
        """What the chosen model does otherwise than this asks for; nothing where it can't."""
        model = self._model()
        try:
            return self._settled(request, model) if model else ()
        except EngineFault:
            return ()

    def problem(self, request: ShotRequest) -> Trouble | None:
        """Why the chosen model can't make this shot."""
        model = self._model()
        if model is None or model.weights is None:
            return trouble_of(EngineFault("model_missing", model.name if model else ""))
        try:
            self._settled(request, model)
        except EngineFault as fault:
            return trouble_of(fault)
        return None

    # following

    def _model(self) -> Model | None:
        return next((each for each in self._shelf.all if each.id == self.choice.value), None)

    def _offer(self) -> None:
        """The models that are here, then the others; the wished one stays chosen."""
        here = [(model.id, model.name) for model in self._shelf.all if model.weights]
        away = self.tr("{name} · not here")
        others = [
            (model.id, away.format(name=model.name))
            for model in self._shelf.all
            if not model.weights
        ]
        options = [*here, *others] or [("", self.tr("None here yet"))]
        ids = [value for value, _ in options]
        self.choice.set_options(options, self._wished if self._wished in ids else ids[0])
        self._show()

    def _pick(self, model: str) -> None:
        self._wished = model
        self._touched()

    def _touched(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        model = self._model()
        ability = None if model is None else model.ability
        framer = next((task for task in FRAMERS if ability and task in ability.tasks), None)
        frames = framer is not None
        self.framed.setEnabled(frames)
        self._framing_name.setEnabled(frames)
        self.framed.setToolTip(
            self.tr("Keep the draft's framing")
            if frames
            else self.tr("This model can't go by a draft")
        )
        self.freedom.setEnabled(self.framing)
        self.freedom.setVisible(ability is not None and framer in ability.heeds_strength)
        self._show_cost()

    def _show_cost(self) -> None:
        model, request = self._model(), self._request
        self.lack.setVisible(model is not None and model.weights is None)
        self.cost.setVisible(self._alone and (model is None or request is not None))
        if model is None:
            self.cost.show_lack(self.tr("Get a model, or add one from a disk."))
        if model is None or request is None or not self._alone:
            return
        try:
            notes = self._settled(request, model)
        except EngineFault as fault:
            self.cost.show_answer(trouble_of(fault))
            return
        answer = self._desk.forecasts.of(request, model.id, self.profile, self.framing)
        self.cost.show_answer(answer, after=notes)

    def _settled(self, request: ShotRequest, model: Model) -> tuple[str, ...]:
        """What is settled otherwise than asked. Raises EngineFault."""
        shape, how = without_words(request), (self.profile, self.framing, self.strength)
        return tuple(told(note) for note in _notes_of(shape, model.ability, *how))


@lru_cache(maxsize=256)
def _notes_of(
    request: ShotRequest, ability: Ability, profile: ProfileName, framing: bool, strength: float
) -> tuple[Note, ...]:
    """Trying every size takes a model some milliseconds, and there may be many shots."""
    return settle(request, ability, profile, framing, strength).notes
