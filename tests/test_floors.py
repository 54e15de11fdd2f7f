"""The three floors: every import of every file is allowed, and none is too heavy at the start."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FLOORS = ("engine", "app", "ui")
HEAVY = {"torch", "diffusers", "transformers"}
GENERATION_PACKAGES = HEAVY | {"PIL", "accelerate", "safetensors", "torchao"}
WAIST = {"engine.contract"}
ENGINE_PACKAGES = {
    "PySide6.QtCore",
    "PySide6.QtGui",
    "PySide6.QtSvg",
    "av",
    "cv2",
    "imageio_ffmpeg",
    "miniaudio",
    "moviepy",
    "msgspec",
    "numpy",
    "psutil",
    "pydub",
    "qtawesome",
}
WINDOW_PACKAGES = {
    "PySide6.QtCore",
    "PySide6.QtGui",
    "PySide6.QtSvg",
    "PySide6.QtWidgets",
    "msgspec",
    "qasync",
    "qtawesome",
}
# What each part may import besides the standard library; the longest folder that fits counts.
ALLOWED = {
    "engine/contract": {"msgspec"} | WAIST,
    "engine/diffusion": ENGINE_PACKAGES | GENERATION_PACKAGES | {"engine"},
    "engine/models": ENGINE_PACKAGES | {"engine", "huggingface_hub", "httpx2"},
    "engine": ENGINE_PACKAGES | {"engine"},
    "app": {"msgspec", "psygnal", "opentimelineio", "app"} | WAIST,
    "ui": WINDOW_PACKAGES | {"ui", "app"} | WAIST,
}
VAGUE = {"utils.py", "common.py", "helpers.py", "types.py", "model.py", "misc.py"}


def files(floor: str = "") -> list[Path]:
    floors = [floor] if floor else FLOORS
    return sorted(path for each in floors for path in (ROOT / each).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Each imported name, and whether the import waits inside a function."""
    tree = ast.parse(path.read_text("utf-8"))
    inner = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((each.name, id(node) in inner) for each in names)
            case ast.ImportFrom(module=module, level=0) if module:
                yield from ((f"{module}.{each.name}", id(node) in inner) for each in node.names)
            case ast.ImportFrom():
                yield f"a relative import in line {node.lineno}", False
            case _:
                pass


def allowed(part: str) -> set[str]:
    fitting = [folder for folder in ALLOWED if f"{part}/".startswith(f"{folder}/")]
    return ALLOWED[max(fitting, key=len)]


def is_allowed(name: str, names: set[str]) -> bool:
    root = name.split(".")[0]
    return root in sys.stdlib_module_names or any(f"{name}.".startswith(f"{n}.") for n in names)


def test_every_import_goes_down_or_out():
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files()
        for name, _ in imports(path)
        if not is_allowed(name, allowed(str(path.relative_to(ROOT).parent.as_posix())))
    ]
    assert wrong == []


def test_generation_packages_are_imported_only_inside_functions():
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in files()
        for name, inside in imports(path)
        if name.split(".")[0] in HEAVY and not inside
    ]
    assert wrong == []


def test_the_rules_catch_what_they_are_for(tmp_path: Path):
    path = tmp_path / "bad.py"
    path.write_text("import ui.theme\nfrom engine.media import probe\nfrom . import x\n")
    found = [name for name, _ in imports(path)]
    assert [is_allowed(name, allowed("app/edits")) for name in found] == [False] * 3
    assert not is_allowed("engine.contracts", allowed("app"))
    assert not is_allowed("PySide6.QtWidgets", allowed("engine/render"))
    assert is_allowed("engine.contract.time.Rate", allowed("ui/timeline"))


@pytest.mark.parametrize(
    ("module", "banned"),
    [
        ("app.session", {"PySide6", "cv2", "av", "numpy", "moviepy", "engine.media"} | HEAVY),
        ("app.command_line.program", {"PySide6", "cv2", "av", "numpy", "moviepy"} | HEAVY),
        ("engine.contract.engine", {"PySide6", "cv2", "av", "numpy", "app", "ui"} | HEAVY),
        ("ui.main_window", {"cv2", "av", "moviepy", "pydub", "engine.render"} | HEAVY),
        ("engine.client", {"cv2", "av", "numpy", "moviepy", "engine.render"} | HEAVY),
    ],
)
def test_a_cold_start_imports_nothing_heavy(module: str, banned: set[str]):
    code = f"import sys, {module}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = run.stdout.split()
    assert [n for n in loaded if any(f"{n}.".startswith(f"{each}.") for each in banned)] == []


def test_no_file_name_stands_on_two_floors():
    homes = {(path.name, path.relative_to(ROOT).parts[0]) for path in files()}
    counts = Counter(name for name, _ in homes)
    twice = {name for name, count in counts.items() if count > 1} - {"__init__.py"}
    assert twice == set()


def test_every_file_names_one_thing_says_what_it_is_for_and_is_short():
    for path in files():
        text = path.read_text("utf-8")
        assert path.name not in VAGUE, path
        assert ast.get_docstring(ast.parse(text)), f"{path} doesn't say what it is for"
        assert len(text.splitlines()) < 500, f"{path} is too long to read"


def test_every_function_can_be_read_in_one_go():
    for path in files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                assert lines <= 80, f"{path}: {node.name} has {lines} lines"
