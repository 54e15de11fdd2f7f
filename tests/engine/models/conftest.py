"""A server with a model, and a store with none."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from huggingface_hub.utils import close_session

from engine.models.store import Store
from tests.engine.models.desk import ENTRY, REPOSITORY, Desk
from tests.fakes.fake_hub import FakeHub, Repository
from tests.fakes.weights import wan_files


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """An empty store."""
    return Store(tmp_path / "store", (ENTRY,))


@pytest.fixture
def desk(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A server that has the model, and nothing of it here."""
    for name in ("HF_TOKEN", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HF_TOKEN_PATH", str(store.home / "no-token"))
    spare = {"README.md": b"read", "old.bin": b"pickled", "spare/big.safetensors": b"x" * 2000}
    with FakeHub({REPOSITORY: Repository(wan_files() | spare)}) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        # Else it keeps the proxies of the first test.
        close_session()
        yield Desk(hub, store)


@pytest.fixture
def stop() -> threading.Event:
    """Nobody wants it to stop."""
    return threading.Event()
