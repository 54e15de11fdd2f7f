"""Props are painted once for all scenes in which they look alike; which came first never shows."""

import numpy as np
import pytest

from engine.animatic.drawing import Drawing
from engine.animatic.paint import props
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene, Subject
from engine.animatic.wardrobe import Wardrobe

WIDTH, HEIGHT = 160, 90


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(props, "ALIKE", Wardrobe())


def picture(hour: str, *kinds: str) -> np.ndarray:
    subjects = tuple(Subject(kind, 0.0, 6.0) for kind in kinds)
    scene = Scene(5, 4.0, WIDTH / HEIGHT, "village", hour=hour, subjects=subjects)
    return pixels(Drawing(scene, WIDTH, HEIGHT).picture(1.0)).copy()


def test_a_subject_more_paints_no_prop_anew() -> None:
    picture("day")
    held = props.ALIKE.held
    picture("day", "dog")
    assert props.ALIKE.held == held > 0


def test_another_hour_paints_its_own() -> None:
    picture("day")
    held = props.ALIKE.held
    picture("night")
    assert props.ALIKE.held > held


def test_a_scene_before_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = picture("day", "dog")
    monkeypatch.setattr(props, "ALIKE", Wardrobe())
    picture("night", "cat")
    picture("day", "cat")
    assert np.array_equal(picture("day", "dog"), alone)
