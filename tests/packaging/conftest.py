"""A small program with a bootstrap of its own, whose packages are made on the spot."""

import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGING = ("launch.py", "bootstrap.py", "pip_run.py", "progress_line.py")
MAIN = """
import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "packaging"))
import launch
launch.enter(sys.argv)
import probe
print(sys.prefix, probe.VERSION, *sys.argv[1:])
sys.exit(7)
"""


def wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> None:
    """A wheel that pip installs without looking anywhere else."""
    info = f"{name}-{version}.dist-info"
    written = files | {
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: laqta\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    written[f"{info}/RECORD"] = "".join(f"{path},,\n" for path in [*written, f"{info}/RECORD"])
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as archive:
        for path, text in written.items():
            archive.writestr(path, text)


@dataclass
class Program:
    """The small program, its wheels, and how it is started."""

    root: Path
    wheels: Path

    @property
    def environment(self) -> Path:
        """Its .venv."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """What says that the environment is finished."""
        return self.environment / "installed-lock.txt"

    def lock(self, text: str, name: str = "lock.txt") -> None:
        """Pin other packages."""
        (self.root / "packaging" / name).write_text(text)

    def begin(self, *words: str, python: str = sys.executable, **surroundings: str):
        """Start it and don't wait."""
        return subprocess.Popen(
            [python, str(self.root / "main.py"), *words], text=True, cwd=self.root.parent,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
            env={**self._offline(), **surroundings},
        )  # fmt: skip

    def start(self, *words: str, **surroundings: str) -> tuple[int, str, str]:
        """Start it and wait: status, output, complaints."""
        process = self.begin(*words, **surroundings)
        out, err = process.communicate()
        return process.returncode, out, err

    def python(self, code: str) -> tuple[int, str]:
        """Run code beside launch.py and bootstrap.py: status and complaints."""
        process = subprocess.run(
            [sys.executable, "-c", code], cwd=self.root / "packaging", text=True,
            capture_output=True, env=self._offline(),
        )  # fmt: skip
        return process.returncode, process.stdout + process.stderr

    def _offline(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
        return kept | {
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
        }


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two versions of a probe, a test extra, and a Qt that loads at once."""
    folder = tmp_path_factory.mktemp("wheels")
    for version in ("1.0", "1.1"):
        wheel(folder, "probe", version, {"probe.py": f"VERSION = '{version}'\n"})
    wheel(folder, "probe_test", "1.0", {"probe_test.py": ""})
    wheel(folder, "PySide6", "6.0", {"PySide6/__init__.py": "", "PySide6/QtGui.py": ""})
    broken = "raise ImportError('libEGL.so.1: cannot open shared object file')"
    wheel(folder, "PySide6", "6.1", {"PySide6/__init__.py": "", "PySide6/QtGui.py": broken})
    return folder


@pytest.fixture
def program(tmp_path: Path, wheels: Path) -> Program:
    """The program on a bare machine."""
    root = tmp_path / "program"
    (root / "packaging").mkdir(parents=True)
    (root / "engine" / "machine").mkdir(parents=True)
    for name in PACKAGING:
        shutil.copy(ROOT / "packaging" / name, root / "packaging")
    shutil.copy(ROOT / "engine/machine/shared_libraries.py", root / "engine/machine")
    (root / "main.py").write_text(MAIN)
    small = Program(root, wheels)
    small.lock("probe==1.0\nPySide6==6.0\n")
    small.lock("probe_test==1.0\n", "lock-test.txt")
    return small


@pytest.fixture(scope="session")
def finished_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place to keep the first finished environment, which others copy: making one takes long."""
    return tmp_path_factory.mktemp("finished") / ".venv"


@pytest.fixture
def installed(program: Program, finished_environment: Path) -> Program:
    """The program after its first start."""
    if not finished_environment.exists():
        assert program.start()[0] == 7
        shutil.copytree(program.environment, finished_environment, symlinks=True)
    elif not program.environment.exists():
        shutil.copytree(finished_environment, program.environment, symlinks=True)
    return program
