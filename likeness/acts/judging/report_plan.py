"""A report read and judged, and nothing recorded yet: the dry run of `import_report`, and its first half.

- Rows in = decided + rejected + duplicates; conflicting rows are among the duplicates.
- Rows that were imported before from the same reporter for the same period are known, and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from likeness.acts.desk import Desk
from likeness.acts.judging.hearing import deletions, heard
from likeness.acts.judging.planned_report import Piece, Plan
from likeness.acts.judging.repeats import Repeats
from likeness.acts.judging.report_limits import settle_limits
from likeness.acts.steps import Cancelled, Progress, Steps
from likeness.bulk.frame import framed
from likeness.bulk.keys import Keyring
from likeness.feeds.batches import Batch, batches
from likeness.feeds.mapping import Mapping
from likeness.feeds.sniff import sniff
from likeness.feeds.uses import identities
from likeness.media.fingerprint import fingerprint
from likeness.registry.packed import pack
from likeness.registry.registry import Registry

if TYPE_CHECKING:
    import polars as pl

FileProgress = Callable[[int, int, int], None]  # bytes read, bytes in all, rows so far
_SEED_BYTES = 7
ROWS_OF_A_BLOCK = 131_072


def plan_report(
    desk: Desk,
    path: Path,
    mapping: Mapping | None = None,
    *,
    reporter: str | None = None,
    period: str | None = None,
    keep: bool = False,
    progress: FileProgress | None = None,
    again: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Plan:
    """Read and judge a report; with `keep` the facts stay at hand, to be recorded.

    Where rows come late, what was recorded after them is judged again: `again` is told how far that is. Raises Refused
    ("cancelled"), and what `feeds.batches` raises.
    """
    registry, source, unsaid = desk.registry, sniff(path), reporter is None or period is None
    with ThreadPoolExecutor(1) as aside:  # the file is fingerprinted while it is judged, unless that is its name
        print_ = aside.submit(fingerprint, path, cancelled=cancelled) if keep or unsaid else None
        name = print_.result()[1].hex() if print_ and unsaid else ""
        leaves, roll = registry.journal.size(), registry.masks.roll(fresh_keys(desk))
        plan = Plan(source.name, mapping or Mapping(), reporter or name, period or name, b"", roll, leaves)
        plan.alike = () if plan.mapping.sheet else source.alike
        told = None if progress is None else lambda done, whole: progress(done, whole, plan.rows)
        read = batches(source, plan.mapping, progress=told, cancelled=cancelled)
        judge_batches(registry, plan, read, Steps(again, cancelled), keep=keep)
        plan.answered = sum(registry.reports.answered(one, plan.reporter, plan.period) for one in plan.conflicts)
        plan.sha256 = print_.result()[1] if print_ else b""
    return plan


def fresh_keys(desk: Desk) -> Keyring:
    """Return keys with a seed of chance, so that nobody can make two values that look like one."""
    return Keyring(int.from_bytes(desk.chance.bytes(_SEED_BYTES), "big"))


def judge_batches(
    registry: Registry,
    plan: Plan,
    read: Iterable[Batch],
    steps: Steps,
    *,
    keep: bool,
    passing_over: Collection[str] = (),
) -> None:
    """Judge rows as they are read, and settle the limits; raises Refused ("cancelled").

    `passing_over` are line ids of rows of the report that are known to be corrected.
    """
    gone = deletions(registry, plan.roll.keys)
    _hear(plan, read, Repeats(plan.roll.keys.seed, _known(registry, plan, passing_over)), gone, keep=keep)
    _pack_meanwhile(plan.pieces)
    settle_limits(registry, plan, gone, steps, keep=keep)


def _hear(plan: Plan, read: Iterable[Batch], repeats: Repeats, gone: dict[int, int], *, keep: bool) -> None:
    """Judge rows by their terms; what is remembered against repeats is let go behind the last, before limits ask."""
    fresh = ((_new_rows(plan, batch, repeats), batch.lists) for batch in read)
    for facts, part in heard(((facts, lists) for facts, lists in fresh if facts.height), plan.roll, gone):
        plan.pieces.append(Piece(facts if keep else facts.clear(), part))


def _new_rows(plan: Plan, batch: Batch, repeats: Repeats) -> pl.DataFrame:
    """Return the facts of the rows that were not seen before, and count the others."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    plan.encoding = batch.encoding
    plan.rows += batch.rows
    if batch.rejected.height:
        plan.rejected.append(batch.rejected)
    facts = batch.facts
    if not batch.has_line_id:
        facts = facts.with_columns(line_id=pl.Series(identities(facts), dtype=pl.String))
    facts, again, conflicts = repeats.split(facts)
    plan.duplicates += again
    if conflicts.height:
        plan.conflicts.append(conflicts)
    return facts


def _pack_meanwhile(pieces: list[Piece]) -> None:
    """Have the facts that are kept packed on a thread of its own, for they do not depend on what is settled."""
    worker = ThreadPoolExecutor(1)
    for piece in pieces:
        piece.packed = [worker.submit(pack, block) for block in piece.facts.iter_slices(ROWS_OF_A_BLOCK)]
    worker.shutdown(wait=False)


def _known(registry: Registry, plan: Plan, passing_over: Collection[str]) -> list[pl.DataFrame]:
    """Return what is known of the same source: rows of reports, then corrections, whose rows may have been taken back.

    Of an id it is the first that counts.
    """
    earlier = registry.reports.from_source(plan.reporter, plan.period)
    rows = [registry.reports.facts(block) for report in earlier for block in registry.reports.blocks(report.id)]
    taken = registry.corrections.counting(plan.reporter, plan.period)
    names = {one.use: one.line_id for one in taken if one.line_id not in passing_over}
    uses = [replace(row.use, id=names[row.row]) for row in registry.uses.page(list(names))]
    return [*rows, framed(uses)] if uses else rows
