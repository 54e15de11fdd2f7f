"""Takes of a shot: a new one, and which one shows."""

from msgspec.structs import replace

from app.document.clip import ShotId
from app.document.consistency import reaches_beyond
from app.document.edges import fitted
from app.document.project import Project, Shot, Take
from app.errors import EditRefused


def add_take(project: Project, shot_id: ShotId, take: Take) -> Project:
    """Keep a new take of a shot and show it; every clip of the shot stays as it is cut.

    takes [draft]   ->   takes draft, [new]
    """
    shot = found_shot(project, shot_id)
    return _with_shot(
        project,
        replace(
            shot,
            request=take.recipe.request,
            takes=(*shot.takes, take),
            active=len(shot.takes),
        ),
    )


def keep_take(project: Project, shot_id: ShotId, take: Take) -> Project:
    """Keep a new take of a shot without showing it.

    takes [draft]   ->   takes [draft], new
    """
    shot = found_shot(project, shot_id)
    return _with_shot(project, replace(shot, takes=(*shot.takes, take)))


def set_active_take(project: Project, shot_id: ShotId, index: int) -> Project:
    """Show another take of a shot.

    takes draft, [new]   ->   takes [draft], new
    """
    shot = found_shot(project, shot_id)
    if not 0 <= index < len(shot.takes):
        raise EditRefused("bad_value", str(index))
    request = shot.takes[index].recipe.request
    return _with_shot(project, replace(shot, active=index, request=request))


def remove_take(project: Project, shot_id: ShotId, index: int) -> Project:
    """Forget a take; where it showed, the one before it shows.

    takes draft, [new]   ->   takes [draft]
    """
    shot = found_shot(project, shot_id)
    if not 0 <= index < len(shot.takes):
        raise EditRefused("bad_value", str(index))
    if len(shot.takes) == 1:
        raise EditRefused("last_take")
    takes = shot.takes[:index] + shot.takes[index + 1 :]
    active = max(0, shot.active - (index <= shot.active))
    return _with_shot(
        project,
        replace(shot, takes=takes, active=active, request=takes[active].recipe.request),
    )


def found_shot(project: Project, shot_id: ShotId) -> Shot:
    """The shot. Raises EditRefused where it isn't in the project."""
    try:
        return project.shot(shot_id)
    except KeyError:
        raise EditRefused("no_shot", shot_id) from None


def _with_shot(project: Project, shot: Shot) -> Project:
    shots = tuple(shot if each.id == shot.id else each for each in project.shots)
    changed = replace(project, shots=shots)
    for track in changed.sequence.tracks:
        lent = fitted(changed, track, track.transitions)
        lacking = any(each not in lent for each in track.transitions)
        if lacking or any(reaches_beyond(changed, clip) for clip in track.clips):
            raise EditRefused("take_too_short", shot.request.prompt)
    return changed
