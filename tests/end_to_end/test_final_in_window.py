"""A final shot by hand: a real, tiny model is added, makes a shot, and conforms another."""

from fractions import Fraction
from pathlib import Path

import av
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.document.project import Draft, Rendered
from app.document.sequence import Sequence
from engine.client.local_models import LocalModels
from engine.contract.models import Model, Profile, Sizes
from tests.end_to_end.hands import click, settle, type_number, until
from tests.fakes.tiny_models import tiny
from ui.conform.conform_panel import ConformPanel
from ui.main_window import MainWindow
from ui.models.models_panel import ModelsPanel

CTRL = Qt.KeyboardModifier.ControlModifier
BOTH = CTRL | Qt.KeyboardModifier.ShiftModifier
QUICK = Profile("quality", 2, 1.0)
SMALL = Sizes(16, 64, 112 * 64, (112, 64))


class SmallModels(LocalModels):
    """The models of this machine, each run small and in two steps."""

    async def all(self) -> tuple[Model, ...]:
        """Those that there are, with a quick profile and small pictures."""
        known = await super().all()
        return tuple(
            replace(model, ability=replace(model.ability, profiles=(QUICK,), sizes=SMALL))
            for model in known
        )


def test_a_final_shot_is_made_and_another_conformed_by_hand(studio, tmp_path, monkeypatch):
    monkeypatch.setenv("LAQTA_MODELS", str(tmp_path / "models"))

    async def story(window: MainWindow) -> None:
        window.session.engine.models = SmallModels()
        window.activateWindow()
        await settle()
        await _add_model(window, tiny("wan_t2v"))
        await _create(window, "a sailboat on a calm sea", "final")
        cut = window.session.project.sequence
        await until(lambda: _kinds(window) == [Rendered], "the take", 120)
        _is_a_film(window, cut)
        await _create(window, "a lighthouse at night", "draft")
        assert _kinds(window) == [Rendered, Draft]
        await _conform(window)
        await until(lambda: _kinds(window) == [Rendered, Rendered], "the second take", 120)
        QTest.keyClick(window.canvas, Qt.Key.Key_Z, CTRL)
        assert _kinds(window) == [Rendered, Draft]

    studio(story)


async def _add_model(window: MainWindow, folder: Path) -> None:
    QTest.keyClick(window.canvas, Qt.Key.Key_M, BOTH)
    panel = window.findChild(ModelsPanel)
    panel.add_path(str(folder))
    await until(lambda: window.session.models.here, "the model")
    (model,) = window.session.models.here
    row = next(row for row in panel.rows() if row.model.id == model.id)
    await until(lambda: "memory" in row.cost.line.text(), "time and memory of a take")
    await click(panel.close_button)


async def _create(window: MainWindow, prompt: str, maker: str) -> None:
    create = window.create
    create.prompt.clear()
    QTest.keyClicks(create.prompt, prompt)
    await type_number(create.seconds, "1")
    await click(create.maker, create.maker.box(maker).center())
    await until(create.button.isEnabled, "a model to be ready")
    await click(create.button)
    await until(lambda: _shown(window) == prompt, "the draft")
    assert isinstance(window.session.project.shots[-1].take, Draft)


async def _conform(window: MainWindow) -> None:
    window.session.select(())
    QTest.keyClick(window.canvas, Qt.Key.Key_C, BOTH)
    panel = window.findChild(ConformPanel)
    await until(lambda: "in all" in panel.total.text(), "the forecast")
    assert panel.picked() == [window.session.project.shots[1].id]
    await click(panel.start)
    await settle()


def _is_a_film(window: MainWindow, cut: Sequence) -> None:
    """The take is a whole film with sound, and the cut is as it was."""
    take = window.session.project.shots[0].take
    assert isinstance(take, Rendered)
    assert window.session.project.sequence == cut
    assert take.facts.seconds >= Fraction(1) and take.facts.has_sound
    with av.open(take.facts.media.path) as film:
        sizes = {(frame.width, frame.height) for frame in film.decode(film.streams.video[0])}
    assert sizes == {(112, 64)}
    tiles = window.inspector.shot.takes.tiles()
    assert len(tiles) == 2 and tiles[1].isChecked()


def _shown(window: MainWindow) -> str:
    shots = window.session.project.shots
    return shots[-1].request.prompt if shots else ""


def _kinds(window: MainWindow) -> list[type]:
    return [type(shot.take) for shot in window.session.project.shots]
