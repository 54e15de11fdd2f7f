"""The mixer: exact samples, exact mirrors, exact fades, the same however it is asked."""

from fractions import Fraction

import numpy as np
import pytest

from engine.contract.plan import MediaSource, RenderPlan, ShotSource, SoundLayer
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.render.mixer import CEILING, Mixer, limited
from tests.engine.render.conftest import CLICKS, media, write_wav

RATE = Rate(24)
NTSC = Rate(30000, 1001)
ALL = TimeMap.straight(Fraction(5))


def film(source, time_map: TimeMap, start: int = 0, rate: Rate = RATE, **more) -> RenderPlan:
    span = Span(start, start + time_map.frames(rate))
    layer = SoundLayer(source, span, time_map, **more)
    return RenderPlan(64, 36, rate, span.stop, sounds=(layer,))


def heard(plan: RenderPlan) -> np.ndarray:
    """All samples of the film."""
    mixer = Mixer(plan)
    try:
        return mixer.samples(0, plan.samples)
    finally:
        mixer.close()


def test_samples_are_copied_one_by_one(noise_file, noise):
    assert np.array_equal(heard(film(noise_file, ALL)), noise)


@pytest.mark.parametrize("rate", [RATE, Rate(25), NTSC, Rate(60)])
def test_a_trimmed_clip_starts_at_the_exact_sample(noise_file, noise, rate):
    plan = film(noise_file, ALL.trimmed(Span(7, 50), rate), start=11, rate=rate)
    begin, count = rate.sample_at(7), rate.sample_at(54) - rate.sample_at(11)
    found = heard(plan)
    assert not found[: rate.sample_at(11)].any()
    assert np.array_equal(found[rate.sample_at(11) :], noise[begin : begin + count])


def test_backwards_is_the_same_samples_in_reverse(noise_file, noise):
    piece = ALL.trimmed(Span(24, 72), RATE)
    assert np.array_equal(heard(film(noise_file, piece.reversed())), noise[48_000:144_000][::-1])


def test_ping_pong_goes_there_and_back(noise_file, noise):
    piece = ALL.trimmed(Span(24, 48), RATE)
    there = noise[48_000:96_000]
    found = heard(film(noise_file, piece.ping_pong(3)))
    assert np.array_equal(found, np.concatenate([there, there[::-1], there]))


def test_a_hold_is_silent(noise_file, noise):
    found = heard(film(noise_file, ALL.trimmed(Span(0, 4), RATE).frozen(2, 3, RATE)))
    assert np.array_equal(found[:4000], noise[:4000])
    assert not found[4000:10_000].any()
    assert np.array_equal(found[10_000:], noise[4000:8000])


def test_a_healed_cut_leaves_no_trace(noise_file, noise):
    pieces = [ALL.trimmed(Span(a, b), NTSC).pieces for a, b in ((0, 7), (7, 19), (19, 100))]
    healed = TimeMap(tuple(piece for part in pieces for piece in part))
    found = heard(film(noise_file, healed, start=5, rate=NTSC))
    start = NTSC.sample_at(5)
    assert np.array_equal(found[start:], noise[: len(found) - start])


MAPS = {
    "double": (ALL.faster(Fraction(2), RATE), False),
    "slow": (ALL.trimmed(Span(0, 48), RATE).faster(Fraction(3, 7), RATE), False),
    "backwards fast": (ALL.faster(Fraction(7, 3), RATE).reversed(), False),
    "ramp": (ALL.ramped(((0, Fraction(1)), (100, Fraction(3))), RATE), False),
    "pitch kept": (ALL.faster(Fraction(3, 2), RATE), True),
    "pitch kept backwards": (ALL.faster(Fraction(3, 4), RATE).reversed(), True),
    "loop": (ALL.trimmed(Span(3, 20), RATE).ping_pong(4), False),
}


@pytest.mark.parametrize("name", MAPS)
def test_any_chunking_gives_identical_samples(noise_file, name):
    time_map, keep_pitch = MAPS[name]
    plan = film(noise_file, time_map, keep_pitch=keep_pitch, fade_in=5, fade_out=9, pan=0.3)
    whole = heard(plan)
    mixer, random = Mixer(plan), np.random.default_rng(2)
    parts, start = [], 0
    while start < plan.samples:
        count = min(int(random.integers(1, 12_000)), plan.samples - start)
        parts.append(mixer.samples(start, count))
        start += count
    assert np.array_equal(np.concatenate(parts), whole)
    middle = plan.samples // 2
    assert np.array_equal(Mixer(plan).samples(middle, 777), whole[middle : middle + 777])


@pytest.mark.parametrize(
    ("speed", "backwards"), [(2, False), (Fraction(1, 2), False), (Fraction(5, 3), True)]
)
def test_events_keep_their_exact_moment_at_another_speed(noise_file, speed, backwards):
    time_map = ALL.faster(Fraction(speed), RATE)
    if backwards:
        time_map = time_map.reversed()
    found = np.abs(heard(film(noise_file, time_map))).max(axis=1)
    for click in CLICKS:
        place = Fraction(click) / speed
        expected = round(len(found) - 1 - place if backwards else place)
        around = found[expected - 400 : expected + 400]
        assert abs(int(around.argmax()) - 400) <= 1


def test_backwards_at_another_speed_mirrors_forwards(noise_file):
    time_map = ALL.faster(Fraction(2), RATE)
    forwards = heard(film(noise_file, time_map))
    backwards = heard(film(noise_file, time_map.reversed()))
    assert np.abs(backwards - forwards[::-1])[100:-100].max() < 1e-4


def tone(tmp_path, hertz: float, seconds: float = 3.0) -> MediaSource:
    wave = 0.4 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * 48_000)) / 48_000)
    return media(write_wav(tmp_path / f"{hertz:.0f}.wav", np.stack([wave, wave], axis=1)))


def loudest_hertz(samples: np.ndarray) -> float:
    middle = samples[len(samples) // 4 : 3 * len(samples) // 4, 0]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    return float(spectrum.argmax() * 48_000 / len(middle))


@pytest.mark.parametrize("speed", [Fraction(1, 2), Fraction(3, 2), Fraction(2)])
def test_pitch_follows_speed_like_tape_or_is_kept(tmp_path, speed):
    source = tone(tmp_path, 440)
    time_map = TimeMap.straight(Fraction(3)).faster(speed, RATE)
    taped = heard(film(source, time_map))
    kept = heard(film(source, time_map, keep_pitch=True))
    assert loudest_hertz(taped) == pytest.approx(440 * float(speed), abs=2)
    assert loudest_hertz(kept) == pytest.approx(440, abs=2)
    assert len(kept) == len(taped)


def test_kept_pitch_of_a_steady_tone_has_no_gaps_or_beats(tmp_path):
    time_map = TimeMap.straight(Fraction(3)).faster(Fraction(4, 3), RATE)
    kept = heard(film(tone(tmp_path, 440), time_map, keep_pitch=True))
    windows = kept[4800:-9600, 0][: 48_000 * 2 // 1200 * 1200].reshape(-1, 1200)
    levels = np.sqrt((windows**2).mean(axis=1))
    assert levels.min() > 0.9 * 0.4 / np.sqrt(2)


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("speed", [Fraction(2, 3), Fraction(3, 2), Fraction(4)])
def test_kept_pitch_keeps_events_within_a_fiftieth_of_a_second(tmp_path, speed, backwards):
    """Bursts of 40 ms in silence, each found where its time says."""
    samples, burst = np.zeros((240_000, 2)), np.sin(np.arange(1920) * 0.13) * np.hanning(1920)
    for click in CLICKS:
        samples[click - 960 : click + 960] = 0.5 * burst[:, None]
    source = media(write_wav(tmp_path / "bursts.wav", samples))
    time_map = ALL.faster(speed, RATE)
    found = heard(film(source, time_map.reversed() if backwards else time_map, keep_pitch=True))
    for click in CLICKS:
        place = round(click / speed)
        place = len(found) - place if backwards else place
        first = max(0, place - 4800)
        power = (found[first : place + 4800] ** 2).sum(axis=1)
        middle = (power * np.arange(len(power))).sum() / power.sum()
        assert abs(first + middle - place) < 960


def test_faster_than_one_nothing_folds_back(tmp_path):
    source = tone(tmp_path, 20_000)
    found = heard(film(source, TimeMap.straight(Fraction(3)).faster(Fraction(2), RATE)))
    assert np.abs(found[4800:-4800]).max() < 0.001


def test_slower_interpolates_cleanly(tmp_path):
    """A tone at half speed is the tone of half the pitch: everything else is 80 dB below."""
    found = heard(
        film(tone(tmp_path, 3000), TimeMap.straight(Fraction(3)).faster(Fraction(1, 2), RATE))
    )
    middle = found[48_000:144_000, 0]
    spectrum = np.abs(np.fft.rfft(middle * np.blackman(len(middle))))
    peak = int(spectrum.argmax())
    spectrum[peak - 6 : peak + 7], loudest = 0, spectrum[peak]
    assert 20 * np.log10(spectrum.max() / loudest) < -80


def test_fades_have_equal_power(noise_file, noise):
    plan = film(noise_file, ALL, fade_in=12, fade_out=24)
    found = heard(plan)
    length = 24_000
    rising = np.sin(np.pi / 2 * (np.arange(length) + 0.5) / length)
    expected = noise[:length] * rising[:, None]
    assert np.abs(found[:length] - expected).max() < 1e-6
    falling = np.cos(np.pi / 2 * (np.arange(48_000) + 0.5) / 48_000)
    assert np.abs(found[-48_000:] - noise[-48_000:] * falling[:, None]).max() < 1e-6
    assert np.abs(rising**2 + rising[::-1] ** 2 - 1).max() < 1e-9


def test_gain_is_in_decibels_and_pan_keeps_the_power(noise_file, noise):
    assert np.abs(heard(film(noise_file, ALL, gain_db=-6.0)) - noise * 0.501187).max() < 1e-6
    panned = heard(film(noise_file, ALL, gain_db=-6.0, pan=0.5)) / (noise * 0.501187 + 1e-12)
    left, right = np.median(panned, axis=0)
    assert left**2 + right**2 == pytest.approx(2, abs=1e-3)
    assert right > left
    hard = heard(film(noise_file, ALL, gain_db=-12.0, pan=-1.0))
    assert np.abs(hard[:, 1]).max() < 1e-6


def test_layers_are_summed_where_they_lie(noise_file, noise):
    layers = tuple(
        SoundLayer(noise_file, Span(start, start + 24), TimeMap.straight(Fraction(1)), -6.0)
        for start in (0, 12)
    )
    found = heard(RenderPlan(64, 36, RATE, 40, sounds=layers))
    gain = np.float32(10 ** (-6 / 20))
    expected = np.zeros((80_000, 2), np.float32)
    expected[:48_000] += noise[:48_000] * gain
    expected[24_000:72_000] += noise[:48_000] * gain
    assert np.array_equal(found, limited(expected))


def test_only_what_is_louder_than_minus_one_decibel_is_bent():
    samples = np.linspace(-3, 3, 4801, dtype=np.float32).reshape(-1, 1)
    out = limited(samples.copy())
    quiet = np.abs(samples) <= CEILING
    assert np.array_equal(out[quiet], samples[quiet])
    assert np.abs(out).max() <= 1.0
    assert (np.diff(out[:, 0]) >= 0).all()
    assert np.diff(out[:, 0]).max() <= np.diff(samples[:, 0]).max() * 1.001


def test_outside_the_film_and_the_source_is_silence(noise_file, noise):
    plan = film(noise_file, ALL.trimmed(Span(0, 24), RATE))
    mixer = Mixer(plan)
    found = mixer.samples(-100, 48_200)
    assert not found[:100].any() and not found[-100:].any()
    assert np.array_equal(found[100:-100], noise[:48_000])
    longer = heard(film(noise_file, TimeMap.straight(Fraction(6))))
    assert not longer[240_000:].any()


def test_a_shot_sounds_and_its_reverse_is_its_mirror():
    source = ShotSource(ShotRequest("waves on a beach in the rain", seconds=Fraction(2)))
    whole = TimeMap.straight(Fraction(2))
    forwards = heard(film(source, whole))
    assert np.abs(forwards).max() > 0.01
    assert np.array_equal(heard(film(source, whole.reversed())), forwards[::-1])
