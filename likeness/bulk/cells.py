"""What is judged: cells of rows (FORMAT 4.1), as columns.

- A row whose likeness has one candidate is one cell: its lists are read as a whole, for the union is what rule 1 asks.
- Where several licences meet a list or a group, the row is taken apart, for different cells may rest on different ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date
from functools import cached_property, reduce
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.docket import Docket
from likeness.bulk.keys import Keys
from likeness.bulk.mask import NO_INSTANT, instant_from
from likeness.scope.cells import cells_of
from likeness.scope.use import Use
from likeness.values.territories import GROUPS

Numbers = NDArray[np.uint32]
DIMENSIONS = ("medium", "territory", "language")
_SEVERAL = "|"
A = TypeVar("A", bound=np.generic)


@dataclass(frozen=True)
class Cells:
    """Each cell's row and the key of its likeness; the dimensions are numbered as in `values`.

    `numbers` is empty while every cell says what its row says. `plain` cells are the rows themselves, one by one.
    """

    row: Numbers
    likeness: Keys
    numbers: dict[str, Numbers] = field(default_factory=dict)
    values: dict[str, list[str | None]] = field(default_factory=dict)
    plain: bool = False

    def __len__(self) -> int:
        return len(self.row)

    @cached_property
    def _order(self) -> NDArray[np.int64]:
        return np.argsort(self.row, kind="stable")

    @cached_property
    def _sorted(self) -> Numbers:
        return self.row[self._order]

    def of_rows(self, column: NDArray[A]) -> NDArray[A]:
        """Return a column of the rows for each cell."""
        return column if self.plain else column.take(self.row)

    def rows_of(self, cells: NDArray[Any]) -> NDArray[Any]:
        """Return the rows of some cells."""
        return cells if self.plain else self.row.take(cells)

    def told(self, docket: Docket) -> Cells:
        """Return the cells with what each says of the dimensions, which is what its row says."""
        numbers = {name: self.of_rows(docket.few[name].numbers) for name in DIMENSIONS}
        return replace(self, numbers=numbers, values={name: docket.few[name].values for name in DIMENSIONS})

    def of_row(self, row: int) -> list[int]:
        """Return the places of one row's cells."""
        first, after = np.searchsorted(self._sorted, np.array([row, row + 1], dtype=self.row.dtype))
        places: list[int] = self._order[first:after].tolist()
        return places

    def answered(self) -> Cells:
        """Return the cells without what they were judged by, which nobody asks once they are answered."""
        return Cells(self.row, np.zeros(0, dtype=np.uint64), plain=self.plain)

    def take(self, places: NDArray[np.int64]) -> Cells:
        """Return some of the cells."""
        return Cells(
            self.row[places],
            self.likeness[places],
            {name: numbers[places] for name, numbers in self.numbers.items()},
            self.values,
        )


def cells_of_rows(docket: Docket) -> Cells:
    """Return one cell a row and likeness; rows without a likeness have none."""
    alone = docket.likeness != 0
    if not docket.several and alone.all():
        return Cells(np.arange(len(docket), dtype=np.uint32), docket.likeness, plain=True)
    alone[list(docket.several)] = False
    rows, likeness = np.flatnonzero(alone), docket.likeness[alone]
    if docket.several:
        more = [(row, one) for row, found in docket.several.items() for one in found]
        rows = np.concatenate([rows, [row for row, _ in more]])
        likeness = np.concatenate([likeness, np.array([one for _, one in more], dtype=np.uint64)])
    return Cells(rows.astype(np.uint32), likeness)


def parts(value: str | None) -> tuple[str, ...]:
    """Return the members of a list cell; none where nothing is stated."""
    return tuple(dict.fromkeys(part for part in (value or "").split(_SEVERAL) if part))


def wide(cells: Cells, docket: Docket) -> NDArray[np.intp]:
    """Return the cells that state more than one value of some dimension; each says what its row says."""
    several = [docket.few[name].where(lambda value: len(parts(value)) > 1 or value in GROUPS) for name in DIMENSIONS]
    found = [np.flatnonzero(cells.of_rows(rows)) for rows in several if rows is not None]
    return reduce(np.union1d, found, np.zeros(0, dtype=np.intp))


def taken_apart(cells: Cells, docket: Docket, places: NDArray[np.int64]) -> Cells:
    """Return the cells at `places` as one cell a combination, with values that may be new to the dimensions."""
    coded = {name: _Numbering(cells.values[name]) for name in DIMENSIONS}
    rows: list[int] = []
    likeness: list[int] = []
    numbers: dict[str, list[int]] = {name: [] for name in DIMENSIONS}
    for place in places.tolist():
        row = int(cells.row[place])
        stated = {name: parts(cells.values[name][int(cells.numbers[name][place])]) for name in DIMENSIONS}
        for cell in cells_of(Use("", likeness=("-",), at=_day_of(docket, row), **stated)):  # type: ignore[arg-type]
            rows.append(row)
            likeness.append(int(cells.likeness[place]))
            for name in DIMENSIONS:
                numbers[name].append(coded[name].number(getattr(cell, name)))
    return Cells(
        np.array(rows, dtype=np.uint32),
        np.array(likeness, dtype=np.uint64),
        {name: np.array(found, dtype=np.uint32) for name, found in numbers.items()},
        {name: coded[name].values for name in DIMENSIONS},
    )


def joined(one: Cells, other: Cells) -> Cells:
    """Return the cells of both; `other` has all values of `one`, and maybe more."""
    return replace(
        other,
        row=np.concatenate([one.row, other.row]),
        likeness=np.concatenate([one.likeness, other.likeness]),
        numbers={name: np.concatenate([one.numbers[name], other.numbers[name]]) for name in DIMENSIONS},
    )


def _day_of(docket: Docket, row: int) -> date | None:
    """Return the day on which groups are taken apart: that of `at` in UTC."""
    micros = int(docket.at[row])
    instant = None if micros == NO_INSTANT else instant_from(micros)
    return None if instant is None else instant.astimezone(UTC).date()


class _Numbering:
    def __init__(self, values: list[str | None]) -> None:
        self.values = list(values)
        self._known = {value: number for number, value in enumerate(values)}

    def number(self, value: str | None) -> int:
        if value not in self._known:
            self._known[value] = len(self.values)
            self.values.append(value)
        return self._known[value]
