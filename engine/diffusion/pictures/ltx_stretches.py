"""Decodes a long film of LTX's autoencoders stretch by stretch, so that memory stays flat."""

from collections.abc import Iterator
from typing import Any

LENGTH, STRIDE = 8, 5
"""Latent frames of a stretch after its first, and from one stretch to the next: 64 pictures, of
which the last 24 fade into the next ones, as Lightricks' own decoder does."""


def stretches(vae: Any, latents: Any, moment: Any = None) -> Iterator[Any]:
    """Values (1, 3, some, height, width), -1 to 1, of latents in the autoencoder's own scale
    (1, channels, frames, height, width), on its device and of its type. `moment` is the noise
    level that an autoencoder which takes one is told.

    Whole where the autoencoder doesn't tile. Otherwise not by its own tiling of time: that drops
    the last picture of each stretch where the first is the one too many, which shows a picture
    twice at each seam and ends later than the sound.
    """
    _widen_last_tiles(vae, latents)
    if vae.use_tiling:
        yield from _faded(vae, latents, moment)
    else:
        yield _decoded(vae, latents, moment)


def _faded(vae: Any, latents: Any, moment: Any) -> Iterator[Any]:
    """A stretch's first latent frame is one picture and each other eight. All stretches but the
    film's first leave that one picture out, for the stretch before has it."""
    frames, tail = latents.shape[2], None
    for start in range(0, frames, STRIDE):
        piece = _decoded(vae, latents[:, :, start : start + LENGTH + 1], moment)
        if tail is not None:
            piece = _blended(tail, piece[:, :, 1:])
        if start + LENGTH + 1 >= frames:
            yield piece
            return
        fade = (LENGTH - STRIDE) * vae.temporal_compression_ratio
        yield piece[:, :, :-fade]
        tail = piece[:, :, -fade:].clone()


def _blended(tail: Any, piece: Any) -> Any:
    """`piece` with its beginning faded in over `tail`, which shows the same moments."""
    import torch

    count = tail.shape[2]
    share = torch.linspace(0, 1, count + 2, device=piece.device, dtype=piece.dtype)[1:-1]
    share = share.view(1, 1, -1, 1, 1)
    begun = torch.lerp(tail, piece[:, :, :count], share)
    return torch.cat((begun, piece[:, :, count:]), dim=2)


def _decoded(vae: Any, latents: Any, moment: Any) -> Any:
    import torch

    with torch.no_grad():
        return vae.decode(latents, moment).sample


def _widen_last_tiles(vae: Any, latents: Any) -> None:
    """Step by tiles so that none is one latent wide: mirrored borders need two."""
    ratio = vae.spatial_compression_ratio
    for side, count in (("height", latents.shape[3]), ("width", latents.shape[4])):
        step = getattr(vae, f"tile_sample_min_{side}") * 7 // 8 // ratio
        while count > step > 1 and count % step == 1:
            step -= 1
        setattr(vae, f"tile_sample_stride_{side}", step * ratio)
