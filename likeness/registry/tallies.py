"""What is used of each limit, so that a new row or a new report costs what is new (FORMAT 4.7).

`newest` is the newest instant of a row that asked or read the limit, and `most_read` the most that a row asked without
being counted: with both it is known whether a late row can change what was found before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from likeness.registry.db import Database


class TallyRow(NamedTuple):
    """One limit of one licence (its row), in one month or year (0, 2026 or 202604)."""

    licence: int
    place: int
    period: int
    total: int
    closed: int
    newest: int
    most_read: int


class TallyTable:
    """All tallies of a registry."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def of(self, licences: Iterable[int]) -> list[TallyRow]:
        """Return the tallies of some licences."""
        sql = "SELECT * FROM tally WHERE licence IN (SELECT value FROM json_each(?))"
        return [TallyRow(*row) for row in self._db.rows(sql, (json.dumps(sorted(licences)),))]

    def all(self) -> list[TallyRow]:
        """Return every tally."""
        return [TallyRow(*row) for row in self._db.rows("SELECT * FROM tally")]

    def put(self, rows: Iterable[TallyRow]) -> None:
        """Record tallies; the earlier ones of the same limits are gone."""
        self._db.many(
            "INSERT INTO tally VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET total = excluded.total, "
            "closed = excluded.closed, newest = excluded.newest, most_read = excluded.most_read",
            rows,
        )

    def forget(self, licences: Iterable[int]) -> None:
        """Drop the tallies of some licences."""
        self._db.run(
            "DELETE FROM tally WHERE licence IN (SELECT value FROM json_each(?))", (json.dumps(sorted(licences)),)
        )
