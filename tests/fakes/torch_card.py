"""torch.card, which is to the pretended card what torch.cuda is to a real one."""

# ruff: noqa: TID253 - only a process that is to have the card imports this.
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import torch

CARD = "card"


class Stream(torch.Stream):
    """What is copied through it comes when it is waited for."""

    def __new__(cls, *_: Any, **__: Any) -> "Stream":
        return super().__new__(cls, device=torch.device(CARD, 0))

    def __init__(self, *_: Any, **__: Any) -> None:
        self.late: list[Callable[[], object]] = []

    def synchronize(self) -> None:
        """Wait for it."""
        while self.late:
            self.late.pop(0)()


class TorchCard:
    """`operations` counts what the card has done."""

    Stream = Stream

    def __init__(self) -> None:
        self.operations = 0
        self.side_stream: Stream | None = None

    def current_stream(self, _device: Any = None) -> Stream:
        return self.side_stream or Stream()

    @contextmanager
    def stream(self, stream: Stream) -> Iterator[None]:
        before, self.side_stream = self.side_stream, stream
        try:
            yield
        finally:
            self.side_stream = before

    def is_available(self) -> bool:
        return True

    is_initialized = is_available

    def _is_in_bad_fork(self) -> bool:
        return False

    def device_count(self) -> int:
        return 1

    def current_device(self) -> int:
        return 0

    def manual_seed_all(self, seed: int) -> None:
        """Its luck is the processor's."""

    def get_amp_supported_dtype(self) -> list[torch.dtype]:
        return [torch.float16, torch.bfloat16, torch.float32]

    def empty_cache(self) -> None:
        """Nothing is kept for later."""
