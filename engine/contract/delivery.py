"""How a film leaves: the file and its encoding."""

from typing import Literal

import msgspec

Speed = Literal["ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow"]


MP4_ENDINGS = (".mp4", ".m4v")


class Delivery(msgspec.Struct, frozen=True):
    """An MP4 with H.264 and AAC at `path`. `quality` is x264's CRF, 0 best to 51 worst."""

    path: str
    quality: int = 20
    effort: Speed = "superfast"
    sound_kbps: int = 192

    def __post_init__(self) -> None:
        if not 0 <= self.quality <= 51:
            raise ValueError("quality lies between 0 (best) and 51")
        if not 32 <= self.sound_kbps <= 512:
            raise ValueError("sound takes 32 to 512 kilobits a second")

    @property
    def is_mp4(self) -> bool:
        """Whether the path's ending asks for MP4."""
        return self.path.lower().endswith(MP4_ENDINGS)

    @property
    def part_path(self) -> str:
        """Where the film lies while it is being written; renamed to `path` when verified."""
        return f"{self.path}.part"
