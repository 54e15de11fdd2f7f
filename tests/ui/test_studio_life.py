"""From the first window to the last: resuming, other projects, other languages, and the end."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.fakes.engine import FakeEngine
from ui.main_window import MainWindow
from ui.start import run


@pytest.fixture
def home(tmp_path, monkeypatch, qt_application):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    yield tmp_path
    qt_application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def window() -> MainWindow:
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    return next(each for each in shown if each.isVisible())


def live(*acts, project=None) -> FakeEngine:
    """Run the studio; each act happens in a turn of its own, then the window is closed."""
    made: list[FakeEngine] = []
    waiting = [*acts, lambda: window().close()]

    def step() -> None:
        waiting.pop(0)()
        if waiting:
            QTimer.singleShot(50, step)

    def make() -> FakeEngine:
        QTimer.singleShot(50, step)
        made.append(FakeEngine())
        return made[0]

    assert run(make, project) == 0
    return made[0]


def create() -> None:
    window().create.use_prompt("a calm sea")
    window().create.create_shot()


def test_closing_the_window_ends_the_engine(home):
    assert live().closed


def test_unsaved_work_is_there_again_at_the_next_start(home):
    live(create)
    frames = []
    live(lambda: frames.append(window().session.project.sequence.frames))
    assert frames == [240]


def test_new_project_takes_the_window_and_the_old_one_is_kept(home):
    names = []
    live(
        create,
        lambda: names.append(window().session.path),
        lambda: window().project_wanted.emit(""),
        lambda: names.append(window().session.path),
        lambda: names.append(window().session.project.sequence.frames),
    )
    first, second, frames = names
    assert first != second and frames == 0
    assert first.exists()


def test_a_project_that_cannot_be_opened_is_told_and_work_goes_on(home):
    told = []
    live(lambda: told.append(window().notice.isVisible()), project=home / "nowhere.laqta")
    assert told == [True]


def test_language_changes_in_place_and_is_remembered(home):
    seen = []
    live(
        create,
        lambda: window().language_wanted.emit("ar"),
        lambda: seen.append((window().layoutDirection(), window().session.project.sequence.frames)),
        lambda: window().session.undo(),
        lambda: seen.append(window().session.project.sequence.frames),
    )
    live(
        lambda: seen.append(window().layoutDirection()), lambda: window().language_wanted.emit("en")
    )
    right = Qt.LayoutDirection.RightToLeft
    assert seen == [(right, 240), 0, right]
