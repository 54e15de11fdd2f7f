"""The rows on disk that let the queue survive a restart."""

import sqlite3


class JobsTable:
    """Jobs as bytes by number, in the project file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[tuple[int, bytes]]:
        """Every row, oldest first."""
        return self._connection.execute("SELECT number, job FROM jobs ORDER BY number").fetchall()

    def put(self, number: int, job: bytes) -> None:
        """Write or replace a row."""
        self._connection.execute("INSERT OR REPLACE INTO jobs VALUES (?, ?)", (number, job))

    def remove(self, number: int) -> None:
        """Take a row out."""
        self._connection.execute("DELETE FROM jobs WHERE number = ?", (number,))
