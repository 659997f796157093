"""Kinds of rows: a million rows say what they do in a few hundred ways, and each way is looked at once.

A row's kind is one number for all its columns of few values (act, medium, ...).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.keys import Keyring
from likeness.bulk.numbering import numbered

if TYPE_CHECKING:
    import polars as pl

FEW = ("act", "purpose", "medium", "territory", "language", "modification", "content")
Numbers = NDArray[np.uint32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Coded:
    """A column of few values: `by_kind` point into `values`; None there is a missing fact."""

    kind: Numbers  # of each row
    by_kind: Numbers
    values: list[str | None]

    @cached_property
    def numbers(self) -> Numbers:
        """The place of each row's value."""
        return self.by_kind.take(self.kind)

    def kinds(self, wanted: tuple[str, ...]) -> Flags:
        """Tell for each kind whether its value is one of those wanted."""
        return np.array([value in wanted for value in self.values], dtype=bool).take(self.by_kind)

    def where(self, wanted: Callable[[str | None], bool]) -> Flags | None:
        """Tell for each row whether its value is wanted; None if none of them is."""
        known = np.array([wanted(value) for value in self.values], dtype=bool)
        return known.take(self.by_kind).take(self.kind) if known.any() else None


def code(told: Mapping[str, pl.Series], keys: Keyring) -> dict[str, Coded]:
    """Number what each row says in all its columns together, and what each of these kinds says in every column."""
    each = {name: keys.hash(name, column) for name, column in told.items()}
    kind, rows = numbered(reduce(np.bitwise_xor, each.values()))
    coded = {}
    for name, column in told.items():
        by_kind, bears = numbered(each[name].take(rows))
        coded[name] = Coded(kind, by_kind, column.gather(rows.take(bears)).to_list() or [None])
    return coded
