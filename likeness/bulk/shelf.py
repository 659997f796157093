"""Licences on shelves: a place for each key, found by its last bits, so that a million rows find theirs in one glance.

A key whose place is taken goes to the next shelf, and the place says so. After a few shelves hardly any keys are left;
these are joined. Looking costs two reads a row, a third of what a join of a million rows costs.
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
    """`key` and `position` by place; an empty place has the key 0, which no licence has. `more` tells of taken ones."""

    key: Keys
    position: Places
    more: NDArray[np.bool_]


@dataclass(frozen=True)
class Shelves:
    """Several shelves, and what found no place on them (`key`, `position`)."""

    shelves: list[Shelf]
    rest: pl.DataFrame

    def find(self, asked: Keys, name: NDArray[np.uint32]) -> pl.DataFrame:
        """Return the positions of keys beside the names of those who asked (`name`, `position`), in no order."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        found = []
        for shelf in self.shelves:
            place = (asked & np.uint64(len(shelf.key) - 1)).view(np.intp)
            hit = np.flatnonzero(shelf.key.take(place) == asked)
            found.append(pl.DataFrame({"name": name.take(hit), "position": shelf.position.take(place.take(hit))}))
            further = np.flatnonzero(shelf.more.take(place))
            asked, name = asked.take(further), name.take(further)
        if len(self.rest) and len(asked):
            rest = pl.DataFrame({"name": name, "key": asked}).join(self.rest, on="key", how="inner")
            found.append(rest.select("name", "position"))
        return pl.concat([pl.DataFrame(schema={"name": pl.UInt32, "position": pl.UInt32}), *found])


def shelve(key: Keys, position: Places) -> Shelves:
    """Put positions on shelves by their keys."""
    import polars as pl  # noqa: PLC0415  see Shelves.find

    shelves: list[Shelf] = []
    while len(key) and len(shelves) < MOST_SHELVES:
        size = 1 << (len(key) * _ROOM - 1).bit_length()
        place = key & np.uint64(size - 1)
        there = np.zeros(size, dtype=np.uint32)
        there[place] = np.arange(len(key), dtype=np.uint32)  # the last one of a place has it
        kept = there[place] == np.arange(len(key), dtype=np.uint32)
        shelf = Shelf(np.zeros(size, dtype=np.uint64), np.zeros(size, dtype=np.uint32), np.zeros(size, dtype=bool))
        shelf.key[place[kept]] = key[kept]
        shelf.position[place[kept]] = position[kept]
        shelf.more[place[~kept]] = True
        shelves.append(shelf)
        key, position = key[~kept], position[~kept]
    return Shelves(shelves, pl.DataFrame({"key": key, "position": position}))
