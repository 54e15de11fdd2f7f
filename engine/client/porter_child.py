"""One errand of a porter child, from its order to its answer."""

import asyncio
import contextlib
from collections.abc import Callable

from engine.client.child import Child
from engine.contract.events import Cancelled, EngineFault, Failed, Progress
from engine.messages import Cancel, Checked, CheckModel, Fetched, FromChild, GetModel, WeighModel

GRACE = 0.5

Answer = Fetched | Checked


class PorterChild:
    """Starts when made; await finish() once."""

    def __init__(
        self,
        order: GetModel | WeighModel | CheckModel,
        report: Callable[[Progress], None] = lambda progress: None,
    ) -> None:
        self._report = report
        self._outcome: asyncio.Future = asyncio.get_running_loop().create_future()
        self._child = Child("porter", self._hear, self._gone)
        self._child.send(order)

    @property
    def pid(self) -> int | None:
        """The porter's process id while it runs."""
        return self._child.pid

    async def finish(self) -> Answer:
        """What it brought. Raises EngineFault; cancelling keeps what has come."""
        try:
            outcome = await asyncio.shield(self._outcome)
        except asyncio.CancelledError:
            await self._stop()
            raise
        finally:
            await self._child.end()
        if isinstance(outcome, Cancelled):
            raise asyncio.CancelledError
        if isinstance(outcome, Failed):
            raise EngineFault(outcome.reason, outcome.subject, outcome.detail)
        return outcome

    async def _stop(self) -> None:
        self._child.send(Cancel())
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._outcome), GRACE)
        self._child.kill()

    def _hear(self, message: FromChild) -> None:
        match message:
            case Progress():
                self._report(message)
            case Fetched() | Checked() | Failed() | Cancelled():
                self._settle(message)

    def _gone(self, complaint: str) -> None:
        self._settle(Failed("engine_died", "porter", complaint))

    def _settle(self, outcome: Answer | Failed | Cancelled) -> None:
        if not self._outcome.done():
            self._outcome.set_result(outcome)
