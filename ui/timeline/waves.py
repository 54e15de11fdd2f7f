"""Waveforms: asked for once a source, painted along a clip."""

from collections import OrderedDict
from math import ceil

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from app.document.clip import Clip
from engine.contract.engine import Engine
from engine.contract.media_facts import Peaks
from engine.contract.plan import SoundSource
from ui.tasks import Tasks
from ui.timeline.geometry import Geometry
from ui.timeline.pace import Leg, legs, source_second

PER_SECOND = 50
COLUMN = 2
STRETCHES = 64
SILENCE = Peaks(PER_SECOND, ())


class Waves(QObject):
    """Keeps the peaks of every source that was asked for; `arrived` says that more are there."""

    arrived = Signal()

    def __init__(self, engine: Engine, tasks: Tasks) -> None:
        super().__init__()
        self._engine, self._tasks = engine, tasks
        self._peaks: dict[SoundSource, Peaks | None] = {}
        self._painted: OrderedDict[tuple[int, tuple[Leg, ...], float], Levels] = OrderedDict()

    def peaks(self, source: SoundSource) -> Peaks | None:
        """The source's peaks, or None and they come later; silence where they can't be had."""
        if source not in self._peaks:
            self._peaks[source] = None
            self._tasks.start(
                self._engine.strips.peaks(source, PER_SECOND),
                lambda peaks: self._keep(source, peaks),
                lambda error: self._keep(source, SILENCE),
            )
        return self._peaks[source]

    def _keep(self, source: SoundSource, peaks: Peaks) -> None:
        self._peaks[source] = peaks
        self.arrived.emit()

    def paint(
        self,
        painter: QPainter,
        body: QRectF,
        clip: Clip,
        source: SoundSource,
        geometry: Geometry,
        seen: QRectF,
        colour: QColor,
    ) -> None:
        """The wave along `body`, as far as it lies in `seen`."""
        peaks = self.peaks(source)
        if not peaks or not peaks.values:
            return
        a_second = geometry.per_frame * float(geometry.sequence.rate.fps)
        loud = 10 ** (clip.gain_db / 20)
        levels = self._levels(peaks, legs(clip.retime, geometry.sequence.rate), a_second)
        left, middle, tall = body.left(), body.center().y(), body.height()
        first = max(0, int((seen.left() - left) // COLUMN))
        columns: list[QRectF] = []
        for column in range(first, ceil((min(seen.right(), body.right()) - left) / COLUMN)):
            height = max(1.0, min(1.0, loud * levels.at(column)) * tall)
            columns.append(QRectF(left + column * COLUMN, middle - height / 2, COLUMN, height))
        _fill(painter, columns, colour)

    def _levels(self, peaks: Peaks, row: tuple[Leg, ...], a_second: float) -> "Levels":
        """The levels of this stretch at this zoom; those painted lately are kept."""
        key = (id(peaks), row, a_second)
        levels = self._painted.pop(key, None) or Levels(peaks, row, a_second)
        self._painted[key] = levels
        while len(self._painted) > STRETCHES:
            self._painted.popitem(last=False)
        return levels


class Levels:
    """How loud each column of a stretch of sound is, worked out once."""

    def __init__(self, peaks: Peaks, row: tuple[Leg, ...], a_second: float) -> None:
        self._peaks, self._row, self._a_second = peaks, row, a_second
        self._known: dict[int, float] = {}

    def at(self, column: int) -> float:
        """The loudest sample in this column, 0 to 1."""
        if column not in self._known:
            start = column * COLUMN / self._a_second
            stop = start + COLUMN / self._a_second
            self._known[column] = _loudest(self._peaks, self._row, start, stop)
        return self._known[column]


def _fill(painter: QPainter, columns: list[QRectF], colour: QColor) -> None:
    # One path of hundreds of columns with soft edges takes 9 ms; plain rectangles take 0.3.
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRects(columns)
    painter.restore()


def _loudest(peaks: Peaks, row: tuple[Leg, ...], start: float, stop: float) -> float:
    first = int(source_second(row, start) * peaks.per_second)
    last = int(source_second(row, stop) * peaks.per_second)
    if first > last:
        first, last = last, first
    return max(peaks.values[first : last + 1], default=0.0)
