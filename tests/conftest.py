"""What every test may rely on: an offscreen Qt application and a folder of its own."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def qt_application():
    """The one Qt application of this test process, with widgets."""
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["laqta-tests"])
