"""Whether an encoder works here, found out by encoding: a name in a list promises nothing."""

import io
from fractions import Fraction

import av
import numpy as np

SIDE = 256
FRAMES = 3
SAMPLES = 4096


def encodes_picture(codec: str) -> bool:
    """Whether this video encoder turns a few small pictures into packets."""
    try:
        av.codec.Codec(codec, "w")
    except av.codec.codec.UnknownCodecError:
        return False
    context = av.CodecContext.create(codec, "w")
    context.width = context.height = SIDE
    context.pix_fmt = "nv12" if codec.endswith("_qsv") else "yuv420p"
    context.time_base = Fraction(1, 24)
    try:
        packets = [packet for frame in _frames(context.pix_fmt) for packet in context.encode(frame)]
        packets += context.encode(None)
    except (av.FFmpegError, OSError, ValueError):
        return False
    return sum(packet.size for packet in packets) > 0


def encodes_sound(codec: str) -> bool:
    """Whether this sound encoder turns a short tone into packets, inside an MP4."""
    with av.open(io.BytesIO(), "w", format="mp4") as container:
        stream = container.add_stream(codec, rate=48_000, layout="stereo")
        tone = np.sin(np.arange(SAMPLES) * 0.05).astype(np.float32)
        frame = av.AudioFrame.from_ndarray(np.stack([tone, tone]), format="fltp", layout="stereo")
        frame.sample_rate = 48_000
        try:
            packets = [*stream.encode(frame), *stream.encode(None)]
        except (av.FFmpegError, OSError, ValueError):
            return False
        for packet in packets:
            container.mux(packet)
    return sum(packet.size for packet in packets) > 0


def _frames(pixel_format: str) -> list[av.VideoFrame]:
    frames: list[av.VideoFrame] = []
    for number in range(FRAMES):
        grey = np.full((SIDE, SIDE, 3), 40 * number, np.uint8)
        frame = av.VideoFrame.from_ndarray(grey, format="bgr24").reformat(format=pixel_format)
        frame.pts = number
        frames.append(frame)
    return frames
