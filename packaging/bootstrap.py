"""Makes the environment in .venv from the pinned locks, with the standard library alone.

What is finished carries a stamp (see launch.py), written last. While pip changes files a marker
says so; whoever finds the marker of a start that was killed begins anew, since a half-copied
package can look whole to pip. Downloads are kept by pip, so beginning anew costs little.
"""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import launch
from pip_run import PipRun
from progress_line import ProgressLine

sys.path.append(launch.ROOT)
from engine.machine.shared_libraries import missing_libraries, remedy  # noqa: E402

ROOT = Path(launch.ROOT)
ENVIRONMENT = Path(launch.ENVIRONMENT)
MARKER = ENVIRONMENT / "unfinished"
LOG = ENVIRONMENT / "install.log"
TURNSTILE = ROOT / ".venv.lock"
NEEDED_BYTES = 3_000_000_000
INTERRUPTED = 130


def make_environment(locks: list[str]) -> None:
    """Install what the locks name, or end the program with one sentence that says why not."""
    try:
        with one_at_a_time() as turnstile:
            missing = [lock for lock in locks if not launch.finished(lock)]
            if missing:
                _make(missing, turnstile)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped; the next start begins anew with what was downloaded.\n")
        sys.exit(INTERRUPTED)
    except OSError as error:
        launch.fail(sentence_of(error))


@contextlib.contextmanager
def one_at_a_time() -> Iterator[int]:
    """Let in one start at a time; gives the file descriptor that holds the others back."""
    with TURNSTILE.open("a+b") as file:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            _wait_in_line(file.fileno())
        yield file.fileno()


def _wait_in_line(descriptor: int) -> None:
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.stderr.write("Another start is making the environment; waiting for it.\n")
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _make(locks: list[str], turnstile: int) -> None:
    anew = not usable()
    if anew:
        refuse_small_disk()
        refuse_poor_python()
    with ProgressLine(opening(locks)) as line:
        if anew:
            line.show("making the folder")
            _lay_foundation()
        for lock in locks:
            _install(lock, line, turnstile)
            if lock == launch.LOCK:
                _prove()
            _put_stamp(lock)


def opening(locks: list[str]) -> str:
    """What is about to happen."""
    if locks == [launch.TEST_LOCK]:
        return "Installing what the tests need, once"
    return f"Installing what Laqta needs into {ENVIRONMENT}, once: at least 2 GB"


def usable() -> bool:
    """Whether there is an environment that pip can safely add to."""
    if MARKER.exists() or not Path(launch.python_inside()).exists():
        return False
    asked = [launch.python_inside(), "-c", "import pip"]
    return subprocess.run(asked, capture_output=True).returncode == 0


def refuse_small_disk() -> None:
    """End with a sentence when the disk can't hold the environment."""
    if shutil.disk_usage(ROOT).free < NEEDED_BYTES:
        launch.fail(
            f"The disk under {ROOT} has less than {NEEDED_BYTES // 10**9} GB free, which the "
            "environment needs; make room and start again."
        )


def refuse_poor_python() -> None:
    """End with a sentence when this Python was packaged without its environment makers."""
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        launch.fail(no_venv())


def _lay_foundation() -> None:
    """An empty environment with pip, in place of whatever is there."""
    import venv

    venv.EnvBuilder(clear=True, symlinks=os.name != "nt").create(ENVIRONMENT)
    MARKER.touch()
    asked = [launch.python_inside(), "-Im", "ensurepip", "--upgrade", "--default-pip"]
    done = subprocess.run(asked, capture_output=True, text=True)
    if done.returncode:
        launch.fail(trouble_in(done.stdout + done.stderr) or no_venv())


def no_venv() -> str:
    """What is wrong with such a Python, and what to do."""
    return (
        f"This Python can't make environments; on Debian or Ubuntu run "
        f"'apt install python{launch.version()}-venv' as root, elsewhere install a full Python "
        f"{launch.version()}, and start again."
    )


def _install(lock: str, line: ProgressLine, turnstile: int) -> None:
    """Run pip over one lock file."""
    Path(launch.stamp(lock)).unlink(missing_ok=True)
    MARKER.touch()
    pip = PipRun(launch.python_inside(), ROOT / "packaging" / lock, LOG)
    if pip.run(line.show, turnstile) == 0:
        MARKER.unlink()
        return
    if not pip.began_changing:
        MARKER.unlink()
    output = LOG.read_text(errors="replace")
    launch.fail(trouble_in(output) or unknown_trouble(output))


def trouble_in(output: str) -> str:
    """The sentence for what pip met, as far as its output shows something known; else ''."""
    if any(sign in output for sign in ("No space left on device", "Errno 28", "Errno 122")):
        return "The disk is full; make room for at least 3 GB and start again."
    unreachable = (
        "Failed to establish a new connection",
        "Temporary failure in name resolution",
        "NewConnectionError",
        "ConnectTimeoutError",
        "ReadTimeoutError",
        "Network is unreachable",
        "ProxyError",
    )
    if any(sign in output for sign in unreachable):
        return (
            "The package index can't be reached; connect to the internet (needed this once) and "
            "start again."
        )
    if "Permission denied" in output or "Read-only file system" in output:
        return f"The folder {ROOT} can't be written to; copy Laqta to a folder of yours."
    return ""


def unknown_trouble(output: str) -> str:
    """The sentence for anything else: pip's own last error, and where the rest stands."""
    errors = [text.strip() for text in output.splitlines() if text.startswith("ERROR:")]
    said = errors[-1].removeprefix("ERROR:").strip().rstrip(".") if errors else "pip failed"
    return f"The packages could not be installed ({said}); see {LOG} and start again."


def _prove() -> None:
    """See that Qt loads, which is where a bare system lacks libraries."""
    asked = [launch.python_inside(), "-c", "import PySide6.QtGui"]
    done = subprocess.run(asked, capture_output=True, text=True)
    if done.returncode == 0:
        return
    modules = [*ENVIRONMENT.glob("**/PySide6/QtGui.*so"), *ENVIRONMENT.glob("**/libqxcb.so")]
    lacking = tuple(sorted({name for module in modules for name in missing_libraries(module)}))
    said = done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "no reason given"
    launch.fail(remedy(lacking) if lacking else f"Qt can't be loaded here ({said}); see {LOG}.")


def _put_stamp(lock: str) -> None:
    """Say that the lock is installed, in one step and as the last thing."""
    pins = (ROOT / "packaging" / lock).read_bytes()
    asked = [launch.python_inside(), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    maker = subprocess.run(asked, capture_output=True, check=True).stdout.strip()
    fresh = ENVIRONMENT / f"{lock}.new"
    fresh.write_bytes(maker + b"\n" + pins)
    fresh.replace(launch.stamp(lock))


def sentence_of(error: OSError) -> str:
    """The sentence for a folder or disk that does not let us."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full; make room for at least 3 GB and start again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"The folder {ROOT} can't be written to; copy Laqta to a folder of yours."
    return f"The environment could not be made ({error}); put that right and start again."
