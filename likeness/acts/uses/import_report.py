"""Importing a usage report: all its rows judged, and recorded in one transaction with one leaf of the journal.

- What was judged is recorded only while nothing else was recorded meanwhile: it could be wrong by now.
- Nothing is recorded before the end; a cancelled import leaves no trace; the same report again changes nothing.
- Every row's facts are kept as compressed blocks; only rows that are not simply in scope become uses of their own.
- `undo_import` takes the rows and corrections back, frees their line ids, and judges again whatever they had moved.
  `restore_import` undoes that.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.judging.corrections import take_corrections_back
from likeness.acts.judging.planned_report import Plan
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.judging.report_limits import numbered
from likeness.acts.judging.report_plan import FileProgress, plan_report
from likeness.acts.judging.report_record import record_blocks
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.errors import Refused
from likeness.feeds.mapping import Mapping, mapping_to
from likeness.registry.registry import Registry
from likeness.registry.reports import ReportRow
from likeness.values.outcome import Change, Outcome

if TYPE_CHECKING:
    import polars as pl

LATE, UNDONE, OVERTAKEN = "late-row", "undone", "report-overtaken"
_CHANGED = frozenset({Change.USES, Change.DUES})


def import_report(
    desk: Desk,
    path: Path,
    mapping: Mapping | None = None,
    *,
    reporter: str | None = None,
    period: str | None = None,
    progress: FileProgress | None = None,
    cancelled: Cancelled | None = None,
) -> Outcome[ReportRow]:
    """Judge a report and record it."""
    plan = plan_report(
        desk, path, mapping, reporter=reporter, period=period, keep=True, progress=progress, cancelled=cancelled
    )
    return record_plan(desk, plan, cancelled=cancelled)


def record_plan(
    desk: Desk, plan: Plan, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[ReportRow]:
    """Record what was planned with `keep`; a report of which nothing is new is not recorded again.

    Raises Refused: "report-overtaken" where an act came between (the report is to be judged once more), "cancelled".
    """
    now, registry = desk.now(), desk.registry
    report = report_of(plan)
    conflicts = [
        new for one in plan.conflicts if (new := registry.reports.not_held(one, plan.reporter, plan.period)).height
    ]
    if not plan.decided and not conflicts and registry.reports.from_source(plan.reporter, plan.period):
        return Outcome(report)
    with registry.transaction():
        number = write_plan(registry, plan, report, now, Steps(progress, cancelled))
        for rows in conflicts:
            registry.reports.put_held(number, rows)
        if plan.reporter != plan.sha256.hex():
            registry.settings.put(f"mapping.{plan.reporter}", report.mapping)
        desk.record("report", leaf_of(report, number))
    recorded = registry.reports.get(number)
    assert recorded is not None  # noqa: S101  it was put there a moment ago
    return Outcome(recorded, _CHANGED)


def write_plan(registry: Registry, plan: Plan, report: ReportRow, now: datetime, steps: Steps) -> int:
    """Write a report, its rows and what they move, inside the caller's transaction; returns the report's row.

    Raises Refused ("report-overtaken", "cancelled").
    """
    if registry.journal.size() != plan.leaves:
        raise Refused(OVERTAKEN, file=plan.file)
    number = registry.reports.put(report, now, _rejections(plan))
    steps.expect(plan.decided + sum(len(earlier.rows) for earlier in plan.earlier))
    record_blocks(registry, plan, number, now, steps)
    for earlier in plan.earlier:
        registry.uses.add_findings(earlier.rows, earlier.found, now, LATE)
        steps.take(len(earlier.rows))
    registry.tallies.put_report(*(numbered(tallies, plan.roll) for tallies in (plan.tallies, plan.counted)))
    registry.masks.pack()
    return number


def undo_import(
    desk: Desk, report: int, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[ReportRow]:
    """Take back an import as a whole; that it was here, and that it was taken back, stays in the journal.

    Raises Refused ("unknown-report", "cancelled"); cancelled, it is as if nobody had asked.
    """
    now, registry = desk.now(), desk.registry
    row = registry.reports.get(report)
    if row is None or row.undone_at is not None:
        raise Refused("unknown-report", key=str(report))
    named = _likenesses(desk, report)
    with registry.transaction():
        named |= take_corrections_back(desk, report)
        registry.reports.remove(report, now)
        desk.record("report-undone", {"report": report, "sha256": row.sha256.hex()})
        rejudge(desk, named, now, UNDONE, Steps(progress, cancelled))
        if cancelled is not None and cancelled():
            raise Refused("cancelled")
    undone = registry.reports.get(report)
    assert undone is not None  # noqa: S101  its row stays
    return Outcome(undone, _CHANGED)


def report_of(plan: Plan) -> ReportRow:
    """Return what became of the rows of a plan, as it is recorded and shown."""
    counts = plan.counts()
    return ReportRow(
        file=plan.file,
        sha256=plan.sha256,
        reporter=plan.reporter,
        period=plan.period,
        mapping=json.dumps(mapping_to(plan.mapping), ensure_ascii=False),
        encoding=plan.encoding,
        rows=plan.rows,
        decided=plan.decided,
        rejected=plan.rejections,
        duplicates=plan.duplicates,
        conflicting=plan.conflicting,
        in_scope=counts["IN_SCOPE"],
        out_of_scope=counts["OUT_OF_SCOPE"],
        needs_review=counts["NEEDS_REVIEW"],
    )


def _likenesses(desk: Desk, report: int) -> set[str]:
    """Return the likenesses that a report's rows name."""
    registry = desk.registry
    lists = (registry.reports.facts(block, ["likeness"])["likeness"] for block in registry.reports.blocks(report))
    return {one for texts in lists for text in texts.drop_nulls().unique().to_list() for one in text.split("|")}


def _rejections(plan: Plan) -> pl.DataFrame:
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    return pl.concat(plan.rejected) if plan.rejected else pl.DataFrame()


def leaf_of(report: ReportRow, number: int) -> dict[str, object]:
    """Return what the journal says of an import: whence, and what became of the rows."""
    counted = {name: getattr(report, name) for name in ("rows", "decided", "rejected", "duplicates", "conflicting")}
    verdicts = {name: getattr(report, name) for name in ("in_scope", "out_of_scope", "needs_review")}
    return {"report": number, "sha256": report.sha256.hex(), "reporter": report.reporter, "period": report.period,
            **counted, **verdicts}  # fmt: skip
