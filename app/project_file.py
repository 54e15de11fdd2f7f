"""The project file: SQLite, in which every edit is a committed row, so that nothing is lost.

Each row holds the whole document after an edit, as compressed JSON; the undo position is kept
too, so undo survives a restart. Media stay outside. One process has a file open at a time.
"""

import os
import sqlite3
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import msgspec

from app.document.project import Project
from app.errors import FileRefused
from app.history import DEPTH, History, Step
from app.jobs_table import JobsTable
from app.migrations import SCHEMA, migrate
from app.storage_faults import is_busy, told
from app.take_files import Moves, readdressed, rendered_in
from engine.contract.wire import decode, encode

SUFFIX = ".laqta"
APPLICATION_ID = 0x4C515441  # "LQTA"
KEPT_STEPS = 1000
DOCUMENTS = ("steps", "versions")
"""The tables whose rows hold a whole document each."""

TABLES = (
    "CREATE TABLE steps (number INTEGER PRIMARY KEY, label TEXT NOT NULL, made TEXT NOT NULL, "
    "document BLOB NOT NULL)",
    "CREATE TABLE versions (number INTEGER PRIMARY KEY, name TEXT NOT NULL, made TEXT NOT NULL, "
    "document BLOB NOT NULL)",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    "CREATE TABLE jobs (number INTEGER PRIMARY KEY, job BLOB NOT NULL, "
    "place INTEGER NOT NULL DEFAULT 0)",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {SCHEMA}",
)


class Version(msgspec.Struct, frozen=True):
    """A state of the document that the user gave a name. `made` is UTC, ISO 8601."""

    number: int
    name: str
    made: str


class ProjectFile:
    """An open project file, locked for others until it is closed. Calls may raise FileRefused."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self.jobs = JobsTable(path, connection)

    @classmethod
    def create(cls, path: Path, project: Project) -> "ProjectFile":
        """A new file with one step. Refused where there is a file already."""
        if path.exists():
            raise FileRefused("exists", str(path))
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = _connect(path)
            connection.execute("PRAGMA journal_mode = WAL")
        file = cls(path, connection)
        with file._transaction():
            for statement in TABLES:
                connection.execute(statement)
            file._set_fact("home", str(path.parent.resolve()))
            file._insert(1, "", project)
        return file

    @classmethod
    def open(cls, path: Path) -> "ProjectFile":
        """An existing file. One that isn't fine is refused and left as it is."""
        if not path.is_file():
            raise FileRefused("missing", str(path))
        with told(path):
            connection = _connect(path)
        try:
            with told(path):
                _check(path, connection)
                file = cls(path, connection)
                _ = file.history().project
        except FileRefused:
            connection.close()
            raise
        return file

    @property
    def home(self) -> Path:
        """The folder that the media were last known to lie relative to."""
        return Path(self._fact("home"))

    def history(self) -> History:
        """The steps that undo and redo can reach."""
        position = int(self._fact("position"))
        with told(self.path):
            rows = self._connection.execute(
                "SELECT number, label, document FROM steps WHERE number >= ? ORDER BY number",
                (position - DEPTH,),
            ).fetchall()
            steps = [Step(label, partial(unpack, document)) for _, label, document in rows]
            return History(steps, [row[0] for row in rows].index(position))

    def append(self, label: str, project: Project) -> None:
        """Commit a step after the current one; steps that were undone go."""
        number = int(self._fact("position")) + 1
        with self._transaction():
            self._connection.execute("DELETE FROM steps WHERE number >= ?", (number,))
            self._insert(number, label, project)
            self._connection.execute("DELETE FROM steps WHERE number <= ?", (number - KEPT_STEPS,))

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
        with told(self.path):
            rows = self._connection.execute(
                "SELECT number, name, made FROM versions ORDER BY number"
            )
            return tuple(Version(*row) for row in rows)

    def version(self, number: int) -> Project:
        """The document of a named state. Raises KeyError."""
        with told(self.path):
            row = self._connection.execute(
                "SELECT document FROM versions WHERE number = ?", (number,)
            ).fetchone()
            if row is None:
                raise KeyError(number)
            return unpack(row[0])

    def rendered(self) -> set[Path]:
        """The files of all takes that a step or a version has."""
        files: set[Path] = set()
        with told(self.path):
            for table in DOCUMENTS:
                for (document,) in self._connection.execute(f"SELECT document FROM {table}"):
                    files |= rendered_in(zlib.decompress(document))
        return files

    def settle_home(self) -> None:
        """Note where the file lies now, once its media have been found again."""
        if self.home != self.path.parent.resolve():
            with self._transaction():
                self._set_fact("home", str(self.path.parent.resolve()))

    def save_as(self, path: Path, moves: Moves | None = None) -> "ProjectFile":
        """A copy at `path` with all steps, opened; this file stays open. A file there goes.

        In the copy the files that `moves` names are where it says.
        """
        part = path.with_name(path.name + ".part")
        with told(path):
            _refuse_busy(path)
            part.unlink(missing_ok=True)
            copy = sqlite3.connect(part)
            try:
                self._connection.backup(copy)
                _readdress(copy, moves or {})
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
        self._set_fact("position", str(number))

    def _fact(self, name: str) -> str:
        with told(self.path):
            row = self._connection.execute(
                "SELECT value FROM facts WHERE name = ?", (name,)
            ).fetchone()
        if row is None:
            raise FileRefused("damaged", str(self.path), f"no {name}")
        return row[0]

    def _set_fact(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    @contextmanager
    def _transaction(self) -> Generator[None, None, None]:
        """All of it or nothing, and on the disk when it is over."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")


def latest_readable(path: Path) -> Project:
    """The latest state that can be read in a damaged project, which stays as it is.

    Raises FileRefused when there is none.
    """
    with told(path):
        source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        project = _newest(source)
    finally:
        source.close()
    if project is None:
        raise FileRefused("damaged", str(path))
    return project


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


def _newest(source: sqlite3.Connection) -> Project | None:
    """From the newest step back, each read by itself: damage in one must not hide the others."""
    try:
        newest = source.execute("SELECT max(number) FROM steps").fetchone()[0] or 0
    except sqlite3.Error:
        newest = KEPT_STEPS
    for number in range(newest, max(0, newest - KEPT_STEPS), -1):
        try:
            row = source.execute("SELECT document FROM steps WHERE number = ?", (number,))
            document = row.fetchone()
            if document is not None:
                return unpack(document[0])
        except (sqlite3.Error, zlib.error, msgspec.DecodeError, ValueError):
            continue
    return None


def _readdress(connection: sqlite3.Connection, moves: Moves) -> None:
    """Let every step, version and job know where the files are."""
    if not moves:
        return
    for table in DOCUMENTS:
        rows = connection.execute(f"SELECT number, document FROM {table}").fetchall()
        for number, document in rows:
            moved = zlib.compress(readdressed(zlib.decompress(document), moves), 1)
            connection.execute(f"UPDATE {table} SET document = ? WHERE number = ?", (moved, number))
    for number, job in connection.execute("SELECT number, job FROM jobs").fetchall():
        moved = readdressed(job, moves)
        connection.execute("UPDATE jobs SET job = ? WHERE number = ?", (moved, number))
    connection.commit()


def _refuse_busy(path: Path) -> None:
    """Raises sqlite3.OperationalError when a Laqta has the file at `path` open."""
    if not path.exists():
        return
    connection = sqlite3.connect(path, timeout=0.2, isolation_level=None)
    try:
        connection.execute("PRAGMA application_id").fetchone()
    except sqlite3.Error as error:
        if is_busy(error):
            raise
    finally:
        connection.close()


def _swap(part: Path, path: Path) -> None:
    """The finished copy takes its name, and both are on the disk afterwards."""
    _flush(part)
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    part.replace(path)
    if os.name == "posix":
        _flush(path.parent)


def _flush(path: Path) -> None:
    """A file's content, or a folder's names, to the disk."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
