"""A plan to WebM, ProRes or GIF, written by moviepy's FFmpeg writers.

moviepy takes the sound as a file before the pictures, so it is written first, encoded, into a
folder of its own, and then joined while the pictures are encoded.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2
import numpy as np
from moviepy.audio.io.ffmpeg_audiowriter import FFMPEG_AudioWriter
from moviepy.video.io.ffmpeg_writer import FFMPEG_VideoWriter

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.plan import RenderPlan
from engine.contract.time import SAMPLE_RATE
from engine.render.compositor import Compositor
from engine.render.mixer import Mixer
from engine.render.pixels import pixels_of

SOUND_AT_ONCE = SAMPLE_RATE
GIF_FASTEST = 50
BT709 = (
    "-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709",
    "-color_range", "tv",
)  # fmt: skip
TO_BT709 = "scale=out_color_matrix=bt709:out_range=tv"
# A palette a picture: one for the whole film would hold the whole film in memory.
GIF_COLOURS = "split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1"


@dataclass(frozen=True, slots=True)
class Format:
    """How FFmpeg makes one kind of file. `filters` come after the exact timing."""

    muxer: str
    codec: str
    filters: str
    options: tuple[str, ...]
    sound_codec: str = ""
    sound_suffix: str = ""


def write_through_moviepy(plan: RenderPlan, delivery: Delivery) -> Iterator[int]:
    """Write the film to delivery.part_path, giving the number of frames done after each one.

    Closing the iterator early stops the writing. Raises EngineFault.
    """
    kind = _format(plan, delivery)
    with TemporaryDirectory(prefix="laqta-") as folder:
        sound = None
        if plan.sounds and kind.sound_codec:
            sound = str(Path(folder) / f"sound{kind.sound_suffix}")
            for _ in _write_sound(plan, delivery, kind, sound):
                yield 0
        yield from _write_pictures(plan, delivery, kind, sound)


def _format(plan: RenderPlan, delivery: Delivery) -> Format:
    suffix = Path(delivery.path).suffix.lower()
    if suffix == ".webm":
        quality = round(delivery.quality * 63 / 51)
        options = ("-crf", str(quality), "-b:v", "0", "-deadline", "good", "-cpu-used", "5",
                   "-row-mt", "1", "-pix_fmt", "yuv420p", *BT709)  # fmt: skip
        return Format("webm", "libvpx-vp9", TO_BT709, options, "libopus", ".ogg")
    if suffix == ".mov":
        options = ("-profile:v", "3", "-pix_fmt", "yuv422p10le", "-vendor", "apl0", *BT709)
        return Format("mov", "prores_ks", TO_BT709, options, "pcm_s24le", ".wav")
    if suffix == ".gif" and plan.rate.fps <= GIF_FASTEST:
        return Format("gif", "gif", GIF_COLOURS, ("-loop", "0"))
    if suffix == ".gif":
        detail = f"a GIF plays at most {GIF_FASTEST} frames a second"
        raise EngineFault("bad_request", delivery.path, detail)
    raise EngineFault("bad_request", delivery.path, f"no film is written as '{suffix}'")


def _write_sound(plan: RenderPlan, delivery: Delivery, kind: Format, path: str) -> Iterator[None]:
    bitrate = f"{delivery.sound_kbps}k" if kind.sound_codec == "libopus" else None
    writer = FFMPEG_AudioWriter(
        path, SAMPLE_RATE, nbytes=4, nchannels=2, codec=kind.sound_codec, bitrate=bitrate
    )
    mixer = Mixer(plan)
    try:
        for start in range(0, plan.samples, SOUND_AT_ONCE):
            count = min(SOUND_AT_ONCE, plan.samples - start)
            writer.write_frames(_whole_numbers(mixer.samples(start, count)))
            yield
        _finish(writer.proc, delivery.path)
    except OSError as error:
        raise EngineFault("encoding_failed", delivery.path, str(error)) from error
    finally:
        mixer.close()
        _end(writer)


def _whole_numbers(sound: np.ndarray) -> np.ndarray:
    """float32 -1 to 1 as int32."""
    return (np.clip(sound.astype(np.float64), -1, 1) * (2**31 - 1)).astype("<i4")


def _write_pictures(
    plan: RenderPlan, delivery: Delivery, kind: Format, sound: str | None
) -> Iterator[int]:
    compositor = Compositor()
    writer = _picture_writer(plan, delivery, kind, sound)
    try:
        for frame in range(plan.frames):
            picture = compositor.picture(plan, frame, plan.width, plan.height)
            writer.write_frame(cv2.cvtColor(pixels_of(picture), cv2.COLOR_BGRA2RGB))
            yield frame + 1
        _finish(writer.proc, delivery.path)
    except OSError as error:
        raise _fault(str(error), delivery.path) from error
    finally:
        compositor.close()
        _end(writer)


def _picture_writer(
    plan: RenderPlan, delivery: Delivery, kind: Format, sound: str | None
) -> FFMPEG_VideoWriter:
    rate = plan.rate
    # moviepy tells FFmpeg the rate with two decimals only: number the pictures exactly instead.
    exact = f"setpts=N*{rate.den}/{rate.num}/TB,{kind.filters}"
    return FFMPEG_VideoWriter(
        delivery.part_path,
        (plan.width, plan.height),
        float(rate.fps),
        codec=kind.codec,
        preset=delivery.effort,
        audiofile=sound,
        ffmpeg_params=["-filter_complex", exact, "-r", f"{rate.num}/{rate.den}", *kind.options,
                       "-f", kind.muxer],
    )  # fmt: skip


def _finish(process: subprocess.Popen, path: str) -> None:
    """Let FFmpeg complete its file; raise its complaint if it can't."""
    process.stdin.close()
    complaint = process.stderr.read().decode(errors="replace")
    if process.wait() != 0:
        raise _fault(complaint, path)


def _fault(complaint: str, path: str) -> EngineFault:
    full = "No space left" in complaint
    return EngineFault("disk_full" if full else "encoding_failed", path, complaint[-500:])


def _end(writer: FFMPEG_AudioWriter | FFMPEG_VideoWriter) -> None:
    """Leave no process behind, whatever happened."""
    if writer.proc is not None and writer.proc.poll() is None:
        writer.proc.kill()
    if writer.proc is not None:
        writer.close()
