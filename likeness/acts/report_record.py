"""Writing the rows of a report: blocks of facts and verdicts, and a use of its own for each not simply in scope."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from likeness.acts.report_plan import Plan
from likeness.bulk.frame import told
from likeness.bulk.roll import Roll
from likeness.bulk.twin import IN_SCOPE, VERDICTS, Part, finding_of
from likeness.feeds.ahead import ahead
from likeness.registry.columns import instant_to
from likeness.registry.findings import Packed, packed
from likeness.registry.registry import Registry
from likeness.registry.report_rows import IMPORTED
from likeness.registry.reports import pack

if TYPE_CHECKING:
    import polars as pl

_ROWS_OF_A_BLOCK = 131_072


class _Block(NamedTuple):
    """Some rows of a piece, from `first` on: their facts, their verdicts, and both as they are kept."""

    part: Part
    first: int
    facts: pl.DataFrame
    verdicts: np.ndarray
    kept: tuple[bytes, bytes]


def record_blocks(registry: Registry, plan: Plan, report: int, now: datetime) -> None:
    """Record every row of a plan under a report, inside the caller's transaction."""
    names = _Names(registry, report)
    _ = plan.roll.numbers  # read here, for the registry belongs to this thread
    for block in ahead(_blocks(plan)):
        _record_block(registry, block, plan.roll, report, now, names)


def _blocks(plan: Plan) -> Generator[_Block]:
    """Yield the rows of a plan, packed; to be asked on a thread of its own, while what came before is written."""
    for piece in plan.pieces:
        part = piece.part
        for first in range(0, len(part.lines), _ROWS_OF_A_BLOCK):
            last = min(first + _ROWS_OF_A_BLOCK, len(part.lines))
            facts = piece.facts.slice(first, last - first)
            kept = pack(facts), pack(_verdict_frame(part, (first, last), plan.roll))
            yield _Block(part, first, facts, part.verdicts()[first:last], kept)


def _record_block(registry: Registry, block: _Block, roll: Roll, report: int, now: datetime, names: _Names) -> None:
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    facts = block.facts
    newest = facts["at"].cast(pl.Int64).drop_nulls()
    row = registry.reports.put_block(report, *block.kept, facts.height, int(newest.to_numpy().max(initial=0)))
    flagged = np.flatnonzero(block.verdicts != IN_SCOPE)
    if not len(flagged):
        return
    rows = facts.select(pl.all().gather(flagged))
    ids = names.free(rows["line_id"])
    start = registry.uses.next_row()
    registry.uses.put_reported(_use_rows(rows, ids, flagged, block.verdicts, row, start, now))
    registry.uses.findings.put_many(_findings(block.part, flagged + block.first, ids, roll, start, now))
    registry.uses.index_reported(start, rows.with_columns(line_id=ids))


def _use_rows(
    rows: pl.DataFrame, ids: pl.Series, places: np.ndarray, verdicts: np.ndarray, block: int, start: int, now: datetime
) -> Iterator[tuple[Any, ...]]:
    import polars as pl  # noqa: PLC0415  see _record_block

    at = rows["at"].cast(pl.Int64) // 1_000_000
    words = [VERDICTS[verdict].value for verdict in verdicts[places].tolist()]
    columns = (ids, told(rows), rows["user"], rows["project"], at)
    recorded = instant_to(now)
    for number, (row, verdict, place) in enumerate(
        zip(zip(*(column.to_list() for column in columns), strict=True), words, places.tolist(), strict=True), start
    ):
        yield (number, *row, recorded, verdict, block, place)


def _findings(part: Part, rows: np.ndarray, ids: pl.Series, roll: Roll, start: int, now: datetime) -> Iterator[Packed]:
    """Yield the findings: as columns where one licence says all, else as the judge gave them."""
    at, positions = instant_to(now), part.rows.licence[rows]
    alone = (positions >= 0) & ~np.isin(rows, list(part.settled))
    licences = roll.numbers.gather(np.where(alone, positions, 0)).to_list() if len(roll) else [""] * len(rows)
    verdicts, broken, missing = (told[rows].tolist() for told in (part.verdicts(), part.rows.broken, part.rows.missing))
    columns = (rows.tolist(), ids.to_list(), alone.tolist(), licences, verdicts, broken, missing)
    for number, (row, name, plain, licence, *said) in enumerate(zip(*columns, strict=True), start):
        if plain:
            yield number, VERDICTS[said[0]].value, *said[1:], f'["{licence}"]', "", IMPORTED, at
        else:
            yield packed(number, finding_of(part, row, name, roll), now, IMPORTED)


def _verdict_frame(part: Part, span: tuple[int, int], roll: Roll) -> pl.DataFrame:
    """Return what was first found of the rows of a block, for those that stand only there."""
    import polars as pl  # noqa: PLC0415  see _record_block

    verdicts = part.verdicts()[span[0] : span[1]]
    position = part.rows.licence[span[0] : span[1]]
    licence = np.where(position >= 0, roll.licences[position], -1) if len(roll) else position
    several = {
        int(row) - span[0]: json.dumps(finding_of(part, int(row), "", roll).licences)
        for row in np.flatnonzero((verdicts == IN_SCOPE) & (position < 0)) + span[0]
    }
    licences = pl.Series([None], dtype=pl.String).new_from_index(0, len(verdicts))
    if several:
        licences = licences.scatter(list(several), list(several.values()))
    return pl.DataFrame({"verdict": verdicts, "licence": licence, "licences": licences})


class _Names:
    """Ids for the rows of a report: their line ids, with the report where another use has that id already."""

    def __init__(self, registry: Registry, report: int) -> None:
        self._registry, self._report = registry, report

    def free(self, line_ids: pl.Series) -> pl.Series:
        """Return ids that no other use has."""
        taken = self._registry.uses.taken(line_ids.to_list())
        if not taken:
            return line_ids
        return line_ids.set(line_ids.is_in(list(taken)), None).fill_null(line_ids + f"@{self._report}")
