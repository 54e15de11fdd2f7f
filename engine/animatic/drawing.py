"""A drawing: the picture of a scene at any moment, at one size, painted back to front."""

from PySide6.QtGui import QImage, QPainter

from engine.animatic.camera import view_at
from engine.animatic.lighting import light_of
from engine.animatic.paint import clouds, handed, sky, weather
from engine.animatic.paint.places import paint_place
from engine.animatic.paint.styles import paint_style, paint_style_ground, paint_style_sky, posed
from engine.animatic.paint.subjects import paint_subject
from engine.animatic.paint.surface import smooth
from engine.animatic.scene import Scene
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage, Wardrobe


class Drawing:
    """The pictures of one scene at one size in pixels. What doesn't change is painted once and
    kept as long as the drawing lives."""

    def __init__(self, scene: Scene, width: int, height: int) -> None:
        self.scene, self.width, self.height = scene, width, height
        self._light = light_of(scene)
        self._wardrobe = Wardrobe()

    def picture(self, t: float) -> QImage:
        """The picture at t seconds: opaque, Format_RGB32. It depends on nothing but scene, size
        and t, and belongs to the caller."""
        image = QImage(self.width, self.height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        try:
            smooth(painter)
            _paint(self._stage(painter, posed(self.scene.style, t)))
        finally:
            painter.end()
        return image

    def _stage(self, painter: QPainter, t: float) -> Stage:
        view = view_at(self.scene, t, self.width, self.height)
        return Stage(painter, self.scene, self._light, view, self._wardrobe, t)


def _paint(stage: Stage) -> None:
    _world(stage)
    for subject in sorted(stage.scene.subjects, key=lambda one: -one.z):
        paint_subject(stage, subject)
    if setting_of(stage.scene.place).open_air:
        weather.paint(stage)
    paint_style(stage)
    handed.paint_logo(stage)


def _world(stage: Stage) -> None:
    """All that doesn't move by itself: the place, or the picture that stands in for it."""
    backdrop = handed.backdrop_path(stage.scene)
    if backdrop is not None:
        handed.paint_backdrop(stage, backdrop)
        return
    if setting_of(stage.scene.place).open_air:
        sky.paint(stage)
        clouds.paint(stage)
        weather.paint_behind(stage)
        paint_style_sky(stage)
    paint_place(stage)
    if setting_of(stage.scene.place).open_air:
        paint_style_ground(stage)
