"""A model is downloaded from the window, into a folder of choice, held, and gone on with."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.end_to_end.hands import click, settle, until
from tests.fakes.fake_hub import FakeHub, Repository
from tests.fakes.tiny_models import tiny
from ui.main_window import MainWindow
from ui.models.models_panel import ModelsPanel

MODEL, REPOSITORY = "wan2.1-t2v-1.3b", "Wan-AI/Wan2.1-T2V-1.3B-Diffusers"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hub(tmp_path: Path, monkeypatch):
    folder = tiny("wan_t2v")
    paths = [path for path in folder.rglob("*") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    with FakeHub({REPOSITORY: Repository(files)}, pause=0.02) as hub:
        monkeypatch.setenv("LAQTA_MODELS", str(tmp_path / "home"))
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
        yield hub


def test_model_comes_from_a_mirror_into_a_folder_of_choice(studio, hub: FakeHub, tmp_path: Path):
    drive = tmp_path / "drive"
    drive.mkdir()

    async def story(window: MainWindow) -> None:
        window.activateWindow()
        await settle()
        QTest.keyClick(window.canvas, Qt.Key.Key_M, CTRL_SHIFT)
        panel = window.findChild(ModelsPanel)
        await until(panel.rows, "the models")
        row = next(row for row in panel.rows() if row.model.id == MODEL)
        await until(lambda: hub.endpoint in panel.origin.text(), "where they come from")

        await click(row.get)
        await until(row.consent.accept.isEnabled, "the true size")
        row.consent.room.add_folder(str(drive))
        await click(row.consent.accept)
        await until(lambda: "left" in row.loading.come.text(), "speed and time")

        await click(row.loading.hold)
        await until(lambda: row.loading.hold.held, "the pause")
        assert "Paused at" in row.loading.come.text()
        come = sum(path.stat().st_size for path in drive.rglob("*") if path.is_file())
        assert 0 < come < row.model.bytes

        hub.pause = 0.0
        await click(row.loading.hold)
        await until(row.check.isVisible, "the model")
        assert Path(row.model.weights.folder).parent == drive
        assert str(drive) in row.folder.place.text()

    studio(story)
