"""Every text of the window, found in the source: what a translation has to cover."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app import errors
from app.conforming import LABEL
from app.document.clip import ShotId
from app.work import NewTake
from engine.contract.shot import ShotRequest
from engine.models.store import UNKNOWN_LICENCE
from ui.notes import SENTENCES

ROOT = Path(__file__).parents[2]
WRAPPERS = {
    "said": "gestures",
    "_tr": {
        "word_kinds.py": "words",
        "badges.py": "badges",
        "reference_chip.py": "references",
        "model_words.py": "models",
        "job_words.py": "jobs",
    },
}
STEPS = {
    "apply": 0,
    "commit": 0,
    "bind": 1,
    "bind_switch": 1,
    "_each": 1,
    "_paint": 0,
    "_switch": 3,
    "_commit": 0,
}


NOTED = (
    "app/limits.py",
    "app/model_limits.py",
    "app/makings.py",
    "engine/models/forecasting.py",
    "engine/models/unseen.py",
    "engine/diffusion/placing/placement.py",
    "engine/diffusion/placing/step_cache.py",
)

LABELS = (NewTake(ShotId(""), ShotRequest("")).label, LABEL, "Variation", "Make again", "Remix")
"""What the steps are called that takes make when they are done."""


class Text(NamedTuple):
    """A source text in its context; `many` when it has a number in it."""

    context: str
    text: str
    many: bool = False


def texts() -> set[Text]:
    """All texts of ui, and those of app that people see."""
    found: set[Text] = set()
    for path in (*ROOT.glob("ui/**/*.py"), ROOT / "app/session.py"):
        finder = Finder(path.name)
        finder.visit(ast.parse(path.read_text(encoding="utf-8")))
        found |= finder.found
    for table in (errors._FAULTS, errors._REFUSALS, errors._FILES):
        found |= {Text("errors", text) for pair in table.values() for text in pair}
    return found | set(_licence_texts()) | {Text("edits", label) for label in LABELS}


def _licence_texts() -> Iterator[Text]:
    """What the catalogue of models says about licences and territories."""
    for entry in json.loads((ROOT / "resources/models.json").read_text(encoding="utf-8")):
        licence = entry["licence"]
        yield from (Text("licences", limit) for limit in licence.get("limits", ()))
        yield from (Text("territories", place) for place in licence.get("barred", ()))
        if licence["name"].islower():
            yield Text("licences", licence["name"])
    yield Text("licences", UNKNOWN_LICENCE.name)
    yield from (Text("licences", limit) for limit in UNKNOWN_LICENCE.limits)


def notes() -> set[str]:
    """The English notes of app and engine, with braces where something is filled in."""
    found: set[str] = set()
    for path in NOTED:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        apart = {id(part) for node in ast.walk(tree) for part in _told_elsewhere(node)}
        whole = (node for node in ast.walk(tree) if id(node) not in apart)
        found |= {sentence for node in whole if (sentence := _sentence(node))}
    return found


def _told_elsewhere(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, and the parts of a text that is put together."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values


def _sentence(node: ast.AST) -> str:
    """A text that begins and ends as a sentence does; "" for anything else."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts)
    text = re.sub(r"\{\w*\}", "{}", text)
    whole = isinstance(node, ast.JoinedStr | ast.Constant) and "\n" not in text
    return text if whole and text[:1].isupper() and text.endswith(".") else ""


def is_known(note: str) -> bool:
    """Whether the window's table has such a sentence."""
    return note in {re.sub(r"\{\w+\}", "{}", sentence) for sentence in SENTENCES}


class Finder(ast.NodeVisitor):
    """Walks a file, knowing which class it is in."""

    def __init__(self, file: str) -> None:
        self.found: set[Text] = set()
        self._file, self._class = file, ""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:  # noqa: N802
        before, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = before

    def visit_Assign(self, node: ast.Assign) -> None:  # noqa: N802
        """A gesture's label names its step."""
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        word = node.value.value if isinstance(node.value, ast.Constant) else None
        if self._class and names == ["label"] and word:
            self.found.add(Text("edits", str(word)))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:  # noqa: N802
        self.found |= set(self._in_call(node))
        self.generic_visit(node)

    def _in_call(self, node: ast.Call) -> Iterator[Text]:
        name = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        words = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
        if name == "tr" and words and isinstance(words[0], str):
            yield Text(self._class, words[0], len(words) > 2)
        elif name in ("translate", "N") and len(words) > 1 and isinstance(words[1], str):
            yield Text(str(words[0]), words[1], len(words) > 3)
        elif name in WRAPPERS and words and isinstance(words[0], str):
            context = WRAPPERS[name]
            if isinstance(context, dict):
                context = context[self._file]
            yield Text(context, words[0])
        elif name in STEPS and len(words) > STEPS[name] and isinstance(words[STEPS[name]], str):
            yield Text("edits", words[STEPS[name]])
