"""Final shots: made from the Create panel, followed in queue and timeline, swapped in when done."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage

from app.document.project import Draft, Rendered
from app.jobs import Waiting
from engine.contract.events import EngineFault
from engine.contract.making import Made, MakeProgress
from ui.takes.takes_to_come import takes_to_come

CTRL = Qt.KeyboardModifier.ControlModifier


async def final(studio, prompt: str = "a sailboat on a calm sea") -> None:
    """Ask for a final shot by hand."""
    create = studio.window.create
    studio.hand.click(create.maker, create.maker.box("final").center())
    await studio.until(lambda: create.final.run.ready)
    await studio.shot(prompt)


def jobs(studio):
    return studio.session.queue.jobs


def rows(studio):
    return studio.window.queue.rows()


async def test_draft_lies_there_at_once_and_the_take_swaps_in(studio):
    studio.engine.maker.gate.clear()
    await final(studio)
    (shot,) = studio.session.project.shots
    assert isinstance(shot.take, Draft)
    assert jobs(studio)[0].work.request.model == "fake/wan-small"
    before = studio.clips()
    studio.engine.maker.gate.set()
    await studio.until(lambda: isinstance(studio.session.project.shots[0].take, Rendered))
    assert studio.clips() == before
    studio.hand.key(studio.canvas, Qt.Key.Key_Z, CTRL)
    assert isinstance(studio.session.project.shots[0].take, Draft)


async def test_notes_and_cost_stand_below_the_model(studio):
    create = studio.window.create
    studio.hand.type(create.prompt, "a calm sea")
    studio.hand.click(create.maker, create.maker.box("final").center())
    cost = create.final.run.cost
    await studio.until(lambda: "graphics memory" in cost.line.text())
    assert "The model makes 1280 × 720 pixels." in cost.notes.text()
    assert "16 frames a second" in cost.notes.text()


async def test_model_that_is_not_here_makes_nothing(studio):
    create = studio.window.create
    studio.hand.type(create.prompt, "a calm sea")
    studio.hand.click(create.maker, create.maker.box("final").center())
    await studio.until(lambda: create.final.run.ready)
    create.final.run.show_run("fake/wan-far", "quality", False, 0.6)
    create.final.run.changed.emit()
    assert create.final.run.lack.isVisible() and "Get it" in create.button.toolTip()
    assert not create.button.isEnabled()
    studio.hand.key(create.prompt, Qt.Key.Key_Return, CTRL)
    assert studio.clips() == [] and jobs(studio) == ()


async def test_framing_and_strength_reach_the_take(studio):
    run = studio.window.create.final.run
    studio.hand.click(studio.window.create.maker, studio.window.create.maker.box("final").center())
    await studio.until(lambda: run.ready)
    assert not run.freedom.isEnabled()
    studio.hand.click(run.framed)
    studio.hand.key(run.freedom, Qt.Key.Key_Down)
    studio.engine.maker.gate.clear()
    await studio.shot()
    work = jobs(studio)[0].work
    assert (work.framing, work.strength) == (True, 0.55)
    studio.engine.maker.gate.set()


async def test_more_takes_come_from_other_seeds(studio):
    takes = studio.window.create.final.takes
    studio.hand.click(studio.window.create.maker, studio.window.create.maker.box("final").center())
    await studio.until(lambda: studio.window.create.final.run.ready)
    studio.hand.click(takes, takes.box("3").center())
    await studio.shot()
    seeds = [job.work.request.seed for job in jobs(studio)]
    assert len(seeds) == len(set(seeds)) == 3


async def test_progress_shows_on_the_clip_and_in_the_queue(studio):
    studio.engine.maker.gate.clear()
    await final(studio)
    await final(studio, "a city at night")
    await studio.until(lambda: isinstance(jobs(studio)[0].state, MakeProgress))
    first, second = studio.session.project.shots
    to_come = takes_to_come(studio.session.queue)
    assert to_come[first.id].part is not None and to_come[second.id].part is None
    assert studio.window.inspector.shot.coming.isVisible()
    assert "Loading the model" in rows(studio)[0].state.text()
    studio.engine.maker.gate.set()
    await studio.until(lambda: all(isinstance(job.state, Made) for job in jobs(studio)))
    assert takes_to_come(studio.session.queue) == {}
    assert not studio.window.inspector.shot.coming.isVisible()


async def test_estimate_takes_the_place_of_the_draft_in_the_row(studio):
    studio.engine.maker.gate.clear()
    await final(studio)
    picture = rows(studio)[0].picture
    assert picture.estimate.isNull()
    path = studio.folder / "estimate.jpg"
    image = QImage(16, 9, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(path))
    job = jobs(studio)[0]
    studio.session.queue._report(job.id, MakeProgress("denoising", 3, 9, 60.0, path.read_bytes()))
    assert picture.estimate.size() == image.size()
    assert "33%" in rows(studio)[0].state.text() and "1 min left" in rows(studio)[0].state.text()
    studio.engine.maker.gate.set()


async def test_waiting_takes_are_moved_with_the_mouse_and_with_keys(studio):
    studio.hand.click(studio.window.queue.hold)
    for prompt in ("a sea", "a city", "a forest"):
        await final(studio, prompt)
    studio.hand.click(studio.window.top.queue)
    await studio.settle()
    order = [row.job.work.request.prompt for row in rows(studio)]
    assert order == ["a sea", "a city", "a forest"]
    last, first = rows(studio)[2].grip, rows(studio)[0]
    top = QPointF(last.mapFromGlobal(first.mapToGlobal(QPointF(4, 2))))
    studio.hand.drag(last, QPointF(8, 20), top)
    assert [row.job.work.request.prompt for row in rows(studio)] == ["a forest", "a sea", "a city"]
    studio.hand.key(rows(studio)[0].grip, Qt.Key.Key_Down)
    assert [job.work.request.prompt for job in jobs(studio)] == ["a sea", "a forest", "a city"]


async def test_paused_queue_starts_nothing_until_it_goes_on(studio):
    hold = studio.window.queue.hold
    studio.hand.click(hold)
    await final(studio)
    await studio.settle()
    assert isinstance(jobs(studio)[0].state, Waiting)
    assert studio.window.queue.held.isVisibleTo(studio.window.queue)
    studio.hand.click(hold)
    await studio.until(lambda: isinstance(jobs(studio)[0].state, Made))


async def test_waiting_take_is_changed_before_it_starts(studio):
    studio.hand.click(studio.window.queue.hold)
    await final(studio)
    studio.hand.click(studio.window.top.queue)
    studio.hand.click(rows(studio)[0].edit)
    editor = studio.window.queue.editor
    editor.prompt.selectAll()
    studio.hand.type(editor.prompt, "a rough sea")
    studio.hand.click(editor.run.quality, editor.run.quality.box("fast").center())
    studio.hand.click(editor.keep)
    work = jobs(studio)[0].work
    assert (work.request.prompt, work.profile) == ("a rough sea", "fast")
    assert studio.window.queue.editor is None
    assert "Fast" in rows(studio)[0].kind.text()


async def test_failed_take_says_why_and_is_tried_again(studio):
    studio.engine.maker.fail_next = EngineFault("out_of_memory", "wan-small")
    await final(studio)
    await studio.until(lambda: jobs(studio)[0].over)
    assert "not enough memory" in rows(studio)[0].state.text()
    studio.hand.click(rows(studio)[0].retry)
    await studio.until(lambda: isinstance(jobs(studio)[0].state, Made))


async def test_open_queue_shows_its_rows_whole(studio):
    studio.engine.maker.gate.clear()
    await final(studio)
    studio.hand.click(studio.window.top.queue)
    await studio.until(lambda: jobs(studio)[0].running)
    state = rows(studio)[0].state
    await studio.until(lambda: state.visibleRegion().boundingRect() == state.rect())
    studio.engine.maker.gate.set()


async def test_row_that_begins_while_the_queue_is_closed_has_room_for_its_words(studio):
    studio.engine.maker.gate.clear()
    studio.session.queue.pause()
    await final(studio)
    await studio.shot("a fox in snow")
    studio.hand.click(studio.window.top.queue)
    await studio.until(lambda: len(rows(studio)) == 2)
    studio.hand.click(studio.window.top.queue)
    studio.session.queue.resume()
    await studio.until(lambda: rows(studio)[0].job.running)
    studio.hand.click(studio.window.top.queue)
    row = rows(studio)[0]
    await studio.until(lambda: row.height() == row.heightForWidth(row.width()))
    assert row.height() > rows(studio)[1].height()
    studio.engine.maker.gate.set()


async def test_top_bar_tells_how_far_a_take_is_and_how_many_there_are(studio):
    studio.engine.maker.gate.clear()
    await final(studio)
    indicator = studio.window.top.queue
    await studio.until(lambda: jobs(studio)[0].running)
    assert indicator.text_shown() == "0%"
    await studio.shot("a fox in snow")
    assert indicator.text_shown() == "0% · 2"
    studio.engine.maker.gate.set()
    await studio.until(lambda: all(job.over for job in jobs(studio)))


async def test_those_that_wait_say_what_for(studio):
    studio.engine.maker.gate.clear()
    studio.engine.models.gate.clear()
    await final(studio)
    await studio.until(lambda: jobs(studio)[0].running)
    await studio.shot("a fox in snow")
    row = rows(studio)[1]
    assert row.state.text() == "Waiting"
    studio.session.queue.pause()
    assert "paused" in row.state.text()
    studio.session.queue.resume()
    assert row.state.text() == "Waiting"
    model = jobs(studio)[1].work.request.model
    studio.session.queue.download(model)
    assert "its model" in row.state.text()
    for gate in (studio.engine.maker.gate, studio.engine.models.gate):
        gate.set()
    await studio.until(lambda: all(job.over for job in jobs(studio)))


async def test_details_of_a_failure_are_copied(studio):
    studio.engine.maker.fail_next = EngineFault("unexpected", detail="RuntimeError: shape")
    await final(studio)
    studio.hand.click(studio.window.top.queue)
    await studio.until(lambda: rows(studio)[0].copy.isVisible())
    studio.hand.click(rows(studio)[0].copy)
    assert QGuiApplication.clipboard().text().endswith("RuntimeError: shape")


async def test_all_that_is_over_is_taken_off_the_list_at_once(studio):
    await final(studio)
    await studio.shot("a fox in snow")
    await studio.until(lambda: all(job.over for job in jobs(studio)) and len(jobs(studio)) == 2)
    studio.hand.click(studio.window.top.queue)
    assert studio.window.queue.clear.isVisible()
    studio.hand.click(studio.window.queue.clear)
    assert jobs(studio) == () and len(studio.session.project.shots[0].takes) == 2


async def test_editor_of_a_take_is_wholly_seen_and_gives_the_keys_back(studio):
    studio.window.resize(1024, 600)
    studio.session.queue.pause()
    await final(studio)
    studio.hand.click(studio.window.top.queue)
    row = rows(studio)[0]
    studio.hand.click(row.edit)
    editor = studio.window.queue.editor
    await studio.until(lambda: "memory" in editor.run.cost.line.text())
    await studio.until(lambda: editor.keep.visibleRegion().boundingRect() == editor.keep.rect())
    studio.hand.click(editor.keep)
    assert studio.window.focusWidget() is row.edit
