"""A plan's hash depends on what is shown and heard alone."""

import subprocess
import sys
from fractions import Fraction

from engine.contract.plan import Layer, MediaSource, RenderPlan, ShotSource, Title, Transform
from engine.contract.shot import MediaRef, ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.contract.wire import decode, encode

RATE = Rate(30_000, 1001)
PRINT_HASH = "from tests.engine.contract.test_plan_hash import film; print(film().content_hash())"


def film(folder: str = "/films", identity: str = "one") -> RenderPlan:
    span = Span(0, 48)
    time_map = TimeMap.straight(RATE.seconds(24)).ping_pong(2)
    sources = (
        MediaSource(MediaRef(f"{folder}/a.mp4", identity)),
        ShotSource(ShotRequest("a calm sea", Fraction(2))),
        Title("مرحبا"),
    )
    layers = tuple(Layer(source, span, time_map, Transform(x=0.25)) for source in sources)
    return RenderPlan(1280, 720, RATE, 48, layers)


def test_it_is_the_same_in_another_process():
    run = [sys.executable, "-c", PRINT_HASH]
    other = subprocess.run(run, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == film().content_hash()


def test_it_does_not_change_when_media_move():
    assert film("/elsewhere").content_hash() == film().content_hash()


def test_it_changes_with_what_is_shown():
    assert film(identity="two").content_hash() != film().content_hash()


def test_it_survives_the_wire():
    sent = decode(encode(film()), RenderPlan)
    assert sent == film()
    assert sent.content_hash() == film().content_hash()
