"""Whether a window can open here, asked before Qt is: Qt ends the program when it can't."""

import ctypes
import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from engine.machine.shared_libraries import missing_libraries, remedy

WITHOUT_WINDOW = "the commands create, clip and render work without one (see --help)"
PLUGINS = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}


def obstacle(surroundings: Mapping[str, str] = os.environ) -> str:
    """One sentence with what keeps a window from opening and what to do; '' if nothing does."""
    if not sys.platform.startswith("linux") or _chosen(surroundings) not in PLUGINS:
        return ""
    if not surroundings.get("DISPLAY") and not surroundings.get("WAYLAND_DISPLAY"):
        return f"There is no display to open a window on; start it in a desktop, {WITHOUT_WINDOW}."
    platform = _chosen(surroundings)
    lacking = missing_libraries(_plugin(platform)) if not _loads(platform) else ()
    if lacking:
        return remedy(lacking)
    if platform == "xcb" and not _answers(surroundings.get("DISPLAY", "")):
        return (
            f"The display {surroundings.get('DISPLAY', '')} doesn't answer; start it in a desktop, "
            f"{WITHOUT_WINDOW}."
        )
    return ""


def missing_for_windows() -> tuple[str, ...]:
    """The system libraries that an X11 window would lack here."""
    return missing_libraries(_plugin("xcb")) if sys.platform.startswith("linux") else ()


def _chosen(surroundings: Mapping[str, str]) -> str:
    """The Qt platform that a window would use."""
    wanted = surroundings.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if wanted:
        return wanted
    session = surroundings.get("XDG_SESSION_TYPE", "")
    waylandish = bool(surroundings.get("WAYLAND_DISPLAY")) and session in ("", "wayland")
    return "wayland" if waylandish else "xcb"


def _plugin(platform: str) -> Path:
    found = importlib.util.find_spec("PySide6")
    origin = Path(found.origin) if found and found.origin else Path()
    return origin.parent / "Qt" / "plugins" / "platforms" / PLUGINS[platform]


def _loads(platform: str) -> bool:
    """Whether the plugin's libraries are all there; Qt would load the same ones anyway."""
    try:
        ctypes.CDLL(str(_plugin(platform)))
    except OSError:
        return False
    return True


def _answers(display: str) -> bool:
    """Whether the X server of this name lets us in."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    fine = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return fine
