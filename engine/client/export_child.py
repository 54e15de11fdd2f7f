"""One export over an exporter child, from start to the finished file or to nothing at all."""

import asyncio
import contextlib
from collections.abc import Callable
from pathlib import Path

from engine.client.child import PATIENCE, Child
from engine.contract.delivery import Delivery
from engine.contract.events import Cancelled, Done, EngineFault, Failed, Progress
from engine.contract.plan import RenderPlan
from engine.messages import Cancel, Export, FromChild

GRACE = 0.8


class ExportChild:
    """Starts writing when made; await finish() once."""

    def __init__(
        self, plan: RenderPlan, delivery: Delivery, report: Callable[[Progress], None]
    ) -> None:
        self._delivery, self._report = delivery, report
        self._outcome: asyncio.Future = asyncio.get_running_loop().create_future()
        self._child = Child("exporter", self._hear, self._gone)
        self._child.send(Export(plan, delivery))

    @property
    def pid(self) -> int | None:
        """The exporter's process id while it runs."""
        return self._child.pid

    async def finish(self) -> Done:
        """The finished file. Raises EngineFault; cancelling leaves nothing on the disk."""
        try:
            outcome = await asyncio.shield(self._outcome)
        except asyncio.CancelledError:
            await self._stop()
            raise
        finally:
            await self._child.put_down(PATIENCE)
        if isinstance(outcome, Done):
            return outcome
        self._sweep()
        if isinstance(outcome, Cancelled):
            raise asyncio.CancelledError
        raise EngineFault(outcome.reason, outcome.subject, outcome.detail)

    async def _stop(self) -> None:
        self._child.send(Cancel())
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._outcome), GRACE)
        self._child.kill()
        self._sweep()

    def _sweep(self) -> None:
        """Remove what an exporter that was killed could not remove itself."""
        with contextlib.suppress(OSError):
            Path(self._delivery.part_path).unlink(missing_ok=True)

    def _hear(self, message: FromChild) -> None:
        match message:
            case Progress():
                self._report(message)
            case Done() | Failed() | Cancelled():
                self._settle(message)

    def _gone(self, complaint: str) -> None:
        self._settle(Failed("engine_died", "exporter", complaint))

    def _settle(self, outcome: Done | Failed | Cancelled) -> None:
        if not self._outcome.done():
            self._outcome.set_result(outcome)
