"""Rows that have their turns: where they may fall through, the judge itself settles each in order (FORMAT 4.7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.bits import bit, bits_of, reading_of
from likeness.bulk.mask import instant_from
from likeness.bulk.roll import Roll
from likeness.bulk.tallies import closed_to, ledger_of, period_to, tally_frame
from likeness.bulk.twin import Part
from likeness.scope.case import Reading
from likeness.scope.grant import Grant
from likeness.scope.judge import Finding, settle
from likeness.scope.limits import Ledger

if TYPE_CHECKING:
    import polars as pl

_LIMIT = np.uint32(bit("limit"))
_LAST = datetime.max.replace(tzinfo=UTC)
_Turn = tuple[datetime, str, int, int, list[list[int]]]


def take_turns(parts: Sequence[Part], rows: pl.DataFrame, roll: Roll, before: pl.DataFrame) -> pl.DataFrame:
    """Settle `rows` (part, row) in the order of (`at`, `id`) on top of the tallies `before`; returns those after."""
    waiting: list[_Turn] = []
    for number, part in enumerate(parts):
        waiting += _turns(number, part, rows.filter(rows["part"] == number)["row"].to_numpy())
    grants = _Grants(roll)
    ledger = ledger_of(before, {position: grants.number(position) for position in before["licence"].to_list()})
    for _, _, number, row, pairs in sorted(waiting, key=lambda turn: turn[:2]):
        part = parts[number]
        _record(part, row, settle(part.lines.use(row), _readings(part, pairs, grants), ledger), grants)
    return _after(ledger, grants.positions)


def _turns(number: int, part: Part, rows: NDArray[np.int64]) -> list[_Turn]:
    """Return when each row of a part has its turn, and the pairs of each of its cells."""
    cells = part.cells_of(rows)
    order = cells[np.argsort(part.cells.row[cells], kind="stable")]
    ids = dict(zip(rows.tolist(), part.lines.ids.gather(rows).to_list(), strict=True))
    pairs: dict[int, list[int]] = {}
    for pair in part.pairs_of(rows).tolist():
        pairs.setdefault(int(part.pairs.cell[pair]), []).append(pair)
    found: list[_Turn] = []
    for row, mine in groupby(order.tolist(), key=lambda cell: int(part.cells.row[cell])):
        at = instant_from(int(part.lines.at[row]))
        found.append((at or _LAST, ids[row] or "", number, row, [pairs.get(cell, []) for cell in mine]))
    return found


def _readings(part: Part, cells: list[list[int]], grants: _Grants) -> list[list[tuple[Grant, Reading]]]:
    """Return the candidates of each cell, given by its pairs, with what each breaks and misses."""
    readings = []
    for pairs in cells:
        licences, broken = part.pairs.licence[pairs].tolist(), part.broken[pairs].tolist()
        missing = (part.missing[pairs] & ~_LIMIT).tolist()
        told = zip(licences, broken, missing, strict=True)
        readings.append([(grants.at(licence), reading_of(breaks, misses)) for licence, breaks, misses in told])
    return readings


def _record(part: Part, row: int, finding: Finding, grants: _Grants) -> None:
    part.settled[row] = finding
    part.rests[row] = [grants.positions[number] for number in finding.licences]
    part.rows.broken[row] = bits_of(finding.broken)
    part.rows.missing[row] = bits_of(finding.missing)
    part.rows.licence[row] = part.rests[row][0] if len(finding.licences) == 1 else -1


def _after(ledger: Ledger, positions: dict[str, int]) -> pl.DataFrame:
    """Return what the ledger holds as tallies; the caller knows how new they are."""
    keys = sorted(ledger.sums.keys() | ledger.closed.keys())
    return tally_frame(
        [
            (
                positions[n],
                place,
                period_to(period),
                ledger.sums.get(key, 0),
                closed_to(ledger.closed[key]) if key in ledger.closed else 0,
                0,
                0,
            )
            for key in keys
            for n, place, period in [key]
        ]
    )


class _Grants:
    """The licences of the roll as the judge reads them, each made once."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._made: dict[int, Grant] = {}
        self.positions: dict[str, int] = {}

    def number(self, position: int) -> str:
        """Return the number of a licence, and remember where it stands."""
        number = str(self._roll.numbers[position])
        self.positions[number] = position
        return number

    def at(self, position: int) -> Grant:
        """Return the licence at a position."""
        if position not in self._made:
            self.number(position)
            self._made[position] = self._roll.grant(position)
        return self._made[position]
