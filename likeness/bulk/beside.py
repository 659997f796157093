"""Pairs of cell and candidate, side by side: what every term looks at, as columns of equal length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.cells import Cells
from likeness.bulk.docket import Docket
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


class Beside:
    """Pairs with the rows and licences they point to; `gone` has the last day of a likeness, by its key."""

    def __init__(self, pairs: Pairs, cells: Cells, docket: Docket, roll: Roll, gone: Mapping[int, int]) -> None:
        self.pairs, self.cells, self.docket, self.roll, self.gone = pairs, cells, docket, roll, gone
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

    @cached_property
    def form(self) -> NDArray[np.uint32]:
        """The form of each pair's licence."""
        return self.roll.form.take(self.pairs.licence)

    def stated(self, name: str) -> Flags | None:
        """Tell which pairs' licences have a value in a column that is mostly empty; None if none has."""
        by_form = self.roll.by_form(name)
        return by_form.take(self.form) if by_form.any() else None

    def granted(self, name: str) -> tuple[Told, list[str]]:
        """Return what is granted in a facet, as places in a list."""
        return Told(self.roll.by_form(name), self.form), self.roll.facet(name).texts

    @cached_property
    def kind(self) -> NDArray[np.uint32]:
        """The kind of each pair's row."""
        return self.docket.kind.take(self.pairs.row)

    def few(self, name: str) -> tuple[Told, list[str | None]]:
        """Return what is stated in a column of few values, as places in a list."""
        if name in self.cells.numbers:
            return Told(self.cells.numbers[name], self.pairs.cell), self.cells.values[name]
        coded = self.docket.few[name]
        return Told(coded.by_kind, self.kind), coded.values


def missing_where(where: Flags) -> States:
    """Return missing where something is so, else kept."""
    return (where * MISSING).astype(np.uint8)
