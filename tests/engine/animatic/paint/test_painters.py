"""Painters are found by name, and loaded no sooner than they are needed."""

import subprocess
import sys

from engine.animatic.build import builds
from engine.animatic.paint.places import PAINTERS as PLACES
from engine.animatic.paint.subjects import PAINTERS as SUBJECTS


def test_every_name_has_its_painter() -> None:
    for painters in (SUBJECTS, PLACES):
        assert all(callable(painter) for painter in painters.values())


def test_every_kind_is_painted() -> None:
    assert {build.painter for build in builds().values()} <= set(SUBJECTS)


def test_nothing_is_loaded_before_it_is_needed() -> None:
    person = "engine.animatic.paint.subjects.person"
    asked = f"import sys, engine.animatic.reel; print('{person}' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
