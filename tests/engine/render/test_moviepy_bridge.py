"""A plan as a moviepy clip shows the compositor's pictures and plays the mixer's samples."""

from fractions import Fraction

import cv2
import numpy as np
import pytest

from engine.contract.plan import Layer, RenderPlan, SoundLayer, Title, Transform
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.render.compositor import Compositor
from engine.render.mixer import Mixer
from engine.render.moviepy_bridge import clip_of
from engine.render.pixels import pixels_of


@pytest.fixture
def plan(numbered_film, noise_file, qt_application) -> RenderPlan:
    rate, whole = Rate(30000, 1001), Span(0, 40)
    straight = TimeMap.straight(rate.seconds(40))
    layers = (
        Layer(numbered_film, whole, straight, Transform(fill=True)),
        Layer(Title("Coast"), whole, straight),
    )
    return RenderPlan(192, 96, rate, 40, layers, (SoundLayer(noise_file, whole, straight),))


def test_every_picture_is_the_compositors(plan):
    clip, compositor = clip_of(plan), Compositor()
    assert clip.size == (192, 96)
    frames = list(clip.iter_frames(fps=clip.fps))
    assert len(frames) == plan.frames
    for number in (0, 1, 17, 39):
        image = compositor.picture(plan, number, 192, 96)
        assert np.array_equal(frames[number], cv2.cvtColor(pixels_of(image), cv2.COLOR_BGRA2RGB))
    clip.close()


def test_every_sample_is_the_mixers(plan):
    clip, mixer = clip_of(plan), Mixer(plan)
    sound = clip.audio.to_soundarray(fps=48_000, buffersize=10_000)
    count = min(len(sound), plan.samples)
    assert count >= plan.samples - 1
    assert np.array_equal(sound[:count], mixer.samples(0, count))
    clip.close()


def test_moviepy_can_cut_the_clip(plan):
    part = clip_of(plan).subclipped(0.5, 1.0)
    whole = clip_of(plan)
    assert part.duration == pytest.approx(0.5)
    assert np.array_equal(part.get_frame(0.01), whole.get_frame(0.51))
    assert Fraction(part.duration).limit_denominator(100) == Fraction(1, 2)
