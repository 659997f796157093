"""Settling the limits of a whole report: sums where everything fits, the judge in order where it does not (FORMAT 4.7).

- A licence is *tight* where what is asked may not fit, or a limit is closed: the rows that touch it are settled in
  order, at once where no other licence could answer them (`runs`), else in turn before the judge (`turns`).
- Licences that have room for all that is asked need no order: what is used of them is counted (`counting`).
- A licence is *late* where a row comes before rows that were settled already and may change them: then these are heard
  again together with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.asking import asked_of
from likeness.bulk.bits import bit
from likeness.bulk.limits import most_of
from likeness.bulk.mask import NO_INSTANT
from likeness.bulk.roll import Roll
from likeness.bulk.room import may_run_full
from likeness.bulk.runs import by_row, run_full
from likeness.bulk.tallies import COLUMNS, KEY, LAST, key_number, tally_frame
from likeness.bulk.turns import take_turns
from likeness.bulk.twin import Part

if TYPE_CHECKING:
    import polars as pl

_LIMIT = np.uint32(bit("limit"))
_NONE = np.zeros(0, dtype=np.int64)


class Settlement:
    """The limits that the parts of a report ask, on top of what was used `before` (a frame of tallies)."""

    def __init__(
        self, parts: Sequence[Part], roll: Roll, before: pl.DataFrame, whatever: NDArray[np.integer[Any]] = _NONE
    ) -> None:
        """Licences that have room for everything are left out, unless their positions stand in `whatever`."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        self._parts, self._roll, self._before = parts, roll, before
        self.chosen = may_run_full(parts, roll, before)
        self.chosen[whatever] = True
        asked = [asked_of(number, part, self.chosen) for number, part in enumerate(parts)]
        self._asked = pl.concat(asked) if parts else None
        self._keys = _keys(self._asked, before, roll) if self._asked is not None else None

    def late(self) -> tuple[NDArray[np.int64], int]:
        """Return the licences (positions) whose rows a new one may change, and from which instant on."""
        import polars as pl  # noqa: PLC0415  see __init__

        if self._asked is None or self._keys is None:
            return np.zeros(0, dtype=np.int64), LAST
        keys, tight = self._keys, self._tight
        if tight.any():  # a row may fall through to any licence that it touches, and be counted there
            fallen = self._asked.filter(pl.Series(tight[self._asked["licence"].to_numpy()]))
            all_counted = fallen.with_columns(pl.col("asked").clip(0), proposed=True, read=True)
            keys = pl.concat([keys, _keys(all_counted, self._before, self._roll)])
        full = pl.col("total") + pl.max_horizontal("most_read", "reads") > pl.col("most")
        moves = pl.when(pl.col("closed") == 0).then(full).otherwise(pl.col("first") <= pl.col("closed"))
        found = keys.filter(moves & (pl.col("first") <= pl.col("newest")))
        return found["licence"].unique().to_numpy(), found.select(pl.col("first").min().fill_null(LAST)).item()

    def finish(self) -> pl.DataFrame:
        """Settle every row; returns the tallies of all limits touched of the licences that were not left out."""
        import polars as pl  # noqa: PLC0415  see __init__

        if self._asked is None or self._keys is None or not len(self._asked):
            return tally_frame([])
        keys = self._keys.with_columns(
            newest=pl.max_horizontal("newest", "last"), most_read=pl.max_horizontal("most_read", "reads")
        )
        tight = self._tight
        if not tight.any():
            return keys.select(COLUMNS)
        asked = self._asked.filter(pl.Series(tight[self._asked["licence"].to_numpy()]))
        held = self._before.filter(pl.Series(tight[self._before["licence"].to_numpy()], dtype=pl.Boolean))
        settled = asked.filter("read").select("part", "row").unique()  # the others rest where there is room for all
        touching = asked.join(settled, on=["part", "row"], how="semi", maintain_order="left")
        run, rest = run_full(self._parts, touching, held, self._roll)
        held_in_turn = held.filter(~pl.col("licence").is_in(run["licence"].implode()))
        turned = take_turns(self._parts, rest.select("part", "row").unique(), self._roll, held_in_turn)
        used = pl.concat([run, turned]).select(*KEY, "total", "closed")
        in_order = pl.Series(tight[keys["licence"].to_numpy()])
        return pl.concat([keys.filter(~in_order).select(COLUMNS), _newness(asked, held, used).select(COLUMNS)])

    @cached_property
    def _tight(self) -> NDArray[np.bool_]:
        """Return the licences whose order matters: a limit may be passed, or a row may fall through to them."""
        import polars as pl  # noqa: PLC0415  see __init__

        assert self._asked is not None  # noqa: S101  asked for only where something is
        assert self._keys is not None  # noqa: S101  see above
        total, most = pl.col("total"), pl.col("most")
        over = (pl.col("closed") != 0) | (total > most) | (total + pl.col("reads") > most)
        tight = np.zeros(len(self._roll), dtype=bool)
        found = self._keys.filter(over & (pl.col("largest") > 0))["licence"].unique().to_numpy()
        while len(found):
            tight[found] = True
            touching = self._asked.filter(pl.Series(tight[self._asked["licence"].to_numpy()]) & self._asked["read"])
            rows = touching.select("part", "row").unique()
            moving = rows.filter(by_row(_moving, self._parts, rows))
            reached = self._asked.join(moving, on=["part", "row"], how="semi")["licence"].unique().to_numpy()
            found = reached[~tight[reached]]
        return tight


def _keys(asked: pl.DataFrame, before: pl.DataFrame, roll: Roll) -> pl.DataFrame:
    """Return each key with the most it allows, what it would hold if all proposed were counted, and what it held."""
    import polars as pl  # noqa: PLC0415  see Settlement

    proposed, said = pl.col("proposed"), pl.col("asked")
    told = asked if asked["read"].all() else asked.filter("read")
    now = told.group_by(key_number().alias("key")).agg(
        pl.col(*KEY).first().cast(pl.Int64),
        pl.when(proposed).then(said).otherwise(0).sum().alias("total"),
        pl.when(proposed).then(0).otherwise(said).max().alias("reads"),
        said.max().alias("largest"),
        pl.col("at").min().alias("first"),
        pl.col("at").max().alias("last"),
    ).drop("key")  # fmt: skip
    earlier = {"total": "before", "closed": "closed", "newest": "newest", "most_read": "most_read"}
    known = now.join(before.rename({"total": "before"}).select(*KEY, *earlier.values()), on=list(KEY), how="left")
    return known.with_columns(
        pl.col("total") + pl.col("before").fill_null(0),
        pl.col("closed").fill_null(0),
        pl.col("newest").fill_null(NO_INSTANT),
        pl.col("most_read").fill_null(0),
        most=pl.Series(most_of(known["licence"].to_numpy(), known["place"].to_numpy(), roll)),
    )


def _newness(asked: pl.DataFrame, held: pl.DataFrame, used: pl.DataFrame) -> pl.DataFrame:
    """Return the keys that rows of full licences touch, those they only fall through to included, as tallies."""
    import polars as pl  # noqa: PLC0415  see Settlement

    touched = asked.group_by(pl.col(*KEY).cast(pl.Int64)).agg(last=pl.col("at").max(), largest=pl.col("asked").max())
    known = touched.join(held.select(*KEY, "newest", "most_read"), on=list(KEY), how="left")
    known = known.join(used, on=list(KEY), how="left")
    return known.with_columns(
        pl.col("total", "closed").fill_null(0),
        newest=pl.max_horizontal("newest", "last"),
        most_read=pl.max_horizontal("most_read", "largest", 0),
    )


def _moving(part: Part, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which of some rows would be in scope if there were no limits."""
    pairs = part.pairs_of(rows)
    covering = (part.broken[pairs] == 0) & (part.missing[pairs] & ~_LIMIT == 0)
    covered = np.zeros(len(part.cells), dtype=bool)
    covered[part.pairs.cell[pairs[covering]]] = True
    cells = part.cells_of(rows)
    moves = np.ones(len(part.lines), dtype=bool)
    moves[part.cells.row[cells[~covered[cells]]]] = False
    return moves[rows]
