"""What app and engine have to add to a forecast, a take or a check, in the window's language.

They say it in English, with names and numbers already in place; the sentences of this table give
those back, so that each is translated as a whole.
"""

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

N = QT_TRANSLATE_NOOP
HOW_LONG = "On the processor this takes about {time}."
SENTENCES: tuple[str, ...] = (
    N("notes", "Only the first {subject} references are used."),
    N("notes", "The seed has become {subject}."),
    N("notes", "Drafts run at {subject} frames a second."),
    N("notes", "The shot lasts {subject} seconds."),
    N("notes", "The picture measures {subject} pixels."),
    N("notes", "The model makes {subject} pixels."),
    N("notes", "The model runs only as “{subject}”."),
    N("notes", "The model makes {subject} frames a second."),
    N("notes", "The model makes {subject} seconds, which are slowed to the shot's length."),
    N(
        "notes",
        "The shot is longer than what the model makes at once: it comes in parts.",
    ),
    N("notes", "The model makes {subject} frames, more than the shot needs."),
    N("notes", "The {subject} counts only as the draft shows it."),
    N("notes", "The model doesn't use the {subject}."),
    N("notes", "The model can't keep the draft's framing."),
    N("notes", "The model keeps the draft's framing only in its first and its last picture."),
    N("notes", "The model keeps the draft's framing only in its first picture."),
    N("notes", "The model can't be told how far it may leave what it goes by."),
    N("notes", "The model needs a film to go by, so it goes by the draft."),
    N(
        "notes",
        "The model needs a first and a last picture, so the draft gives what is missing.",
    ),
    N("notes", "The model needs a first picture, so it starts from the draft's."),
    N("notes", "On the processor this takes about {time}."),
    N("notes", "Its weights are rounded to 8 bits to fit, which changes pictures a little."),
    N("notes", "The {card} is not used: PyTorch is installed without support for it."),
    N("notes", "No graphics card can be used here, so the processor does it all."),
    N("notes", "The {card} has too little memory for it."),
    N(
        "notes",
        "It wants about {wants} GB of {memory} and this machine has {has}: "
        "it may fail, or be very slow.",
    ),
    N("notes", "This is rough: it is foreseen better once the model is here."),
    N("notes", "Memory ran out, so the pictures were decoded tile by tile."),
    N(
        "notes",
        "Graphics memory ran out, so the model's parts were brought to the card in turn.",
    ),
    N("notes", "Memory ran out, so the model's weights were rounded."),
    N("notes", "Memory ran out, so the model ran without being compiled."),
    N("notes", "Steps can't be left out with this model, so each was computed whole."),
    N("notes", "The engine stopped in the middle of it, so the take was begun anew."),
    N(
        "notes",
        "That take is shorter than what the film shows of the shot. Trim the clips first.",
    ),
    N("notes", "{file} has {size} bytes instead of {wanted}."),
    N("notes", "{file} is missing."),
    N("notes", "{file} can't be read: {why}."),
    N("notes", "{file} is not what it was."),
    N("notes", "{file} could run any program when it is opened."),
    N("notes", "{file} brings program code."),
    N("notes", "{file} is damaged: {why}."),
)
SUBJECTS: tuple[str, ...] = (
    N("subjects", "logo"),
    N("subjects", "backdrop"),
    N("subjects", "photo of the subject"),
    N("subjects", "palette"),
    N("subjects", "picture of the style"),
    N("subjects", "first picture"),
    N("subjects", "last picture"),
    N("subjects", "film to go by"),
    N("subjects", "film to go on from"),
    N("subjects", "picture with a hole"),
    N("subjects", "fast"),
    N("subjects", "quality"),
    N("subjects", "it needs a picture of something to show"),
    N("subjects", "it needs a film with a hole"),
    N("subjects", "it needs a film to go on from"),
    N("subjects", "memory"),
    N("subjects", "graphics memory"),
    N("subjects", "{count} seconds"),
    N("subjects", "{count} minutes"),
    N("subjects", "{count} hours"),
    N("subjects", "{count} days"),
)
PLACE = re.compile(r"\\\{(\w+)\\\}")
COUNTED = re.compile(r"(\d+) (\w+)")


def note_text(text: str) -> str:
    """The note in the window's language; as it is where it isn't known."""
    for sentence in SENTENCES:
        found = _pattern(sentence).fullmatch(text)
        if found:
            words = {name: subject_text(word) for name, word in found.groupdict().items()}
            return QCoreApplication.translate("notes", sentence).format(**words)
    return text


def subject_text(text: str) -> str:
    """A name or a length of time that stands in a sentence."""
    counted = COUNTED.fullmatch(text)
    if counted:
        number, unit = counted.groups()
        words = QCoreApplication.translate("subjects", f"{{count}} {unit}")
        return words.format(count=number)
    return QCoreApplication.translate("subjects", text)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(PLACE.sub(r"(?P<\1>.+?)", re.escape(sentence)))


def is_such(text: str, sentence: str) -> bool:
    """Whether the note says this sentence of the table."""
    return _pattern(sentence).fullmatch(text) is not None
