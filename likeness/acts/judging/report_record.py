"""Writing the rows of a report: blocks of facts and verdicts, and a use of its own for each not simply in scope."""

from __future__ import annotations

import json
from collections.abc import Generator
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.acts.judging.found_columns import found_of
from likeness.acts.judging.planned_report import Plan
from likeness.acts.judging.report_plan import ROWS_OF_A_BLOCK
from likeness.acts.steps import Steps
from likeness.bulk.roll import Roll
from likeness.bulk.twin import IN_SCOPE, Part, finding_of
from likeness.feeds.ahead import ahead
from likeness.registry.packed import pack
from likeness.registry.registry import Registry

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]


class _Block(NamedTuple):
    """Some rows of a piece as they are kept, and those that become uses: their places in the block, and their pages."""

    facts: bytes
    verdicts: bytes
    rows: int
    newest_at: int
    places: Ints
    uses: pl.DataFrame


def record_blocks(registry: Registry, plan: Plan, report: int, now: datetime, steps: Steps) -> None:
    """Record every row of a plan under a report, inside the caller's transaction; raises Refused ("cancelled")."""
    _ = plan.roll.numbers  # read here, for the registry belongs to this thread
    for block in ahead(_blocks(plan)):
        row = registry.reports.put_block(report, block.facts, block.verdicts, block.rows, block.newest_at)
        registry.uses.own.put(row, block.places, block.uses, now)
        steps.take(block.rows)


def _blocks(plan: Plan) -> Generator[_Block]:
    """Yield the rows of a plan, packed; to be asked on a thread of its own, while what came before is written."""
    for piece in plan.pieces:
        verdicts = piece.part.verdicts()
        for number, kept in enumerate(piece.packed):
            first = number * ROWS_OF_A_BLOCK
            facts = piece.facts.slice(first, ROWS_OF_A_BLOCK)
            span = first, first + facts.height
            places = np.flatnonzero(verdicts[first : span[1]] != IN_SCOPE)
            told = pack(_verdict_frame(piece.part, span, plan.roll))
            uses = facts[places].hstack(found_of(piece.part, places + first, plan.roll))
            yield _Block(kept.result(), told, facts.height, _newest(facts), places, uses)


def _newest(facts: pl.DataFrame) -> int:
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    return int(facts["at"].cast(pl.Int64).drop_nulls().to_numpy().max(initial=0))


def _verdict_frame(part: Part, span: tuple[int, int], roll: Roll) -> pl.DataFrame:
    """Return what was first found of the rows of a block, for those that stand only there."""
    import polars as pl  # noqa: PLC0415  see _newest

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
