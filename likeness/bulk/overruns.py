"""How far rows of a report passed a limit, as columns: what explains a broken limit (FORMAT 4.7)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.mask import limits_from
from likeness.bulk.roll import Roll
from likeness.scope.limits import Overrun

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Overruns:
    """Sorted by `row`, then by `place` of the limit in its licence."""

    row: Ints
    place: Ints
    most: Ints
    so_far: Ints
    asked: Ints

    def of_row(self, row: int, licence: int, roll: Roll) -> tuple[Overrun, ...]:
        """Return what a row passed of its licence, a position in the roll."""
        first, after = np.searchsorted(self.row, np.array([row, row + 1]))
        facet = roll.facet("limits")
        limits = limits_from(facet.texts[int(facet.dense[licence])])
        columns = zip(
            *(one[first:after].tolist() for one in (self.place, self.most, self.so_far, self.asked)), strict=True
        )
        return tuple(Overrun(limits[place].unit, *numbers) for place, *numbers in columns)


NO_OVERRUNS = Overruns(*(np.zeros(0, dtype=np.int64) for _ in range(5)))
