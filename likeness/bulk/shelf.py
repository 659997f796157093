"""Licences on shelves: a place for each key, found by its last bits, so that a million rows find theirs in one glance.

A key whose place is taken goes to the next shelf. After a few shelves hardly any are left; these are joined. Looking
costs two reads a shelf and row, a third of what a join of a million rows costs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.keys import Keys

if TYPE_CHECKING:
    import polars as pl

MOST_SHELVES = 4
_ROOM = 2  # places for each key, at least
Places = NDArray[np.uint32]


@dataclass(frozen=True)
class Shelf:
    """`key` and `position` by place; an empty place has the key 0, which no licence has."""

    key: Keys
    position: Places

    def find(self, asked: Keys) -> tuple[NDArray[np.int64], Places]:
        """Return where in `asked` something was found, and the positions that were."""
        place = asked & np.uint64(len(self.key) - 1)
        found = np.flatnonzero(self.key.take(place) == asked)
        return found, self.position.take(place[found])


def shelve(key: Keys, position: Places) -> tuple[list[Shelf], pl.DataFrame]:
    """Put positions on shelves by their keys; returns the shelves and what is left (`key`, `position`)."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

    shelves: list[Shelf] = []
    while len(key) and len(shelves) < MOST_SHELVES:
        size = 1 << (len(key) * _ROOM - 1).bit_length()
        place = key & np.uint64(size - 1)
        there = np.zeros(size, dtype=np.uint32)
        there[place] = np.arange(len(key), dtype=np.uint32)  # the last one of a place has it
        kept = there[place] == np.arange(len(key), dtype=np.uint32)
        shelf = Shelf(np.zeros(size, dtype=np.uint64), np.zeros(size, dtype=np.uint32))
        shelf.key[place[kept]] = key[kept]
        shelf.position[place[kept]] = position[kept]
        shelves.append(shelf)
        key, position = key[~kept], position[~kept]
    return shelves, pl.DataFrame({"key": key, "position": position})
