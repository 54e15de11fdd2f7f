"""The numbered changes that bring older project files to the present schema."""

import sqlite3
from collections.abc import Callable

SCHEMA = 1

# What brings a file from schema n to n + 1, by n. Each has a test with a kept old file.
MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {}


def migrate(connection: sqlite3.Connection, schema: int) -> None:
    """Bring an open file from `schema` to the present one, in the caller's transaction."""
    for number in range(schema, SCHEMA):
        MIGRATIONS[number](connection)
        connection.execute(f"PRAGMA user_version = {number + 1}")
