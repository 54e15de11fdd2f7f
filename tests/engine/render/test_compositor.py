"""The compositor: the right moment, the right place, the right mix, at any size."""

from fractions import Fraction

import cv2
import numpy as np
import pytest

from engine.contract.events import EngineFault
from engine.contract.plan import (
    Colour,
    Layer,
    Look,
    MediaSource,
    RenderPlan,
    ShotSource,
    Title,
    Transform,
)
from engine.contract.shot import MediaRef, ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.render.compositor import Compositor, opacity_at
from engine.render.picture_sources import asked_size
from engine.render.pixels import PREMULTIPLIED, pixels_of
from tests.engine.render.conftest import number_shown

RATE = Rate(24)
ALL = TimeMap.straight(Fraction(2))
FILL = Transform(fill=True)


@pytest.fixture
def compositor(qt_application):
    compositor = Compositor()
    yield compositor
    compositor.close()


def film(*layers: Layer, frames: int = 48, size: tuple[int, int] = (640, 360)) -> RenderPlan:
    return RenderPlan(*size, RATE, frames, layers)


def plain(colour: str, span: Span | None = None, **more) -> Layer:
    return Layer(Colour(colour), span or Span(0, 48), ALL, **more)


def colour_at(image, x: int, y: int) -> tuple[int, ...]:
    """Red, green, blue of a pixel."""
    shade = image.pixelColor(x, y)
    return shade.red(), shade.green(), shade.blue()


def shown_numbers(compositor, source: MediaSource, time_map: TimeMap, rate: Rate = RATE):
    frames = time_map.frames(rate)
    layer = Layer(source, Span(3, 3 + frames), time_map, FILL)
    plan = RenderPlan(192, 96, rate, frames + 3, (layer,))
    return [number_shown(compositor.picture(plan, 3 + k, 192, 96)) for k in range(frames)]


def test_an_empty_moment_shows_the_background(compositor):
    plan = RenderPlan(64, 36, RATE, 1, background="#102030")
    image = compositor.picture(plan, 0, 64, 36)
    assert image.format() == PREMULTIPLIED
    assert colour_at(image, 10, 10) == (16, 32, 48)


TIME_MAPS = {
    "straight": (ALL, list(range(48))),
    "trimmed": (ALL.trimmed(Span(10, 20), RATE), list(range(10, 20))),
    "backwards": (ALL.reversed(), list(range(47, -1, -1))),
    "twice as fast": (ALL.faster(Fraction(2), RATE), list(range(0, 48, 2))),
    "half as fast": (ALL.faster(Fraction(1, 2), RATE), [k // 2 for k in range(96)]),
    "ping-pong": (
        ALL.trimmed(Span(5, 9), RATE).ping_pong(3),
        [5, 6, 7, 8, 8, 7, 6, 5, 5, 6, 7, 8],
    ),
    "repeated": (ALL.trimmed(Span(5, 8), RATE).repeated(2), [5, 6, 7, 5, 6, 7]),
    "frozen": (
        ALL.trimmed(Span(5, 8), RATE).frozen(1, 3, RATE),
        [5, 6, 6, 6, 6, 7],
    ),
    "cut": (ALL.without(Span(2, 46), RATE), [0, 1, 46, 47]),
}


@pytest.mark.parametrize("name", TIME_MAPS)
def test_every_frame_shows_what_its_time_map_says(compositor, numbered_film, name):
    time_map, expected = TIME_MAPS[name]
    assert shown_numbers(compositor, numbered_film, time_map) == expected


def test_another_frame_rate_shows_the_frame_that_holds_the_moment(compositor, numbered_film):
    rate = Rate(30)
    expected = [RATE.frame_at(rate.seconds(k)) for k in range(60)]
    assert shown_numbers(compositor, numbered_film, ALL, rate) == expected


def test_one_file_in_two_layers_shows_two_moments(compositor, numbered_film):
    left = Layer(numbered_film, Span(0, 24), ALL, Transform(x=0.25, scale=0.5))
    later = ALL.trimmed(Span(20, 44), RATE)
    right = Layer(numbered_film, Span(0, 24), later, Transform(x=0.75, scale=0.5))
    plan = RenderPlan(384, 192, RATE, 24, (left, right))
    for frame in (0, 7, 8, 23):
        image = compositor.picture(plan, frame, 384, 192)
        assert number_shown(image.copy(0, 48, 192, 96)) == frame
        assert number_shown(image.copy(192, 48, 192, 96)) == frame + 20


def test_a_dissolve_mixes_the_two_in_proportion(compositor):
    plan = film(plain("#000000"), plain("#FFFFFF", Span(12, 48), fade_in=12))
    levels = [colour_at(compositor.picture(plan, k, 64, 36), 9, 9)[0] for k in range(11, 25)]
    expected = [0, *(255 * (k + 0.5) / 12 for k in range(12)), 255]
    assert levels == pytest.approx(expected, abs=2)


def test_fades_count_from_the_middle_of_a_frame():
    layer = plain("#FFFFFF", Span(10, 20), fade_in=4, fade_out=2, opacity=0.5)
    opacities = [opacity_at(layer, frame) for frame in range(10, 20)]
    rising, falling = [0.0625, 0.1875, 0.3125, 0.4375], [0.375, 0.125]
    assert opacities == pytest.approx([*rising, *[0.5] * 4, *falling])


def test_opacity_lets_the_layer_below_through(compositor):
    plan = film(plain("#FF0000"), plain("#0000FF", opacity=0.25))
    assert colour_at(compositor.picture(plan, 0, 64, 36), 5, 5) == pytest.approx(
        (191, 0, 64), abs=1
    )


def test_the_last_layer_is_on_top_and_small_ones_leave_the_rest_free(compositor):
    plan = film(plain("#FF0000"), plain("#00FF00", transform=Transform(0.25, 0.5, 0.5)))
    image = compositor.picture(plan, 0, 640, 360)
    assert colour_at(image, 160, 180) == (0, 255, 0)
    assert colour_at(image, 400, 180) == (255, 0, 0)
    assert colour_at(image, 160, 80) == (255, 0, 0)


def test_a_transparent_picture_keeps_its_edge(compositor, tmp_path):
    disc = cv2.circle(np.zeros((100, 100), np.uint8), (50, 50), 40, 255, -1, cv2.LINE_AA)
    logo = np.dstack([disc * 0, disc * 0, disc * 0 + 255, disc])
    cv2.imwrite(str(tmp_path / "logo.png"), logo)
    source = MediaSource(MediaRef(str(tmp_path / "logo.png"), "logo"))
    plan = film(plain("#FFFFFF"), Layer(source, Span(0, 48), ALL, Transform(scale=0.5)))
    image = compositor.picture(plan, 0, 640, 360)
    assert colour_at(image, 320, 180) == (255, 0, 0)
    assert colour_at(image, 320 - 88, 180 - 88) == (255, 255, 255)
    # The rim is a mix of red and white, never darker than either.
    assert all(colour_at(image, x, 180)[0] > 250 for x in range(200, 320))


def test_a_look_changes_its_own_layer_alone(compositor):
    plan = film(
        plain("#FF8000"), plain("#FF8000", transform=Transform(scale=0.5), looks=(Look("noir"),))
    )
    image = compositor.picture(plan, 0, 640, 360)
    assert colour_at(image, 20, 20) == (255, 128, 0)
    red, green, blue = colour_at(image, 320, 180)
    assert max(red, green, blue) - min(red, green, blue) < 24


def rich_plan(source: MediaSource) -> RenderPlan:
    whole = Span(0, 48)
    return film(
        Layer(source, whole, ALL, FILL, looks=(Look("golden", 0.8),)),
        plain("#3060C0", transform=Transform(0.7, 0.6, 0.4, 30), opacity=0.7),
        Layer(source, whole, ALL, Transform(0.2, 0.75, 0.3, -15)),
        Layer(Title("A quiet coast لقطة", plate="#80102040"), whole, ALL, Transform(0.5, 0.3)),
        size=(1280, 720),
    )


@pytest.mark.parametrize("size", [(640, 360), (426, 240)])
def test_a_small_picture_is_the_large_one_made_small(compositor, numbered_film, size):
    plan = rich_plan(numbered_film)
    large = pixels_of(image := compositor.picture(plan, 21, 1280, 720))
    small = pixels_of(preview := compositor.picture(plan, 21, *size))
    shrunk = cv2.resize(large, size, interpolation=cv2.INTER_AREA)
    assert cv2.PSNR(shrunk, small) > 30
    assert image.width() == 1280 and preview.width() == size[0]


def test_the_same_frame_is_the_same_whatever_was_shown_before(compositor, numbered_film):
    plan = rich_plan(numbered_film)
    first = compositor.picture(plan, 21, 320, 180)
    for frame in (40, 3, 22):
        compositor.picture(plan, frame, 320, 180)
    assert compositor.picture(plan, 21, 320, 180) == first


def test_a_picture_belongs_to_the_caller(compositor, numbered_film):
    plan = film(Layer(numbered_film, Span(0, 48), ALL, FILL), size=(192, 96))
    image = compositor.picture(plan, 5, 192, 96)
    image.fill(0)
    assert number_shown(compositor.picture(plan, 5, 192, 96)) == 5


def test_a_shot_is_drawn_at_its_moment(compositor):
    source = ShotSource(ShotRequest("a sailboat at sunset", seconds=Fraction(2)))
    forwards = film(Layer(source, Span(0, 48), ALL, FILL))
    backwards = film(Layer(source, Span(0, 48), ALL.reversed(), FILL))
    for frame in (0, 30):
        assert compositor.picture(forwards, frame, 320, 180) == compositor.picture(
            backwards, 47 - frame, 320, 180
        )


def test_a_scaled_shot_is_drawn_at_few_sizes_and_lies_where_it_should(compositor):
    request = ShotRequest("a boat", seconds=Fraction(2))
    asked = {
        asked_size(ShotSource(request), (640 * scale, 360 * scale), scale, (640, 360))
        for scale in np.linspace(0.5, 1.0, 50)
    }
    assert len(asked) == 5
    assert (640, 360) in asked
    layer = Layer(ShotSource(request), Span(0, 48), ALL, Transform(0.5, 0.5, 0.55))
    image = compositor.picture(film(layer), 0, 640, 360)
    inside = pixels_of(image)[:, :, :3].any(axis=2)
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    assert (rows.min(), rows.max()) == pytest.approx((81, 279), abs=1)
    assert (columns.min(), columns.max()) == pytest.approx((144, 496), abs=1)


def test_missing_media_is_a_fault_with_its_path(compositor):
    source = MediaSource(MediaRef("/nowhere/clip.mp4", "x"))
    with pytest.raises(EngineFault) as caught:
        compositor.picture(film(Layer(source, Span(0, 48), ALL)), 0, 64, 36)
    assert (caught.value.reason, caught.value.subject) == ("media_missing", "/nowhere/clip.mp4")
