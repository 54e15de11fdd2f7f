"""The media list: every imported file, to be dragged or sent to the timeline."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.document.clip import AssetId
from app.document.project import Asset
from ui.desk import Desk
from ui.files import dropped_paths, pick_media
from ui.media.asset_row import AssetRow
from ui.widgets.button import TextButton
from ui.widgets.label import label
from ui.widgets.scroller import Scroller


class MediaPanel(QWidget):
    """Files dropped here are imported and stay off the timeline."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._session = desk, desk.session
        self._rows: dict[AssetId, AssetRow] = {}
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(12)
        hint = self.tr(
            "Imported films, pictures and sounds appear here. Drop them here or on the timeline."
        )
        self._hint = label(hint, "quiet", wrap=True)
        column.addWidget(self._hint)
        column.addWidget(self._missing_bar())
        column.addWidget(self._list(), 1)
        self.button = TextButton(self.tr("Import…"), symbol="folder")
        self.button.setFixedHeight(40)
        self.button.clicked.connect(self._pick)
        column.addWidget(self.button)
        desk.bridge.changed.connect(self._refresh)
        self._refresh()

    def _list(self) -> Scroller:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return Scroller(content, 0)

    def _missing_bar(self) -> TextButton:
        self.missing = TextButton("", symbol="warning")
        self.missing.clicked.connect(self._find)
        return self.missing

    def rows(self) -> list[AssetRow]:
        """The rows in the order of import."""
        return list(self._rows.values())

    def _refresh(self) -> None:
        assets = {asset.id: asset for asset in self._session.project.assets}
        for gone in set(self._rows) - set(assets):
            self._rows.pop(gone).deleteLater()
        for asset_id, asset in assets.items():
            if asset_id not in self._rows:
                self._add_row(asset)
        self._hint.setVisible(not assets)
        self._show_missing()

    def _add_row(self, asset: Asset) -> None:
        row = AssetRow(self._desk.stills, asset)
        row.wanted.connect(lambda: self._place(asset))
        self._rows[asset.id] = row
        self._column.addWidget(row)

    def _show_missing(self) -> None:
        count = len(self._session.missing)
        self.missing.setVisible(count > 0)
        self.missing.setText(self.tr("%n missing: find in folder…", "", count))
        self.missing.setAccessibleName(self.missing.text())

    def _place(self, asset: Asset) -> None:
        path = asset.facts.media.path
        self._desk.tasks.start(self._session.drop_media(path, None, self._session.playhead))

    def _pick(self) -> None:
        self._import([Path(path) for path in pick_media(self)])

    def _import(self, paths: list[Path]) -> None:
        async def import_all() -> None:
            for path in paths:
                await self._session.import_media(str(path))

        self._desk.tasks.start(import_all())

    def _find(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where are the missing files?"))
        if folder:
            self._desk.tasks.start(self._session.relink(Path(folder)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self._import(dropped_paths(event.mimeData()))
