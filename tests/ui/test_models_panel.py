"""The sheet of models: what each row tells, getting one, adding one from a disk, checking."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine.contract.events import EngineFault
from engine.contract.models import Licence
from engine.contract.supply import Room, Supply
from ui.models.models_panel import ModelsPanel
from ui.models.task_chip import Chip

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FAR = "fake/wan-far"


async def opened(studio) -> ModelsPanel:
    studio.hand.key(studio.canvas, Qt.Key.Key_M, CTRL_SHIFT)
    panel = studio.window.findChildren(ModelsPanel)[-1]
    await studio.until(lambda: len(panel.rows()) == len(studio.engine.models.known))
    await studio.settle()
    return panel


def row_of(panel, model_id):
    return next(row for row in panel.rows() if row.model.id == model_id)


def shown_texts(widget):
    return [chip.accessibleName() for chip in widget.findChildren(Chip)]


def plain(text):
    """Without the signs that keep figures in their order."""
    return text.replace("\u2066", "").replace("\u2069", "")


async def asked(studio, row) -> None:
    """Ask for a model and wait for its true size."""
    studio.hand.click(row.get)
    assert not row.consent.accept.isEnabled()
    await studio.until(row.consent.accept.isEnabled)


async def test_row_tells_tasks_licence_size_cost_and_whether_it_is_here(studio):
    panel = await opened(studio)
    row = row_of(panel, "fake/ltx-sound")
    await studio.until(lambda: "graphics memory" in row.cost.line.text())
    assert shown_texts(row) == ["Words", "First picture", "Key pictures", "Sound"]
    assert "Apache-2.0" in row.licence.text() and "5.7 GB" in row.licence.text()
    assert "min" in row.cost.line.text()
    assert row.standing.text() == "On this machine"
    assert row_of(panel, FAR).standing.text() == "Not here"


async def test_quality_changes_the_predicted_time(studio):
    panel = await opened(studio)
    row = row_of(panel, "fake/wan-small")
    await studio.until(lambda: "min" in row.cost.line.text())
    careful = row.cost.line.text()
    studio.hand.click(panel.quality, panel.quality.box("fast").center())
    await studio.until(
        lambda: row.cost.line.text() not in (careful, "") and "…" not in row.cost.line.text()
    )
    assert row.cost.line.text() != careful


async def test_licence_and_territory_come_before_a_download_and_need_a_click(studio):
    known = studio.engine.models.known
    limits = Licence("H3 Community", "", ("Show its name.",), ("European Union",))
    known[FAR] = replace(known[FAR], licence=limits)
    panel = await opened(studio)
    row = row_of(panel, FAR)
    await asked(studio, row)
    assert studio.session.queue.jobs == ()
    told = " ".join(each.text() for each in row.consent.findChildren(type(row.name)))
    for what in ("5.8 GB", "H3 Community", "Show its name.", "European Union"):
        assert what in told
    studio.hand.click(row.consent.accept)
    await studio.until(lambda: row.standing.text() == "On this machine")
    assert known[FAR].weights


async def test_question_comes_into_sight_in_the_smallest_window(studio):
    studio.window.resize(1024, 640)
    panel = await opened(studio)
    row = row_of(panel, FAR)
    await asked(studio, row)
    accept = row.consent.accept
    await studio.until(lambda: accept.visibleRegion().boundingRect() == accept.rect())


async def test_download_shows_progress_pauses_and_goes_on(studio):
    panel = await opened(studio)
    row = row_of(panel, FAR)
    studio.engine.models.gate.clear()
    await asked(studio, row)
    studio.hand.click(row.consent.accept)
    line = row.loading
    await studio.until(lambda: "0 kB of 5.7 GB" in plain(line.come.text()))
    studio.hand.click(line.hold)
    await studio.until(lambda: line.hold.held)
    assert "kept" in line.come.text() and "5.7 GB" in line.come.text()
    studio.engine.models.gate.set()
    studio.hand.click(line.hold)
    await studio.until(lambda: row.check.isVisible())


async def test_download_tells_its_speed_and_what_is_left(studio):
    panel = await opened(studio)
    row = row_of(panel, FAR)
    studio.engine.models.pace = 60.0
    studio.engine.models.gate.clear()
    await asked(studio, row)
    studio.hand.click(row.consent.accept)
    await studio.until(lambda: "left" in row.loading.come.text())
    assert plain(row.loading.come.text()) == "0 kB of 5.7 GB · 95 MB a second · 1 min left"
    studio.engine.models.gate.set()


async def test_running_download_is_given_up_and_can_be_asked_for_again(studio):
    panel = await opened(studio)
    row = row_of(panel, FAR)
    studio.engine.models.gate.clear()
    await asked(studio, row)
    studio.hand.click(row.consent.accept)
    await studio.until(lambda: "5.7 GB" in row.loading.come.text())
    studio.hand.click(row.loading.drop)
    await studio.until(lambda: studio.session.queue.jobs == ())
    assert row.get.isVisible() and row.get.isEnabled() and not row.loading.isVisible()


async def test_keys_stay_with_the_row_from_asking_to_the_end(studio):
    panel = await opened(studio)
    row = row_of(panel, FAR)
    studio.engine.models.gate.clear()
    studio.hand.click(row.get)
    assert studio.window.focusWidget() is row.consent.leave
    await studio.until(row.consent.accept.isEnabled)
    assert studio.window.focusWidget() is row.consent.accept
    studio.hand.key(row.consent.accept, Qt.Key.Key_Return)
    assert studio.window.focusWidget() is row.loading.hold
    studio.engine.models.gate.set()
    await studio.until(row.check.isVisible)
    assert studio.window.focusWidget() is row.check


async def test_folders_are_offered_with_their_room_and_the_choice_is_kept(studio):
    panel = await opened(studio)
    row = row_of(panel, FAR)
    await asked(studio, row)
    field = row.consent.room
    assert plain(field.choice.text()).startswith("90.0 GB free")
    field.choice.setFocus()
    studio.hand.click(field.choice)
    await studio.until(lambda: QApplication.activePopupWidget() is not None)
    studio.hand.key(QApplication.activePopupWidget(), Qt.Key.Key_Down)
    studio.hand.key(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    await studio.until(lambda: field.choice.value == "/films/models")
    assert "2.0 GB are free" in plain(row.consent.lack.text())
    assert not row.consent.accept.isEnabled()
    field.add_folder(str(studio.folder))
    assert row.consent.accept.isEnabled() and not row.consent.lack.isVisible()
    studio.hand.click(row.consent.accept)
    await studio.until(lambda: row.check.isVisible())
    assert row.model.weights.folder == f"{studio.folder}/{FAR}"
    assert studio.folder.name in row.folder.place.text()
    assert studio.window.desk.settings.text("models_folder") == str(studio.folder)


async def test_what_has_come_already_needs_no_room(studio):
    rooms = (Room("/films/models", 2 * 10**9, come=5 * 10**9), Room("/models", 90 * 10**9))
    studio.engine.models.supplied = Supply("https://huggingface.co", False, False, rooms)
    panel = await opened(studio)
    row = row_of(panel, FAR)
    await asked(studio, row)
    assert row.consent.room.room.folder == "/films/models" and row.consent.accept.isEnabled()
    assert "5.0 GB lie there already" in plain(row.consent.size.text())


async def test_sheet_tells_where_downloads_come_from(studio):
    panel = await opened(studio)
    await studio.until(lambda: "huggingface.co" in panel.origin.text())
    studio.hand.key(panel.close_button, Qt.Key.Key_Escape)
    models = studio.engine.models
    models.supplied = replace(models.supplied, origin="http://mirror:8080", mirror=True)
    panel = await opened(studio)
    await studio.until(lambda: "mirror: " in panel.origin.text())
    assert "http://mirror:8080" in panel.origin.text()
    studio.hand.key(panel.close_button, Qt.Key.Key_Escape)
    models.supplied = replace(models.supplied, offline=True)
    panel = await opened(studio)
    await studio.until(lambda: "HF_HUB_OFFLINE" in panel.origin.text())


async def test_nothing_is_got_while_the_size_is_unknown(studio):
    panel = await opened(studio)
    row = row_of(panel, FAR)
    await studio.until(lambda: "min" in row.cost.line.text())
    await studio.settle()
    studio.engine.models.fail_next = EngineFault("offline", "wan-far")
    studio.hand.click(row.get)
    await studio.until(lambda: "offline" in row.consent.size.text())
    assert not row.consent.accept.isEnabled()


async def test_failed_download_says_why(studio):
    panel = await opened(studio)
    row = row_of(panel, FAR)
    await asked(studio, row)
    await studio.until(lambda: "min" in row.cost.line.text())
    await studio.settle()
    studio.engine.models.fail_next = EngineFault("download_failed", "wan-far")
    studio.hand.click(row.consent.accept)
    await studio.until(lambda: "could not be downloaded" in row.loading.come.text())
    assert row.loading.hold.held


async def test_model_from_a_disk_becomes_a_row_and_a_bad_one_a_sentence(studio):
    panel = await opened(studio)
    folder = studio.folder / "my-wan"
    folder.mkdir()
    panel.add_path(str(folder))
    await studio.until(lambda: any(row.model.name == "my-wan" for row in panel.rows()))
    assert panel.rows()[0].model.name == "my-wan"
    assert panel.rows()[0].visibleRegion().boundingRect().top() == 0
    await studio.until(lambda: "min" in row_of(panel, "local/my-wan").cost.line.text())
    await studio.settle()
    studio.engine.models.fail_next = EngineFault("model_pickled", "old.ckpt")
    panel.add_path("old.ckpt")
    await studio.until(lambda: "pickled" in panel.news.text())
    await studio.settle()
    assert studio.window.rect().contains(panel.parentWidget().geometry())


async def test_check_says_that_every_file_is_well(studio):
    panel = await opened(studio)
    row = row_of(panel, "fake/wan-small")
    studio.hand.click(row.check)
    await studio.until(lambda: "as it should be" in row.news.text())


async def test_escape_closes_the_sheet(studio):
    panel = await opened(studio)
    studio.hand.key(panel.close_button, Qt.Key.Key_Escape)
    assert studio.window._sheet is None
