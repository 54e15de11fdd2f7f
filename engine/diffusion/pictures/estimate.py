"""What the finished film will look like, estimated in the middle of denoising, without a decoder.

A flow model's step says where it leads: to the denoised estimate x0. Its latents become colours by
a linear map, fitted to the first film that the same autoencoder has decoded.
"""

import io
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.contract.shot import ModelRun

WIDE = 384
"""Pixels across a preview, at most."""
FRAMES_FITTED = 8
TIMES = ("vae_scale_factor_temporal", "vae_temporal_compression_ratio")
"""Where pipelines say how many frames a latent frame stands for."""
QUALITY = 80


class Denoised:
    """The denoised estimate of one call of a pipeline."""

    def __init__(self, run: ModelRun) -> None:
        self._run, self._before = run, None

    def after(self, pipe: Any, latents: Any) -> np.ndarray | None:
        """x0 as float32 (channels, frames, height, width) after a step that gave `latents`; None
        where it can't be told, such as after the first step of an Euler scheduler.

        Multistep solvers (UniPC) keep x0 itself. For Euler's, the velocity is the same all along
        the step, so x0 = x - sigma * (x - before) / (sigma - sigma before).
        """
        latents = _alone(pipe, latents, self._run)
        estimate = _kept(pipe.scheduler)
        if estimate is None and self._before is not None:
            estimate = _along(pipe.scheduler, self._before, latents)
        self._before = latents
        return None if estimate is None else grid(pipe, estimate, self._run)


def _alone(pipe: Any, latents: Any, run: ModelRun) -> Any:
    """Kandinsky holds channels last, behind them those of a picture to go by, behind all frames
    that picture's; and it writes a step over the one before."""
    if not type(pipe).__name__.startswith("Kandinsky"):
        return latents
    own = latents[..., : _channels(pipe.vae)].movedim(-1, 1)
    return own[:, :, : _latent_frames(pipe, run)].clone()


def _kept(scheduler: Any) -> Any:
    outputs = getattr(scheduler, "model_outputs", None)
    return outputs[-1] if outputs else None


def _along(scheduler: Any, before: Any, latents: Any) -> Any:
    sigmas, index = getattr(scheduler, "sigmas", None), getattr(scheduler, "step_index", None)
    if sigmas is None or not index or before.shape != latents.shape:
        return None
    start, end = float(sigmas[index - 1]), float(sigmas[index])
    if start == end:
        return None
    return latents.float() - end * (latents.float() - before.float()) / (end - start)


def grid(pipe: Any, latents: Any, run: ModelRun) -> np.ndarray | None:
    """One film's latents as float32 (channels, frames, height, width), in whatever order a family
    holds them, with what belongs to references left out; None where that can't be told."""
    latents = latents.detach().float()
    channels = _channels(pipe.vae)
    if latents.ndim == 3:
        latents = _unpacked(pipe, latents, run)
    if latents is None or latents.ndim != 5 or channels not in latents.shape[1:]:
        return None
    latents = latents[0].movedim(latents.shape[1:].index(channels), 0)
    # VACE puts a frame ahead for each reference.
    return latents[:, -_latent_frames(pipe, run) :].cpu().numpy()


def _unpacked(pipe: Any, latents: Any, run: ModelRun) -> Any:
    """LTX holds tokens, (1, tokens, channels), those of keyframes and references at the end; the
    first of its two stages makes a film of half the size."""
    shrinks = getattr(pipe, "vae_spatial_compression_ratio", 0)
    for small in (1, 2) if shrinks else ():
        across, down = run.width // shrinks // small, run.height // shrinks // small
        sides = (_latent_frames(pipe, run), down, across)
        tokens = sides[0] * down * across
        if latents.shape[1] >= tokens > 0:
            return latents[:, :tokens].unflatten(1, sides).permute(0, 4, 1, 2, 3)
    return None


def is_whole(pipe: Any, estimate: np.ndarray, run: ModelRun) -> bool:
    """Whether an estimate shows all of the film, as it doesn't where a film is made in pieces."""
    known = any(hasattr(pipe, name) for name in TIMES)
    return not known or estimate.shape[1] == _latent_frames(pipe, run)


def _latent_frames(pipe: Any, run: ModelRun) -> int:
    shrinks = next((getattr(pipe, name) for name in TIMES if hasattr(pipe, name)), 1)
    return (run.frames - 1) // int(shrinks) + 1


def _channels(vae: Any) -> int:
    config = vae.config
    return int(config.get("z_dim") or config.get("latent_channels") or 0)


@dataclass(frozen=True)
class Colours:
    """`weights` is (channels + 1, 3): colours from 0 to 1 are latents times it, the last row
    added."""

    weights: np.ndarray

    def picture(self, frame: np.ndarray) -> np.ndarray:
        """uint8 RGB (height, width, 3) of latents (channels, height, width)."""
        flat = frame.reshape(len(frame), -1).T
        colours = flat @ self.weights[:-1] + self.weights[-1]
        shaded = (colours.clip(0, 1) * 255).round().astype(np.uint8)
        return shaded.reshape(*frame.shape[1:], 3)


def plain_colours(frame: np.ndarray) -> Colours:
    """For latents that nothing is known of: brightness by their first principal component, hue by
    the next two. What is above is taken to be the brighter half, as the sky is."""
    flat = frame.reshape(len(frame), -1).T.astype(np.float64)
    middle = flat.mean(axis=0)
    _, spreads, axes = np.linalg.svd(flat - middle, full_matrices=False)
    axes, spreads = axes[:3], spreads[:3] / max(len(flat) ** 0.5, 1)
    parts = (flat - middle) @ axes.T
    above = parts[: len(parts) // 2].mean(axis=0) >= parts[len(parts) // 2 :].mean(axis=0)
    axes = axes * np.where(above, 1, -1)[:, None] / np.maximum(spreads, 1e-9)[:, None]
    # Rows: what one spread of brightness, of blue against orange, of green against purple adds.
    hues = np.array([[0.2, 0.2, 0.2], [-0.05, 0.0, 0.05], [-0.03, 0.05, -0.03]])[: len(axes)]
    weights = axes.T @ hues
    return Colours(np.vstack([weights, 0.5 - middle @ weights]))


class Fitting:
    """Learns the colours of latents from the pictures that an autoencoder makes of them."""

    def __init__(self, latents: np.ndarray, pictures: int) -> None:
        self._latents, self._count, self._seen = latents, pictures, 0
        frames = latents.shape[1]
        group = (pictures - 1) // max(frames - 1, 1)
        some = sorted({round(each) for each in np.linspace(0, frames - 1, FRAMES_FITTED)})
        self._wanted = {0 if not f else (f - 1) * group + 1 + group // 2: f for f in some}
        self._rows: list[tuple[np.ndarray, np.ndarray]] = []

    def add(self, pictures: np.ndarray) -> None:
        """The next pictures of the film, uint8 RGB (some, height, width, 3)."""
        for picture in pictures:
            frame = self._wanted.get(self._seen)
            if frame is not None:
                self._rows.append((self._latents[:, frame], picture))
            self._seen += 1

    def colours(self) -> Colours | None:
        """The map that comes nearest to the pictures (least squares); None for want of them."""
        pairs = [_paired(frame, picture) for frame, picture in self._rows]
        if not pairs:
            return None
        given = np.concatenate([pair[0] for pair in pairs]).astype(np.float64)
        shown = np.concatenate([pair[1] for pair in pairs])
        given = np.hstack([given, np.ones((len(given), 1))])
        # A little weight on small numbers, for latents that hardly differ.
        square = given.T @ given + 1e-4 * len(given) * np.eye(given.shape[1])
        return Colours(np.linalg.solve(square, given.T @ shown))


def _paired(frame: np.ndarray, picture: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Latents (places, channels) and the mean colours of the pixels that each stands for."""
    height, width = frame.shape[1:]
    tall, wide = picture.shape[0] // height, picture.shape[1] // width
    cut = picture[: height * tall, : width * wide].astype(np.float64) / 255
    means = cut.reshape(height, tall, width, wide, 3).mean(axis=(1, 3))
    return frame.reshape(len(frame), -1).T, means.reshape(-1, 3)


def preview(colours: Colours | None, latents: np.ndarray) -> bytes:
    """A JPEG of the film's middle frame."""
    from PIL import Image

    frame = latents[:, latents.shape[1] // 2]
    image = Image.fromarray((colours or plain_colours(frame)).picture(frame))
    times = max(1, WIDE // image.width)
    enlarged = image.resize((image.width * times, image.height * times), Image.Resampling.BICUBIC)
    file = io.BytesIO()
    enlarged.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
