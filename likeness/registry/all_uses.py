"""Every use that counts, as columns: for whoever judges all of them again, or all that hang together from a day on.

A shelf is a block of a report, or some uses that were written down by hand. What was corrected or taken back is not
among them. A use is known by its number (`registry.uses`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.frame import framed
from likeness.bulk.tallies import instant_of
from likeness.registry.db import Database
from likeness.registry.findings import packed, several_of
from likeness.registry.report_rows import place_of, row_of
from likeness.registry.reports import ReportTable
from likeness.registry.use_pages import FOUND
from likeness.registry.uses import UseRow, UseTable
from likeness.scope.judge import Verdict

if TYPE_CHECKING:
    import polars as pl

Ints = NDArray[np.int64]
_BY_HAND = 10_000  # of a shelf
_SECOND = 1_000_000


class Shelf(NamedTuple):
    """Some uses: those of a block, or those with the numbers `first` to `last`; `rows` says how many at most."""

    block: int | None
    rows: int
    first: int = 0
    last: int = 0


class Wanted(NamedTuple):
    """The uses of some likenesses from an instant on, in microseconds from 1970; those without one are among them."""

    likenesses: Collection[str]
    since: int


class Some(NamedTuple):
    """Uses of a shelf by their numbers; `own` says where `at` those stand that are uses of their own."""

    shelf: Shelf
    numbers: Ints
    own: pl.DataFrame | None


class AllUses:
    """The uses of a registry, shelf by shelf."""

    def __init__(self, database: Database, uses: UseTable, reports: ReportTable) -> None:
        self._db, self._uses, self._reports = database, uses, reports

    def shelves(self, since: int | None = None) -> list[Shelf]:
        """Return all shelves, those of reports first; with `since`, those that reach it."""
        blocks = self._db.rows(
            "SELECT id, rows FROM block WHERE newest_at >= coalesce(?, newest_at) OR id IN (SELECT block FROM use "
            "WHERE at IS NULL AND verdict IN ('NEEDS_REVIEW', 'OUT_OF_SCOPE')) ORDER BY id",
            (since,),
        )
        rows = [row[0] for row in self._db.rows("SELECT row FROM use WHERE block IS NULL ORDER BY row")]
        pages = (rows[first : first + _BY_HAND] for first in range(0, len(rows), _BY_HAND))
        return [Shelf(*block) for block in blocks] + [Shelf(None, len(page), page[0], page[-1]) for page in pages]

    def facts(self, shelf: Shelf, wanted: Wanted | None = None) -> tuple[Some, pl.DataFrame]:
        """Return the uses of a shelf and their facts, with their ids as line ids."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only where many rows are judged

        if shelf.block is None:
            uses = self._by_hand(shelf, wanted)
            numbers = np.array([use.row for use in uses], dtype=np.int64)
            return Some(shelf, numbers, None), framed([use.use for use in uses])
        own = self._own(shelf.block)
        counts = np.ones(shelf.rows, dtype=bool)
        counts[own.filter(own["gone"] != 0)["place"].to_numpy()] = False
        if wanted is not None:
            counts &= self._reports.named(shelf.block, *wanted)
        places = np.flatnonzero(counts)
        facts = self._reports.facts(shelf.block, None if len(places) else ["line_id", "likeness"])[places]
        mine = own.filter(pl.Series(counts[own["place"].to_numpy()], dtype=pl.Boolean))
        at = np.searchsorted(places, mine["place"].to_numpy())
        numbers = row_of(shelf.block, places)
        numbers[at] = mine["row"].to_numpy()
        names = self._uses.names(facts["line_id"], shelf.block).scatter(at, mine["id"])
        return Some(shelf, numbers, mine.with_columns(at=at)), facts.with_columns(line_id=names)

    def told(self, some: Some) -> pl.DataFrame:
        """Return the newest verdict of uses: `FOUND`, and the `licence` that says what no `licences` say."""
        import polars as pl  # noqa: PLC0415  see facts

        if some.own is None or some.shelf.block is None:
            judged = [(*packed(use.newest), -1) for use in self._uses.page(some.numbers.tolist())]
            return pl.DataFrame(judged, schema=_schema(), orient="row")
        own, block = some.own, some.shelf.block
        newest = own.join(self._newest(block), on="row", how="left", maintain_order="left")
        _, places = place_of(some.numbers)
        places[own["at"].to_numpy()] = own["place"].to_numpy()
        first = self._reports.verdicts(block)[places]
        blank = pl.Series([0], dtype=pl.Int64).new_from_index(0, first.height)
        simply = pl.Series([Verdict.IN_SCOPE.value]).new_from_index(0, first.height)
        told = pl.DataFrame({"verdict": simply, "broken": blank, "missing": blank, "licences": first["licences"]})
        told = told.with_columns(found=several_of(first["licences"]))
        told = told.with_columns(told[name].scatter(own["at"], newest[name]) for name in FOUND)
        return told.with_columns(licence=first["licence"].cast(pl.Int64))

    def _own(self, block: int) -> pl.DataFrame:
        """Return the rows of a block that are uses of their own."""
        import polars as pl  # noqa: PLC0415  see facts

        sql = "SELECT place, row, id, corrected_by IS NOT NULL FROM use WHERE block = ? ORDER BY place"
        schema = {"place": pl.Int64, "row": pl.Int64, "id": pl.String, "gone": pl.Int64}
        return pl.DataFrame(self._db.rows(sql, (block,)), schema=schema, orient="row")

    def _newest(self, block: int) -> pl.DataFrame:
        """Return the newest verdict of the uses of a block by their rows: what was found later, else what was first."""
        import polars as pl  # noqa: PLC0415  see facts

        later = self._db.rows(
            "SELECT use, verdict, broken, missing, licences, found FROM finding "
            "WHERE id IN (SELECT max(finding.id) FROM finding "
            "JOIN use ON use.row = finding.use WHERE block = ? GROUP BY finding.use)",
            (block,),
        )
        schema = {"row": pl.Int64, **{name: _schema()[name] for name in FOUND}}
        newest = pl.DataFrame(later, schema=schema, orient="row")
        pages = [
            page.select(pl.int_range(first, first + page.height, dtype=pl.Int64).alias("row"), *FOUND)
            for first, page in self._uses.pages.of_block(block)
        ]
        first = pl.concat([pl.DataFrame(schema=schema), *pages])
        return pl.concat([newest, first.join(newest, on="row", how="anti")])

    def _by_hand(self, shelf: Shelf, wanted: Wanted | None) -> Sequence[UseRow]:
        sql = "SELECT row FROM use WHERE block IS NULL AND corrected_by IS NULL AND row BETWEEN ? AND ?"
        values: list[object] = [shelf.first, shelf.last]
        if wanted is not None:
            sql += (
                " AND (at IS NULL OR at >= ?)"
                " AND row IN (SELECT use FROM use_likeness WHERE likeness IN (SELECT value FROM json_each(?)))"
            )
            values += [wanted.since // _SECOND, json.dumps(sorted(wanted.likenesses))]
        uses = self._uses.page([row[0] for row in self._db.rows(f"{sql} ORDER BY row", values)])
        return [use for use in uses if wanted is None or instant_of(use.use.at) >= wanted.since]


def _schema() -> dict[str, Any]:
    import polars as pl  # noqa: PLC0415  see AllUses.facts

    bits = {"broken": pl.Int64, "missing": pl.Int64}
    return {"verdict": pl.String, **bits, "licences": pl.String, "found": pl.String, "licence": pl.Int64}
