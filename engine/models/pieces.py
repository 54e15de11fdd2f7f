"""Pieces of one file that several connections bring at once, joined in their order.

Many servers give each connection only so much. Whatever comes first, the file on the disk is at
every moment a start of the whole: what lies further on waits in memory, some pieces at most. So a
process may be killed at any moment, and what it left tells by its length alone where to go on.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from engine.models.part_file import PartFile
from engine.models.patience import Stopped

AT_ONCE = 4
AHEAD = 5
"""How many pieces may be under way or wait for one before them."""

FIRST, LEAST, MOST = 4 << 20, 1 << 20, 32 << 20
QUICK, SLOW = 2.0, 8.0
LOOK = 0.1
REST = 30.0
"""Seconds until one that brought nothing tries again while others bring pieces."""


class Ended(Exception):
    """The pieces are no longer wanted."""


class Pace:
    """How many bytes a piece has: about as many as a connection brings in some seconds. A server
    that knows no ranges sends all as one."""

    def __init__(self) -> None:
        self.bytes = FIRST
        self.is_one = False

    def took(self, piece: "Piece") -> None:
        """A piece has come."""
        if piece.end - piece.start < self.bytes:
            return
        seconds = monotonic() - piece.begun
        if seconds < QUICK:
            self.bytes = min(2 * self.bytes, MOST)
        elif seconds > SLOW:
            self.bytes = max(self.bytes // 2, LEAST)


@dataclass
class Piece:
    """Bytes of a file from `start` up to `end`; those before `position` have come, `held` waits in
    memory."""

    start: int
    end: int
    position: int
    furthest: int = 0
    held: list[bytes] = field(default_factory=list)
    begun: float = field(default_factory=monotonic)

    @property
    def missing(self) -> int:
        """How many bytes have to come yet."""
        return self.end - self.position


class Pieces:
    """What of a file is under way. All but wait() may be called from any thread; `heard` gets the
    bytes that come, and less than 0 for those that have to come again."""

    def __init__(self, part: PartFile, pace: Pace, heard: Callable[[int], None]) -> None:
        self._part, self._pace, self._heard = part, pace, heard
        self._row: deque[Piece] = deque()
        self._left: list[Piece] = []
        self._next = part.bytes
        missing = part.wanted.bytes - part.bytes
        self.workers = 1 if pace.is_one else min(AT_ONCE, -(-missing // pace.bytes))
        """How many begin to bring pieces."""
        self._working = self.workers
        self._changed = threading.Condition()
        self.is_one = pace.is_one
        self._ended = False
        self._error: BaseException | None = None

    def take(self) -> Piece | None:
        """The next piece to bring, as soon as there is room for one; None after the last, or when
        they have ended."""
        with self._changed:
            while not self._left and len(self._row) >= AHEAD and not self._ended:
                self._changed.wait()
            if self._left:
                return self._left.pop()
            begin, whole = self._next, self._part.wanted.bytes
            if self._ended or begin >= whole:
                self._working -= 1
                return None
            self._next = whole if self.is_one else min(begin + self._size(whole - begin), whole)
            self._row.append(Piece(begin, self._next, begin))
            return self._row[-1]

    def leave(self, piece: Piece) -> bool:
        """Leave a piece to the other workers and rest; whether there are any. Raises Ended."""
        with self._changed:
            if self._ended:
                raise Ended
            if self._working < 2:
                return False
            self._working -= 1
            self._left.append(piece)
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._ended, REST)
            self._working += 1
            return True

    def add(self, piece: Piece, came: bytes) -> bool:
        """More of a piece; whether that is further than ever before. Raises Ended, OSError."""
        with self._changed:
            if self._ended:
                raise Ended
            piece.held.append(came)
            piece.position += len(came)
            self._heard(len(came))
            if not piece.missing:
                self._pace.took(piece)
            self._join()
            further = piece.position > piece.furthest
            piece.furthest = max(piece.position, piece.furthest)
            return further

    def begin_again(self, piece: Piece) -> None:
        """The server sends the only piece from the file's beginning. Raises Ended, OSError."""
        with self._changed:
            if self._ended:
                raise Ended
            self._heard(-piece.position)
            piece.position = 0
            self._part.restart()

    def end(self, error: BaseException | None = None) -> None:
        """Nothing more is wanted, for the reason of the first error."""
        with self._changed:
            if not self._ended:
                self._ended, self._error = True, error
                self._heard(-sum(len(came) for piece in self._row for came in piece.held))
                self._row.clear()
                self._left.clear()
                self._changed.notify_all()

    def wait(self, stop: threading.Event) -> None:
        """Wait until all has come. Raises Stopped soon after `stop` is set, and what end() got."""
        with self._changed:
            while self._part.bytes < self._part.wanted.bytes and not self._ended:
                if stop.is_set():
                    raise Stopped
                self._changed.wait(LOOK)
            if self._error:
                raise self._error

    def _size(self, left: int) -> int:
        """The bytes of the next piece; smaller towards the end, so that all end at once."""
        return min(self._pace.bytes, max(LEAST, -(-left // self.workers)))

    def _join(self) -> None:
        """Write what follows on what is written."""
        while self._row:
            first = self._row[0]
            for came in first.held:
                self._part.add(came)
            first.held.clear()
            if first.missing:
                return
            self._row.popleft()
            self._changed.notify_all()
