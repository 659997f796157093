"""What is used of each limit, so that a new row or a new report costs what is new (FORMAT 4.7).

`closed` is since when the limit is closed, 0 while it is open; `newest` is the newest instant of a row that asked or
read the limit, and `most_read` the most that a row asked without being counted: with these it is known whether a late
row can change what was found before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from likeness.registry.db import Database

if TYPE_CHECKING:
    import polars as pl


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

    def frame(self, licences: Iterable[int] | None = None) -> pl.DataFrame:
        """Return the tallies of some licences, or of all, as the columns of `TallyRow`."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many are read

        sql, values = "SELECT * FROM tally", tuple[str, ...]()
        if licences is not None:
            sql += " WHERE licence IN (SELECT value FROM json_each(?))"
            values = (json.dumps(sorted(licences)),)
        # Number by number: half a million rows are a frame in a third of the time that Polars takes for tuples.
        told = np.fromiter(chain.from_iterable(self._db.rows(sql, values)), dtype=np.int64)
        columns = told.reshape(-1, len(TallyRow._fields))
        return pl.DataFrame({name: columns[:, place] for place, name in enumerate(TallyRow._fields)})

    def put(self, rows: Iterable[Sequence[int]]) -> None:
        """Record tallies, each as the fields of a `TallyRow`; the earlier ones of the same limits are gone."""
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
