"""Files that lie about themselves, hide programs, or never end."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from safetensors import SafetensorError, safe_open

from engine.contract.events import EngineFault
from engine.models.gguf_header import gguf_shapes
from engine.models.safetensors_header import safetensors_shapes
from engine.models.store import Store
from engine.models.weight_files import is_safe_name
from tests.engine.models.desk import TRANSFORMER, Desk
from tests.fakes.weights import gguf, safetensors, wan_files, wan_shapes, write

ANYTHING = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
PARTS = ("model_index.json", "transformer/config.json", "tokenizer/merges.txt", TRANSFORMER)
SHARDS = "text_encoder/model.safetensors.index.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model on a disk."""
    return write(tmp_path / "disk" / "My Wan", wan_files())


def refused(store: Store, path: Path) -> str:
    with pytest.raises(EngineFault) as caught:
        store.add(str(path))
    return caught.value.reason


def with_header(length: int) -> bytes:
    """A .safetensors file whose header has exactly so many bytes."""
    plain = safetensors({"a": (2, 3)})
    text, data = plain[8:-12], plain[-12:]
    return length.to_bytes(8, "little") + text.ljust(length) + data


@pytest.mark.parametrize("length", [0x0280, 0x0380, 0x0480, 0x0580, 0x10280])
def test_an_honest_header_may_be_as_long_as_pickles_begin(tmp_path: Path, length: int):
    path = tmp_path / "a.safetensors"
    path.write_bytes(with_header(length))
    assert safetensors_shapes(path) == {"a": (2, 3)}


def test_a_shape_of_a_million_sides_takes_no_time(tmp_path: Path):
    shape = [2**62] * 1_000_000
    text = json.dumps({"a": {"dtype": "F16", "shape": shape, "data_offsets": [0, 0]}}).encode()
    path = tmp_path / "a.safetensors"
    path.write_bytes(len(text).to_bytes(8, "little") + text)
    with pytest.raises(EngineFault, match="model_damaged"):
        safetensors_shapes(path)


numbers = st.one_of(st.integers(-2, 40), st.integers(), st.floats(), st.none())
tensor = st.fixed_dictionaries(
    {},
    optional={
        "dtype": st.sampled_from(["F16", "BF16", "F8_E4M3", "U8", "X", "F4", 3]),
        "shape": st.lists(numbers, max_size=5),
        "data_offsets": st.lists(numbers, max_size=3),
    },
)
honest = st.builds(
    lambda side, more, start: {
        "dtype": "U8", "shape": [side, more], "data_offsets": [start, start + side * more],
    },
    st.integers(0, 4), st.integers(0, 4), st.integers(0, 16),
)  # fmt: skip
headers = st.dictionaries(st.text(max_size=4), tensor | honest, max_size=4).map(json.dumps)


@ANYTHING
@given(headers.map(str.encode) | st.binary(max_size=60), st.integers(0, 40), st.integers(-9, 9))
def test_what_passes_is_opened_by_the_library_too(tmp_path, header: bytes, data: int, lie: int):
    path = tmp_path / "a.safetensors"
    length = len(header) + (lie if lie in (-1, 1, 8) else 0)
    path.write_bytes(max(0, length).to_bytes(8, "little") + header + b"\0" * data)
    try:
        ours = safetensors_shapes(path)
    except EngineFault as fault:
        assert fault.reason in ("model_damaged", "model_pickled")
        return
    try:
        with safe_open(path, "np") as opened:
            assert {name: tuple(opened.get_slice(name).get_shape()) for name in ours} == ours
    except SafetensorError as error:
        assert "dtype" in str(error) or "variant" in str(error)


WHOLE = gguf(wan_shapes())


@ANYTHING
@given(st.integers(0, 1200), st.binary(min_size=1, max_size=12))
@example(24, b"\xff" * 8)
def test_a_spoilt_gguf_file_is_told_or_still_whole(tmp_path: Path, place: int, spoilt: bytes):
    path = tmp_path / "a.gguf"
    path.write_bytes(WHOLE[:place] + spoilt + WHOLE[place + len(spoilt) :])
    try:
        gguf_shapes(path)
    except EngineFault as fault:
        assert fault.reason in ("model_damaged", "model_pickled")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("target", ["pipe", "/dev/zero", "/nowhere"])
def test_pipes_devices_and_links_to_nothing_are_never_opened(store, folder, name, target):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path) if target == "pipe" else path.symlink_to(target)
    assert refused(store, folder) in ("model_damaged", "model_unknown")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes among files")
def test_a_pipe_is_no_file_of_weights(store: Store, tmp_path: Path):
    os.mkfifo(tmp_path / "a.safetensors")
    assert refused(store, tmp_path / "a.safetensors") == "model_unknown"


@pytest.mark.parametrize(
    "place", ["weights.dat", "../../x.safetensors", "/x.safetensors", "a/b.safetensors", "x.BIN"]
)
def test_an_index_names_nothing_but_safetensors_beside_it(store, folder, place: str):
    write(folder, {SHARDS: json.dumps({"weight_map": {"shared.weight": place}}).encode()})
    outside = write(folder.parent, {"x.safetensors": safetensors({"a": (1,)})})
    write(folder / "text_encoder", {"weights.dat": b"\x80\x04}."})
    assert outside.is_dir() and refused(store, folder) == "model_damaged"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("vae/model_index.json", {"x": ["os", "system"]}, "model_runs_code"),
        ("Transformer/MODEL_INDEX.JSON", {"x": ["mine", "X"]}, "model_runs_code"),
        ("text_encoder/config.json", {"transformers_weights": "weights.dat"}, "model_damaged"),
        ("a/adapter_config.json", {"base_model_name_or_path": "/other"}, "model_damaged"),
        ("tokenizer/tokenizer_config.json", {"auto_map": {"AutoTokenizer": 1}}, "model_runs_code"),
        ("vae/config.json", {"a": " " * (17 << 20)}, "model_damaged"),
    ],
)
def test_other_ways_to_code_and_pickles_are_shut(store, folder, name, content, reason):
    write(folder, {name: json.dumps(content).encode()})
    assert refused(store, folder) == reason


@given(st.text(alphabet="aA./\\: \0\n~\u202e\u0645-", max_size=12))
@example("a/../b")
@example("com1.json")
@example("a ")
@example("م ع/b.json")
@example("x" * 300)
def test_names_that_pass_stay_inside_the_folder_on_every_system(name: str):
    if is_safe_name(name):
        inside = os.path.normpath(f"/in/{name}")
        assert inside.startswith("/in/") and inside == f"/in/{name}"
        assert name.isprintable() and not set(name) & set('\\:*?"<>|')
        assert not name.lower().startswith("com1") and len(name) < 256


@pytest.mark.parametrize(
    "names",
    [["A.json", "a.json"], ["x.json", "x.json/y.json"], ["com1.json"], ["a/\u202ejson.json"]],
    ids=["capitals", "file and folder", "device", "turned round"],
)
def test_listings_that_some_systems_could_not_hold_are_refused(desk: Desk, names: list[str]):
    desk.repository.files |= {name: b"{}" for name in names}
    with pytest.raises(EngineFault, match="no listing that can be used"):
        desk.get()
    assert desk.hub.asked == []


def test_names_with_spaces_and_arabic_come(desk: Desk):
    name = "tokenizer/كلمات of all #1%.txt"
    desk.repository.files[name] = b"words"
    desk.get()
    assert (desk.folder / name).read_bytes() == b"words"
