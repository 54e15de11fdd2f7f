"""The exporter child: writes one film and ends.

The painters are started before what writes films is loaded, so that both load side by side.
"""

import threading

from engine.children.crew import Crew
from engine.children.pipe import Pipe, failure_of
from engine.contract.events import Cancelled
from engine.messages import Cancel, Export


def run(pipe: Pipe) -> None:
    """Write the film that the first message asks for; stop when told so or left alone."""
    order = pipe.inbox.get()
    if not isinstance(order, Export):
        return
    stop = threading.Event()
    threading.Thread(target=_listen, args=(pipe, stop), name="cancel", daemon=True).start()
    try:
        with Crew(order.plan, None if order.delivery.is_mp4 else 0) as crew:
            from engine.render.export import export

            done = export(order.plan, order.delivery, pipe.send, stop, crew.pictures)
        pipe.send(done)
    except Exception as error:
        from engine.render.export import Stopped

        pipe.send(Cancelled() if isinstance(error, Stopped) else failure_of(error))


def _listen(pipe: Pipe, stop: threading.Event) -> None:
    message = pipe.inbox.get()
    if message is None or isinstance(message, Cancel):
        stop.set()
