"""Prompts are read once, and what is kept of them stays within bounds."""

from dataclasses import replace
from typing import Any

from engine.contract.models import Profile
from engine.contract.shot import ModelRun
from engine.contract.time import Rate
from engine.diffusion.embeddings import KEPT, ROOM, Embeddings
from engine.diffusion.jobs.job import Job

JOB = Job("a red boat", 1, ModelRun("text", 64, 64, 9, Rate(24)), Profile("fast", 2, 1.0))


class Reader:
    """Reads words as so many bytes, which take no memory."""

    def __init__(self, size: int) -> None:
        self._size, self.count = size, 0

    def __call__(self) -> dict[str, Any]:
        import torch

        self.count += 1
        return {"prompt_embeds": torch.zeros(1, dtype=torch.uint8).expand(self._size)}


def test_the_same_words_are_read_once_for_each_model():
    kept, reader = Embeddings(), Reader(8)
    for model in ("wan", "ltx2", "wan"):
        kept.take(model, JOB, reader)
    assert reader.count == 2
    kept.take("wan", replace(JOB, prompt="a blue boat"), reader)
    assert reader.count == 3


def test_words_that_take_much_room_drive_out_the_oldest():
    for size, stay in ((ROOM // 3, 3), (2 * ROOM, 1), (8, KEPT)):
        kept, reader = Embeddings(), Reader(size)
        words = [replace(JOB, prompt=str(number)) for number in range(KEPT + 1)]
        for job in words:
            kept.take("ltx2", job, reader)
        for job in words[-stay:]:
            kept.take("ltx2", job, reader)
        assert reader.count == len(words)
        kept.take("ltx2", words[-stay - 1], reader)
        assert reader.count == len(words) + 1
