"""The takes of a shot in the inspector: which shows, making again, removing, comparing."""

from PySide6.QtCore import QPointF, Qt

from app.document.project import Rendered
from app.jobs import Waiting
from ui.takes.compare_panel import ComparePanel

CTRL = Qt.KeyboardModifier.ControlModifier


async def with_a_take(studio):
    """A shot that shows its second take, made by a model; the section that shows it."""
    await studio.shot()
    studio.window.look_for_models()
    await studio.settle()
    shot = studio.session.project.shots[0]
    studio.session.make_take(shot.id, "fake/wan-small")
    await studio.until(lambda: len(studio.session.project.shots[0].takes) == 2)
    return studio.window.inspector.shot


def shot(studio):
    return studio.session.project.shots[0]


async def test_strip_shows_every_take_and_a_click_shows_one_in_the_film(studio):
    section = await with_a_take(studio)
    draft, take = section.takes.tiles()
    assert draft.accessibleName() == "1 · Draft"
    assert take.accessibleName() == "2 · wan-small"
    assert take.isChecked() and not draft.isChecked()
    studio.hand.click(draft)
    assert shot(studio).active == 0
    assert section.takes.tiles()[0].isChecked()


async def test_take_is_made_again_just_as_it_was(studio):
    section = await with_a_take(studio)
    studio.engine.maker.gate.clear()
    studio.hand.click(section.again)
    again = studio.session.queue.jobs[-1].work
    recipe = shot(studio).takes[1].recipe
    assert (again.request, again.run) == (recipe.request, recipe.run)
    studio.engine.maker.gate.set()


async def test_draft_is_not_made_again(studio):
    await studio.shot()
    assert not studio.window.inspector.shot.again.isEnabled()


async def test_take_is_removed_and_undo_brings_it_back(studio):
    section = await with_a_take(studio)
    studio.hand.click(section.remove)
    assert len(shot(studio).takes) == 1
    assert not section.remove.isEnabled()
    studio.hand.key(studio.canvas, Qt.Key.Key_Z, CTRL)
    assert isinstance(shot(studio).take, Rendered)


async def test_remix_of_a_models_take_is_queued(studio):
    section = await with_a_take(studio)
    studio.session.queue.pause()
    section.prompt.selectAll()
    studio.hand.type(section.prompt, "a rough sea")
    studio.hand.click(section.remix)
    job = studio.session.queue.jobs[-1]
    assert isinstance(job.state, Waiting)
    assert (job.work.request.prompt, job.work.request.model) == ("a rough sea", "fake/wan-small")


async def test_two_takes_stand_side_by_side_at_the_same_moment(studio):
    section = await with_a_take(studio)
    studio.hand.click(section.compare)
    panel = studio.window.findChild(ComparePanel)
    left, right = panel.left.picture, panel.right.picture
    await studio.until(lambda: not left.image.isNull() and not right.image.isNull())
    before = left.image, right.image
    slider = panel.findChild(type(panel._slider))
    studio.hand.key(slider, Qt.Key.Key_PageUp)
    await studio.until(lambda: left.image != before[0] and right.image != before[1])
    studio.hand.click(panel.left.use)
    assert shot(studio).active == 0
    assert not panel.left.use.isEnabled() and panel.right.use.isEnabled()


async def test_both_takes_play_and_stop(studio):
    section = await with_a_take(studio)
    studio.hand.click(section.compare)
    panel = studio.window.findChild(ComparePanel)
    studio.hand.click(panel.play, QPointF(14, 14))
    await studio.until(lambda: panel._slider.value() > 0)
    studio.hand.click(panel.play)
    stood = panel._slider.value()
    await studio.settle()
    assert panel._slider.value() == stood


async def test_recut_makes_anew_what_the_selected_clip_shows(studio):
    await with_a_take(studio)
    session = studio.session
    session.move_playhead(48)
    studio.hand.key(studio.canvas, Qt.Key.Key_S)
    behind = studio.clips()[-1]
    session.select([behind.id])
    studio.hand.key(studio.canvas, Qt.Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    await studio.until(lambda: len(session.project.shots) == 2)
    await studio.until(lambda: len(session.project.shots[1].takes) == 2)
    first, second = (clip.use.shot for clip in studio.clips())
    assert (first, second) == (session.project.shots[0].id, session.project.shots[1].id)
    request = session.project.shots[1].request
    assert [each.role for each in request.references] == ["first_frame"]
    assert request.seed == session.project.shots[0].request.seed + 1
