"""What is said about a command line, or a file on it, that can't be followed."""

from app.errors import Trouble, filled


class BadInput(Exception):
    """One whole sentence for the person: what is wrong, and what to do."""


class PartlyDone(Exception):
    """One sentence about what failed among much that was done; `answer` is about that."""

    def __init__(self, sentence: str, answer: str) -> None:
        super().__init__(sentence)
        self.answer = answer


def one_sentence(trouble: Trouble) -> str:
    """What happened and what to do, made one sentence."""
    what, do = (filled(part, trouble.subject) for part in (trouble.what, trouble.do))
    what = what.rstrip(".")
    return f"{what}; {do[:1].lower()}{do[1:]}"
