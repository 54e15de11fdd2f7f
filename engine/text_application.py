"""Text needs an application: Qt aborts the process when a font is used without one."""

import os
from functools import lru_cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication


def ensure_text_application() -> None:
    """Make sure that fonts can be used in this process; a window's application will do."""
    if QCoreApplication.instance() is None:
        _application()


@lru_cache(maxsize=1)
def _application() -> QGuiApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["laqta"])
