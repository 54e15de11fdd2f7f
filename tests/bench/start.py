"""How long the studio takes to open, and how much the bootstrap adds to a start.

    python -m tests.bench.start [runs]

"Usable" is when the window has been painted and has answered a key pressed into its prompt box. The
limit beside it is a bare Qt window of one empty widget, opened by the same interpreter.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.report import spread, table

ROOT = Path(__file__).parents[2]
BARE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
window = QWidget()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
STUDIO = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from engine.client import LocalEngine
from ui.main_window import MainWindow
from ui.start import run

def press():
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    window = windows[0] if windows else None
    if window is None or not window.isVisible():
        QTimer.singleShot(5, press)
        return
    QTest.keyClicks(window.create.prompt, "x")
    assert window.create.prompt.toPlainText() == "x"
    window.close()

app = QApplication(sys.argv)
QTimer.singleShot(0, press)
sys.exit(run(LocalEngine))
"""


def main(runs: int) -> None:
    """Time everything `runs` times in turn and print a row each."""
    python = sys.executable
    system = str(Path(sys.base_prefix) / "bin" / "python3")
    with tempfile.TemporaryDirectory() as home:
        commands = {
            "bare Qt window": [python, "-c", BARE_WINDOW],
            "studio until usable, and closed": [python, "-c", STUDIO],
            "main.py --help, environment's Python": [python, str(ROOT / "main.py"), "--help"],
            "main.py --help, system's Python": [system, str(ROOT / "main.py"), "--help"],
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(runs):
            for name, command in commands.items():
                times[name].append(_timed(command, home))
    limit = spread(times["bare Qt window"])[0]
    rows = [(name, *spread(each), spread(each)[0] / limit) for name, each in times.items()]
    table("start", ("what", "median s", "95 % s", "worst s", "against a bare window"), rows)
    direct, bootstrapped = list(times)[2:]
    added = spread(times[bootstrapped])[0] - spread(times[direct])[0]
    print(f"\nThe bootstrap adds {added * 1000:.0f} ms to a start.")


def _timed(command: list[str], home: str) -> float:
    environment = {"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"HOME": home, "PYTHONPATH": str(ROOT)}
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
