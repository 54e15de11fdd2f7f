"""The app's sentences in the person's language: the English source texts are the keys."""

from PySide6.QtCore import QCoreApplication

from app.errors import Trouble, filled


def sentences(trouble: Trouble) -> str:
    """What happened and what to do."""
    return f"{happened(trouble)} {remedy(trouble)}".strip()


def happened(trouble: Trouble) -> str:
    """What happened."""
    return filled(QCoreApplication.translate("errors", trouble.what), trouble.subject)


def remedy(trouble: Trouble) -> str:
    """What to do."""
    return filled(QCoreApplication.translate("errors", trouble.do), trouble.subject)


def figures(text: str) -> str:
    """Numbers and signs that keep their order among words that run from right to left."""
    return f"\u2066{text}\u2069"
