"""Every text of the window, found in the source: what a translation has to cover."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from app import errors

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
    return found


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
