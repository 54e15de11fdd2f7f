"""Styles: how a finished picture is painted, one file a style."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from math import floor

from PySide6.QtGui import QTransform

from engine.animatic.paint.styles import (
    arabesque,
    blueprint,
    cel,
    chalkboard,
    claymation,
    crayon,
    eight_bit,
    gouache,
    halftone,
    illustration,
    ink,
    isometric,
    line_drawing,
    low_poly,
    mosaic,
    noir_style,
    oil,
    paper_cut,
    pastel,
    pencil,
    pixel_art,
    retro_poster,
    stained_glass,
    stop_motion,
    synthwave,
    ukiyo_e,
    vintage,
    watercolour,
)
from engine.animatic.paint.styles.paper import SHORT, sheet_of
from engine.animatic.paint.styles.tones import simplify
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

Paint = Callable[[Stage], None]

STYLES: dict[str, Paint] = {
    "illustration": illustration.paint,
    "watercolour": watercolour.paint,
    "arabesque": arabesque.paint,
    "blueprint": blueprint.paint,
    "cel": cel.paint,
    "chalkboard": chalkboard.paint,
    "claymation": claymation.paint,
    "crayon": crayon.paint,
    "eight_bit": eight_bit.paint,
    "gouache": gouache.paint,
    "halftone": halftone.paint,
    "ink": ink.paint,
    "isometric": isometric.paint,
    "line_drawing": line_drawing.paint,
    "low_poly": low_poly.paint,
    "mosaic": mosaic.paint,
    "noir_style": noir_style.paint,
    "oil": oil.paint,
    "paper_cut": paper_cut.paint,
    "pastel": pastel.paint,
    "pencil": pencil.paint,
    "pixel_art": pixel_art.paint,
    "retro_poster": retro_poster.paint,
    "stained_glass": stained_glass.paint,
    "stop_motion": stop_motion.paint,
    "synthwave": synthwave.paint,
    "ukiyo_e": ukiyo_e.paint,
    "vintage": vintage.paint,
}
SKIES: dict[str, Paint] = {"synthwave": synthwave.paint_sky}
"""Styles that put a sky of their own over the scene's."""
GROUNDS: dict[str, Paint] = {
    "synthwave": synthwave.paint_ground,
    "isometric": isometric.paint_ground,
    "arabesque": partial(simplify, reach=4),
    "paper_cut": partial(simplify, reach=4),
    "retro_poster": partial(simplify, reach=4),
    "ukiyo_e": partial(simplify, reach=4),
}
"""What styles do to the world before subjects stand in it."""
STANDS: dict[str, Callable[[Stage, Subject], QTransform]] = {"isometric": isometric.stand}
"""Styles that stand subjects elsewhere than the camera sees them."""
WHOLE = {"illustration"}
"""Styles that work on every pixel of the frame; the others on a sheet."""
POSES: dict[str, float] = {"claymation": 12.0, "stop_motion": 12.0, "eight_bit": 15.0}
"""Pictures a second of styles that are made pose by pose."""


def paint_style(stage: Stage) -> None:
    """Finish the picture in the scene's style."""
    STYLES[stage.scene.style](stage)


def paint_style_sky(stage: Stage) -> None:
    """What the style puts behind the place."""
    if stage.scene.style in SKIES:
        SKIES[stage.scene.style](stage)


def paint_style_ground(stage: Stage) -> None:
    """What the style lays on the place."""
    if stage.scene.style in GROUNDS:
        GROUNDS[stage.scene.style](stage)


@contextmanager
def standing(stage: Stage, subject: Subject) -> Iterator[None]:
    """While a subject is painted, it stands where the style puts it."""
    stand = STANDS.get(stage.scene.style)
    if stand is None:
        yield
        return
    stage.painter.save()
    stage.painter.setTransform(stand(stage, subject), True)
    yield
    stage.painter.restore()


def posed(style: str, t: float) -> float:
    """The moment that is painted at t: styles on twos hold each pose."""
    beat = POSES.get(style)
    return t if beat is None else floor(t * beat + 1e-6) / beat


def sheet_size(style: str, width: int, height: int) -> tuple[int, int]:
    """How large the world of a frame is painted for a style: as its sheet, if that is smaller."""
    if style in WHOLE or min(width, height) <= SHORT:
        return width, height
    return sheet_of(width, height)
