"""Word forms: how a written word folds to a plain form, and which plain words it may be a form of.

Light rules, not a dictionary: they offer candidates, and only those in the lexicon count. English
plurals and verb endings; Arabic articles, attached particles, plural, dual and feminine endings.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

MANY = 99
_ARABIC = range(0x0600, 0x0700)
_SAME = str.maketrans({"ة": "ه", "ى": "ي", "ـ": "", "’": "'"})
_VOWELS = "aeiou"

Form = tuple[str, int]


def fold(word: str) -> str:
    """Lower case without accents, Arabic vowel signs, hamzas and tatweel, ة as ه and ى as ي."""
    split = unicodedata.normalize("NFKD", word.lower())
    bare = "".join(letter for letter in split if not unicodedata.combining(letter))
    bare = bare.translate(_SAME)
    return bare[:-2] if bare.endswith("'s") else bare.replace("'", "")


def is_arabic(word: str) -> bool:
    """Whether the word is written in Arabic letters."""
    return any(ord(letter) in _ARABIC for letter in word)


@lru_cache(maxsize=4096)
def forms(folded: str) -> tuple[Form, ...]:
    """Candidates for what a folded word is a form of, likeliest first, each with its number.

    The number is 1, 2 for an Arabic dual, or MANY for a plural.
    """
    found = _arabic_forms(folded) if is_arabic(folded) else _english_forms(folded)
    unique: dict[str, int] = {}
    for form, number in found:
        unique.setdefault(form, number)
    return tuple(unique.items())


def _english_forms(word: str) -> Iterator[Form]:
    yield word, 1
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        if word.endswith("ies"):
            yield word[:-3] + "y", MANY
        if word.endswith("ves"):
            yield word[:-3] + "f", MANY
            yield word[:-3] + "fe", MANY
        yield word[:-1], MANY
        if word.endswith("es"):
            yield word[:-2], MANY
    for ending in ("ing", "ed", "er", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield from _stems(word[: -len(ending)])


def _stems(stem: str) -> Iterator[Form]:
    yield stem, 1
    if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield stem[:-1], 1
    yield stem + "e", 1
    if stem.endswith("i"):
        yield stem[:-1] + "y", 1


def _arabic_forms(word: str) -> Iterator[Form]:
    for bare in _without_prefixes(word):
        yield bare, 1
    for bare in _without_prefixes(word):
        yield from _without_suffixes(bare)


def _without_prefixes(word: str) -> Iterator[str]:
    """The word without article, conjunction or preposition, the least taken off first."""
    yield word
    starts = [word]
    if word[:1] in "وف" and len(word) > 3:
        starts.append(word[1:])
        yield word[1:]
    for start in starts:
        if start.startswith("لل") and len(start) > 4:
            yield start[2:]
        if start.startswith("ال") and len(start) > 4:
            yield start[2:]
        if start[:1] in "بكل" and len(start) > 4:
            rest = start[1:]
            yield rest
            if rest.startswith("ال") and len(rest) > 4:
                yield rest[2:]


def _without_suffixes(word: str) -> Iterator[Form]:
    if len(word) < 4:
        return
    if word.startswith("ت"):
        yield "ي" + word[1:], 1
    if word.endswith(("اوان", "اوين", "اوات")) and len(word) > 5:
        yield word[:-3] + "ء", 2
    if word.endswith("ات"):
        yield word[:-2] + "ه", MANY
        yield word[:-2], MANY
    if word.endswith(("تان", "تين")) and len(word) > 5:
        yield word[:-3] + "ه", 2
    if word.endswith(("ان", "ين")) and len(word) > 4:
        yield word[:-2], 2
    if word.endswith(("ون", "ين")) and len(word) > 4:
        yield word[:-2], MANY
    if word.endswith("ه"):
        yield word[:-1], 1
    if word.endswith("ا"):
        yield word[:-1], 1
    if word.endswith(("ها", "هم", "نا")) and len(word) > 5:
        yield word[:-2], 1
        yield word[:-2].removesuffix("ت") + "ه", 1
