"""A split changes nothing that is seen or heard."""

from hypothesis import given
from hypothesis import strategies as some

from app.document.clip import Clip, ClipId
from app.document.consistency import check
from app.document.retime import Retime
from app.edits.placing import insert, overwrite
from app.edits.splitting import split, split_at
from app.errors import EditRefused
from engine.contract.time import Rate
from tests.fakes.documents import (
    RATE,
    V1,
    film_of,
    library,
    on_track,
    retimes,
    starts_and_lengths,
    uses,
)


def moments(retime: Retime, rate: Rate = RATE) -> list[object]:
    time_map = retime.time_map(rate)
    return [time_map.source_of_frame(frame, rate) for frame in range(retime.length)]


@given(retimes(), uses, some.data())
def test_the_two_parts_show_what_the_whole_showed(retime, use, data):
    clip = Clip(ClipId("a"), use, 5, retime)
    project = on_track(library(), V1, clip)
    if retime.length == 1:
        return
    frame = data.draw(some.integers(6, 5 + retime.length - 1))
    after = split(project, clip.id, frame)
    assert check(after) == []
    left, right = after.sequence.tracks[0].clips
    assert left.span.stop == right.start == frame
    assert right.span.stop == clip.span.stop
    assert moments(left.retime) + moments(right.retime) == moments(retime)


@given(retimes(), some.data())
def test_sound_runs_on_over_a_split_to_the_exact_moment(retime, data):
    if retime.length == 1:
        return
    project = on_track(library(), V1, Clip(ClipId("a"), uses_shot(), 0, retime))
    frame = data.draw(some.integers(1, retime.length - 1))
    left, right = split(project, ClipId("a"), frame).sequence.tracks[0].clips
    whole = retime.time_map(RATE)
    for part, offset in ((left, 0), (right, frame)):
        time_map = part.retime.time_map(RATE)
        for quarter in range(4 * part.retime.length):
            moment = RATE.seconds(quarter) / 4 + RATE.seconds(1) / 64
            assert time_map.source_at(moment) == whole.source_at(moment + RATE.seconds(offset))


def uses_shot():
    return film_of(1).sequence.tracks[0].clips[0].use


def test_a_split_is_refused_outside_the_clip():
    for frame in (0, 10, 11, -1):
        try:
            split(film_of(10), ClipId("a"), frame)
        except EditRefused as refused:
            assert refused.reason == "outside_clip"
        else:
            raise AssertionError(frame)


def test_fades_stay_at_the_outer_ends():
    clip = film_of(30).sequence.tracks[0].clips[0]
    faded = Clip(clip.id, clip.use, 0, clip.retime, fade_in=4, fade_out=6)
    left, right = split(on_track(library(), V1, faded), clip.id, 10).sequence.tracks[0].clips
    assert (left.fade_in, left.fade_out, right.fade_in, right.fade_out) == (4, 0, 0, 6)


def test_splitting_at_the_playhead_cuts_every_unlocked_track():
    project = on_track(film_of(30), "V2", Clip(ClipId("x"), uses_shot(), 5, Retime.plain(30)))
    cut = split_at(project, 10)
    assert [len(track.clips) for track in cut.sequence.tracks] == [2, 2, 0]


def test_an_overwrite_cuts_only_what_it_covers():
    new = Clip(ClipId("n"), uses_shot(), 0, Retime.plain(10), name="n")
    after = overwrite(film_of(30), new, V1, 10)
    assert starts_and_lengths(after) == [("a", 0, 10), ("n", 10, 10), ("a", 20, 10)]
    assert check(after) == []


def test_an_insert_moves_everything_behind():
    new = Clip(ClipId("n"), uses_shot(), 0, Retime.plain(10), name="n")
    after = insert(film_of(30, 5), new, V1, 10)
    expected = [("a", 0, 10), ("n", 10, 10), ("a", 20, 20), ("b", 40, 5)]
    assert starts_and_lengths(after) == expected
