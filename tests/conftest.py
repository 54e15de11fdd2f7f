"""What every test may rely on: an offscreen Qt application and a folder of its own."""

import os
import tempfile

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tiny models compute too little to share it out: threads that wait for others cost twenty times it.
os.environ.setdefault("OMP_NUM_THREADS", "1")
# What is known of models and past takes is the user's: tests and their children keep their own.
_MODELS = tempfile.TemporaryDirectory(prefix="laqta-models-", ignore_cleanup_errors=True)
os.environ["LAQTA_MODELS"] = _MODELS.name


@pytest.fixture(scope="session")
def qt_application():
    """The one Qt application of this test process, with widgets."""
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["laqta-tests"])
