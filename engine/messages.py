"""What the studio and its child processes say to each other, one value a message."""

import msgspec

from engine.contract.delivery import Delivery
from engine.contract.events import Cancelled, Done, Failed, Playback, Progress
from engine.contract.machine_facts import MachineFacts
from engine.contract.making import Made, MakeProgress, Making
from engine.contract.media_facts import MediaFacts, Peaks
from engine.contract.models import Model
from engine.contract.plan import RenderPlan, SoundSource
from engine.contract.shot import Recipe
from engine.contract.time import Span


class UseRing(msgspec.Struct, frozen=True, tag="use_ring"):
    """Put pictures into this ring from now on. `generation` tells it from earlier ones."""

    path: str
    slots: int
    slot_bytes: int
    generation: int


class Free(msgspec.Struct, frozen=True, tag="free"):
    """The slot's picture is no longer needed."""

    generation: int
    slot: int


class Load(msgspec.Struct, frozen=True, tag="load"):
    """The plan that Show and Play mean from now on."""

    plan: RenderPlan


class Show(msgspec.Struct, frozen=True, tag="show"):
    """Show one frame of the loaded plan; a newer Show makes an unanswered one void."""

    frame: int
    width: int
    height: int


class Play(msgspec.Struct, frozen=True, tag="play"):
    """Play the loaded plan."""

    frame: int
    width: int
    height: int
    speed: float
    loop: Span | None


class Pause(msgspec.Struct, frozen=True, tag="pause"):
    """Stop playing."""


class Volume(msgspec.Struct, frozen=True, tag="volume"):
    """Loudness of playback, 0 to 1."""

    volume: float


class GetStill(msgspec.Struct, frozen=True, tag="get_still"):
    """One picture of a plan."""

    ticket: int
    plan: RenderPlan
    frame: int
    width: int
    height: int


class GetPeaks(msgspec.Struct, frozen=True, tag="get_peaks"):
    """A source's waveform."""

    ticket: int
    source: SoundSource
    per_second: int


class GetFacts(msgspec.Struct, frozen=True, tag="get_facts"):
    """What a file holds."""

    ticket: int
    path: str


class GetMachine(msgspec.Struct, frozen=True, tag="get_machine"):
    """What this machine has."""

    ticket: int


class GetRecipe(msgspec.Struct, frozen=True, tag="get_recipe"):
    """The recipe that a film carries."""

    ticket: int
    path: str


class Drop(msgspec.Struct, frozen=True, tag="drop"):
    """Nobody waits for this ticket's answer any more."""

    ticket: int


class Paint(msgspec.Struct, frozen=True, tag="paint"):
    """Paint every `step`-th picture of the film from `first` on, as far ahead as there is room."""

    plan: RenderPlan
    first: int
    step: int


class Export(msgspec.Struct, frozen=True, tag="export"):
    """Write the film."""

    plan: RenderPlan
    delivery: Delivery


class Make(msgspec.Struct, frozen=True, tag="make"):
    """Make the take; a maker makes one after the other."""

    making: Making


class GetModel(msgspec.Struct, frozen=True, tag="get_model"):
    """Download a model of the store whose own folder is `home`, into a folder of choice or any."""

    model_id: str
    home: str
    into: str = ""


class WeighModel(msgspec.Struct, frozen=True, tag="weigh_model"):
    """Ask how large a model's download is."""

    model_id: str
    home: str


class CheckModel(msgspec.Struct, frozen=True, tag="check_model"):
    """Read a model's files again."""

    model_id: str
    home: str


class Cancel(msgspec.Struct, frozen=True, tag="cancel"):
    """Stop writing or making, and leave nothing behind."""


class Shown(msgspec.Struct, frozen=True, tag="shown"):
    """A picture stands in a slot; `ticket` is 0 when it is for the screen."""

    generation: int
    slot: int
    frame: int
    width: int
    height: int
    stride: int
    ticket: int = 0


class Fault(msgspec.Struct, frozen=True, tag="fault"):
    """A ticket, or the screen where it is 0, can't be answered."""

    ticket: int
    failed: Failed


class PeaksAnswer(msgspec.Struct, frozen=True, tag="peaks"):
    """A waveform."""

    ticket: int
    value: Peaks


class FactsAnswer(msgspec.Struct, frozen=True, tag="facts"):
    """A file's facts."""

    ticket: int
    value: MediaFacts


class RecipeAnswer(msgspec.Struct, frozen=True, tag="recipe"):
    """A film's recipe, None where it carries none."""

    ticket: int
    value: Recipe | None


class MachineAnswer(msgspec.Struct, frozen=True, tag="machine"):
    """The machine's facts."""

    ticket: int
    value: MachineFacts


class Fetched(msgspec.Struct, frozen=True, tag="fetched"):
    """The model is here, whole and verified."""

    model: Model


class Checked(msgspec.Struct, frozen=True, tag="checked"):
    """A sentence for each file that isn't as it should be."""

    complaints: tuple[str, ...]


class Heartbeat(msgspec.Struct, frozen=True, tag="heartbeat"):
    """The maker lives. `moves` has grown since the last one if its work has moved meanwhile."""

    moves: int


ToChild = (
    UseRing | Free | Load | Show | Play | Pause | Volume
    | GetStill | GetPeaks | GetFacts | GetRecipe | GetMachine | Drop
    | Paint | Export | Make | GetModel | WeighModel | CheckModel | Cancel
)  # fmt: skip
Answered = PeaksAnswer | FactsAnswer | RecipeAnswer | MachineAnswer
FromChild = (
    Shown | Answered | Fault | Playback | Progress | Done | Failed | Cancelled
    | MakeProgress | Made | Heartbeat | Fetched | Checked
)  # fmt: skip
