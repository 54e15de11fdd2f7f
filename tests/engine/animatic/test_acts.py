"""What the lexicon says that subjects do is seen of them: each act changes their pictures."""

from collections.abc import Iterator

import pytest

from engine.animatic.build import builds
from engine.animatic.lexicon import FOLDER, GRAMMAR, Entry, lexicon, listed, read_file
from engine.animatic.parse import understand
from tests.engine.animatic.test_honesty import Take, is_true, without

pytestmark = pytest.mark.usefixtures("qt_application")

TABLES = read_file(FOLDER / GRAMMAR)
NOUNS = {entry.draws: entry for entry in reversed(lexicon().entries.values()) if entry.draws}
VERBS = {
    entry.action: entry for entry in reversed(lexicon().entries.values()) if entry.kind == "action"
}


def of_row(name: str) -> Entry | None:
    """One subject for which a row of the tables holds: of that kind, or with that painter."""
    if name in NOUNS:
        return NOUNS[name]
    kinds = [kind for kind, build in builds().items() if build.painter == name and kind in NOUNS]
    return NOUNS[kinds[len(kinds) // 4]] if kinds else None


def claims(table: str) -> Iterator[tuple[str, str]]:
    """(noun, verb) for every claim of a table that its subject doesn't take back; of painters
    that do the same, the first speaks for all."""
    words = lexicon()
    rows = {acts: row for row, acts in reversed(TABLES[table].items())}
    for acts, row in rows.items():
        subject = of_row(row)
        assert subject is not None or row == "silhouette", row
        for act in listed(acts) if subject else ():
            usual = subject and words.does_anyway(subject, act)
            if subject and act in VERBS and words.does(subject, act) and not usual:
                yield listed(subject.en)[0], listed(VERBS[act].en)[0]


def sentence(noun: str, verb: str) -> str:
    """The noun doing it: "a dog barks"."""
    first, *rest = verb.split()
    ending = "es" if first.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    written = first[:-1] + "ies" if first.endswith("y") and first[-2] not in "aeou" else ""
    return " ".join(["the", noun, written or first + ending, *rest])


def test_rows_name_painters_and_kinds() -> None:
    names = {build.painter for build in builds().values()} | set(builds())
    for table in ("does", "usual", "perched", "heard"):
        assert set(TABLES[table]) <= names
        acts = {act.removeprefix("-") for row in TABLES[table].values() for act in listed(row)}
        assert acts <= set(VERBS)


@pytest.mark.parametrize(("noun", "verb"), sorted(set(claims("does"))))
def test_what_it_does_is_seen(noun: str, verb: str) -> None:
    prompt = sentence(noun, verb)
    acts = [word for word in understand(prompt).words if word.kind == "action"]
    assert [word.outcome for word in acts] in (["drawn"], ["heard"])
    assert is_true(acts[0], Take(prompt), without(prompt, acts[0]))
