"""Work beside the window: one coroutine, and one place where its result or its failure goes."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import trouble_of


class Tasks(QObject):
    """Starts coroutines on the running loop and keeps them until they end."""

    troubled = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._running: set[asyncio.Task[Any]] = set()

    def start(
        self,
        work: Coroutine[Any, Any, Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> asyncio.Task[Any]:
        """Run `work`; then `done` gets its result, or `failed` its error (a trouble if none)."""
        task = asyncio.get_event_loop().create_task(self._finish(work, done, failed))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(lambda _: work.close())
        return task

    async def _finish(
        self,
        work: Coroutine[Any, Any, Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        try:
            result = await work
        except Exception as error:
            (failed or self._report)(error)
        else:
            if done:
                done(result)

    def _report(self, error: Exception) -> None:
        self.troubled.emit(trouble_of(error))

    async def stop(self) -> None:
        """Cancel everything that still runs and wait for its end."""
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
