"""The lexicon: the words that drafts know, read from resources/lexicon and indexed for look-up."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from engine.animatic.build import builds
from engine.animatic.scene import Hour, Kind, Place, Sound, Style
from engine.animatic.setting import setting_of
from engine.animatic.wordforms import MANY, fold

FOLDER = Path(__file__).parents[2] / "resources" / "lexicon"
GRAMMAR = "grammar.toml"

UNSEEN_INDOORS = ("spring", "summer", "autumn", "winter", "wind", "clear")

Words = frozenset[str]
EntryKind = Literal[
    "place", "time", "weather", "subject", "action", "camera", "style", "sound", "mood",
    "colour", "modifier",
]  # fmt: skip
Sky = Literal["clouds", "overcast", "rain", "snow", "fog", "storm", "clear"]
Camera = str
"""A move that engine.animatic.moves knows, or a pan or truck whose way is left open."""

_PIECE = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_COMMA = re.compile(r"[,،]")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry as its file states it; the head of each file explains its fields."""

    name: str
    kind: EntryKind
    en: str
    ar: str
    en_plural: str = ""
    ar_plural: str = ""
    en_kinds: str = ""
    ar_kinds: str = ""
    is_a: str = ""
    part_of: str = ""
    comes_in: str = ""
    trait: str = ""
    wears: str = ""
    place: Place | None = None
    shows: str = ""
    has: str = "land"
    gives_way: bool = False
    or_else: Place | None = None
    hour: Hour | None = None
    when_free: bool = False
    weather: Sky | None = None
    flashes: bool = False
    wind: float | None = None
    waves: float | None = None
    heaviness: float | None = None
    draws: Kind | None = None
    at_sea: Kind | None = None
    silhouette: str = ""
    does: str = ""
    home: Place | None = None
    on: str = ""
    collective: bool = False
    uncounted: bool = False
    top: float | None = None
    rides: Kind | None = None
    busy: str = ""
    heard: bool = False
    action: str = ""
    or_does: str = ""
    speed: float = 1.0
    move: Camera | None = None
    pace: float | None = None
    frames: float | None = None
    camera: bool = False
    lens: str = ""
    angle: str = ""
    focus: str = ""
    lapse: bool = False
    style: Style | None = None
    sound: Sound | None = None
    season: str = ""
    mood: str = ""
    music: str = ""
    loops: bool = False
    late: bool = False
    calm: bool = False
    tense: bool = False
    colour: str = ""
    tempo: float | None = None
    force: float | None = None
    size: float | None = None
    count: int | None = None
    heading: int | None = None
    lift: int | None = None
    negates: bool = False
    adds: Kind | None = None
    empties: bool = False

    def words(self) -> tuple[str, ...]:
        """Every singular word and phrase of the entry."""
        return listed(self.en) + listed(self.ar)

    def plurals(self) -> tuple[str, ...]:
        """Every irregular plural."""
        return listed(self.en_plural) + listed(self.ar_plural)

    def kinds(self) -> tuple[str, ...]:
        """Words for special kinds of it, which are drawn as any other."""
        return listed(self.en_kinds) + listed(self.ar_kinds)


class Phrase(msgspec.Struct, frozen=True):
    """A way of writing an entry: folded words in a row. `number` is MANY for a plural; `special`
    ones say more than the entry does, as "dachshund" says more than "dog"."""

    pieces: tuple[str, ...]
    entry: Entry
    number: int = 1
    special: bool = False


Relation = tuple[tuple[str, ...], str]
"""The folded words of a relation, and its name."""


class Lexicon:
    """All entries by name, and their phrases by first word."""

    def __init__(
        self,
        entries: list[Entry],
        stop: Words,
        joins: Words,
        links: Words,
        relations: dict[str, str],
        acts: dict[str, dict[str, str]],
        hides: dict[str, str],
        keeps: dict[str, str],
    ) -> None:
        self.entries = {entry.name: entry for entry in entries}
        self._acts = acts
        self._hides = {name: frozenset(listed(places)) for name, places in hides.items()}
        self._keeps = {name: frozenset(listed(kinds)) for name, kinds in keeps.items()}
        self._known_acts: dict[tuple[str, str], Words] = {}
        self._relations: dict[str, list[Relation]] = {}
        for name, texts in relations.items():
            for text in listed(texts):
                words = pieces(text)
                self._relations.setdefault(words[0], []).append((words, name))
        for found in self._relations.values():
            found.sort(key=lambda relation: -len(relation[0]))
        self.stop = stop
        self.joins = joins
        self.links = links
        self._phrases: dict[str, list[Phrase]] = {}
        self._by_length: dict[int, list[str]] = {}
        for entry in entries:
            self._add(entry)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase.pieces))

    def starting(self, piece: str) -> list[Phrase]:
        """Phrases whose first folded word this is, the longest first."""
        return self._phrases.get(piece, [])

    def relations(self, piece: str) -> list[Relation]:
        """Ways of saying how things stand to one another that start so, the longest first."""
        return self._relations.get(piece, [])

    def does(self, entry: Entry, action: str) -> bool:
        """Whether a subject with this head can be seen or heard doing this."""
        if action in listed(entry.does):
            return True
        return any(action in self._known(table, entry) for table in ("does", "usual", "heard"))

    def does_anyway(self, entry: Entry, action: str, perched: bool = False) -> bool:
        """Whether it is seen doing this unless something else is said; some only where they are
        perched on something."""
        known = self._known("usual", entry)
        return action in (known | self._known("perched", entry) if perched else known)

    def only_heard(self, entry: Entry, action: str) -> bool:
        """Whether it is heard doing this but looks as ever."""
        seen = self._known("does", entry) | self._known("usual", entry)
        return action in self._known("heard", entry) - seen

    def hides(self, place: Place, what: str) -> bool:
        """Whether an "hour", "wind", a weather or season isn't seen in a place."""
        room = not setting_of(place).open_air and what in UNSEEN_INDOORS
        return room or place in self._hides.get(what, ())

    def keeps(self, what: str, kind: Kind) -> bool:
        """Whether a kind can't be given another "colour"."""
        return kind in self._keeps[what]

    def _known(self, table: str, entry: Entry) -> Words:
        """What grammar.toml says of its painter and of its kind."""
        if entry.draws is None:
            return frozenset()
        key = (table, entry.draws)
        if key not in self._known_acts:
            rows = self._acts[table]
            painter = builds()[entry.draws].painter
            said = [*listed(rows.get(painter, "")), *listed(rows.get(entry.draws, ""))]
            off = {name[1:] for name in said if name.startswith("-")}
            self._known_acts[key] = frozenset(said) - off
        return self._known_acts[key]

    def of_length(self, length: int) -> list[str]:
        """First words of phrases with this many letters."""
        if not self._by_length:
            for word in self._phrases:
                self._by_length.setdefault(len(word), []).append(word)
        return self._by_length.get(length, [])

    def head(self, entry: Entry) -> Entry:
        """What the entry is drawn as: itself, or the end of its "is a kind of" chain."""
        while entry.is_a:
            entry = self.entries[entry.is_a]
        return entry

    def _add(self, entry: Entry) -> None:
        phrases = [Phrase(pieces(text), entry) for text in entry.words()]
        phrases += [Phrase(pieces(text), entry, MANY) for text in entry.plurals()]
        phrases += [Phrase(pieces(text), entry, special=True) for text in entry.kinds()]
        for phrase in phrases:
            self._phrases.setdefault(phrase.pieces[0], []).append(phrase)


def listed(text: str) -> tuple[str, ...]:
    """The parts of a comma-separated list."""
    return tuple(part.strip() for part in _COMMA.split(text) if part.strip())


def pieces(text: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tuple(fold(word) for word in _PIECE.findall(text))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon that comes with the program, read at the first call."""
    rules = read_file(FOLDER / GRAMMAR)
    grammar = rules["stop"]
    entries = [entry for path in entry_files() for entry in entries_in(path)]
    return Lexicon(
        entries,
        _folded(grammar["en"], grammar["ar"]),
        _folded(grammar["joins"]),
        _folded(grammar["links"]),
        rules["relations"],
        {table: rules[table] for table in ("does", "usual", "perched", "heard")},
        rules["hides"],
        rules["keeps"],
    )


def entry_files() -> list[Path]:
    """The files that hold entries, in a fixed order."""
    return sorted(path for path in FOLDER.glob("*.toml") if path.name != GRAMMAR)


def entries_in(path: Path) -> list[Entry]:
    """The entries of a file. Raises msgspec.ValidationError where one breaks the schema."""
    table = read_file(path)
    kind = table.pop("kind")
    return [
        msgspec.convert({"name": name, "kind": kind, **fields}, Entry)
        for name, fields in table.items()
    ]


def read_file(path: Path) -> dict[str, Any]:
    """A TOML file as plain values."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _folded(*lists: str) -> Words:
    return frozenset(" ".join(pieces(word)) for text in lists for word in listed(text))
