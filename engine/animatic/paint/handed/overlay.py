"""A logo that nothing in the scene carries, laid over the finished picture."""

from PySide6.QtCore import QPoint

from engine.animatic.paint.subjects import carries_logo
from engine.animatic.paint.surface import over
from engine.animatic.references import contained, reference
from engine.animatic.stage import Stage

MARGIN, WIDEST, TALLEST = 0.05, 0.2, 0.16
"""Its distance from the edges and its largest size, as parts of the frame."""


def paint(stage: Stage) -> None:
    """In the lower right inside the safe margins, at whole pixels and in its true colours.

    Raises EngineFault when the file is no picture.
    """
    media = reference(stage.scene.references, "logo")
    if media is None or any(carries_logo(one) for one in stage.scene.subjects):
        return
    logo = contained(media, round(WIDEST * stage.width), round(TALLEST * stage.height))
    corner = QPoint(
        round((1.0 - MARGIN) * stage.width) - logo.shape[1],
        round((1.0 - MARGIN) * stage.height) - logo.shape[0],
    )
    stage.painter.drawImage(corner, over(logo, see_through=True))
