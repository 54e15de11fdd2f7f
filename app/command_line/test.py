"""test: the whole test suite, in this environment and without a window.

All of it runs in as many processes as there are cores, a file of tests in one; what is asked for by
name runs in one process, so that a debugger can stop it.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run_tests(arguments: Sequence[str]) -> int:
    """pytest's exit status; `arguments` go to pytest as they are."""
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    shared = ["-n", str(os.cpu_count() or 1), "--dist", "loadfile"]
    command = [sys.executable, "-m", "pytest", *(arguments or shared)]
    if os.name == "posix":
        os.chdir(ROOT)
        os.execve(sys.executable, command, surroundings)
    return subprocess.call(command, cwd=ROOT, env=surroundings)
