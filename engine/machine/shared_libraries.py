"""Which system libraries a compiled module lacks here, and the packages that bring them.

Standard library only: it is asked before anything is installed.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

# The file that the loader looks for -> the Debian and Ubuntu package that brings it, alone or, to
# keep the list short, through what it depends on.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libX11-xcb.so.1": "libegl1",
    "libX11.so.6": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-cursor0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libgl1",
    "libxcb-render-util.so.0": "libxcb-cursor0",
    "libxcb-render.so.0": "libxcb-cursor0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-cursor0",
    "libxcb-sync.so.1": "libgl1",
    "libxcb-util.so.1": "libxcb-cursor0",
    "libxcb-xfixes.so.0": "libgl1",
    "libxcb-xkb.so.1": "libxkbcommon-x11-0",
    "libxcb.so.1": "libgl1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon-x11-0",
}
MANY = 4
NOT_FOUND = re.compile(r"^\s*(\S+) => not found", re.MULTILINE)


def missing_libraries(module: Path) -> tuple[str, ...]:
    """The libraries, in the order of their names, that the loader can't find for this module.

    Empty where nothing is missing and on systems that can't be asked.
    """
    if not sys.platform.startswith("linux") or shutil.which("ldd") is None:
        return ()
    asked = subprocess.run(["ldd", str(module)], capture_output=True, text=True)
    return tuple(sorted(set(NOT_FOUND.findall(asked.stdout))))


def remedy(libraries: tuple[str, ...]) -> str:
    """What is missing and what to do, in one sentence."""
    packages = sorted({DEBIAN_PACKAGES[name] for name in libraries if name in DEBIAN_PACKAGES})
    lacking = f"This system lacks {_counted(libraries)}"
    if not packages:
        return f"{lacking}; install the packages that have these files."
    return (
        f"{lacking}; on Debian or Ubuntu run 'apt install {' '.join(packages)}' as root, elsewhere "
        "install the packages that have these files."
    )


def _counted(libraries: tuple[str, ...]) -> str:
    """The names, or the first few and how many more."""
    if len(libraries) <= MANY:
        return ", ".join(libraries)
    return f"{', '.join(libraries[: MANY - 1])} and {len(libraries) - MANY + 1} other libraries"
