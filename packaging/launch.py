"""The first step of every start: go on inside the environment, which is made when it isn't there.

This runs at every start under whatever Python was called, so it is quick, imports next to nothing,
and keeps to words that any Python 3 can read: a wrong one gets a sentence and not a traceback.
It does without pathlib, which alone would cost as much as all the rest.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENVIRONMENT = os.path.join(ROOT, ".venv")
LOCK, TEST_LOCK = "lock.txt", "lock-test.txt"
OLDEST, NEWEST = (3, 11), (3, 13)
BAD_START = 2


def enter(argv: list) -> None:
    """Return inside a finished environment; until then start over, making what is missing.

    `argv` is the whole command line. With `test` as its command the test extras are needed too.
    """
    locks = [LOCK, TEST_LOCK] if argv[1:2] == ["test"] else [LOCK]
    if inside():
        if all(finished(lock, version()) for lock in locks):
            return
        leave(argv, locks)
    if all(finished(lock) for lock in locks):
        try:
            run(python_inside(), argv)
        except OSError:
            forget()
    refuse_wrong_python()
    from bootstrap import make_environment

    make_environment(locks)
    run(python_inside(), argv)


def finished(lock: str, made_by: str = "") -> bool:
    """Whether all of the lock file is installed, by the Python version `made_by` if it is given."""
    try:
        with open(os.path.join(ROOT, "packaging", lock), "rb") as wanted:
            pins = wanted.read()
        with open(stamp(lock), "rb") as made:
            maker = made.readline().decode().strip()
            return made.read() == pins and made_by in ("", maker)
    except OSError:
        return False


def stamp(lock: str) -> str:
    """The file that says what was installed: the Python's version, then a copy of the lock."""
    return os.path.join(ENVIRONMENT, "installed-" + lock)


def forget() -> None:
    """Make the environment count as unfinished."""
    for lock in (LOCK, TEST_LOCK):
        if os.path.exists(stamp(lock)):
            os.remove(stamp(lock))


def inside() -> bool:
    """Whether this process is the environment's own Python."""
    return sys.prefix == ENVIRONMENT or (
        sys.prefix != sys.base_prefix
        and os.path.isdir(ENVIRONMENT)
        and os.path.samefile(sys.prefix, ENVIRONMENT)
    )


def leave(argv: list, locks: list) -> None:
    """Start over with the Python that the environment was made from."""
    if all(finished(lock) for lock in locks):
        # Whole for the Python that made it, which an upgrade has since put another in place of.
        forget()
    base = getattr(sys, "_base_executable", "")
    if not base or base == sys.executable:
        fail("The environment in .venv is damaged. Delete the folder .venv and start again.")
    run(base, argv)


def version() -> str:
    """This Python's version as stamps have it."""
    return "%d.%d" % sys.version_info[:2]  # noqa: UP031 - read by Pythons before f-strings, too


def python_inside() -> str:
    """The environment's Python."""
    parts = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(ENVIRONMENT, *parts)


def run(python: str, argv: list) -> None:
    """Become `python argv`. Raises OSError when there is no such Python."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(python, [python] + argv)  # noqa: RUF005
    # Windows' exec returns to the shell at once and leaves two programs reading one keyboard.
    import subprocess

    sys.exit(subprocess.call([python] + argv))  # noqa: RUF005


def refuse_wrong_python() -> None:
    """End with a sentence unless this Python can run Laqta."""
    if OLDEST <= sys.version_info[:2] <= NEWEST and sys.implementation.name == "cpython":
        return
    from shutil import which

    names = ["python3." + str(minor) for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    better = [name for name in names if which(name)]
    advice = "start it with " + better[0] + " main.py" if better else "install one of these"
    kind = "" if sys.implementation.name == "cpython" else " (" + sys.implementation.name + ")"
    fail(
        "Laqta runs on CPython 3.11, 3.12 or 3.13 and this is Python "
        + version() + kind + "; " + advice + "."
    )  # fmt: skip


def fail(sentence: str) -> None:
    """End the program with one sentence for a person."""
    sys.stderr.write(sentence + "\n")
    sys.exit(BAD_START)
