"""The app's sentences in the person's language: the English source texts are the keys."""

from PySide6.QtCore import QCoreApplication

from app.errors import Trouble, filled
from app.limits import Note


def sentences(trouble: Trouble) -> str:
    """What happened and what to do."""
    return f"{happened(trouble)} {remedy(trouble)}".strip()


def happened(trouble: Trouble) -> str:
    """What happened."""
    return filled(QCoreApplication.translate("errors", trouble.what), trouble.subject)


def remedy(trouble: Trouble) -> str:
    """What to do."""
    return filled(QCoreApplication.translate("errors", trouble.do), trouble.subject)


def told(note: Note) -> str:
    """What was settled otherwise than it was asked for."""
    subject = QCoreApplication.translate("limits", note.subject)
    return filled(QCoreApplication.translate("limits", note.sentence), subject)


def figures(text: str) -> str:
    """Numbers and signs that keep their order among words that run from right to left."""
    return f"\u2066{text}\u2069"
