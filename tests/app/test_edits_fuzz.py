"""Any row of edits leaves a sound document, and undo gives every earlier one back."""

from collections.abc import Callable
from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.conforming import delivered, new_take
from app.document.clip import AssetUse, Clip, ClipId
from app.document.consistency import check
from app.document.project import Draft, Project, Rendered
from app.edits import (
    adding,
    copying,
    dissolving,
    levels,
    placing,
    recutting,
    splitting,
    styling,
    timing,
    tracks,
    trimming,
)
from app.edits import takes as take_edits
from app.edits.change import next_clip_id
from app.errors import EditRefused
from app.flatten import plan_of
from app.history import History, Step
from app.project_file import pack, unpack
from engine.contract.making import Made
from engine.contract.plan import Look, Title, Transform
from engine.contract.shot import Recipe, ShotRequest
from engine.contract.time import Rate, Span
from tests.fakes.documents import LOGO, SHOT, any_use, library, retimes, speeds
from tests.fakes.engine import facts_of

rates = some.sampled_from([Rate(24), Rate(30_000, 1001)])
frames = some.integers(-20, 500)
nudges = some.integers(-80, 80)
flags = some.booleans()


class Edits(RuleBasedStateMachine):
    """Every verb, on clips and tracks drawn at random."""

    @initialize(rate=rates)
    def begin(self, rate: Rate) -> None:
        self.history = History([Step.of("", library(rate))], 0)
        self.done: list[Project] = [self.project]
        self.takes_made = 0
        for start in (0, 48, 200):
            self.do(lambda p, start=start: self._placed(p, Span(start, start + 48)))

    @property
    def project(self) -> Project:
        return self.history.project

    def _placed(self, project: Project, span: Span) -> Project:
        clip = adding.shot_clip(project, SHOT)
        clip = splitting.halves(clip, 48, project.sequence.rate, clip.id)[0]
        return placing.place(project, clip, project.sequence.tracks[0].id, span.start)

    def do(self, edit: Callable[[Project], Project]) -> None:
        before = pack(self.project)
        try:
            project = edit(self.project)
        except EditRefused:
            assert pack(self.project) == before
            return
        wrong = check(project)
        assert wrong == []
        self.history.do("edit", project)
        self.done = [*self.done[: self.history.position], project]

    def clip(self, data: some.DataObject) -> ClipId:
        ids = [clip.id for track in self.project.sequence.tracks for clip in track.clips]
        return data.draw(some.sampled_from(ids)) if ids else ClipId("none")

    def clips(self, data: some.DataObject) -> list[ClipId]:
        return [self.clip(data) for _ in range(data.draw(some.integers(1, 3)))]

    def track(self, data: some.DataObject):
        return data.draw(some.sampled_from([t.id for t in self.project.sequence.tracks]))

    def new_clip(self, data: some.DataObject) -> Clip:
        rate = self.project.sequence.rate
        available = rate.frame_at(Fraction(10))
        return Clip(
            next_clip_id(self.project),
            data.draw(any_use),
            0,
            data.draw(retimes(rate=rate, available=available)),
        )

    @rule(data=some.data(), start=frames)
    def put(self, data, start):
        verbs = (placing.place, placing.place_free, placing.overwrite, placing.insert)
        verb, clip = data.draw(some.sampled_from(verbs)), self.new_clip(data)
        track = self.track(data)
        self.do(lambda p: verb(p, clip, track, start))

    @rule(data=some.data(), start=frames)
    def move(self, data, start):
        clip, track = self.clip(data), self.track(data)
        self.do(lambda p: placing.move(p, clip, track, start))

    @rule(data=some.data(), start=frames)
    def move_to_the_nearest_room(self, data, start):
        clip_id, track_id = self.clip(data), self.track(data)

        def edit(project: Project) -> Project:
            if clip_id == "none":
                raise EditRefused("no_clip")
            _, clip = project.sequence.find(clip_id)
            where = placing.nearest_free(project, clip, track_id, start)
            try:
                return placing.move(project, clip_id, track_id, where)
            except EditRefused as refused:
                assert refused.reason in ("wrong_track", "locked")
                raise

        self.do(edit)

    @rule(data=some.data(), by=nudges, up=some.integers(-1, 1))
    def move_together(self, data, by, up):
        clips = self.clips(data)
        self.do(lambda p: placing.move_together(p, clips, by, up))

    @rule(data=some.data())
    def delete_or_copy(self, data):
        clips, start = self.clips(data), data.draw(frames)
        verb = data.draw(some.sampled_from("dDcgp"))
        track = self.track(data)
        match verb:
            case "d":
                self.do(lambda p: placing.delete(p, clips))
            case "D":
                self.do(lambda p: placing.ripple_delete(p, clips))
            case "c":
                self.do(lambda p: placing.duplicate(p, clips[0]))
            case "g":
                self.do(lambda p: placing.close_gap(p, track, max(0, start)))
            case _:
                self.do(lambda p: copying.paste(p, copying.copied(p, clips), max(0, start)))

    @rule(data=some.data(), by=nudges)
    def trim(self, data, by):
        verbs = (
            trimming.trim_left,
            trimming.trim_right,
            trimming.ripple_trim_left,
            trimming.ripple_trim_right,
            trimming.roll,
            trimming.slip,
            trimming.slide,
        )
        verb, clip = data.draw(some.sampled_from(verbs)), self.clip(data)
        self.do(lambda p: verb(p, clip, by))

    @precondition(lambda self: any(track.clips for track in self.project.sequence.tracks))
    @rule(data=some.data())
    def trim_to_the_limits(self, data):
        clip_id = self.clip(data)
        track, clip = self.project.sequence.find(clip_id)
        if track.locked:
            return
        left, right = trimming.trim_limits(self.project, clip_id)
        longest = min(right.stop - 1, clip.span.stop + 300)
        earliest = max(left.start, clip.start - 300)
        for verb, by in (
            (trimming.trim_left, earliest - clip.start),
            (trimming.trim_left, left.stop - 1 - clip.start),
            (trimming.trim_right, longest - clip.span.stop),
            (trimming.trim_right, right.start - clip.span.stop),
        ):
            assert check(verb(self.project, clip_id, by)) == []
        for verb, by in ((trimming.trim_left, left.start - 1 - clip.start),):
            try:
                verb(self.project, clip_id, by)
            except EditRefused as refused:
                assert refused.reason in ("no_room", "source_ends", "before_start")
            else:
                raise AssertionError("a trim went beyond its limit")

    @rule(data=some.data(), at=some.integers(0, 60))
    def split(self, data, at):
        clip_id = self.clip(data)
        if clip_id != "none":
            _, clip = self.project.sequence.find(clip_id)
            self.do(lambda p: splitting.split(p, clip_id, clip.start + at))

    @rule(frame=frames)
    def split_all(self, frame):
        self.do(lambda p: splitting.split_at(p, frame))

    @rule(data=some.data(), speed=speeds, ripple=flags)
    def set_speed(self, data, speed, ripple):
        clip = self.clip(data)
        self.do(lambda p: timing.set_speed(p, clip, speed, ripple))

    @rule(data=some.data(), ripple=flags, count=some.fractions(0, 5, max_denominator=4))
    def loop_or_reverse(self, data, ripple, count):
        clip = self.clip(data)
        mode = data.draw(some.sampled_from(["off", "repeat", "pingpong", "back", "forth"]))
        if mode in ("back", "forth"):
            self.do(lambda p: timing.set_backwards(p, clip, mode == "back"))
        else:
            self.do(lambda p: timing.set_loop(p, clip, mode, count, ripple))

    @rule(data=some.data(), at=some.integers(0, 60), length=some.integers(0, 30))
    def freeze_or_remove_frames(self, data, at, length):
        clip_id, hold = self.clip(data), data.draw(flags)
        if clip_id == "none":
            return
        start = self.project.sequence.find(clip_id)[1].start + at
        if hold:
            self.do(lambda p: timing.freeze(p, clip_id, start, length))
        else:
            self.do(lambda p: timing.remove_frames(p, clip_id, Span(start, start + length)))

    @rule(data=some.data(), amount=some.floats(-1, 2))
    def style(self, data, amount):
        clip, other = self.clip(data), self.clip(data)
        looks = (Look("noir", amount),)
        edits: list[Callable[[Project], Project]] = [
            lambda p: styling.set_opacity(p, clip, amount),
            lambda p: styling.set_looks(p, clip, looks),
            lambda p: styling.set_transform(p, clip, Transform(scale=amount)),
            lambda p: styling.set_name(p, clip, "name"),
            lambda p: styling.set_title(p, clip, Title("Other")),
            lambda p: styling.paste_style(p, clip, [other]),
        ]
        self.do(data.draw(some.sampled_from(edits)))

    @rule(
        data=some.data(),
        fade_in=some.none() | some.integers(0, 200),
        fade_out=some.none() | some.integers(0, 200),
    )
    def set_sound(self, data, fade_in, fade_out):
        clip = self.clip(data)
        self.do(lambda p: levels.set_sound(p, clip, -3.0, fade_in, fade_out))

    @rule(data=some.data(), length=some.integers(0, 60), ripple=flags)
    def dissolve(self, data, length, ripple):
        pairs = [
            (left.id, right.id)
            for track in self.project.sequence.tracks
            for left, right in zip(track.clips, track.clips[1:], strict=False)
        ]
        if pairs:
            left, right = data.draw(some.sampled_from(pairs))
            self.do(lambda p: dissolving.add_transition(p, left, right, length, ripple))

    @rule(data=some.data())
    def remove_a_transition(self, data):
        clip = self.clip(data)
        self.do(lambda p: dissolving.remove_transition(p, clip))

    @rule(data=some.data(), start=frames, length=some.integers(1, 90))
    def add(self, data, start, length):
        if data.draw(flags):
            self.do(lambda p: adding.add_title(p, Title("Laqta"), start, length))
        else:
            self.do(lambda p: adding.add_overlay(p, LOGO, Span(start, start + length)))

    @rule(data=some.data(), on=flags)
    def change_tracks(self, data, on):
        track = self.track(data)
        edits: list[Callable[[Project], Project]] = [
            lambda p: tracks.set_muted(p, track, on),
            lambda p: tracks.set_hidden(p, track, on),
            lambda p: tracks.set_locked(p, track, on and len(p.sequence.tracks) > 4),
            lambda p: tracks.remove_track(p, track) if len(p.sequence.tracks) > 1 else p,
            lambda p: tracks.add_track(p, "picture") if len(p.sequence.tracks) < 7 else p,
            lambda p: tracks.add_track(p, "sound") if len(p.sequence.tracks) < 7 else p,
        ]
        self.do(data.draw(some.sampled_from(edits)))

    @rule(data=some.data(), seconds=some.integers(2, 20))
    def change_takes(self, data, seconds):
        take = Draft(Recipe(ShotRequest("a calm sea", Fraction(seconds)), "fake 1"))
        index = data.draw(some.integers(0, 3))
        edits: list[Callable[[Project], Project]] = [
            lambda p: take_edits.add_take(p, SHOT, take),
            lambda p: take_edits.keep_take(p, SHOT, take),
            lambda p: take_edits.set_active_take(p, SHOT, index),
            lambda p: take_edits.remove_take(p, SHOT, index),
        ]
        self.do(data.draw(some.sampled_from(edits)))

    @rule(data=some.data(), surplus=some.fractions(-1, 1, max_denominator=24))
    def conform_a_shot(self, data, surplus):
        """Nothing but sources changes, whatever was done to the clips."""
        shot = data.draw(some.sampled_from(self.project.shots))
        work = new_take(shot, "a model")
        seconds = max(Fraction(1, 24), work.request.seconds + surplus)
        self.takes_made += 1
        facts = facts_of(f"/takes/{self.takes_made}.mp4", seconds=seconds)
        made = Made(facts, Recipe(work.request, "fake 1"))
        before = self.project
        self.do(lambda p: delivered(p, work, made)[0])
        if surplus >= 0:
            assert isinstance(self.project.shot(shot.id).take, Rendered)
        assert self.project.sequence == before.sequence

    @rule(data=some.data())
    def recut_a_clip(self, data):
        clip = self.clip(data)

        def edit(project: Project) -> Project:
            request = recutting.recut_request(recutting.stretch_of(project, clip), "a storm", 2, ())
            return recutting.recut(project, clip, Draft(Recipe(request, "fake 1")))[0]

        self.do(edit)

    @rule(times=some.integers(1, 5))
    def undo_and_redo(self, times):
        """Every step back is the document of then, every step ahead that of after."""
        before = self.project
        for _ in range(times):
            self.history.undo()
            assert self.project is self.done[self.history.position]
        for _ in range(times):
            self.history.redo()
        assert self.project == self.done[min(len(self.done) - 1, self.history.position)]
        assert before in self.done

    @rule()
    def undo(self):
        self.history.undo()

    @invariant()
    def the_document_survives_being_stored(self):
        assert unpack(pack(self.project)) == self.project

    @invariant()
    def the_plan_covers_what_shows(self):
        plan = plan_of(self.project)
        assert plan.frames == max(1, self.project.sequence.frames)
        for layer in (*plan.layers, *plan.sounds):
            assert layer.time_map.frames(plan.rate) == layer.span.length
            assert layer.fade_in + layer.fade_out <= layer.span.length
            assert layer.span.start >= 0


Edits.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestEdits = Edits.TestCase


def test_a_sound_on_a_picture_track_is_refused():
    project = library()
    clip = adding.asset_clip(project, project.assets[2].id)
    assert isinstance(clip.use, AssetUse)
    try:
        placing.place(project, clip, project.sequence.tracks[0].id, 0)
    except EditRefused as refused:
        assert refused.reason == "wrong_track"
    else:
        raise AssertionError("it was placed")
