"""How a clip looks: looks, place in the frame, opacity, its title's text, its name."""

from collections.abc import Iterable
from math import isfinite

from msgspec.structs import replace

from app.document.clip import ClipId
from app.document.project import Project
from app.edits.change import editable_clip, found_clip, name_of, with_each_clip
from app.errors import EditRefused
from engine.contract.plan import Look, Title, Transform

LARGEST, SMALLEST = 50.0, 0.001


def set_looks(project: Project, clip_id: ClipId, looks: tuple[Look, ...]) -> Project:
    """Restyle a clip; the looks apply in this order.

    |--a--|   ->   |--a noir--|
    """
    for look in looks:
        _check(0 <= look.strength <= 1, look.strength)
    return with_each_clip(project, clip_id, lambda clip: replace(clip, looks=looks))


def set_transform(project: Project, clip_id: ClipId, transform: Transform) -> Project:
    """Place a clip's picture in the frame.

    [ a   ]   ->   [   a ]
    """
    numbers = (transform.x, transform.y, transform.scale, transform.rotation)
    _check(all(isfinite(number) for number in numbers), numbers)
    _check(SMALLEST <= transform.scale <= LARGEST, transform.scale)
    return with_each_clip(project, clip_id, lambda clip: replace(clip, transform=transform))


def set_opacity(project: Project, clip_id: ClipId, opacity: float) -> Project:
    """How much of what lies below a clip hides: 0 nothing, 1 all.

    [ a ]   ->   [ a over b ]
    """
    _check(0 <= opacity <= 1, opacity)
    return with_each_clip(project, clip_id, lambda clip: replace(clip, opacity=opacity))


def set_title(project: Project, clip_id: ClipId, title: Title) -> Project:
    """Change the text of a title and how it is set.

    |-Hello-|   ->   |-Welcome-|
    """
    _, clip = editable_clip(project, clip_id)
    if not isinstance(clip.use, Title):
        raise EditRefused("bad_value", name_of(project, clip))
    return with_each_clip(project, clip_id, lambda each: replace(each, use=title))


def set_name(project: Project, clip_id: ClipId, name: str) -> Project:
    """Call a clip something; "" gives it the name of what it shows.

    |-shot.mp4-|   ->   |-Opening-|
    """
    return with_each_clip(project, clip_id, lambda clip: replace(clip, name=name.strip()))


def paste_style(project: Project, source_id: ClipId, clip_ids: Iterable[ClipId]) -> Project:
    """Give clips the looks, place, opacity, gain and fades of another one.

    |-a noir-| |-b-|   ->   |-a noir-| |-b noir-|
    """
    _, source = found_clip(project, source_id)
    for clip_id in clip_ids:
        project = with_each_clip(
            project,
            clip_id,
            lambda clip: replace(
                clip,
                looks=source.looks,
                transform=source.transform,
                opacity=source.opacity,
                gain_db=source.gain_db,
                fade_in=source.fade_in,
                fade_out=source.fade_out,
            ),
        )
    return project


def _check(fine: bool, value: object) -> None:
    if not fine:
        raise EditRefused("bad_value", str(value))
