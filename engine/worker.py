"""Where a child process starts: python -m engine.worker ROLE, one of those in POLITENESS."""

import os
import signal
import sys

POLITENESS = {"player": 2, "clerk": 5, "exporter": 12, "painter": 0, "maker": 10, "porter": 10}
ON_ITS_OWN = {
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DIFFUSERS_DISABLE_REMOTE_CODE": "true",
    "TOKENIZERS_PARALLELISM": "false",
    "PYTORCH_ALLOC_CONF": "expandable_segments:True",
}


def main(role: str) -> int:
    """Work in this role until the studio closes the pipe."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Else Qt splits every fill over threads, and waking them costs more than most fills do.
    os.environ["QT_NO_GUI_THREADPOOL"] = "1"
    # Ctrl+C reaches the whole process group; the studio decides what happens then.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(POLITENESS[role])
    from engine.children.pipe import Pipe

    pipe = Pipe.of_process()
    if role == "exporter":
        # It starts its painters before it takes the time to load Qt.
        _run(role, pipe)
        return 0
    if role == "porter":
        _carry(pipe)
        return 0
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([role])
    _run(role, pipe)
    application.quit()
    return 0


def _run(role: str, pipe: "Pipe") -> None:  # noqa: F821
    if role == "player":
        from engine.children.player import Player

        Player(pipe).run()
    elif role == "clerk":
        from engine.children.clerk import Clerk

        Clerk(pipe).run()
    elif role == "painter":
        from engine.children.painter import Painter

        Painter(pipe).run()
    elif role == "maker":
        _make(pipe)
    else:
        from engine.children.exporter import run

        run(pipe)


def _carry(pipe: "Pipe") -> None:  # noqa: F821
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    from engine.children.porter import run

    run(pipe)


def _make(pipe: "Pipe") -> None:  # noqa: F821
    os.environ.update(ON_ITS_OWN)
    from engine.children.maker import MakerChild, Makes

    def open_maker() -> Makes:
        from engine.diffusion.maker import Maker

        return Maker()

    MakerChild(pipe, open_maker).run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
