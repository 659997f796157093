"""Thinning out the candidates that cannot be the nearest, so that a hot likeness does not fill memory.

A licence of another project only explains a refusal. It stays if it may turn out nearest, whatever its limits say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.beside import Pairs
from likeness.bulk.bits import Bits, bit, nearness
from likeness.bulk.limits import Entries
from likeness.bulk.roll import Roll

_LIMIT = np.uint32(bit("limit"))


class Heard(NamedTuple):
    """Pairs with their readings and the limits that apply to them."""

    pairs: Pairs
    broken: Bits
    missing: Bits
    entries: Entries


def thinned(heard: Heard, roll: Roll) -> Heard:
    """Return the pairs that may be the nearest of their cells."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    pairs, broken, missing, entries = heard
    limited = np.zeros(len(pairs.cell), dtype=bool)
    limited[entries.pair[entries.asked > 0]] = True
    at_worst = nearness(np.where(limited, broken | _LIMIT, broken), np.where(limited, missing & ~_LIMIT, missing))
    frame = pl.DataFrame(
        {
            "place": np.arange(len(pairs.cell)),
            "cell": pairs.cell,
            "limited": limited,
            "best": nearness(broken, missing),
            "worst": at_worst,
        }
    )
    near = frame.filter(pl.col("best") <= pl.col("worst").min().over("cell"))
    near = near.with_columns(number=roll.numbers.gather(pairs.licence[near["place"].to_numpy()]))
    free = near.filter(~pl.col("limited")).sort("cell", "number").unique(subset="cell", keep="first")
    kept = pl.concat([near.filter("limited"), free])["place"].sort().to_numpy()
    return _taken(heard, kept)


def all_heard(several: Sequence[Heard]) -> Heard:
    """Return the pairs of several slices."""
    if len(several) == 1:
        return several[0]
    shift = np.cumsum([0, *(len(one.pairs.cell) for one in several)])
    cell, row, licence = (
        np.concatenate([getattr(one.pairs, name) for one in several]) for name in ("cell", "row", "licence")
    )
    entries = Entries(
        np.concatenate(
            [(one.entries.pair + first).astype(np.uint32) for one, first in zip(several, shift, strict=False)]
        ),
        *(
            np.concatenate([getattr(one.entries, name) for one in several])
            for name in ("row", "licence", "place", "period", "asked")
        ),
    )
    broken, missing = (np.concatenate([one[column] for one in several]) for column in (1, 2))
    return Heard(Pairs(cell, row, licence), broken, missing, entries)


def _taken(heard: Heard, places: NDArray[np.int64]) -> Heard:
    """Return the pairs at `places`, in that order, with their entries."""
    pairs, broken, missing, entries = heard
    moved = np.full(len(pairs.cell), -1, dtype=np.int64)
    moved[places] = np.arange(len(places))
    kept = entries.take(np.flatnonzero(moved[entries.pair] >= 0))
    return Heard(
        Pairs(pairs.cell[places], pairs.row[places], pairs.licence[places]),
        broken[places],
        missing[places],
        Entries(
            moved[kept.pair].astype(np.uint32),
            *(getattr(kept, name) for name in ("row", "licence", "place", "period", "asked")),
        ),
    )
