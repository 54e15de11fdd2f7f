"""A drawing: the picture of a scene at any moment, at one size, painted back to front."""

from dataclasses import dataclass, field, replace

from PySide6.QtGui import QImage, QPainter

from engine.animatic.camera import view_at
from engine.animatic.light import Light
from engine.animatic.lighting import light_of
from engine.animatic.paint import (
    clouds,
    focus,
    grade,
    lettering,
    season,
    shutter,
    sky,
    weather,
)
from engine.animatic.paint.easel import painting
from engine.animatic.paint.handed import backdrop, overlay
from engine.animatic.paint.passage import blend_light, small_size
from engine.animatic.paint.places import paint_place
from engine.animatic.paint.snow_cap import capped
from engine.animatic.paint.styles import (
    paint_style,
    paint_style_ground,
    paint_style_sky,
    posed,
    sheet_size,
    standing,
)
from engine.animatic.paint.subjects import paint_subject
from engine.animatic.paint.surface import pixels
from engine.animatic.references import reference
from engine.animatic.scene import Scene, Subject, depth_of
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.turning import at_hour, between_hours

HOURS_KEPT = 4
"""How many hours' painted plates, whole or small, are kept where the hour changes."""


@dataclass(frozen=True, slots=True)
class Lit:
    """The scene at one hour, with all that was painted once for it."""

    scene: Scene
    light: Light
    wardrobe: Wardrobe = field(default_factory=Wardrobe)


class Drawing:
    """The pictures of one scene at one size in pixels. What doesn't change is painted once and
    kept as long as the drawing lives. A style that works on a small sheet has its world painted as
    small as that."""

    def __init__(self, scene: Scene, width: int, height: int) -> None:
        self.scene, self.width, self.height = scene, width, height
        self._sheet = sheet_size(scene.style, width, height)
        self._grading, self._finish = (Lit(scene, light_of(scene)) for _ in range(2))
        self._hours: dict[tuple[str, int], Lit] = {}

    def picture(self, t: float) -> QImage:
        """The picture at t seconds: opaque, Format_RGB32. It depends on nothing but scene, size
        and t, and belongs to the caller."""
        t = posed(self.scene.style, t)
        world = self._world(t)
        with painting(world) as painter:
            _grade(self._stage(painter, self._grading, t, self._sheet))
        small = (world.width(), world.height()) != (self.width, self.height)
        image = QImage(self.width, self.height, world.format()) if small else world
        with painting(image) as painter:
            stage = self._stage(painter, self._finish, t, (self.width, self.height))
            _complete(replace(stage, beneath=world if small else None))
        return image

    def _world(self, t: float) -> QImage:
        """The scene at t without its style. Between two hours the nearer one is painted whole and
        the other small: it gives its light, the first what is fine."""
        now = between_hours(self.scene, t)
        one, other = (now.hour, now.sun), (now.next, now.next_sun)
        if now.part <= 0.0 or now.next == now.hour:
            return self._painted(*one, t, self._sheet)
        part = now.part
        if part > 0.5:
            one, other, part = other, one, 1.0 - part
        image = self._painted(*one, t, self._sheet)
        small = self._painted(*other, t, small_size(*self._sheet))
        blend_light(pixels(image), pixels(small), part)
        return image

    def _painted(
        self, hour: str, sun: tuple[float, float] | None, t: float, size: tuple[int, int]
    ) -> QImage:
        """The scene at t as if it were this hour, this large."""
        image = QImage(*size, QImage.Format.Format_RGB32)
        # Scaled pictures let a trace of what was in memory through at the frame's edge.
        image.fill(0xFF000000)
        lit = self._at(hour, size[1])
        with painting(image) as painter:
            _paint(self._stage(painter, lit, t, size, sun))
        return image

    def _stage(
        self, painter: QPainter, lit: Lit, t: float, size: tuple[int, int],
        sun: tuple[float, float] | None = None,
    ) -> Stage:  # fmt: skip
        view = view_at(self.scene, t, *size)
        return Stage(painter, lit.scene, lit.light, view, lit.wardrobe, t, sun)

    def _at(self, hour: str, tall: int) -> Lit:
        """The scene at an hour, in pictures so tall; those not asked for lately are let go."""
        lit = self._hours.pop((hour, tall), None)
        if lit is None:
            scene = at_hour(self.scene, hour)
            lit = Lit(scene, light_of(scene))
        self._hours[hour, tall] = lit
        while len(self._hours) > HOURS_KEPT:
            self._hours.pop(next(iter(self._hours)))
        return lit


def _paint(stage: Stage) -> None:
    _world(stage)
    scene = stage.scene
    behind, before = focus.softness(scene, stage.t)
    subjects = sorted(scene.subjects, key=lambda one: -depth_of(scene, one))
    far = [one for one in subjects if focus.is_behind(scene, one)] if behind or before else []
    _subjects(stage, far)
    focus.soften_behind(stage, behind)
    near = [one for one in subjects if one not in far]
    focus.paint_soft(stage, before, lambda there: _subjects(there, near))
    if setting_of(scene.place).open_air:
        weather.paint(stage)
        season.paint_air(stage)


def _subjects(stage: Stage, subjects: list[Subject]) -> None:
    for subject in subjects:
        with standing(stage, subject), capped(stage, subject):
            paint_subject(stage, subject)


def _grade(stage: Stage) -> None:
    """What the camera does to the picture as a whole."""
    shutter.paint(stage)
    grade.paint(stage)


def _complete(stage: Stage) -> None:
    """What lies over the picture."""
    paint_style(stage)
    overlay.paint(stage)
    lettering.paint(stage)


def _world(stage: Stage) -> None:
    """All that doesn't move by itself: the place, or the picture that stands in for it."""
    media = reference(stage.scene.references, "backdrop")
    if media is not None:
        backdrop.paint(stage, media)
        return
    if setting_of(stage.scene.place).open_air:
        sky.paint(stage)
        clouds.paint(stage)
        weather.paint_behind(stage)
        paint_style_sky(stage)
    paint_place(stage)
    if setting_of(stage.scene.place).open_air:
        season.tint(stage)
    paint_style_ground(stage)
