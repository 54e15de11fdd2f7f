"""models list, get, add and check, with the real store and a hub of our own."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.command_line.amounts import amount
from app.command_line.program import carry_out
from engine.client.local_models import LocalModels
from engine.contract.models import Model
from engine.models.catalogue import catalogue
from tests.fakes.engine import FakeEngine
from tests.fakes.fake_hub import FakeHub, Repository
from tests.fakes.weights import wan_files, write

FREE = "wan2.1-t2v-1.3b"
BARRED = "minimax-h3"
REPOSITORIES = {entry.id: entry.repository for entry in catalogue()}
TRANSFORMER = "transformer/diffusion_pytorch_model.safetensors"

Answer = tuple[int, str, str]
Line = Callable[..., Answer]


@pytest.fixture
def line(tmp_path: Path, capsys, monkeypatch) -> Line:
    """A command line whose models are this machine's, in a store of its own."""
    monkeypatch.setenv("LAQTA_MODELS", str(tmp_path / "store"))

    def run(*words: object) -> Answer:
        def make_engine() -> FakeEngine:
            engine = FakeEngine()
            engine.models = LocalModels()
            return engine

        status = carry_out(["models", *map(str, words)], make_engine, lambda project: 1)
        return (status, *capsys.readouterr())

    return run


@pytest.fixture
def hub(monkeypatch):
    """A hub that has one model which everyone may use and one which not everyone may."""
    monkeypatch.delenv("HF_TOKEN", raising=False)
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    repositories = {REPOSITORIES[name]: Repository(wan_files()) for name in (FREE, BARRED)}
    with FakeHub(repositories) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        yield hub


def test_every_model_is_listed_with_size_licence_and_what_is_forbidden(line: Line):
    status, out, _ = line("list")
    assert status == 0
    row = next(row for row in out.splitlines() if FREE in row)
    assert row.split() == [FREE, "about", "29.0", "GB", "Apache", "2.0", "text,", "video"]
    assert "It may not be used in: European Union" in out


def test_the_list_answers_in_json(line: Line):
    models = json.loads(line("list", "--json")[1])["models"]
    assert [model["id"] for model in models] == [entry.id for entry in catalogue()]
    assert models[0]["licence"]["name"] == "Apache 2.0" and models[0]["weights"] is None


def test_a_model_comes_and_is_whole_until_a_file_changes(line: Line, hub: FakeHub, tmp_path: Path):
    status, out, err = line("get", FREE)
    assert (status, out.splitlines()[-1]) == (0, FREE)
    assert "Apache 2.0" in err and "100 %" in err and " kB of " in err
    assert line("get", FREE)[0] == 0 and hub.listed == ["main"]
    assert line("check")[:2] == (0, f"✓ {FREE}\n")
    folder = tmp_path / "store" / REPOSITORIES[FREE].replace("/", "--")
    (folder / TRANSFORMER).write_bytes(b"")
    status, out, err = line("check", FREE, "--json")
    size = len(wan_files()[TRANSFORMER])
    complaint = f"{TRANSFORMER} has 0 bytes instead of {size}."
    assert json.loads(out) == {"fine": False, "models": {FREE: [complaint]}}
    assert status == 1 and FREE in err


def test_a_licence_with_limits_is_shown_and_wants_consent(line: Line, hub: FakeHub, tmp_path: Path):
    status, out, err = line("get", BARRED)
    assert (status, out) == (2, "")
    assert "European Union" in err and err.splitlines()[-1].endswith("if you agree.")
    assert hub.listed == []
    hub.repositories[REPOSITORIES[BARRED]].gated = True
    status, _, err = line("get", BARRED, "--accept-licence", "--to", tmp_path)
    assert status == 1 and "HF_TOKEN" in err
    assert hub.listed == ["main"]


class StoppedModels(LocalModels):
    """Ctrl+C comes in the middle of a download."""

    async def get(self, model_id: str, report: object, into: str = "") -> Model:
        """Stop."""
        raise KeyboardInterrupt


def test_a_stopped_download_says_what_is_kept(tmp_path: Path, capsys):
    def make_engine() -> FakeEngine:
        engine = FakeEngine()
        engine.models = StoppedModels(tmp_path)
        return engine

    assert carry_out(["models", "get", FREE], make_engine, lambda project: 1) == 130
    assert capsys.readouterr().err.endswith("Stopped; what has come is kept.\n")


def test_adding_ends_with_the_id(line: Line, tmp_path: Path):
    folder = write(tmp_path / "My Wan", wan_files())
    status, out, err = line("add", folder)
    assert (status, out.splitlines()[-1], err) == (0, "my-wan", "")
    assert json.loads(line("add", folder, "--json")[1])["id"] == "my-wan"
    assert "✓  my-wan" in line("list")[1]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"unet/old.bin": b"\x80\x04."}, "pickled"),
        ({TRANSFORMER: b"PK\x03\x04" + b"z" * 90}, "pickled"),
        ({"transformer/own.py": b"import os"}, "program code"),
        ({TRANSFORMER: b"x"}, "not whole"),
        ({"model_index.json": b'{"_class_name": "Other"}'}, "not a video model"),
    ],
)
def test_what_may_not_be_opened_is_refused_in_a_sentence(line: Line, tmp_path, files, words):
    status, out, err = line("add", write(tmp_path / "it", wan_files() | files))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert words in err and err.endswith(".\n")


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (["get", "nothing"], "There is no model nothing"),
        (["check", "nothing"], "There is no model nothing"),
        (["check", FREE], "is not on this machine"),
        (["add", "/nowhere/at/all"], "There is no file or folder '/nowhere/at/all'"),
        (["add", ""], "There is no file or folder ''"),
        (["get", FREE, "--to", "/nowhere/at/all"], "isn't there; make it first"),
        (["lend"], "There is no action 'lend', there are list, get, add, check"),
        ([], "This is missing"),
    ],
)
def test_bad_orders_are_refused_in_a_sentence(line: Line, order: list[str], words: str):
    status, out, err = line(*order)
    assert (status, out) == (2, "")
    assert words in err.splitlines()[-1] and err.endswith(".\n")


def test_a_store_that_can_t_be_written_is_no_fault_of_the_model(line: Line, tmp_path):
    (tmp_path / "store" / "store.part").mkdir(parents=True)
    status, out, err = line("add", write(tmp_path / "it", wan_files()))
    assert (status, out) == (2, "") and "store.json can't be written" in err


def test_amounts_are_told_in_four_figures():
    counts = (0, 999, 1000, 28_900_000_000, 999_999_999_999)
    assert [amount(count) for count in counts] == [
        "0 bytes", "999 bytes", "1.0 kB", "28.9 GB", "1.0 TB",
    ]  # fmt: skip
