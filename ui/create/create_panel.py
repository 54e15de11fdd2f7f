"""The Create panel: from a prompt to a shot on the timeline."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.document.clip import ClipId, ShotUse
from app.errors import EditRefused, Trouble, trouble_of
from app.limits import LONGEST, SHORTEST, settle
from engine.contract.choices import Choice
from engine.contract.shot import ShotRequest
from ui.create.draft_preview import DraftPreview
from ui.create.final_fields import FinalFields
from ui.create.prompt_box import PromptBox
from ui.create.reference_strip import ReferenceStrip
from ui.create.seed_field import SeedField
from ui.create.shapes import SHAPES, shape_drawers
from ui.create.style_swatch import StyleSwatch
from ui.create.word_list import WordList
from ui.desk import Desk
from ui.files import dropped_paths
from ui.widgets.button import TextButton
from ui.widgets.drag_number import DragNumber
from ui.widgets.label import label
from ui.widgets.picker import Picker
from ui.widgets.scroller import Scroller
from ui.widgets.segments import Segments
from ui.wording import sentences

UNDERSTAND_MS = 0


class CreatePanel(QWidget):
    """`created`: a shot was made and lies on the timeline at this span."""

    created = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._desk, self._session = desk, desk.session
        self.prompt = PromptBox()
        self.words = WordList()
        self.preview = DraftPreview(desk)
        self.references = ReferenceStrip(desk)
        self._make_fields()
        self.maker = Segments(
            self.tr("Made as"), [("draft", self.tr("Draft")), ("final", self.tr("Final"))]
        )
        self.maker.setToolTip(
            self.tr("A draft is drawn at once; a final shot is made by a model and swaps in")
        )
        self.final = FinalFields(desk)
        self.final.hide()
        self.button = TextButton(self.tr("Create"), "primary", "sparkle")
        self.button.setFixedHeight(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(8)
        self._scroller = self._scrolled()
        column.addWidget(self._scroller, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(8)
        foot.addWidget(self.maker)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self._listen()
        self._reread()

    def _make_fields(self) -> None:
        self.seconds = DragNumber(
            self.tr("Length"), float(SHORTEST), float(LONGEST), 0.5, 1, " s", default=10
        )
        shapes = [(name, name) for name in SHAPES]
        self.shape = Segments(self.tr("Shape"), shapes, shape_drawers())
        known = self._session.engine.choices()
        self.camera = Picker(self.tr("Camera"), self._options_of(known.cameras))
        self.camera.setToolTip(self.tr("Auto follows the prompt"))
        swatch = StyleSwatch(self._desk.stills)
        styles = self._options_of(known.styles)
        self.style_choice = Picker(self.tr("Style"), styles, swatch.paint)
        self._desk.stills.arrived.connect(self.style_choice.refresh)
        self.style_choice.setToolTip(self.tr("Auto follows the prompt"))
        self.seed = SeedField()

    def _options_of(self, known: tuple[Choice, ...]) -> list[tuple[str, str]]:
        """What the prompt asks for, then all that the engine knows, in the window's language."""
        language = self.tr("en")
        named = [(choice.name, choice.word(language)) for choice in known]
        return [("", self.tr("Auto")), *named]

    def _scrolled(self) -> Scroller:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(12)
        column.addWidget(self.prompt)
        column.addWidget(self.words)
        column.addWidget(self.preview)
        column.addLayout(self._options())
        column.addWidget(label(self.tr("References"), "field"))
        column.addWidget(self.references)
        column.addWidget(self.final)
        column.addStretch(1)
        return Scroller(content)

    def _options(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.shape, 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, 4)
        fields = (
            (self.tr("Camera"), self.camera, self.tr("Style"), self.style_choice),
            (self.tr("Length"), self.seconds, self.tr("Seed"), self.seed),
        )
        for index, (left_name, left, right_name, right) in enumerate(fields):
            grid.addWidget(label(left_name, "field"), 2 + index * 3, 0)
            grid.addWidget(label(right_name, "field"), 2 + index * 3, 1)
            grid.addWidget(left, 3 + index * 3, 0)
            grid.addWidget(right, 3 + index * 3, 1)
            grid.setRowMinimumHeight(4 + index * 3, 4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _listen(self) -> None:
        self._timer = QTimer(self, singleShot=True, interval=UNDERSTAND_MS)
        self._timer.timeout.connect(self._reread)
        self.prompt.textChanged.connect(self._timer.start)
        self.prompt.submitted.connect(self.create_shot)
        self.prompt.dropped.connect(self.references.take)
        self.references.changed.connect(self._refresh)
        self.references.came.connect(self._reveal)
        self.seconds.chosen.connect(self._refresh)
        self.shape.chosen.connect(self._refresh)
        self.camera.chosen.connect(self._refresh)
        self.style_choice.chosen.connect(self._refresh)
        self.seed.changed.connect(self._refresh)
        self.maker.chosen.connect(self._choose_maker)
        self.final.run.changed.connect(self._refresh)
        self._desk.bridge.models_changed.connect(self._refresh)
        self.button.clicked.connect(self.create_shot)

    def request(self) -> ShotRequest | None:
        """What Create would ask for; None while there is no prompt."""
        prompt = self.prompt.toPlainText().strip()
        if not prompt:
            return None
        width, height = SHAPES[self.shape.value]
        settled = settle(
            prompt,
            Fraction(round(self.seconds.value * 10), 10),
            width,
            height,
            self._session.project.sequence.rate,
            self.seed.seed,
            self.camera.value or None,
            self.style_choice.value or None,
            self.references.references(),
        )
        return settled.request

    def create_shot(self) -> None:
        """Make the shot and show it; a final one shows its draft until its take is done."""
        request = self.request()
        if request is None:
            self.prompt.setFocus()
            return
        if problem := self._problem(request):
            self._desk.bridge.troubled.emit(problem)
            return
        clip_id = self._session.create_shot(request)
        if clip_id in self._session.selection:
            if self.maker.value == "final":
                self._queue_takes(clip_id)
            _, clip = self._session.project.sequence.find(clip_id)
            self._desk.transport.go(clip.start)
            self.seed.used()
            self.created.emit(clip.span)

    def _queue_takes(self, clip_id: ClipId) -> None:
        _, clip = self._session.project.sequence.find(clip_id)
        assert isinstance(clip.use, ShotUse)
        try:
            self.final.queue(clip.use.shot)
        except EditRefused as refused:
            self._desk.bridge.troubled.emit(trouble_of(refused))

    def _choose_maker(self, maker: str) -> None:
        self.final.setVisible(maker == "final")
        if maker == "final":
            QTimer.singleShot(0, self.final, self._reveal_final)
        self._refresh()

    def use_prompt(self, prompt: str) -> None:
        """Write this prompt into the box."""
        self.prompt.setPlainText(prompt)
        self._reread()

    def take_files(self, paths: list[Path]) -> None:
        """Use files as references."""
        self.references.take(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.references.invite(True)
            self._reveal(self.references.add)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self.references.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.references.invite(False)
        self.references.take(dropped_paths(event.mimeData()))

    def _reveal(self, chip: QWidget) -> None:
        """Bring a reference into sight once it has its place."""
        QTimer.singleShot(0, chip, lambda: self._scroller.ensureWidgetVisible(chip, 0, 16))

    def _reveal_final(self) -> None:
        """Its model first, where there isn't room for all of it."""
        self._scroller.verticalScrollBar().setValue(self.final.y())

    def _reread(self) -> None:
        understanding = self._session.engine.understand(self.prompt.toPlainText())
        self.prompt.understand(understanding)
        self.words.show_words(understanding)
        self._refresh()

    def _refresh(self) -> None:
        request = self.request()
        final = self.maker.value == "final"
        self.final.run.show_request(request if final else None)
        problem = self._problem(request)
        self.button.setEnabled(request is not None and problem is None)
        self.button.setToolTip(sentences(problem) if problem else self.tr("Create (Ctrl+Enter)"))
        self.preview.show_request(request)

    def _problem(self, request: ShotRequest | None) -> Trouble | None:
        """Why what is asked for can't be made."""
        if request is None or self.maker.value == "draft":
            return None
        return self.final.run.problem(request)
