"""Who is judged by what: every cell beside its candidates (FORMAT 4.2).

- A licence that may be passed on to anyone is a candidate for every user, and for none.
- Without a user, every licence that names the likeness is a candidate.
- Licences of the use's own project are asked first. Only they can cover it, and where there is one, no other is nearer
  (FORMAT 4.8): so a company with thousands of licences on one likeness costs what its project costs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from likeness.bulk.beside import Pairs
from likeness.bulk.cells import Cells
from likeness.bulk.docket import Docket
from likeness.bulk.keys import Keys
from likeness.bulk.roll import Roll
from likeness.bulk.shelf import NOBODY, NOTHING, Entries, Numbers, Shelves

MOST_PAIRS = 4_000_000  # at once: a hot likeness must not exhaust memory


class _Asked(NamedTuple):
    """Cells, the keys of what they name (NOTHING where they name none), and of whom."""

    cell: Numbers
    key: Keys
    party: Keys


class _Found(NamedTuple):
    """Cells, and the entries that their keys have on some shelves."""

    cell: Numbers
    shelves: Shelves
    entries: Entries

    def pairs(self) -> tuple[Numbers, Numbers]:
        """Return (cell, position) of every candidate."""
        place, position = self.shelves.behind(self.entries)
        return (self.cell if len(place) == len(self.cell) else self.cell.take(place)), position


def near(cells: Cells, docket: Docket, roll: Roll) -> Pairs:
    """Return the pairs of cells with the licences of their own project."""
    project = cells.of_rows(docket.project)
    key = cells.likeness ^ project
    if not project.all():
        key[project == 0] = NOTHING
    asked = _Asked(np.arange(len(cells), dtype=np.uint32), key, cells.of_rows(docket.user))
    return _pairs(list(_found(asked, roll, ("likeness", "project"))), cells, own=True)


def far(cells: Cells, docket: Docket, roll: Roll, found: Pairs) -> Iterator[Pairs]:
    """Yield, in slices, the pairs of the other cells with whatever licence names their likeness."""
    met = np.zeros(len(cells), dtype=bool)
    met[found.cell] = True
    others = np.flatnonzero(~met)
    party = docket.user.take(cells.rows_of(others))
    asked = _Asked(others.astype(np.uint32), cells.likeness.take(others), party)
    waiting, pairs = list[_Found](), 0
    for part, many in _sliced(_found(asked, roll, ("likeness",))):
        if waiting and pairs + many > MOST_PAIRS:
            yield _pairs(waiting, cells)
            waiting, pairs = [], 0
        waiting.append(part)
        pairs += many
    if waiting:
        yield _pairs(waiting, cells)


def _found(asked: _Asked, roll: Roll, names: tuple[str, ...]) -> Iterator[_Found]:
    """Yield the cells that have candidates with the same `names`."""
    silent = np.flatnonzero(asked.party == 0)
    told = np.where((asked.key == NOTHING) | (asked.party == 0), NOTHING, asked.key ^ asked.party)
    yield _on(roll.naming.shelved((*names, "party")), asked.cell, told)
    if len(roll.naming.to_anybody):
        yield _on(roll.naming.open_to_all(names), asked.cell, np.where(asked.party == 0, NOTHING, asked.key))
    if len(silent):
        yield _on(roll.naming.shelved(names), asked.cell.take(silent), asked.key.take(silent))


def _on(shelves: Shelves, cell: Numbers, key: Keys) -> _Found:
    entries = shelves.entries(key)
    there = np.flatnonzero(entries != NOBODY)
    return _Found(cell.take(there), shelves, entries.take(there))


def _sliced(found: Iterator[_Found]) -> Iterator[tuple[_Found, int]]:
    """Yield the same in slices of a bounded number of pairs, with that number; a cell stays whole."""
    for one in found:
        many = one.shelves.how_many(one.entries)
        ends = np.cumsum(many)
        cuts = np.flatnonzero(np.diff(ends // MOST_PAIRS)) + 1
        for start, after in pairwise([0, *cuts.tolist(), len(many)]):
            some = slice(start, after)
            if after:
                yield _Found(one.cell[some], one.shelves, one.entries[some]), int(many[some].sum())


def _pairs(found: list[_Found], cells: Cells, *, own: bool = False) -> Pairs:
    several = [one.pairs() for one in found]
    cell, position = several[0] if len(several) == 1 else map(np.concatenate, zip(*several, strict=True))
    return Pairs(cell, cells.rows_of(cell), position, own=own)
