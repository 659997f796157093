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
    _open: dict[tuple[str, ...], Shelves] = field(default_factory=dict)

    @property
    def repeats(self) -> bool:
        """Whether a licence may stand several times beside one likeness and user."""
        return len(self.frame) > self.licences

    @cached_property
    def to_anybody(self) -> pl.DataFrame:
        """The rows of licences that may be passed on to anyone."""
        return self.frame.filter(self.frame["party"] == ANYBODY)

    def shelved(self, names: tuple[str, ...]) -> Shelves:
        """Return the positions by several names as one key, on shelves; each licence once behind each key."""
        if names not in self._shelved:
            self._shelved[names] = self._on_shelves(self.frame, names)
        return self._shelved[names]

    def open_to_all(self, names: tuple[str, ...]) -> Shelves:
        """Return the same of the licences that may be passed on to anyone."""
        if names not in self._open:
            self._open[names] = self._on_shelves(self.to_anybody, names)
        return self._open[names]

    def _on_shelves(self, frame: pl.DataFrame, names: tuple[str, ...]) -> Shelves:
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        key, position = one_key(frame, names), frame["position"]
        if self.repeats:
            once = pl.DataFrame({"key": key, "position": position}).unique()
            key, position = once["key"].to_numpy(), once["position"]
        return shelve(key, position.to_numpy())


def one_key(frame: pl.DataFrame, names: tuple[str, ...]) -> Keys:
    """Return one number for several names, of each row of a frame."""
    return reduce(np.bitwise_xor, (frame[name].to_numpy() for name in names))
