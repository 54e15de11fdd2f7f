"""Turns latents into pictures piece by piece, so that memory doesn't grow with the film."""

from collections.abc import Iterator
from typing import Any

import numpy as np


def decoded(pipe: Any, latents: Any) -> Iterator[np.ndarray]:
    """Pictures of normalised latents (1, channels, frames, height, width): uint8 RGB
    (some, height, width, 3), by the pipeline's own autoencoder."""
    import torch

    vae = pipe.vae
    with torch.no_grad():
        whole = denormalised(vae, beside(vae, latents))
        pieces = _causal(vae, whole) if _is_causal(vae) else iter((vae.decode(whole).sample,))
        for piece in pieces:
            yield as_pictures(piece)


def beside(vae: Any, latents: Any) -> Any:
    """Latents on the device that the autoencoder works on, wherever it waits, and in its type."""
    from diffusers.utils.torch_utils import get_module_execution_device

    return latents.to(get_module_execution_device(vae), vae.dtype)


def denormalised(vae: Any, latents: Any) -> Any:
    """Latents in the autoencoder's own scale."""
    import torch

    mean = torch.tensor(vae.config.latents_mean).view(1, -1, 1, 1, 1).to(latents)
    # Divided by the inverse, as the pipelines do, for the same bits.
    inverse = 1.0 / torch.tensor(vae.config.latents_std).view(1, -1, 1, 1, 1).to(latents)
    return latents / inverse + mean


def as_pictures(values: Any) -> np.ndarray:
    """uint8 RGB (frames, height, width, 3) of values (1, 3, frames, height, width), -1 to 1."""
    scaled = ((values[0].float() / 2 + 0.5).clamp(0, 1) * 255).round()
    return scaled.permute(1, 2, 3, 0).cpu().numpy().astype(np.uint8)


def _is_causal(vae: Any) -> bool:
    return type(vae).__name__ == "AutoencoderKLWan"


def _causal(vae: Any, latents: Any) -> Iterator[Any]:
    """Frame after frame by Wan's autoencoder, which keeps what a frame needs of those before."""
    from diffusers.models.autoencoders.autoencoder_kl_wan import unpatchify

    vae.clear_cache()
    ready = vae.post_quant_conv(latents)
    try:
        for number in range(ready.shape[2]):
            vae._conv_idx = [0]
            piece = vae.decoder(
                ready[:, :, number : number + 1],
                feat_cache=vae._feat_map,
                feat_idx=vae._conv_idx,
                first_chunk=number == 0,
            )
            if vae.config.patch_size is not None:
                piece = unpatchify(piece, patch_size=vae.config.patch_size)
            yield piece.clamp(-1.0, 1.0)
    finally:
        vae.clear_cache()
