"""Rows of reports that are uses of their own: those that were never simply in scope, and those of which more is said.

Their facts and what was first found of them stand in pages (`registry.use_pages`); a row has only what lists are made
of. However many become uses at once, they are written as columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.registry.columns import instant_to
from likeness.registry.db import Database
from likeness.registry.report_rows import ReportRows, all_of, by_block, row_of
from likeness.registry.use_pages import ROWS_OF_A_PAGE, UsePages

if TYPE_CHECKING:
    import polars as pl

_SECOND = 1_000_000


class OwnUses:
    """The rows of reports among the uses."""

    def __init__(self, database: Database, rows: ReportRows, pages: UsePages) -> None:
        self._db, self._rows, self._pages = database, rows, pages

    def put(self, block: int, places: NDArray[np.integer], told: pl.DataFrame, at: datetime) -> int:
        """Make the rows at places of a block uses of their own; returns the number of the first, the others follow.

        `told` has their facts and what was first found of them (`FOUND`), `at` is when that was recorded.
        """
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

        first = self.next_row()
        told = told.with_columns(line_id=self._rows.names(told["line_id"], all_of(block, told.height)))
        at_second = told["at"].cast(pl.Int64) // _SECOND
        rows = told.select("line_id", "verdict").with_columns(at=at_second, place=pl.Series(places, dtype=pl.Int64))
        # One statement, which leaves Python alone while it runs: the next block is made meanwhile.
        self._db.run(
            "INSERT INTO use (row, id, facts, at, recorded_at, verdict, block, place) "
            "SELECT ? + key, value ->> 'line_id', '', value ->> 'at', ?, value ->> 'verdict', ?, value ->> 'place' "
            "FROM json_each(?)",
            (first, instant_to(at), block, rows.write_json()),
        )
        for page in range(0, told.height, ROWS_OF_A_PAGE):
            self._pages.put(block, first + page, told.slice(page, ROWS_OF_A_PAGE))
        return first

    def promote(self, rows: Sequence[int]) -> dict[int, int]:
        """Make in-scope rows uses of their own, with the verdict they had; returns the new number of each.

        Block by block: reports may have the same line ids, and who comes later has to see that one is taken.
        """
        numbers: dict[int, int] = {}
        for block, places in by_block(rows):
            told = self._rows.told(block, places)
            at = self._rows.recorded_at(block)
            if at is not None:
                first = self.put(block, np.array(places), told, at)
                numbers |= zip((row_of(block, place) for place in places), count(first))
        return numbers

    def next_row(self) -> int:
        """Return the number that the next use gets."""
        row = self._db.one("SELECT coalesce(max(row), 0) + 1 FROM use")
        return int(row[0]) if row else 1
