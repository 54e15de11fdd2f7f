"""Models in words: what they make, how large they are, how long they take here."""

from PySide6.QtCore import QCoreApplication

from engine.contract.models import Forecast, Model, Task
from engine.contract.supply import Supply
from ui.notes import HOW_LONG, is_such, note_text
from ui.wording import figures

MINUTE, HOUR = 60, 3600
MIB, GIB = 1 << 20, 1 << 30
UNKNOWN = "not known"
"""The licence of what was added from a disk."""


def task_names() -> dict[Task, str]:
    """What each task is called."""
    return {
        "text": _tr("Words"),
        "image": _tr("First picture"),
        "first_last": _tr("First and last"),
        "keyframes": _tr("Key pictures"),
        "references": _tr("References"),
        "video": _tr("From a film"),
        "inpaint": _tr("Repaint a part"),
        "control": _tr("Framing"),
        "extend": _tr("Extend"),
    }


def task_effects() -> dict[Task, str]:
    """What each task makes a shot from, in a few words."""
    return {
        "text": _tr("Makes a shot from words alone"),
        "image": _tr("Starts from a picture"),
        "first_last": _tr("Starts from one picture and ends on another"),
        "keyframes": _tr("Shows given pictures at given moments"),
        "references": _tr("Shows the things that are on pictures"),
        "video": _tr("Goes by a film and makes it anew"),
        "inpaint": _tr("Makes a part of a film anew"),
        "control": _tr("Keeps the framing of a film"),
        "extend": _tr("Goes on from the end of a film"),
    }


TASK_SYMBOLS: dict[Task, str] = {
    "text": "words",
    "image": "picture",
    "first_last": "first_last",
    "keyframes": "keyframes",
    "references": "things",
    "video": "film",
    "inpaint": "inpaint",
    "control": "framing",
    "extend": "extend",
}


def duration_text(seconds: float) -> str:
    """About how long: seconds, minutes, hours and minutes, or days."""
    if seconds < MINUTE:
        return _tr("{seconds} s").format(seconds=max(1, round(seconds)))
    minutes = round(seconds / MINUTE)
    if minutes < MINUTE:
        return _tr("{minutes} min").format(minutes=minutes)
    hours, minutes = divmod(minutes, MINUTE)
    if hours >= 48:
        return _tr("{days} days").format(days=round(hours / 24))
    if hours >= 24 or not minutes:
        return _tr("{hours} h").format(hours=hours)
    return _tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def memory_text(forecast: Forecast) -> str:
    """The memory that matters: the graphics card's, or the machine's where there is none."""
    if forecast.video_memory:
        return _tr("{size} graphics memory").format(size=_memory_size(forecast.video_memory))
    return _tr("{size} memory").format(size=_memory_size(forecast.memory))


def _memory_size(count: int) -> str:
    """As memory is sold: a card of 24 GB has 24 · 2³⁰ bytes."""
    if count < GIB:
        return figures(f"{count / MIB:.0f} MB")
    return figures(f"{count / GIB:.1f} GB")


def floor_text(model: Model) -> str:
    """The graphics card that it was published for; "" where nobody said."""
    if not model.floor:
        return ""
    text = _tr("Made for graphics cards of {size} or more.")
    return text.format(size=figures(f"{model.floor / 1e9:.0f} GB"))


def cost_text(forecast: Forecast) -> str:
    """Time and memory on this machine, and whether that was measured here."""
    text = _tr("{time} · {memory}")
    return text.format(time=time_text(forecast), memory=memory_text(forecast))


def time_text(forecast: Forecast) -> str:
    """How long on this machine; about so long where nothing like it was made here before."""
    text = _tr("{time}") if forecast.sure else _tr("about {time}")
    return text.format(time=duration_text(forecast.seconds))


def licence_name(model: Model) -> str:
    """What its licence is called, or that nobody knows."""
    name = model.licence.name
    if name in ("", UNKNOWN):
        return _tr("Licence not known")
    return QCoreApplication.translate("licences", name)


def limits_of(model: Model) -> tuple[str, ...]:
    """What its licence forbids or asks for, in the window's language."""
    return tuple(QCoreApplication.translate("licences", limit) for limit in model.licence.limits)


def origin_name(supply: Supply) -> str:
    """The server's name, as short as it tells which; a mirror's whole address."""
    return supply.origin if supply.mirror else supply.origin.removeprefix("https://")


def barred_text(model: Model) -> str:
    """Where it may not be used; "" where it may be used everywhere."""
    barred = model.licence.barred
    if not barred:
        return ""
    comma = _tr(", ")
    places = comma.join(QCoreApplication.translate("territories", each) for each in barred)
    return _tr("Not for use in: {places}").format(places=places)


def notes_of(forecast: Forecast) -> tuple[str, ...]:
    """What the forecast has to add, in the window's language; how long it takes is told anyway."""
    return tuple(note_text(note) for note in forecast.notes if not is_such(note, HOW_LONG))


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
