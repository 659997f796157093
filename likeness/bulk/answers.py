"""The answer of each cell and of each row: the licence it rests on, or the nearest one and what it lacks (FORMAT 4.8).

- A cell rests on the covering licence whose window ends first, then on the lower number.
- A cell that none covers is explained by the nearest licence; one without candidates breaks `no-licence`.
- A row is as bad as its worst cell; its terms are the union over its cells.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.beside import Pairs
from likeness.bulk.bits import Bits, bit, nearness
from likeness.bulk.cells import Cells
from likeness.bulk.docket import Docket
from likeness.bulk.nearest import least_of_each
from likeness.bulk.roll import Roll

NOBODY = -1  # no licence
_REFUSED = np.uint64(1 << 62)


@dataclass
class Answers:
    """Per cell: the licence's position (or -1), and what it breaks and misses."""

    licence: NDArray[np.int32]
    broken: Bits
    missing: Bits


@dataclass
class RowAnswers:
    """Per row: the union over its cells; `licence` is that of its only cell, -1 for none or several."""

    broken: Bits
    missing: Bits
    licence: NDArray[np.int32]


def answer_cells(cells: Cells, pairs: Pairs, broken: Bits, missing: Bits, docket: Docket, roll: Roll) -> Answers:
    """Answer every cell from the readings of its pairs."""
    count = len(cells)
    found = Answers(
        np.full(count, NOBODY, dtype=np.int32),
        np.full(count, bit("no-licence"), dtype=np.uint32),
        np.zeros(count, dtype=np.uint32),
    )
    several = [(found.licence, pairs.licence), (found.broken, broken), (found.missing, missing)]
    for answer, of_pair in several:
        answer[pairs.cell] = of_pair  # any pair of a cell; most have one
    first = _chosen(pairs, broken, missing, docket, roll)
    for answer, of_pair in several:
        answer[pairs.cell[first]] = of_pair[first]
    return found


def answer_rows(cells: Cells, answers: Answers, height: int) -> RowAnswers:
    """Join the answers of cells to those of rows; a row without cells states no likeness."""
    if cells.plain:
        return RowAnswers(answers.broken, answers.missing, answers.licence)
    count = np.bincount(cells.row, minlength=height)
    found = RowAnswers(
        np.zeros(height, dtype=np.uint32),
        np.where(count == 0, bit("likeness"), 0).astype(np.uint32),
        np.full(height, NOBODY, dtype=np.int32),
    )
    np.bitwise_or.at(found.broken, cells.row, answers.broken)
    np.bitwise_or.at(found.missing, cells.row, answers.missing)
    alone = count[cells.row] == 1
    found.licence[cells.row[alone]] = answers.licence[alone]
    return found


def _chosen(pairs: Pairs, broken: Bits, missing: Bits, docket: Docket, roll: Roll) -> NDArray[np.int64]:
    """Return, of the cells with several pairs, the one that answers each."""
    some = np.flatnonzero((np.bincount(pairs.cell) > 1).take(pairs.cell))
    if not len(some):
        return some
    order = _order(pairs, some, broken, missing, docket, roll)
    return some[least_of_each(pairs.cell[some], order, pairs.licence[some], roll)]


def _order(
    pairs: Pairs, some: NDArray[np.int64], broken: Bits, missing: Bits, docket: Docket, roll: Roll
) -> NDArray[np.uint64]:
    """Return what stands first: a covering licence that ends early, else the nearest one."""
    licence = pairs.licence[some]
    ends = np.where(docket.showing[pairs.row[some]], roll["exploit_to"][licence], roll["create_to"][licence])
    lacks = (broken[some] | missing[some]) != 0
    return np.where(lacks, _REFUSED | nearness(broken[some], missing[some]), ends.astype(np.uint64))
