"""The most memory that this process has held since a moment."""

import contextlib
from pathlib import Path

CLEAR = Path("/proc/self/clear_refs")
STATUS = Path("/proc/self/status")
PEAK = "VmHWM:"


class MemoryPeaks:
    """Counts from when it is made. Bytes, 0 where the system or the machine can't tell."""

    def __init__(self) -> None:
        import torch

        with contextlib.suppress(OSError):
            CLEAR.write_text("5")
        if torch.cuda.is_available():
            torch.cuda.reset_peak_memory_stats()

    @property
    def memory(self) -> float:
        """Of the machine's own."""
        try:
            lines = STATUS.read_text().splitlines()
        except OSError:
            return 0.0
        found = next((line for line in lines if line.startswith(PEAK)), "")
        return float(found.split()[1]) * 1024 if found else 0.0

    @property
    def video_memory(self) -> float:
        """Of the graphics card's, with what is kept for later use."""
        import torch

        return float(torch.cuda.max_memory_reserved()) if torch.cuda.is_available() else 0.0
