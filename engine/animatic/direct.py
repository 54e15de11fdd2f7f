"""Directing: from a shot request to its scene, with all that the prompt leaves open decided."""

from functools import lru_cache
from random import Random

from msgspec.structs import replace

from engine.animatic.choices import choices
from engine.animatic.composing import composed
from engine.animatic.frame import frame_of
from engine.animatic.framing import eye_for, placed
from engine.animatic.handed_parts import handed_cast
from engine.animatic.harness import harnessed
from engine.animatic.lexicon import Camera
from engine.animatic.moves import MOVES
from engine.animatic.paint.handed.backdrop import skyline
from engine.animatic.parse import read
from engine.animatic.reading import (
    Change,
    Reading,
    focus_of,
    heaviness_of,
    hour_of,
    place_of,
    waves_of,
    wind_of,
)
from engine.animatic.references import reference
from engine.animatic.scene import Flash, Kind, Leg, Move, Scene, Style, Subject, Turn
from engine.animatic.staging import staged
from engine.contract.shot import ShotRequest

DEFAULT: tuple[Move, float] = ("push_in", 0.15)
"""A prompt without a camera gets a push in so slow that it is felt rather than seen."""
USUAL: dict[Kind, tuple[Move, float]] = {
    "rocket": ("tilt_up", 0.6),
    "person": ("still", 0.15),
    "car": ("still", 0.15),
}
"""Others by main subject; whoever walks or drives is followed anyway."""

CLOSE = 1.4
"""Shots closer than so many times the usual may cut off their subject."""
BETWEEN_FLASHES = (2.2, 5.2)


@lru_cache(maxsize=64)
def scene_of(request: ShotRequest) -> Scene:
    """The scene that the request asks for; the same request always gives the same scene.

    The seed decides composition and timing, never what is shown. Raises ValueError for a camera
    or style that drafts don't have.
    """
    reading = staged(read(request.prompt))
    spelt = any(one.on == "mark" for one in reading.lettering)
    reading = replace(reading, cast=handed_cast(reading.cast, request.references, spelt))
    chance = Random(f"{request.seed}/direct")
    empty = _empty(request, reading)
    wanted, heading = _wanted(request, reading)
    held = wanted == "still" and bool(reading.move or request.camera)
    empty = replace(empty, eye=eye_for(empty, reading.cast, reading.frames))
    moving = replace(empty, move=_directed(wanted, heading, (), chance))
    frame = frame_of(moving, reading.frames, follows=not held)
    cast = placed(reading.cast, frame, chance)
    scene = replace(
        empty,
        subjects=harnessed(cast.subjects),
        track=cast.track,
        flashes=_flashes(empty, reading, Random(f"{request.seed}/flashes")),
        move=_directed(wanted, heading, cast.subjects, chance),
        legs=_legs(request, reading, cast.subjects, chance),
    )
    close = reading.frames > CLOSE
    shown = composed(scene, cast.lead, cast.linked, close, follows=not held)
    return replace(shown, subjects=harnessed(shown.subjects))


def _legs(
    request: ShotRequest, reading: Reading, subjects: tuple[Subject, ...], chance: Random
) -> tuple[Leg, ...]:
    """Several moves one after another, unless the request names one for the whole shot."""
    if request.camera is not None:
        return ()
    return tuple(
        Leg(
            _directed(leg.name, reading.heading, subjects, chance),
            *_moments(leg, request),
            _or(leg.pace, _or(reading.pace, 0.5)),
        )
        for leg in reading.legs
    )


def _moments(change: Change, request: ShotRequest) -> tuple[float, float]:
    """Parts of the shot as seconds."""
    seconds = float(request.seconds)
    return round(change.start * seconds, 4), round(change.stop * seconds, 4)


def _empty(request: ShotRequest, reading: Reading) -> Scene:
    """The scene without its subjects."""
    plain = reading.move or request.camera
    return Scene(
        seed=request.seed,
        seconds=float(request.seconds),
        aspect=request.width / request.height,
        place=place_of(reading),
        hour=hour_of(reading),
        weather=reading.weather,
        wind=wind_of(reading),
        waves=waves_of(reading),
        pace=_or(reading.pace, 0.5 if plain else _usual(reading)[1]),
        style=_style(request, reading),
        references=request.references,
        heaviness=heaviness_of(reading),
        clear=reading.clear,
        sounds=reading.sounds,
        season=reading.season,
        mood=reading.mood,
        music=reading.music,
        lens=reading.lens,
        angle=reading.angle,
        focus=focus_of(reading),
        paper=reading.paper,
        without=reading.without,
        turns=tuple(Turn(turn.name, *_moments(turn, request)) for turn in reading.turns),
        lettering=reading.lettering,
        loops=request.loops or reading.loops,
        late=reading.late,
        tempo=_or(reading.tempo, 0.5),
        skyline=_skyline(request),
    )


def _skyline(request: ShotRequest) -> float:
    """Whoever stands on the ground stands on that of the photo behind them."""
    media = reference(request.references, "backdrop")
    return skyline(media, request.width / request.height) if media else 0.0


def _or(said: float | None, usual: float) -> float:
    return usual if said is None else said


def _style(request: ShotRequest, reading: Reading) -> Style:
    if request.style is None:
        return reading.style or "illustration"
    if any(choice.name == request.style for choice in choices().styles):
        return request.style
    style = read(request.style.replace("_", " ")).style
    if style is None:
        raise ValueError(f"drafts have no style '{request.style}'")
    return style


def _wanted(request: ShotRequest, reading: Reading) -> tuple[Camera, int | None]:
    """The camera that is asked for and its way, the request's before the prompt's."""
    move, heading = reading.move, reading.heading
    if request.camera is not None:
        asked = read(request.camera)
        move, heading = asked.move, asked.heading
        if _named(request.camera) in (*MOVES, "pan", "truck"):
            move = _named(request.camera)  # type: ignore[assignment]
        if move is None:
            raise ValueError(f"drafts have no camera move '{request.camera}'")
    return move or _usual(reading)[0], heading


def _usual(reading: Reading) -> tuple[Move, float]:
    """Move and pace where nobody asks for any."""
    return USUAL.get(reading.cast[0].kind, DEFAULT) if reading.cast else DEFAULT


def _directed(
    wanted: Camera, heading: int | None, subjects: tuple[Subject, ...], chance: Random
) -> Move:
    """Pans and trucks without a way go along with whoever moves."""
    if wanted not in ("pan", "truck"):
        return wanted  # type: ignore[return-value]
    moving = [subject.heading for subject in subjects if subject.speed > 0]
    way = heading or next(iter(moving), chance.choice((-1, 1)))
    return f"{wanted}_{'right' if way > 0 else 'left'}"  # type: ignore[return-value]


def _named(text: str) -> str:
    return text.strip().lower().replace(" ", "_").replace("-", "_")


def _flashes(scene: Scene, reading: Reading, chance: Random) -> tuple[Flash, ...]:
    """Strokes of lightning at moments of chance, one early in the shot however short it is, and
    one half-way, where people look first."""
    if not reading.flashes:
        return ()
    flashes: list[Flash] = []
    moment = scene.seconds * chance.uniform(0.12, 0.25)
    half = 0.5 * scene.seconds - 0.04
    while moment < scene.seconds - 0.1 or not flashes:
        if abs(moment - half) < 0.5 * min(BETWEEN_FLASHES[1], scene.seconds / 2):
            moment, half = half, -scene.seconds
        strength = chance.uniform(0.6, 1.0)
        stroke = Flash(
            round(moment, 4), chance.uniform(0.12, 0.88), strength, chance.getrandbits(31)
        )
        flashes.append(stroke)
        moment += chance.uniform(*BETWEEN_FLASHES)
    return tuple(flashes)
