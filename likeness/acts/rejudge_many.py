"""Judging many uses again at once, by columns, as a report is judged: the limits from the first row on (FORMAT 4.7).

Of everything, or of what hangs together with some likenesses. `rejudge` takes a few uses one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.found_columns import differing
from likeness.acts.hearing import deletions, heard
from likeness.acts.later import ALWAYS, Again, later_of
from likeness.acts.report_limits import numbered
from likeness.acts.report_plan import fresh_keys
from likeness.bulk.counting import counted
from likeness.bulk.roll import Roll
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import tally_frame
from likeness.bulk.twin import finding_of
from likeness.errors import Refused
from likeness.registry.all_uses import Some
from likeness.registry.registry import Registry

if TYPE_CHECKING:
    import polars as pl

Progress = Callable[[int, int], None]  # uses read, uses in all
Cancelled = Callable[[], bool]


def rejudge_all(
    desk: Desk, now: datetime, cause: str, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> int:
    """Judge all uses anew, inside the act's transaction; returns how many verdicts were added.

    Raises Refused ("cancelled").
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

    parts = [part for _, part in heard(frames(), roll, deletions(registry, roll.keys), here=True)]
    settlement = Settlement(parts, roll, tally_frame([]))
    settled = settlement.finish()
    registry.tallies.clear()
    registry.tallies.put_report(numbered(settled, roll), numbered(counted(parts, settlement.chosen), roll))
    heard_again = (Again(some.numbers, registry.all_uses.told(some), part) for some, part in
                   zip(read, parts, strict=True))  # fmt: skip
    return sum(_add_new(registry, again, roll, now, cause) for again in heard_again)


def rejudge_circle(desk: Desk, likenesses: Collection[str], now: datetime, cause: str) -> int:
    """Judge anew what hangs together with some likenesses, inside the act's transaction, as `rejudge_all` does."""
    registry = desk.registry
    roll = registry.masks.roll(fresh_keys(desk))
    circle = later_of(registry, roll, deletions(registry, roll.keys), likenesses, ALWAYS, here=True)
    parts = [again.part for again in circle.uses]
    settlement = Settlement(parts, roll, tally_frame([]), roll.places_of(sorted(circle.licences)))
    settled = settlement.finish()
    registry.tallies.forget(circle.licences)
    registry.tallies.put_report(numbered(settled, roll), None)
    return sum(_add_new(registry, again, roll, now, cause) for again in circle.uses)


def _add_new(registry: Registry, again: Again, roll: Roll, now: datetime, cause: str) -> int:
    """Add a verdict where it says something else than the newest one."""
    places = differing(again.told, again.part, roll).tolist()
    names = again.part.lines.ids
    found = [(int(again.numbers[place]), finding_of(again.part, place, str(names[place]), roll)) for place in places]
    registry.uses.add_findings(found, now, cause)
    return len(found)
