"""What a report uses of limits that have room for everything: sums, in no order (FORMAT 4.7)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.asking import asked_of
from likeness.bulk.tallies import COLUMNS, key_number, key_parts, tally_frame
from likeness.bulk.twin import Part

if TYPE_CHECKING:
    import polars as pl


def counted(parts: Sequence[Part], settled: NDArray[np.bool_]) -> pl.DataFrame:
    """Return what to add to the tallies of all limits touched, but for licences (positions) that were `settled`."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    if not parts:
        return tally_frame([])
    asked = [asked_of(number, part, ~settled).filter("read") for number, part in enumerate(parts)]
    proposed, said = pl.col("proposed"), pl.col("asked")
    sums = pl.concat(asked).group_by(key_number().alias("key")).agg(
        total=pl.when(proposed).then(said).otherwise(0).sum(),
        newest=pl.col("at").max(),
        most_read=pl.when(proposed).then(0).otherwise(said).max().clip(0),
    )  # fmt: skip
    return sums.sort("key").with_columns(**key_parts("key"), closed=pl.lit(0, dtype=pl.Int64)).select(COLUMNS)
