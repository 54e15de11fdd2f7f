"""Tells whether memory ran out, the machine's or a graphics card's, and gives back what it can."""

import gc

SIGNS = ("out of memory", "can't allocate memory", "alloc_failed")


def ran_out(error: BaseException) -> bool:
    """Whether this error, or what it came of, is for want of memory."""
    import torch

    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    said = str(error).lower()
    if isinstance(error, RuntimeError) and any(sign in said for sign in SIGNS):
        return True
    return error.__cause__ is not None and ran_out(error.__cause__)


def give_back() -> None:
    """Free what nobody holds any more: on the card, in memory held for the card, and what was
    compiled, of which torch keeps eight kinds and then fails."""
    import torch

    torch.compiler.reset()
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
        torch.accelerator.empty_host_cache()
