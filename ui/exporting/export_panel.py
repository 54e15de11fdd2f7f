"""The export sheet: where the film goes, how good it is, how large it will be."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from engine.contract.delivery import Delivery
from ui.desk import Desk
from ui.exporting.size_estimate import estimated_bytes, size_text
from ui.viewer.timecode import timecode
from ui.widgets.button import TextButton
from ui.widgets.label import label
from ui.widgets.segments import Segments
from ui.wording import figures

QUALITIES = {"small": 28, "good": 20, "best": 14}
EFFORTS = {"small": "medium", "good": "superfast", "best": "fast"}


class ExportPanel(QWidget):
    """`done`: the export is queued, or isn't wanted."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("File"))
        self.quality = Segments(
            self.tr("Quality"),
            [("small", self.tr("Small")), ("good", self.tr("Good")), ("best", self.tr("Best"))],
        )
        kept = round(desk.settings.number("export_quality"))
        self.quality.set_value(next((n for n, crf in QUALITIES.items() if crf == kept), "good"))
        self.facts = label("", "quiet")
        self.warning = label("", "bad", wrap=True)
        self.start = TextButton(self.tr("Start"), "primary")
        self.cancel = TextButton(self.tr("Cancel"), "quiet")
        self._lay_out()
        self.path.textChanged.connect(self._refresh)
        self.path.returnPressed.connect(self.begin_export)
        self.quality.chosen.connect(self._refresh)
        self.start.clicked.connect(self.begin_export)
        self.cancel.clicked.connect(self.done)
        self.path.setText(str(self._suggestion()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Export"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(12)
        choose = TextButton(self.tr("Choose…"))
        choose.clicked.connect(self._choose)
        grid.addWidget(label(self.tr("File"), "field"), 0, 0)
        grid.addWidget(self.path, 0, 1)
        grid.addWidget(choose, 0, 2)
        grid.addWidget(label(self.tr("Quality"), "field"), 1, 0)
        grid.addWidget(self.quality, 1, 1, 1, 2)
        grid.addWidget(self.facts, 2, 1, 1, 2)
        grid.addWidget(self.warning, 3, 1, 1, 2)
        grid.setColumnMinimumWidth(0, 64)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.start)
        column.addLayout(foot)

    def begin(self) -> None:
        """Take the keys."""
        self.path.setFocus()
        self.path.selectAll()

    def delivery(self) -> Delivery:
        """What would be written."""
        quality = self.quality.value
        return Delivery(self._target(), QUALITIES[quality], EFFORTS[quality])

    def begin_export(self) -> None:
        """Queue the film as it is now."""
        if self.start.isEnabled():
            delivery = self.delivery()
            self._desk.remember("export_folder", str(Path(delivery.path).parent))
            self._desk.remember("export_quality", float(delivery.quality))
            self._session.queue.export(self._session.plan(), delivery)
            self.done.emit()

    def _target(self) -> str:
        text = self.path.text().strip()
        return text if text.lower().endswith(".mp4") or not text else f"{text}.mp4"

    def _suggestion(self) -> Path:
        """A name in the folder for films that isn't taken yet."""
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation)
        wanted = (self._desk.settings.text("export_folder"), place)
        folder = next((Path(each) for each in wanted if each and Path(each).is_dir()), Path.home())
        stem = self.tr("film") if self._session.unsaved else self._session.path.stem
        names = (f"{stem}.mp4", *(f"{stem} {number}.mp4" for number in range(2, 1000)))
        return next((folder / n for n in names if not (folder / n).exists()), folder / names[0])

    def _choose(self) -> None:
        title = self.tr("Export to")
        path, _ = QFileDialog.getSaveFileName(self, title, self.path.text(), "MP4 (*.mp4)")
        if path:
            self.path.setText(path)

    def _refresh(self) -> None:
        plan, delivery = self._session.plan(), self.delivery()
        size = size_text(estimated_bytes(plan, delivery))
        length = timecode(plan.frames, plan.rate)
        text = f"{plan.width} \u00d7 {plan.height}   {length}   \u2248 {size}"
        self.facts.setText(figures(text))
        target = Path(delivery.path) if delivery.path else None
        problem = self._problem(target)
        self.warning.setText(problem)
        self.warning.setVisible(bool(problem))
        self.start.setEnabled(
            target is not None and target.is_absolute() and target.parent.is_dir()
        )

    def _problem(self, target: Path | None) -> str:
        if target is None:
            return self.tr("Choose where the film goes.")
        if not target.is_absolute() or not target.parent.is_dir():
            return self.tr("There is no folder {folder}.").format(folder=target.parent)
        if target.exists():
            return self.tr("{name} is there already and will be replaced.").format(name=target.name)
        return ""
