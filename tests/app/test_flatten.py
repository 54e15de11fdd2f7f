"""Documents become plans exactly."""

from fractions import Fraction

import pytest
from msgspec.structs import replace

from app.document.clip import AssetUse, Clip, ClipId, ShotUse
from app.document.project import Project, Rendered
from app.document.retime import Retime
from app.edits.dissolving import add_transition
from app.edits.levels import set_sound
from app.edits.styling import set_looks, set_opacity
from app.edits.takes import add_take
from app.edits.tracks import set_hidden, set_muted
from app.flatten import plan_of, shot_plan, source_plan
from engine.contract.plan import Look, MediaSource, ShotSource, Title, Transform
from engine.contract.shot import Recipe, ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from tests.fakes.documents import (
    A1,
    FILM,
    LOGO,
    RATE,
    SHOT,
    SONG,
    V1,
    V2,
    film_of,
    library,
    on_track,
)
from tests.fakes.engine import facts_of


def test_a_film_without_clips_is_one_black_frame():
    plan = plan_of(Project.empty())
    assert (plan.frames, plan.layers, plan.sounds) == (1, (), ())
    assert plan.background == "#000000"
    assert (plan.width, plan.height, plan.rate) == (1920, 1080, Rate(24))


def test_layers_lie_in_the_order_of_tracks_and_clips():
    clips = [
        Clip(ClipId(name), AssetUse(LOGO), start, Retime.plain(9))
        for name, start in (("x", 3), ("y", 20))
    ]
    plan = plan_of(on_track(film_of(10, 20), V2, *clips))
    assert [type(layer.source) for layer in plan.layers] == [
        ShotSource,
        ShotSource,
        MediaSource,
        MediaSource,
    ]
    assert [layer.span.start for layer in plan.layers] == [0, 10, 3, 20]
    assert plan.frames == 30


def test_a_clip_s_own_settings_reach_its_layer_and_its_sound():
    film = set_opacity(film_of(40), ClipId("a"), 0.5)
    film = set_looks(film, ClipId("a"), (Look("noir", 0.3),))
    film = set_sound(film, ClipId("a"), gain_db=-6.0, fade_in=5, fade_out=8, keep_pitch=True)
    plan = plan_of(film)
    (layer,), (sound,) = plan.layers, plan.sounds
    assert (layer.opacity, layer.looks, layer.transform) == (
        0.5,
        (Look("noir", 0.3),),
        Transform(fill=True),
    )
    assert (layer.fade_in, layer.fade_out) == (sound.fade_in, sound.fade_out) == (5, 8)
    assert (sound.gain_db, sound.keep_pitch) == (-6.0, True)
    assert layer.time_map == sound.time_map == TimeMap.straight(RATE.seconds(40), Fraction(2))


def test_hidden_tracks_are_not_seen_and_muted_ones_not_heard():
    film = film_of(40)
    hidden, muted = set_hidden(film, V1, True), set_muted(film, V1, True)
    assert (len(plan_of(hidden).layers), len(plan_of(hidden).sounds)) == (0, 1)
    assert (len(plan_of(muted).layers), len(plan_of(muted).sounds)) == (1, 0)
    assert plan_of(hidden).frames == plan_of(muted).frames == 40


def test_sound_tracks_are_heard_and_never_seen():
    song = Clip(ClipId("s"), AssetUse(SONG), 5, Retime.plain(100))
    film = Clip(ClipId("f"), AssetUse(FILM), 110, Retime.plain(100))
    plan = plan_of(on_track(library(), A1, song, film))
    assert plan.layers == ()
    assert [sound.span for sound in plan.sounds] == [Span(5, 105), Span(110, 210)]
    assert plan.frames == 210


def test_stills_titles_and_frozen_frames_are_silent():
    clips = (
        Clip(ClipId("l"), AssetUse(LOGO), 0, Retime.plain(10)),
        Clip(ClipId("t"), Title("Laqta"), 10, Retime.plain(10)),
        Clip(ClipId("f"), ShotUse(SHOT), 20, Retime(Fraction(1), 10, 10, Fraction(0))),
    )
    plan = plan_of(on_track(library(), V1, *clips))
    assert len(plan.layers) == 3
    assert plan.sounds == ()


def test_a_dissolve_takes_its_frames_from_beyond_the_cut():
    film = add_transition(film_of(40, 40), ClipId("a"), ClipId("b"), 11)
    plan = plan_of(film)
    left, right = plan.layers
    assert (left.span, right.span) == (Span(0, 46), Span(35, 80))
    assert (left.fade_in, left.fade_out, right.fade_in, right.fade_out) == (0, 0, 11, 0)
    begin, frame = Fraction(2), RATE.seconds(1)
    assert left.time_map.source_of_frame(45, RATE) == begin + 45 * frame
    assert right.time_map.source_of_frame(0, RATE) == begin - 5 * frame
    assert right.time_map.source_of_frame(5, RATE) == begin
    heard_left, heard_right = plan.sounds
    assert (heard_left.fade_out, heard_right.fade_in) == (11, 11)
    assert (heard_left.span, heard_right.span) == (left.span, right.span)
    assert plan.frames == 80


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("loop", ["off", "pingpong"])
def test_the_frames_outside_a_dissolve_are_those_without_it(backwards: bool, loop: str):
    film = film_of(40, 40)
    passes = (0, 40) if loop == "off" else (7, 40)
    retime = Retime(Fraction(2), 40, 40, Fraction(2), backwards, loop, passes[0])
    clips = [replace(clip, retime=retime) for clip in film.sequence.tracks[0].clips]
    film = on_track(library(), V1, *clips)
    dissolved = plan_of(add_transition(film, ClipId("a"), ClipId("b"), 10))
    for before, after in zip(plan_of(film).layers, dissolved.layers, strict=True):
        for frame in range(before.span.start, before.span.stop):
            assert before.time_map.source_of_frame(
                frame - before.span.start, RATE
            ) == after.time_map.source_of_frame(frame - after.span.start, RATE)


def test_a_rendered_take_takes_the_place_of_its_draft():
    request = ShotRequest("a calm sea", Fraction(10))
    silent = replace(facts_of("/takes/1.mp4"), sample_rate=0, channels=0)
    film = add_take(film_of(40), SHOT, Rendered(silent, Recipe(request, "model 1")))
    plan = plan_of(film)
    assert plan.layers[0].source == MediaSource(silent.media)
    assert plan.layers[0].time_map == plan_of(film_of(40)).layers[0].time_map
    assert plan.sounds == ()


def test_a_shot_s_plan_is_all_of_it():
    plan = shot_plan(ShotRequest("a calm sea", Fraction(5, 2), 640, 360, Rate(25)))
    assert (plan.width, plan.height, plan.rate, plan.frames) == (640, 360, Rate(25), 62)
    assert plan.layers[0].span == plan.sounds[0].span == Span(0, 62)


def test_a_source_plan_is_the_whole_source_whatever_the_clip_shows():
    film = film_of(40)
    _, clip = film.sequence.find(ClipId("a"))
    plan = source_plan(film, replace(clip, looks=(Look("noir"),), opacity=0.1))
    assert plan.frames == 240
    assert plan.layers[0].time_map == TimeMap.straight(Fraction(10))
    assert (plan.layers[0].looks, plan.layers[0].opacity) == ((), 1.0)
    still = source_plan(film, replace(clip, use=AssetUse(LOGO)))
    assert (still.frames, still.sounds) == (1, ())
