"""One child process: started when needed, talked to over its pipes, replaced when it dies."""

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from engine.contract.wire import decode, encode
from engine.messages import FromChild, ToChild

ROOT = Path(__file__).parents[2]
HEAD_BYTES = 4
COMPLAINT_BYTES = 4000
PATIENCE = 1.0
KEPT_MEMORY = {
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(256 << 20),
    "MALLOC_TOP_PAD_": str(16 << 20),
}
"""For glibc, which else gives every picture back to the system at once: taking it again costs a
page fault for each 4 KB, up to a tenth of a film's time."""
PROGRAM = "engine.worker"

Hear = Callable[[FromChild], None]


class Child:
    """A running child. `hear` gets every message, `gone` is called once when it has ended.

    `gone` gets what the child wrote to its standard error last. `program` is the module to run.
    """

    def __init__(
        self, role: str, hear: Hear, gone: Callable[[str], None], program: str = PROGRAM
    ) -> None:
        self._role, self._hear, self._gone, self._program = role, hear, gone, program
        self._process: asyncio.subprocess.Process | None = None
        self._unsent: list[bytes] = []
        self._complaint = b""
        self._doomed = False
        self._life = asyncio.ensure_future(self._live())

    @property
    def pid(self) -> int | None:
        """The process's id once it runs."""
        return self._process.pid if self._process else None

    def send(self, message: ToChild) -> None:
        """Send a message, or keep it until the child has started."""
        body = encode(message)
        packet = len(body).to_bytes(HEAD_BYTES, "little") + body
        if self._process is None or self._process.stdin is None:
            self._unsent.append(packet)
        elif not self._process.stdin.is_closing():
            self._process.stdin.write(packet)

    async def end(self, patience: float = PATIENCE) -> None:
        """Close the pipe, which ends the child; kill it if it takes longer than `patience` s."""
        if self._process is None:
            self._life.cancel()
            return
        if self._process.stdin is not None:
            self._process.stdin.close()
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(asyncio.shield(self._life), patience)
            return
        self.kill()
        await self._life

    async def put_down(self, patience: float) -> None:
        """Kill the child and wait until it is gone, at most `patience` s."""
        self.kill()
        await asyncio.wait([self._life], timeout=patience)

    def kill(self) -> None:
        """End the child at once, or as soon as it has started."""
        self._doomed = True
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()

    async def _live(self) -> None:
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", self._program, self._role,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            cwd=ROOT,
            env={**KEPT_MEMORY, **os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        if self._doomed:
            self.kill()
        for packet in self._unsent:
            process.stdin.write(packet)
        self._unsent.clear()
        complaints = asyncio.ensure_future(self._collect(process.stderr))
        with contextlib.suppress(asyncio.IncompleteReadError):
            while True:
                head = await process.stdout.readexactly(HEAD_BYTES)
                body = await process.stdout.readexactly(int.from_bytes(head, "little"))
                self._hear(decode(body, FromChild))
        await process.wait()
        await complaints
        self._gone(self._complaint.decode(errors="replace").strip())

    async def _collect(self, stream: asyncio.StreamReader) -> None:
        while part := await stream.read(COMPLAINT_BYTES):
            self._complaint = (self._complaint + part)[-COMPLAINT_BYTES:]
