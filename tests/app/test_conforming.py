"""Conform: a cut of drafts becomes a cut of takes, and nothing else of the film changes."""

import asyncio
from collections.abc import Awaitable, Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from app.conforming import conform, delivered, made_again, shots_shown
from app.document.clip import Clip, ClipId, ShotId, ShotUse
from app.document.consistency import check
from app.document.project import Draft, Project, Rendered, Shot
from app.document.retime import Retime
from app.edits.adding import add_title
from app.edits.dissolving import add_transition
from app.edits.styling import set_looks
from app.edits.timing import set_loop, set_speed
from app.errors import EditRefused
from app.flatten import plan_of
from app.session import Session
from engine.contract.making import Made
from engine.contract.plan import Look, MediaSource, RenderPlan, ShotSource, Title
from engine.contract.shot import Recipe, ShotRequest
from tests.fakes.documents import SHOT, V1, film_of, library, on_track, retimes
from tests.fakes.engine import FakeEngine, facts_of
from tests.fakes.models import LTX

WAN_ID, LTX_ID = "fake/wan-small", "fake/ltx-sound"


def six_drafts(seconds: Fraction = Fraction(10), width: int = 1920, height: int = 1080) -> Project:
    """Six shots in a row: trimmed, at half speed, looped, with a look, a title, a dissolve."""
    bare, frames = library(), int(6 * seconds)
    names = [ShotId(f"shot-{n}") for n in range(1, 7)]
    requests = [ShotRequest(f"a calm sea {n}", seconds, width, height, seed=n) for n in range(1, 7)]
    shots = tuple(
        Shot(name, request, (Draft(Recipe(request, "fake 1")),))
        for name, request in zip(names, requests, strict=True)
    )
    clips = [
        Clip(
            ClipId(f"c{n}"),
            ShotUse(name),
            n * frames,
            Retime.plain(frames, (n + 2) * seconds / 24),
        )
        for n, name in enumerate(names)
    ]
    film = on_track(replace(bare, shots=shots), V1, *clips)
    film = add_transition(film, ClipId("c0"), ClipId("c1"), max(2, frames // 5))
    film = set_looks(film, ClipId("c2"), (Look("noir", 0.5),))
    film = set_loop(film, ClipId("c5"), "pingpong", 3)
    film = set_speed(film, ClipId("c4"), Fraction(1, 2))
    return add_title(film, Title("لقطة"), frames + 1)


def live(folder: Path, film: Project, scene: Callable[[Session, FakeEngine], Awaitable[None]]):
    """A scene in a session with this film, whose engine has models."""

    async def whole() -> None:
        engine = FakeEngine()
        session = Session.new(engine, folder)
        session.apply("Film", lambda _: film)
        await scene(session, engine)
        await session.close()

    asyncio.run(whole())


async def until_over(session: Session) -> None:
    changed = asyncio.Event()
    session.queue.changed.connect(changed.set)
    while not all(job.over for job in session.queue.jobs):
        await asyncio.wait_for(changed.wait(), 10)
        changed.clear()


def without_sources(plan: RenderPlan) -> RenderPlan:
    """The plan with every shot's source, a draft or a take, as the same nothing."""
    nothing = ShotSource(ShotRequest("nothing"))

    def bare(part):
        shown = isinstance(part.source, ShotSource | MediaSource)
        return replace(part, source=nothing) if shown else part

    return replace(plan, layers=tuple(map(bare, plan.layers)), sounds=tuple(map(bare, plan.sounds)))


def test_a_cut_of_six_drafts_keeps_its_edit_and_undo_brings_the_drafts_back(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        before, drafts = session.plan(), session.project
        session.conform(None, WAN_ID)
        await until_over(session)
        after = session.plan()
        assert after != before and after.frames == before.frames
        assert without_sources(after) == without_sources(before)
        shown = [source for source in sources(after) if isinstance(source, MediaSource)]
        assert len({source.media.identity for source in shown}) == 6
        assert session.labels[-6:] == ("Conform",) * 6
        asked = [making.request for making in engine.maker.made]
        wanted = [replace(shot.request, model=WAN_ID) for shot in drafts.shots]
        assert asked == wanted
        for _ in range(6):
            session.undo()
        assert session.project == drafts and session.plan() == before

    live(tmp_path, six_drafts(), scene)


def sources(plan: RenderPlan) -> list[object]:
    return [layer.source for layer in plan.layers]


@settings(deadline=None, max_examples=40)
@given(retime=retimes(), surplus=some.fractions(0, 2, max_denominator=48), data=some.data())
def test_a_take_as_long_as_the_shot_fits_whatever_was_cut(retime, surplus, data):
    film = film_of(30, 50, 40)
    clip = Clip(ClipId("cut"), ShotUse(SHOT), 200, retime, name="cut")
    clips = film.sequence.tracks[0].clips
    film = on_track(film, V1, *clips, clip)
    before = data.draw(some.integers(1, 20))
    film = add_transition(film, ClipId("a"), ClipId("b"), 2 * before)
    work = conform(film, [SHOT], WAN_ID)[0]
    conformed, told = delivered(film, work, made(work.request, Fraction(10) + surplus))
    assert told == () and check(conformed) == []
    was, now = plan_of(film), plan_of(conformed)
    assert now.frames == was.frames and without_sources(now) == without_sources(was)


def made(request: ShotRequest, seconds: Fraction) -> Made:
    """A finished take."""
    return Made(facts_of(f"/takes/{request.seed}.mp4", seconds=seconds), Recipe(request, "fake 1"))


@pytest.mark.parametrize("seconds", [Fraction(3), Fraction(4)])
def test_a_take_that_is_too_short_is_kept_but_not_shown(seconds):
    """Three seconds are less than the clips use, four less than the dissolve borrows."""
    film = add_transition(film_of(40, 48, begin=Fraction(2)), ClipId("a"), ClipId("b"), 20)
    work = conform(film, None, WAN_ID)[0]
    conformed, told = delivered(film, work, made(work.request, seconds))
    assert "shorter than what the film shows" in told[0]
    shot = conformed.shot(SHOT)
    assert isinstance(shot.take, Draft) and isinstance(shot.takes[-1], Rendered)
    assert plan_of(conformed) == plan_of(film) and check(conformed) == []


def test_a_short_take_is_told_and_its_job_says_so(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        engine.maker.seconds = Fraction(1)
        (job,) = session.conform([SHOT], WAN_ID)
        await until_over(session)
        state = session.queue.job(job.id).state
        assert isinstance(state, Made)
        assert any("shorter than what the film shows" in note for note in state.notes)
        assert isinstance(session.project.shot(SHOT).take, Draft)
        assert len(session.project.shot(SHOT).takes) == 2

    live(tmp_path, film_of(30, 30), scene)


def test_what_is_conformed_already_is_left_out_of_all_but_made_when_named(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        session.conform(None, WAN_ID)
        await until_over(session)
        assert session.conform(None, WAN_ID) == ()
        assert len(session.conform(None, WAN_ID, "fast")) == 1
        assert len(session.conform([SHOT], WAN_ID)) == 1
        await until_over(session)
        with pytest.raises(EditRefused, match="no_shot"):
            session.conform([ShotId("shot-9")], WAN_ID)

    live(tmp_path, film_of(30, 30), scene)


def test_shots_are_made_in_the_film_s_order():
    film = six_drafts()
    clips = tuple(
        replace(clip, start=600 - clip.start) for clip in reversed(film.sequence.tracks[0].clips)
    )
    turned = on_track(film, V1, *(replace(clip, retime=Retime.plain(30)) for clip in clips))
    assert [shot.id for shot in shots_shown(turned)] == [f"shot-{n}" for n in range(6, 0, -1)]


def test_variations_remakes_and_making_again_are_new_takes(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        session.make_take(SHOT, LTX_ID)
        session.vary(SHOT, 2, WAN_ID, framing=True)
        await until_over(session)
        session.remake(SHOT, "a stormy sea", 7)
        session.make_again(SHOT, 1)
        await until_over(session)
        takes = session.project.shot(SHOT).takes
        recipes = [take.recipe for take in takes]
        assert [r.request.seed for r in recipes] == [1, 1, 2, 3, 7, 1]
        assert [r.request.model for r in recipes[1:]] == [LTX_ID, WAN_ID, WAN_ID, WAN_ID, LTX_ID]
        assert recipes[4].request.prompt == "a stormy sea" and recipes[4].run.framing
        assert recipes[5] == recipes[1] and recipes[1].run.rate == LTX.rate
        again = made_again(session.project.shot(SHOT), 1)
        assert again.made_by == recipes[1].profile and again.made_by is not None
        assert len({take.facts.media.path for take in takes[1:]}) == 5
        with pytest.raises(EditRefused, match="draft_take"):
            session.make_again(SHOT, 0)

    live(tmp_path, film_of(30, 30), scene)


def test_a_shot_that_was_deleted_meanwhile_loses_nothing_else(tmp_path: Path):
    async def scene(session: Session, engine: FakeEngine) -> None:
        engine.maker.gate.clear()
        (job,) = session.conform(None, WAN_ID)
        session.undo()
        engine.maker.gate.set()
        await until_over(session)
        state = session.queue.job(job.id).state
        assert isinstance(state, Made) and "not a shot of this project" in state.notes[-1]
        assert Path(state.facts.media.path).is_file()

    live(tmp_path, film_of(30, 30), scene)
