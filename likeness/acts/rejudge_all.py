"""Judging every use again at once, by columns, as a report is judged: the limits from the first row on (FORMAT 4.7).

Each circle of likenesses by itself, as `rejudge` takes them, reads through the blocks of all reports; a hundred
thousand circles would take days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.found_columns import differing
from likeness.acts.hearing import deletions, heard
from likeness.acts.report_limits import numbered
from likeness.acts.report_plan import fresh_keys
from likeness.bulk.counting import counted
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import tally_frame
from likeness.bulk.twin import finding_of
from likeness.errors import Refused
from likeness.registry.all_uses import Some

if TYPE_CHECKING:
    import polars as pl

Progress = Callable[[int, int], None]  # uses read, uses in all
Cancelled = Callable[[], bool]


def rejudge_all(
    desk: Desk, now: datetime, cause: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> int:
    """Judge all uses anew, inside the act's transaction; returns how many verdicts were added.

    Raises Refused ("cancelled"). To be asked before the transaction changes a licence.
    """
    registry, read = desk.registry, list[Some]()
    roll, shelves = registry.masks.roll(fresh_keys(desk)), registry.all_uses.shelves()
    whole = sum(shelf.rows for shelf in shelves)

    def frames() -> Iterator[tuple[pl.DataFrame, bool]]:
        done = 0
        for shelf in shelves:
            if cancelled is not None and cancelled():
                raise Refused("cancelled")
            some, facts = registry.all_uses.facts(shelf)
            read.append(some)
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
    for some, part in zip(read, parts, strict=True):
        places = differing(registry.all_uses.told(some), part, roll).tolist()
        for place in places:
            finding = finding_of(part, place, str(part.lines.ids[place]), roll)
            registry.uses.add_finding(int(some.numbers[place]), finding, now, cause)
        changed += len(places)
    return changed
