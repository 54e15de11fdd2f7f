"""The frame: what composition has to know of a shot before anyone stands in it."""

from dataclasses import dataclass

from engine.animatic.build import Build
from engine.animatic.camera import standing, view_at
from engine.animatic.lighting import light_of
from engine.animatic.scene import Scene
from engine.animatic.setting import PLAIN, setting_of

FRAME_HEIGHT = 1000
LOWEST = 0.95
"""No foot comes below this row of the frame (0 top, 1 bottom)."""
WHOLE = 0.85
"""The largest share of the frame's height that anything seen as a whole takes."""
CLOSEST = 0.75
"""Metres that the camera keeps from everything."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What composition needs to know of a shot: `closeness` scales its main subject, `approach`
    is the part of its depth that a moving camera leaves, and the camera `follows` its subject
    unless it has to stand still. It may go `aside` by so many metres, and nobody stands deeper
    than `deepest` metres; land that ends at water ends at `bank`. Before a `plain` background the
    main subject stands large in the middle."""

    aspect: float
    seconds: float
    focal: float
    horizon: float
    eye: float
    sun: float
    closeness: float
    approach: float
    follows: bool
    aside: float
    deepest: float
    bank: float
    plain: bool = False

    def half_width(self, z: float) -> float:
        """Metres from the middle to the frame's edge at this depth."""
        return 0.5 * self.aspect * z / self.focal

    @property
    def width_share(self) -> float:
        """The part of the frame's width that a main subject may take, more in tall frames."""
        return 0.66 + 0.4 * max(1.0 - self.aspect, 0.0)

    def depth_of(self, build: Build, share: float) -> float:
        """Depth at which it takes this share of the frame's height, no wider than its share
        of the frame and with its foot in it, unless it is looked at from close by."""
        tall = build.height * self.focal / share
        if share > WHOLE:
            return max(tall, CLOSEST)
        short = min(build.width, 5.0 * build.height)
        wide = short * self.focal / (self.width_share * self.aspect)
        foot = self.eye * self.focal / (LOWEST - self.horizon) / self.approach
        return max(tall, wide, foot if build.grounded else 0.0, CLOSEST)


def frame_of(scene: Scene, closeness: float, follows: bool) -> Frame:
    """The frame of an empty scene."""
    width = round(FRAME_HEIGHT * scene.aspect)
    view = standing(scene, width, FRAME_HEIGHT)
    moments = (0.0, scene.seconds)
    nearest = max(view_at(scene, moment, width, FRAME_HEIGHT).z for moment in moments)
    return Frame(
        aspect=scene.aspect,
        seconds=scene.seconds,
        focal=view.focal,
        horizon=view.horizon,
        eye=view.y,
        sun=light_of(scene).sun_x,
        closeness=closeness,
        approach=1.0 - nearest / setting_of(scene.place).span,
        follows=follows,
        aside=setting_of(scene.place).aside,
        deepest=setting_of(scene.place).deepest,
        bank=setting_of(scene.place).bank,
        plain=scene.place in PLAIN,
    )
