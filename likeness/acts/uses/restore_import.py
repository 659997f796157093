"""Putting an import back that was taken back: its rows, and what people had said of them.

- `set_aside` keeps the packed rows, before `undo_import` removes them; the file itself need not be there any more.
- The rows are judged anew, by what is known now. Their flags, evidence, held rows and corrections come back with them.
- If the same rows were recorded meanwhile, the report is not put back beside them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.judging.corrections import put_corrections_back
from likeness.acts.judging.planned_report import Plan
from likeness.acts.judging.rejudge import rejudge
from likeness.acts.judging.report_plan import fresh_keys, judge_batches
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.acts.uses.answer_held import CORRECTED
from likeness.acts.uses.import_report import leaf_of, write_plan
from likeness.errors import Refused
from likeness.feeds.batches import Batch
from likeness.feeds.mapping import mapping_from
from likeness.registry.asides import Aside
from likeness.registry.packed import unpack
from likeness.registry.reports import ReportRow
from likeness.values.outcome import Change, Outcome

if TYPE_CHECKING:
    import polars as pl

_CHANGED = frozenset({Change.USES, Change.DUES})


@dataclass(frozen=True)
class KeptImport:
    """A report, its rows that could not be read, and what is kept of the others."""

    report: ReportRow
    rejected: pl.DataFrame | None
    rows: Aside


def set_aside(desk: Desk, report: int) -> KeptImport:
    """Return what is needed to put a report back, or raise Refused: `unknown-report`."""
    reports = desk.registry.reports
    row = reports.get(report)
    if row is None or row.undone_at is not None:
        raise Refused("unknown-report", key=str(report))
    return KeptImport(row, reports.rejections(report), desk.registry.asides.keep(report))


def restore_import(
    desk: Desk, kept: KeptImport, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Outcome[ReportRow]:
    """Record a report again under a new number; its counts stay those of the day it was imported.

    Raises Refused ("import-in-the-way", "cancelled"); cancelled, it is as if nobody had asked.
    """
    steps = Steps(progress, cancelled)
    steps.expect(2 * kept.report.decided)  # each is judged, and then written
    now, registry, old = desk.now(), desk.registry, kept.report
    mapping, leaves = mapping_from(json.loads(old.mapping)), registry.journal.size()
    roll = registry.masks.roll(fresh_keys(desk))
    plan = Plan(old.file, mapping, old.reporter, old.period, old.sha256, roll, leaves)
    its_own = registry.corrections.line_ids(by for _place, by in kept.rows.corrected)
    judge_batches(registry, plan, _batches(kept, steps), steps, keep=True, passing_over=its_own)
    if plan.duplicates:
        raise Refused("import-in-the-way", file=old.file)
    plan.rejected = [] if kept.rejected is None else [kept.rejected]
    with registry.transaction():
        number = write_plan(registry, plan, old, now, steps)
        gone = registry.asides.tell_again(kept.rows, number)
        moved = {one for row in registry.uses.page(gone) for one in row.use.likeness}
        moved |= put_corrections_back(desk, kept.rows.corrections, replace(old, id=number))
        rejudge(desk, moved, now, CORRECTED, steps)
        desk.record("report-restored", {**leaf_of(old, number), "restores": old.id})
    recorded = registry.reports.get(number)
    assert recorded is not None  # noqa: S101  it was put there a moment ago
    return Outcome(recorded, _CHANGED)


def _batches(kept: KeptImport, steps: Steps) -> Iterator[Batch]:
    """Yield the rows block by block, so that each is a block of the same place again."""
    for packed in kept.rows.facts:
        facts = unpack(packed)
        steps.take(facts.height)
        yield Batch(facts, facts.clear(), has_line_id=True, encoding=kept.report.encoding)
