"""What the engine reports while it works, and how it fails.

The engine names a reason and a subject; app.errors alone turns them into a sentence for a person.
"""

from typing import Literal

import msgspec

Reason = Literal[
    "media_missing",
    "media_unreadable",
    "media_unsupported",
    "media_too_large",
    "disk_full",
    "not_writable",
    "overwrites_source",
    "encoding_failed",
    "verification_failed",
    "engine_died",
    "engine_hung",
    "bad_request",
    "model_missing",
    "model_damaged",
    "model_pickled",
    "model_runs_code",
    "model_unknown",
    "model_unfit",
    "out_of_memory",
    "download_failed",
    "download_refused",
    "download_damaged",
    "offline",
    "unexpected",
]


class EngineFault(Exception):
    """A failure that a person can be told about: a reason, what it is about, technical detail."""

    def __init__(self, reason: Reason, subject: str = "", detail: str = "") -> None:
        super().__init__(f"{reason}: {subject} {detail}".strip())
        self.reason: Reason = reason
        self.subject, self.detail = subject, detail

    def __reduce__(self) -> tuple[type, tuple[str, str, str]]:
        return type(self), (self.reason, self.subject, self.detail)


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """`done` of `total` frames are written; `remaining` seconds are left, None while unknown."""

    done: int
    total: int
    remaining: float | None = None


class Done(msgspec.Struct, frozen=True, tag="done"):
    """The file is complete, verified and in its place."""

    path: str
    frames: int


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """The work ended without a result; nothing half-written is left."""

    reason: Reason
    subject: str = ""
    detail: str = ""


class Cancelled(msgspec.Struct, frozen=True, tag="cancelled"):
    """The work was stopped on request; nothing half-written is left."""


class Playback(msgspec.Struct, frozen=True, tag="playback"):
    """Where playback stands. `dropped` counts pictures skipped since it started."""

    frame: int
    playing: bool
    dropped: int = 0


JobEvent = Progress | Done | Failed | Cancelled
