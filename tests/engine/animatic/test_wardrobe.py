"""What a scene keeps is made once, and bounded."""

import numpy as np
from PySide6.QtGui import QImage

from engine.animatic.wardrobe import Wardrobe, bytes_of


def test_things_are_made_once():
    wardrobe, made = Wardrobe(), []
    for _ in range(3):
        assert wardrobe.keep("one", lambda: made.append(1) or len(made)) == 1
    assert made == [1]


def test_what_was_not_used_for_longest_leaves_first():
    wardrobe = Wardrobe(most=3000)
    for name in ("a", "b", "c"):
        wardrobe.keep(name, lambda: np.zeros(1000, np.uint8))
    wardrobe.keep("a", lambda: None)
    wardrobe.keep("d", lambda: np.zeros(1000, np.uint8))
    assert wardrobe.held == 3000
    assert wardrobe.keep("b", lambda: "again") == "again"
    assert isinstance(wardrobe.keep("d", lambda: "again"), np.ndarray)


def test_something_larger_than_the_bound_is_kept_alone():
    wardrobe = Wardrobe(most=100)
    wardrobe.keep("small", lambda: np.zeros(50, np.uint8))
    wardrobe.keep("large", lambda: np.zeros(5000, np.uint8))
    assert wardrobe.held == 5000


def test_pictures_are_weighed_wherever_they_hang():
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    assert bytes_of(picture) == 400
    assert 800 <= bytes_of([(picture, 3), {"x": np.zeros(400, np.uint8)}]) < 4000
