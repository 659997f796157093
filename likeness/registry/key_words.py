"""Words about keys (cards, vouchings, rotations, alarms, delegations, estates): where each stands in the log.

The signed bytes are statements; a row here says only which they are, and when one was taken back.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.registry.columns import instant_to, maybe_instant_from
from likeness.registry.db import Database


@dataclass(frozen=True)
class KeyWordRow:
    """A word as it is kept: its kind, digest (32 bytes), signed bytes, place in the log, and when it was taken back."""

    kind: str
    digest: bytes
    data: bytes
    position: int
    ended_at: datetime | None


class KeyWordTable:
    """Every word about a key, in the order of the log."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, kind: str, digest: bytes, position: int, at: datetime) -> None:
        """Record a word whose statement has just become the leaf `position`."""
        row = {"digest": digest, "kind": kind, "position": position, "recorded_at": instant_to(at)}
        self._db.insert("key_word", row)

    def end(self, digest: bytes, at: datetime) -> None:
        """Record that a word was taken back at an instant."""
        self._db.run("UPDATE key_word SET ended_at = ? WHERE digest = ?", (instant_to(at), digest))

    def remove(self, digest: bytes) -> None:
        """Read a word no longer; its statement and its leaf stay."""
        self._db.run("DELETE FROM key_word WHERE digest = ?", (digest,))

    def all(self) -> list[KeyWordRow]:
        """Return every word, in the order of the log."""
        rows = self._db.rows(
            "SELECT key_word.kind, key_word.digest, bytes, position, ended_at FROM key_word "
            "JOIN statement ON statement.digest = key_word.digest ORDER BY position"
        )
        return [KeyWordRow(*(*row[:4], maybe_instant_from(row[4]))) for row in rows]

    def get(self, digest: bytes) -> KeyWordRow | None:
        """Return the word with that digest, or None."""
        return next((row for row in self.all() if row.digest == digest), None)

    def place_of(self, digest: bytes) -> int | None:
        """Return the leaf of a statement by its digest, or None."""
        row = self._db.one(
            "SELECT leaf.position FROM leaf JOIN statement ON statement.id = leaf.statement WHERE statement.digest = ?",
            (digest,),
        )
        return None if row is None else int(row[0])

    def places(self) -> dict[bytes, int]:
        """Return the leaf of every licence, acceptance and status list, by its digest."""
        rows = self._db.rows(
            "SELECT statement.digest, leaf.position FROM leaf JOIN statement ON statement.id = leaf.statement "
            "WHERE statement.kind IN ('licence', 'acceptance', 'status-list')"
        )
        return dict(rows)

    def first_place_from(self, instant: datetime) -> int | None:
        """Return the first leaf of a statement that was recorded at or after an instant, or None."""
        row = self._db.one(
            "SELECT min(leaf.position) FROM leaf JOIN statement ON statement.id = leaf.statement "
            "WHERE statement.recorded_at >= ?",
            (instant_to(instant),),
        )
        return None if row is None or row[0] is None else int(row[0])
