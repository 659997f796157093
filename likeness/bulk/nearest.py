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
    pairs, broken, missing, entries = heard
    limited = np.zeros(len(pairs.cell), dtype=bool)
    limited[entries.pair[entries.asked > 0]] = True
    best = worst = nearness(broken, missing)
    if limited.any():
        worst = nearness(np.where(limited, broken | _LIMIT, broken), np.where(limited, missing & ~_LIMIT, missing))
    near = np.flatnonzero(best <= _least(pairs.cell, worst).take(pairs.cell))
    free = near[~limited[near]]
    first = free[least_of_each(pairs.cell[free], best[free], pairs.licence[free], roll)]
    return _taken(heard, np.sort(np.concatenate([near[limited[near]], first])))


def least_of_each(
    cell: NDArray[np.uint32], order: NDArray[np.uint64], licence: NDArray[np.uint32], roll: Roll
) -> NDArray[np.intp]:
    """Return the place of the smallest in order of each cell; ties go to the lower number, as text."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    least = np.flatnonzero(order == _least(cell, order).take(cell))
    tied = (np.bincount(cell[least]) > 1).take(cell[least])
    if not tied.any():
        return least
    some = least[tied]
    frame = pl.DataFrame({"cell": cell[some], "number": roll.numbers.gather(licence[some]), "place": some})
    firsts = frame.sort("cell", "number").unique(subset="cell", keep="first", maintain_order=True)
    return np.concatenate([least[~tied], firsts["place"].to_numpy()])


def _least(cell: NDArray[np.uint32], order: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Return the smallest in order by cell."""
    found = np.full(int(cell.max(initial=0)) + 1, np.iinfo(np.uint64).max, dtype=np.uint64)
    np.minimum.at(found, cell, order)
    return found


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
