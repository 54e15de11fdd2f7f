"""What SQLite and the system raise about a project file, as one kind of refusal."""

import errno
import sqlite3
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from app.errors import FileReason, FileRefused


@contextmanager
def told(path: Path) -> Generator[None, None, None]:
    """Raises FileRefused about this path for every failure to read or write it."""
    try:
        yield
    except sqlite3.Error as error:
        raise FileRefused(_reason(error), str(path), str(error)) from error
    except (zlib.error, msgspec.DecodeError, ValueError) as error:
        raise FileRefused("damaged", str(path), str(error)) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        reason: FileReason = "disk_full" if full else "unwritable"
        raise FileRefused(reason, str(path), str(error)) from error


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process has the file."""
    return _reason(error) == "busy"


def _reason(error: sqlite3.Error) -> FileReason:
    match getattr(error, "sqlite_errorname", "").split("_")[1:2]:
        case ["BUSY" | "LOCKED"]:
            return "busy"
        case ["NOTADB"]:
            return "foreign"
        case ["FULL"]:
            return "disk_full"
        case ["READONLY" | "CANTOPEN" | "PERM" | "IOERR"]:
            return "unwritable"
        case _:
            return "damaged"
