"""What is used of each limit, so that a new row or a new report costs what is new (FORMAT 4.7).

- `closed` is since when the limit is closed, 0 while it is open; `newest` is the newest instant of a row that asked or
  read the limit, and `most_read` the most that a row asked without being counted: with these it is known whether a late
  row can change what was found before.
- They lie in blocks (`registry.tally_blocks`): half a million rows of a table cost ten times what their blocks cost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.registry.db import Database
from likeness.registry.tally_blocks import BITS, RECORD, Records, blocks_of, from_blocks, to_blocks

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
        self._put(np.array([tuple(row) for row in rows], dtype=RECORD), _newest)

    def put_frame(self, tallies: pl.DataFrame) -> None:
        """Record many tallies, the columns of `TallyRow`, as `put` does."""
        self._put(_records(tallies), _newest)

    def add_frame(self, tallies: pl.DataFrame) -> None:
        """Add to the tallies of open limits what was counted beside them, each limit once."""
        self._put(_records(tallies), _sums)

    def forget(self, licences: Iterable[int]) -> None:
        """Drop the tallies of some licences."""
        gone = sorted(set(licences))
        blocks = blocks_of(np.array(gone, dtype=np.int64))
        kept = self._read(blocks)
        left = kept[~np.isin(kept["licence"], gone)]
        self._write(blocks, left[np.argsort(_keys_of(left))])

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

    def _put(self, records: Records, merged: Callable[[Records, NDArray[np.intp]], Records]) -> None:
        blocks = blocks_of(records["licence"])
        both = np.concatenate([self._read(blocks), records])
        keys = _keys_of(both)
        order = np.argsort(keys, kind="stable")  # of the same limit, the new one comes last
        firsts = np.flatnonzero(np.diff(keys[order], prepend=np.uint64(0)))
        self._write(blocks, merged(both[order], firsts))

    def _read(self, blocks: list[int] | None) -> Records:
        """Return the tallies of some blocks, or of all."""
        sql, values = "SELECT block, small, large FROM tally_block", tuple[str, ...]()
        if blocks is not None:
            sql += " WHERE block IN (SELECT value FROM json_each(?))"
            values = (json.dumps(blocks),)
        return from_blocks(self._db.rows(sql, values))

    def _write(self, blocks: list[int], records: Records) -> None:
        """Let the blocks hold these tallies, which are sorted, and no others."""
        self._db.many("INSERT OR REPLACE INTO tally_block VALUES (?, ?, ?)", to_blocks(records, blocks))


def _records(tallies: pl.DataFrame) -> Records:
    records = np.empty(tallies.height, dtype=RECORD)
    for name in TallyRow._fields:
        records[name] = tallies[name].to_numpy()
    return records


def _newest(records: Records, firsts: NDArray[np.intp]) -> Records:
    """Return the last record of each limit; `firsts` are the places of the first ones."""
    newest: Records = records[np.append(firsts, len(records))[1:] - 1]
    return newest


def _sums(records: Records, firsts: NDArray[np.intp]) -> Records:
    """Return the records of each limit as one."""
    found = records[firsts]
    if len(firsts) < len(records):
        found["total"] = np.add.reduceat(records["total"], firsts)
        for name in ("newest", "most_read"):
            found[name] = np.maximum.reduceat(records[name], firsts)
    return found


def _keys_of(records: Records) -> NDArray[np.uint64]:
    """Return each limit as one number, in their order: 32 bits of licence, 12 of place, 20 of period."""
    licence, place, period = (records[name].astype(np.uint64) for name in ("licence", "place", "period"))
    keys: NDArray[np.uint64] = licence << np.uint64(32) | place << np.uint64(20) | period
    return keys
