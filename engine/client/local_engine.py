"""The engine on this machine: a player, a clerk, a maker, and an exporter for each export."""

from collections.abc import Callable

from engine.animatic.choices import choices
from engine.animatic.parse import understand
from engine.client.export_child import ExportChild
from engine.client.local_models import LocalModels
from engine.client.local_screen import LocalScreen
from engine.client.local_strips import LocalStrips
from engine.client.maker_child import LocalMaker
from engine.contract.choices import Choices
from engine.contract.delivery import Delivery
from engine.contract.events import Done, Progress
from engine.contract.machine_facts import MachineFacts
from engine.contract.plan import RenderPlan
from engine.contract.shot import Understanding
from engine.version import VERSION


class LocalEngine:
    """See engine.contract.engine.Engine. Children start when they are first needed."""

    version = VERSION

    def __init__(self) -> None:
        self.screen = LocalScreen()
        self.strips = LocalStrips()
        self.maker = LocalMaker()
        self.models = LocalModels()

    def understand(self, prompt: str) -> Understanding:
        """Which words of the prompt drafts draw, hear or leave out."""
        return understand(prompt)

    def choices(self) -> Choices:
        """The styles and camera moves that a request may name."""
        return choices()

    async def export(
        self, plan: RenderPlan, delivery: Delivery, report: Callable[[Progress], None]
    ) -> Done:
        """Write the film in a child process of its own."""
        return await ExportChild(plan, delivery, report).finish()

    async def machine(self) -> MachineFacts:
        """What this machine has."""
        return await self.strips.machine()

    async def close(self) -> None:
        """End the player, the clerk and the maker."""
        await self.screen.close()
        await self.strips.close()
        await self.maker.close()
