"""One run of pip over a lock file, with what it is doing told in a few words."""

import os
import re
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

TICK = 0.25
COLLECTING = re.compile(r"Collecting ([\w.-]+)")
DOWNLOADING = re.compile(r"\s*Downloading (\S+?)-\d\S* \(([^)]+)\)")


class PipRun:
    """Installs `lock` with the pip of `python`; everything pip says goes to `log`."""

    def __init__(self, python: str, lock: Path, log: Path) -> None:
        self._python, self._lock, self._log = python, lock, log
        self._expected = sum(bool(re.match(r"\w", text)) for text in lock.open())
        self._found = 0
        self._doing = ""
        self._before = 0
        self.began_changing = False

    def run(self, show: Callable[[str], None], turnstile: int) -> int:
        """pip's exit status. `show` gets the news; pip holds `turnstile` open as long as it lives,
        so that a pip whose starter was killed still keeps the next start waiting."""
        self._before = self._installed()
        process = subprocess.Popen(
            self._command(), env=self._surroundings(), text=True, errors="replace",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            pass_fds=() if os.name == "nt" else (turnstile,),
        )  # fmt: skip
        listener = threading.Thread(target=self._listen, args=(process.stdout,), daemon=True)
        listener.start()
        try:
            while process.poll() is None:
                show(self._news())
                listener.join(TICK)
                if not listener.is_alive():
                    process.wait()
        except KeyboardInterrupt:
            process.terminate()
            process.wait()
            raise
        listener.join()
        return process.returncode

    def _command(self) -> list[str]:
        quiet = ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
        brisk = ["--retries", "2", "--no-compile", "--no-warn-script-location"]
        return [self._python, "-m", "pip", "install", *quiet, *brisk, "-r", str(self._lock)]

    def _surroundings(self) -> dict[str, str]:
        """The caller's settings, less those that would send the packages elsewhere."""
        elsewhere = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME", "PYTHONPATH")
        return {key: value for key, value in os.environ.items() if key not in elsewhere}

    def _listen(self, output) -> None:
        with self._log.open("w") as log:
            for text in output:
                log.write(text)
                log.flush()
                self._note(text)

    def _note(self, text: str) -> None:
        if found := COLLECTING.match(text):
            self._found += 1
            self._doing = found[1]
        elif found := DOWNLOADING.match(text):
            self._doing = f"{found[1]}, {found[2]}"
        elif text.startswith("Installing collected packages"):
            self._found = text.count(",") + 1
            self.began_changing = True

    def _news(self) -> str:
        if self.began_changing:
            done = min(self._installed() - self._before, self._found)
            return f"installing {done} of {self._found}"
        return f"fetching {self._found} of {max(self._expected, self._found)}: {self._doing}"

    def _installed(self) -> int:
        return installed_in(Path(self._python).parents[1])


def installed_in(environment: Path) -> int:
    """How many packages an environment holds. Looks at the one folder only: pip moves what lies
    below it while this counts."""
    folders = (*environment.glob("lib/python*/site-packages"), environment / "Lib/site-packages")
    within = {inside for folder in folders if folder.is_dir() for inside in folder.iterdir()}
    return sum(inside.suffix == ".dist-info" for inside in within)
