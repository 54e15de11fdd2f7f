"""Opens Laqta's studio, or carries out one command: see python3 main.py --help.

The only file that sees every floor: it hands the engine to the commands and to the window.
"""

import os
import signal
import sys


def main() -> int:
    """Return the program's exit status."""
    packaging = os.path.join(os.path.dirname(os.path.abspath(__file__)), "packaging")
    sys.path.insert(0, packaging)
    import launch

    launch.enter(sys.argv)
    sys.path.remove(packaging)

    from app.command_line.program import carry_out

    return carry_out(sys.argv[1:], make_engine, open_studio)


def make_engine():
    """The engine on this machine."""
    from engine.client import LocalEngine

    return LocalEngine()


def open_studio(project=None) -> int:
    """Open the window, with this project file or a new one, until it is closed."""
    from engine.machine.display import obstacle

    sentence = obstacle()
    if sentence:
        print(sentence, file=sys.stderr)
        return 2
    from ui.start import run

    # Qt's loop leaves Python no turn to hear Ctrl+C; every edit is on the disk by then anyway.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run(make_engine, project)


if __name__ == "__main__":
    sys.exit(main())
