"""What shots would cost on this machine: asked for beside the window, kept while all stays."""

from collections import OrderedDict
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import Trouble, trouble_of
from app.model_shelf import ModelShelf
from engine.contract.models import Forecast
from engine.contract.shot import ShotRequest
from ui.bridge import Bridge
from ui.tasks import Tasks

KEPT = 512


class Question(NamedTuple):
    """A shot, and how it would be made."""

    request: ShotRequest
    model: str
    profile: str
    framing: bool


class Forecasts(QObject):
    """Answers at once with what is known; `arrived` says that more is."""

    arrived = Signal()

    def __init__(self, shelf: ModelShelf, tasks: Tasks, bridge: Bridge) -> None:
        super().__init__()
        self._shelf, self._tasks = shelf, tasks
        self._known: OrderedDict[Question, Forecast | Trouble] = OrderedDict()
        self._asked: set[Question] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.arrived)
        bridge.models_changed.connect(self._forget)

    def of(
        self, request: ShotRequest, model: str, profile: str, framing: bool
    ) -> Forecast | Trouble | None:
        """What it would cost, or why nobody can say; None while it isn't known yet."""
        question = Question(without_words(request), model, profile, framing)
        if question not in self._known and question not in self._asked:
            self._ask(question)
        return self._known.get(question)

    def _ask(self, question: Question) -> None:
        self._asked.add(question)
        self._tasks.start(
            self._shelf.forecast(*question),
            lambda forecast: self._keep(question, forecast),
            lambda error: self._keep(question, trouble_of(error)),
        )

    def _keep(self, question: Question, answer: Forecast | Trouble) -> None:
        if question in self._asked:
            self._asked.discard(question)
            self._known[question] = answer
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
            self._soon.start()

    def _forget(self) -> None:
        """Other weights, or a take that was timed: everything may cost something else now."""
        self._known.clear()
        self._asked.clear()
        self._soon.start()


def without_words(request: ShotRequest) -> ShotRequest:
    """Prompt and seed don't change what a shot costs, so typing asks for nothing new."""
    return replace(request, prompt="a shot", seed=1)
