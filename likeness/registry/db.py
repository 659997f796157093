"""The door to the one file: SQLCipher or plain SQLite through peewee, one writer, nothing saved that can be lost.

- Rollback journal, `synchronous=EXTRA`, `secure_delete`, foreign keys, `BEGIN IMMEDIATE` (DESIGN decision 10).
- The pragmas are read back: a setting that did not take is an error, not a hope.
- Whatever the engine raises leaves here as `Broken` with a code a person can be told about.
- Closed is closed: peewee would open a new connection for whoever asks next, with the key, after the lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from likeness.errors import Broken, Refused
from likeness.values.alphabet import alphabet

APPLICATION_ID = 0x4C494B31  # "LIK1"
_BUSY_SECONDS = 5
_PAGES = 1_024  # copied at a time: 4 MiB
_OFTEN = 1_000  # steps of the engine after which it asks whether to stop: less than a millisecond
_STOPPED = "interrupted"
_PRAGMAS: dict[str, Any] = {
    "cipher_log_level": "none",  # first: a wrong key prints noise otherwise
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "secure_delete": 1,
    "foreign_keys": 1,
    "temp_store": 2,  # no plain temporary files
    "cache_size": -65_536,  # 64 MiB: decrypting a page twice costs more than keeping it
    "cache_spill": 262_144,  # pages, 1 GiB: once some are written before the end, nobody can read until it has come
}
_MEANINGS = (
    ("locked", "in-use"),
    ("busy", "in-use"),
    ("full", "disk-full"),
    ("readonly", "read-only"),
    ("not a database", "damaged"),
    ("malformed", "damaged"),
    ("disk i/o", "disk-error"),
    ("unable to open", "cannot-open"),
    ("too large", "disk-full"),
    ("interrupted", _STOPPED),
)
_ENGINE_ERRORS = (peewee.PeeweeException, sqlcipher.Error, sqlite3.Error)


class Database:
    """One open registry file; a connection per thread, one transaction at a time."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        """`key` is the 32-byte raw key; None opens plain SQLite behind the same door."""
        self.path = path
        self._closed = False
        self.peewee: Any  # peewee ships no types
        if key is None:
            self.peewee = peewee.SqliteDatabase(str(path), pragmas=dict(_PRAGMAS), timeout=_BUSY_SECONDS)
        else:
            self.peewee = SqlCipherDatabase(
                str(path), passphrase=f"x'{key.hex()}'", pragmas=dict(_PRAGMAS), timeout=_BUSY_SECONDS
            )
        self.peewee.register_function(alphabet, "alphabet", 1, deterministic=True)
        with self._told():
            if self.one("PRAGMA journal_mode") != ("delete",) or self.one("PRAGMA synchronous") != (3,):
                raise Broken("damaged", file=path.name)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run a statement and return all its rows."""
        with self._told():
            return list(self.peewee.execute_sql(sql, tuple(values)).fetchall())

    def one(self, sql: str, values: Sequence[object] = ()) -> tuple[Any, ...] | None:
        """Run a statement and return its first row."""
        with self._told():
            row = self.peewee.execute_sql(sql, tuple(values)).fetchone()
            return None if row is None else tuple(row)

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Run a statement and return the id of the row it inserted."""
        with self._told():
            return int(self.peewee.execute_sql(sql, tuple(values)).lastrowid or 0)

    def many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run a statement once for each row, inside the caller's transaction: 15 to 32 times what peewee does."""
        with self._told():
            self.peewee.connection().executemany(sql, rows)

    def insert(self, table: str, row: Mapping[str, object]) -> int:
        """Insert one row; table and columns are names from our own code, never input."""
        marks = ", ".join("?" * len(row))
        return self.run(f'INSERT INTO "{table}" ({", ".join(row)}) VALUES ({marks})', tuple(row.values()))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write as one: all of it is kept, or nothing."""
        with self._told(), self.peewee.atomic("IMMEDIATE"):
            yield

    def script(self, text: str) -> None:
        """Run a frozen migration statement by statement, inside the caller's transaction."""
        pending = ""
        for line in text.splitlines():
            pending += line + "\n"
            if sqlite3.complete_statement(pending):
                self.run(pending)
                pending = ""

    def copy_to(self, other: Database, step: Callable[[int, int], None]) -> None:
        """Copy every page as it is now into an empty file with the same key; `step(done, whole)` may raise to stop."""

        def told(_status: int, left: int, whole: int) -> None:
            step(whole - left, whole)

        with self._told():
            self.peewee.connection().backup(other.peewee.connection(), pages=_PAGES, progress=told)

    def connect_anew(self) -> None:
        """Let go of this thread's connection, outside a transaction; what is asked next opens another."""
        with self._told():
            self.peewee.close()

    @contextmanager
    def until(self, stop: Callable[[], bool] | None, steps: int = _OFTEN) -> Iterator[None]:
        """Let whatever this thread asks meanwhile end with Refused ("cancelled") once `stop` says so.

        The engine asks it after so many of its own steps.
        """
        if stop is None:
            yield
            return
        connection = self.peewee.connection()
        connection.set_progress_handler(stop, steps)
        try:
            yield
        except Broken as why:
            if why.code != _STOPPED:
                raise
            raise Refused("cancelled", file=str(self.path)) from why
        finally:
            connection.set_progress_handler(None, 0)

    def close(self) -> None:
        """Close for good: whatever is asked from now on, on any thread, raises Broken ("closed")."""
        self._closed = True
        self.peewee.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        if self._closed:
            raise Broken("closed", file=str(self.path))
        try:
            yield
        except _ENGINE_ERRORS as why:
            code = _meaning(why)
            if code is None:
                raise  # a statement of ours that the engine refuses is a bug
            raise Broken(code, file=str(self.path)) from why


def _meaning(why: BaseException) -> str | None:
    """Return the code of an engine's error, or of the one that led to it.

    On a full disk the engine rolls back by itself; peewee's own rollback then finds nothing to do and says only that.
    """
    cause: BaseException | None = why
    while cause is not None:
        if isinstance(cause, Broken):
            return cause.code
        text = str(cause).lower()
        for word, code in _MEANINGS:
            if word in text:
                return code
        cause = cause.__context__
    return None
