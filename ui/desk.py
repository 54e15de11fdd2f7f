"""What every panel of the window works with, handed to each in its constructor."""

from app.errors import trouble_of
from app.session import Session
from app.settings import Settings, Value
from ui.bridge import Bridge
from ui.models.forecasts import Forecasts
from ui.stills import Stills
from ui.tasks import Tasks
from ui.viewer.transport import Transport


class Desk:
    """The session, and the window's own helpers around it."""

    def __init__(self, session: Session, settings: Settings) -> None:
        self.session, self.settings = session, settings
        self.bridge = Bridge(session)
        self.tasks = Tasks()
        self.stills = Stills(session.engine, self.tasks)
        self.forecasts = Forecasts(session.models, self.tasks, self.bridge)
        self.transport = Transport(session, self.bridge)
        self.tasks.troubled.connect(self.bridge.troubled)

    def remember(self, name: str, value: Value) -> None:
        """Keep a setting."""
        try:
            self.settings.set(name, value)
        except OSError as error:
            self.bridge.troubled.emit(trouble_of(error))
