"""The child's end of the line: length-prefixed messages over its standard input and output."""

import os
import queue
import struct
import threading
from typing import BinaryIO

from engine.contract.events import EngineFault, Failed
from engine.contract.wire import decode, encode
from engine.messages import FromChild, ToChild

HEAD = struct.Struct("<I")


class Pipe:
    """Sends from any thread; receives on a thread of its own into `inbox`.

    None in the inbox means that the studio is gone.
    """

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self.inbox: queue.SimpleQueue[ToChild | None] = queue.SimpleQueue()
        self._source, self._target = source, target
        self._sending = threading.Lock()
        threading.Thread(target=self._receive, name="pipe", daemon=True).start()

    @classmethod
    def of_process(cls) -> "Pipe":
        """This process's pipe. What libraries print goes to standard error from now on."""
        target = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)
        # Unbuffered: a thread that waits inside a buffered reader aborts the interpreter's exit.
        return cls(os.fdopen(0, "rb", buffering=0, closefd=False), target)

    def send(self, message: FromChild) -> None:
        """Send one message."""
        body = encode(message)
        with self._sending:
            self._target.write(HEAD.pack(len(body)) + body)
            self._target.flush()

    def waiting(self) -> bool:
        """Whether a message lies in the inbox."""
        return not self.inbox.empty()

    def _receive(self) -> None:
        while head := self._read(HEAD.size):
            self.inbox.put(decode(self._read(HEAD.unpack(head)[0]), ToChild))
        self.inbox.put(None)

    def _read(self, size: int) -> bytes:
        """Exactly `size` bytes, or none at all once the other end is closed."""
        parts = bytearray()
        while len(parts) < size:
            part = self._source.read(size - len(parts))
            if not part:
                return b""
            parts += part
        return bytes(parts)


def failure_of(error: BaseException) -> Failed:
    """What to report of an exception."""
    match error:
        case EngineFault():
            return Failed(error.reason, error.subject, error.detail)
        case ValueError():
            return Failed("bad_request", detail=str(error))
    return Failed("unexpected", detail=f"{type(error).__name__}: {error}")
