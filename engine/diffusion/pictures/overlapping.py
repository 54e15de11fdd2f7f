"""Decodes films in stretches that overlap and fade into each other, as some autoencoders do whole.

The pictures are the same, bit by bit, as those of the autoencoder's own decode(); but no more than
two stretches are in memory.
"""

from collections.abc import Iterator
from typing import Any


def hunyuan_stretches(vae: Any, latents: Any) -> Iterator[Any]:
    """Of AutoencoderKLHunyuanVideo, by latents (1, channels, frames, height, width) in its own
    scale: pieces (1, 3, frames, height, width), -1 to 1."""
    reach = vae.tile_sample_min_num_frames // vae.temporal_compression_ratio
    stride = vae.tile_sample_stride_num_frames
    fade = vae.tile_sample_min_num_frames - stride
    if latents.shape[2] <= reach or not vae.use_framewise_decoding:
        yield vae.decode(latents).sample
        return
    before = None
    for start in range(0, latents.shape[2] - 1, stride // vae.temporal_compression_ratio):
        stretch = _at_once(vae, latents[:, :, start : start + reach + 1])
        if before is None:
            yield stretch[:, :, : stride + 1]
        else:
            # A stretch's first picture is the last one's, as far as an encoder sees time.
            stretch = vae.blend_t(before, stretch[:, :, 1:], fade)
            yield stretch[:, :, :stride]
        before = stretch[:, :, -fade:]


def minimax_stretches(vae: Any, latents: Any) -> Iterator[Any]:
    """Of AutoencoderKLMiniMaxH3, by 5n + 2 latent frames in its own scale: n pieces of 17 frames,
    the last of 22, in its own scale."""
    size, fade = vae.tokens_chunk_size, vae.frame_overlap
    starts, before = range(0, latents.shape[2] - vae.token_overlap, size), None
    for start in starts:
        stretch = vae.decode(latents[:, :, start : start + size + vae.token_overlap]).sample
        if before is not None:
            stretch = vae._blend(before, stretch, fade, dim=-3)
        last = start == starts[-1]
        yield stretch if last else stretch[:, :, :-fade]
        before = stretch[:, :, -fade:]


def _at_once(vae: Any, latents: Any) -> Any:
    vae.use_framewise_decoding = False
    try:
        return vae.decode(latents).sample
    finally:
        vae.use_framewise_decoding = True
