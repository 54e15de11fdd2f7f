"""Soundtracks: the same samples however they are asked for, at the right level, never a click."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from engine.animatic.scene import Flash, Scene, Subject
from engine.animatic.sounding.ear import integrated, loudness, sides
from engine.animatic.sounding.limiter import AROUND, limited
from engine.animatic.sounding.soundtrack import Soundtrack
from engine.animatic.sounding.texture import BLOCK, TEXTURES, texture

RATE = 48_000


def scene(place: str, *subjects: Subject, seed: int = 1, **more: object) -> Scene:
    return Scene(seed, 8.0, 16 / 9, place, subjects=subjects, **more)  # type: ignore[arg-type]


FLASHES = (Flash(0.9, 0.3, 0.9, 5), Flash(3.4, 0.7, 0.7, 6))
SCENES = {
    "boat": scene("sea", Subject("sailboat", -4.0, 22.0, 1, 1.7), hour="sunset", waves=0.25),
    "storm": scene("city", hour="night", weather=("storm", "rain"), wind=0.75, flashes=FLASHES),
    "street": scene("street", Subject("person", -2.0, 5.0, 1, 1.35), weather=("rain",)),
    "car": scene("street", Subject("car", -14.0, 9.0, 1, 9.0), hour="night"),
    "rocket": scene("desert", Subject("rocket", 0.0, 70.0)),
    "balloon": scene("hills", Subject("balloon", 0.0, 60.0, 1, 0.8)),
    "fog": scene("sea", Subject("lighthouse", 8.0, 60.0), weather=("fog",), sounds=("gulls",)),
    "snow": scene("forest", hour="dawn", weather=("snow",)),
    "night": scene("hills", hour="night"),
    "lake": scene("lake", hour="dawn"),
    "bells": scene("lake", sounds=("bell", "birdsong")),
    "horse": scene("hills", Subject("horse", -14.0, 9.0, 1, 6.0, act="gallop")),
    "dog": scene("desert", Subject("dog", 0.0, 6.0, act="bark", since=0.5)),
    "market": scene("city", sounds=("market", "hand_drum")),
    "fire": scene("hills", hour="night", sounds=("campfire", "frogs")),
    "eastern": scene("desert", music="eastern"),
}
FINGERPRINTS = Path(__file__).with_name("fingerprints.json")
EDGES = (20, 80, 160, 315, 630, 1250, 2500, 5000, 10000, 20000)


def track(name: str, seconds: int = 4, seed: int = 1) -> Soundtrack:
    return Soundtrack(replace(SCENES[name], seconds=float(seconds), seed=seed))


def heard(name: str, seconds: int = 4) -> np.ndarray:
    return track(name, seconds).samples(0, seconds * RATE)


WHOLE = {name: heard(name) for name in ("storm", "street")}


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_stretch_in_any_order_is_the_same(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    sound, whole = track(name), WHOLE[name]
    for _ in range(4):
        start = data.draw(st.integers(0, len(whole) - 1))
        count = data.draw(st.integers(1, min(70_000, len(whole) - start)))
        assert np.array_equal(sound.samples(start, count), whole[start : start + count])


def test_small_chunks_add_up_to_the_whole() -> None:
    sound, whole = track("street"), WHOLE["street"]
    chunks = [sound.samples(start, 1111) for start in range(0, len(whole), 1111)]
    assert np.array_equal(np.concatenate(chunks)[: len(whole)], whole)


def test_outside_the_shot_is_silence() -> None:
    sound = track("boat")
    assert not sound.samples(-500, 500).any()
    assert not sound.samples(4 * RATE, 5000).any()
    across = sound.samples(-100, 400)
    assert np.array_equal(across[100:], sound.samples(0, 300))


def true_peak(sound: np.ndarray) -> float:
    """The greatest size of the sound at four times its rate, band-limited in the spectrum."""
    spectrum = np.fft.rfft(sound, axis=0)
    return float(np.abs(np.fft.irfft(spectrum, 4 * len(sound), axis=0)).max()) * 4


@pytest.mark.parametrize("name", SCENES)
def test_loudness_and_true_peak(name: str) -> None:
    sound = heard(name, 8)
    assert sound.dtype == np.float32 and sound.shape == (8 * RATE, 2)
    assert abs(integrated(sound) - -16.0) < 1.0
    assert true_peak(sound) < 10 ** (-1 / 20)


def test_loudness_of_a_known_tone() -> None:
    """BS.1770: a 997 Hz sine of 0 dBFS on one side has -3.01 LUFS; silence doesn't count."""
    tone = np.zeros((5 * RATE, 2), np.float32)
    tone[: 3 * RATE, 0] = np.sin(2 * np.pi * 997 * np.arange(3 * RATE) / RATE)
    assert integrated(tone) == pytest.approx(-3.01, abs=0.25)
    assert integrated(tone[: 3 * RATE]) == pytest.approx(-3.01, abs=0.05)


@pytest.mark.parametrize("name", SCENES)
def test_both_sides_sound_and_differ(name: str) -> None:
    sound = heard(name)
    assert (np.sqrt((sound**2).mean(axis=0)) > 0.01).all()
    assert not np.array_equal(sound[:, 0], sound[:, 1])


@pytest.mark.parametrize("name", ["boat", "storm", "rocket"])
def test_a_shot_begins_and_ends_without_a_click(name: str) -> None:
    sound = heard(name)
    assert np.abs(sound[:10]).max() < 1e-4 and np.abs(sound[-10:]).max() < 1e-4


@pytest.mark.parametrize("name", ["boat", "car", "night", "lake"])
def test_blocks_join_without_a_seam(name: str) -> None:
    sound = heard(name).astype(np.float64)
    steps = np.abs(np.diff(sound, axis=0)).max(axis=1)
    joins = [steps[index * BLOCK - 1] for index in range(1, len(sound) // BLOCK)]
    assert max(joins) < np.quantile(steps, 0.9995)


def test_the_seed_changes_the_sound_and_nothing_else_does() -> None:
    one = track("boat", seed=1).samples(0, RATE)
    assert not np.array_equal(one, track("boat", seed=2).samples(0, RATE))
    assert np.array_equal(one, track("boat", seed=1).samples(0, RATE))


def test_silence_is_nearly_silent() -> None:
    quiet = Soundtrack(scene("hills", sounds=("silence",))).samples(0, 4 * RATE)
    assert quiet.any() and loudness(quiet) < -34


def test_the_limiter_holds_true_peaks_and_leaves_the_quiet_alone() -> None:
    chance = np.random.default_rng(3)
    loud = (chance.standard_normal((BLOCK + 2 * AROUND, 2)) * 0.1).astype(np.float32)
    loud[AROUND + BLOCK // 2 : AROUND + BLOCK // 2 + 300] *= 30
    bent, inside = limited(loud, 1.0), loud[AROUND:-AROUND]
    assert true_peak(bent) < 10 ** (-1 / 20)
    assert np.array_equal(bent[: BLOCK // 4], inside[: BLOCK // 4])


@pytest.mark.parametrize("name", ["boat", "street"])
def test_a_loop_has_no_seam(name: str) -> None:
    short = replace(SCENES[name], seconds=4.0)
    sound = Soundtrack(replace(short, loops=True)).samples(0, 4 * RATE)
    twice = np.concatenate([sound, sound]).astype(np.float64)
    steps = np.abs(np.diff(twice, axis=0)).max(axis=1)
    assert steps[4 * RATE - 1] < np.quantile(steps, 0.9995)
    levels = (twice[3 * RATE : 5 * RATE] ** 2).reshape(40, -1).mean(axis=1)
    assert levels.min() > 0.05 * levels.mean()


@pytest.mark.parametrize("name", TEXTURES)
def test_textures_lie_at_zero_lufs(name: str) -> None:
    made = np.concatenate([texture(name).block(1, index) for index in range(16)])
    assert abs(loudness(made)) < 1.0


def test_sound_from_the_left_is_on_the_left() -> None:
    left, ahead, right = sides(-20.0, 10.0), sides(0.0, 10.0), sides(20.0, 10.0)
    assert left[0] > 3 * left[1] and right[1] > 3 * right[0]
    assert ahead[0] == pytest.approx(ahead[1]) == pytest.approx(1.0)
    assert np.sum(left**2) == pytest.approx(np.sum(ahead**2))


def fingerprint(sound: np.ndarray) -> list[float]:
    """Mean level in dB of each band between EDGES, left and right together."""
    power = np.mean(np.abs(np.fft.rfft(sound, axis=0)) ** 2, axis=1) / len(sound) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    bands = zip(EDGES, EDGES[1:], strict=False)
    sums = [power[(hertz >= low) & (hertz < high)].sum() for low, high in bands]
    return [round(10 * float(np.log10(total + 1e-12)), 1) for total in sums]


@pytest.mark.parametrize("name", SCENES)
def test_scenes_sound_as_they_did(name: str) -> None:
    """Kept levels may be renewed with `python tests/engine/animatic/sounding/test_soundtrack.py`
    once the change was listened to."""
    kept = json.loads(FINGERPRINTS.read_text("utf-8"))[name]
    assert np.abs(np.array(fingerprint(heard(name))) - kept).max() < 2.0


def renew() -> None:
    """Write the fingerprints of today's sound."""
    made = {name: fingerprint(heard(name)) for name in SCENES}
    lines = ",\n".join(f'  "{name}": {json.dumps(levels)}' for name, levels in made.items())
    FINGERPRINTS.write_text("{\n" + lines + "\n}\n", "utf-8")


if __name__ == "__main__":
    renew()
