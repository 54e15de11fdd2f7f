"""The program around the commands: no command, doctor, Ctrl+C and a polite end."""

import asyncio
import json
import os
import signal

import pytest

from app.command_line.program import carry_out
from app.command_line.progress_meter import Meter
from engine.contract.events import Progress
from tests.fakes.engine import FakeEngine


class HeldEngine(FakeEngine):
    """An engine whose export, once under way, sends this process a signal and waits."""

    def __init__(self, number: signal.Signals) -> None:
        super().__init__()
        self.gate.clear()
        asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), number)


def test_without_a_command_the_studio_opens(shell):
    assert shell().status == 0
    assert shell.opened == [None]


def test_a_project_alone_opens_in_the_studio(shell):
    project = shell.folder / "film.laqta"
    project.touch()
    assert shell(project).status == 0
    assert shell.opened == [project]
    assert "no file" in shell.refuses(shell.folder / "gone.laqta")


def test_doctor_lists_python_and_the_engine_s_findings(shell):
    outcome = shell("doctor")
    assert outcome.status == 0
    assert [line.split()[:2] for line in outcome.out.splitlines()] == [
        ["✓", "Laqta"],
        ["✓", "engine"],
    ]


def test_doctor_answers_in_json(shell):
    answer = json.loads(shell("doctor", "--json").out)
    assert answer["fine"] is True
    assert answer["findings"][0]["name"] == "Laqta"


@pytest.fixture
def interruptible():
    """Ctrl+C is heard, even in tests that were started where it is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name != "posix", reason="signals are sent another way there")
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
def test_a_stopped_export_leaves_nothing(tmp_path, capsys, number, status):
    words = ["create", "the sea", "-o", str(tmp_path / "shot.mp4")]
    assert carry_out(words, lambda: HeldEngine(number), lambda project: 0) == status
    assert "nothing was written" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_help_is_an_answer_and_ends_with_0(shell, capsys):
    with pytest.raises(SystemExit) as ended:
        shell("clip", "--help")
    assert ended.value.code == 0
    assert "plays the clip N times in all" in capsys.readouterr().out


class Terminal:
    """A stream that says it is a terminal."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        """It is."""
        return True

    def write(self, text: str) -> None:
        """Keep it."""
        self.text += text

    def flush(self) -> None:
        """Nothing is held back."""


def test_on_a_terminal_progress_is_one_line_that_goes_when_done():
    terminal = Terminal()
    meter = Meter(terminal)
    meter.report(Progress(60, 240, 75.2))
    meter.clear()
    assert "25 %" in terminal.text and "1 min 15 s left" in terminal.text
    assert "\n" not in terminal.text
    assert terminal.text.endswith("\r\033[K")
