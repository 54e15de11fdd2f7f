"""Stills, waveforms and facts over a clerk child."""

import asyncio
from itertools import count

from engine.client.child import Child
from engine.client.wall import Wall, WallPicture
from engine.contract.events import EngineFault
from engine.contract.machine_facts import MachineFacts
from engine.contract.media_facts import MediaFacts, Peaks
from engine.contract.plan import RenderPlan, SoundSource
from engine.contract.shot import Recipe
from engine.messages import (
    Drop,
    FactsAnswer,
    Fault,
    FromChild,
    GetFacts,
    GetMachine,
    GetPeaks,
    GetRecipe,
    GetStill,
    MachineAnswer,
    PeaksAnswer,
    RecipeAnswer,
    Shown,
    ToChild,
)

SLOTS = 12


class LocalStrips:
    """See engine.contract.engine.Strips. A dead clerk fails its open questions, no later ones."""

    def __init__(self) -> None:
        self._child: Child | None = None
        self._wall: Wall | None = None
        self._waiting: dict[int, asyncio.Future] = {}
        self._tickets = count(1)

    @property
    def pid(self) -> int | None:
        """The clerk's process id while it runs."""
        return self._child.pid if self._child else None

    async def still(self, plan: RenderPlan, frame: int, width: int, height: int) -> WallPicture:
        """One picture."""
        self._prepare()
        self._wall.make_room(width, height)
        ticket = next(self._tickets)
        return await self._ask(GetStill(ticket, plan, frame, width, height))

    async def peaks(self, source: SoundSource, per_second: int) -> Peaks:
        """The waveform of a whole source."""
        return await self._ask(GetPeaks(next(self._tickets), source, per_second))

    async def probe(self, path: str) -> MediaFacts:
        """What the file holds."""
        return await self._ask(GetFacts(next(self._tickets), path))

    async def recipe(self, path: str) -> Recipe | None:
        """The recipe that a film carries."""
        return await self._ask(GetRecipe(next(self._tickets), path))

    async def machine(self) -> MachineFacts:
        """What this machine has."""
        return await self._ask(GetMachine(next(self._tickets)))

    def wake(self) -> None:
        """Start the clerk, which loads what it will need."""
        self._prepare()

    async def close(self) -> None:
        """End the clerk."""
        child, self._child = self._child, None
        if child is not None:
            await child.end()
        if self._wall is not None:
            self._wall.close()

    async def _ask(self, question: GetStill | GetPeaks | GetFacts | GetRecipe | GetMachine):
        self._prepare()
        answer = asyncio.get_running_loop().create_future()
        self._waiting[question.ticket] = answer
        self._send(question)
        try:
            return await answer
        finally:
            if self._waiting.pop(question.ticket, None) is not None and answer.cancelled():
                self._send(Drop(question.ticket))

    def _prepare(self) -> None:
        if self._child is None:
            self._child = Child("clerk", self._hear, self._gone)
            self._wall = Wall(SLOTS, self._send)

    def _send(self, message: ToChild) -> None:
        if self._child is not None:
            self._child.send(message)

    def _hear(self, message: FromChild) -> None:
        match message:
            case Shown():
                self._hand_over(message)
            case PeaksAnswer() | FactsAnswer() | RecipeAnswer() | MachineAnswer():
                self._answer(message.ticket, message.value)
            case Fault(ticket, failed):
                self._fail(ticket, EngineFault(failed.reason, failed.subject, failed.detail))

    def _hand_over(self, shown: Shown) -> None:
        picture = self._wall.picture(shown)
        answer = self._waiting.get(shown.ticket)
        if picture is None:
            self._fail(shown.ticket, EngineFault("unexpected", detail="the picture came too late"))
        elif answer is None or answer.done():
            picture.release()
        else:
            answer.set_result(picture)

    def _answer(self, ticket: int, value: object) -> None:
        answer = self._waiting.get(ticket)
        if answer is not None and not answer.done():
            answer.set_result(value)

    def _fail(self, ticket: int, fault: EngineFault) -> None:
        answer = self._waiting.get(ticket)
        if answer is not None and not answer.done():
            answer.set_exception(fault)

    def _gone(self, complaint: str) -> None:
        if self._child is not None:
            self._wall.close()
        self._child = None
        for ticket in list(self._waiting):
            self._fail(ticket, EngineFault("engine_died", "clerk", complaint))
