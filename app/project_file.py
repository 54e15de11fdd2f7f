"""The project file: SQLite, in which every edit is a committed row, so that nothing is lost.

Each row holds the whole document after an edit, as compressed JSON; the undo position is kept
too, so undo survives a restart. Media stay outside. One process has a file open at a time.
"""

import os
import sqlite3
import zlib
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec

from app.document.project import Project
from app.errors import FileReason, FileRefused
from app.history import DEPTH, History, Step
from app.jobs_table import JobsTable
from app.migrations import SCHEMA, migrate
from engine.contract.wire import decode, encode

SUFFIX = ".laqta"
APPLICATION_ID = 0x4C515441  # "LQTA"
KEPT_STEPS = 1000

_TABLES = """
CREATE TABLE steps (
    number INTEGER PRIMARY KEY, label TEXT NOT NULL, made TEXT NOT NULL, document BLOB NOT NULL);
CREATE TABLE versions (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, made TEXT NOT NULL, document BLOB NOT NULL);
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE jobs (number INTEGER PRIMARY KEY, job BLOB NOT NULL);
"""


class Version(msgspec.Struct, frozen=True):
    """A state of the document that the user gave a name. `made` is UTC, ISO 8601."""

    number: int
    name: str
    made: str


class ProjectFile:
    """An open project file, locked for others until it is closed."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self.jobs = JobsTable(connection)

    @classmethod
    def create(cls, path: Path, project: Project) -> "ProjectFile":
        """A new file with one step. Raises FileRefused where there is a file already."""
        if path.exists():
            raise FileRefused("exists", str(path))
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(path)
        file = cls(path, connection)
        with _told(path):
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
            with file._transaction():
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA}")
                file._set_fact("position", "1")
                file._set_fact("home", str(path.parent.resolve()))
                file._insert(1, "", project)
        return file

    @classmethod
    def open(cls, path: Path) -> "ProjectFile":
        """An existing file. Raises FileRefused, and leaves a file that isn't fine as it is."""
        if not path.is_file():
            raise FileRefused("missing", str(path))
        with _told(path):
            connection = _connect(path)
        try:
            with _told(path):
                _check(path, connection)
                file = cls(path, connection)
                file.history()
        except FileRefused:
            connection.close()
            raise
        return file

    @property
    def home(self) -> Path:
        """The folder in which the file lay when it was last written: media lie relative to it."""
        return Path(self._fact("home"))

    def history(self) -> History:
        """The steps that undo and redo can reach."""
        rows = self._connection.execute(
            "SELECT number, label, document FROM steps ORDER BY number"
        ).fetchall()
        position = [row[0] for row in rows].index(int(self._fact("position")))
        first = max(0, position - DEPTH)
        steps = [Step(label, partial(unpack, document)) for _, label, document in rows[first:]]
        history = History(steps, position - first)
        with _told(self.path):
            _ = history.project
        return history

    def append(self, label: str, project: Project) -> None:
        """Commit a step after the current one; steps that were undone go."""
        position = int(self._fact("position"))
        with self._transaction():
            self._connection.execute("DELETE FROM steps WHERE number > ?", (position,))
            self._insert(position + 1, label, project)
            self._connection.execute(
                "DELETE FROM steps WHERE number <= ?", (position + 1 - KEPT_STEPS,)
            )
            self._set_fact("position", str(position + 1))

    def move_position(self, by: int) -> None:
        """Commit that undo (-1) or redo (+1) was done."""
        with self._transaction():
            self._set_fact("position", str(int(self._fact("position")) + by))

    def save_version(self, name: str) -> None:
        """Keep the current state under a name, whatever becomes of undo."""
        with self._transaction():
            self._connection.execute(
                "INSERT INTO versions (name, made, document) "
                "SELECT ?, ?, document FROM steps WHERE number = ?",
                (name, _now(), int(self._fact("position"))),
            )

    def versions(self) -> tuple[Version, ...]:
        """The named states, oldest first."""
        rows = self._connection.execute("SELECT number, name, made FROM versions ORDER BY number")
        return tuple(Version(*row) for row in rows)

    def version(self, number: int) -> Project:
        """The document of a named state. Raises KeyError."""
        row = self._connection.execute(
            "SELECT document FROM versions WHERE number = ?", (number,)
        ).fetchone()
        if row is None:
            raise KeyError(number)
        return unpack(row[0])

    def settle_home(self) -> None:
        """Note where the file lies now, once its media have been found again."""
        with self._transaction():
            self._set_fact("home", str(self.path.parent.resolve()))

    def save_as(self, path: Path) -> "ProjectFile":
        """A copy at `path` with all steps, opened; this file stays open. A file there goes."""
        part = path.with_name(path.name + ".part")
        with _told(path):
            _refuse_busy(path)
            part.unlink(missing_ok=True)
            copy = sqlite3.connect(part)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()
            _swap(part, path)
        file = ProjectFile.open(path)
        file.settle_home()
        return file

    def close(self) -> None:
        """Let others open the file."""
        self._connection.close()

    def _insert(self, number: int, label: str, project: Project) -> None:
        self._connection.execute(
            "INSERT INTO steps VALUES (?, ?, ?, ?)", (number, label, _now(), pack(project))
        )

    def _fact(self, name: str) -> str:
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise FileRefused("damaged", str(self.path), f"no {name}")
        return row[0]

    def _set_fact(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    @contextmanager
    def _transaction(self) -> Generator[None, None, None]:
        with _told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def pack(project: Project) -> bytes:
    """The document as it is stored: compressed JSON."""
    return zlib.compress(encode(project), 1)


def unpack(document: bytes) -> Project:
    """The document again. Raises zlib.error or msgspec.DecodeError on damage."""
    return decode(zlib.decompress(document), Project)


def _connect(path: Path) -> sqlite3.Connection:
    """Exclusive from the first read on; a commit is on the disk when it returns."""
    connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA application_id").fetchone()
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def _check(path: Path, connection: sqlite3.Connection) -> None:
    """Refuse what isn't a sound project of a known schema, before anything is written."""
    name = str(path)
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise FileRefused("foreign", name)
    schema: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if schema > SCHEMA:
        raise FileRefused("newer", name)
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise FileRefused("damaged", name, found)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN EXCLUSIVE")
    migrate(connection, schema)
    connection.execute("COMMIT")


@contextmanager
def _told(path: Path) -> Generator[None, None, None]:
    """Whatever SQLite and the system raise, as a FileRefused about this path."""
    try:
        yield
    except sqlite3.Error as error:
        raise FileRefused(_reason(error), str(path), str(error)) from error
    except (zlib.error, msgspec.DecodeError, ValueError) as error:
        raise FileRefused("damaged", str(path), str(error)) from error
    except OSError as error:
        raise FileRefused("unwritable", str(path), str(error)) from error


def _reason(error: sqlite3.Error) -> FileReason:
    match getattr(error, "sqlite_errorname", "").split("_")[1:2]:
        case ["BUSY" | "LOCKED"]:
            return "busy"
        case ["NOTADB"]:
            return "foreign"
        case ["FULL"]:
            return "disk_full"
        case ["READONLY" | "CANTOPEN" | "PERM"]:
            return "unwritable"
        case _:
            return "damaged"


def _refuse_busy(path: Path) -> None:
    """Raises sqlite3.OperationalError when another Laqta has the file at `path` open."""
    if not path.exists():
        return
    connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    try:
        with suppress(sqlite3.DatabaseError):
            connection.execute("PRAGMA application_id").fetchone()
    finally:
        connection.close()


def _swap(part: Path, path: Path) -> None:
    """The finished copy takes its name, and both are on the disk afterwards."""
    with part.open("rb") as file:
        os.fsync(file.fileno())
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    part.replace(path)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
