"""The lexicon's files keep their schema and don't contradict one another."""

from collections import defaultdict
from typing import get_args

import pytest

from engine.animatic.acting import SILHOUETTE, SOMEONE
from engine.animatic.build import builds
from engine.animatic.lexicon import (
    Entry,
    EntryKind,
    Lexicon,
    entries_in,
    entry_files,
    lexicon,
    listed,
    pieces,
)
from engine.animatic.paint.styles import STYLES
from engine.animatic.scene import Hour
from engine.animatic.senses import NOUNS
from engine.animatic.setting import settings
from engine.animatic.sounding.named import NAMES as NAMES_OF_SOUNDS
from engine.animatic.wordforms import fold, is_arabic

ENTRIES = list(lexicon().entries.values())
NEEDS = {"land", "water", "deep", "air", "space"}
NAMES = [entry.name for entry in ENTRIES]


def test_every_file_opens_with_an_explanation() -> None:
    for path in entry_files():
        head = path.read_text(encoding="utf-8").split("kind =")[0]
        assert head.startswith("# ") and "how" in head.lower(), path.name


def test_names_are_given_once() -> None:
    in_files = [entry.name for path in entry_files() for entry in entries_in(path)]
    assert sorted(in_files) == sorted(NAMES)


@pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)
def test_an_entry_has_words_in_english_and_in_arabic(entry: Entry) -> None:
    english, arabic = listed(entry.en), listed(entry.ar)
    assert english and arabic
    assert not any(is_arabic(word) for word in english + listed(entry.en_plural))
    assert all(is_arabic(word) for word in arabic + listed(entry.ar_plural))


@pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)
def test_what_an_entry_refers_to_exists(entry: Entry) -> None:
    words = lexicon()
    if entry.is_a:
        assert entry.is_a in words.entries
        assert not words.head(entry).is_a
    places, kinds = set(settings()), set(builds())
    assert set(listed(entry.shows)) <= places
    assert set(listed(entry.on)) | set(listed(entry.has)) <= NEEDS
    assert set(listed(entry.part_of)) <= places | kinds | {SOMEONE}
    colours = {one.name for one in ENTRIES if one.kind == "colour"}
    assert set(listed(entry.comes_in)) <= colours
    actions = {one.action for one in ENTRIES if one.action}
    assert set(listed(entry.does)) | set(listed(entry.or_does)) <= actions


def test_a_word_has_one_meaning_as_a_noun_and_one_as_a_verb() -> None:
    owners: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for entry in ENTRIES:
        role = "noun" if entry.kind in NOUNS else "verb" if entry.kind == "action" else "other"
        for word in entry.words() + entry.plurals() + entry.kinds():
            owners[pieces(word), role].add(entry.name)
    twice = {" ".join(word): names for (word, _), names in owners.items() if len(names) > 1}
    assert not twice


def test_no_word_is_both_an_entry_and_a_stop_word() -> None:
    words = lexicon()
    singles = {pieces(word) for entry in ENTRIES for word in entry.words()}
    assert not {word for (word, *rest) in singles if not rest} & words.stop


def test_everything_a_scene_can_show_has_a_word() -> None:
    def given(field: str) -> set[str]:
        return {getattr(entry, field) for entry in ENTRIES} - {None}

    assert given("place") == set(settings())
    assert given("draws") == set(builds()) - {SILHOUETTE}
    assert given("style") == set(STYLES)
    assert given("sound") <= set(NAMES_OF_SOUNDS)
    assert given("hour") == set(get_args(Hour))
    assert given("weather") == {"clouds", "overcast", "rain", "snow", "fog", "storm", "clear"}
    assert {entry.kind for entry in ENTRIES} == set(get_args(EntryKind))


def test_a_breach_of_the_schema_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "wrong.toml"
    path.write_text("kind = 'place'\n[moor]\nen = 'moor'\nar = 'سبخة'\nplaec = 'hills'\n", "utf-8")
    with pytest.raises(ValueError, match="plaec"):
        entries_in(path)


def test_folding_evens_out_spelling() -> None:
    assert fold("Café") == "cafe"
    assert fold("الصَّحراءُ") == fold("الصحراء")
    assert fold("أفق") == fold("افق")
    assert fold("مدينة") == fold("مدينه")
    assert fold("lighthouse's") == "lighthouse"


def test_a_head_ends_the_chain() -> None:
    words: Lexicon = lexicon()
    assert words.head(words.entries["yacht"]).name == "sailboat"
    assert words.head(words.entries["sea"]).name == "sea"
