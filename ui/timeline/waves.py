"""Waveforms: asked for once a source, painted along a clip."""

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.document.clip import Clip
from engine.contract.engine import Engine
from engine.contract.media_facts import Peaks
from engine.contract.plan import SoundSource
from ui.tasks import Tasks
from ui.timeline.geometry import Geometry
from ui.timeline.pace import Leg, legs, source_second

PER_SECOND = 50
COLUMN = 2
SILENCE = Peaks(PER_SECOND, ())


class Waves(QObject):
    """Keeps the peaks of every source that was asked for; `arrived` says that more are there."""

    arrived = Signal()

    def __init__(self, engine: Engine, tasks: Tasks) -> None:
        super().__init__()
        self._engine, self._tasks = engine, tasks
        self._peaks: dict[SoundSource, Peaks | None] = {}

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
        row = legs(clip.retime, geometry.sequence.rate)
        loud = 10 ** (clip.gain_db / 20)
        a_second = geometry.per_frame * float(geometry.sequence.rate.fps)
        x = body.left() + max(0, int((seen.left() - body.left()) // COLUMN)) * COLUMN
        path = QPainterPath()
        while x < min(seen.right(), body.right()):
            start = (x - body.left()) / a_second
            level = min(1.0, loud * _loudest(peaks, row, start, start + COLUMN / a_second))
            height = max(1.0, level * body.height())
            path.addRect(QRectF(x, body.center().y() - height / 2, COLUMN, height))
            x += COLUMN
        painter.fillPath(path, colour)


def _loudest(peaks: Peaks, row: tuple[Leg, ...], start: float, stop: float) -> float:
    first = int(source_second(row, start) * peaks.per_second)
    last = int(source_second(row, stop) * peaks.per_second)
    if first > last:
        first, last = last, first
    return max(peaks.values[first : last + 1], default=0.0)
