"""Every use that counts, as columns: for whoever judges all of them again.

A shelf is a block of a report, or some uses that were written down by hand. What was corrected or taken back is not
among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.frame import framed
from likeness.registry.db import Database
from likeness.registry.findings import packed
from likeness.registry.report_rows import rows_of
from likeness.registry.reports import ReportTable
from likeness.registry.use_pages import FOUND
from likeness.registry.uses import UseRow, UseTable

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]
_BY_HAND = 10_000  # of a shelf
TOLD = FOUND[:4]  # verdict, broken, missing, licences


class Shelf(NamedTuple):
    """Some uses: those of a block, or those with the numbers `first` to `last`; `rows` says how many at most."""

    block: int | None
    rows: int
    first: int = 0
    last: int = 0


class AllUses:
    """The uses of a registry, shelf by shelf."""

    def __init__(self, database: Database, uses: UseTable, reports: ReportTable) -> None:
        self._db, self._uses, self._reports = database, uses, reports

    def shelves(self) -> list[Shelf]:
        """Return all shelves, those of reports first."""
        rows = [row[0] for row in self._db.rows("SELECT row FROM use WHERE block IS NULL ORDER BY row")]
        pages = (rows[first : first + _BY_HAND] for first in range(0, len(rows), _BY_HAND))
        blocks = self._db.rows("SELECT id, rows FROM block ORDER BY id")
        return [Shelf(*block) for block in blocks] + [Shelf(None, len(page), page[0], page[-1]) for page in pages]

    def facts(self, shelf: Shelf) -> tuple[Ints, pl.DataFrame]:
        """Return the numbers of the uses of a shelf, and their facts with their ids as line ids."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        if shelf.block is None:
            uses = self._by_hand(shelf)
            return np.array([use.row for use in uses], dtype=np.int64), framed([use.use for use in uses])
        facts, own = self._reports.facts(shelf.block), self._own(shelf.block)
        report = self._db.one("SELECT report FROM block WHERE id = ?", (shelf.block,))
        names = facts["line_id"]
        taken = pl.Series(list(self._uses.taken(names.to_list())), dtype=pl.String)
        names = names.set(names.is_in(taken.implode()), None).fill_null(names + f"@{report[0] if report else ''}")
        numbers = rows_of(shelf.block, np.arange(facts.height))
        numbers[own["place"].to_numpy()] = own["row"].to_numpy()
        facts = facts.with_columns(line_id=names.scatter(own["place"], own["id"]))
        counts = _counting(facts.height, own)
        return numbers[counts], facts.filter(pl.Series(counts))

    def told(self, shelf: Shelf) -> pl.DataFrame:
        """Return the newest verdict of the same uses: `TOLD`, and `licence`, which says what null `licences` do not."""
        import polars as pl  # noqa: PLC0415  see facts

        if shelf.block is None:
            judged = [(*packed(use.newest)[: len(TOLD)], -1) for use in self._by_hand(shelf)]
            return pl.DataFrame(judged, schema=_schema(), orient="row")
        own = self._own(shelf.block)
        newest = own.join(self._newest(shelf.block), on="row", how="left", maintain_order="left")
        first = self._reports.verdicts(shelf.block)
        blank = pl.Series([0], dtype=pl.Int64).new_from_index(0, first.height)
        simply = pl.Series(["IN_SCOPE"]).new_from_index(0, first.height)
        told = pl.DataFrame({"verdict": simply, "broken": blank, "missing": blank, "licences": first["licences"]})
        told = told.with_columns(told[name].scatter(own["place"], newest[name]) for name in TOLD)
        told = told.with_columns(licence=first["licence"].cast(pl.Int64))
        return told.filter(pl.Series(_counting(first.height, own)))

    def _own(self, block: int) -> pl.DataFrame:
        """Return the rows of a block that are uses of their own."""
        import polars as pl  # noqa: PLC0415  see facts

        sql = "SELECT place, row, id, corrected_by IS NOT NULL FROM use WHERE block = ? ORDER BY place"
        schema = {"place": pl.UInt32, "row": pl.Int64, "id": pl.String, "gone": pl.Int64}
        return pl.DataFrame(self._db.rows(sql, (block,)), schema=schema, orient="row")

    def _newest(self, block: int) -> pl.DataFrame:
        """Return the newest verdict of the uses of a block by their rows: what was found later, else what was first."""
        import polars as pl  # noqa: PLC0415  see facts

        later = self._db.rows(
            f"SELECT use, {', '.join(TOLD)} FROM finding WHERE id IN (SELECT max(finding.id) FROM finding "  # noqa: S608
            "JOIN use ON use.row = finding.use WHERE use.block = ? GROUP BY finding.use)",
            (block,),
        )
        schema = {"row": pl.Int64, **{name: _schema()[name] for name in TOLD}}
        newest = pl.DataFrame(later, schema=schema, orient="row")
        pages = [
            page.select(pl.int_range(first, first + page.height, dtype=pl.Int64).alias("row"), *TOLD)
            for first, page in self._uses.pages.of_block(block)
        ]
        first = pl.concat([pl.DataFrame(schema=schema), *pages])
        return pl.concat([newest, first.join(newest, on="row", how="anti")])

    def _by_hand(self, shelf: Shelf) -> Sequence[UseRow]:
        sql = "SELECT row FROM use WHERE block IS NULL AND corrected_by IS NULL AND row BETWEEN ? AND ? ORDER BY row"
        return self._uses.page([row[0] for row in self._db.rows(sql, (shelf.first, shelf.last))])


def _schema() -> dict[str, Any]:
    import polars as pl  # noqa: PLC0415  see AllUses.facts

    return {"verdict": pl.String, "broken": pl.Int64, "missing": pl.Int64, "licences": pl.String, "licence": pl.Int64}


def _counting(height: int, own: pl.DataFrame) -> NDArray[np.bool_]:
    """Tell which rows of a block count: those that were not corrected."""
    counts = np.ones(height, dtype=bool)
    counts[own.filter(own["gone"] != 0)["place"].to_numpy()] = False
    return counts
