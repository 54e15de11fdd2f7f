"""The mouse on the timeline: every gesture is one step, and Esc takes it back."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.timeline.geometry import RULER, loop_corner, speed_corner
from ui.timeline.heads import TrackHead

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def left_edge(box):
    return QPointF(box.left() + 2, box.center().y())


def right_edge(box):
    return QPointF(box.right() - 2, box.center().y())


async def test_right_edge_trims(studio):
    clip, before = await studio.shot(), studio.steps()
    start = right_edge(studio.box(clip.id))
    studio.hand.drag(studio.canvas, start, start - studio.frames(40), ALT)
    assert studio.clips()[0].retime.length == 200
    assert studio.steps() == before + 1
    assert studio.session.undo_label == "Trim"


async def test_left_edge_trims_and_the_rest_stays_where_it_was(studio):
    clip = await studio.shot()
    start = left_edge(studio.box(clip.id))
    studio.hand.drag(studio.canvas, start, start + studio.frames(30), ALT)
    trimmed = studio.clips()[0]
    assert (trimmed.start, trimmed.span.stop) == (30, 240)
    assert trimmed.retime.begin == studio.session.project.sequence.rate.seconds(30)


async def test_trim_stops_where_the_source_ends(studio):
    clip = await studio.shot()
    start = right_edge(studio.box(clip.id))
    studio.hand.drag(studio.canvas, start, start + studio.frames(50), ALT)
    assert studio.clips()[0].retime.length == 240


async def test_bubble_tells_length_change_and_what_is_left(studio):
    clip = await studio.shot()
    start = right_edge(studio.box(clip.id))
    studio.hand.hold(studio.canvas, start, start - studio.frames(24), ALT)
    bubble = studio.canvas._gesture.bubble
    assert bubble.strong == "9:00"
    assert "\u221224" in bubble.rest and "1:00" in bubble.rest


async def test_shift_trim_ripples(studio):
    first = await studio.shot()
    await studio.shot()
    start = right_edge(studio.box(first.id))
    studio.hand.drag(studio.canvas, start, start - studio.frames(40), ALT | SHIFT)
    assert [clip.start for clip in studio.clips()] == [0, 200]


async def test_ctrl_trim_rolls_the_cut(studio):
    first = await studio.shot()
    second = await studio.shot()
    start = right_edge(studio.box(first.id))
    studio.hand.drag(studio.canvas, start, start - studio.frames(40), ALT | SHIFT)
    start = left_edge(studio.box(second.id)) + QPointF(2, 0)
    studio.hand.drag(studio.canvas, start, start + studio.frames(40), ALT | SHIFT)
    assert [clip.start for clip in studio.clips()] == [0, 200]
    start = right_edge(studio.box(first.id))
    studio.hand.drag(studio.canvas, start, start + studio.frames(20), ALT | CTRL)
    assert [clip.start for clip in studio.clips()] == [0, 220]
    assert studio.session.project.sequence.frames == 400


async def test_clip_moves_and_undo_brings_it_back(studio):
    clip = await studio.shot()
    start = studio.box(clip.id).center()
    studio.hand.drag(studio.canvas, start, start + studio.frames(50), ALT)
    assert studio.clips()[0].start == 50
    studio.hand.key(studio.canvas, Qt.Key.Key_Z, CTRL)
    assert studio.clips()[0].start == 0
    studio.hand.key(studio.canvas, Qt.Key.Key_Y, CTRL)
    assert studio.clips()[0].start == 50


async def test_clip_moves_to_another_track(studio):
    clip = await studio.shot()
    view = studio.canvas.geometry_now
    start = studio.box(clip.id).center()
    upper = view.row_of("V2")
    stop = QPointF(start.x(), upper.top + upper.height / 2)
    studio.hand.drag(studio.canvas, start, stop)
    assert not studio.clips(0)
    assert [each.id for each in studio.clips(1)] == [clip.id]


async def test_clip_cannot_leave_pictures_for_sound(studio):
    clip = await studio.shot()
    row = studio.canvas.geometry_now.row_of("A1")
    start = studio.box(clip.id).center()
    studio.hand.drag(studio.canvas, start, QPointF(start.x(), row.top + row.height / 2))
    assert [each.id for each in studio.clips(0)] == [clip.id]


async def test_moving_snaps_to_the_neighbour_and_alt_does_not(studio):
    first = await studio.shot()
    second = await studio.shot()
    start = studio.box(second.id).center()
    studio.hand.drag(studio.canvas, start, start + studio.frames(60), ALT)
    assert studio.clips()[1].start == first.span.stop + 60
    near = studio.frames(-60) + QPointF(5, 0)
    start = studio.box(second.id).center()
    studio.hand.drag(studio.canvas, start, start + near)
    assert studio.clips()[1].start == first.span.stop
    start = studio.box(second.id).center()
    studio.hand.drag(studio.canvas, start, start + QPointF(5, 0), ALT)
    assert studio.clips()[1].start == first.span.stop + studio.canvas.geometry_now.frame(
        5 + studio.canvas.geometry_now.x(0)
    )


async def test_n_turns_snapping_off(studio):
    await studio.shot()
    assert studio.canvas.snaps
    studio.hand.key(studio.canvas, Qt.Key.Key_N)
    assert not studio.canvas.snaps


async def test_speed_corner_stretches(studio):
    clip = await studio.shot()
    before = studio.steps()
    start = speed_corner(studio.box(clip.id)).center()
    studio.hand.drag(studio.canvas, start, start - studio.frames(120), ALT)
    fast = studio.clips()[0]
    assert fast.retime.length == 120
    assert fast.retime.speed == 2
    assert studio.steps() == before + 1


async def test_loop_corner_repeats_and_dragging_back_ends_the_loop(studio):
    clip = await studio.shot()
    start = loop_corner(studio.box(clip.id)).center()
    studio.hand.drag(studio.canvas, start, start + studio.frames(120), ALT)
    looped = studio.clips()[0]
    assert (looped.retime.loop, looped.retime.length) == ("repeat", 360)
    start = loop_corner(studio.box(clip.id)).center()
    studio.hand.drag(studio.canvas, start, start - studio.frames(130), ALT)
    plain = studio.clips()[0]
    assert (plain.retime.loop, plain.retime.length) == ("off", 240)


async def test_escape_cancels_every_drag(studio):
    clip = await studio.shot()
    before, box = studio.session.project, studio.box(clip.id)
    starts = (
        left_edge(box),
        right_edge(box),
        box.center(),
        speed_corner(box).center(),
        loop_corner(box).center(),
    )
    for start in starts:
        studio.hand.hold(studio.canvas, start, start + studio.frames(25), ALT)
        studio.hand.key(studio.canvas, Qt.Key.Key_Escape)
        studio.hand.release(studio.canvas, start + studio.frames(25))
        assert studio.session.project is before
        assert studio.session.shown is before


async def test_click_ctrl_click_and_shift_click_select(studio):
    names = [(await studio.shot()).id for _ in range(3)]
    first, second, third = (studio.box(name).center() for name in names)
    studio.hand.click(studio.canvas, first)
    assert studio.session.selection == (names[0],)
    studio.hand.click(studio.canvas, second, CTRL)
    assert studio.session.selection == (names[0], names[1])
    studio.hand.click(studio.canvas, second, CTRL)
    assert studio.session.selection == (names[0],)
    studio.hand.click(studio.canvas, third, SHIFT)
    assert set(studio.session.selection) == set(names)


async def test_box_selects_what_it_touches(studio):
    names = [(await studio.shot()).id for _ in range(2)]
    first, second = studio.box(names[0]), studio.box(names[1])
    below = QPointF(first.left() + 20, first.bottom() + 30)
    studio.hand.drag(studio.canvas, below, QPointF(second.left() + 20, second.center().y()))
    assert set(studio.session.selection) == set(names)
    studio.hand.click(studio.canvas, below)
    assert studio.session.selection == ()


async def test_several_clips_move_together_as_one_step(studio):
    names = [(await studio.shot()).id for _ in range(2)]
    studio.hand.key(studio.canvas, Qt.Key.Key_A, CTRL)
    before = studio.steps()
    start = studio.box(names[0]).center()
    studio.hand.drag(studio.canvas, start, start + studio.frames(24), ALT)
    assert [clip.start for clip in studio.clips()] == [24, 264]
    assert studio.steps() == before + 1


async def test_ruler_moves_the_playhead(studio):
    await studio.shot()
    x = studio.canvas.geometry_now.x(100) + 1
    studio.hand.click(studio.canvas, QPointF(x, RULER / 2))
    assert studio.session.playhead == 100


async def test_locked_track_lets_nothing_be_dragged(studio):
    clip = await studio.shot()
    heads = studio.window.findChildren(TrackHead)
    lock = next(head.lock for head in heads if head._id == "V1")
    studio.hand.click(lock)
    assert studio.session.project.sequence.tracks[0].locked
    before, start = studio.session.project, studio.box(clip.id).center()
    studio.hand.drag(studio.canvas, start, start + studio.frames(50))
    assert studio.session.project is before


async def test_ctrl_wheel_zooms_about_the_pointer(studio):
    await studio.shot()
    before = studio.canvas.geometry_now
    at = QPointF(300, 60)
    far = studio.canvas.mapToGlobal(at)
    none = Qt.MouseButton.NoButton
    phase = Qt.ScrollPhase.NoScrollPhase
    turn = QWheelEvent(at, far, QPoint(), QPoint(0, 240), none, CTRL, phase, False)
    QApplication.sendEvent(studio.canvas, turn)
    after = studio.canvas.geometry_now
    assert after.per_frame > before.per_frame
    assert abs(after.frame(300) - before.frame(300)) <= 1


async def test_dropped_film_lands_where_its_ghost_was(studio):
    await studio.shot()
    view = studio.canvas.geometry_now
    row = view.row_of("V2")
    at = QPointF(view.x(48), row.top + row.height / 2)
    carried = studio.hand.carry(studio.canvas, [studio.film()], at)
    assert carried.entered.isAccepted()
    assert studio.canvas._landing_box().left() == view.x(48)
    carried.drop()
    await studio.until(lambda: len(studio.clips(1)) == 1)
    assert studio.clips(1)[0].start == 48


async def test_files_taken_away_leave_no_ghost(studio):
    await studio.shot()
    carried = studio.hand.carry(studio.canvas, [studio.film()], QPointF(200, 60))
    carried.leave()
    assert studio.canvas._landing is None


async def test_two_dropped_films_follow_each_other(studio):
    await studio.shot()
    view = studio.canvas.geometry_now
    row = view.row_of("V2")
    paths = [studio.film("one.mp4"), studio.film("two.mp4")]
    studio.hand.carry(studio.canvas, paths, QPointF(view.x(0), row.top + 4)).drop()
    await studio.until(lambda: len(studio.clips(1)) == 2)
    first, second = studio.clips(1)
    assert second.start == first.span.stop


async def test_missing_file_is_told_calmly(studio):
    await studio.shot()
    studio.hand.carry(studio.canvas, [studio.folder / "gone.mp4"], QPointF(200, 60)).drop()
    await studio.until(lambda: bool(studio.troubles))
    notice = studio.window.notice
    assert notice.isVisible()
    assert "gone.mp4" in notice.what.text()
    assert notice.do.text()


async def test_drag_beyond_the_side_takes_the_view_along(studio):
    clip = await studio.shot()
    studio.canvas.look(studio.canvas.geometry_now.zoomed(3.0, 0))
    start = studio.box(clip.id).topLeft() + QPointF(60, 40)
    view = studio.canvas.geometry_now
    studio.hand.hold(studio.canvas, start, QPointF(studio.canvas.width() + 40, start.y()), ALT)
    moved = studio.canvas.geometry_now
    assert moved.left > view.left
    by = round(moved.moment(studio.canvas.width() + 40) - view.moment(start.x()))
    assert studio.session.shown.sequence.tracks[0].clips[0].start == by
