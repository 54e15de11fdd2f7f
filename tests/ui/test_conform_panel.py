"""The conform sheet, from the picked shots to the takes in the film."""

from PySide6.QtCore import Qt

from app.document.project import Rendered
from engine.contract.events import EngineFault
from tests.fakes.models import fake_model, serving
from ui.conform.conform_panel import ConformPanel

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = CTRL | Qt.KeyboardModifier.ShiftModifier


async def opened(studio) -> ConformPanel:
    studio.hand.key(studio.canvas, Qt.Key.Key_C, KEYS)
    panel = studio.window.findChild(ConformPanel)
    await studio.until(lambda: panel.run.ready and "in all" in panel.total.text())
    return panel


async def film(studio) -> None:
    for prompt in ("a sea", "a city", "a forest"):
        await studio.shot(prompt)


def rendered(studio):
    return [isinstance(shot.take, Rendered) for shot in studio.session.project.shots]


async def test_selected_shots_are_picked_and_the_whole_film_is_a_click_away(studio):
    await film(studio)
    panel = await opened(studio)
    assert studio.window.isActiveWindow()
    shots = studio.session.project.shots
    assert panel.picked() == [shots[2].id]
    studio.hand.click(panel.scope, panel.scope.box("film").center())
    assert panel.picked() == [shot.id for shot in shots]
    assert panel.start.text() == "Conform 3 shots"
    studio.hand.click(panel.rows()[1])
    assert panel.picked() == [shots[0].id, shots[2].id]


async def test_each_shot_and_all_of_them_have_a_forecast(studio):
    await film(studio)
    studio.session.select(())
    panel = await opened(studio)
    assert [row.time for row in panel.rows()] == ["about 7 min"] * 3
    assert "graphics memory" in panel.rows()[0].memory
    assert panel.total.text().startswith("About 20 min in all")


async def test_conforming_swaps_takes_in_and_nothing_else(studio):
    await film(studio)
    studio.session.select(())
    before = studio.session.project.sequence
    panel = await opened(studio)
    studio.hand.click(panel.start)
    await studio.until(lambda: rendered(studio) == [True] * 3)
    assert studio.session.project.sequence == before
    assert studio.window._sheet is None
    for _ in range(3):
        studio.hand.key(studio.canvas, Qt.Key.Key_Z, CTRL)
    assert rendered(studio) == [False] * 3


async def test_shots_that_show_such_a_take_are_left_out(studio):
    await film(studio)
    studio.engine.maker.fail_next = EngineFault("model_unfit", "the third")
    panel = await opened(studio)
    studio.hand.click(panel.scope, panel.scope.box("film").center())
    studio.hand.click(panel.start)
    await studio.until(lambda: all(job.over for job in studio.session.queue.jobs))
    assert sorted(rendered(studio)) == [False, True, True]
    studio.session.select(())
    studio.hand.key(studio.canvas, Qt.Key.Key_C, KEYS)
    panel = studio.window.findChild(ConformPanel)
    await studio.until(lambda: panel.run.ready)
    undone = [
        s.id
        for s, done in zip(studio.session.project.shots, rendered(studio), strict=True)
        if not done
    ]
    assert panel.picked() == undone


async def test_shot_that_the_model_cannot_make_says_why(studio):
    await film(studio)
    known = studio.engine.models.known
    known.clear()
    known["fake/picky"] = fake_model("fake/picky", serving("extend"))
    studio.hand.key(studio.canvas, Qt.Key.Key_C, KEYS)
    panel = studio.window.findChild(ConformPanel)
    await studio.until(lambda: panel.run.ready)
    assert "a film to go on from" in panel.rows()[2].problem
    assert not panel.start.isEnabled()


async def test_film_without_shots_has_nothing_to_conform(studio):
    assert not studio.window.actions_table["conform"].isEnabled()
