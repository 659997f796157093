"""Who is judged by what: every cell beside its candidates (FORMAT 4.2).

- A licence that may be passed on to anyone is a candidate for every user, and for none.
- Without a user, every licence that names the likeness is a candidate.
- Licences of the use's own project are asked first. Only they can cover it, and where there is one, no other is nearer
  (FORMAT 4.8): so a company with thousands of licences on one likeness costs what its project costs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from likeness.bulk.beside import Pairs
from likeness.bulk.cells import Cells
from likeness.bulk.docket import Docket
from likeness.bulk.naming import one_key
from likeness.bulk.roll import Roll

if TYPE_CHECKING:
    import polars as pl

MOST_PAIRS = 4_000_000  # at once: a hot likeness must not exhaust memory


def near(cells: Cells, docket: Docket, roll: Roll) -> Pairs:
    """Return the pairs of cells with the licences of their own project."""
    asked = _asked(cells, docket)
    if (docket.project == 0).any():
        asked = asked.filter(asked["project"] != 0)
    return _pairs(_joined(asked, roll, ("likeness", "project")), cells)


def far(cells: Cells, docket: Docket, roll: Roll, found: Pairs) -> Iterator[Pairs]:
    """Yield, in slices, the pairs of the other cells with whatever licence names their likeness."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    met = np.zeros(len(cells), dtype=bool)
    met[found.cell] = True
    asked = _asked(cells, docket).filter(pl.Series(~met))
    asked = asked.join(roll.naming.often, on="likeness", how="inner", maintain_order="left")
    slices = (asked["many"].cast(pl.Int64).cum_sum() // MOST_PAIRS).rename("slice")
    for part in asked.with_columns(slices).partition_by("slice", maintain_order=True):
        yield _pairs(_joined(part, roll, ("likeness",)), cells)


def _asked(cells: Cells, docket: Docket) -> pl.DataFrame:
    import polars as pl  # noqa: PLC0415  see far

    return pl.DataFrame(
        {
            "cell": np.arange(len(cells), dtype=np.uint32),
            "likeness": cells.likeness,
            "party": docket.user[cells.row],
            "project": docket.project[cells.row],
        }
    )


def _joined(asked: pl.DataFrame, roll: Roll, names: tuple[str, ...]) -> pl.DataFrame:
    """Return (cell, position) of every candidate that has the same `names`, sorted by cell."""
    import polars as pl  # noqa: PLC0415  see far

    silent = asked.filter(asked["party"] == 0)
    told = asked.filter(asked["party"] != 0) if len(silent) else asked
    found = [_alike(told, roll, (*names, "party"))]
    if len(to_anybody := roll.naming.to_anybody):
        found.append(told.join(to_anybody, on=names, how="inner").select("cell", "position"))
    if len(silent):
        found.append(_alike(silent, roll, names))
    every = pl.concat(found)
    if roll.naming.repeats:  # a licence with several names of one kind stands there several times
        every = every.unique()
    return every.sort("cell")


def _alike(asked: pl.DataFrame, roll: Roll, names: tuple[str, ...]) -> pl.DataFrame:
    """Join by one number that stands for all names, through the shelves of the roll."""
    found = roll.naming.shelved(names).find(one_key(asked, names), asked["cell"].to_numpy())
    return found.rename({"name": "cell"})


def _pairs(joined: pl.DataFrame, cells: Cells) -> Pairs:
    cell = joined["cell"].to_numpy()
    return Pairs(cell, cells.row[cell], joined["position"].to_numpy())
