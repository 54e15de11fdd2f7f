"""What the inspector shows while nothing is selected: the film's own shape and rate."""

from fractions import Fraction

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import limits
from app.edits.film_format import set_frame_size, set_rate
from app.session import Session
from engine.contract.time import Rate
from ui.create.shapes import SHAPES, shape_drawers
from ui.viewer.timecode import timecode
from ui.widgets.choice import Choice
from ui.widgets.label import label
from ui.widgets.segments import Segments
from ui.wording import figures

RATES = tuple(str(rate.fps) for rate in limits.RATES)


class FilmSection(QWidget):
    """Shape at any time; the rate only while there is no clip."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 12)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Film"), "title"))
        shapes = [(name, name) for name in SHAPES]
        self.shape = Segments(self.tr("Shape of the film"), shapes, shape_drawers())
        self.shape.chosen.connect(self._reshape)
        self.rate = Choice(self.tr("Frames a second"), [(r, _rate_name(r)) for r in RATES])
        self.rate.chosen.connect(self._change_rate)
        self.facts = label("", "quiet")
        self.hint = label(self.tr("Select a clip to change it."), "faint", wrap=True)
        for part in (self.shape, self.facts, label(self.tr("Frame rate"), "field"), self.rate):
            column.addWidget(part)
        column.addSpacing(8)
        column.addWidget(self.hint)
        column.addStretch(1)

    def follow(self) -> None:
        """Show the film's values."""
        sequence = self._session.shown.sequence
        size = (sequence.width, sequence.height)
        names = {value: name for name, value in SHAPES.items()}
        self.shape.set_value(names.get(size, self.shape.value if size in names else ""))
        length = timecode(sequence.frames, sequence.rate)
        self.facts.setText(figures(f"{size[0]} \u00d7 {size[1]}   {length}"))
        self.rate.setEnabled(sequence.frames == 0)
        rate = str(sequence.rate.fps)
        if rate in RATES:
            self.rate.set_value(rate)
        else:
            self.rate.setText(_rate_name(rate))

    def _reshape(self, name: str) -> None:
        width, height = SHAPES[name]
        self._session.apply(
            "Change the film's shape", lambda project: set_frame_size(project, width, height)
        )

    def _change_rate(self, rate: str) -> None:
        self._session.apply(
            "Change the frame rate", lambda project: set_rate(project, Rate.of(rate))
        )


def _rate_name(rate: str) -> str:
    return figures(f"{float(Fraction(rate)):.3f}".rstrip("0").rstrip(".") + " fps")
