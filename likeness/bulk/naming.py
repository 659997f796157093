"""Who may be judged by which licence (FORMAT 4.2): likeness, party and project of every licence, as keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, reduce
from typing import TYPE_CHECKING

import numpy as np

from likeness.bulk.keys import Keys
from likeness.bulk.shelf import Shelves, shelve

if TYPE_CHECKING:
    import polars as pl

ANYBODY = np.uint64(0)  # the party of a licence that may be passed on to anyone


@dataclass(frozen=True)
class Naming:
    """`frame` has a row per likeness, project and party, with the `position` of the licence in its roll.

    The party is the licensee, one it may be passed on to, or anybody.
    """

    frame: pl.DataFrame
    licences: int
    _shelved: dict[tuple[str, ...], Shelves] = field(default_factory=dict)

    @property
    def repeats(self) -> bool:
        """Whether a licence may stand several times beside one likeness and user."""
        return len(self.frame) > self.licences

    @cached_property
    def often(self) -> pl.DataFrame:
        """How often each likeness is named (`likeness`, `many`)."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        return self.frame.group_by("likeness").agg(pl.len().alias("many"))

    @cached_property
    def to_anybody(self) -> pl.DataFrame:
        """The rows of licences that may be passed on to anyone."""
        return self.frame.filter(self.frame["party"] == ANYBODY)

    def shelved(self, names: tuple[str, ...]) -> Shelves:
        """Return the positions by several names as one key, on shelves."""
        if names not in self._shelved:
            self._shelved[names] = shelve(one_key(self.frame, names), self.frame["position"].to_numpy())
        return self._shelved[names]


def one_key(frame: pl.DataFrame, names: tuple[str, ...]) -> Keys:
    """Return one number for several names, of each row of a frame."""
    return reduce(np.bitwise_xor, (frame[name].to_numpy() for name in names))
