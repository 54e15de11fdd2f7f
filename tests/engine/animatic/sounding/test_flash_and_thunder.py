"""Lightning is found in the pixels, its thunder in the samples, and the two are compared."""

from fractions import Fraction

import numpy as np
import pytest
from msgspec.structs import replace

from engine.animatic.direct import scene_of
from engine.animatic.drawing import Drawing
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene
from engine.animatic.sounding import thunder
from engine.animatic.sounding.soundtrack import Soundtrack
from engine.contract.shot import ShotRequest

RATE, FPS = 48_000, 24


def storm(prompt: str) -> Scene:
    """A storm of one stroke, so that each sound has one cause."""
    scene = scene_of(ShotRequest(prompt, seconds=Fraction(4), seed=2))
    return replace(scene, flashes=scene.flashes[:1])


def flash_in_pixels(scene: Scene) -> float:
    """The moment at which the picture brightens: the frame after which it does, then halved until
    it is known to a tenth of a millisecond."""
    drawing = Drawing(scene, 160, 90)

    def bright(t: float) -> float:
        return float(pixels(drawing.picture(t)).mean())

    levels = [bright(frame / FPS) for frame in range(round(FPS * 2))]
    rise = int(np.argmax(np.diff(levels)))
    assert levels[rise + 1] > levels[rise] + 15
    before, after = rise / FPS, (rise + 1) / FPS
    dark = levels[rise]
    while after - before > 1e-4:
        middle = 0.5 * (before + after)
        before, after = (before, middle) if bright(middle) > dark + 10 else (middle, after)
    return after


def thunder_in_samples(scene: Scene) -> float:
    """The second at which the sound of the scene first differs from the same without lightning."""
    count = round(scene.seconds * RATE)
    sound = Soundtrack(scene).samples(0, count).astype(float)
    calm = Soundtrack(replace(scene, flashes=())).samples(0, count).astype(float)
    early = slice(RATE // 10, RATE // 4)
    calm *= np.sqrt((sound[early] ** 2).sum() / (calm[early] ** 2).sum())
    change = np.abs(sound - calm).max(axis=1)
    return float(np.argmax(change > 0.06 * change.max())) / RATE


def test_thunder_is_heard_with_the_flash() -> None:
    scene = storm("a thunderstorm over the sea at night, lightning")
    assert not scene.late
    assert abs(thunder_in_samples(scene) - flash_in_pixels(scene)) < 0.001


@pytest.mark.parametrize("prompt", ["distant thunder over the sea at night"])
def test_far_thunder_is_heard_after_the_flash(prompt: str) -> None:
    scene = storm(prompt)
    (flash,) = scene.flashes
    delay = thunder.away(flash) / 343.0
    assert scene.late and delay > 0.5
    assert abs(thunder_in_samples(scene) - flash_in_pixels(scene) - delay) < 0.001
