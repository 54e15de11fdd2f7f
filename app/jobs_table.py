"""The rows on disk that let the queue survive a restart."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from app.storage_faults import told


class JobsTable:
    """Jobs as bytes by number, in the project file. Every call may raise FileRefused."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def all(self) -> list[tuple[int, bytes]]:
        """Every row, in the queue's order."""
        with told(self._path):
            rows = self._connection.execute("SELECT number, job FROM jobs ORDER BY place, number")
            return rows.fetchall()

    def put(self, number: int, job: bytes) -> None:
        """Replace a row where it is, or write a new one behind the others."""
        with told(self._path):
            self._connection.execute(
                "INSERT INTO jobs (number, job, place) "
                "VALUES (?, ?, (SELECT coalesce(max(place), 0) + 1 FROM jobs)) "
                "ON CONFLICT (number) DO UPDATE SET job = excluded.job",
                (number, job),
            )

    def arrange(self, numbers: Iterable[int]) -> None:
        """Put the rows in this order, all of them or none."""
        places = [(place, number) for place, number in enumerate(numbers, 1)]
        with told(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany("UPDATE jobs SET place = ? WHERE number = ?", places)
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def remove(self, number: int) -> None:
        """Take a row out."""
        with told(self._path):
            self._connection.execute("DELETE FROM jobs WHERE number = ?", (number,))

    @property
    def paused(self) -> bool:
        """Whether the queue was told to start nothing."""
        with told(self._path):
            found = self._connection.execute("SELECT 1 FROM facts WHERE name = 'queue_paused'")
            return found.fetchone() is not None

    def pause(self, paused: bool) -> None:
        """Keep whether the queue starts nothing."""
        statement = (
            "INSERT OR REPLACE INTO facts VALUES ('queue_paused', 'yes')"
            if paused
            else "DELETE FROM facts WHERE name = 'queue_paused'"
        )
        with told(self._path):
            self._connection.execute(statement)
