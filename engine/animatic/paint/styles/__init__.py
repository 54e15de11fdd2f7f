"""Styles: how a finished picture is painted, one file a style."""

from collections.abc import Callable

from engine.animatic.paint.styles import illustration, watercolour
from engine.animatic.stage import Stage

STYLES: dict[str, Callable[[Stage], None]] = {
    "illustration": illustration.paint,
    "watercolour": watercolour.paint,
}


def paint_style(stage: Stage) -> None:
    """Finish the picture in the scene's style."""
    STYLES[stage.scene.style](stage)
