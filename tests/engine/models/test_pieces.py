"""Large files come over several connections at once, and on the disk is always a start of them."""

import threading
from pathlib import Path
from time import monotonic, sleep

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.contract.events import EngineFault
from engine.models import pieces
from engine.models.part_file import PartFile, part_of
from engine.models.patience import Patience, Stopped
from engine.models.pieces import Ended, Pace, Pieces
from tests.engine.models.desk import Desk
from tests.fakes.weights import safetensors, wan_files

SMALL = 1000
NAME = "vae/diffusion_pytorch_model.safetensors"
LARGE = safetensors({"decoder.weight": (200, 100)}, b"0123456789abcdefghijklmnopqrstuvwxyz!")


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of a thousand bytes."""
    for name in ("FIRST", "LEAST", "MOST"):
        monkeypatch.setattr(pieces, name, SMALL)


@pytest.fixture
def large(desk: Desk) -> Desk:
    """A server whose model has a file of forty pieces."""
    desk.repository.files[NAME] = LARGE
    return desk


def begun(desk: Desk) -> list[int]:
    return sorted(desk.hub.begun(NAME))


def stop_when_all_stall(desk: Desk, stopped: list[float]) -> None:
    while desk.hub.busiest < pieces.AT_ONCE:
        sleep(0.01)
    sleep(0.2)
    stopped.append(monotonic())
    desk.stop.set()


def arrived(desk: Desk) -> bool:
    total = sum(map(len, (wan_files() | {NAME: LARGE}).values()))
    whole = (desk.folder / NAME).read_bytes() == LARGE
    return whole and (desk.told[-1].done, desk.told[-1].total) == (total, total)


def test_each_piece_is_asked_for_once(large: Desk):
    large.get()
    assert begun(large) == list(range(0, len(LARGE), SMALL)) and arrived(large)


def test_several_come_at_once(large: Desk):
    large.hub.rate = 40_000
    large.get()
    assert large.hub.busiest == pieces.AT_ONCE and arrived(large)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, SMALL + 100), max_size=40))
def test_connections_may_drop_anywhere(large: Desk, drops: list[int]):
    (large.folder / NAME).unlink(missing_ok=True)
    large.hub.drops = {NAME: drops}
    large.get(patience=Patience(first=0.001, most=0.002, silence=2.0, tries=40))
    assert arrived(large)


def test_a_later_try_goes_on_where_the_start_ends(large: Desk):
    part = part_of(large.folder / NAME)
    part.parent.mkdir(parents=True)
    part.write_bytes(LARGE[:1234])
    large.get()
    assert begun(large)[:2] == [1234, 2234] and arrived(large)


def test_a_stop_is_heard_at_once_even_while_nothing_comes(large: Desk):
    large.hub.stalls = {NAME: [3.0] * 40}
    stopped: list[float] = []
    threading.Thread(target=stop_when_all_stall, args=(large, stopped)).start()
    with pytest.raises(Stopped):
        large.get()
    assert monotonic() - stopped[0] < 1.0
    kept = part_of(large.folder / NAME).read_bytes()
    assert LARGE.startswith(kept) and len(kept) >= SMALL // 2
    large.hub.stalls = {}
    large.stop.clear()
    large.get()
    assert arrived(large)


def test_a_server_that_takes_one_connection_at_a_time_gets_one(large: Desk):
    large.hub.most, large.hub.pause = 1, 0.001
    large.get(patience=Patience(first=0.001, most=0.002, silence=2.0, tries=4))
    assert arrived(large)


@pytest.mark.parametrize("had", [0, 1234])
def test_a_server_without_ranges_sends_all_as_one(large: Desk, had: int):
    part = part_of(large.folder / NAME)
    part.parent.mkdir(parents=True)
    part.write_bytes(LARGE[:had])
    large.hub.ignores_ranges, large.hub.drops = True, {NAME: [400, 700]}
    large.get()
    assert arrived(large)


def test_ranges_that_begin_elsewhere_are_not_taken(large: Desk):
    large.hub.shifts = 1
    large.get()
    assert arrived(large)


def test_what_is_wrong_is_told_once_and_nothing_stays(large: Desk):
    large.repository.hashes[NAME] = "0" * 64
    with pytest.raises(EngineFault, match="download_damaged"):
        large.get()
    assert not part_of(large.folder / NAME).exists()


class Row:
    """A file of 5000 bytes that three hands bring."""

    def __init__(self, folder: Path) -> None:
        from engine.models.hub import RemoteFile

        self.heard: list[int] = []
        self.part = PartFile(folder / "x.part", RemoteFile("x", 5000, "0" * 64, ""))
        self.pieces = Pieces(self.part, Pace(), self.heard.append)


def test_what_comes_out_of_order_waits_and_is_forgotten_at_the_end(tmp_path: Path):
    row = Row(tmp_path)
    first, second = row.pieces.take(), row.pieces.take()
    row.pieces.add(second, b"b" * 700)
    assert row.part.bytes == 0
    row.pieces.add(first, b"a" * 1000)
    assert row.part.bytes == 1700
    third = row.pieces.take()
    row.pieces.add(third, b"c" * 300)
    row.pieces.end()
    assert sum(row.heard) == row.part.bytes == 1700
    with pytest.raises(Ended):
        row.pieces.add(second, b"b")


def test_no_more_than_some_pieces_wait_in_memory(tmp_path: Path):
    row = Row(tmp_path)
    taken = [row.pieces.take() for _ in range(pieces.AHEAD)]
    other = threading.Thread(target=lambda: taken.append(row.pieces.take()))
    other.start()
    other.join(0.05)
    assert len(taken) == pieces.AHEAD
    row.pieces.add(taken[0], b"a" * taken[0].missing)
    row.pieces.end()
    other.join()


def test_a_piece_that_one_leaves_is_the_next_that_another_takes(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(pieces, "REST", 0.0)
    row = Row(tmp_path)
    first, _ = row.pieces.take(), row.pieces.take()
    assert row.pieces.leave(first) and row.pieces.take() is first


def test_the_last_worker_never_leaves(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(pieces, "FIRST", 5000)
    row = Row(tmp_path)
    assert row.pieces.workers == 1 and not row.pieces.leave(row.pieces.take())


def test_those_who_rest_come_back_after_an_outage(large: Desk, monkeypatch):
    monkeypatch.setattr(pieces, "REST", 0.05)
    large.hub.drops, large.hub.rate = {NAME: [0] * 8}, 40_000
    large.get(patience=Patience(first=0.01, most=0.02, silence=2.0, tries=10))
    assert large.hub.busiest == pieces.AT_ONCE and arrived(large)
