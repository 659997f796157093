"""Limits that run full, those of many licences at once: the rows that only one licence answers (FORMAT 4.7).

- A row is *alone* where it is one cell with one candidate. A licence is settled here if every row that touches its
  limits is alone; what may fall through to other licences has its turn before the judge instead (`turns`).
- The first rows of all licences are settled together, then the second ones, and so on: a round is a few columns.
- A licence with very many rows would need as many rounds: it is settled for itself (`long_runs`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.bits import bit
from likeness.bulk.limits import most_of
from likeness.bulk.long_runs import Lot, Used, settle_long
from likeness.bulk.overruns import Overruns
from likeness.bulk.roll import Roll
from likeness.bulk.tallies import COLUMNS, KEY
from likeness.bulk.twin import Part

if TYPE_CHECKING:
    import polars as pl

_LIMIT = np.uint32(bit("limit"))
_LONG = 200  # rows of one licence: from here on a sum is quicker than rounds
Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]


class Settled(NamedTuple):
    """The tallies of the licences that were settled, and the entries that were not."""

    tallies: pl.DataFrame
    rest: pl.DataFrame


def run_full(parts: Sequence[Part], asked: pl.DataFrame, before: pl.DataFrame, roll: Roll) -> Settled:
    """Settle the licences that only rows standing alone touch.

    `asked` has the entries of licences whose order matters, as a Settlement holds them, those that are not read
    included: a row may fall through to them. `before` are their tallies.
    """
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    alone = by_row(_alone, parts, asked)
    crowded = asked.filter(~alone)["licence"].unique().implode()
    mine = asked.filter(~pl.col("licence").is_in(crowded)).with_columns(pl.col(*KEY).cast(pl.Int64))
    entries = _in_turn(mine, parts)
    keys = entries.select(KEY).unique(maintain_order=True).with_row_index("key")
    most = pl.Series("most", most_of(keys["licence"].to_numpy(), keys["place"].to_numpy(), roll))
    keys = keys.join(before.select(*KEY, "total", "closed"), on=list(KEY), how="left", maintain_order="left")
    keys = keys.with_columns(most, pl.col("total").fill_null(0), pl.col("closed").fill_null(0))
    entries = entries.join(keys.select(*KEY, "key"), on=list(KEY), how="left", maintain_order="left")
    run = _Run(entries, keys)
    for number, part in enumerate(parts):
        _write(part, entries["part"].to_numpy() == number, entries, run)
    return Settled(run.tallies(keys), asked.filter("read", pl.col("licence").is_in(crowded)))


def by_row(tell: Callable[[Part, Ints], Flags], parts: Sequence[Part], asked: pl.DataFrame) -> pl.Series:
    """Return what is told of each row of its part, for entries that name both."""
    import polars as pl  # noqa: PLC0415  see run_full

    of_part, rows = asked["part"].to_numpy(), asked["row"].to_numpy()
    told = np.zeros(len(asked), dtype=bool)
    for number, part in enumerate(parts):
        mine = of_part == number
        told[mine] = tell(part, rows[mine])
    return pl.Series(told, dtype=pl.Boolean)


def _alone(part: Part, rows: Ints) -> Flags:
    cells = np.bincount(part.cells.row.take(part.cells_of(rows)), minlength=len(part.lines))
    pairs = np.bincount(part.pairs.row.take(part.pairs_of(rows)), minlength=len(part.lines))
    alone: Flags = (cells.take(rows) == 1) & (pairs.take(rows) == 1)
    return alone


def _in_turn(mine: pl.DataFrame, parts: Sequence[Part]) -> pl.DataFrame:
    """Return the entries in the order they are settled: `rank` is a row's turn within its licence."""
    import polars as pl  # noqa: PLC0415  see run_full

    rows = mine.select("part", "row", "licence", "at").unique()
    told = [_with_id(part, rows.filter(rows["part"] == number)) for number, part in enumerate(parts)]
    rows = pl.concat(told).sort("licence", "at", "id")
    rows = rows.with_columns(rank=pl.int_range(pl.len()).over("licence")).sort("rank", maintain_order=True)
    turns = rows.with_row_index("turn").select("part", "row", "turn", "rank", "pair", "covers")
    return mine.join(turns, on=["part", "row"]).sort("turn", "place")


def _with_id(part: Part, rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows of a part with their ids, their only pair, and whether it covers them, limits aside."""
    import polars as pl  # noqa: PLC0415  see run_full

    places = rows["row"].to_numpy()
    pairs, pair_of = part.pairs_of(places), np.zeros(len(part.lines), dtype=np.int64)
    pair_of[part.pairs.row[pairs]] = pairs
    pair = pair_of[places]
    covers = (part.broken[pair] == 0) & (part.missing[pair] & ~_LIMIT == 0)
    return rows.with_columns(
        id=part.lines.ids.gather(places).fill_null(""), pair=pl.Series(pair), covers=pl.Series(covers)
    )


class _Run:
    """The rounds: what was used of each key after all of them, and of each entry what it met."""

    def __init__(self, entries: pl.DataFrame, keys: pl.DataFrame) -> None:
        self.used = Used(*(keys[name].to_numpy().copy() for name in Used._fields))
        self._key, self._asked = entries["key"].to_numpy(), entries["asked"].to_numpy()
        self._at = np.where(entries["at"] == 0, 1, entries["at"])  # 0 is an open limit
        self._turn, self._covers = entries["turn"].to_numpy(), entries["covers"].to_numpy()
        self.so_far = np.zeros(len(entries), dtype=np.int64)
        self.over = np.zeros(len(entries), dtype=bool)
        self.lacks = self._asked < 0
        ranks, licences = entries["rank"].to_numpy(), entries["licence"].to_numpy()
        long = np.unique(licences[ranks >= _LONG])
        for licence in long.tolist():
            self._alone(np.flatnonzero(licences == licence))
        short = np.flatnonzero(~np.isin(licences, long))
        bounds = np.searchsorted(ranks[short], np.arange(int(ranks[short].max(initial=-1)) + 2)).tolist()
        for first, after in pairwise(bounds):
            self._round(short[first:after])

    def tallies(self, keys: pl.DataFrame) -> pl.DataFrame:
        """Return what is used of each key; how new it is, the caller knows."""
        import polars as pl  # noqa: PLC0415  see run_full

        newness = {"newest": pl.lit(0, dtype=pl.Int64), "most_read": pl.lit(0, dtype=pl.Int64)}
        used = {"total": pl.Series(self.used.total), "closed": pl.Series(self.used.closed)}
        return keys.with_columns(**used, **newness).select(COLUMNS)

    def _alone(self, mine: NDArray[np.intp]) -> None:
        """Settle all rows of one licence."""
        _, row = np.unique(self._turn[mine], return_inverse=True)
        lot = Lot(self._key[mine], self._asked[mine], self._at[mine], row, self._covers[mine])
        self.so_far[mine], self.over[mine] = settle_long(lot, self.used)

    def _round(self, now: NDArray[np.intp]) -> None:
        """Settle one row of each licence: no two of them share a key."""
        key, asked, covers = self._key[now], self._asked[now], self._covers[now]
        total, closed, most = self.used
        so_far = total[key]
        over = (asked > 0) & ((closed[key] != 0) | (so_far + asked > most[key]))
        row = self._turn[now] - self._turn[now[0]]
        refused = np.zeros(int(row[-1]) + 1, dtype=bool)
        refused[row[over | self.lacks[now]]] = True
        counted = covers & ~refused[row]
        total[key[counted]] += asked[counted]
        shut = over & covers & (closed[key] == 0)
        closed[key[shut]] = self._at[now][shut]
        self.so_far[now], self.over[now] = so_far, over


def _write(part: Part, mine: Flags, entries: pl.DataFrame, run: _Run) -> None:
    """Answer the rows of a part by what their entries met; of several limits the worst counts."""
    told: dict[str, NDArray[Any]] = {
        name: entries[name].to_numpy()[mine] for name in ("row", "pair", "place", "asked", "key")
    }
    row, pair, over = told["row"], told["pair"], run.over[mine]
    part.rows.broken[row] = part.broken[pair]
    part.rows.missing[row] = part.missing[pair] & ~_LIMIT
    part.rows.licence[row] = part.pairs.licence[pair]
    part.rows.missing[row[run.lacks[mine]]] |= _LIMIT
    part.rows.missing[row[over]] &= ~_LIMIT
    part.rows.broken[row[over]] |= _LIMIT
    order = np.lexsort((told["place"][over], row[over]))
    columns = (row, told["place"], run.used.most[told["key"]], run.so_far[mine], told["asked"])
    part.overruns = Overruns(*(column[over][order].astype(np.int64) for column in columns))
