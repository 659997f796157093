"""Judging many uses again at once, by columns, as a report is judged: the limits from the first row on (FORMAT 4.7).

Of everything, or of what hangs together with some likenesses. `rejudge` takes a few uses one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from likeness.acts.desk import Desk
from likeness.acts.judging.found_columns import differing
from likeness.acts.judging.hearing import deletions, heard
from likeness.acts.judging.later import ALWAYS, Again, later_of
from likeness.acts.judging.report_limits import numbered
from likeness.acts.judging.report_plan import fresh_keys
from likeness.acts.steps import Steps
from likeness.bulk.counting import counted
from likeness.bulk.roll import Roll
from likeness.bulk.settle import Settlement
from likeness.bulk.tallies import tally_frame
from likeness.registry.all_uses import Some
from likeness.registry.registry import Registry

if TYPE_CHECKING:
    import polars as pl

_HALF = 0.5  # of the work on a use is to read it
_AT_ONCE = 10_000  # verdicts added between two looks at whether somebody pressed Cancel


def rejudge_all(desk: Desk, now: datetime, cause: str, steps: Steps) -> int:
    """Judge all uses anew, inside the act's transaction; returns how many verdicts were added.

    Raises Refused ("cancelled").
    """
    registry, read = desk.registry, list[Some]()
    roll, shelves = registry.masks.roll(fresh_keys(desk)), registry.all_uses.shelves()
    steps.expect(sum(shelf.rows for shelf in shelves))

    def frames() -> Iterator[tuple[pl.DataFrame, bool]]:
        for shelf in shelves:
            steps.take(shelf.rows, _HALF)
            some, facts = registry.all_uses.facts(shelf)
            read.append(some)
            yield facts, True

    parts = [part for _, part in heard(frames(), roll, deletions(registry, roll.keys), here=True)]
    settlement = Settlement(parts, roll, tally_frame([]))
    settled = settlement.finish()
    registry.tallies.clear()
    registry.tallies.put_report(numbered(settled, roll), numbered(counted(parts, settlement.chosen), roll))
    heard_again = (Again(some.numbers, registry.all_uses.told(some), part) for some, part in
                   zip(read, parts, strict=True))  # fmt: skip
    return _add_new(registry, heard_again, _Reason(roll, now, cause), steps, _HALF)


def rejudge_circle(desk: Desk, likenesses: Collection[str], now: datetime, cause: str, steps: Steps) -> int:
    """Judge anew what hangs together with some likenesses, inside the act's transaction, as `rejudge_all` does.

    Raises Refused ("cancelled").
    """
    registry = desk.registry
    roll = registry.masks.roll(fresh_keys(desk))
    circle = later_of(registry, roll, deletions(registry, roll.keys), likenesses, ALWAYS, steps, part=_HALF, here=True)
    parts = [again.part for again in circle.uses]
    settlement = Settlement(parts, roll, tally_frame([]), roll.places_of(sorted(circle.licences)))
    settled = settlement.finish()
    registry.tallies.forget(circle.licences)
    registry.tallies.put_report(numbered(settled, roll), None)
    steps.expect(sum(len(again.numbers) for again in circle.uses), _HALF)
    return _add_new(registry, circle.uses, _Reason(roll, now, cause), steps, _HALF)


class _Reason(NamedTuple):
    """By which licences a use is judged again, when, and why."""

    roll: Roll
    now: datetime
    cause: str


def _add_new(registry: Registry, uses: Iterable[Again], why: _Reason, steps: Steps, part: float) -> int:
    """Add a verdict where it says something else than the newest one; returns how many were added.

    `part` is how much of the work on a use that is.
    """
    added = 0
    for again in uses:
        places, found = differing(again.told, again.part, why.roll)
        steps.take(len(again.numbers) - len(places), part)
        for first in range(0, len(places), _AT_ONCE):
            some = again.numbers[places[first : first + _AT_ONCE]].tolist()
            registry.uses.add_findings(some, found.slice(first, _AT_ONCE).rows(), why.now, why.cause)
            steps.take(len(some), part)
        added += len(places)
    steps.end()
    return added
