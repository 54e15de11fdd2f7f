"""The numbered changes that bring older project files to the present schema."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

SCHEMA = 2


def jobs_of_several_kinds(connection: sqlite3.Connection) -> None:
    """Jobs were exports alone, in the order of their numbers."""
    connection.execute("ALTER TABLE jobs ADD COLUMN place INTEGER NOT NULL DEFAULT 0")
    connection.execute("UPDATE jobs SET place = number")
    for number, row in connection.execute("SELECT number, job FROM jobs").fetchall():
        connection.execute("UPDATE jobs SET job = ? WHERE number = ?", (_as_export(row), number))


# What brings a file from schema n to n + 1, by n. Each has a test with a kept old file.
MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {1: jobs_of_several_kinds}


def migrate(connection: sqlite3.Connection, schema: int) -> None:
    """Bring an open file from `schema` to the present one, in the caller's transaction."""
    for number in range(schema, SCHEMA):
        MIGRATIONS[number](connection)
        connection.execute(f"PRAGMA user_version = {number + 1}")


def _as_export(row: bytes) -> bytes:
    """The job with its plan and delivery as the work that it does; unreadable rows stay."""
    try:
        job: dict[str, Any] = json.loads(row)
        work = {"type": "export", "plan": job.pop("plan"), "delivery": job.pop("delivery")}
    except (ValueError, KeyError, AttributeError):
        return row
    return json.dumps({**job, "work": work}).encode()
