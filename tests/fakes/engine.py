"""An engine that runs in the same process without media: it answers, plays, exports and fails.

Pictures are of one colour that follows from the plan and the frame; an export writes a small file.
"""

import asyncio
import hashlib
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from engine.contract.choices import Choice, Choices
from engine.contract.delivery import Delivery
from engine.contract.engine import ScreenListener
from engine.contract.events import Done, EngineFault, Failed, Playback, Progress
from engine.contract.machine_facts import Finding, MachineFacts
from engine.contract.media_facts import MediaFacts, MediaKind, Peaks
from engine.contract.plan import RenderPlan, SoundSource
from engine.contract.shot import MediaRef, Outcome, Recipe, Understanding, Word, WordKind
from engine.contract.time import Rate, Span
from tests.fakes.maker import FakeMaker, take_in
from tests.fakes.models import FakeModels

WORDS: dict[str, WordKind] = {
    "sea": "place",
    "ocean": "place",
    "city": "place",
    "forest": "place",
    "sunset": "time",
    "night": "time",
    "rain": "weather",
    "fog": "weather",
    "sailboat": "subject",
    "car": "subject",
    "sailing": "action",
    "push in": "camera",
    "pan": "camera",
    "waves": "sound",
    "calm": "mood",
}
STOP_WORDS = {"a", "an", "the", "on", "at", "in", "of", "and", "with", "over"}
CHOICES = Choices(
    styles=(Choice("ink", {"en": "Ink", "ar": "حبر"}), Choice("noir", {"en": "Noir"})),
    cameras=(Choice("push_in", {"en": "Push in", "ar": "اقتراب"}), Choice("pan", {"en": "Pan"})),
)
KINDS: dict[str, MediaKind] = {".wav": "sound", ".mp3": "sound", ".png": "still", ".jpg": "still"}


class FakePicture:
    """A picture of one colour; counts how often it was released."""

    def __init__(self, frame: int, width: int, height: int, bgr: bytes) -> None:
        self.frame, self.width, self.height = frame, width, height
        self.stride = width * 4
        self.memory = memoryview((bgr + b"\xff") * (width * height))
        self.released = 0

    def release(self) -> None:
        """Counted, so that a test sees a leak or a second release."""
        self.released += 1


class FakeScreen:
    """Answers show() and plays at the plan's rate on the running event loop."""

    def __init__(self) -> None:
        self.volume = 1.0
        self.pictures: list[FakePicture] = []
        self.fail_next: Failed | None = None
        self._listener: ScreenListener | None = None
        self._answer: asyncio.Handle | None = None
        self._playing: asyncio.Task[None] | None = None
        self._frame = 0

    def watch(self, listener: ScreenListener) -> None:
        """Send everything to this listener from now on."""
        self._listener = listener

    def show(self, plan: RenderPlan, frame: int, width: int, height: int) -> None:
        """The latest request of a turn of the loop is answered in the next."""
        self.stop()
        if self._answer is not None:
            self._answer.cancel()
        loop = asyncio.get_running_loop()
        self._answer = loop.call_soon(self._send, plan, frame, width, height)

    def play(
        self,
        plan: RenderPlan,
        frame: int,
        width: int,
        height: int,
        speed: float = 1.0,
        loop: Span | None = None,
    ) -> None:
        """Play on the loop's clock to the end of the plan, or round and round."""
        self.stop()
        run = self._play(plan, frame, (width, height), speed, loop)
        self._playing = asyncio.ensure_future(run)

    def pause(self) -> None:
        """Stop and say where."""
        self.stop()
        self._tell(playing=False)

    def set_volume(self, volume: float) -> None:
        """Loudness of playback, 0 to 1."""
        self.volume = volume

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._playing is not None and not self._playing.done()

    async def _play(
        self,
        plan: RenderPlan,
        frame: int,
        size: tuple[int, int],
        speed: float,
        loop: Span | None,
    ) -> None:
        clock = asyncio.get_running_loop()
        begun, first = clock.time(), frame
        while 0 <= frame < plan.frames:
            self._send(plan, frame, *size)
            self._tell(playing=True)
            await asyncio.sleep(float(plan.rate.seconds(1)) / max(abs(speed), 1.0))
            gone = (clock.time() - begun) * float(plan.rate.fps) * speed
            frame = first + int(gone)
            if loop is not None and loop.length:
                frame = loop.start + (frame - loop.start) % loop.length
        self._tell(playing=False)

    def _send(self, plan: RenderPlan, frame: int, width: int, height: int) -> None:
        self._frame = frame
        if self._listener is None:
            return
        if self.fail_next is not None:
            failed, self.fail_next = self.fail_next, None
            self._listener.screen_failed(failed)
            return
        picture = painted(plan, frame, width, height)
        self.pictures.append(picture)
        self._listener.picture_ready(picture)

    def _tell(self, playing: bool) -> None:
        if self._listener is not None:
            self._listener.playback_changed(Playback(self._frame, playing))

    def stop(self) -> None:
        """End playback without a word."""
        if self._playing is not None:
            self._playing.cancel()
            self._playing = None


class FakeStrips:
    """Stills in the plan's colour, waveforms of a slow beat, facts from file names."""

    def __init__(self) -> None:
        self.facts: dict[str, MediaFacts] = {}
        self.fail_next: EngineFault | None = None

    def wake(self) -> None:
        """Always awake."""

    async def still(self, plan: RenderPlan, frame: int, width: int, height: int) -> FakePicture:
        """One picture, in a later turn of the loop."""
        await self._turn()
        return painted(plan, frame, width, height)

    async def peaks(self, source: SoundSource, per_second: int) -> Peaks:
        """Ten seconds that rise and fall once a second."""
        await self._turn()
        slots = range(10 * per_second)
        return Peaks(per_second, tuple(abs(1 - 2 * (i % per_second) / per_second) for i in slots))

    async def probe(self, path: str) -> MediaFacts:
        """Facts told beforehand in `facts`, or those of any file that exists."""
        await self._turn()
        if path in self.facts:
            return self.facts[path]
        if not Path(path).is_file():
            raise EngineFault("media_missing", path)
        if take := take_in(path):
            return replace(take.facts, media=replace(take.facts.media, path=path))
        content = Path(path).read_bytes()
        identity = hashlib.sha256(content).hexdigest()
        return facts_of(path, KINDS.get(Path(path).suffix.lower(), "video"), identity)

    async def recipe(self, path: str) -> Recipe | None:
        """What a fake maker wrote into its file."""
        await self._turn()
        if not Path(path).is_file():
            raise EngineFault("media_missing", path)
        take = take_in(path)
        return take.recipe if take else None

    async def _turn(self) -> None:
        await asyncio.sleep(0)
        if self.fail_next is not None:
            fault, self.fail_next = self.fail_next, None
            raise fault


class FakeEngine:
    """Everything the studio asks of an engine, at once and in the same process.

    `step` is what an export waits between its ten reports; hold it with `gate.clear()` and let it
    go on with `gate.set()`. `fail_next` makes the next export fail half-way.
    """

    version = "fake 1"

    def __init__(self, step: float = 0.0) -> None:
        self.screen = FakeScreen()
        self.strips = FakeStrips()
        self.models = FakeModels()
        self.maker = FakeMaker(self.models, self.version, step)
        self.step = step
        self.gate = asyncio.Event()
        self.gate.set()
        self.fail_next: EngineFault | None = None
        self.exported: list[tuple[RenderPlan, Delivery]] = []
        self.closed = False

    def choices(self) -> Choices:
        """Some styles and moves."""
        return CHOICES

    def understand(self, prompt: str) -> Understanding:
        """The words of WORDS are drawn, other words aren't."""
        return Understanding(tuple(_words(prompt)))

    async def export(
        self, plan: RenderPlan, delivery: Delivery, report: Callable[[Progress], None]
    ) -> Done:
        """Ten reports, then a file with the plan's hash."""
        part = Path(delivery.part_path)
        fault, self.fail_next = self.fail_next, None
        try:
            part.write_text("half a film")
            for tenth in range(11):
                await asyncio.sleep(self.step)
                report(Progress(plan.frames * tenth // 10, plan.frames, self.step * (10 - tenth)))
                await self.gate.wait()
                if fault is not None and tenth == 5:
                    raise fault
            part.write_text(plan.content_hash())
            part.replace(delivery.path)
        finally:
            part.unlink(missing_ok=True)
        self.exported.append((plan, delivery))
        return Done(delivery.path, plan.frames)

    async def machine(self) -> MachineFacts:
        """A machine with nothing missing."""
        return MachineFacts((Finding("engine", True, self.version),))

    async def close(self) -> None:
        """Noted."""
        self.closed = True
        self.screen.stop()


def painted(plan: RenderPlan, frame: int, width: int, height: int) -> FakePicture:
    """A picture whose colour follows from what shows at this frame."""
    shown = repr((plan.background, plan.layers_at(frame), frame)).encode()
    return FakePicture(frame, width, height, hashlib.sha256(shown).digest()[:3])


def facts_of(
    path: str, kind: MediaKind = "video", identity: str = "", seconds: Fraction = Fraction(10)
) -> MediaFacts:
    """Facts of a 1280 by 720 film at 25 fps with sound, a logo, or a song."""
    media = MediaRef(path, identity or f"identity of {path}")
    match kind:
        case "video":
            rate = Rate(25)
            frames = rate.frame_at(seconds)
            return MediaFacts(
                media, kind, seconds, 1280, 720, rate, frames, sample_rate=48_000, channels=2
            )
        case "still":
            return MediaFacts(media, kind, Fraction(0), 400, 200, alpha=True)
        case "sound":
            return MediaFacts(media, kind, seconds, sample_rate=48_000, channels=2)


def _words(prompt: str) -> list[Word]:
    lower, found = prompt.lower(), list[Word]()
    position = 0
    while position < len(lower):
        known = next(
            (w for w in sorted(WORDS, key=len, reverse=True) if _at(lower, position, w)), ""
        )
        stop = position + len(known) if known else _word_end(lower, position)
        text = prompt[position:stop]
        if text and text[0].isalpha() and text.lower() not in STOP_WORDS:
            found.append(_word(position, stop, text, known))
        position = max(stop, position + 1)
    return found


def _word(start: int, stop: int, text: str, known: str) -> Word:
    kind: WordKind = WORDS.get(known, "other")
    outcome: Outcome = "not_drawn"
    if known:
        outcome = "heard" if kind == "sound" else "drawn"
    return Word(start, stop, text, kind, outcome, known)


def _at(text: str, position: int, word: str) -> bool:
    behind = text[position + len(word) : position + len(word) + 1]
    return text.startswith(word, position) and not behind.isalpha()


def _word_end(text: str, position: int) -> int:
    end = position
    while end < len(text) and text[end].isalpha():
        end += 1
    return end
