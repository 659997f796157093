"""How far rows of a report passed a limit, as columns: what explains a broken limit (FORMAT 4.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.mask import limits_from
from likeness.bulk.roll import Roll
from likeness.scope.grant import Limit
from likeness.scope.limits import Overrun, told_place

if TYPE_CHECKING:
    import polars as pl

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
        return tuple(
            Overrun(limits[place].unit, most, so_far, asked, told_place(limits, place))
            for place, most, so_far, asked in columns
        )

    def listed(self, rows: Ints, licences: NDArray[np.integer[Any]], roll: Roll) -> pl.Series:
        """Return, as JSON, what each of some rows passed of its licence; the rows rise, and each passed something."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        mine = np.flatnonzero(np.isin(self.row, rows))
        at = np.searchsorted(rows, self.row[mine])
        facet = roll.facet("limits")
        known = [limits_from(text) for text in facet.texts]
        firsts = np.cumsum([0, *(len(limits) for limits in known)])
        limit = firsts[facet.dense[licences[at]]] + self.place[mine]
        units = pl.Series([one.unit for limits in known for one in limits], dtype=pl.String)
        after = pl.Series([_after(limits, n) for limits in known for n in range(len(limits))], dtype=pl.String)
        told = {name: getattr(self, name)[mine] for name in ("most", "so_far", "asked")}
        frame = pl.DataFrame({"at": at, "unit": units.gather(limit), "after": after.gather(limit), **told})
        one = pl.format('["{}", {}, {}, {}{}]', "unit", *told, "after")
        return frame.group_by("at", maintain_order=True).agg(one.str.join(", "))["unit"]


def _after(limits: Sequence[Limit], place: int) -> str:
    """Return what stands behind the numbers where the place of a limit is told."""
    told = told_place(limits, place)
    return "" if told is None else f", {told}"


NO_OVERRUNS = Overruns(*(np.zeros(0, dtype=np.int64) for _ in range(5)))
