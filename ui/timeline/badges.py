"""What a clip's badges say: a draft or not, and what was done to its time and look."""

import msgspec
from PySide6.QtCore import QCoreApplication

from app.document.clip import Clip, ShotUse
from app.document.project import Draft, Project
from ui.takes.takes_to_come import ToCome


class Badge(msgspec.Struct, frozen=True):
    """A short text or an icon at the top of a clip."""

    text: str = ""
    symbol: str = ""


def badges(project: Project, clip: Clip, to_come: ToCome | None = None) -> tuple[Badge, ...]:
    """The clip's badges, the most important first."""
    found: list[Badge] = []
    if to_come:
        waits = to_come.part is None
        found.append(Badge(_tr("Queued") if waits else f"{to_come.part:.0%}", "sparkle"))
    retime = clip.retime
    if not retime.speed:
        found.append(Badge(_tr("Freeze")))
    elif retime.speed != 1:
        found.append(Badge(speed_text(float(retime.speed))))
    if retime.backwards:
        found.append(Badge(symbol="backwards"))
    if retime.loop != "off":
        found.append(Badge(f"{float(retime.passes):.2g}\u00d7", "loop"))
    found += [Badge(_tr(look.name.capitalize()), "look") for look in clip.looks]
    if isinstance(clip.use, ShotUse) and isinstance(project.shot(clip.use.shot).take, Draft):
        found.append(Badge(_tr("Draft")))
    return tuple(found)


def speed_text(speed: float) -> str:
    """A factor as it is shown: 2×, 0.25×, 1.33×."""
    return f"{speed:.2f}".rstrip("0").rstrip(".") + "\u00d7"


def _tr(text: str) -> str:
    return QCoreApplication.translate("badges", text)
