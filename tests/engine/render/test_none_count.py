"""Some releases of PySide6 take a reference too many from None in every paint call, until the
process aborts (6.12.0 on Python 3.11). This watches the release that is installed.

Adding references is harmless: 6.11 adds six for every image that was painted on.
"""

import sys
from fractions import Fraction

import pytest

from engine.contract.plan import Colour, Layer, Look, RenderPlan, Title, Transform
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.render.compositor import Compositor

PICTURES = 60
ALLOWED_DRIFT = 50


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal here")
def test_painting_takes_no_references_from_none(qt_application):
    whole, straight = Span(0, PICTURES), TimeMap.straight(Fraction(PICTURES, 24))
    layers = [Layer(Colour("#102030"), whole, straight, looks=(Look("noir"),))]
    layers += [
        Layer(Title(f"Title {k}"), whole, straight, Transform(rotation=7 * k), opacity=0.5)
        for k in range(8)
    ]
    plan = RenderPlan(160, 90, Rate(24), PICTURES, tuple(layers))
    compositor = Compositor()
    compositor.picture(plan, 0, 160, 90)
    before = sys.getrefcount(None)
    for frame in range(PICTURES):
        compositor.picture(plan, frame, 160, 90)
    # Every picture makes about 60 calls that return None: one taken by each shows as thousands.
    assert sys.getrefcount(None) > before - ALLOWED_DRIFT
