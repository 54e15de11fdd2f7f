"""The inspector: every control shows its effect at once and makes one step."""

from fractions import Fraction

import pytest
from PySide6.QtCore import QPointF, Qt

CTRL = Qt.KeyboardModifier.ControlModifier


async def type_number(studio, number, text):
    studio.hand.key(number, Qt.Key.Key_Return)
    field = number.findChild(type(studio.window.inspector.name).__mro__[1])
    field.selectAll()
    studio.hand.type(field, text)
    studio.hand.key(field, Qt.Key.Key_Return)


async def test_typed_speed_is_one_step(studio):
    await studio.shot()
    before = studio.steps()
    await type_number(studio, studio.window.inspector.speed.factor, "2")
    clip = studio.clips()[0]
    assert clip.retime.speed == 2
    assert clip.retime.length == 120
    assert studio.steps() == before + 1


async def test_dragged_speed_previews_and_is_one_step(studio):
    await studio.shot()
    before, number = studio.steps(), studio.window.inspector.speed.factor
    middle = QPointF(number.rect().center())
    studio.hand.hold(number, middle, middle + QPointF(20, 0))
    assert studio.session.shown.sequence.frames < 240
    assert studio.session.project.sequence.frames == 240
    studio.hand.release(number, middle + QPointF(20, 0))
    assert studio.clips()[0].retime.speed == Fraction(3, 2)
    assert studio.steps() == before + 1


async def test_escape_ends_a_drag_without_a_step(studio):
    await studio.shot()
    before, number = studio.session.project, studio.window.inspector.frame.opacity
    middle = QPointF(number.rect().center())
    studio.hand.hold(number, middle, middle - QPointF(40, 0))
    assert studio.session.shown.sequence.tracks[0].clips[0].opacity < 1
    studio.hand.key(number, Qt.Key.Key_Escape)
    studio.hand.release(number, middle)
    assert studio.session.project is before
    assert studio.session.shown is before
    assert number.value == 100


async def test_backspace_resets(studio):
    await studio.shot()
    number = studio.window.inspector.speed.factor
    await type_number(studio, number, "2")
    studio.hand.key(number, Qt.Key.Key_Backspace)
    assert studio.clips()[0].retime.speed == 1
    assert studio.clips()[0].id


async def test_nonsense_leaves_the_number_alone(studio):
    await studio.shot()
    before = studio.steps()
    await type_number(studio, studio.window.inspector.speed.factor, "fast")
    assert studio.clips()[0].retime.speed == 1
    assert studio.steps() == before


async def test_backwards_is_one_step(studio):
    await studio.shot()
    before = studio.steps()
    studio.hand.click(studio.window.inspector.speed.backwards)
    assert studio.clips()[0].retime.backwards
    assert studio.steps() == before + 1


@pytest.mark.parametrize("mode", ["repeat", "pingpong"])
async def test_loop_mode_and_count(studio, mode):
    await studio.shot()
    section = studio.window.inspector.loop
    studio.hand.click(section.mode, section.mode.box(mode).center())
    assert studio.clips()[0].retime.loop == mode
    assert studio.clips()[0].retime.length == 480
    await type_number(studio, section.count, "3")
    assert studio.clips()[0].retime.length == 720
    studio.hand.click(section.mode, section.mode.box("off").center())
    assert studio.clips()[0].retime.length == 240


async def test_look_and_its_strength(studio):
    await studio.shot()
    section = studio.window.inspector.look
    studio.hand.click(section.grid, section.grid.box("noir").center())
    assert [look.name for look in studio.clips()[0].looks] == ["noir"]
    await type_number(studio, section.strength, "40")
    assert studio.clips()[0].looks[0].strength == pytest.approx(0.4)
    studio.hand.click(section.grid, section.grid.box("").center())
    assert studio.clips()[0].looks == ()


async def test_frame_values(studio):
    await studio.shot()
    section = studio.window.inspector.frame
    await type_number(studio, section.scale, "50")
    await type_number(studio, section.rotation, "-90")
    transform = studio.clips()[0].transform
    assert (transform.scale, transform.rotation) == (0.5, -90)


async def test_gain_and_fades(studio):
    await studio.shot()
    section = studio.window.inspector.sound
    await type_number(studio, section.gain, "-6")
    await type_number(studio, section.fade_in, "1")
    clip = studio.clips()[0]
    assert (clip.gain_db, clip.fade_in) == (-6, 24)


async def test_title_text_is_shown_while_typing_and_is_one_step(studio):
    await studio.shot()
    studio.hand.key(studio.canvas, Qt.Key.Key_T)
    before, text = studio.steps(), studio.window.inspector.title.text
    text.selectAll()
    studio.hand.type(text, "Laqta")
    assert studio.session.shown.sequence.tracks[1].clips[0].use.text == "Laqta"
    assert studio.steps() == before
    studio.hand.key(text, Qt.Key.Key_Return, CTRL)
    assert studio.clips(1)[0].use.text == "Laqta"
    assert studio.steps() == before + 1


async def test_remix_keeps_the_old_take(studio):
    await studio.shot("a calm sea")
    section = studio.window.inspector.shot
    assert not section.remix.isEnabled()
    section.prompt.selectAll()
    studio.hand.type(section.prompt, "a calm sea at night")
    studio.hand.click(section.remix)
    (shot,) = studio.session.project.shots
    assert [take.recipe.request.prompt for take in shot.takes] == [
        "a calm sea",
        "a calm sea at night",
    ]
    assert shot.active == 1
    studio.hand.click(section.takes.tiles()[0])
    assert studio.session.project.shots[0].active == 0


async def test_edits_reach_all_selected_clips_as_one_step(studio):
    for _ in range(2):
        await studio.shot()
    studio.hand.key(studio.canvas, Qt.Key.Key_A, CTRL)
    before = studio.steps()
    await type_number(studio, studio.window.inspector.frame.opacity, "50")
    assert [clip.opacity for clip in studio.clips()] == [0.5, 0.5]
    assert studio.steps() == before + 1


async def test_nothing_selected_shows_the_film(studio):
    await studio.shot()
    studio.session.select(())
    inspector = studio.window.inspector
    assert inspector.film.isVisible()
    studio.hand.click(inspector.film.shape, inspector.film.shape.box("1:1").center())
    sequence = studio.session.project.sequence
    assert (sequence.width, sequence.height) == (1080, 1080)


async def test_clip_is_renamed(studio):
    await studio.shot()
    name = studio.window.inspector.name
    name.setFocus()
    name.selectAll()
    studio.hand.type(name, "Opening")
    studio.hand.key(name, Qt.Key.Key_Return)
    assert studio.clips()[0].name == "Opening"
