"""Forms of licences beside kinds of rows: what is granted meets what is done.

A million pairs meet in a few thousand ways, and what they break of the terms that compare codes is asked once of each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.docket import Docket
from likeness.bulk.once import LARGEST_TABLE, Told
from likeness.bulk.roll import Roll

Numbers = NDArray[np.uint32]


@dataclass
class Meeting:
    """The form of a licence and the kind of a row, for each of some pairs or of the ways in which pairs meet."""

    docket: Docket
    roll: Roll
    form: Numbers
    kind: Numbers

    def __len__(self) -> int:
        return len(self.form)

    def granted(self, name: str) -> tuple[Told, list[str]]:
        """Return what is granted in a facet, as places in a list."""
        return Told(self.roll.by_form(name), self.form), self.roll.facet(name).texts

    def few(self, name: str) -> tuple[Told, list[str | None]]:
        """Return what is stated in a column of few values, as places in a list."""
        coded = self.docket.few[name]
        return Told(coded.by_kind, self.kind), coded.values


def ways_of(pairs: Meeting) -> tuple[Meeting, NDArray[np.integer]] | None:
    """Return the ways in which pairs meet, each once, and that of each pair; None where they may be too many."""
    kinds, forms = pairs.docket.kinds, pairs.roll.forms
    if kinds * forms > LARGEST_TABLE:
        return None
    both = pairs.form.astype(np.intp)
    both *= kinds
    both += pairs.kind
    met = np.zeros(kinds * forms, dtype=bool)
    met[both] = True
    ways = np.flatnonzero(met)
    number = np.empty(kinds * forms, dtype=np.uint32)
    number[ways] = np.arange(len(ways), dtype=np.uint32)
    form, kind = np.divmod(ways, max(kinds, 1))
    return Meeting(pairs.docket, pairs.roll, form.astype(np.uint32), kind.astype(np.uint32)), number.take(both)
