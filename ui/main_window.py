"""The window: puts the panels together and connects them. Nothing is decided here."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from app.document.clip import ShotId
from app.session import Session
from app.settings import Settings
from ui import theme
from ui.actions import Actions, Reach, WindowVerbs
from ui.conform.conform_panel import ConformPanel
from ui.create.create_panel import CreatePanel
from ui.desk import Desk
from ui.exporting.export_panel import ExportPanel
from ui.files import pick_new_project, pick_project
from ui.inspector.inspector_panel import InspectorPanel
from ui.keys_panel import KeysPanel
from ui.media.media_panel import MediaPanel
from ui.models.models_panel import ModelsPanel
from ui.models.shot_at_hand import shot_at_hand
from ui.queue.queue_panel import QueuePanel
from ui.side_panel import SidePanel
from ui.takes.compare_panel import ComparePanel
from ui.timeline.film_canvas import Canvas
from ui.timeline.timeline_panel import TimelinePanel
from ui.top_bar import TopBar
from ui.viewer.viewer_panel import ViewerPanel
from ui.widgets.notice import Notice
from ui.widgets.popover import Popover
from ui.widgets.sheet import Sheet

SheetPanel = ExportPanel | KeysPanel | ConformPanel | ComparePanel | ModelsPanel

SMALLEST, USUAL = (960, 600), (1440, 900)
TITLE_BAR = 40
"""Pixels that the desktop puts above the window, about."""

CLIP_MENU = (
    "split", "trim_start", "trim_end", "freeze", "dissolve", "", "copy", "cut", "paste",
    "paste_style", "duplicate", "", "recut", "conform", "", "delete", "ripple_delete",
)  # fmt: skip


class MainWindow(QWidget):
    """`project_wanted` asks for another project by its path, "" for a new one.

    Without settings of the person's own they are kept beside the project.
    """

    closed = Signal()
    project_wanted = Signal(str)
    language_wanted = Signal(str)

    def __init__(self, session: Session, settings: Settings | None = None) -> None:
        super().__init__()
        self.session = session
        own = settings or Settings(session.path.with_name("settings.json"))
        self.desk = Desk(session, own)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(*SMALLEST)
        self._sheet: Sheet | None = None
        self._shares, self._over = True, False
        self._make_panels()
        self._lay_out()
        self._connect()
        self._name()
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        self.resize(QSize(*USUAL).boundedTo(room))
        self.create.prompt.setFocus()

    def _make_panels(self) -> None:
        self.canvas = Canvas(self.desk)
        self.create = CreatePanel(self.desk)
        self.media = MediaPanel(self.desk)
        self.side = SidePanel(self.create, self.media)
        self.viewer = ViewerPanel(self.desk)
        self.inspector = InspectorPanel(self.desk)
        verbs = WindowVerbs(
            new=lambda: self.project_wanted.emit(""),
            open=self._open,
            save_as=self._save_as,
            export=self._export,
            create=self.create.create_shot,
            conform=self._conform,
            show_models=self._show_models,
            show_keys=self._show_keys,
        )
        self.actions_table = Actions(self, Reach(self.desk, self.canvas, verbs))
        self.top = TopBar(self.desk, self.actions_table)
        self.top.preferences.language_picked.connect(self.language_wanted)
        self.timeline = TimelinePanel(self.desk, self.canvas, self.actions_table)

    def _lay_out(self) -> None:
        upper = _splitter(Qt.Orientation.Horizontal, self.side, self.viewer, self.inspector)
        whole = _splitter(Qt.Orientation.Vertical, upper, self.timeline)
        self._splits = (upper, whole)
        for split in self._splits:
            split.splitterMoved.connect(self._keep_sizes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(whole, 1)
        self.queue = QueuePanel(self.desk)
        self._queue_card = Popover(self, self.top.queue, self.queue)
        self.notice = Notice(self, self.viewer)

    def _connect(self) -> None:
        bridge = self.desk.bridge
        bridge.troubled.connect(self.notice.tell)
        bridge.changed.connect(self._name)
        self.top.queue.clicked.connect(self._queue_card.toggle)
        self.queue.resized.connect(self._queue_card.settle)
        self.queue.models_wanted.connect(self._queue_card.close_card)
        self.queue.models_wanted.connect(self._show_models)
        self.create.created.connect(self.canvas.reveal)
        self.create.final.run.models_wanted.connect(self._show_models)
        self.inspector.shot.final_wanted.connect(self._conform)
        self.inspector.shot.compare_wanted.connect(self._compare)
        self.canvas.menu_wanted.connect(self._open_clip_menu)
        self.viewer.empty.prompt_picked.connect(self._start_with)
        self.viewer.empty.files_dropped.connect(self._drop_at_playhead)
        self.viewer.screen.films_dropped.connect(self._drop_at_playhead)

    def _name(self) -> None:
        name = self.tr("Untitled") if self.session.unsaved else self.session.path.stem
        self.top.title.setText(name)
        self.setWindowTitle(name)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Share the room out, until somebody has moved a seam."""
        if self._shares:
            side = min(max(round(self.width() * 0.225), 272), 320)
            right = min(max(round(self.width() * 0.2), 248), 288)
            low = min(max(round(self.height() * 0.3), 216), 268)
            upper, whole = self._splits
            upper.setSizes([side, self.width() - side - right, right])
            whole.setSizes([self.height() - theme.TOP_BAR - low, low])

    def _keep_sizes(self) -> None:
        self._shares = False
        for split, middle in zip(self._splits, (1, 0), strict=True):
            split.setStretchFactor(middle, 1)

    def look_for_models(self) -> None:
        """Learn which models there are."""
        if not self._over:
            self.desk.tasks.start(self.session.models.refresh())

    # what the actions and the panels ask for

    def _start_with(self, prompt: str) -> None:
        self.create.use_prompt(prompt)
        self.create.create_shot()
        self.canvas.setFocus()
        self.desk.transport.play(1.0)

    def _drop_at_playhead(self, paths: list[Path]) -> None:
        self.canvas.drop_files(paths, None, self.session.playhead)

    def _open_clip_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for name in CLIP_MENU:
            menu.addAction(self.actions_table[name]) if name else menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _open(self) -> None:
        path = pick_project(self)
        if path:
            self.project_wanted.emit(path)

    def _save_as(self) -> None:
        path = pick_new_project(self, self.tr("Save the project as"))
        if path:
            self.session.save_as(Path(path))

    def _export(self) -> None:
        if not self._sheet:
            self._show_sheet(ExportPanel(self.desk), 480)

    def _show_keys(self) -> None:
        if not self._sheet:
            self._show_sheet(KeysPanel(), 720)

    def _conform(self) -> None:
        if not self._sheet:
            panel = ConformPanel(self.desk)
            panel.models_wanted.connect(self._show_models)
            self._show_sheet(panel, 640)

    def _compare(self, shot: str) -> None:
        if not self._sheet:
            self._show_sheet(ComparePanel(self.desk, ShotId(shot)), min(self.width() - 64, 1040))

    def _show_models(self) -> None:
        """From anywhere, also from a sheet, which gives way."""
        self._close_sheet()
        request = shot_at_hand(self.session, self.create.request)
        self._show_sheet(ModelsPanel(self.desk, request), 760)

    def _show_sheet(self, panel: SheetPanel, width: int) -> None:
        panel.done.connect(self._close_sheet)
        self._open_sheet(panel, width)
        panel.begin()

    def _open_sheet(self, content: QWidget, width: int) -> None:
        self.actions_table.suspend(True)
        self._sheet = Sheet(self, content, width)
        self._sheet.closed.connect(self._sheet_closed)

    def _close_sheet(self) -> None:
        if self._sheet:
            self._sheet.close_sheet()

    def _sheet_closed(self) -> None:
        self._sheet = None
        self.actions_table.suspend(False)

    # the end

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        self.close_screen()
        event.accept()
        self.closed.emit()

    def close_screen(self) -> None:
        """Stop playing and give the last picture back."""
        self._over = True
        if self.desk.transport.playing:
            self.desk.transport.pause()
        self.viewer.screen.release()

    async def leave(self) -> None:
        """End this window's work and let others open its project."""
        await self.desk.tasks.stop()
        await self.session.close()
        self.desk.bridge.leave()
        self.deleteLater()

    async def hand_over(self) -> None:
        """End this window's work; its session goes on in another window."""
        self.desk.bridge.leave()
        await self.desk.tasks.stop()
        self.deleteLater()


def _splitter(direction: Qt.Orientation, *panels: QWidget) -> QSplitter:
    splitter = QSplitter(direction)
    splitter.setHandleWidth(theme.SEAM)
    splitter.setChildrenCollapsible(False)
    for panel in panels:
        splitter.addWidget(panel)
    return splitter
