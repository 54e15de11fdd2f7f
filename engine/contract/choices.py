"""What a request may name: the styles and camera moves that an engine knows."""

import msgspec


class Choice(msgspec.Struct, frozen=True):
    """`name` is what goes into a request; `words` is what people call it, by language code, in
    English ("en") at least."""

    name: str
    words: dict[str, str]

    def word(self, language: str) -> str:
        """What it is called in this language, else in English."""
        return self.words.get(language) or self.words["en"]


class Choices(msgspec.Struct, frozen=True):
    """Every style and every camera move, in an order that puts like beside like."""

    styles: tuple[Choice, ...] = ()
    cameras: tuple[Choice, ...] = ()
