"""Which shots have takes to come, and how far the one is that is being made."""

import msgspec

from app.document.clip import ShotId
from app.jobs import JobQueue
from app.work import NewTake


class ToCome(msgspec.Struct, frozen=True):
    """`part` of the take is made, from 0 to 1; None while it waits."""

    part: float | None = None


def takes_to_come(queue: JobQueue) -> dict[ShotId, ToCome]:
    """For each such shot its running take, or else one that waits."""
    found: dict[ShotId, ToCome] = {}
    for job in queue.jobs:
        if isinstance(job.work, NewTake) and not job.over:
            before = found.get(job.work.shot)
            if before is None or before.part is None:
                found[job.work.shot] = ToCome(job.part)
    return found
