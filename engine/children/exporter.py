"""The exporter child: writes one film and ends."""

import threading

from engine.children.crew import crew_pictures
from engine.children.pipe import Pipe, failure_of
from engine.contract.events import Cancelled
from engine.messages import Cancel, Export
from engine.render.export import Stopped, export


def run(pipe: Pipe) -> None:
    """Write the film that the first message asks for; stop when told so or left alone."""
    order = pipe.inbox.get()
    if not isinstance(order, Export):
        return
    stop = threading.Event()
    threading.Thread(target=_listen, args=(pipe, stop), name="cancel", daemon=True).start()
    try:
        pipe.send(export(order.plan, order.delivery, pipe.send, stop, crew_pictures))
    except Stopped:
        pipe.send(Cancelled())
    except Exception as error:
        pipe.send(failure_of(error))


def _listen(pipe: Pipe, stop: threading.Event) -> None:
    message = pipe.inbox.get()
    if message is None or isinstance(message, Cancel):
        stop.set()
