"""What SQLite says, in words that a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from warroom.domain.errors import StoreError

_CODES: Final = 0xFF  # the primary code; the rest is detail

_WORDS: Final = {
    sqlite3.SQLITE_BUSY: (
        "The database is locked.", "another program is writing to it and did not finish in time",
        "Try again; if it stays so, close the other program.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "The database is locked.", "another part of this program holds it", "Try again.",
    ),
    sqlite3.SQLITE_FULL: (
        "The disk is full.", "there is no room to store more; what was stored before is safe",
        "Free some space; warroom goes on by itself.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The database cannot be written.", "the file or its folder is read-only",
        "Give yourself write permission on both, or set another path.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The database cannot be opened.", "the folder is missing or may not be used",
        "Make the folder, give yourself permission, or set another path.",
    ),
    sqlite3.SQLITE_PERM: (
        "The database cannot be opened.", "you may not use this file", "Give yourself permission, or set another path.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "This file is not a database.", "its beginning is not that of an SQLite file",
        "Nothing was changed. Move the file away, or set another path.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The database is damaged.", "a page of the file cannot be read",
        "Copy the file, then try `sqlite3 FILE .recover`; or restore a backup.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk does not answer.", "a read or write of the database file failed", "Check the disk, then try again.",
    ),
}


def store_error(error: sqlite3.Error | DBAPIError, path: str) -> StoreError:
    """Say what went wrong with the database at ``path``."""
    inner = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(inner, "sqlite_errorcode", None)
    title, reason, hint = _WORDS.get(code & _CODES if isinstance(code, int) else -1, (
        "The database failed.", "an error that warroom does not know", "Please report it with the words above."))
    return StoreError(title, reason=f"{path}: {reason} ({inner}).", hint=hint)


@contextmanager
def spoken(path: str) -> Iterator[None]:
    """Turn every database error of the block into a StoreError."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise store_error(error, path) from error
