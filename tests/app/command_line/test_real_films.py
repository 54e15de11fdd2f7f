"""The commands with the real engine: what is written is what the time map says."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

ROOT = Path(__file__).parents[3]
COMMAND = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from app.command_line.program import carry_out
from engine.client import LocalEngine
sys.exit(carry_out(sys.argv[1:], LocalEngine, lambda project: 0))
"""
"""Ctrl+C counts, as in a terminal, even where whoever starts the tests lets it be ignored."""

PROMPT = "a car drives through the city in the rain, pan right"


def begin(*words: object) -> subprocess.Popen[str]:
    """Start a command with the real engine."""
    command = [sys.executable, "-c", COMMAND, *(str(word) for word in words)]
    return subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def carried_out(*words: object) -> str:
    """The answer of a command that went well."""
    process = begin(*words)
    out, err = process.communicate()
    assert process.returncode == 0, err
    return out


def pictures(path: Path) -> list[np.ndarray]:
    """All frames as small grey pictures."""
    with av.open(str(path)) as film:
        return [
            frame.to_ndarray(format="gray").astype(np.int16)[::4, ::4]
            for frame in film.decode(video=0)
        ]


@pytest.fixture(scope="module")
def shot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shot of 48 frames."""
    path = tmp_path_factory.mktemp("films") / "shot.mp4"
    carried_out("create", PROMPT, "--seconds", 2, "--size", "320x180", "-o", path)
    return path


def test_the_pictures_of_a_clip_are_those_that_its_steps_name(shot, tmp_path):
    out = tmp_path / "out.mp4"
    steps = ["--trim", "8:40", "--speed", "2", "--loop", "pingpong:2", "--freeze", "0:3"]
    answer = json.loads(carried_out("clip", shot, "-o", out, *steps, "--json"))
    there = list(range(8, 40, 2))
    expected = [8] * 3 + there + there[::-1]
    assert (answer["frames"], answer["width"], answer["height"]) == (len(expected), 320, 180)
    source, result = pictures(shot), pictures(out)
    assert len(result) == len(expected)
    for number, picture in enumerate(result):
        distances = [np.abs(picture - other).mean() for other in source]
        nearest = int(np.argmin(distances))
        assert abs(nearest - expected[number]) <= 1, (number, nearest, expected[number])
        assert distances[expected[number]] < 4


def test_a_shot_starts_and_ends_on_the_stills_that_were_given(tmp_path):
    stills = {name: tmp_path / f"{name}.png" for name in ("first", "last")}
    for level, path in zip((90, 170), stills.values(), strict=True):
        shade = np.linspace(level - 40, level + 40, 320).astype(np.uint8)
        picture = av.VideoFrame.from_ndarray(np.tile(shade, (180, 1)), format="gray")
        picture.to_image().save(path)
    out = tmp_path / "shot.mp4"
    files = [word for name, path in stills.items() for word in (f"--{name}", path)]
    carried_out("create", "the sea", "--seconds", "0.5", "--size", "320x180", "-o", out, *files)
    frames = pictures(out)
    for frame, level in ((frames[0], 90), (frames[-1], 170)):
        seen = frame.mean(axis=0)
        assert np.abs(seen - np.linspace(level - 40, level + 40, 320)[::4]).max() < 3


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent another way there")
def test_ctrl_c_stops_a_real_export_and_leaves_nothing(tmp_path):
    words = ["create", PROMPT, "--seconds", 60, "--size", "640x360", "-o", tmp_path / "shot.mp4"]
    process = begin(*words)
    assert "frame" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert err.endswith("Stopped; nothing was written.\n")
    assert list(tmp_path.iterdir()) == []
