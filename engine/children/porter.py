"""The porter child: brings one model here or reads one again, and ends.

In a child because bytes that rush in would take turns from the window, and because a connection
that hangs is best ended with its process. What has come lies on the disk at every moment.
"""

import errno
import threading
from pathlib import Path

from engine.children.pipe import Pipe, failure_of
from engine.contract.events import Cancelled, EngineFault, Failed
from engine.messages import (
    Cancel,
    Checked,
    CheckModel,
    Fetched,
    FromChild,
    GetModel,
    ToChild,
    WeighModel,
)


def run(pipe: Pipe) -> None:
    """Do what the first message asks for; stop when told so or left alone."""
    order = pipe.inbox.get()
    stop = threading.Event()
    threading.Thread(target=_listen, args=(pipe, stop), name="cancel", daemon=True).start()
    from engine.models.patience import Stopped

    try:
        pipe.send(_answer(order, pipe, stop))
    except Stopped:
        pipe.send(Cancelled())
    except (EngineFault, ValueError) as error:
        pipe.send(failure_of(error))
    except OSError as error:
        reason = "disk_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "not_writable"
        pipe.send(Failed(reason, str(error.filename or ""), str(error)))


def _answer(order: ToChild | None, pipe: Pipe, stop: threading.Event) -> FromChild:
    from engine.models.store import Store

    match order:
        case GetModel(model_id, home, into):
            from engine.models.downloading import Download

            return Fetched(Download(Store(Path(home)), model_id, pipe.send, stop, into).run())
        case WeighModel(model_id, home):
            from engine.models.downloading import Download

            return Fetched(Download(Store(Path(home)), model_id, pipe.send, stop).weigh())
        case CheckModel(model_id, home):
            from engine.models.checking import Check

            return Checked(Check(Store(Path(home)), model_id, stop).run())
    return Cancelled()


def _listen(pipe: Pipe, stop: threading.Event) -> None:
    message = pipe.inbox.get()
    if message is None or isinstance(message, Cancel):
        stop.set()
