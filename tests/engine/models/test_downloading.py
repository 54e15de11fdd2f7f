"""Downloads over a server of our own that speaks the Hub's protocol, with the Hub's own client."""

import threading
from pathlib import Path
from time import sleep

import pytest
from huggingface_hub import snapshot_download
from msgspec.structs import replace

from engine.contract.events import EngineFault
from engine.models.checking import Check
from engine.models.downloading import Download
from engine.models.file_lock import locked
from engine.models.part_file import part_of
from engine.models.patience import Patience, Stopped, asked_pause
from engine.models.store import Store
from engine.models.store_file import Pin
from tests.engine.models.desk import ENTRY, QUICK, REPOSITORY, TRANSFORMER, Desk
from tests.fakes.fake_hub import FakeHub
from tests.fakes.weights import wan_files

WHOLE = sum(len(content) for content in wan_files().values())


def refused(desk: Desk, **options: object) -> EngineFault:
    with pytest.raises(EngineFault) as caught:
        desk.get(**options)
    return caught.value


def test_all_of_it_comes_and_nothing_else(desk: Desk):
    model = desk.get()
    came = {p.relative_to(desk.folder).as_posix(): p for p in desk.folder.rglob("*") if p.is_file()}
    del came[".lock"], came[".commit"]
    assert {name: path.read_bytes() for name, path in came.items()} == wan_files()
    assert model == desk.store.find(ENTRY.id)
    assert (model.weights.folder, model.weights.bytes) == (str(desk.folder), WHOLE)
    assert (model.revision, model.bytes) == (desk.repository.commit, WHOLE)
    assert (desk.told[0].done, desk.told[-1].done, desk.told[-1].total) == (0, WHOLE, WHOLE)


def test_the_true_size_is_known_before_a_byte_comes(desk: Desk):
    model = Download(desk.store, ENTRY.id, desk.told.append, threading.Event()).weigh()
    assert (model.bytes, model.revision) == (WHOLE, desk.repository.commit)
    assert model.weights is None and not list(desk.folder.rglob("*.safetensors"))
    assert model == desk.store.find(ENTRY.id)


def test_the_server_speaks_as_the_hub_s_client_expects(desk: Desk, tmp_path: Path):
    came = Path(
        snapshot_download(
            REPOSITORY,
            cache_dir=tmp_path,
            endpoint=desk.hub.endpoint,
            allow_patterns=["*.json", "*.safetensors"],
            ignore_patterns=["spare/*"],
        )
    )
    found = {p.relative_to(came).as_posix(): p for p in came.rglob("*") if p.is_file()}
    assert {name: path.read_bytes() for name, path in found.items()} == wan_files()
    assert desk.store.add(str(came)).revision == desk.repository.commit


def test_a_file_goes_on_where_the_connection_dropped(desk: Desk):
    desk.hub.drops = {TRANSFORMER: [300, 0, 500]}
    desk.get()
    assert desk.hub.begun(TRANSFORMER) == [0, 300, 300, 800]


def test_a_later_try_goes_on_where_an_earlier_one_ended(desk: Desk):
    part = part_of(desk.folder / TRANSFORMER)
    part.parent.mkdir(parents=True)
    part.write_bytes(wan_files()[TRANSFORMER][:700])
    desk.get()
    assert desk.hub.begun(TRANSFORMER) == [700]
    assert desk.told[0].done == 700


def test_a_spoilt_start_is_fetched_again_once(desk: Desk):
    part = part_of(desk.folder / TRANSFORMER)
    part.parent.mkdir(parents=True)
    part.write_bytes(b"?" * 700)
    desk.get()
    assert desk.hub.begun(TRANSFORMER) == [700, 0]
    assert (desk.folder / TRANSFORMER).read_bytes() == wan_files()[TRANSFORMER]


def test_a_server_without_ranges_begins_again(desk: Desk):
    desk.hub.drops, desk.hub.ignores_ranges = {TRANSFORMER: [300]}, True
    desk.get()
    assert desk.told[-1].done == WHOLE


@pytest.mark.parametrize("name", [TRANSFORMER, "model_index.json"], ids=["large", "small"])
def test_a_wrong_hash_is_told_and_nothing_of_the_file_stays(desk: Desk, name: str):
    desk.repository.hashes[name] = "0" * (64 if name == TRANSFORMER else 40)
    fault = refused(desk)
    assert (fault.reason, fault.subject) == ("download_damaged", name)
    assert not (desk.folder / name).exists() and not part_of(desk.folder / name).exists()
    assert desk.store.find(ENTRY.id).weights is None
    desk.repository.hashes.clear()
    assert desk.get().weights


@pytest.mark.parametrize("more", [-100, 100], ids=["shorter", "longer"])
@pytest.mark.parametrize("had", [0, 700], ids=["new", "resumed"])
def test_a_file_of_another_length_than_listed_is_not_taken(desk: Desk, more: int, had: int):
    desk.repository.sizes[TRANSFORMER] = len(wan_files()[TRANSFORMER]) + more
    part = part_of(desk.folder / TRANSFORMER)
    part.parent.mkdir(parents=True)
    part.write_bytes(wan_files()[TRANSFORMER][:had])
    assert refused(desk).reason == "download_damaged"
    assert not part.exists() and len(desk.hub.begun(TRANSFORMER)) <= 2


def test_a_server_that_begins_again_and_again_is_given_up(desk: Desk):
    desk.hub.drops, desk.hub.ignores_ranges = {TRANSFORMER: [300] * 50}, True
    assert refused(desk).reason == "download_failed"
    assert len(desk.hub.begun(TRANSFORMER)) < 10


def test_no_byte_comes_where_the_disk_has_no_room(desk: Desk):
    desk.repository.sizes[TRANSFORMER] = 1 << 60
    fault = refused(desk)
    assert fault.reason == "disk_full" and "are free" in fault.detail
    assert desk.hub.asked == []


def test_busy_servers_are_asked_again_when_they_say(desk: Desk):
    desk.hub.errors = [(429, {"Retry-After": "0"}), (503, {}), (500, {})]
    assert desk.get().weights


def test_servers_that_stay_busy_or_ask_for_hours_are_given_up(desk: Desk):
    desk.hub.errors = [(503, {})] * 20
    assert refused(desk).reason == "download_failed"
    desk.hub.errors = [(429, {"Retry-After": "7200"})]
    assert refused(desk).reason == "download_failed"
    assert desk.hub.errors == []


def test_a_pause_may_be_asked_for_by_date():
    assert asked_pause({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0
    assert asked_pause({"Retry-After": "17"}) == 17
    assert asked_pause({"RateLimit": '"resolvers";r=0;t=55'}) == 55
    for text in ("soon", "\xb2", "-5", ""):
        assert asked_pause({"Retry-After": text}) is None


@pytest.mark.parametrize("token", ["", "wrong"], ids=["none, 401", "unknown, 403"])
def test_a_gated_model_is_refused_without_a_token(desk: Desk, monkeypatch, token: str):
    desk.repository.gated, desk.hub.tokens = True, ("secret",)
    monkeypatch.setenv("HF_TOKEN", token)
    assert refused(desk).reason == "download_refused"


def test_a_token_opens_a_gated_model_and_stays_with_the_hub(desk: Desk, monkeypatch):
    desk.repository.gated, desk.hub.tokens = True, ("secret",)
    monkeypatch.setenv("HF_TOKEN", "secret")
    desk.get()
    assert {asked.part: asked.token for asked in desk.hub.asked} == {"hub": True, "storage": False}


def test_conditions_are_told_of_the_model_with_its_page(desk: Desk):
    desk.repository.gated = "files"
    fault = refused(desk)
    assert (fault.reason, fault.subject) == ("download_refused", ENTRY.name)
    assert f"{desk.hub.endpoint}/{REPOSITORY}" in fault.detail


def test_an_expired_token_closes_nothing_that_is_open(desk: Desk, monkeypatch):
    monkeypatch.setenv("HF_TOKEN", "old")
    desk.hub.expired = ("old",)
    assert desk.get().weights
    assert not any(asked.token for asked in desk.hub.asked)


@pytest.mark.parametrize("below", ["", "/hf"], ids=["host", "path"])
@pytest.mark.parametrize("end", ["", "/", "/ "], ids=["bare", "slash", "space"])
def test_a_mirror_may_be_named_in_many_ways(desk: Desk, monkeypatch, below: str, end: str):
    desk.hub.below = below
    monkeypatch.setenv("HF_ENDPOINT", desk.hub.endpoint + end)
    assert desk.get().weights


def test_a_mirror_may_have_an_address_of_version_six(store: Store, desk: Desk, monkeypatch):
    try:
        six = FakeHub(desk.hub.repositories, host="::1").__enter__()
    except OSError:
        pytest.skip("this machine has no IPv6")
    monkeypatch.setenv("HF_ENDPOINT", six.endpoint)
    assert desk.get().weights and six.asked and not desk.hub.asked
    six.__exit__()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALL_PROXY", "socks5://127.0.0.1:9"),
        ("HTTP_PROXY", "foo://127.0.0.1:9"),
        ("HF_ENDPOINT", "huggingface.co"),
        ("HF_ENDPOINT", "http://:x"),
    ],
)
def test_settings_that_can_not_be_are_told_at_once(desk: Desk, monkeypatch, name, value):
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv(name, value)
    fault = refused(desk, patience=Patience(first=60.0))
    assert fault.reason == "download_failed" and fault.detail


def test_a_proxy_of_the_environment_is_asked(desk: Desk, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.setenv("HTTP_PROXY", desk.hub.endpoint)
    monkeypatch.setenv("HF_ENDPOINT", "http://hub.invalid")
    assert desk.get().weights


def test_offline_nothing_is_asked(desk: Desk, monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    assert refused(desk).reason == "offline"
    assert desk.hub.listed == []


def test_a_hub_that_is_not_there_is_told(desk: Desk, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    assert refused(desk).reason == "download_failed"


def test_packed_answers_are_not_taken_for_the_file(desk: Desk):
    desk.hub.packs = True
    assert refused(desk).reason == "download_failed"


@pytest.mark.parametrize(
    "name", ["../evil.json", "/etc/evil.json", "a\\..\\evil.json", "c:/x.json"]
)
def test_names_that_lead_out_of_the_folder_are_refused(desk: Desk, name: str):
    desk.repository.files[name] = b"{}"
    assert refused(desk).reason == "download_failed"
    assert desk.hub.asked == []


def test_a_repository_of_pickles_is_refused(desk: Desk):
    desk.repository.files = {"model_index.json": b"{}", "unet/model.bin": b"x" * 2000}
    assert refused(desk).reason == "model_pickled"


def test_a_branch_that_moves_on_does_not_mix_two_commits(desk: Desk):
    desk.hub.drops = {TRANSFORMER: [300, 0, 0, 0, 0]}
    assert refused(desk).reason == "download_failed"
    pinned = desk.store.find(ENTRY.id)
    assert (pinned.revision, pinned.bytes) == (desk.repository.commit, WHOLE)
    desk.hub.drops = {}
    desk.get()
    assert desk.hub.listed == ["main", desk.repository.commit]


def test_a_commit_that_was_squashed_away_gives_way_to_the_branch(desk: Desk):
    desk.hub.drops = {TRANSFORMER: [300, 0, 0, 0, 0]}
    refused(desk)
    desk.hub.drops = {}
    desk.repository.commit = "beef" * 10
    assert desk.get().revision == "beef" * 10


@pytest.mark.parametrize("name", [TRANSFORMER, "vae/config.json"], ids=["large", "small"])
def test_what_came_from_another_commit_is_as_long_and_yet_replaced(desk: Desk, name: str):
    desk.hub.drops = {"vae/diffusion_pytorch_model.safetensors": [300, 0, 0, 0, 0]}
    refused(desk)
    desk.hub.drops = {}
    old = desk.repository.files[name]
    desk.repository.files[name] = old.replace(b"AutoencoderKLWan", b"AutoencoderKLWax")[:-1] + b"}"
    desk.repository.commit = "beef" * 10
    desk.get()
    assert (desk.folder / name).read_bytes() == desk.repository.files[name] != old
    assert desk.told[-1].done == WHOLE


def test_a_part_that_the_disk_takes_no_more_of_goes_on_later(desk: Desk):
    resource = pytest.importorskip("resource")
    had = resource.getrlimit(resource.RLIMIT_FSIZE)
    desk.repository.files["a.json"] = b'{"a": "' + b"x" * 100_000 + b'"}'
    resource.setrlimit(resource.RLIMIT_FSIZE, (70_000, had[1]))
    try:
        fault = refused(desk)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, had)
    assert (fault.reason, fault.subject) == ("disk_full", str(desk.folder / "a.json"))
    assert part_of(desk.folder / "a.json").stat().st_size == 70_000
    assert desk.get().weights and desk.hub.begun("a.json") == [0, 70_000]


def stop_once_there_is_some(desk: Desk, part: Path) -> None:
    while not part.exists() or not part.stat().st_size:
        sleep(0.01)
    desk.stop.set()


def test_stopping_keeps_what_has_come_on_a_slow_link(desk: Desk):
    desk.repository.files = {"a.json": b"{}" + b" " * 20_000} | wan_files()
    desk.hub.pause = 0.02
    part = part_of(desk.folder / "a.json")
    threading.Thread(target=stop_once_there_is_some, args=(desk, part)).start()
    with pytest.raises(Stopped):
        desk.get()
    assert part.exists()
    desk.hub.pause = 0.0
    desk.stop.clear()
    kept = sum(path.stat().st_size for path in desk.folder.rglob("[!.]*") if path.is_file())
    assert 0 < kept < 20_000
    desk.told.clear()
    desk.get()
    assert desk.told[0].done == kept


def test_two_at_once_share_one_download(desk: Desk):
    desk.hub.pause = 0.005
    told: list[object] = []
    other = Download(Store(desk.store.home, (ENTRY,)), ENTRY.id, told.append, desk.stop, "", QUICK)
    beside = threading.Thread(target=other.run)
    beside.start()
    model = desk.get()
    beside.join()
    assert model.weights and told
    sent = [asked.name for asked in desk.hub.asked if asked.part == "hub"]
    assert len(sent) == len(set(sent)) == len(wan_files())


def test_it_comes_to_the_drive_of_choice_which_is_remembered(desk: Desk, tmp_path: Path):
    drive = tmp_path / "drive"
    model = desk.get(into=str(drive))
    assert Path(model.weights.folder) == drive / desk.folder.name
    assert desk.store.folders() == (drive, desk.store.home)


def test_a_folder_whose_drive_is_unplugged_is_not_made_anew(desk: Desk, tmp_path: Path):
    desk.store.remember(tmp_path / "unplugged")
    assert Path(desk.get().weights.folder) == desk.folder
    assert not (tmp_path / "unplugged").exists()


def test_room_that_another_download_needs_yet_is_not_given_away(desk: Desk):
    other = replace(ENTRY, id="other", repository="Some-One/Other")
    store = Store(desk.store.home, (ENTRY, other))
    store.pin(other, Pin("c" * 40, 1 << 60))
    assert Download(store, ENTRY.id, desk.told.append, desk.stop).weigh().bytes == WHOLE
    with locked(store.home / "Some-One--Other" / ".lock"):
        assert refused(Desk(desk.hub, store)).reason == "disk_full"
    assert Desk(desk.hub, store).get().weights


def test_a_check_without_the_drive_spoils_nothing(desk: Desk):
    desk.get()
    away = desk.folder.rename(desk.folder.with_name("away"))
    assert len(Check(desk.store, ENTRY.id, desk.stop).run()) == len(wan_files())
    away.rename(desk.folder)
    assert desk.store.find(ENTRY.id).weights


def test_what_a_check_finds_damaged_is_got_again(desk: Desk):
    desk.get()
    path = desk.folder / TRANSFORMER
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    assert Check(desk.store, ENTRY.id, desk.stop).run() == (f"{TRANSFORMER} is not what it was.",)
    assert desk.store.find(ENTRY.id).weights is None
    assert desk.get().weights
    assert path.read_bytes() == wan_files()[TRANSFORMER]
    assert Check(desk.store, ENTRY.id, desk.stop).run() == ()


def test_a_missing_file_is_all_that_comes_again(desk: Desk):
    desk.get()
    (desk.folder / TRANSFORMER).unlink()
    desk.hub.asked.clear()
    assert desk.store.find(ENTRY.id).weights is None
    desk.get(patience=Patience(tries=2))
    assert {asked.name for asked in desk.hub.asked} == {TRANSFORMER}
