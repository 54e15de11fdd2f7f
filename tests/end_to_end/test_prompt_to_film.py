"""The main job: a prompt is typed, cut, retimed, looped, branded and exported, by hand."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from engine.contract.events import Done
from tests.end_to_end.hands import click, drag, drop_file, named, settle, type_number, until
from ui.main_window import MainWindow

PROMPT = "a sailboat on a calm sea at sunset"
LOGO_COLOUR = (32, 160, 64)
CLOSE_ENOUGH_DB = 36


def test_a_prompt_becomes_an_edited_exported_film(studio, tmp_path: Path) -> None:
    target = tmp_path / "film.mp4"

    async def story(window: MainWindow) -> None:
        await _create(window)
        await _trim_to_half(window)
        await _double_and_loop(window)
        await _brand(window, _logo(tmp_path))
        await _export(window, target)
        await _compare(window, target)

    studio(story)


async def _create(window: MainWindow) -> None:
    box = window.create.prompt
    QTest.keyClicks(box, PROMPT)
    await until(lambda: "sailboat" in _drawn(window), "the prompt to be understood")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: _clips(window), "the clip")
    await until(lambda: not window.viewer.screen._image.isNull(), "a picture in the viewer")
    assert _clips(window)[0].span.length == 240


async def _trim_to_half(window: MainWindow) -> None:
    canvas = window.canvas
    canvas.fit()
    await settle()
    view = canvas.geometry_now
    row = view.row_of("V1")
    box = view.box(row, _clips(window)[0])
    edge = QPointF(box.right() - 2, box.center().y())
    await drag(canvas, edge, QPointF(view.x(120) - 3, edge.y()))
    assert _clips(window)[0].span.length == 120
    assert window.session.undo_label


async def _double_and_loop(window: MainWindow) -> None:
    canvas = window.canvas
    view = canvas.geometry_now
    await click(canvas, view.box(view.row_of("V1"), _clips(window)[0]).center())
    await type_number(window.inspector.speed.factor, "2")
    assert _clips(window)[0].retime.speed == Fraction(2)
    assert _clips(window)[0].span.length == 60
    modes = window.inspector.loop.mode
    await click(modes, modes.box("repeat").center())
    assert _clips(window)[0].retime.loop == "repeat"
    assert _clips(window)[0].span.length == 120


async def _brand(window: MainWindow, logo: Path) -> None:
    screen = window.viewer.screen
    middle = screen.frame().center().toPoint()
    await drop_file(screen, logo, QPoint(middle))
    await until(lambda: len(_clips(window)) == 2, "the logo on the timeline")


async def _export(window: MainWindow, target: Path) -> None:
    await click(named(window, "Export"))
    path = named(window, "File")
    path.selectAll()
    QTest.keyClicks(path, str(target))
    await click(named(window, "Start"))
    await until(lambda: window.session.queue.jobs, "the job")
    await until(lambda: window.session.queue.jobs[0].over, "the export", 120)
    outcome = window.session.queue.jobs[0].state
    assert isinstance(outcome, Done), outcome
    assert not list(target.parent.glob("*.part"))


async def _compare(window: MainWindow, target: Path) -> None:
    pictures, sound = _decoded(target)
    plan = window.session.plan()
    assert len(pictures) == plan.frames == 120
    assert abs(sound.shape[1] - plan.samples) <= 1024
    assert np.abs(sound).max() > 0.01
    for frame in (0, 59, 60, 119):
        still = await window.session.engine.strips.still(plan, frame, plan.width, plan.height)
        rows = np.frombuffer(still.memory, np.uint8).reshape(plan.height, still.stride // 4, 4)
        seen = rows[:, : plan.width, :3].copy()
        still.release()
        assert _likeness_db(seen, pictures[frame]) > CLOSE_ENOUGH_DB, frame
    middle = pictures[30][plan.height // 2, plan.width // 2, ::-1].astype(int)
    assert np.abs(middle - LOGO_COLOUR).max() < 12, "the logo's colour in the middle"


def _decoded(path: Path) -> tuple[list[np.ndarray], np.ndarray]:
    with av.open(str(path)) as film:
        video = film.streams.video[0]
        assert (video.width, video.height) == (1920, 1080)
        pictures = [frame.to_ndarray(format="bgr24") for frame in film.decode(video)]
    with av.open(str(path)) as film:
        parts = [frame.to_ndarray() for frame in film.decode(film.streams.audio[0])]
    return pictures, np.concatenate(parts, axis=1)


def _likeness_db(one: np.ndarray, other: np.ndarray) -> float:
    error = np.mean((one.astype(np.float32) - other.astype(np.float32)) ** 2)
    return 10 * np.log10(255**2 / max(error, 1e-6))


def _logo(folder: Path) -> Path:
    image = QImage(400, 400, QImage.Format.Format_ARGB32)
    image.fill(QColor(*LOGO_COLOUR))
    path = folder / "logo.png"
    assert image.save(str(path))
    return path


def _clips(window: MainWindow) -> list:
    return [clip for track in window.session.project.sequence.tracks for clip in track.clips]


def _drawn(window: MainWindow) -> set[str]:
    words = window.session.engine.understand(window.create.prompt.toPlainText()).words
    return {word.text.lower() for word in words if word.outcome == "drawn"}
