"""Judging every use again at once, by columns, as a report is judged: the limits from the first row on (FORMAT 4.7).

Each circle of likenesses by itself, as `rejudge` takes them, reads through the blocks of all reports; a hundred
thousand circles would take days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.acts.desk import Desk
from likeness.acts.found_columns import found_of
from likeness.acts.hearing import deletions, heard
from likeness.acts.report_limits import numbered, places_in
from likeness.acts.report_plan import fresh_keys
from likeness.bulk.counting import counted
from likeness.bulk.roll import Roll
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import tally_frame
from likeness.bulk.twin import Part, finding_of
from likeness.errors import Refused
from likeness.registry.all_uses import TOLD
from likeness.registry.registry import Registry

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]
Progress = Callable[[int, int], None]  # uses read, uses in all
Cancelled = Callable[[], bool]


def rejudge_all(
    desk: Desk, now: datetime, cause: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> int:
    """Judge all uses anew, inside the act's transaction; returns how many verdicts were added.

    Raises Refused ("cancelled"). To be asked before the transaction changes a licence.
    """
    registry, numbers = desk.registry, list[Ints]()
    roll, shelves = registry.masks.roll(fresh_keys(desk)), registry.all_uses.shelves()
    whole = sum(shelf.rows for shelf in shelves)

    def frames() -> Iterator[tuple[pl.DataFrame, bool]]:
        done = 0
        for shelf in shelves:
            if cancelled is not None and cancelled():
                raise Refused("cancelled")
            rows, facts = registry.all_uses.facts(shelf)
            numbers.append(rows)
            done += shelf.rows
            if progress is not None:
                progress(done, whole)
            yield facts, True

    parts = [part for _, part in heard(frames(), roll, deletions(registry, roll.keys))]
    settlement = Settlement(parts, roll, tally_frame([]))
    settled = settlement.finish()
    registry.tallies.clear()
    registry.tallies.put_report(numbered(settled, roll), numbered(counted(parts, settlement.chosen), roll))
    changed = 0
    for shelf, rows, part in zip(shelves, numbers, parts, strict=True):
        changed += _add_new(registry, registry.all_uses.told(shelf), rows, part, roll, now, cause)
    return changed


def _add_new(
    registry: Registry, told: pl.DataFrame, numbers: Ints, part: Part, roll: Roll, now: datetime, cause: str
) -> int:
    """Add a verdict where it says something else than the newest one."""
    found = found_of(part, np.arange(len(numbers)), roll)
    if len(roll):
        alone = roll.numbers.gather(places_in(roll, told["licence"].to_numpy()))
        told = told.with_columns(licences=told["licences"].fill_null('["' + alone + '"]'))
    same = np.ones(len(numbers), dtype=bool)
    for name in TOLD:
        same &= told[name].eq_missing(found[name]).to_numpy()
    for place in np.flatnonzero(~same).tolist():
        finding = finding_of(part, place, str(part.lines.ids[place]), roll)
        registry.uses.add_finding(int(numbers[place]), finding, now, cause)
    return int(np.count_nonzero(~same))
