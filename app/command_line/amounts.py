"""Amounts of bytes in words."""

from engine.contract.events import Progress

_STEPS = ((10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "kB"))


def amount(count: int) -> str:
    """The bytes as disks are sold: 28.9 GB is 28 900 000 000."""
    for size, unit in _STEPS:
        # Else 999 960 kB would be 1000.0 MB.
        if count >= size * 0.99995:
            return f"{count / size:.1f} {unit}"
    return f"{count} bytes"


def amount_come(progress: Progress) -> str:
    """How much of a download has come."""
    return f"{amount(progress.done)} of {amount(progress.total)}"
