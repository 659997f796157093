"""The set-based twin of the judge: reports of any size, the same verdicts (DESIGN decision 8).

1. `hear` reads the rows of one part of a report beside their candidates, and answers them as if all limits had room.
2. `settle` adds up what is asked of each limit; where that is too much, or a limit is closed, the rows that touch it
   are settled in order: by columns where one licence alone answers them (`runs`), else by the judge itself (`turns`).

Proven equal to the judge by differential tests: same verdict, same terms, same licences.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.answers import Answers, RowAnswers, answer_cells, answer_rows
from likeness.bulk.beside import Pairs
from likeness.bulk.bits import Bits, bit, terms_of
from likeness.bulk.cells import Cells, cells_of_rows, joined, taken_apart, wide
from likeness.bulk.docket import NOT_STATED, Docket, docket_of
from likeness.bulk.limits import Entries, entries_of
from likeness.bulk.lines import Lines, lines_of
from likeness.bulk.match import far, near
from likeness.bulk.nearest import Heard, all_heard, thinned
from likeness.bulk.overruns import NO_OVERRUNS, Overruns
from likeness.bulk.readings import read_pairs
from likeness.bulk.roll import Roll
from likeness.scope.judge import Finding, Verdict
from likeness.scope.terms_order import in_order

if TYPE_CHECKING:
    import polars as pl

IN_SCOPE, NEEDS_REVIEW, OUT_OF_SCOPE = 0, 1, 2
VERDICTS = (Verdict.IN_SCOPE, Verdict.NEEDS_REVIEW, Verdict.OUT_OF_SCOPE)


@dataclass
class Part:
    """One part of a report, heard: its rows, what they were read beside, and the answers so far."""

    lines: Lines
    cells: Cells
    pairs: Pairs
    broken: Bits
    missing: Bits
    entries: Entries
    answers: Answers
    rows: RowAnswers
    settled: dict[int, Finding] = field(default_factory=dict)  # the rows that had their turns before the judge
    rests: dict[int, list[int]] = field(default_factory=dict)  # the licences (positions) on which these rest
    overruns: Overruns = NO_OVERRUNS  # of the other rows

    def pairs_of(self, rows: NDArray[np.integer]) -> NDArray[np.intp]:
        """Return the pairs of some rows, in no order."""
        return np.flatnonzero(self._among(rows).take(self.pairs.row))

    def cells_of(self, rows: NDArray[np.integer]) -> NDArray[np.intp]:
        """Return the cells of some rows."""
        return np.flatnonzero(self.cells.of_rows(self._among(rows)))

    def _among(self, rows: NDArray[np.integer]) -> NDArray[np.bool_]:
        wanted = np.zeros(len(self.lines), dtype=bool)
        wanted[rows] = True
        return wanted

    def in_scope(self, rows: NDArray[np.integer]) -> NDArray[np.bool_]:
        """Tell which of some rows are in scope."""
        found: NDArray[np.bool_] = (self.rows.broken.take(rows) | self.rows.missing.take(rows)) == 0
        return found

    def verdicts(self) -> NDArray[np.uint8]:
        """Return the verdict of each row: 0 in scope, 1 needs review, 2 out of scope."""
        rows = self.rows
        return np.where(rows.broken != 0, OUT_OF_SCOPE, np.where(rows.missing != 0, NEEDS_REVIEW, IN_SCOPE)).astype(
            np.uint8
        )


def hear(facts: pl.DataFrame, roll: Roll, gone: Mapping[int, int], *, lists: bool = True) -> Part:
    """Read the rows of `facts` beside the licences of the roll, and answer them as if all limits had room.

    Without `lists` no row names several likenesses.
    """
    docket = docket_of(facts, roll.keys, lists=lists)
    cells = _cells(docket, roll)
    read = [_read(near(cells, docket, roll), cells, docket, roll, gone)]
    read += [
        thinned(_read(pairs, cells, docket, roll, gone), roll) for pairs in far(cells, docket, roll, read[0].pairs)
    ]
    heard = all_heard(read)
    answers = answer_cells(cells, heard.pairs, heard.broken, heard.missing, docket, roll)
    rows = answer_rows(cells, answers, len(docket))
    return Part(lines_of(docket), cells.answered(), *heard, answers, rows)


def _cells(docket: Docket, roll: Roll) -> Cells:
    """Return the cells of all rows; lists are taken apart where several licences meet them."""
    cells = cells_of_rows(docket)
    broad = wide(cells, docket)
    if not len(broad):
        return cells
    cells = cells.told(docket)
    some = cells.take(broad)
    first = near(some, docket, roll)
    many = np.zeros(len(some), dtype=np.int64)
    for pairs in (first, *far(some, docket, roll, first)):
        many += np.bincount(pairs.cell, minlength=len(some))
    crowd = broad[many > 1]
    if not len(crowd):
        return cells
    rest = np.setdiff1d(np.arange(len(cells)), crowd)
    return joined(cells.take(rest), taken_apart(cells, docket, crowd))


def _read(pairs: Pairs, cells: Cells, docket: Docket, roll: Roll, gone: Mapping[int, int]) -> Heard:
    broken, missing = read_pairs(pairs, cells, docket, roll, gone)
    entries = entries_of(pairs, docket, roll)
    missing[entries.pair[entries.asked == NOT_STATED]] |= np.uint32(bit("limit"))
    return Heard(pairs, broken, missing, entries)


def finding_of(part: Part, row: int, use: str, roll: Roll) -> Finding:
    """Return the finding of one row as the judge gives it."""
    if row in part.settled:
        return part.settled[row]
    if part.rows.licence[row] >= 0:
        position = int(part.rows.licence[row])
        found = _finding(
            part, row, use, {str(roll.numbers[position]): (int(part.rows.broken[row]), int(part.rows.missing[row]))}
        )
        return replace(found, overruns=part.overruns.of_row(row, position, roll)) if "limit" in found.broken else found
    named: dict[str, tuple[int, int]] = {}
    for cell in part.cells.of_row(row):
        position = int(part.answers.licence[cell])
        if position >= 0:
            number = str(roll.numbers[position])
            broken, missing = named.get(number, (0, 0))
            named[number] = (broken | int(part.answers.broken[cell]), missing | int(part.answers.missing[cell]))
    return _finding(part, row, use, named)


def _finding(part: Part, row: int, use: str, named: dict[str, tuple[int, int]]) -> Finding:
    broken, missing = terms_of(int(part.rows.broken[row])), terms_of(int(part.rows.missing[row]))
    verdict = Verdict.OUT_OF_SCOPE if broken else Verdict.NEEDS_REVIEW if missing else Verdict.IN_SCOPE
    return Finding(
        use,
        verdict,
        in_order(broken),
        in_order(missing),
        tuple(sorted(named)),
        tuple((number, terms_of(named[number][0]), terms_of(named[number][1])) for number in sorted(named)),
    )
