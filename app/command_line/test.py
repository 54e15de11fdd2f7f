"""test: the whole test suite, in this environment and without a window."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run_tests(arguments: Sequence[str]) -> int:
    """pytest's exit status; `arguments` go to pytest as they are."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", *arguments]
    if os.name == "posix":
        os.chdir(ROOT)
        os.execve(sys.executable, command, surroundings)
    return subprocess.call(command, cwd=ROOT, env=surroundings)
