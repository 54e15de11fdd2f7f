"""The painter child: paints every n-th picture of a film for the exporter beside it."""

from queue import Empty

import cv2

from engine.children.gallery import Gallery
from engine.children.pipe import Pipe, failure_of
from engine.messages import Fault, Free, Paint, ToChild, UseRing
from engine.render.mp4_film import FilmPainter


class Painter:
    """Paints ahead as far as the ring has room."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._gallery = Gallery()
        self._painter: FilmPainter | None = None
        self._order: Paint | None = None
        self._frame = 0
        self._alive = True

    def run(self) -> None:
        """Work until the last picture is painted and the exporter is gone."""
        cv2.setNumThreads(1)
        while self._alive:
            self._hear()
            try:
                self._paint_one()
            except Exception as error:
                self._pipe.send(Fault(0, failure_of(error)))
                self._order = None
        if self._painter is not None:
            self._painter.close()

    def _hear(self) -> None:
        """Take what waits; wait for it when there is nothing to paint or no room to hang it."""
        busy = self._order is not None and self._gallery.has_room()
        try:
            self._obey(self._pipe.inbox.get(block=not busy))
        except Empty:
            return

    def _obey(self, message: ToChild | None) -> None:
        match message:
            case None:
                self._alive = False
            case UseRing():
                self._gallery.use(message)
            case Free():
                self._gallery.free(message)
            case Paint():
                self._order, self._frame = message, message.first
                self._painter = FilmPainter(message.plan)

    def _paint_one(self) -> None:
        order, painter, frame = self._order, self._painter, self._frame
        if order is None or painter is None:
            return
        plan = order.plan
        shown = self._gallery.lay(
            plan.width, plan.height, frame, lambda planes: painter.paint(frame, planes)
        )
        if shown is None:
            return
        self._pipe.send(shown)
        self._frame += order.step
        if self._frame >= plan.frames:
            self._order = None
