"""What every panel of the window works with, handed to each in its constructor."""

from app.session import Session
from ui.bridge import Bridge
from ui.stills import Stills
from ui.tasks import Tasks
from ui.viewer.transport import Transport


class Desk:
    """The session, and the window's own helpers around it."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.bridge = Bridge(session)
        self.tasks = Tasks()
        self.stills = Stills(session.engine, self.tasks)
        self.transport = Transport(session, self.bridge)
        self.tasks.troubled.connect(self.bridge.troubled)
