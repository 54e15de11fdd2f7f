"""Where what is known of models is kept, and where downloads go unless told otherwise."""

import os
import sys
from pathlib import Path

OVERRIDE = "LAQTA_MODELS"


def models_home() -> Path:
    """The folder that LAQTA_MODELS names, or one among the user's data on this system."""
    if named := os.environ.get(OVERRIDE):
        return Path(named).absolute()
    home = Path.home()
    if sys.platform == "win32":
        data = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
        return data / "Laqta" / "models"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Laqta" / "models"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share") / "laqta" / "models"
