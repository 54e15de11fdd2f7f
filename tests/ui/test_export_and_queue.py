"""From the export sheet to the finished file, with the queue in between."""

from pathlib import Path

from PySide6.QtCore import Qt

from engine.contract.events import Cancelled, Done, EngineFault, Failed
from ui.exporting.export_panel import ExportPanel
from ui.exporting.size_estimate import size_text
from ui.widgets.sheet import Sheet

CTRL = Qt.KeyboardModifier.ControlModifier


def sheet(studio) -> ExportPanel:
    studio.hand.key(studio.canvas, Qt.Key.Key_E, CTRL)
    return studio.window.findChild(ExportPanel)


def start(studio, path: Path) -> None:
    panel = sheet(studio)
    panel.path.selectAll()
    studio.hand.type(panel.path, str(path))
    studio.hand.click(panel.start)


async def test_export_writes_the_film_and_says_so(studio):
    await studio.shot()
    target = studio.folder / "film.mp4"
    start(studio, target)
    await studio.until(target.exists)
    await studio.settle()
    (row,) = studio.window.queue.rows()
    assert isinstance(studio.session.queue.jobs[0].state, Done)
    assert str(studio.folder) in row.state.text()
    assert studio.window.findChild(ExportPanel) is None or not studio.window._sheet


async def test_progress_shows_in_the_row_and_in_the_top_bar(studio):
    await studio.shot()
    studio.engine.gate.clear()
    start(studio, studio.folder / "film.mp4")
    await studio.until(lambda: studio.session.queue.jobs[0].running)
    (row,) = studio.window.queue.rows()
    assert not row.bar.isHidden()
    assert studio.window.top.queue.text_shown().endswith("%")
    studio.engine.gate.set()


async def test_cancel_leaves_nothing(studio):
    await studio.shot()
    studio.engine.gate.clear()
    start(studio, studio.folder / "film.mp4")
    await studio.until(lambda: studio.session.queue.jobs[0].running)
    await studio.settle()
    studio.hand.click(studio.window.queue.rows()[0].cancel)
    await studio.until(lambda: isinstance(studio.session.queue.jobs[0].state, Cancelled))
    assert not list(studio.folder.glob("film*"))


async def test_failure_is_a_sentence_and_retry_works(studio):
    await studio.shot()
    target = studio.folder / "film.mp4"
    studio.engine.fail_next = EngineFault("disk_full", "film.mp4")
    start(studio, target)
    await studio.until(lambda: isinstance(studio.session.queue.jobs[0].state, Failed))
    (row,) = studio.window.queue.rows()
    assert "disk is full" in row.state.text()
    studio.hand.click(row.retry)
    await studio.until(target.exists)


async def test_unknown_folder_is_told_and_nothing_starts(studio):
    await studio.shot()
    panel = sheet(studio)
    panel.path.selectAll()
    studio.hand.type(panel.path, "/no such folder/film.mp4")
    assert not panel.start.isEnabled()
    assert "/no such folder" in panel.warning.text()


async def test_escape_closes_the_sheet_and_the_keys_work_again(studio):
    await studio.shot()
    panel = sheet(studio)
    assert not studio.window.actions_table["split"].isEnabled()
    studio.hand.key(panel.path, Qt.Key.Key_Escape)
    assert studio.window._sheet is None
    assert studio.window.actions_table["split"].isEnabled()


async def test_tab_stays_inside_the_sheet(studio):
    await studio.shot()
    panel = sheet(studio)
    for _ in range(12):
        studio.hand.key(studio.window.focusWidget(), Qt.Key.Key_Tab)
        assert panel.isAncestorOf(studio.window.focusWidget())


async def test_nothing_to_export_means_no_sheet(studio):
    studio.hand.key(studio.canvas, Qt.Key.Key_E, CTRL)
    assert studio.window.findChild(Sheet) is None


async def test_keys_sheet_lists_every_key(studio):
    from ui.keys_panel import KeysPanel

    studio.hand.key(studio.canvas, Qt.Key.Key_F1)
    assert studio.window.findChild(KeysPanel).isVisible()


def test_sizes_read_well():
    assert size_text(3_400_000) == "3.4 MB"
    assert size_text(58_000_000) == "58 MB"
    assert size_text(2_300_000_000) == "2.3 GB"
