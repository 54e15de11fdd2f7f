"""The window's icons: SVG outlines of resources/icons, painted in the colour that is asked for."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui import theme

FOLDER = Path(__file__).parents[2] / "resources" / "icons"


@lru_cache(maxsize=256)
def glyph(name: str, size: int, colour: str, ratio: float = 2.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels, sharp at `ratio` device pixels for each."""
    pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        _renderer(name, colour).render(painter, QRectF(pixmap.rect()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=256)
def icon(name: str, colour: str = theme.MUTED, on: str = theme.ACCENT) -> QIcon:
    """The icon for a button: `on` is its colour while checked."""
    made = QIcon()
    for mode, state, paint in (
        (QIcon.Mode.Normal, QIcon.State.Off, colour),
        (QIcon.Mode.Normal, QIcon.State.On, on),
        (QIcon.Mode.Active, QIcon.State.Off, theme.TEXT if colour == theme.MUTED else colour),
        (QIcon.Mode.Disabled, QIcon.State.Off, theme.EDGE),
        (QIcon.Mode.Disabled, QIcon.State.On, theme.EDGE),
    ):
        made.addPixmap(glyph(name, theme.ICON, paint), mode, state)
    return made


def _renderer(name: str, colour: str) -> QSvgRenderer:
    outline = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(outline.replace("currentColor", colour).encode()))
