"""Conform: the drafts of a cut made anew by a model, with the edit as it is."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from app.document.clip import ShotId, ShotUse
from app.document.project import Project, Rendered, Shot
from app.edits.takes import add_take, found_shot, keep_take
from app.errors import EditRefused, trouble_of
from app.model_limits import ProfileName
from app.work import NewTake
from engine.contract.making import Made

LABEL = "Conform"


def conform(
    project: Project,
    shot_ids: Iterable[ShotId] | None,
    model_id: str,
    profile: ProfileName = "quality",
    framing: bool = False,
    strength: float = 0.6,
) -> tuple[NewTake, ...]:
    """The takes to make so that these shots, or all that the film shows, become the model's.

    Prompt, seed, length and references stay. Of all, those that show such a take already are left
    out. Raises EditRefused for a shot that isn't there.
    """
    wanted = (
        shots_shown(project) if shot_ids is None else [found_shot(project, s) for s in shot_ids]
    )
    works = (new_take(shot, model_id, profile, framing, strength, LABEL) for shot in wanted)
    return tuple(
        work
        for shot, work in zip(wanted, works, strict=True)
        if shot_ids is not None or not _is_such(shot, work)
    )


def new_take(
    shot: Shot,
    model_id: str,
    profile: ProfileName = "quality",
    framing: bool = False,
    strength: float = 0.6,
    label: str = "New take",
) -> NewTake:
    """A take of the shot as it is asked for now, from a model."""
    request = replace(shot.request, model=model_id)
    return NewTake(shot.id, request, profile, framing, strength, label)


def variations(work: NewTake, count: int) -> tuple[NewTake, ...]:
    """The same take from the next `count` seeds."""
    seed = work.request.seed
    return tuple(
        replace(work.with_seed((seed + number) % 2**31), label="Variation")
        for number in range(1, count + 1)
    )


def made_again(shot: Shot, index: int) -> NewTake:
    """The order that makes a rendered take once more, bit for bit on the same machine.

    Raises EditRefused for a draft, which is never made.
    """
    if not 0 <= index < len(shot.takes):
        raise EditRefused("bad_value", str(index))
    recipe = shot.takes[index].recipe
    if recipe.run is None:
        raise EditRefused("draft_take", shot.request.prompt)
    run = recipe.run
    return NewTake(
        shot.id, recipe.request, run.profile, run.framing, run.strength, "Make again",
        run=run, made_by=recipe.profile,
    )  # fmt: skip


def remade(shot: Shot, prompt: str, seed: int) -> NewTake:
    """A take like the rendered one that shows, from another prompt or seed.

    Raises EditRefused where a draft shows.
    """
    again = made_again(shot, shot.active)
    request = replace(again.request, prompt=prompt, seed=seed)
    return replace(again, request=request, label="Remix", run=None, made_by=None)


def delivered(project: Project, work: NewTake, made: Made) -> tuple[Project, tuple[str, ...]]:
    """The film with the finished take showing in its shot, and what was in the way.

    A take that is shorter than the clips need is kept without being shown. One that the shot has
    already changes nothing.
    """
    take = Rendered(made.facts, made.recipe)
    try:
        shot = found_shot(project, work.shot)
        if take in shot.takes:
            return project, ()
        return add_take(project, shot.id, take), ()
    except EditRefused as refused:
        sentences = (trouble_of(refused).text,)
        if refused.reason != "take_too_short":
            return project, sentences
        return keep_take(project, work.shot, take), sentences


def shots_shown(project: Project) -> list[Shot]:
    """The shots that the film's clips show, each once, in the order in which they begin."""
    clips = (clip for track in project.sequence.tracks for clip in track.clips)
    uses = ((clip.start, clip.use.shot) for clip in clips if isinstance(clip.use, ShotUse))
    return [project.shot(shot) for shot in dict.fromkeys(shot for _, shot in sorted(uses))]


def _is_such(shot: Shot, work: NewTake) -> bool:
    """Whether the take that shows is what the work would make, and its file is still there."""
    take, recipe = shot.take, shot.take.recipe
    run = recipe.run
    return (
        run is not None
        and isinstance(take, Rendered)
        and Path(take.facts.media.path).is_file()
        and recipe.request == work.request
        and (run.profile, run.framing) == (work.profile, work.framing)
        and (not run.framing or run.strength == work.strength)
    )
