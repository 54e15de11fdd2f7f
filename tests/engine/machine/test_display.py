"""Whether a window can open is said before Qt would end the program over it."""

import sys
from pathlib import Path

import pytest

from engine.machine.display import obstacle
from engine.machine.shared_libraries import missing_libraries, remedy

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland")


@linux
def test_without_a_display_the_commands_are_offered():
    said = obstacle({})
    assert "no display" in said and "create, clip and render work without one" in said


@linux
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_platform_that_needs_no_display_is_no_obstacle(platform):
    assert obstacle({"QT_QPA_PLATFORM": platform}) == ""


@linux
def test_a_display_that_nobody_serves_is_named():
    said = obstacle({"DISPLAY": "127.0.0.1:63"})
    assert "127.0.0.1:63 doesn't answer" in said


@linux
def test_nothing_is_missing_for_a_python_that_runs():
    assert missing_libraries(Path(sys.executable).resolve()) == ()


def test_the_remedy_names_a_few_files_and_each_package_once():
    libraries = ("libEGL.so.1", "libGL.so.1", "libX11-xcb.so.1", "libglib-2.0.so.0", "libxcb.so.1")
    said = remedy(libraries)
    assert "libX11-xcb.so.1 and 2 other libraries" in said
    assert "'apt install libegl1 libgl1 libglib2.0-0'" in said


def test_a_file_of_an_unknown_package_is_still_named():
    assert "lacks libstrange.so.4;" in remedy(("libstrange.so.4",))
