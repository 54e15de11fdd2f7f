"""Timbre: how each instrument sounds one note, from two cycles of sound that fade at own rates.

The bright cycle dies before the dark one, as the high partials of strings and skins do.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.animatic.sounding.spectral import coloured
from engine.animatic.sounding.struck import BLOWS, struck
from engine.animatic.sounding.texture import generator
from engine.contract.time import SAMPLE_RATE

CYCLE = 4096


@dataclass(frozen=True, slots=True)
class Timbre:
    """Partials fall by number to the -`fall`, in the dark cycle to the -`dark`; `odd` weakens the
    even ones. Seconds: `attack`; `bright` and `lasts` until a third is left, 0 for held tones;
    `release` after its end. `vibrato` is (Hz, depth), `twin` detunes a second string or player,
    `breath` is noise, `bent` partials are sharp as those of bars and bells."""

    fall: float
    dark: float
    attack: float = 0.004
    bright: float = 0.25
    lasts: float = 1.2
    release: float = 0.25
    odd: float = 1.0
    vibrato: tuple[float, float] = (0.0, 0.0)
    twin: float = 0.0
    breath: float = 0.0
    bars: bool = False


TIMBRES: dict[str, Timbre] = {
    "piano": Timbre(1.15, 2.2, 0.004, 0.28, 1.5, 0.35, twin=0.0006),
    "pluck": Timbre(0.9, 1.9, 0.002, 0.13, 0.8, 0.2),
    "oud": Timbre(0.85, 1.7, 0.002, 0.12, 0.55, 0.15, twin=0.0022),
    "qanun": Timbre(0.55, 1.3, 0.0015, 0.16, 0.7, 0.2, twin=0.0012),
    "bass": Timbre(1.5, 2.6, 0.006, 0.2, 1.0, 0.12),
    "strings": Timbre(1.25, 1.8, 0.22, 0.0, 0.0, 0.5, vibrato=(5.1, 0.0025), twin=0.0035),
    "violin": Timbre(1.05, 1.6, 0.09, 0.0, 0.0, 0.25, vibrato=(5.6, 0.006), breath=0.02),
    "cello": Timbre(1.15, 1.7, 0.11, 0.0, 0.0, 0.3, vibrato=(5.0, 0.005), breath=0.02),
    "brass": Timbre(0.95, 1.9, 0.05, 0.0, 0.0, 0.18, vibrato=(4.6, 0.002), twin=0.0015),
    "muted": Timbre(0.7, 1.2, 0.03, 0.0, 0.0, 0.12, vibrato=(5.2, 0.005)),
    "flute": Timbre(2.2, 3.0, 0.06, 0.0, 0.0, 0.15, vibrato=(5.0, 0.005), breath=0.05),
    "ney": Timbre(1.9, 2.6, 0.09, 0.0, 0.0, 0.2, vibrato=(4.6, 0.008), breath=0.12),
    "synth": Timbre(1.0, 2.0, 0.006, 0.18, 0.9, 0.12, twin=0.004),
    "lead": Timbre(1.1, 1.5, 0.02, 0.0, 0.0, 0.2, 0.25, (5.0, 0.004), 0.003),
    "bells": Timbre(0.0, 0.0, 0.0015, 0.3, 1.3, 0.8, bars=True),
}
BARS = ((1.0, 1.0, 1.0), (2.76, 0.4, 0.35), (5.4, 0.16, 0.16), (3.99, 0.12, 0.5))
DRUMS = {"drum": "drum", "dum": "hand_drum", "kick": "kick"}

Key = tuple[str, float, float]


@lru_cache(maxsize=160)
def note(key: Key) -> np.ndarray:
    """One note by (instrument, Hz, seconds): float32 (n, 1), about 0.3 loud. Drums have a name of
    their own in place of an instrument (kick, snare, hat, brush, dum, tek, drum) and no pitch."""
    name, hertz, seconds = key
    made = _drum(name) if name not in TIMBRES else _tone(TIMBRES[name], name, hertz, seconds)
    return made.astype(np.float32)[:, None]


def _tone(timbre: Timbre, name: str, hertz: float, seconds: float) -> np.ndarray:
    total = seconds + timbre.release
    t = np.arange(round(total * SAMPLE_RATE)) / SAMPLE_RATE
    shape = np.minimum(t / timbre.attack, 1.0) * np.clip((total - t) / timbre.release, 0, 1) ** 1.5
    if timbre.bars:
        return (
            0.3
            * shape
            * sum(
                strength
                * np.sin(2 * np.pi * hertz * ratio * t)
                * np.exp(-t / (timbre.lasts * decay))
                for ratio, strength, decay in BARS
                if hertz * ratio < 16_000
            )
        )
    turns = _turns(timbre, hertz, t)
    high = round(min(9000.0 / hertz, 40.0))
    bright = _cycle(timbre.fall, timbre.odd, high)
    dark = _cycle(timbre.dark, timbre.odd, high)
    place = _index(turns)
    if timbre.lasts:
        low = hertz**-0.3 * 220**0.3
        sound = bright[place] * np.exp(-t / (timbre.bright * low))
        sound += 0.8 * dark[place] * np.exp(-t / (timbre.lasts * low))
    else:
        swell = 0.35 + 0.3 * np.sin(np.pi * np.clip(t / total, 0, 1))
        sound = swell * bright[place] + (1.0 - swell) * dark[place]
    if timbre.twin:
        other = _index(turns * (1.0 + timbre.twin) + 0.37)
        sound = 0.6 * sound + 0.5 * dark[other] * (np.exp(-t / timbre.lasts) if timbre.lasts else 1)
    if timbre.breath:
        air = coloured(generator("air", name), min(total, 2.0), 2.0 * hertz, 0.8)
        sound[: len(air)] += timbre.breath * air[: len(sound)]
    return 0.3 * sound * shape


def _turns(timbre: Timbre, hertz: float, t: np.ndarray) -> np.ndarray:
    rate, depth = timbre.vibrato
    if not depth:
        return hertz * t
    # Vibrato comes in after the note has begun.
    comes = np.clip((t - 0.15) / 0.4, 0, 1)
    return hertz * (t - depth * comes * np.cos(2 * np.pi * rate * t) / (2 * np.pi * rate))


def _index(turns: np.ndarray) -> np.ndarray:
    return (turns % 1.0 * CYCLE).astype(np.int64) % CYCLE


@lru_cache(maxsize=256)
def _cycle(fall: float, odd: float, partials: int) -> np.ndarray:
    number = np.arange(1, max(partials, 1) + 1)
    spectrum = np.zeros(CYCLE // 2 + 1, np.complex128)
    strength = number**-fall * np.where(number % 2 == 0, odd, 1.0)
    spectrum[number] = strength * np.exp(1j * 2.4 * number * number)
    cycle = np.fft.irfft(spectrum, CYCLE)
    return cycle / (cycle.std() * 1.4142)


def _drum(name: str) -> np.ndarray:
    chance = generator("drum", name)
    match name:
        case "hat" | "brush" | "tek" | "snare":
            seconds, centre, lasts = {
                "hat": (0.12, 9000.0, 0.025), "brush": (0.3, 5200.0, 0.07),
                "tek": (0.12, 3600.0, 0.02), "snare": (0.3, 2400.0, 0.06),
            }[name]  # fmt: skip
            noise = coloured(chance, seconds, centre, 0.7)
            t = np.arange(len(noise)) / SAMPLE_RATE
            body = np.sin(2 * np.pi * 420 * t) if name in ("tek", "snare") else 0.0
            fading = np.exp(-t / lasts) * np.clip((seconds - t) / 0.02, 0, 1)
            return 0.5 * (noise + 0.5 * body) * fading
        case _:
            return 0.7 * struck(BLOWS[DRUMS[name]], chance)
