"""Every failure has words: what happened and what to do."""

import errno
from typing import get_args

import pytest

from app.errors import EditRefused, FileReason, FileRefused, Refusal, trouble_of
from engine.contract.events import EngineFault, Reason

EVERY = [
    *(EngineFault(reason, "a.mp4", "detail") for reason in get_args(Reason)),
    *(EditRefused(reason, "the sea") for reason in get_args(Refusal)),
    *(FileRefused(reason, "film.laqta", "detail") for reason in get_args(FileReason)),
    ValueError("a speed lies between 0.05 and 20"),
    OSError(errno.ENOSPC, "No space left on device", "a.mp4"),
    PermissionError(errno.EACCES, "Permission denied", "a.mp4"),
    FileNotFoundError(errno.ENOENT, "No such file", "a.mp4"),
    OSError("odd"),
    RuntimeError("a bug"),
    ValueError(),
]


@pytest.mark.parametrize("error", EVERY, ids=repr)
def test_it_says_what_happened_and_what_to_do(error: Exception):
    trouble = trouble_of(error)
    for sentence in (trouble.what, trouble.do):
        assert sentence
        assert sentence[0].isupper() or sentence.startswith("{subject}")
        assert "{" not in sentence.replace("{subject}", "")
    assert trouble.do.endswith(".")
    assert "{subject}" not in trouble.text


def test_the_subject_stands_in_the_sentence():
    trouble = trouble_of(EngineFault("media_missing", "/films/{odd} name.mp4"))
    assert "/films/{odd} name.mp4 is not there" in trouble.text


def test_a_bug_keeps_its_detail():
    assert trouble_of(RuntimeError("a bug")).detail == "RuntimeError: a bug"


def test_a_full_disk_is_told_as_such_whoever_meets_it():
    full = OSError(errno.ENOSPC, "No space left on device", "a.mp4")
    assert trouble_of(full).what == trouble_of(EngineFault("disk_full")).what
