"""Turns latents into pictures piece by piece, so that memory doesn't grow with the film."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

PIECE = 16
"""Pictures in a piece, where they don't come in pieces by themselves."""


def decoded(pipe: Any, latents: Any) -> Iterator[np.ndarray]:
    """Pictures of normalised latents (1, channels, frames, height, width): uint8 RGB
    (some, height, width, 3), by the pipeline's own autoencoder and like its own decode()."""
    import torch

    vae = pipe.vae
    with torch.no_grad():
        whole = denormalised(vae, beside(vae, latents))
        if type(vae).__name__ != "AutoencoderKLWan":
            yield as_pictures(vae.decode(whole).sample)
        elif _tiles(vae, whole):
            film = _film_of_tiles(vae, whole)
            yield from (film[start : start + PIECE] for start in range(0, len(film), PIECE))
        else:
            yield from (as_pictures(_unfolded(vae, piece)) for piece in _causal(vae, whole))


def beside(vae: Any, latents: Any) -> Any:
    """Latents on the device that the autoencoder works on, and in its type. Where it waits for its
    turn, it is brought there: parts of it that are called by themselves would not bring it."""
    from diffusers.utils.torch_utils import get_module_execution_device

    hook = getattr(vae, "_hf_hook", None)
    if hasattr(hook, "pre_forward"):
        hook.pre_forward(vae)
    return latents.to(get_module_execution_device(vae), vae.dtype)


def denormalised(vae: Any, latents: Any) -> Any:
    """Latents in the autoencoder's own scale."""
    import torch

    mean = torch.tensor(vae.config.latents_mean).view(1, -1, 1, 1, 1).to(latents)
    # Divided by the inverse, as the pipelines do, for the same bits.
    inverse = 1.0 / torch.tensor(vae.config.latents_std).view(1, -1, 1, 1, 1).to(latents)
    return latents / inverse + mean


def normalised(vae: Any, latents: Any) -> Any:
    """The autoencoder's latents in the scale that denoisers work in."""
    import torch

    mean = torch.tensor(vae.config.latents_mean).view(1, -1, 1, 1, 1).to(latents)
    inverse = 1.0 / torch.tensor(vae.config.latents_std).view(1, -1, 1, 1, 1).to(latents)
    return (latents - mean) * inverse


def as_pictures(values: Any) -> np.ndarray:
    """uint8 RGB (frames, height, width, 3) of values (1, 3, frames, height, width), -1 to 1."""
    scaled = ((values[0].float() / 2 + 0.5).clamp(0, 1) * 255).round()
    return scaled.byte().permute(1, 2, 3, 0).cpu().numpy()


def _causal(vae: Any, latents: Any) -> Iterator[Any]:
    """Frame after frame by Wan's autoencoder, which keeps what a frame needs of those before: the
    first frame gives one picture, each other four."""
    vae.clear_cache()
    ready = vae.post_quant_conv(latents)
    try:
        for number in range(ready.shape[2]):
            vae._conv_idx = [0]
            yield vae.decoder(
                ready[:, :, number : number + 1],
                feat_cache=vae._feat_map,
                feat_idx=vae._conv_idx,
                first_chunk=number == 0,
            )
    finally:
        vae.clear_cache()


def _unfolded(vae: Any, values: Any) -> Any:
    """Pictures of what the decoder gives: Wan 2.2 folds a square of pixels into channels."""
    from diffusers.models.autoencoders.autoencoder_kl_wan import unpatchify

    fold = vae.config.patch_size
    return values if fold is None else unpatchify(values, patch_size=fold)


def _tiles(vae: Any, latents: Any) -> bool:
    """Whether the autoencoder was told to tile, and there is more than a tile."""
    shrinks, (height, width) = vae.spatial_compression_ratio, latents.shape[-2:]
    larger = height > vae.tile_sample_min_height // shrinks
    return vae.use_tiling and (larger or width > vae.tile_sample_min_width // shrinks)


@dataclass(frozen=True)
class _Axis:
    """How tiles lie along a side: in latents `step` apart and `size` long; in what the decoder
    gives `kept` of each is kept, and `fade` are shared with the one before."""

    length: int
    size: int
    step: int
    kept: int
    fade: int

    @classmethod
    def of(cls, vae: Any, length: int, least: int, stride: int) -> "_Axis":
        shrinks, fold = vae.spatial_compression_ratio, vae.config.patch_size or 1
        kept = stride // fold
        return cls(length, least // shrinks, stride // shrinks, kept, least // fold - kept)

    def starts(self) -> range:
        """Where the tiles begin, in latents."""
        return range(0, self.length, self.step)


def _film_of_tiles(vae: Any, latents: Any) -> np.ndarray:
    """All pictures: only one tile is decoded at a time and only edges are kept beside it.

    Tiles fade into those above and to the left, just as in the autoencoder's tiled_decode().
    """
    frames, height, width = latents.shape[2:]
    shrinks = vae.spatial_compression_ratio
    film = np.empty((0, height * shrinks, width * shrinks, 3), np.uint8)
    down = _Axis.of(vae, height, vae.tile_sample_min_height, vae.tile_sample_stride_height)
    across = _Axis.of(vae, width, vae.tile_sample_min_width, vae.tile_sample_stride_width)
    above: dict[int, Any] = {}
    for top in down.starts():
        before = None
        for left in across.starts():
            tile = _tile(vae, latents[..., top : top + down.size, left : left + across.size])
            if left in above:
                tile = vae.blend_v(above[left], tile, down.fade)
            if before is not None:
                tile = vae.blend_h(before, tile, across.fade)
            above[left] = tile[..., -down.fade :, :].clone()
            before = tile[..., -across.fade :].clone()
            shown = as_pictures(_unfolded(vae, tile[..., : down.kept, : across.kept]))
            if not len(film):
                film = np.empty((len(shown), *film.shape[1:]), np.uint8)
            y, x = top * shrinks, left * shrinks
            part = film[:, y : y + shown.shape[1], x : x + shown.shape[2]]
            part[...] = shown[:, : part.shape[1], : part.shape[2]]
    return film


def _tile(vae: Any, latents: Any) -> Any:
    """A tile through the whole film, beside the card."""
    import torch

    return torch.cat([piece.cpu() for piece in _causal(vae, latents)], dim=2)
