"""The rows on disk that let the queue survive a restart."""

import sqlite3
from pathlib import Path

from app.storage_faults import told


class JobsTable:
    """Jobs as bytes by number, in the project file. Every call may raise FileRefused."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def all(self) -> list[tuple[int, bytes]]:
        """Every row, oldest first."""
        with told(self._path):
            rows = self._connection.execute("SELECT number, job FROM jobs ORDER BY number")
            return rows.fetchall()

    def put(self, number: int, job: bytes) -> None:
        """Write or replace a row."""
        with told(self._path):
            self._connection.execute("INSERT OR REPLACE INTO jobs VALUES (?, ?)", (number, job))

    def remove(self, number: int) -> None:
        """Take a row out."""
        with told(self._path):
            self._connection.execute("DELETE FROM jobs WHERE number = ?", (number,))
