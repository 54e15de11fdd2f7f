"""How LTX-2's weights want to be run, told by the files that they come with."""

from pathlib import Path

from engine.contract.models import Profile
from engine.diffusion.model_folder import ModelFolder

DISTILLED = (1.0, 0.99375, 0.9875, 0.98125, 0.975, 0.909375, 0.725, 0.421875)
"""The noise levels that Lightricks distilled its models for."""
FINISHING = (0.909375, 0.725, 0.421875)
"""Those of the second stage."""
DOUBLER = "latent_upsampler"


def profiles(folder: ModelFolder) -> tuple[Profile, ...]:
    """The best way first. With something that doubles latents the fast way begins small."""
    second = FINISHING if doubler_of(folder) else ()
    steps = len(DISTILLED) + len(second)
    if is_distilled(folder):
        short = Profile("fast", steps, 1.0, DISTILLED, "", second)
        whole = Profile("quality", len(DISTILLED), 1.0, DISTILLED)
        return (whole, short) if second else (whole,)
    quality = Profile("quality", 40 if is_first_version(folder) else 30, 3.0)
    adapter = _adapter(folder)
    if adapter:
        return quality, Profile("fast", steps, 1.0, DISTILLED, adapter, second)
    return quality, Profile("fast", 20, 3.0)


def is_distilled(folder: ModelFolder) -> bool:
    """Distilled weights come with a schedule that doesn't shift with the size."""
    return not folder.config("scheduler").get("use_dynamic_shifting", False)


def is_first_version(folder: ModelFolder) -> bool:
    """LTX-2.0. From 2.3 on noise modulates how prompts are attended to."""
    return not folder.config("transformer").get("cross_attn_mod", False)


def image_crf(folder: ModelFolder) -> int:
    """How hard (H.264's CRF) pictures are compressed before the model sees them, as its films were
    that it learned from: less so for LTX-2.5, which reads words with Gemma 4."""
    reader = str(folder.config("text_encoder").get("model_type", ""))
    return 18 if reader.startswith("gemma4") else 33


def doubler_of(folder: ModelFolder) -> Path | None:
    """The folder of the model that doubles the sides of latents, where there is one.

    Lightricks ships it beside the pipeline's components, without a line in their index.
    """
    config = folder.config(DOUBLER)
    doubles = config.get("spatial_upsample", True) and not config.get("temporal_upsample", False)
    factor = config.get("rational_spatial_scale", 2.0)
    return folder.path / DOUBLER if config and doubles and factor == 2.0 else None


def _adapter(folder: ModelFolder) -> str:
    """The LoRA that distils them, "" without one."""
    found = sorted(folder.path.glob("*distilled-lora*.safetensors"))
    return found[0].name if found else ""
