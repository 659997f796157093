"""The limits of a licence with very many rows, which `runs` would settle one by one (FORMAT 4.7).

Between two rows that close a limit everything that may be counted is: a sum. So a licence is settled in stretches, each
to the next row that closes one of its limits; there are no more of them than limits, in all months and years.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]


class Lot(NamedTuple):
    """The entries of one licence in the order they are settled; those of one row stand together."""

    key: NDArray[np.integer[Any]]
    asked: Ints
    at: Ints
    row: Ints  # from 0
    covers: Flags

    def take(self, places: NDArray[np.intp]) -> Lot:
        """Return the entries at places, in that order."""
        return Lot(self.key[places], self.asked[places], self.at[places], self.row[places], self.covers[places])


class Used(NamedTuple):
    """What is used of each key by now, since when it is closed (0: open), and the most it allows."""

    total: Ints
    closed: Ints
    most: Ints


def settle_long(lot: Lot, used: Used) -> tuple[Ints, Flags]:
    """Settle the rows of one licence, and count them in `used`; returns what each entry met, and if it was too much."""
    order = np.argsort(lot.key, kind="stable")
    mine = lot.take(order)
    run, start, rows = _LongRun(mine, used), 0, int(lot.row[-1]) + 1
    while start < rows:
        start = run.stretch(start, rows) + 1
    so_far, over = np.empty_like(run.so_far), np.empty_like(run.over)
    so_far[order], over[order] = run.so_far, run.over
    return so_far, over


class _LongRun:
    """Entries key by key; within a key in the order they are settled."""

    def __init__(self, lot: Lot, used: Used) -> None:
        self._lot, self._used = lot, used
        self.so_far, self.over = np.zeros(len(lot.key), dtype=np.int64), np.zeros(len(lot.key), dtype=bool)
        begins = np.flatnonzero(np.append(True, lot.key[1:] != lot.key[:-1]))
        self._begin = np.repeat(begins, np.diff(np.append(begins, len(lot.key))))  # where the key of each entry begins
        self._asks = lot.asked > 0

    def stretch(self, start: int, rows: int) -> int:
        """Settle from row `start` to the first one that closes a limit, and return that; `rows` where none does."""
        lot, used = self._lot, self._used
        shut = used.closed[lot.key] != 0
        added = np.where((lot.row >= start) & self._counts(shut, rows), lot.asked, 0)
        before = np.cumsum(added) - added
        so_far = used.total[lot.key] + before - before[self._begin]
        over = self._asks & (shut | (so_far + lot.asked > used.most[lot.key]))
        closing = (lot.row >= start) & over & lot.covers & ~shut
        end = int(lot.row[closing].min(initial=rows))
        now = (lot.row >= start) & (lot.row <= end)
        self.so_far[now], self.over[now] = so_far[now], over[now]
        kept = now & (lot.row < end)
        np.add.at(used.total, lot.key[kept], added[kept])
        last = closing & (lot.row == end)
        used.closed[lot.key[last]] = lot.at[last]
        return end

    def _counts(self, shut: Flags, rows: int) -> Flags:
        """Tell which entries are of rows that are counted while no further limit closes."""
        refused = np.zeros(rows, dtype=bool)
        refused[self._lot.row[(self._lot.asked < 0) | (self._asks & shut)]] = True
        return self._lot.covers & ~refused[self._lot.row]
