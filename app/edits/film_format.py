"""The film's own size and frame rate."""

from msgspec.structs import replace

from app.document.project import Project
from app.errors import EditRefused
from app.limits import film_size
from engine.contract.shot import MAX_SIDE, MIN_SIDE
from engine.contract.time import Rate


def set_frame_size(project: Project, width: int, height: int) -> Project:
    """Show the film in another shape; every clip keeps its place in the frame.

    [  16:9  ]   ->   [9:16]
    """
    for side in (width, height):
        if side % 2 or not MIN_SIDE <= side <= MAX_SIDE:
            raise EditRefused("bad_value", f"{width} × {height}")
    return replace(project, sequence=replace(project.sequence, width=width, height=height))


def set_rate(project: Project, rate: Rate) -> Project:
    """Count the film at another rate; only while there is no clip.

    24 fps   ->   25 fps
    """
    if rate != project.sequence.rate and any(t.clips for t in project.sequence.tracks):
        raise EditRefused("rate_fixed")
    return replace(project, sequence=replace(project.sequence, rate=rate))


def shape_film(project: Project, width: int, height: int, rate: Rate) -> Project:
    """Give a film without clips the size and rate of its first; others stay as they are.

    [ empty 16:9 ]   ->   [ empty 9:16 ]
    """
    if any(track.clips for track in project.sequence.tracks):
        return project
    width, height = film_size(width, height)
    sequence = replace(project.sequence, width=width, height=height, rate=rate)
    return replace(project, sequence=sequence)
