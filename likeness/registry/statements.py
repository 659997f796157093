"""Signed statements as they came: the bytes are the truth, columns elsewhere are an index of them."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from likeness.registry.columns import instant_to
from likeness.registry.db import Database
from likeness.registry.journal import Journal


class StatementTable:
    """Every statement of a registry; each is a leaf of the journal."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._db = database
        self._journal = journal

    def put(self, kind: str, signed: bytes, at: datetime, about: bytes | None = None) -> bytes:
        """Keep a statement and append its leaf; returns its digest. The same bytes are kept once."""
        digest = sha256(signed).digest()
        if self._db.one("SELECT 1 FROM statement WHERE digest = ?", (digest,)) is None:
            row = {"kind": kind, "digest": digest, "about": about, "bytes": signed, "recorded_at": instant_to(at)}
            self._journal.add_statement(kind, self._db.insert("statement", row), signed)
        return digest

    def put_many(self, kind: str, statements: list[tuple[bytes, bytes]], at: datetime) -> None:
        """Keep many new statements (digest, signed bytes) and append their leaves."""
        row = self._db.one("SELECT coalesce(max(id), 0) + 1 FROM statement")
        first, recorded = int(row[0]) if row else 1, instant_to(at)
        self._db.many(
            "INSERT INTO statement (id, kind, digest, bytes, recorded_at) VALUES (?, ?, ?, ?, ?)",
            ((number, kind, digest, data, recorded) for number, (digest, data) in enumerate(statements, first)),
        )
        self._journal.add_statements(kind, ((n, data) for n, (_, data) in enumerate(statements, first)))

    def kind_of(self, digest: bytes) -> str | None:
        """Return the kind of the statement with that digest, or None if it is not here."""
        row = self._db.one("SELECT kind FROM statement WHERE digest = ?", (digest,))
        return None if row is None else str(row[0])

    def get(self, digest: bytes) -> bytes | None:
        """Return the statement with that digest, or None."""
        row = self._db.one("SELECT bytes FROM statement WHERE digest = ?", (digest,))
        return None if row is None else bytes(row[0])

    def about(self, digest: bytes, kind: str) -> list[bytes]:
        """Return the statements of a kind about a licence, oldest first."""
        rows = self._db.rows("SELECT bytes FROM statement WHERE about = ? AND kind = ? ORDER BY id", (digest, kind))
        return [row[0] for row in rows]

    def newest_about(self, digest: bytes, kinds: tuple[str, ...]) -> bytes | None:
        """Return the statement of some kinds about a licence that came last, or None."""
        marks = ", ".join("?" * len(kinds))
        row = self._db.one(
            f"SELECT bytes FROM statement WHERE about = ? AND kind IN ({marks}) ORDER BY id DESC LIMIT 1",
            (digest, *kinds),
        )
        return None if row is None else bytes(row[0])

    def all(self) -> list[tuple[str, bytes]]:
        """Return (kind, bytes) of every statement, oldest first."""
        return [(row[0], row[1]) for row in self._db.rows("SELECT kind, bytes FROM statement ORDER BY id")]
