"""A single use that comes before thousands that it may change: judged with them by columns, as a report of one row.

`rejudge` judges it use by use where they are few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.judging.hearing import deletions
from likeness.acts.judging.planned_report import Judgement, Piece, Plan
from likeness.acts.judging.report_limits import numbered, settle_limits
from likeness.acts.judging.report_plan import fresh_keys
from likeness.acts.steps import Steps
from likeness.bulk.frame import framed
from likeness.bulk.twin import finding_of, hear
from likeness.feeds.mapping import Mapping
from likeness.registry.tallies import TallyRow, TallyTable
from likeness.scope.use import Use

if TYPE_CHECKING:
    import polars as pl


def judge_late(desk: Desk, use: Use, steps: Steps) -> Judgement:
    """Judge a use together with what comes after it; records nothing, and may be asked inside a transaction.

    Raises Refused ("cancelled").
    """
    registry = desk.registry
    roll = registry.masks.roll(fresh_keys(desk))
    gone, facts = deletions(registry, roll.keys), framed([use])
    part = hear(facts, roll, gone)
    plan = Plan("", Mapping(), "", "", b"", roll, registry.journal.size(), pieces=[Piece(facts, part)])
    settle_limits(registry, plan, gone, steps, keep=True, here=True)
    settled, counted = (_rows(numbered(tallies, roll)) for tallies in (plan.tallies, plan.counted))
    return Judgement(finding_of(part, 0, use.id, roll), plan.earlier, settled + _on_top(registry.tallies, counted))


def _rows(tallies: pl.DataFrame | None) -> list[TallyRow]:
    return [] if tallies is None else [TallyRow(*row) for row in tallies.select(TallyRow._fields).iter_rows()]


def _on_top(table: TallyTable, counted: list[TallyRow]) -> list[TallyRow]:
    """Return what is counted on top of what was used before, for limits that stay open."""
    before = {row[:3]: row for row in table.of({row.licence for row in counted})}
    return [
        row if (old := before.get(row[:3])) is None else row._replace(
            total=row.total + old.total,
            newest=max(row.newest, old.newest),
            most_read=max(row.most_read, old.most_read),
        )
        for row in counted
    ]  # fmt: skip
