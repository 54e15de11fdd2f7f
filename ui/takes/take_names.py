"""What takes are called: drafts, and the models that made the others."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.document.project import Draft, Take
from engine.contract.models import Model
from ui.wording import figures


def take_name(take: Take, models: Iterable[Model]) -> str:
    """What made the take."""
    if isinstance(take, Draft):
        return QCoreApplication.translate("takes", "Draft")
    return model_name(take.recipe.request.model, models)


def take_facts(take: Take) -> str:
    """What tells it from another take of its shot: seed, size, and how the model was run."""
    run, request = take.recipe.run, take.recipe.request
    size = (run.width, run.height) if run else (request.width, request.height)
    facts = [
        QCoreApplication.translate("takes", "seed {seed}").format(seed=request.seed),
        figures(f"{size[0]} \u00d7 {size[1]}"),
    ]
    if run:
        fast = run.profile == "fast"
        facts.append(
            QCoreApplication.translate("takes", "Fast")
            if fast
            else QCoreApplication.translate("takes", "Quality")
        )
        if run.framing:
            facts.append(QCoreApplication.translate("takes", "draft's framing"))
    return " · ".join(facts)


def model_name(model_id: str, models: Iterable[Model]) -> str:
    """The model's name; the end of its id where it isn't known here."""
    named = (model.name for model in models if model.id == model_id)
    return next(named, "") or model_id.rsplit("/", 1)[-1]


def numbered(number: int, name: str) -> str:
    """A take's number, counted from 1, and what made it."""
    text = QCoreApplication.translate("takes", "{number} · {name}")
    return text.format(number=number, name=name)
