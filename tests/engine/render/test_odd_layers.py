"""Nothing that a plan may say makes the compositor fail or forget its size."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.contract.plan import Colour, Layer, Look, RenderPlan, ShotSource, Title, Transform
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.render.compositor import Compositor
from engine.render.looks import LOOK_NAMES
from engine.render.pixels import PREMULTIPLIED, pixels_of

SOURCES = st.one_of(
    st.builds(Colour, st.sampled_from(["#FF0000", "#80FFFFFF", "#000000"])),
    st.builds(
        Title,
        st.sampled_from(["", "A", "مرحبا\nworld", "long words " * 30, "🎬 \u202e x"]),
        size=st.sampled_from([0.001, 0.1, 3.0]),
        plate=st.sampled_from(["", "#80000000"]),
    ),
    st.just(ShotSource(ShotRequest("a boat", seconds=Fraction(1), width=128, height=96))),
)
TRANSFORMS = st.builds(
    Transform,
    st.floats(-2, 3),
    st.floats(-2, 3),
    st.one_of(st.floats(0, 4), st.sampled_from([-1.0, 0.0, 1e-6, 40.0])),
    st.one_of(st.floats(-720, 720), st.sampled_from([0.0, 90.0, 180.0])),
    st.booleans(),
)
LOOKS = st.lists(st.builds(Look, st.sampled_from(LOOK_NAMES), st.floats(-1, 2)), max_size=2).map(
    tuple
)


@pytest.fixture(scope="module")
def compositor(qt_application):
    compositor = Compositor()
    yield compositor
    compositor.close()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.tuples(SOURCES, TRANSFORMS, LOOKS, st.floats(-0.5, 1.5)), max_size=3),
    st.sampled_from([(64, 36), (1, 1), (33, 90), (200, 7)]),
)
def test_any_layers_give_a_picture_of_the_size_asked_for(compositor, parts, size):
    layers = tuple(
        Layer(source, Span(0, 24), TimeMap.straight(Fraction(1)), transform, opacity, looks)
        for source, transform, looks, opacity in parts
    )
    image = compositor.picture(RenderPlan(160, 90, Rate(24), 24, layers), 7, *size)
    assert (image.width(), image.height(), image.format()) == (*size, PREMULTIPLIED)
    assert (pixels_of(image)[:, :, 3] == 255).all()
