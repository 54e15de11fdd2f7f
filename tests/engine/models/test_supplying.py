"""Where models come from and go to: the environment's say, and the store's folders."""

from pathlib import Path

import pytest

from engine.models.store import Store
from engine.models.supplying import supply


@pytest.fixture
def store(tmp_path: Path, monkeypatch) -> Store:
    for name in ("HF_ENDPOINT", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    return Store(tmp_path / "home")


def test_usual_server_and_the_room_where_the_folder_will_be(store: Store):
    now = supply(store)
    assert (now.origin, now.mirror, now.offline) == ("https://huggingface.co", False, False)
    assert [room.folder for room in now.rooms] == [str(store.home)]
    assert now.rooms[0].there and now.rooms[0].free > 0 and not store.home.exists()


def test_mirror_and_offline_mode_are_told(store: Store, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "https://mirror.example/ ")
    monkeypatch.setenv("HF_HUB_OFFLINE", "true")
    now = supply(store)
    assert (now.origin, now.mirror, now.offline) == ("https://mirror.example", True, True)


def test_folder_of_an_unplugged_drive_has_no_room(store: Store, tmp_path: Path):
    store.remember(tmp_path / "drive")
    room = supply(store).rooms[0]
    assert (room.folder, room.there, room.free) == (str(tmp_path / "drive"), False, 0)
    (tmp_path / "drive").mkdir()
    assert supply(store).rooms[0].there


def test_what_has_come_of_a_model_is_counted(store: Store):
    entry = store.entries[0]
    part = store.home / entry.repository.replace("/", "--") / "vae" / "a.safetensors.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"x" * 700)
    assert supply(store, entry.id).rooms[0].come == 700
    assert supply(store).rooms[0].come == 0
