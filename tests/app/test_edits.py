"""What each edit does, clip by clip."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from app.document.clip import AssetUse, Clip, ClipId
from app.document.consistency import check
from app.document.project import Project
from app.document.retime import Retime
from app.document.sequence import Transition
from app.edits import dissolving, levels, placing, takes, timing, tracks, trimming
from app.edits.adding import add_overlay, add_title
from app.edits.film_format import set_frame_size, set_rate
from app.errors import EditRefused
from engine.contract.plan import Title
from engine.contract.time import Rate, Span
from tests.fakes.documents import (
    FILM,
    LOGO,
    RATE,
    SHOT,
    V1,
    V2,
    film_of,
    library,
    on_track,
    retimes,
    speeds,
    starts_and_lengths,
)

A, B, C = ClipId("a"), ClipId("b"), ClipId("c")


def refused(reason: str, edit, *arguments) -> None:
    with pytest.raises(EditRefused) as caught:
        edit(*arguments)
    assert caught.value.reason == reason


def shown(project: Project, clip_id: ClipId) -> list[Fraction]:
    """The source moment of each of the clip's frames."""
    _, clip = project.sequence.find(clip_id)
    rate = project.sequence.rate
    time_map = clip.retime.time_map(rate)
    return [time_map.source_of_frame(frame, rate) for frame in range(clip.retime.length)]


def retimed(retime: Retime) -> Project:
    clip = film_of(1).sequence.tracks[0].clips[0]
    return on_track(library(), V1, replace(clip, retime=retime, start=50))


def test_a_move_needs_room():
    film = film_of(10, 10, 10, gap=5)
    assert starts_and_lengths(placing.move(film, A, V1, 40))[-1] == ("a", 40, 10)
    refused("no_room", placing.move, film, A, V1, 20)
    refused("before_start", placing.move, film, A, V1, -1)
    refused("no_track", placing.move, film, A, "V9", 0)
    refused("no_clip", placing.move, film, "z", V1, 0)
    refused("wrong_track", placing.move, on_track(film, V2, logo()), ClipId("l"), "A1", 0)


def logo() -> Clip:
    return Clip(ClipId("l"), AssetUse(LOGO), 0, Retime.plain(10))


def test_locked_tracks_refuse_every_edit():
    film = tracks.set_locked(film_of(10, 10), V1, True)
    refused("locked", placing.move, film, A, V1, 50)
    refused("locked", placing.delete, film, [A])
    refused("locked", trimming.trim_left, film, A, 2)
    refused("locked", placing.place, film, logo(), V1, 50)
    refused("locked", placing.move, on_track(film, V2, logo()), ClipId("l"), V1, 50)


def test_the_nearest_room_is_beside_the_neighbour():
    film = film_of(10, 10, 10, gap=5)
    _, clip = film.sequence.find(A)
    nearest = [placing.nearest_free(film, clip, V1, start) for start in (0, 12, 18, 26, 31, 200)]
    assert nearest == [0, 5, 5, 40, 40, 200]


def test_clips_move_together_with_their_transition():
    film = dissolving.add_transition(film_of(10, 10, 10), A, B, 4)
    after = placing.move_together(film, [A, B], 100)
    assert starts_and_lengths(after) == [("c", 20, 10), ("a", 100, 10), ("b", 110, 10)]
    assert after.sequence.tracks[0].transitions == (Transition(A, B, 2, 2),)
    up = placing.move_together(film, [B, A], 3, tracks_up=1)
    assert starts_and_lengths(up, V2) == [("a", 3, 10), ("b", 13, 10)]
    assert up.sequence.tracks[1].transitions == (Transition(A, B, 2, 2),)


def test_deleting_leaves_a_gap_and_rippling_closes_it():
    film = dissolving.add_transition(film_of(10, 20, 30), B, C, 4)
    assert starts_and_lengths(placing.delete(film, [B])) == [("a", 0, 10), ("c", 30, 30)]
    assert placing.delete(film, [B]).sequence.tracks[0].transitions == ()
    assert starts_and_lengths(placing.ripple_delete(film, [B])) == [("a", 0, 10), ("c", 10, 30)]
    rippled = placing.ripple_delete(film, [A])
    assert starts_and_lengths(rippled) == [("b", 0, 20), ("c", 20, 30)]
    assert len(rippled.sequence.tracks[0].transitions) == 1
    gap = placing.delete(film, [B])
    assert starts_and_lengths(placing.close_gap(gap, V1, 15)) == [("a", 0, 10), ("c", 10, 30)]


def test_a_copy_lands_behind():
    film = placing.duplicate(film_of(10, 10, gap=3), A)
    assert starts_and_lengths(film)[-1] == ("a", 23, 10)


@given(retimes(), some.integers(-60, 60))
def test_a_trim_keeps_what_the_other_frames_show(retime: Retime, by: int):
    film = retimed(retime)
    before = shown(film, A)
    try:
        left = trimming.trim_left(film, A, by)
    except EditRefused:
        left = None
    if left is not None:
        assert check(left) == []
        assert shown(left, A)[max(0, -by) :] == before[max(0, by) :]
    try:
        right = trimming.trim_right(film, A, by)
    except EditRefused:
        return
    assert check(right) == []
    kept = min(len(before), len(before) + by)
    assert shown(right, A)[:kept] == before[:kept]


@given(retimes(), some.integers(-60, 60))
def test_a_trim_and_its_opposite_change_nothing(retime: Retime, by: int):
    film = retimed(retime)
    for trim in (trimming.trim_left, trimming.trim_right):
        try:
            there = trim(film, A, by)
        except EditRefused:
            continue
        assert shown(trim(there, A, -by), A) == shown(film, A)


def test_a_trim_stops_at_the_ends_of_the_source():
    film = film_of(40)
    moved = placing.move(film, A, V1, 300)
    left, right = trimming.trim_limits(moved, A)
    assert (left.start, right.stop - 1) == (300 - 48, 340 + 240 - 48 - 40)
    assert trimming.source_left(moved, A) == (48, 152)
    refused("source_ends", trimming.trim_left, moved, A, -49)
    refused("source_ends", trimming.trim_right, moved, A, 153)
    refused("nothing_left", trimming.trim_right, moved, A, -40)
    assert trimming.trim_limits(film_of(40, 9), A)[1].stop - 1 == 40
    refused("no_room", trimming.trim_right, film_of(40, 9), A, 1)


def test_a_looped_clip_s_right_edge_gives_more_repeats_and_its_left_edge_starts_elsewhere():
    film = timing.set_loop(film_of(10), A, "repeat", 2)
    longer = trimming.trim_right(film, A, 15)
    assert shown(longer, A) == (shown(film_of(10), A) * 4)[:35]
    later = trimming.trim_left(longer, A, 13)
    assert later.sequence.find(A)[1].retime.offset == 3
    assert shown(later, A) == shown(longer, A)[13:]
    assert trimming.source_left(longer, A) == (None, None)


def test_ripple_trims_take_the_rest_along():
    film = film_of(20, 10)
    right = trimming.ripple_trim_right(film, A, -5)
    assert starts_and_lengths(right) == [("a", 0, 15), ("b", 15, 10)]
    left = trimming.ripple_trim_left(film, A, 5)
    assert starts_and_lengths(left) == [("a", 0, 15), ("b", 15, 10)]
    assert shown(left, A) == shown(film, A)[5:]
    longer = trimming.ripple_trim_left(film, A, -5)
    assert starts_and_lengths(longer) == [("a", 0, 25), ("b", 25, 10)]


def test_rolls_slips_and_slides_keep_the_film_as_long_as_it_is():
    film = film_of(20, 20, 20)
    rolled = trimming.roll(film, A, 5)
    assert starts_and_lengths(rolled) == [("a", 0, 25), ("b", 25, 15), ("c", 40, 20)]
    slipped = trimming.slip(film, B, 7)
    assert starts_and_lengths(slipped) == starts_and_lengths(film)
    assert shown(slipped, B) == [moment + RATE.seconds(7) for moment in shown(film, B)]
    slid = trimming.slide(film, B, -4)
    assert starts_and_lengths(slid) == [("a", 0, 16), ("b", 16, 20), ("c", 36, 24)]
    assert shown(slid, B) == shown(film, B)
    refused("source_ends", trimming.slip, film, B, -49)


@given(some.integers(10, 120), speeds)
def test_a_speed_keeps_the_start_and_the_stretch_of_the_source(length: int, speed: Fraction):
    film = film_of(length)
    try:
        after = timing.set_speed(film, A, speed)
    except EditRefused as refusal:
        assert refusal.reason == "nothing_left"
        return
    _, clip = after.sequence.find(A)
    assert clip.start == 0
    assert clip.retime.length == int(length / speed)
    used = clip.retime.source_seconds(RATE)
    assert 0 <= RATE.seconds(length) - used < RATE.seconds(1) * speed
    backwards = timing.set_backwards(after, A, True)
    assert shown(backwards, A) == shown(after, A)[::-1]


def test_a_backwards_clip_keeps_its_first_picture_at_another_speed():
    film = timing.set_backwards(film_of(25), A, True)
    _, clip = timing.set_speed(film, A, Fraction(2)).sequence.find(A)
    end = clip.retime.begin + clip.retime.source_seconds(RATE)
    assert end == Fraction(2) + RATE.seconds(25)


def test_a_slower_clip_ends_at_its_neighbour_or_moves_it():
    film = film_of(20, 10)
    cut = timing.set_speed(film, A, Fraction(1, 2))
    assert starts_and_lengths(cut) == [("a", 0, 20), ("b", 20, 10)]
    assert shown(cut, A) == [Fraction(2) + RATE.seconds(n) / 2 for n in range(20)]
    rippled = timing.set_speed(film, A, Fraction(1, 2), ripple=True)
    assert starts_and_lengths(rippled) == [("a", 0, 40), ("b", 40, 10)]
    faster = timing.set_speed(film, A, Fraction(2), ripple=True)
    assert starts_and_lengths(faster) == [("a", 0, 10), ("b", 10, 10)]


def test_speeds_out_of_range_and_of_things_that_stand_still_are_refused():
    refused("bad_value", timing.set_speed, film_of(20), A, Fraction(21))
    refused("bad_value", timing.set_speed, film_of(20), A, Fraction(0))
    film = on_track(library(), V1, logo())
    for edit, value in ((timing.set_speed, Fraction(2)), (timing.set_loop, "repeat")):
        refused("no_motion", edit, film, ClipId("l"), value)


def test_loops_repeat_and_turn_and_stop_again():
    film = film_of(10)
    once = shown(film, A)
    assert shown(timing.set_loop(film, A, "repeat", 3), A) == once * 3
    turned = timing.set_loop(film, A, "pingpong", Fraction(5, 2))
    assert shown(turned, A) == once + once[::-1] + once[:5]
    assert shown(timing.set_loop(turned, A, "repeat", 2), A) == once * 2
    assert timing.set_loop(turned, A, "off") == film
    room = timing.set_loop(film_of(10, 10, gap=4), A, "repeat", 9)
    assert starts_and_lengths(room)[0] == ("a", 0, 14)


def test_a_looped_clip_keeps_its_passes_at_another_speed():
    film = timing.set_loop(film_of(20), A, "pingpong", 3)
    once = shown(timing.set_speed(film_of(20), A, Fraction(2)), A)
    assert shown(timing.set_speed(film, A, Fraction(2)), A) == once + once[::-1] + once


@given(retimes(), some.data())
def test_a_freeze_holds_exactly_what_showed(retime: Retime, data: some.DataObject):
    if not retime.speed:
        return
    film = retimed(retime)
    before = shown(film, A)
    frame = data.draw(some.integers(0, retime.length - 1))
    after = timing.freeze(film, A, 50 + frame, 7)
    assert check(after) == []
    clips = after.sequence.tracks[0].clips
    whole = [moment for clip in clips for moment in shown(after, clip.id)]
    assert whole == before[:frame] + [before[frame]] * 7 + before[frame:]
    assert all(a.span.stop == b.start for a, b in zip(clips, clips[1:], strict=False))


@given(retimes(), some.data())
def test_removed_frames_are_gone_and_no_others(retime: Retime, data: some.DataObject):
    film = retimed(retime)
    before = shown(film, A)
    first = data.draw(some.integers(0, retime.length - 1))
    last = data.draw(some.integers(first + 1, retime.length))
    after = timing.remove_frames(film, A, Span(50 + first, 50 + last))
    clips = after.sequence.tracks[0].clips
    assert [m for clip in clips for m in shown(after, clip.id)] == before[:first] + before[last:]
    assert not clips or clips[0].start == 50


def test_a_dissolve_needs_something_beyond_the_cut():
    film = film_of(40, 40, begin=Fraction(0))
    refused("no_handles", dissolving.add_transition, film, A, B, 10)
    refused("not_neighbours", dissolving.add_transition, film_of(9, 9, gap=1), A, B, 4)
    refused("no_handles", dissolving.add_transition, film_of(4, 4), A, B, 30)
    made = dissolving.add_transition(film, A, B, 10, ripple=True)
    assert starts_and_lengths(made) == [("a", 0, 40), ("b", 40, 35)]
    assert check(made) == []
    refused("bad_value", dissolving.add_transition, film, A, B, 0)


def test_a_whole_shot_gives_up_frames_for_a_dissolve():
    film = film_of(240, 240, begin=Fraction(0))
    made = dissolving.add_transition(film, A, B, 24, ripple=True)
    assert starts_and_lengths(made) == [("a", 0, 228), ("b", 228, 228)]
    assert made.sequence.tracks[0].transitions == (Transition(A, B, 12, 12),)


def test_a_dissolve_goes_when_its_cut_goes():
    film = dissolving.add_transition(film_of(20, 20), A, B, 6)
    for edit in (
        lambda: placing.delete(film, [A]),
        lambda: trimming.trim_right(film, A, -1),
        lambda: placing.move(film, B, V1, 60),
        lambda: dissolving.remove_transition(film, A),
    ):
        assert edit().sequence.tracks[0].transitions == ()
    kept = trimming.trim_left(film, A, 3)
    assert kept.sequence.tracks[0].transitions == (Transition(A, B, 3, 3),)
    shorter = dissolving.set_transition(film, Transition(A, B, 1, 1))
    assert shorter.sequence.tracks[0].transitions == (Transition(A, B, 1, 1),)


def test_a_dissolve_shrinks_to_what_its_clips_can_still_give():
    film = dissolving.add_transition(film_of(40, 40), A, B, 60)
    faster = timing.set_speed(film, B, Fraction(2))
    assert faster.sequence.tracks[0].transitions == (Transition(A, B, 24, 20),)
    rolled = trimming.roll(film, A, -15)
    assert rolled.sequence.tracks[0].transitions == (Transition(A, B, 25, 30),)
    assert check(faster) == check(rolled) == []


def test_two_dissolves_share_a_clip_and_do_not_meet():
    film = dissolving.add_transition(film_of(20, 20, 20), A, B, 8)
    film = dissolving.add_transition(film, B, C, 8)
    rolled = trimming.roll(film, A, 14)
    expected = (Transition(A, B, 4, 4), Transition(B, C, 2, 4))
    assert rolled.sequence.tracks[0].transitions == expected
    refused("no_handles", dissolving.add_transition, rolled, B, C, 8)


def test_fades_fit_their_clip_however_it_is_trimmed():
    film = levels.set_sound(film_of(40), A, fade_in=30, fade_out=30)
    _, clip = film.sequence.find(A)
    assert (clip.fade_in, clip.fade_out) == (30, 10)
    _, shorter = trimming.trim_right(film, A, -25).sequence.find(A)
    assert (shorter.fade_in, shorter.fade_out) == (15, 0)
    refused("bad_value", levels.set_sound, film, A, 99.0)
    refused("bad_value", levels.set_sound, film, A, None, -1)


def test_titles_and_logos_go_on_top():
    film = add_title(film_of(40), Title("Laqta"), 5, 20)
    assert [(c.start, c.retime.length) for c in film.sequence.tracks[1].clips] == [(5, 20)]
    film = add_overlay(film, LOGO, Span(0, 40))
    assert [track.id for track in film.sequence.tracks] == ["V1", "V2", "V3", "A1"]
    long = add_overlay(film, FILM, Span(50, 650))
    _, clip = long.sequence.find(long.sequence.tracks[2].clips[1].id)
    assert (clip.retime.loop, clip.retime.length) == ("repeat", 600)


def test_a_take_that_is_too_short_is_refused():
    film = film_of(40)
    take = film.shot(SHOT).take
    request = replace(take.recipe.request, seconds=Fraction(3))
    short = replace(take, recipe=replace(take.recipe, request=request))
    refused("take_too_short", takes.add_take, film, SHOT, short)
    refused("last_take", takes.remove_take, film, SHOT, 0)
    both = takes.add_take(film, SHOT, take)
    assert both.shot(SHOT).active == 1
    assert takes.remove_take(takes.set_active_take(both, SHOT, 0), SHOT, 1).shots == film.shots


def test_tracks_come_and_go():
    film = tracks.add_track(tracks.add_track(film_of(10), "picture"), "sound")
    assert [track.id for track in film.sequence.tracks] == ["V1", "V2", "V3", "A1", "A2"]
    assert tracks.remove_track(film, V2).sequence.tracks[1].id == "V3"
    refused("track_not_empty", tracks.remove_track, film, V1)


def test_a_film_keeps_its_rate_once_it_has_clips():
    refused("rate_fixed", set_rate, film_of(10), Rate(25))
    assert set_rate(library(), Rate(25)).sequence.rate == Rate(25)
    assert set_frame_size(film_of(10), 1080, 1920).sequence.height == 1920
    refused("bad_value", set_frame_size, film_of(10), 1081, 1920)
