"""Purity: what a subject looks like depends on the moment alone, not on what was painted before."""

import numpy as np
import pytest

from engine.animatic.build import build_of, builds
from engine.animatic.drawing import Drawing
from engine.animatic.scene import Scene, Subject

WIDTH, HEIGHT = 128, 72
MOMENTS = (0.4, 2.3, 3.6)
FAMILIES = sorted({build.painter for build in builds().values()})
MOST = 6
"""How many kinds of a family stand side by side, evenly taken from it."""


def kinds_of(family: str) -> list[str]:
    kinds = [kind for kind, build in builds().items() if build.painter == family]
    return kinds[:: max(len(kinds) // MOST, 1)][:MOST]


def row(family: str) -> Scene:
    """Some kinds of a family in a row, moving as they do, while the camera comes closer."""
    kinds = kinds_of(family)
    subjects = []
    for number, kind in enumerate(kinds):
        build = build_of(kind)
        away = build.height / 0.4
        subjects.append(
            Subject(
                kind, (number - len(kinds) / 2) * 0.3 * away, away, speed=build.speed,
                variety=number / MOST,
            )
        )  # fmt: skip
    place = "underwater" if build_of(kinds[0]).way == "swim" else "void"
    return Scene(
        7, 4.0, WIDTH / HEIGHT, place, hour="sunset", subjects=tuple(subjects), move="push_in"
    )


def pictures(scene: Scene, moments: tuple[float, ...]) -> dict[float, np.ndarray]:
    drawing = Drawing(scene, WIDTH, HEIGHT)
    shown = {}
    for t in moments:
        image = drawing.picture(t)
        shown[t] = np.frombuffer(image.constBits(), np.uint8).copy()
    return shown


@pytest.mark.usefixtures("qt_application")
@pytest.mark.parametrize("family", FAMILIES)
def test_the_order_in_which_pictures_are_asked_for_changes_no_bit(family: str):
    scene = row(family)
    forwards, backwards = pictures(scene, MOMENTS), pictures(scene, MOMENTS[::-1])
    assert any(not np.array_equal(forwards[0.4], one) for one in forwards.values())
    for t in MOMENTS:
        assert np.array_equal(forwards[t], backwards[t]), t
