"""The count of what pip has installed, while pip is at work."""

import importlib
import shutil
import threading
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture
def installed_in(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("pip_run").installed_in


def test_counts_the_packages_of_one_folder_only(installed_in, tmp_path):
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    for name in ("numpy-1.dist-info", "numpy", "pip/site-packages/inner-1.dist-info"):
        (packages / name).mkdir(parents=True)
    assert installed_in(tmp_path) == 1
    assert installed_in(tmp_path / "nowhere") == 0


def test_counts_while_packages_come_and_go(installed_in, tmp_path):
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    (packages / "kept-1.dist-info").mkdir(parents=True)
    over = threading.Event()

    def replace():
        while not over.is_set():
            (packages / "passing" / "deep" / "deeper").mkdir(parents=True)
            shutil.rmtree(packages / "passing")

    pip = threading.Thread(target=replace)
    pip.start()
    try:
        assert {installed_in(tmp_path) for _ in range(500)} == {1}
    finally:
        over.set()
        pip.join()
