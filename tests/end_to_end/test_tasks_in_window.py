"""Every task of some small, real models by hand: from a prompt and dropped files to an MP4."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from app.document.project import Rendered
from engine.contract.shot import Role
from tests.end_to_end.hands import click, drop_file, settle, type_number, until
from tests.fakes.listed_tasks import LISTED, PROMPT, Listed, SmallModels, hand_over, see_take
from tests.fakes.tiny_models import tiny
from ui.create.reference_chip import ReferenceChip
from ui.main_window import MainWindow
from ui.models.models_panel import ModelsPanel

SECONDS = Fraction(1)
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WORDS: dict[Role, str] = {
    "first_frame": "First frame",
    "last_frame": "Last frame",
    "backdrop": "Backdrop",
    "before": "Go on",
    "hole": "Fill",
    "logo": "Logo",
    "subject": "Subject",
}


def test_every_task_becomes_a_film_by_hand(studio, tmp_path, monkeypatch):
    monkeypatch.setenv("LAQTA_MODELS", str(tmp_path / "models"))
    hand_over(tmp_path)

    async def story(window: MainWindow) -> None:
        window.session.engine.models = SmallModels()
        window.activateWindow()
        await settle()
        await _add_models(window)
        create = window.create
        QTest.keyClicks(create.prompt, PROMPT)
        await type_number(create.seconds, str(SECONDS))
        await click(create.maker, create.maker.box("final").center())
        for listed in LISTED:
            await _order(window, listed, tmp_path)
        await until(lambda: all(_paths(window)), "the takes", 200)
        for listed, path in zip(LISTED, _paths(window), strict=True):
            see_take(Path(path), listed, SECONDS)

    studio(story)


async def _add_models(window: MainWindow) -> None:
    names = dict.fromkeys(listed.name for listed in LISTED)
    QTest.keyClick(window.canvas, Qt.Key.Key_M, BOTH)
    panel = window.findChild(ModelsPanel)
    for count, name in enumerate(names, 1):
        panel.add_path(str(tiny(name)))
        await until(lambda count=count: len(window.session.models.here) == count, name)
    await click(panel.close_button)


async def _order(window: MainWindow, listed: Listed, folder: Path) -> None:
    """Hand over what the task takes, choose the model, press Create."""
    create = window.create
    for chip in create.references.chips():
        chip.setFocus()
        QTest.keyClick(chip, Qt.Key.Key_Delete)
        await until(lambda chip=chip: chip not in create.references.chips(), "the chip to go", 5)
    for role, name in listed.files:
        await _hand_in(window, role, folder / name)
    run = create.final.run
    if run.choice.value != _id_of(window, listed):
        await _pick(run.choice, tiny(listed.name).name)
    if run.framed.isChecked() != listed.framing:
        await click(run.framed)
    await until(create.button.isEnabled, f"a model to be ready for {listed.words}")
    shots = len(window.session.project.shots)
    await click(create.button)
    await until(lambda: len(window.session.project.shots) > shots, listed.words)


async def _hand_in(window: MainWindow, role: Role, path: Path) -> None:
    references = window.create.references
    count = len(references.chips())
    await drop_file(window.create, path, QPoint(20, 20))
    await until(lambda: len(references.chips()) > count, path.name)
    chip: ReferenceChip = references.chips()[-1]
    if chip.role != role:
        await _pick(chip, WORDS[role])
    assert chip.role == role


async def _pick(opener: QWidget, word: str) -> None:
    """Open a control's menu and click this entry."""
    await click(opener)
    menu = opener.findChild(QMenu)
    action = next(each for each in menu.actions() if each.text() == word)
    await click(menu, QPointF(menu.actionGeometry(action).center()))


def _id_of(window: MainWindow, listed: Listed) -> str:
    return next(
        model.id
        for model in window.session.models.here
        if model.weights and Path(model.weights.folder) == tiny(listed.name)
    )


def _paths(window: MainWindow) -> list[str]:
    """The film of each shot's take; "" while it is a draft."""
    takes = [shot.take for shot in window.session.project.shots]
    return [take.facts.media.path if isinstance(take, Rendered) else "" for take in takes]
