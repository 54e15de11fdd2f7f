"""The kinds of words in a person's language, and what becomes of a word, in a sentence."""

from PySide6.QtCore import QCoreApplication

from engine.contract.shot import Word


def kind_name(kind: str) -> str:
    """Place, time, weather…"""
    names = {
        "place": _tr("Place"),
        "time": _tr("Time"),
        "weather": _tr("Weather"),
        "subject": _tr("Subject"),
        "action": _tr("Action"),
        "camera": _tr("Camera"),
        "style": _tr("Style"),
        "sound": _tr("Sound"),
        "mood": _tr("Mood"),
    }
    return names.get(kind, _tr("Word"))


def explained(word: Word) -> str:
    """The word's kind, and how a draft shows it."""
    ways = {
        "drawn": _tr("drawn"),
        "generalised": _tr("drawn as {drawn_as}"),
        "silhouette": _tr("drawn as a silhouette of {drawn_as}"),
        "heard": _tr("heard"),
        "used": _tr("understood"),
        "not_drawn": _tr("not drawn in drafts"),
    }
    way = ways[word.outcome].format(drawn_as=word.drawn_as or word.text)
    return f"{kind_name(word.kind)}: {way}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)
