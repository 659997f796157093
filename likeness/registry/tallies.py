"""What is used of each limit, so that a new row or a new report costs what is new (FORMAT 4.7).

- `closed` is since when the limit is closed, 0 while it is open; `newest` is the newest instant of a row that asked or
  read the limit, and `most_read` the most that a row asked without being counted: with these it is known whether a late
  row can change what was found before.
- They lie in blocks (`registry.tally_blocks`): half a million rows of a table cost ten times what their blocks cost.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.registry.db import Database
from likeness.registry.tally_blocks import BITS, RECORD, Records, blocks_of, from_blocks, keys_of, order_of, to_blocks

if TYPE_CHECKING:
    import polars as pl


_NO_KEY = np.uint64(2**64 - 1)  # comes after every key


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
        wanted = set(licences)
        records = self._read(sorted({licence >> BITS for licence in wanted}))
        return [TallyRow(*record) for record in records.tolist() if record[0] in wanted]

    def frame(self, licences: Iterable[int] | None = None) -> pl.DataFrame:
        """Return the tallies of some licences, or of all, as the columns of `TallyRow`."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many are read

        records = self._read(None) if licences is None else self._of(np.array(list(licences), dtype=np.int64))
        return pl.DataFrame({name: records[name].astype(np.int64) for name in TallyRow._fields})

    def put(self, rows: Sequence[Sequence[int]]) -> None:
        """Record tallies, each as the fields of a `TallyRow`; the earlier ones of the same limits are gone."""
        self._put(np.array([tuple(row) for row in rows], dtype=RECORD), np.empty(0, dtype=RECORD))

    def put_report(self, settled: pl.DataFrame | None, counted: pl.DataFrame | None) -> None:
        """Record what a report used, the columns of `TallyRow`, each limit once.

        `settled` takes the place of what was there, as `put` does; `counted` is added to the tallies of open limits.
        """
        self._put(_records(settled), _records(counted))

    def forget(self, licences: Iterable[int]) -> None:
        """Drop the tallies of some licences."""
        gone = sorted(set(licences))
        blocks = blocks_of(np.array(gone, dtype=np.int64))
        kept = self._read(blocks)
        self._write(blocks, kept[~np.isin(kept["licence"], gone)])

    def clear(self) -> None:
        """Drop all tallies."""
        self._db.run("DELETE FROM tally_block")

    def loose(self) -> bool:
        """Tell whether there are tallies of an earlier version: a row each."""
        return self._db.one("SELECT 1 FROM tally LIMIT 1") is not None

    def gather(self) -> None:
        """Lay the tallies of an earlier version in blocks, inside the caller's transaction."""
        self.put(self._db.rows("SELECT * FROM tally"))
        self._db.run("DELETE FROM tally")

    def _of(self, licences: NDArray[np.int64]) -> Records:
        found = self._read(blocks_of(licences))
        return found[np.isin(found["licence"], licences)]

    def _put(self, settled: Records, counted: Records) -> None:
        blocks = blocks_of(np.concatenate([settled["licence"], counted["licence"]]))
        kept = self._read(blocks)
        order = order_of(kept)
        keys, fresh = np.append(keys_of(kept)[order], _NO_KEY), []
        for told, put in ((counted, _add), (settled, _replace)):
            asked = keys_of(told)
            places = np.searchsorted(keys, asked)
            there = keys[places] == asked
            put(kept, order[places[there]], told[there])
            fresh.append(told[~there])
        self._write(blocks, np.concatenate([kept, *fresh]))

    def _read(self, blocks: list[int] | None) -> Records:
        """Return the tallies of some blocks, or of all."""
        sql, values = "SELECT block, small, large FROM tally_block", tuple[str, ...]()
        if blocks is not None:
            sql += " WHERE block IN (SELECT value FROM json_each(?))"
            values = (json.dumps(blocks),)
        return from_blocks(self._db.rows(sql, values))

    def _write(self, blocks: list[int], records: Records) -> None:
        """Let the blocks hold these tallies and no others."""
        instead = "ON CONFLICT DO UPDATE SET small = excluded.small, large = excluded.large"
        self._db.many(f"INSERT INTO tally_block VALUES (?, ?, ?) {instead}", to_blocks(records, blocks))


def _records(tallies: pl.DataFrame | None) -> Records:
    records = np.empty(0 if tallies is None else tallies.height, dtype=RECORD)
    if tallies is not None:
        for name in TallyRow._fields:
            records[name] = tallies[name].to_numpy()
    return records


def _add(kept: Records, places: NDArray[np.intp], told: Records) -> None:
    kept["total"][places] += told["total"]
    for name in ("newest", "most_read"):
        kept[name][places] = np.maximum(kept[name][places], told[name])


def _replace(kept: Records, places: NDArray[np.intp], told: Records) -> None:
    kept[places] = told
