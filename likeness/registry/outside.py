"""Copies of a licence that a company signed outside Likeness: kept as what they are, a file with a fingerprint.

They are evidence that somebody accepted; no state of a licence and no verdict ever reads this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database


@dataclass(frozen=True)
class OutsidePaper:
    """One signed copy: where it lies, its name, size in bytes, SHA-256 (32 bytes), a note, and when it was added."""

    id: int
    path: str
    name: str
    size: int
    sha256: bytes
    note: str | None
    added_at: datetime


class OutsideTable:
    """The signed copies of a registry, by licence row."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, licence: int, paper: OutsidePaper) -> int:
        """Record a copy; returns its row."""
        values = {name: getattr(paper, name) for name in ("path", "name", "size", "sha256", "note")}
        row = {"licence": licence, **values, "added_at": instant_to(paper.added_at)}
        return self._db.insert("outside_paper", row)

    def remove(self, paper: int) -> None:
        """Take a copy back; the journal still knows that it was there."""
        self._db.run("DELETE FROM outside_paper WHERE id = ?", (paper,))

    def of(self, licence: int) -> list[OutsidePaper]:
        """Return the copies of a licence, in the order they were added."""
        sql = "SELECT id, path, name, size, sha256, note, added_at FROM outside_paper WHERE licence = ? ORDER BY id"
        return [OutsidePaper(*(*row[:6], instant_from(row[6]))) for row in self._db.rows(sql, (licence,))]
