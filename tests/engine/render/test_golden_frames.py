"""Golden frames of transforms, a dissolve, titles and looks."""

from fractions import Fraction

import cv2
import numpy as np
import pytest

from engine.contract.plan import Layer, Look, MediaSource, RenderPlan, Title, Transform
from engine.contract.shot import MediaRef
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.render.compositor import Compositor
from engine.render.looks import LOOK_NAMES
from tests.engine.render.golden_frame import assert_golden, require_fonts

SIZE = (320, 180)
WHOLE = Span(0, 24)
ALL = TimeMap.straight(Fraction(1))


@pytest.fixture
def show(qt_application):
    """Assert that frame 12 of these layers looks like the golden frame of this name."""
    compositor = Compositor()

    def shown(name: str, *layers: Layer) -> None:
        plan = RenderPlan(*SIZE, Rate(24), 24, layers, background="#203040")
        assert_golden(compositor.picture(plan, 12, *SIZE), name)

    yield shown
    compositor.close()


@pytest.fixture(scope="module")
def still(tmp_path_factory):
    """A made-up landscape, 4:3."""
    down, across = np.mgrid[0:240, 0:320].astype(np.float32) / 240
    sun = np.exp(-((across - 0.9) ** 2 + (down - 0.5) ** 2) / 0.02)
    sky = np.dstack([150 - 80 * down + 30 * sun, 90 + 70 * down + 90 * sun, 90 + 160 * down])
    pixels = np.clip(sky, 0, 255).astype(np.uint8)
    cv2.fillPoly(pixels, [np.array([[0, 240], [0, 150], [110, 90], [230, 240]])], (60, 40, 50))
    cv2.fillPoly(pixels, [np.array([[200, 200], [260, 200], [230, 100]])], (230, 240, 245))
    path = tmp_path_factory.mktemp("stills") / "landscape.png"
    cv2.imwrite(str(path), pixels)
    return MediaSource(MediaRef(str(path), "landscape"))


def test_transforms(show, still):
    show(
        "transforms",
        Layer(still, WHOLE, ALL, Transform()),
        Layer(still, WHOLE, ALL, Transform(0.8, 0.3, 0.4, 20)),
        Layer(still, WHOLE, ALL, Transform(0.15, 0.8, 0.35, -90), opacity=0.8),
    )


def test_fill(show, still):
    show("fill", Layer(still, WHOLE, ALL, Transform(fill=True)))


def test_dissolve(show, still):
    turned = Layer(still, Span(6, 24), ALL, Transform(rotation=180, fill=True), fade_in=12)
    show("dissolve", Layer(still, WHOLE, ALL, Transform(fill=True)), turned)


@pytest.mark.parametrize("name", LOOK_NAMES)
def test_looks(show, still, name):
    show(name, Layer(still, WHOLE, ALL, Transform(fill=True), looks=(Look(name),)))


def test_latin_title(show, still):
    require_fonts()
    background = Layer(still, WHOLE, ALL, Transform(fill=True))
    show("title_latin", background, Layer(Title("A quiet coast", size=0.14), WHOLE, ALL))


def test_arabic_title(show, still):
    require_fonts()
    title = Title(
        "قارب عند الغروب\n— 2026", family="Noto Sans Arabic", size=0.14, plate="#A0101820"
    )
    background = Layer(still, WHOLE, ALL, Transform(fill=True))
    show("title_arabic", background, Layer(title, WHOLE, ALL, Transform(0.5, 0.6)))
