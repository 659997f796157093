"""What the rows of a report ask of limits once they are heard: an entry for each limit of each licence beside a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.bits import bit
from likeness.bulk.mask import NO_INSTANT
from likeness.bulk.tallies import KEY, LAST
from likeness.bulk.twin import Part

if TYPE_CHECKING:
    import polars as pl

_LIMIT = np.uint32(bit("limit"))


def asked_of(number: int, part: Part, chosen: NDArray[np.bool_]) -> pl.DataFrame:
    """Return the entries of a part that concern chosen licences (by position).

    `proposed` are those of licences that rows rest on, `read` those that matter.
    """
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    entries = part.entries.take(np.flatnonzero(chosen.take(part.entries.licence)))
    rests = part.in_scope(entries.row)
    one = part.rows.licence[entries.row]
    proposed = rests & (one == entries.licence)
    several = np.flatnonzero(rests & (one < 0))
    if len(several):
        cells = part.cells.row.astype(np.int64)
        answered = ~np.isin(cells, list(part.settled))  # the others fell through, and rest where they had their turn
        fallen = [row << 32 | licence for row, licences in part.rests.items() for licence in licences]
        resting = np.append(((cells << 32) | part.answers.licence)[answered], np.array(fallen, dtype=np.int64))
        mine = (entries.row[several].astype(np.int64) << 32) | entries.licence[several]
        proposed[several] = np.isin(mine, resting)
    lacking = (part.missing[entries.pair] & _LIMIT != 0) & (part.broken[entries.pair] == 0)
    at = part.lines.at[entries.row]
    columns = {name: getattr(entries, name) for name in ("row", *KEY, "asked")}
    frame = pl.DataFrame(
        {
            "part": np.full(len(entries), number, dtype=np.uint16),
            **columns,
            "at": np.where(at == NO_INSTANT, LAST, at),
            "proposed": proposed,
            "read": ~rests | proposed | lacking,
        }
    )
    alone = len(part.cells) == len(part.lines)
    return frame if alone else frame.unique(subset=["part", "row", *KEY], maintain_order=True)
