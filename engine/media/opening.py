"""Opens media files with FFmpeg's readers and turns what can go wrong into faults of ours."""

from pathlib import Path
from typing import Any

import av
from av.container import InputContainer

from engine.contract.events import EngineFault

# Readers that follow references to other files or addresses, or that take any text for a picture.
_REFUSED = {"tty", "hls", "concat", "dash", "rtsp", "sdp", "applehttp", "lrc", "srt", "ass"}
_MISSING = (FileNotFoundError, NotADirectoryError)


def open_media(path: str) -> InputContainer:
    """The opened file; nothing but this one local file is read.

    Raises EngineFault media_missing, media_unreadable or media_unsupported.
    """
    if not Path(path).exists():
        raise EngineFault("media_missing", path)
    options = {"protocol_whitelist": "file"}
    try:
        container = av.open(f"file:{path}", metadata_errors="ignore", container_options=options)
    except _MISSING as error:
        raise EngineFault("media_missing", path) from error
    except av.error.InvalidDataError as error:
        raise EngineFault("media_unsupported", path, str(error)) from error
    except OSError as error:
        raise EngineFault("media_unreadable", path, str(error)) from error
    except av.error.FFmpegError as error:
        raise EngineFault("media_unsupported", path, str(error)) from error
    if _REFUSED & set(container.format.name.split(",")):
        container.close()
        raise EngineFault("media_unsupported", path, f"{container.format.name} is no media file")
    return container


def video_stream(container: InputContainer) -> Any | None:
    """The best picture stream that can be decoded; cover art doesn't count."""
    covers = av.stream.Disposition.attached_pic | av.stream.Disposition.timed_thumbnails
    usable = [s for s in container.streams.video if s.codec_context and not s.disposition & covers]
    return max(usable, key=lambda s: bool(s.disposition & 1), default=None)


def sound_stream(container: InputContainer) -> Any | None:
    """The default sound stream that can be decoded, else the first."""
    usable = [s for s in container.streams.audio if s.codec_context and s.codec_context.sample_rate]
    return max(usable, key=lambda s: bool(s.disposition & 1), default=None)
