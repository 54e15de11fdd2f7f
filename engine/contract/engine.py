"""What the studio may ask of an engine, and what it must answer."""

from collections.abc import Callable
from typing import Protocol

from engine.contract.choices import Choices
from engine.contract.delivery import Delivery
from engine.contract.events import Done, Failed, Playback, Progress
from engine.contract.machine_facts import MachineFacts
from engine.contract.making import Made, MakeProgress, Making
from engine.contract.media_facts import MediaFacts, Peaks
from engine.contract.models import Forecast, Model
from engine.contract.plan import RenderPlan, SoundSource
from engine.contract.shot import Recipe, Understanding
from engine.contract.supply import Supply
from engine.contract.time import Span


class Picture(Protocol):
    """One finished picture: 8-bit premultiplied BGRA rows of `stride` bytes, top row first.

    The memory stays as it is until release() is called, which must happen exactly once.
    """

    frame: int
    width: int
    height: int
    stride: int
    memory: memoryview

    def release(self) -> None:
        """Give the memory back to the engine."""
        ...


class ScreenListener(Protocol):
    """Who wants to see what a screen shows. Called on the event loop's thread."""

    def picture_ready(self, picture: Picture) -> None:
        """A picture to show now; the listener owns it until it releases it."""
        ...

    def playback_changed(self, playback: Playback) -> None:
        """Playback moved, started, paused or ended."""
        ...

    def screen_failed(self, failed: Failed) -> None:
        """A picture could not be made, or the player died and a new one was started."""
        ...


class Screen(Protocol):
    """Shows one plan: single pictures when asked, or playback with sound on a real clock.

    `width` and `height` are the pixels wanted; the plan's own size gives the exported pixels.
    """

    def watch(self, listener: ScreenListener) -> None:
        """Send everything to this listener from now on."""
        ...

    def show(self, plan: RenderPlan, frame: int, width: int, height: int) -> None:
        """Show this frame. Of several requests in a hurry only the latest is answered."""
        ...

    def play(
        self,
        plan: RenderPlan,
        frame: int,
        width: int,
        height: int,
        speed: float = 1.0,
        loop: Span | None = None,
    ) -> None:
        """Play from `frame` at `speed` (negative: backwards), round and round inside `loop`."""
        ...

    def pause(self) -> None:
        """Stop playing; a Playback with the last shown frame follows."""
        ...

    def set_volume(self, volume: float) -> None:
        """Loudness of playback, 0 to 1."""
        ...


class Strips(Protocol):
    """Answers one-off questions about plans and media, away from the viewer."""

    def wake(self) -> None:
        """Make ready before the first question; asking does it too."""
        ...

    async def still(self, plan: RenderPlan, frame: int, width: int, height: int) -> Picture:
        """One picture. Raises EngineFault."""
        ...

    async def peaks(self, source: SoundSource, per_second: int) -> Peaks:
        """The waveform of a whole source. Raises EngineFault."""
        ...

    async def probe(self, path: str) -> MediaFacts:
        """What the file holds. Raises EngineFault."""
        ...

    async def recipe(self, path: str) -> Recipe | None:
        """The recipe that a take's MP4 carries; None where it carries none. Raises EngineFault."""
        ...


class Models(Protocol):
    """The models that there are and the ones that are here."""

    async def all(self) -> tuple[Model, ...]:
        """The catalogue's in its order, then those that were added from a disk."""
        ...

    async def add(self, path: str) -> Model:
        """Take in weights that lie on this machine: a folder in diffusers' layout, a .safetensors
        or .gguf file. They stay where they are. Raises EngineFault model_pickled, model_runs_code,
        model_unknown, model_damaged, media_missing, or model_missing where a single file needs
        another model to go with."""
        ...

    async def weigh(self, model_id: str) -> Model:
        """Ask where a model comes from how large its download is; the model with its true size and
        the commit that has it. Raises EngineFault."""
        ...

    async def get(self, model_id: str, report: Callable[[Progress], None], into: str = "") -> Model:
        """Download a model, going on where an earlier try stopped; progress counts bytes.

        It comes into a folder of its own in the folder `into`, which is remembered as one that
        holds models; without one, into a remembered folder that has room. Raises EngineFault;
        cancelling keeps what has come.
        """
        ...

    async def supply(self, model_id: str = "") -> Supply:
        """Where models come from, and the folders that this one or any may go into."""
        ...

    async def check(self, model_id: str) -> tuple[str, ...]:
        """Read every file again; an English sentence for each that isn't as it should be."""
        ...

    async def forecast(self, making: Making) -> Forecast:
        """What this take would cost on this machine."""
        ...


class Maker(Protocol):
    """Makes takes with models, one at a time, in a child process that keeps its model."""

    async def make(self, making: Making, report: Callable[[MakeProgress], None]) -> Made:
        """Make the take. Cancel the task to stop within a second, which leaves nothing.

        Raises EngineFault.
        """
        ...


class Engine(Protocol):
    """Everything that the studio asks of the engine."""

    version: str

    @property
    def screen(self) -> Screen:
        """The viewer's screen."""
        ...

    @property
    def strips(self) -> Strips:
        """Stills, waveforms and facts."""
        ...

    @property
    def models(self) -> Models:
        """The models that shots can be made with."""
        ...

    @property
    def maker(self) -> Maker:
        """Makes takes with them."""
        ...

    def understand(self, prompt: str) -> Understanding:
        """Which words of the prompt drafts draw, hear or leave out; takes milliseconds."""
        ...

    def choices(self) -> Choices:
        """The styles and camera moves that a request may name."""
        ...

    async def export(
        self, plan: RenderPlan, delivery: Delivery, report: Callable[[Progress], None]
    ) -> Done:
        """Write the film in a child process. Cancel the task to stop it within a second.

        Raises EngineFault; on any failure or cancel nothing is left on the disk.
        """
        ...

    async def machine(self) -> MachineFacts:
        """What this machine has, looked at in a child process."""
        ...

    async def close(self) -> None:
        """End every child process."""
        ...
