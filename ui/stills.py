"""Small pictures of plans: asked for beside the window, kept while they are useful."""

from collections import OrderedDict
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from engine.contract.engine import Engine, Picture
from engine.contract.plan import RenderPlan
from ui.tasks import Tasks

KEPT_BYTES = 96 << 20
WAITING = 160
AT_ONCE = 2


class Wish(NamedTuple):
    """A frame of a plan at a size in pixels."""

    plan: RenderPlan
    frame: int
    width: int
    height: int


class Stills(QObject):
    """Answers at once with what is there; `arrived` says that more is. The last wish goes first."""

    arrived = Signal()

    def __init__(self, engine: Engine, tasks: Tasks) -> None:
        super().__init__()
        self._engine, self._tasks = engine, tasks
        self._kept: OrderedDict[Wish, QImage] = OrderedDict()
        self._bytes = 0
        self._waiting: OrderedDict[Wish, None] = OrderedDict()
        self._asked: set[Wish] = set()

    def picture(self, plan: RenderPlan, frame: int, width: int, height: int) -> QImage | None:
        """The picture, or None and it comes later; a null picture where there is none to come."""
        wish = Wish(plan, frame, width, height)
        if wish in self._kept:
            self._kept.move_to_end(wish)
            return self._kept[wish]
        if wish not in self._asked:
            self._waiting[wish] = None
            self._waiting.move_to_end(wish)
            while len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
            self._ask()
        return None

    def _ask(self) -> None:
        while self._waiting and len(self._asked) < AT_ONCE:
            wish, _ = self._waiting.popitem()
            self._asked.add(wish)
            self._tasks.start(
                self._engine.strips.still(*wish),
                lambda picture, wish=wish: self._keep(wish, taken(picture)),
                lambda error, wish=wish: self._keep(wish, QImage()),
            )

    def _keep(self, wish: Wish, image: QImage) -> None:
        self._asked.discard(wish)
        self._kept[wish] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > KEPT_BYTES and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self._bytes -= old.sizeInBytes()
        self.arrived.emit()
        self._ask()


def taken(picture: Picture) -> QImage:
    """A copy of the picture, whose memory goes back to the engine."""
    try:
        return seen(picture).copy()
    finally:
        picture.release()


def seen(picture: Picture) -> QImage:
    """The picture's own memory as an image; valid until the picture is released."""
    return QImage(
        picture.memory,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_ARGB32_Premultiplied,
    )
