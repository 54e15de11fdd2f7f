"""Open country: distant ranges, a floor and all that stands on it, as the setting lists them."""

from math import pi

import cv2
import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.places.land import lit_table, paint_range_named, snowy
from engine.animatic.paint.props import Prop, scattered, show, sown, stood, unnamed
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.slab import Paint
from engine.animatic.paint.surface import canvas
from engine.animatic.paint.tufts import paint_tufts
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """From the farthest range to the flowers at our feet."""
    paint_far(stage)
    if wanted(stage, "shimmer"):
        shimmer(stage)
    paint_ground(stage)
    paint_near(stage)
    tufts = int(float(wanted(stage, "tufts", "0")))
    if tufts:
        paint_tufts(stage, tufts)
    paint_props(stage)


def wanted(stage: Stage, name: str, otherwise: str = "") -> str:
    """What the place's set says of this."""
    return str(setting_of(stage.scene.place).trait(name, otherwise))


def paint_far(stage: Stage) -> None:
    """The ranges of `far`, parted by semicolons, the farthest first; they lie behind the floor."""
    for name in filter(None, (one.strip() for one in wanted(stage, "far").split(";"))):
        paint_range_named(stage, name)


def paint_near(stage: Stage) -> None:
    """The ranges of `rises`, which lie on the floor."""
    for name in filter(None, (one.strip() for one in wanted(stage, "rises").split(";"))):
        paint_range_named(stage, name)


def paint_ground(stage: Stage, until: float = float("inf"), marks: Paint | None = None) -> None:
    """The floor between the colours `low` and `high`; snow covers it. `marks` paints what lies on
    it, in metres."""
    tile = mottled_tile(stage, "country")
    metres = (0.015, 0.75 * float(wanted(stage, "patches", "0.16")))
    paint_floor(stage, tile, metres, colours(stage, "low", "high"), until, marks=marks)


def colours(stage: Stage, low: str, high: str) -> np.ndarray:
    """A table of lit colours between two that the set names."""

    def make() -> np.ndarray:
        pair = QColor(wanted(stage, low, "#6f8f48")), QColor(wanted(stage, high, "#a5b060"))
        if snowy(stage):
            pair = QColor("#dfe7f2"), QColor("#f6f9fd")
        return lit_table(stage.light, *pair, float(wanted(stage, "relief", "1")))

    return stage.wardrobe.keep(("ground", low, high), make)


def paint_props(stage: Stage, name: str = "strewn") -> None:
    """What is strewn about and what stands at places of its own, farthest first."""
    show(stage, props_of(stage, name), SHAPES)


def props_of(stage: Stage, name: str = "strewn") -> list[Prop]:
    """All props of a place, the farthest first; none stands where it would hide a subject."""

    def make() -> list[Prop]:
        props = scattered(stage, name, sown(wanted(stage, name)))
        said = wanted(stage, "stands" if name == "strewn" else f"{name}_stands")
        placed = unnamed(stage, stood(said))
        kept = [prop for prop in [*props, *placed] if not hides(stage, prop)]
        return sorted(kept, key=lambda prop: -prop.z)

    return stage.wardrobe.keep(("props", name), make)


THIN = ("smoke_plume", "confetti", "bubbles")
"""Kinds that rise before and behind whatever stands where they are."""


def hides(stage: Stage, prop: Prop) -> bool:
    """Whether a prop stands between us and a subject, or where one stands."""
    tall = SHAPES[prop.kind].bounds[3] * prop.size
    half = 0.4 * SHAPES[prop.kind].bounds[2] * prop.size
    for one in stage.scene.subjects:
        before = prop.z < one.z + 0.6 and one.kind not in THIN
        aside = abs(prop.x / prop.z - one.x / max(one.z, 0.5))
        if before and tall > 0.8 and aside < (half + 1.2) / prop.z and prop.z > 0.2 * one.z:
            return True
    return False


def shimmer(stage: Stage) -> None:
    """Heat over far ground: what lies along the horizon trembles."""
    if stage.light.night or stage.scene.weather:
        return
    picture, size = canvas(stage), stage.height / 1080
    middle = int(stage.view.horizon_y())
    top, bottom = max(middle - int(70 * size), 0), min(middle + int(8 * size), stage.height)
    if bottom - top < 4:
        return
    rows = np.arange(bottom - top, dtype=np.float32)[:, None]
    columns = np.arange(stage.width, dtype=np.float32)[None, :]
    strength = 2.6 * size * np.sin(pi * rows / (bottom - top))
    wave = np.sin(columns / (31 * size) + 5.2 * stage.t) * np.sin(rows / (6 * size) - 7.0 * stage.t)
    across = np.ascontiguousarray(columns + strength * wave)
    down = rows + 0.6 * strength * np.sin(columns / (17 * size) - 6.1 * stage.t)
    band = np.ascontiguousarray(picture[top:bottom])
    picture[top:bottom] = cv2.remap(
        band, across, down.astype(np.float32), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
