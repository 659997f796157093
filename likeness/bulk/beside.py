"""Pairs of cell and candidate, side by side: what every term looks at, as columns of equal length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.cells import Cells
from likeness.bulk.docket import Docket
from likeness.bulk.meeting import Meeting
from likeness.bulk.moments import Moments
from likeness.bulk.once import MISSING, States, Told
from likeness.bulk.roll import Roll

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Pairs:
    """A cell beside a licence, in no order: places in the cells, in the docket and in the roll.

    `own` says that every licence is of the project that the row states.
    """

    cell: NDArray[np.uint32]
    row: NDArray[np.uint32]
    licence: NDArray[np.uint32]
    own: bool = False


class Beside(Meeting):
    """Pairs with the rows and licences they point to; `gone` has the last day of a likeness, by its key."""

    def __init__(self, pairs: Pairs, cells: Cells, docket: Docket, roll: Roll, gone: Mapping[int, int]) -> None:
        super().__init__(docket, roll, roll.form.take(pairs.licence), docket.kind.take(pairs.row))
        self.pairs, self.cells, self.gone = pairs, cells, gone
        self.making = docket.making.take(pairs.row)
        self.showing = docket.showing.take(pairs.row)
        self.acting = self.making | self.showing
        self.at, self.made_at = self._moments("at"), self._moments("made_at")

    def _moments(self, name: str) -> Moments:
        zones, bare = self.roll.facet("zone"), getattr(self.docket, f"{name}_day")
        micros = getattr(self.docket, name)
        return Moments(micros, bare, self.pairs.row, zones.dense, self.pairs.licence, zones.texts)

    def column(self, name: str) -> NDArray[np.int64]:
        return self.roll[name].take(self.pairs.licence)

    def stated(self, name: str) -> Flags | None:
        """Tell which pairs' licences have a value in a column that is mostly empty; None if none has."""
        by_form = self.roll.by_form(name)
        return by_form.take(self.form) if by_form.any() else None

    def few(self, name: str) -> tuple[Told, list[str | None]]:
        """Return what is stated in a column of few values; a cell may say one thing of what its row says."""
        if name in self.cells.numbers:
            return Told(self.cells.numbers[name], self.pairs.cell), self.cells.values[name]
        return super().few(name)


def missing_where(where: Flags) -> States:
    """Return missing where something is so, else kept."""
    return (where * MISSING).astype(np.uint8)
