"""Media in the project: which files it uses, which are missing, and finding them again."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from app.document.project import Project, Rendered, Shot, Take
from engine.contract.engine import Strips
from engine.contract.events import EngineFault
from engine.contract.plan import MediaSource, RenderPlan, ShotSource
from engine.contract.shot import MediaRef, Recipe, ShotRequest


def media_of(project: Project) -> tuple[MediaRef, ...]:
    """Every file that the project uses, each once."""
    return tuple({ref.identity: ref for ref in _all_media(project)}.values())


def missing_media(project: Project) -> tuple[MediaRef, ...]:
    """The files that are not where they were."""
    return tuple(ref for ref in media_of(project) if not Path(ref.path).exists())


def paths_in(plan: RenderPlan) -> Iterator[str]:
    """Every file that the film is made of."""
    for layer in (*plan.layers, *plan.sounds):
        match layer.source:
            case MediaSource(media):
                yield media.path
            case ShotSource(request):
                yield from (each.media.path for each in request.references)
            case _:
                pass


def with_paths(project: Project, paths: dict[str, str]) -> Project:
    """The project with media of these identities at other paths."""

    def moved(ref: MediaRef) -> MediaRef:
        return replace(ref, path=paths.get(ref.identity, ref.path))

    assets = tuple(
        replace(asset, facts=replace(asset.facts, media=moved(asset.facts.media)))
        for asset in project.assets
    )
    return replace(
        project, assets=assets, shots=tuple(_moved_shot(s, moved) for s in project.shots)
    )


def moved_along(ref: MediaRef, old_home: Path, new_home: Path) -> Iterator[Path]:
    """Where the file may lie if it moved together with the project: relative to it as before, or
    beside it, in a folder of the same name or in none.

    The last two find what came after a move that was not noted, which a lost file keeps it from.
    """
    old = Path(ref.path)
    with suppress(ValueError):  # on another drive, nothing is relative
        yield Path(os.path.normpath(new_home / os.path.relpath(old, old_home)))
    yield new_home / old.parent.name / old.name
    yield new_home / old.name


async def found_among(strips: Strips, ref: MediaRef, paths: Iterable[Path]) -> Path | None:
    """The first of these files that is the one, by what is in it."""
    for path in paths:
        if path.is_file():
            with suppress(EngineFault):
                facts = await strips.probe(str(path))
                if facts.media.identity == ref.identity:
                    return path
    return None


def candidates(folder: Path, ref: MediaRef) -> Iterator[Path]:
    """Files below `folder` that may be this one: those of the same name, then of the same kind."""
    name = Path(ref.path)
    alike = [path for path in sorted(folder.rglob(f"*{name.suffix}")) if path.is_file()]
    yield from (path for path in alike if path.name == name.name)
    yield from (path for path in alike if path.name != name.name)


def _all_media(project: Project) -> Iterator[MediaRef]:
    for asset in project.assets:
        yield asset.facts.media
    for shot in project.shots:
        for take in shot.takes:
            if isinstance(take, Rendered):
                yield take.facts.media
            yield from (each.media for each in take.recipe.request.references)


def _moved_shot(shot: Shot, moved: Callable[[MediaRef], MediaRef]) -> Shot:
    def moved_request(request: ShotRequest) -> ShotRequest:
        references = tuple(replace(each, media=moved(each.media)) for each in request.references)
        return replace(request, references=references)

    def moved_take(take: Take) -> Take:
        recipe: Recipe = replace(take.recipe, request=moved_request(take.recipe.request))
        if isinstance(take, Rendered):
            facts = replace(take.facts, media=moved(take.facts.media))
            return replace(take, facts=facts, recipe=recipe)
        return replace(take, recipe=recipe)

    takes = tuple(moved_take(take) for take in shot.takes)
    return replace(shot, request=moved_request(shot.request), takes=takes)
