"""Which licences may run full: those for which all that a report asks, whatever it is, might not fit (FORMAT 4.7).

- Nearly all have room for everything: nothing of theirs can close, and the order of rows cannot matter to them.
- What is said here may be too much, never too little: sums are taken over all limits and months of a licence, and over
  all rows that might come to rest on it, those that another licence covers first included.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.roll import Roll
from likeness.bulk.twin import Part

if TYPE_CHECKING:
    import polars as pl

_ROUNDED = 1 + 1e-9  # sums of large numbers are rounded: a little more than they say is taken


def may_run_full(parts: Sequence[Part], roll: Roll, before: pl.DataFrame) -> NDArray[np.bool_]:
    """Return, by position in the roll, the licences whose limits are to be settled; `before` are their tallies."""
    asked = np.zeros(len(roll))
    for part in parts:  # one by one: all entries side by side would be the most memory that a report takes
        asked += np.bincount(part.entries.licence, weights=np.maximum(part.entries.asked, 0), minlength=len(roll))
    asked *= _ROUNDED
    if len(before):
        asked += _used(before, len(roll))
    full: NDArray[np.bool_] = asked > roll.least
    return full


def _used(before: pl.DataFrame, licences: int) -> NDArray[Any]:
    """Return the most that was used of a limit of each licence; endless where one is closed."""
    used = np.zeros(licences)
    closed, total, read = (before[name].to_numpy() for name in ("closed", "total", "most_read"))
    told = np.where(closed != 0, np.inf, (total + read).astype(np.float64))
    np.maximum.at(used, before["licence"].to_numpy(), told)
    return used
