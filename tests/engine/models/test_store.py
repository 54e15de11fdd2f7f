"""What is taken in from a disk, what is refused, and what is told when it is gone."""

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from engine.contract.events import EngineFault
from engine.models.checking import Check
from engine.models.single_files import recognise
from engine.models.store import Store
from tests.engine.models.desk import ENTRY, TRANSFORMER, Desk
from tests.fakes.weights import (
    gguf,
    lora_shapes,
    published_wan_shapes,
    safetensors,
    wan_files,
    wan_shapes,
    write,
)

WIDER = {name: (*shape[:-1], 2 * shape[-1]) for name, shape in published_wan_shapes().items()}
UNDERLINED = {
    f"lora_unet_blocks_0_self_attn_q.{part}.weight": shape
    for part, shape in (("lora_down", (2, 8)), ("lora_up", (8, 2)))
}
PACKED = wan_shapes() | {"blocks.0.attn1.to_q.weight_scale": (1,)}
OTHER = {f"other.{name}": shape for name, shape in wan_shapes().items()}


def refused(store: Store, path: Path) -> str:
    with pytest.raises(EngineFault) as caught:
        store.add(str(path))
    assert store.file.read().kept == () or caught.value.reason == "model_missing"
    return caught.value.reason


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model on a disk."""
    return write(tmp_path / "disk" / "My Wan", wan_files())


def test_a_folder_is_taken_in_where_it_lies(store: Store, folder: Path):
    model = store.add(str(folder))
    assert (model.id, model.family, model.weights.folder) == ("my-wan", "wan", str(folder))
    assert model.ability.tasks == ("text", "video")
    assert model.licence.name == "not known"
    assert [each.id for each in store.all()] == [ENTRY.id, "my-wan"]
    assert store.add(str(folder / "model_index.json")) == model


def test_a_second_folder_of_the_same_name_gets_an_id_of_its_own(store: Store, folder: Path):
    store.add(str(folder))
    other = write(folder.parent.parent / "another" / "My Wan", wan_files())
    assert store.add(str(other)).id == "my-wan-2"
    assert len(store.all()) == 3


@pytest.mark.parametrize(
    ("name", "model_id", "spoken"),
    [
        ("Wan2.1-T2V-1.3B", "wan2.1-t2v-1.3b", "Wan2.1-T2V-1.3B"),
        ("نموذجي", "نموذجي", "نموذجي"),
        ("a\n\x1b[31mb", "a-31mb", "a  [31mb"),
        ("...", "model", "..."),
    ],
)
def test_a_folder_gives_id_and_name(store, folder, name: str, model_id: str, spoken: str):
    model = store.add(str(folder.rename(folder.with_name(name))))
    assert (model.id, model.name) == (model_id, spoken)


def test_a_repository_in_the_hub_s_cache_is_not_called_by_its_commit(store: Store, folder: Path):
    place = folder.parent / "models--Else--Their-Wan" / "snapshots" / ("ab" * 20)
    shutil.copytree(folder, place)
    model = store.add(str(place))
    assert (model.id, model.name) == ("their-wan", "Their-Wan")


def test_the_fingerprint_follows_the_content_not_the_place(store: Store, folder: Path):
    first = store.add(str(folder)).weights.fingerprint
    moved = folder.rename(folder.with_name("moved"))
    assert store.add(str(moved)).weights.fingerprint == first
    (moved / "vae/config.json").write_text("{}")
    assert store.add(str(moved)).weights.fingerprint != first


def test_a_copy_of_a_catalogue_s_model_is_known_as_that(store: Store, folder: Path):
    assert store.add(str(folder.rename(folder.with_name("tiny-wan")))).licence == ENTRY.licence
    (only,) = store.all()
    assert only.id == ENTRY.id and only.weights


def test_the_hub_s_own_cache_tells_model_and_commit(store: Store, folder: Path):
    commit = "ab" * 20
    place = folder.parent / "models--Some-One--Tiny-Wan" / "snapshots" / commit
    shutil.copytree(folder, place)
    model = store.add(str(place))
    assert (model.id, model.revision) == (ENTRY.id, commit)


def test_a_download_and_a_copy_of_it_have_one_fingerprint(desk: Desk, folder: Path):
    assert desk.get().weights.fingerprint == desk.store.add(str(folder)).weights.fingerprint


@pytest.mark.parametrize(
    "name",
    ["unet/model.bin", "model.CKPT", "a/b/c/x.pt", ".hidden/y.pth", "vae/.z.pkl"],
)
def test_pickles_are_refused_wherever_they_hide(store: Store, folder: Path, name: str):
    write(folder, {name: b"\x80\x04}."})
    assert refused(store, folder) == "model_pickled"


def test_pickles_behind_links_are_refused(store: Store, folder: Path):
    elsewhere = write(folder.parent / "elsewhere", {"x.bin": b"pickled"})
    (folder / "unet").symlink_to(elsewhere, target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert refused(store, folder) == "model_pickled"


@pytest.mark.parametrize("content", [b"\x80\x04\x95" + b"a" * 90, b"PK\x03\x04" + b"z" * 90])
def test_a_pickle_that_calls_itself_safetensors_is_refused(store, folder, content: bytes):
    write(folder, {TRANSFORMER: content})
    assert refused(store, folder) == "model_pickled"


def test_a_folder_of_pickles_alone_is_told_as_such(store: Store, tmp_path: Path):
    assert refused(store, write(tmp_path / "sd", {"a/model.ckpt": b"x"})) == "model_pickled"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("transformer/modeling.py", b"import os"),
        ("model_index.json", {**json.loads(wan_files()["model_index.json"]), "x": ["mine", "X"]}),
        ("model_index.json", {"_class_name": ["pipeline", "Mine"]}),
        ("transformer/config.json", {"auto_map": {"AutoModel": "modeling.Mine"}}),
    ],
)
def test_models_with_code_are_refused(store: Store, folder: Path, name: str, content: object):
    write(folder, {name: content if isinstance(content, bytes) else json.dumps(content).encode()})
    assert refused(store, folder) == "model_runs_code"


def test_parts_of_diffusers_own_pipelines_are_no_foreign_code(store: Store, folder: Path):
    index = json.loads(wan_files()["model_index.json"])
    write(folder, {"model_index.json": json.dumps({**index, "vae": ["ltx2", "X"]}).encode()})
    assert store.add(str(folder)).weights


@pytest.mark.parametrize("name", ["vae", "text_encoder/model-00001-of-00001.safetensors"])
def test_half_a_model_is_damaged(store: Store, folder: Path, name: str):
    path = folder / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert refused(store, folder) == "model_damaged"


WHOLE = safetensors(wan_shapes())
OVERLAP = safetensors({"a": (2,), "b": (2,)}).replace(b"[4, 8]", b"[0, 4]")[:-4]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"version https://git-lfs.github.com/spec/v1\n",
        WHOLE[:-1],
        WHOLE + b"\0",
        (1 << 62).to_bytes(8, "little") + WHOLE[8:],
        (8).to_bytes(8, "little") + b"[" * 8,
        (1 << 20).to_bytes(8, "little") + b'{"a":' + b"[" * (1 << 20),
        WHOLE.replace(b'"F16"', b'"F32"', 1),
        OVERLAP,
    ],
    ids=["empty", "lfs pointer", "cut", "longer", "huge", "no object", "deep", "type", "overlap"],
)
def test_weights_that_lie_about_themselves_are_damaged(store, folder, content: bytes):
    write(folder, {TRANSFORMER: content})
    assert refused(store, folder) == "model_damaged"


def test_other_folders_and_files_are_no_models(store: Store, tmp_path: Path):
    assert refused(store, write(tmp_path / "pictures", {"a.png": b"x"})) == "model_unknown"
    assert refused(store, write(tmp_path, {"a.mp4": b"x"}) / "a.mp4") == "model_unknown"
    assert refused(store, write(tmp_path, {"a.pt": b"x"}) / "a.pt") == "model_pickled"
    assert refused(store, tmp_path / "gone") == "media_missing"
    files = wan_files() | {"model_index.json": b'{"_class_name": "StableDiffusionPipeline"}'}
    assert refused(store, write(tmp_path / "sd", files)) == "model_unknown"


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("a.safetensors", safetensors(wan_shapes()), "transformer"),
        ("b.safetensors", safetensors(published_wan_shapes()), "transformer"),
        ("c.gguf", gguf(published_wan_shapes()), "transformer"),
        ("d.safetensors", safetensors(lora_shapes()), "adapter"),
        ("e.safetensors", safetensors(lora_shapes(published=True)), "adapter"),
        ("f.safetensors", safetensors(UNDERLINED), "adapter"),
    ],
    ids=["transformer", "published names", "GGUF", "LoRA", "LoRA, published", "LoRA, underlined"],
)
def test_a_single_file_goes_with_the_model_it_fits(store, folder, name, content, part):
    path = folder.parent / name
    path.write_bytes(content)
    assert refused(store, path) in ("model_missing", "model_unknown")
    companion = store.add(str(folder))
    model = store.add(str(path))
    assert getattr(model.weights, part) == str(path)
    assert model.weights.folder == str(folder)
    assert model.weights.fingerprint != companion.weights.fingerprint
    assert model.ability == companion.ability and model.family == "wan"
    assert store.add(str(path)) == model
    path.write_bytes(content[:-1] + b"?")
    assert store.add(str(path)).weights.fingerprint != model.weights.fingerprint
    (folder / TRANSFORMER).unlink()
    assert store.find(model.id).weights is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.safetensors", safetensors(OTHER)),
        ("b.safetensors", safetensors({n: (*s[:-1], 9) for n, s in wan_shapes().items()})),
        ("c.gguf", gguf(OTHER)),
        ("d.safetensors", safetensors(WIDER)),
        ("e.safetensors", safetensors(PACKED)),
    ],
    ids=["other names", "another width", "GGUF", "published names, another width", "packed"],
)
def test_a_single_file_of_another_model_is_not_taken(store, folder, name, content):
    store.add(str(folder))
    path = folder.parent / name
    path.write_bytes(content)
    with pytest.raises(EngineFault) as caught:
        store.add(str(path))
    assert caught.value.reason == ("model_missing" if name.startswith("d") else "model_unknown")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (safetensors(wan_shapes()), "no weights from a file"),
        (gguf(wan_shapes()), "no weights from a file"),
        (safetensors(lora_shapes()), "no LoRA files"),
    ],
    ids=["transformer", "GGUF", "LoRA"],
)
def test_files_for_models_that_take_none_are_refused_at_once(store, folder, content, words):
    model = store.add(str(folder))
    path = folder.parent / ("a.gguf" if content.startswith(b"GGUF") else "a.safetensors")
    path.write_bytes(content)
    here = replace(model, family="hunyuan15")
    with pytest.raises(EngineFault, match=words):
        recognise(path, [here], store.entries)


@pytest.fixture
def two_experts(store: Store, folder: Path) -> Path:
    """A model of two halves that is here, in this folder."""
    index = json.loads(wan_files()["model_index.json"])
    index["transformer_2"] = index["transformer"]
    write(folder, {"model_index.json": json.dumps(index).encode()})
    shutil.copytree(folder / "transformer", folder / "transformer_2")
    store.add(str(folder))
    return folder


def test_one_of_two_experts_is_not_taken_for_both(store: Store, two_experts: Path):
    path = two_experts.parent / "high_noise.safetensors"
    path.write_bytes(safetensors(wan_shapes()))
    with pytest.raises(EngineFault, match="side by side"):
        store.add(str(path))


def test_loras_for_two_experts_are_taken_as_a_pair(store: Store, two_experts: Path):
    noisy, quiet = (
        two_experts.parent / f"fast_{part}_noise.safetensors" for part in ("high", "low")
    )
    noisy.write_bytes(safetensors(lora_shapes()))
    with pytest.raises(EngineFault, match="side by side"):
        store.add(str(noisy))
    quiet.write_bytes(b"PK\x03\x04" + b"z" * 90)
    with pytest.raises(EngineFault, match="model_pickled"):
        store.add(str(noisy))
    quiet.write_bytes(safetensors(lora_shapes(), b"?"))
    model = store.add(str(quiet))
    assert model.weights.adapter == str(noisy) and store.add(str(noisy)) == model
    quiet.unlink()
    assert store.find(model.id).weights is None


def test_endings_that_would_be_unpickled_are_refused(store: Store, folder: Path):
    store.add(str(folder))
    path = folder.parent / "a.SAFETENSORS"
    path.write_bytes(safetensors(wan_shapes()))
    with pytest.raises(EngineFault, match="model_unknown"):
        store.add(str(path))


def test_the_model_that_a_single_file_needs_is_named(store: Store, tmp_path: Path):
    path = tmp_path / "wan.gguf"
    path.write_bytes(gguf(published_wan_shapes()))
    with pytest.raises(EngineFault) as caught:
        store.add(str(path))
    assert (caught.value.reason, caught.value.subject) == ("model_missing", ENTRY.name)


GGUF = gguf(wan_shapes())


@pytest.mark.parametrize(
    "content",
    [
        b"GGUF",
        GGUF[:200],
        GGUF[:-1],
        GGUF[:8] + (1 << 63).to_bytes(8, "little") + GGUF[16:],
        GGUF[:16] + (1 << 63).to_bytes(8, "little") + GGUF[24:],
        GGUF[:24] + (1 << 63).to_bytes(8, "little") + GGUF[32:],
        b"GGML" + GGUF[4:],
    ],
    ids=["magic", "cut", "short", "tensors", "facts", "text", "other"],
)
def test_gguf_files_that_lie_about_themselves_are_damaged(store, tmp_path, content: bytes):
    path = tmp_path / "a.gguf"
    path.write_bytes(content)
    assert refused(store, path) == "model_damaged"


def test_a_drive_that_was_unplugged_takes_its_models_along(store: Store, folder: Path):
    added = store.add(str(folder))
    away = folder.rename(folder.with_name("away"))
    gone = store.find(added.id)
    assert gone.weights is None and gone.ability == added.ability
    away.rename(folder)
    assert store.find(added.id) == added


def test_a_first_check_learns_the_hashes_and_a_second_compares(store, folder, stop):
    added = store.add(str(folder))
    assert Check(store, added.id, stop).run() == ()
    path = folder / TRANSFORMER
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    write(folder, {"x.bin": b"pickled"})
    complaints = Check(store, added.id, stop).run()
    assert complaints == (
        f"{TRANSFORMER} is not what it was.",
        "x.bin could run any program when it is opened.",
    )
    with pytest.raises(EngineFault, match="model_missing"):
        Check(store, ENTRY.id, stop).run()


def test_a_spoilt_store_is_kept_aside_and_begun_anew(store: Store, folder: Path):
    store.home.mkdir(parents=True)
    store.file.path.write_text("{half")
    assert store.add(str(folder)) in store.all()
    assert store.file.path.with_suffix(".old").read_text() == "{half"


def test_a_model_that_another_version_wrote_spoils_no_other(store: Store, folder: Path):
    added = store.add(str(folder))
    written = json.loads(store.file.path.read_text())
    written["kept"].insert(0, {"model": {"id": "from the future"}})
    store.file.path.write_text(json.dumps(written))
    assert store.find(added.id) == added


def test_schedulers_may_say_infinity(store: Store, folder: Path):
    write(folder, {"scheduler/scheduler_config.json": b'{"lambda_min_clipped": -Infinity}'})
    assert store.add(str(folder)).weights


def test_a_folder_that_was_changed_since_hides_no_other_model(store: Store, folder: Path):
    added = store.add(str(folder))
    path = folder / "model_index.json"
    text = path.read_text()
    path.write_text(text.replace("WanPipeline", "NewPipeline"))
    assert [model.weights for model in store.all()] == [None, None]
    path.write_text(text)
    assert store.find(added.id) == added


def test_a_configuration_without_what_is_needed_is_damaged(store: Store, folder: Path):
    index = wan_files()["model_index.json"].replace(b"WanPipeline", b"CogVideoXPipeline")
    write(folder, {"model_index.json": index})
    assert refused(store, folder) == "model_damaged"
