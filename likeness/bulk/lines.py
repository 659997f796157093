"""The rows of a report once they are heard: who each is, when, and how much. What else they said is answered by then.

A report has ten million of them, so each column is as narrow as its values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.docket import NOT_STATED, Docket
from likeness.bulk.mask import NO_INSTANT, instant_from
from likeness.bulk.moments import DAY, EPOCH
from likeness.scope.use import Use

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Lines:
    """One entry a row; `act` points into `acts`, `at` is in microseconds."""

    ids: pl.Series
    act: NDArray[np.unsignedinteger]
    acts: list[str | None]
    at: NDArray[np.int64]
    at_day: NDArray[np.bool_]
    quantity: dict[str, NDArray[np.signedinteger]]

    def __len__(self) -> int:
        return len(self.act)

    def use(self, row: int) -> Use:
        """Return what limits read of a row."""
        micros, bare = int(self.at[row]), bool(self.at_day[row])
        at: date | datetime | None = instant_from(micros)
        if bare and micros != NO_INSTANT:
            at = date.fromordinal(micros // DAY + EPOCH)
        told = {unit: int(column[row]) for unit, column in self.quantity.items() if column[row] != NOT_STATED}
        return Use(self.ids[row] or "", act=self.acts[int(self.act[row])], at=at, quantity=told)


def lines_of(docket: Docket) -> Lines:
    """Return what is still asked of the rows of a docket."""
    act = docket.few["act"]
    numbers = act.numbers.astype(np.min_scalar_type(len(act.values)))
    quantity = {unit: _narrow(told) for unit, told in docket.quantity.items()}
    return Lines(docket.ids, numbers, act.values, docket.at, docket.at_day, quantity)


def _narrow(told: NDArray[np.int64]) -> NDArray[np.signedinteger]:
    """Return counts in half the room where all of them fit there, as nearly always."""
    return told.astype(np.int32) if told.max(initial=0) <= np.iinfo(np.int32).max else told
