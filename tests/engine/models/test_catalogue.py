"""The catalogue's entries hold together, and each has a family that runs it."""

from pathlib import Path

import msgspec
import pytest

from engine.diffusion.families.registry import FAMILIES
from engine.models.catalogue import Entry, catalogue
from engine.models.single_files import PUBLISHED
from engine.models.store import Store
from tests.fakes.weights import wan_files, write

APACHE = "Apache 2.0"


def test_no_two_entries_are_the_same():
    entries = catalogue()
    assert len({entry.id for entry in entries}) == len(entries)
    assert len({entry.repository for entry in entries}) == len(entries)


def test_models_under_a_free_licence_come_first():
    free = [entry.licence.name == APACHE for entry in catalogue()]
    assert free[0] and free == sorted(free, reverse=True)


def test_other_licences_say_what_they_forbid():
    for entry in catalogue():
        licence = entry.licence
        assert licence.url.startswith("https://")
        assert licence.limits or licence.name in (APACHE, "MIT")
        assert all(limit.endswith(".") for limit in licence.limits)


@pytest.mark.parametrize("entry", catalogue(), ids=lambda entry: entry.id)
def test_what_an_entry_says_can_be(entry: Entry):
    ability, counts = entry.ability, entry.ability.counts
    assert entry.family in FAMILIES and ability.tasks and ability.profiles
    assert all(number % counts.every == counts.rest for number in (counts.least, counts.most))
    width, height = ability.sizes.usual
    assert width % ability.sizes.step == height % ability.sizes.step == 0
    assert ability.sizes.least**2 <= width * height <= ability.sizes.pixels
    assert len({profile.name for profile in ability.profiles}) == len(ability.profiles)


def test_no_commit_is_made_up():
    assert {entry.revision for entry in catalogue()} == {"main"}


def test_a_row_with_an_unknown_field_is_refused():
    row = msgspec.to_builtins(catalogue()[0]) | {"licens": "x"}
    with pytest.raises(msgspec.ValidationError, match="licens"):
        msgspec.convert(row, Entry)


def test_a_row_that_says_nothing_of_a_step_cache_has_none():
    row = msgspec.to_builtins(catalogue()[0])
    for profile in row["ability"]["profiles"]:
        profile.pop("cache")
    assert {each.cache for each in msgspec.convert(row, Entry).ability.profiles} == {0.0}


def test_single_files_are_told_apart_by_families_that_exist():
    assert {each.family for each in PUBLISHED} <= set(FAMILIES)


def test_what_wan_is_said_to_make_is_what_its_family_makes_of_it(store: Store, tmp_path: Path):
    folder = write(tmp_path / "Wan2.1-T2V-1.3B-Diffusers", wan_files())
    assert Store(store.home).add(str(folder)).ability == catalogue()[0].ability
