"""What a report uses of limits that have room for everything: sums, in no order (FORMAT 4.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.asking import asked_of
from likeness.bulk.tallies import COLUMNS, KEY, tally_frame
from likeness.bulk.twin import Part

if TYPE_CHECKING:
    import polars as pl

_PLACE, _PERIOD = 2**12, 2**20  # more than a licence has limits, and than 9999-12 is as a number


def counted(parts: Sequence[Part], settled: NDArray[np.bool_]) -> pl.DataFrame:
    """Return what to add to the tallies of all limits touched, but for licences (positions) that were `settled`."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    if not parts:
        return tally_frame([])
    asked = [asked_of(number, part, ~settled).filter("read") for number, part in enumerate(parts)]
    proposed, said = pl.col("proposed"), pl.col("asked")
    key = (pl.col("licence").cast(pl.Int64) * _PLACE + pl.col("place")) * _PERIOD + pl.col("period")
    sums = pl.concat(asked).group_by(key.alias("key")).agg(
        total=pl.when(proposed).then(said).otherwise(0).sum(),
        newest=pl.col("at").max(),
        most_read=pl.when(proposed).then(0).otherwise(said).max().clip(0),
    )  # fmt: skip
    licence, place, period = (
        pl.col("key") // (_PLACE * _PERIOD),
        pl.col("key") // _PERIOD % _PLACE,
        pl.col("key") % _PERIOD,
    )
    told = dict(zip(KEY, (licence, place, period), strict=True))
    return sums.sort("key").with_columns(**told, closed=pl.lit(0, dtype=pl.Int64)).select(COLUMNS)
