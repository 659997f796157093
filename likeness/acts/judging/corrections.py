"""What counts of a row that several reports told differently: the earlier one, or the correction that was taken.

Where a report is taken back or put back, so are its corrections; both run inside the act's transaction.
"""

from __future__ import annotations

from collections.abc import Iterable

from likeness.acts.desk import Desk
from likeness.registry.corrections import Correction
from likeness.registry.reports import ReportRow
from likeness.registry.uses import UseRow


def counting_of(desk: Desk, report: ReportRow, line_id: str) -> UseRow | None:
    """Return what counts now of a line id, from the reporter of a report for the same period."""
    registry = desk.registry
    for one in registry.reports.from_source(report.reporter, report.period):
        found = registry.uses.of_report(one.id, line_id)
        if found is not None:
            return _newest(desk, found)
    alone = [one for one in registry.corrections.counting(report.reporter, report.period) if one.line_id == line_id]
    return next(iter(registry.uses.page([one.use for one in alone[-1:]])), None)


def _newest(desk: Desk, row: UseRow) -> UseRow:
    """Follow a row to the one that corrected it last."""
    while row.corrected_by is not None and (later := desk.registry.uses.get(row.corrected_by)) is not None:
        row = later
    return row


def take_corrections_back(desk: Desk, report: int) -> set[str]:
    """Let the corrections of a report count no more; returns the likenesses that this moves."""
    corrections, moved = desk.registry.corrections, set[str]()
    for one in reversed(corrections.of(report)):  # the newest first: it may correct another one
        moved |= _likenesses(desk, [one.use, *corrections.corrected(one)])
        corrections.take_back(one)
    return moved


def put_corrections_back(desk: Desk, kept: Iterable[Correction], report: ReportRow) -> set[str]:
    """Let corrections count again with their report, which has a new number; returns the likenesses that this moves."""
    registry, moved = desk.registry, set[str]()
    for one in kept:
        earlier = counting_of(desk, report, one.line_id)
        if not registry.corrections.put_back(one, report.id) and earlier is not None:
            registry.uses.correct(earlier.row, one.name)
        moved |= _likenesses(desk, [one.use, *registry.corrections.corrected(one)])
    return moved


def _likenesses(desk: Desk, uses: list[int]) -> set[str]:
    return {one for row in desk.registry.uses.page(uses) for one in row.use.likeness}
