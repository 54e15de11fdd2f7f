"""Rushes: air, water and fire in bursts - whooshes, splashes, steam, explosions, fireworks."""

from collections.abc import Callable

import numpy as np

from engine.animatic.sounding.spectral import Points, coloured, points, smooth_noise
from engine.contract.time import SAMPLE_RATE

Chance = np.random.Generator


def faded(sound: np.ndarray, loud: Points) -> np.ndarray:
    return sound * points(loud, np.arange(len(sound)) / len(sound))


def bubbling(chance: Chance, seconds: float, number: int, low: float, high: float) -> np.ndarray:
    """Bubbles that ring, each at its own pitch that rises as it nears the surface (Minnaert)."""
    sound = np.zeros(round((seconds + 0.25) * SAMPLE_RATE))
    for _ in range(number):
        start = int(chance.uniform(0, seconds) * SAMPLE_RATE)
        pitch = low * (high / low) ** chance.random()
        t = np.arange(round(min(0.2, 28 / pitch) * SAMPLE_RATE)) / SAMPLE_RATE
        rise = pitch * (t + chance.uniform(0.5, 3.0) * t * t)
        ring = np.sin(2 * np.pi * rise) * np.exp(-t * pitch * 0.13) * np.minimum(t / 0.0015, 1)
        stop = min(start + len(t), len(sound))
        sound[start:stop] += chance.uniform(0.2, 1.0) * ring[: stop - start]
    return sound


def splash(chance: Chance) -> np.ndarray:
    """Something of a person's size falls into water: a slap, a sheet of spray, bubbles."""
    spray = coloured(chance, 1.3, ((0, 2600), (0.15, 3400), (1, 1500)), 1.0)
    sound = faded(spray, ((0, 1), (0.03, 0.7), (0.12, 0.8), (0.4, 0.25), (1, 0)))
    slap = coloured(chance, 0.2, 500.0, 1.0) * np.exp(-np.arange(round(0.2 * SAMPLE_RATE)) / 1800)
    sound[: len(slap)] += 0.9 * slap
    wet = bubbling(chance, 0.9, 30, 250, 1400)
    sound[: len(wet)] += 0.3 * wet[: len(sound)]
    return sound


def great_splash(chance: Chance) -> np.ndarray:
    """A whale or a ship's bow: a boom, a wall of water that falls back for seconds."""
    boom = coloured(chance, 1.2, ((0, 180), (1, 70)), 0.9)
    water = coloured(chance, 3.0, ((0, 900), (0.2, 2200), (0.5, 2600), (1, 1600)), 1.2)
    sound = faded(water, ((0, 0.8), (0.05, 0.9), (0.3, 1.0), (0.55, 0.35), (1, 0)))
    sound[: len(boom)] += 1.3 * faded(boom, ((0, 1), (0.2, 0.7), (1, 0)))
    wet = bubbling(chance, 2.4, 70, 180, 1200)
    sound[: len(wet)] += 0.25 * wet[: len(sound)]
    return sound


def plop(chance: Chance) -> np.ndarray:
    """A frog or a stone into a pond."""
    sound = bubbling(chance, 0.12, 5, 280, 700)
    spray = coloured(chance, 0.25, 2400.0, 1.0)
    sound[: len(spray)] += 0.25 * faded(spray, ((0, 1), (0.3, 0.4), (1, 0)))
    return sound


def stroke(chance: Chance) -> np.ndarray:
    """An arm or an oar through water."""
    rush = coloured(chance, 0.9, ((0, 700), (0.4, 1500), (1, 600)), 0.9)
    sound = faded(rush, ((0, 0.5), (0.1, 0.8), (0.35, 0.6), (1, 0)))
    wet = bubbling(chance, 0.6, 18, 300, 1100)
    sound[: len(wet)] += 0.4 * wet[: len(sound)]
    return sound


def bubbles(chance: Chance) -> np.ndarray:
    return bubbling(chance, 1.1, 22, 220, 900)


def pour(chance: Chance) -> np.ndarray:
    """A cup being filled: the pitch of its air rises as the water does."""
    hiss = coloured(chance, 2.6, ((0, 1700), (1, 3600)), 0.6)
    body = coloured(chance, 2.6, ((0, 420), (1, 1250)), 0.18)
    wet = bubbling(chance, 2.3, 130, 450, 1800)
    sound = 0.25 * hiss + 0.45 * body
    sound[: len(wet)] += 0.5 * wet[: len(sound)]
    return faded(sound, ((0, 0), (0.05, 1), (0.88, 1), (1, 0)))


def whoosh(chance: Chance) -> np.ndarray:
    air = coloured(chance, 0.75, ((0, 350), (0.5, 1500), (1, 420)), 0.75)
    return faded(air, ((0, 0), (0.3, 0.4), (0.52, 1), (0.7, 0.35), (1, 0)))


def swish(chance: Chance) -> np.ndarray:
    air = coloured(chance, 0.28, ((0, 1300), (0.5, 3600), (1, 1500)), 0.6)
    return faded(air, ((0, 0), (0.45, 1), (1, 0)))


def flap(chance: Chance) -> np.ndarray:
    """Wings, a flag or a sail beat the air once."""
    air = coloured(chance, 0.22, ((0, 650), (0.3, 900), (1, 320)), 0.9)
    return faded(air, ((0, 0.3), (0.14, 1), (0.5, 0.35), (1, 0)))


def steam(chance: Chance) -> np.ndarray:
    jet = coloured(chance, 1.6, ((0, 4200), (0.2, 6000), (1, 5200)), 0.9)
    return faded(jet, ((0, 0), (0.04, 1), (0.5, 0.8), (1, 0)))


def chuff(chance: Chance) -> np.ndarray:
    """One beat of a steam engine's exhaust."""
    puff = coloured(chance, 0.3, ((0, 900), (0.3, 650), (1, 380)), 1.3)
    return faded(puff, ((0, 0.7), (0.06, 1), (0.35, 0.4), (1, 0)))


def sizzle(chance: Chance) -> np.ndarray:
    """Food in a hot pan: steam, and fat that spits."""
    hiss = coloured(chance, 2.4, 6200.0, 0.8)
    spit = np.zeros(len(hiss))
    for at in chance.integers(len(hiss) - 600, size=90):
        spit[at : at + 400] += chance.exponential(0.5) * _snap(chance, 400)
    return faded(0.45 * hiss + 0.5 * spit, ((0, 0.3), (0.1, 1), (0.8, 0.8), (1, 0)))


def _snap(chance: Chance, length: int) -> np.ndarray:
    # Nothing that bursts is bright up to the very top.
    noise = np.convolve(chance.standard_normal(length), (0.25, 0.5, 0.25), "same")
    return 1.6 * noise * np.exp(-np.arange(length) / 45)


def crackle(chance: Chance) -> np.ndarray:
    """Wood snaps in a fire."""
    sound = np.zeros(round(0.5 * SAMPLE_RATE))
    for at in chance.integers(len(sound) // 2, size=int(chance.integers(3, 9))):
        sound[at : at + 1200] += chance.exponential(0.4) * _snap(chance, 1200)
    sound[:1200] += _snap(chance, 1200)
    return sound


def snuff(chance: Chance) -> np.ndarray:
    """A flame dies: a puff of air, then the wick's last hiss."""
    puff = coloured(chance, 0.9, ((0, 500), (0.2, 1500), (0.5, 4200), (1, 5200)), 0.9)
    return faded(puff, ((0, 0.5), (0.08, 1), (0.25, 0.35), (0.5, 0.22), (1, 0)))


def ignite(chance: Chance) -> np.ndarray:
    """Flames catch: a soft thump of air, then flutter."""
    roar = coloured(chance, 1.6, ((0, 260), (0.15, 700), (1, 320)), 1.1)
    flutter = 1.0 + 0.5 * smooth_noise(chance, len(roar), 14.0)
    return faded(roar * flutter, ((0, 0.2), (0.08, 1), (0.3, 0.6), (1, 0)))


def explosion(chance: Chance) -> np.ndarray:
    """A shock, a body of fire, debris that falls and a long rumble."""
    body = coloured(chance, 4.0, ((0, 900), (0.08, 260), (1, 70)), 1.3)
    sound = faded(body, ((0, 1), (0.05, 0.85), (0.25, 0.4), (0.6, 0.15), (1, 0)))
    t = np.arange(len(sound)) / SAMPLE_RATE
    sound += 0.9 * np.sin(2 * np.pi * (52 * t - 6 * t * t * (t < 3))) * np.exp(-t / 0.45)
    crack = _snap(chance, 2400) * 0.9
    sound[:2400] += crack
    for at in chance.integers(round(0.4 * SAMPLE_RATE), round(2.5 * SAMPLE_RATE), size=26):
        sound[at : at + 900] += 0.07 * _snap(chance, 900)
    return np.tanh(1.8 * sound)


def boom(chance: Chance) -> np.ndarray:
    """A firework bursts: a hard report, its low body."""
    t = np.arange(round(1.4 * SAMPLE_RATE)) / SAMPLE_RATE
    sound = np.sin(2 * np.pi * (78 * t - 14 * t * t)) * np.exp(-t / 0.16)
    report = coloured(chance, 1.4, ((0, 1100), (0.1, 420), (1, 160)), 1.1)
    sound += 1.2 * report * np.exp(-t / 0.16)
    sound[:1200] += 0.7 * _snap(chance, 1200)
    return np.tanh(1.5 * sound)


def glitter(chance: Chance) -> np.ndarray:
    """A firework's stars crackle out after the burst."""
    sound = np.zeros(round(1.9 * SAMPLE_RATE))
    for at in (chance.beta(1.6, 2.2, size=110) * (len(sound) - 800)).astype(int):
        sound[at : at + 260] += chance.exponential(0.35) * _snap(chance, 260)
    return sound


def fizz(chance: Chance) -> np.ndarray:
    """A firework goes up: a hiss and a thin falling whistle."""
    hiss = coloured(chance, 1.3, ((0, 2600), (1, 4200)), 0.6)
    part = np.arange(len(hiss)) / len(hiss)
    high, fall = chance.uniform(1500, 3100), chance.uniform(500, 1300)
    pitch = high - fall * part**0.8 + 60 * np.sin(2 * np.pi * 19 * part)
    whistle = np.sin(2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE)
    return faded(0.4 * hiss + 0.25 * whistle, ((0, 1), (0.1, 0.7), (0.8, 0.4), (1, 0)))


def shatter(chance: Chance) -> np.ndarray:
    """Glass breaks: a crack, then splinters that ring as they land."""
    sound = np.zeros(round(1.5 * SAMPLE_RATE))
    sound[:900] += _snap(chance, 900)
    t = np.arange(6000) / SAMPLE_RATE
    for at in (chance.beta(1.1, 3.5, size=46) * 1.3 * SAMPLE_RATE).astype(int):
        ring = np.sin(2 * np.pi * chance.uniform(2200, 9500) * t) * np.exp(-t / 0.022)
        stop = min(at + 6000, len(sound))
        sound[at:stop] += chance.exponential(0.28) * ring[: stop - at]
    return sound


def pop(chance: Chance) -> np.ndarray:
    """A balloon bursts: the snap of its skin over the thud of its air."""
    sound = 0.5 * coloured(chance, 0.3, ((0, 2400), (0.3, 500), (1, 200)), 1.1)
    sound = faded(sound, ((0, 1), (0.08, 0.3), (1, 0)))
    sound[:700] += _snap(chance, 700)
    return sound


def page(chance: Chance) -> np.ndarray:
    rustle = coloured(chance, 0.5, ((0, 2600), (0.6, 5200), (1, 3000)), 0.9)
    rustle *= 0.5 + np.abs(smooth_noise(chance, len(rustle), 60.0))
    return faded(rustle, ((0, 0), (0.2, 0.7), (0.7, 1), (1, 0)))


def brush(chance: Chance) -> np.ndarray:
    """Bristles or a pen over something rough."""
    scrape = coloured(chance, 0.34, ((0, 3200), (0.5, 4600), (1, 3600)), 0.7)
    scrape *= 0.4 + np.abs(smooth_noise(chance, len(scrape), 240.0))
    return faded(scrape, ((0, 0.3), (0.15, 1), (0.6, 0.7), (1, 0)))


def gravel(chance: Chance) -> np.ndarray:
    """A spadeful of earth and stones lands."""
    sound = np.zeros(round(0.9 * SAMPLE_RATE))
    for at in (chance.beta(1.2, 3.0, size=90) * (len(sound) - 1200)).astype(int):
        sound[at : at + 700] += chance.exponential(0.3) * _snap(chance, 700)
    earth = coloured(chance, 0.4, ((0, 420), (1, 260)), 0.9)
    sound[: len(earth)] += 0.9 * faded(earth, ((0, 1), (0.3, 0.4), (1, 0)))
    return sound


def pat(chance: Chance) -> np.ndarray:
    """A flat hand on wet sand or dough."""
    soft = coloured(chance, 0.16, ((0, 700), (1, 320)), 0.8)
    return faded(soft, ((0, 1), (0.15, 0.5), (1, 0)))


def snow_slide(chance: Chance) -> np.ndarray:
    """Snow slips off a branch and lands softly below."""
    slip = coloured(chance, 1.1, ((0, 5200), (0.5, 3000), (1, 900)), 0.9)
    sound = faded(slip, ((0, 0.1), (0.3, 0.5), (0.55, 0.3), (0.6, 0.1), (1, 0)))
    start = round(0.62 * SAMPLE_RATE)
    soft = coloured(chance, 0.3, ((0, 420), (1, 180)), 0.9)
    sound[start : start + len(soft)] += faded(soft, ((0, 0.3), (0.06, 1), (0.4, 0.3), (1, 0)))
    return sound


def breath(chance: Chance) -> np.ndarray:
    air = coloured(chance, 1.1, ((0, 1500), (0.5, 2300), (1, 1300)), 0.8)
    return faded(air, ((0, 0), (0.25, 1), (0.6, 0.7), (1, 0)))


def heartbeat(chance: Chance) -> np.ndarray:
    """Lub-dub: the valves of the chambers, then those of the arteries, a third of a second on."""
    t = np.arange(round(0.6 * SAMPLE_RATE)) / SAMPLE_RATE
    first = np.sin(2 * np.pi * (58 * t - 30 * t * t)) * np.exp(-t / 0.05)
    late = np.maximum(t - 0.29, 0.0)
    second = np.sin(2 * np.pi * 74 * late) * np.exp(-late / 0.035)
    return first * np.minimum(t / 0.006, 1) + 0.7 * second


def shimmer(chance: Chance) -> np.ndarray:
    """Magic: small bells that run up a scale of fifths and thirds, and glow."""
    sound = np.zeros(round(2.4 * SAMPLE_RATE))
    scale = np.array([0, 2, 4, 7, 9, 12, 14, 16, 19, 21, 24, 28])
    for number in range(26):
        start = int((0.045 * number + chance.uniform(0, 0.02)) * SAMPLE_RATE)
        t = np.arange(min(len(sound) - start, 36_000)) / SAMPLE_RATE
        pitch = 880 * 2 ** (scale[min(number // 2, 11)] / 12) * (1 + 0.004 * chance.uniform(-1, 1))
        ring = np.sin(2 * np.pi * pitch * t) + 0.3 * np.sin(2 * np.pi * 2.76 * pitch * t)
        sound[start : start + len(t)] += ring * np.exp(-t / 0.3) * np.minimum(t / 0.002, 1)
    return faded(sound, ((0, 1), (0.7, 0.8), (1, 0)))


def creak(chance: Chance) -> np.ndarray:
    """A dry hinge: wood that sticks and slips, faster and slower."""
    length = round(1.3 * SAMPLE_RATE)
    part = np.arange(length) / length
    rate = 34 + 46 * np.sin(np.pi * part) ** 2 + 9 * smooth_noise(chance, length, 9.0)
    slips = np.diff(np.floor(np.cumsum(np.maximum(rate, 8)) / SAMPLE_RATE), prepend=0.0)
    t = np.arange(2400) / SAMPLE_RATE
    ring = sum(np.sin(2 * np.pi * f * t) * np.exp(-t / 0.011) for f in (410.0, 780.0, 1490.0))
    return faded(np.convolve(slips, ring)[:length], ((0, 0), (0.1, 0.7), (0.6, 1), (1, 0)))


def hinge(chance: Chance) -> np.ndarray:
    """A chain or hinge that turns back: half a second of sticking and slipping iron."""
    length = round(0.5 * SAMPLE_RATE)
    part = np.arange(length) / length
    rate = 150 + 130 * np.sin(np.pi * part) + 30 * smooth_noise(chance, length, 14.0)
    slips = np.diff(np.floor(np.cumsum(np.maximum(rate, 20)) / SAMPLE_RATE), prepend=-1.0)
    t = np.arange(1200) / SAMPLE_RATE
    ring = sum(np.sin(2 * np.pi * f * t) * np.exp(-t / 0.006) for f in (1240.0, 2650.0, 3900.0))
    return faded(np.convolve(slips, ring)[:length], ((0, 0.6), (0.2, 1), (0.6, 0.5), (1, 0)))


def wave_crash(chance: Chance) -> np.ndarray:
    body = coloured(chance, 3.2, ((0, 260), (0.3, 900), (0.5, 1800), (1, 2600)), 1.3)
    return faded(body, ((0, 0), (0.18, 0.8), (0.3, 1), (0.6, 0.35), (1, 0)))


RUSHES: dict[str, Callable[[Chance], np.ndarray]] = {
    "splash": splash, "great_splash": great_splash, "plop": plop, "stroke": stroke,
    "bubbles": bubbles, "pour": pour, "whoosh": whoosh, "swish": swish, "flap": flap,
    "steam": steam, "chuff": chuff, "sizzle": sizzle, "crackle": crackle, "ignite": ignite,
    "snuff": snuff, "explosion": explosion, "boom": boom, "glitter": glitter, "fizz": fizz,
    "shatter": shatter, "pop": pop, "page": page, "brush": brush, "gravel": gravel, "pat": pat,
    "snow_slide": snow_slide, "breath": breath, "heartbeat": heartbeat, "shimmer": shimmer,
    "creak": creak, "hinge": hinge, "wave_crash": wave_crash,
}  # fmt: skip
