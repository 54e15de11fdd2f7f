"""The app's sentences in the person's language: the English source texts are the keys."""

from PySide6.QtCore import QCoreApplication

from app.errors import Trouble, filled
from app.limits import Note
from ui.notes import note_text, subject_text


def sentences(trouble: Trouble) -> str:
    """What happened and what to do."""
    return f"{happened(trouble)} {remedy(trouble)}".strip()


def happened(trouble: Trouble) -> str:
    """What happened."""
    subject = subject_text(trouble.subject)
    return filled(QCoreApplication.translate("errors", trouble.what), subject)


def remedy(trouble: Trouble) -> str:
    """What to do."""
    subject = subject_text(trouble.subject)
    return filled(QCoreApplication.translate("errors", trouble.do), subject)


def told(note: Note) -> str:
    """What was settled otherwise than it was asked for."""
    return note_text(filled(note.sentence, note.subject))


def apart(text: str) -> str:
    """A name of whatever script, which doesn't turn the line round that it stands in."""
    return f"\u2068{text}\u2069"


def figures(text: str) -> str:
    """Numbers and signs that keep their order among words that run from right to left."""
    return f"\u2066{text}\u2069"
