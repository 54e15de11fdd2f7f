"""Takes over one maker child, which stays between takes and is replaced when it dies or hangs."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.client.child import PROGRAM, Child
from engine.contract.events import Cancelled, EngineFault, Failed
from engine.contract.making import Made, MakeProgress, Making
from engine.messages import Cancel, FromChild, Heartbeat, Make

ROLE = "maker"
DEATH = 0.15

Outcome = Made | Failed | Cancelled


@dataclass(frozen=True)
class Terms:
    """How long what may take, in seconds.

    The child is killed when a cancel isn't answered within `grace`, when it says nothing for
    `silence`, or when it lives but nothing moves for `stillness`. After `idle` without a take it
    ends, which gives its memory back. The studio looks every `look`, and counts looks rather than
    time: while the studio itself is held up, nobody is late.
    """

    grace: float = 0.8
    silence: float = 180.0
    stillness: float = 1200.0
    idle: float = 600.0
    look: float = 1.0


@dataclass
class _Order:
    """A take that is being made. `before` tells what lay at its path at first."""

    making: Making
    report: Callable[[MakeProgress], None]
    outcome: asyncio.Future[Outcome]
    before: tuple[int, int] | None
    silent: float = 0.0
    still: float = 0.0
    moves: int = -1


class LocalMaker:
    """See engine.contract.engine.Maker. The child starts with the first take."""

    def __init__(self, program: str = PROGRAM, terms: Terms | None = None) -> None:
        self._program, self._terms = program, terms or Terms()
        self._turn = asyncio.Lock()
        self._child: Child | None = None
        self._order: _Order | None = None
        self._farewell: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int | None:
        """The maker's process id while it runs."""
        return self._child.pid if self._child else None

    async def make(self, making: Making, report: Callable[[MakeProgress], None]) -> Made:
        """Make the take, after those that were asked for before."""
        async with self._turn:
            self._stay()
            outcome: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
            self._order = _Order(making, report, outcome, _stamp(making.path))
            self._called().send(Make(making))
            watch = asyncio.ensure_future(self._watch(self._order))
            try:
                return await self._finished(self._order)
            finally:
                watch.cancel()
                self._order = None
                self._rest()

    async def close(self) -> None:
        """End the child, and with it a take that is being made."""
        self._stay()
        child, self._child = self._child, None
        if child is not None:
            await child.end()
        if self._order is not None:
            _settle(self._order, Cancelled())

    async def _finished(self, order: _Order) -> Made:
        try:
            outcome = await asyncio.shield(order.outcome)
        except asyncio.CancelledError:
            await self._stop(order)
            raise
        if isinstance(outcome, Made):
            return outcome
        if isinstance(outcome, Cancelled):
            _sweep(order)
            raise asyncio.CancelledError
        _sweep_part(order)
        raise EngineFault(outcome.reason, outcome.subject, outcome.detail)

    async def _stop(self, order: _Order) -> None:
        order.report = _ignore
        if self._child is not None:
            self._child.send(Cancel())
        try:
            await asyncio.wait([order.outcome], timeout=self._terms.grace)
        finally:
            if not order.outcome.done():
                await self._give_up()
            _sweep(order)

    async def _watch(self, order: _Order) -> None:
        """Fail the order when its child is silent or still for too long."""
        terms = self._terms
        while order.silent < terms.silence and order.still < terms.stillness:
            await asyncio.sleep(terms.look)
            order.silent += terms.look
            order.still += terms.look
        await self._give_up()
        _settle(order, Failed("engine_hung", ROLE))

    async def _give_up(self) -> None:
        """Kill the child; the next take gets a new one."""
        child, self._child = self._child, None
        if child is not None:
            await child.put_down(DEATH)

    def _called(self) -> Child:
        if self._child is None:
            child = Child(
                ROLE,
                lambda message: self._hear(child, message),
                lambda complaint: self._gone(child, complaint),
                self._program,
            )
            self._child = child
        return self._child

    def _hear(self, child: Child, message: FromChild) -> None:
        order = self._order
        if order is None or child is not self._child:
            return
        order.silent = 0.0
        match message:
            case Heartbeat(moves):
                order.still = 0.0 if moves != order.moves else order.still
                order.moves = moves
            case MakeProgress():
                order.still = 0.0
                order.report(message)
            case Made() | Failed() | Cancelled():
                _settle(order, message)

    def _gone(self, child: Child, complaint: str) -> None:
        if child is not self._child:
            return
        self._child = None
        if self._order is not None:
            _settle(self._order, Failed("engine_died", ROLE, complaint))

    def _rest(self) -> None:
        if self._child is not None:
            self._farewell = asyncio.ensure_future(self._part())

    def _stay(self) -> None:
        if self._farewell is not None:
            self._farewell.cancel()
        self._farewell = None

    async def _part(self) -> None:
        await asyncio.sleep(self._terms.idle)
        child, self._child = self._child, None
        if child is not None:
            await child.end()


def _ignore(progress: MakeProgress) -> None:
    """Nobody waits for the take any more."""


def _settle(order: _Order, outcome: Outcome) -> None:
    if not order.outcome.done():
        order.outcome.set_result(outcome)


def _sweep(order: _Order) -> None:
    """Remove what a maker left behind: its part, and a film that came after it was called off."""
    making = order.making
    _sweep_part(order)
    if _stamp(making.path) not in (None, order.before):
        with contextlib.suppress(OSError):
            Path(making.path).unlink(missing_ok=True)


def _sweep_part(order: _Order) -> None:
    """After a failure a film in the place is somebody else's, who was quicker."""
    with contextlib.suppress(OSError):
        Path(order.making.part_path).unlink(missing_ok=True)


def _stamp(path: str) -> tuple[int, int] | None:
    """What tells the file there from any that takes its place; None where there is none."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns
