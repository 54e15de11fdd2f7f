"""Runs command lines in this process with an engine that needs no media."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.command_line.program import carry_out
from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.media_facts import MediaFacts
from engine.contract.plan import RenderPlan
from tests.fakes.engine import FakeEngine, facts_of


@dataclass
class Outcome:
    """How a command line ended."""

    status: int
    out: str
    err: str
    plan: RenderPlan | None
    made: list[Making] = field(default_factory=list)


@dataclass
class Shell:
    """A folder with files, and a command line in it."""

    folder: Path
    capture: pytest.CaptureFixture[str]
    facts: dict[str, MediaFacts] = field(default_factory=dict)
    fault: EngineFault | None = None
    probe_fault: EngineFault | None = None
    make_fault: EngineFault | None = None
    opened: list[Path | None] = field(default_factory=list)

    def film(self, name: str = "in.mp4", **changes: object) -> Path:
        """A file that the engine takes for a film of 250 frames at 25 fps, or as `changes` say."""
        path = self.folder / name
        path.write_bytes(b"film")
        kind = {"png": "still", "wav": "sound"}.get(path.suffix[1:], "video")
        plain = facts_of(str(path), kind)
        self.facts[str(path)] = type(plain)(**{**_fields(plain), **changes})
        return path

    def __call__(self, *words: object) -> Outcome:
        """Carry out a command line."""
        engines: list[FakeEngine] = []

        def make_engine() -> FakeEngine:
            engine = FakeEngine()
            engine.strips.facts, engine.fail_next = self.facts, self.fault
            engine.strips.fail_next = self.probe_fault
            engine.maker.fail_next = self.make_fault
            engines.append(engine)
            return engine

        def open_studio(project: Path | None) -> int:
            self.opened.append(project)
            return 0

        status = carry_out([str(word) for word in words], make_engine, open_studio)
        out, err = self.capture.readouterr()
        exported = [plan for engine in engines for plan, _ in engine.exported]
        assert all(engine.closed for engine in engines)
        made = [making for engine in engines for making in engine.maker.made]
        return Outcome(status, out, err, exported[0] if exported else None, made)

    def refuses(self, *words: object) -> str:
        """Carry out a command line that must end with 2, one sentence and no new file."""
        before = sorted(self.folder.rglob("*"))
        outcome = self(*words)
        assert outcome.status == 2, outcome
        assert outcome.out == ""
        assert outcome.err.count("\n") == 1 and outcome.err.endswith(".\n"), outcome.err
        assert sorted(self.folder.rglob("*")) == before
        return outcome.err


def _fields(facts: MediaFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in facts.__struct_fields__}


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A command line in an empty folder."""
    return Shell(tmp_path, capsys)
