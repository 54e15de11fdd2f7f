"""The keys of the timeline and the transport."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from ui.actions import DEEDS

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(studio, key, keys=Qt.KeyboardModifier.NoModifier):
    studio.hand.key(studio.canvas, key, keys)


def test_no_two_actions_share_a_key():
    keys = [QKeySequence(key).toString() for deed in DEEDS for key in deed.keys]
    assert len(keys) == len(set(keys))
    assert all(keys)


def test_no_two_actions_share_a_name():
    names = [deed.name for deed in DEEDS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("keys", [(Qt.Key.Key_S,), (Qt.Key.Key_K, CTRL)])
async def test_split_at_the_playhead(studio, keys):
    await studio.shot()
    studio.session.move_playhead(100)
    press(studio, *keys)
    assert [(c.start, c.retime.length) for c in studio.clips()] == [(0, 100), (100, 140)]


async def test_delete_leaves_the_gap_and_shift_delete_closes_it(studio):
    first = await studio.shot()
    await studio.shot()
    studio.session.select([first.id])
    press(studio, Qt.Key.Key_Delete)
    assert [clip.start for clip in studio.clips()] == [240]
    press(studio, Qt.Key.Key_Z, CTRL)
    studio.session.select([first.id])
    press(studio, Qt.Key.Key_Delete, SHIFT)
    assert [clip.start for clip in studio.clips()] == [0]


async def test_q_and_w_trim_to_the_playhead(studio):
    await studio.shot()
    await studio.shot()
    studio.session.select(())
    studio.session.move_playhead(200)
    press(studio, Qt.Key.Key_W)
    assert [(c.start, c.retime.length) for c in studio.clips()] == [(0, 200), (200, 240)]
    studio.session.move_playhead(50)
    press(studio, Qt.Key.Key_Q)
    assert [(c.start, c.retime.length) for c in studio.clips()] == [(0, 150), (150, 240)]
    assert studio.session.playhead == 0


async def test_comma_and_point_nudge(studio):
    await studio.shot()
    press(studio, Qt.Key.Key_Period)
    press(studio, Qt.Key.Key_Period)
    press(studio, Qt.Key.Key_Comma)
    assert studio.clips()[0].start == 1


async def test_arrows_step_and_shift_steps_ten(studio):
    await studio.shot()
    press(studio, Qt.Key.Key_Right)
    press(studio, Qt.Key.Key_Right, SHIFT)
    press(studio, Qt.Key.Key_Left)
    assert studio.session.playhead == 10
    press(studio, Qt.Key.Key_End)
    assert studio.session.playhead == 239
    press(studio, Qt.Key.Key_Home)
    assert studio.session.playhead == 0


async def test_space_plays_and_pauses(studio):
    await studio.shot()
    press(studio, Qt.Key.Key_Space)
    assert studio.engine.screen.playing
    await studio.until(lambda: studio.session.playhead > 0)
    press(studio, Qt.Key.Key_Space)
    assert not studio.engine.screen.playing


async def test_l_twice_is_twice_as_fast_and_j_turns_round(studio):
    await studio.shot()
    transport = studio.window.desk.transport
    press(studio, Qt.Key.Key_L)
    press(studio, Qt.Key.Key_L)
    assert transport.speed == 2.0
    press(studio, Qt.Key.Key_J)
    assert transport.speed == -1.0
    press(studio, Qt.Key.Key_K)
    assert not transport.playing


async def test_i_and_o_mark_the_loop(studio):
    await studio.shot()
    transport = studio.window.desk.transport
    studio.session.move_playhead(24)
    press(studio, Qt.Key.Key_I)
    studio.session.move_playhead(47)
    press(studio, Qt.Key.Key_O)
    assert (transport.marked().start, transport.marked().stop) == (24, 48)


async def test_playback_ends_at_the_end_of_the_film(studio):
    clip = await studio.shot()
    studio.session.move_playhead(clip.span.stop - 3)
    press(studio, Qt.Key.Key_Space)
    transport = studio.window.desk.transport
    await studio.until(lambda: not transport.playing)
    assert studio.session.playhead >= clip.span.stop - 3


async def test_t_adds_a_title_over_the_playhead(studio):
    await studio.shot()
    studio.session.move_playhead(60)
    press(studio, Qt.Key.Key_T)
    (title,) = studio.clips(1)
    assert title.start == 60
    assert studio.session.selection == (title.id,)


async def test_f_holds_the_frame(studio):
    clip = await studio.shot()
    studio.session.select([clip.id])
    studio.session.move_playhead(100)
    press(studio, Qt.Key.Key_F)
    assert [c.retime.length for c in studio.clips()] == [100, 48, 140]


async def test_letters_typed_into_the_prompt_are_no_shortcuts(studio):
    await studio.shot()
    before = studio.steps()
    prompt = studio.window.create.prompt
    prompt.clear()
    studio.hand.type(prompt, "lost ships, quick waves.")
    assert prompt.toPlainText() == "lost ships, quick waves."
    assert studio.steps() == before
    assert not studio.window.desk.transport.playing


async def test_undo_button_says_what_it_undoes(studio):
    await studio.shot()
    action = studio.window.actions_table["undo"]
    assert action.isEnabled()
    assert "Create shot" in action.toolTip()
    press(studio, Qt.Key.Key_Z, CTRL)
    assert studio.session.project.sequence.frames == 0
    assert not action.isEnabled()


async def test_copy_and_paste_at_the_playhead(studio):
    clip = await studio.shot()
    press(studio, Qt.Key.Key_C, CTRL)
    studio.session.move_playhead(300)
    press(studio, Qt.Key.Key_V, CTRL)
    assert [c.start for c in studio.clips()] == [0, 240]
    assert studio.session.selection == (studio.clips()[1].id,) != (clip.id,)
    assert studio.session.playhead == 480


async def test_cut_takes_the_clip_out_and_paste_brings_it_back(studio):
    await studio.shot()
    press(studio, Qt.Key.Key_X, CTRL)
    assert not studio.clips()
    press(studio, Qt.Key.Key_V, CTRL)
    assert [c.retime.length for c in studio.clips()] == [240]


async def test_paste_attributes(studio):
    from app.edits.styling import set_opacity

    first, second = await studio.shot(), await studio.shot()
    studio.session.apply("Change opacity", lambda project: set_opacity(project, first.id, 0.5))
    studio.session.select([first.id])
    press(studio, Qt.Key.Key_C, CTRL)
    studio.session.select([second.id])
    press(studio, Qt.Key.Key_V, CTRL | ALT)
    assert [c.opacity for c in studio.clips()] == [0.5, 0.5]
