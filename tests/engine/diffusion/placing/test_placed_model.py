"""What is laid over a model's weights, what stands in for them, and what is done without memory."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from engine.contract.events import EngineFault
from engine.contract.making import Made, Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from engine.diffusion.families.registry import family_of
from engine.diffusion.maker import Maker, on_processor
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing.loader import Loaded
from engine.models.past_runs import PastRuns
from tests.fakes.tiny_models import tiny


@pytest.fixture(scope="module")
def past(tmp_path_factory):
    return PastRuns(tmp_path_factory.mktemp("past") / "runs.json")


@pytest.fixture(scope="module")
def maker(past):
    return Maker(on_processor, past)


def made(maker: Maker, place: Path, **weights: str) -> Made:
    making = Making(
        ShotRequest("a red boat", Fraction(1, 5), 64, 64),
        Weights(str(tiny("wan_t2v")), 1, "tiny", **weights),
        ModelRun("text", 64, 64, 5, Rate(16), "fast"),
        str(place / "take.mp4"),
        Profile("fast", 2, 5.0),
    )
    return maker.make(making, lambda _: None, threading.Event())


def denoiser():
    folder = ModelFolder(tiny("wan_t2v"))
    return Loaded(folder, family_of(folder), "float32").pipe("text").transformer


def lora(file: Path) -> None:
    """A LoRA whose changes can be seen: one that was just made changes nothing."""
    import torch
    from diffusers import WanPipeline
    from peft import LoraConfig
    from peft.utils import get_peft_model_state_dict

    model = denoiser()
    model.add_adapter(LoraConfig(r=4, target_modules=["to_q", "to_v"], init_lora_weights=False))
    layers = {name: part * 3 for name, part in get_peft_model_state_dict(model).items()}
    assert any(torch.any(part != 0) for part in layers.values())
    WanPipeline.save_lora_weights(file.parent, layers, weight_name=file.name)


def gguf(file: Path) -> None:
    from gguf import GGUFWriter

    writer = GGUFWriter(file, "wan")
    for name, part in denoiser().state_dict().items():
        writer.add_tensor(name, part.float().numpy())
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def identity(take: Made) -> str:
    return take.facts.media.identity


def test_made_again_a_take_has_the_same_bits_and_a_lora_changes_them(maker, tmp_path):
    plain = identity(made(maker, tmp_path))
    lora(tmp_path / "style.safetensors")
    styled = identity(made(maker, tmp_path, adapter=str(tmp_path / "style.safetensors")))
    assert styled != plain
    assert identity(made(maker, tmp_path)) == plain


def test_a_gguf_file_stands_in_for_the_folders_denoiser(maker, tmp_path):
    gguf(tmp_path / "wan.gguf")
    packed = identity(made(maker, tmp_path, transformer=str(tmp_path / "wan.gguf")))
    assert packed == identity(made(maker, tmp_path))


def test_a_missing_lora_is_named(maker, tmp_path):
    with pytest.raises(EngineFault) as raised:
        made(maker, tmp_path, adapter=str(tmp_path / "gone.safetensors"))
    assert (raised.value.reason, raised.value.subject) == ("model_missing", "gone.safetensors")


@contextmanager
def no_memory_for(*kinds: str) -> Iterator[None]:
    """Memory runs out whenever a denoiser of these number types runs."""
    import torch
    from diffusers import WanTransformer3DModel

    def run_out(module, _arguments):
        if isinstance(module, WanTransformer3DModel) and str(module.dtype) in kinds:
            raise torch.OutOfMemoryError("Tried to allocate 20.00 GiB")

    handle = torch.nn.modules.module.register_module_forward_pre_hook(run_out)
    try:
        yield
    finally:
        handle.remove()


def test_where_memory_runs_out_a_cheaper_way_is_found_and_told(maker, past, tmp_path):
    with no_memory_for("torch.float32"):
        take = made(maker, tmp_path)
    assert take.facts.frames == 5
    assert take.notes == (
        "Memory ran out, so the pictures were decoded tile by tile.",
        "Memory ran out, so the model's weights were rounded.",
    )
    assert [run.failed for run in past.all()[-3:]] == [True, True, False]


def test_where_no_way_is_left_it_says_so_and_leaves_nothing(maker, tmp_path):
    with (
        no_memory_for("torch.float32", "torch.bfloat16"),
        pytest.raises(EngineFault) as raised,
    ):
        made(maker, tmp_path)
    assert raised.value.reason == "out_of_memory"
    assert not list(tmp_path.iterdir())


@contextmanager
def nothing_compiles() -> Iterator[None]:
    """Whatever was to be compiled fails where it would be."""
    import torch
    from torch._dynamo.exc import TorchDynamoException

    def fail(module, _arguments):
        if any(getattr(each, "_compiled_call_impl", None) for each in module.modules()):
            raise TorchDynamoException("Failed to find C compiler")

    handle = torch.nn.modules.module.register_module_forward_pre_hook(fail)
    try:
        yield
    finally:
        handle.remove()


def test_what_cannot_be_compiled_runs_without(past, tmp_path):
    def compiled(making):
        return replace(on_processor(making), compiled=True)

    with nothing_compiles():
        take = made(Maker(compiled, past), tmp_path)
    assert take.facts.frames == 5
    assert [run.failed for run in past.all()[-2:]] == [True, False]
