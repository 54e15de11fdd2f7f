"""Every task of some small, real models by command: from the words of an order to an MP4."""

import asyncio
import json
import threading
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from app.command_line.program import carry_out
from engine.client import LocalEngine
from tests.fakes.family_runs import tiny_ability
from tests.fakes.listed_tasks import (
    LISTED,
    PROMPT,
    SIDE,
    Listed,
    SmallModels,
    alike,
    hand_over,
    heard_in,
    see_take,
)
from tests.fakes.tiny_models import tiny

OPTIONS = {
    "first_frame": "--first",
    "last_frame": "--last",
    "backdrop": "--video",
    "before": "--extend",
    "hole": "--inpaint",
    "logo": "--logo",
    "subject": "--subject",
}
SECONDS = Fraction(1, 4)
SHOT = ("--seconds", float(SECONDS), "--size", f"{SIDE}x{SIDE}")


class Elsewhere:
    """A part of an engine that lives on a loop of its own, called from others."""

    def __init__(self, part: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._part, self._loop = part, loop

    def __getattr__(self, name: str) -> Any:
        def call(*given: Any) -> Any:
            made = getattr(self._part, name)(*given)
            return asyncio.wrap_future(asyncio.run_coroutine_threadsafe(made, self._loop))

        return call


class Lasting(LocalEngine):
    """The real engine, whose children outlive the command, so that one maker makes all takes."""

    def __init__(self) -> None:
        super().__init__()
        self.models = SmallModels()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._parts = (self.strips, self.maker)
        self.strips, self.maker = (Elsewhere(part, self._loop) for part in self._parts)

    async def close(self) -> None:
        """The next command needs it too."""

    def end(self) -> None:
        """Close it."""
        for part in self._parts:
            asyncio.run_coroutine_threadsafe(part.close(), self._loop).result(30)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class Terminal:
    """The real program over one engine, in a folder with the files that are handed in."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._engine = folder, Lasting()
        self.ids: dict[str, str] = {}
        hand_over(folder)

    def __call__(self, capture: pytest.CaptureFixture[str], *words: object) -> str:
        """Carry out an order that must be fine; what it answers."""
        status = carry_out([str(word) for word in words], lambda: self._engine, lambda _: 1)
        out, err = capture.readouterr()
        assert status == 0, err
        return out

    def model(self, name: str, capture: pytest.CaptureFixture[str]) -> str:
        """The id of the tiny model, added when it is first asked for."""
        if name not in self.ids:
            self.ids[name] = self(capture, "models", "add", tiny(name)).splitlines()[-1]
        return self.ids[name]

    def end(self) -> None:
        """Close the engine."""
        self._engine.end()


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LAQTA_MODELS", str(tmp_path_factory.mktemp("models")))
        terminal = Terminal(tmp_path_factory.mktemp("orders"))
        yield terminal
        terminal.end()


def ordered(listed: Listed, model: str, folder: Path) -> list[object]:
    """The words that ask for it."""
    files = [word for role, name in listed.files for word in (OPTIONS[role], folder / name)]
    framing = ["--framing"] * listed.framing
    return [
        "create",
        PROMPT,
        *SHOT,
        "--model",
        model,
        *files,
        *framing,
        "--json",
        "-o",
        folder / f"{listed.words}.mp4",
    ]


@pytest.mark.parametrize("listed", LISTED, ids=lambda listed: listed.words)
def test_a_task_becomes_a_film_by_command(terminal, capsys, listed):
    model = terminal.model(listed.name, capsys)
    answer = json.loads(terminal(capsys, *ordered(listed, model, terminal.folder)))
    path = terminal.folder / f"{listed.words}.mp4"
    assert (answer["path"], answer["task"], answer["model"]) == (str(path), listed.task, model)
    assert not [note for note in answer["notes"] if "doesn't use" in note]
    see_take(path, listed, SECONDS)


def test_a_silent_model_s_take_sounds_like_the_draft_and_ltx_2_s_does_not(terminal, capsys):
    draft = terminal.folder / "draft.mp4"
    terminal(capsys, "create", PROMPT, *SHOT, "-o", draft)
    heard = {}
    for listed in (LISTED[0], next(each for each in LISTED if each.name == "ltx2")):
        model = terminal.model(listed.name, capsys)
        terminal(capsys, *ordered(listed, model, terminal.folder))
        heard[listed.name] = see_take(terminal.folder / f"{listed.words}.mp4", listed, SECONDS)
    theirs = heard_in(draft)
    assert alike(heard["wan_v2v"], theirs) > 0.9
    assert alike(heard["ltx2"], theirs) < 0.3 and heard["ltx2"].std() > 1e-4


def test_no_task_that_these_models_list_is_left_out():
    names = {each.name for each in LISTED}
    said = {(name, task) for name in names for task in tiny_ability(name).tasks}
    assert said == {(each.name, each.task) for each in LISTED}
