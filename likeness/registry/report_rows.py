"""The rows of reports that stand only in their blocks: simply in scope, never touched since.

Such a row is numbered below zero by its block and its place in it. When there is more to say of it, it becomes a use of
its own (`registry.own_uses`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.frame import use_of, use_told
from likeness.registry.db import Database
from likeness.registry.findings import lists_of, several_of, unpacked
from likeness.registry.reports import ReportTable
from likeness.registry.use_pages import FOUND, UsePages
from likeness.scope.judge import Finding, Verdict
from likeness.values.text import row_number

if TYPE_CHECKING:
    import polars as pl

IMPORTED = "imported"
Number = TypeVar("Number", int, NDArray[np.int64])
_PLACES = 24  # bits of a place in its block
_REMEMBERED = 8  # blocks kept unpacked: a page of a list asks for the same ones again and again


class ReportRows:
    """In-scope rows of all reports."""

    def __init__(self, database: Database, reports: ReportTable) -> None:
        self._db = database
        self._reports = reports
        self.pages = UsePages(database)
        self._facts = lru_cache(maxsize=_REMEMBERED)(reports.facts)
        self._verdicts = lru_cache(maxsize=_REMEMBERED)(reports.verdicts)

    def report_of(self, block: int) -> int:
        """Return the report of a block."""
        row = self._db.one("SELECT report FROM block WHERE id = ?", (block,))
        return int(row[0]) if row else 0

    def count(self) -> int:
        """Return how many rows of reports are simply in scope."""
        row = self._db.one(
            "SELECT (SELECT coalesce(sum(decided), 0) FROM report WHERE undone_at IS NULL) "
            "- (SELECT count(*) FROM use WHERE block IS NOT NULL)"
        )
        return int(row[0]) if row else 0

    def newest(self, most: int, likenesses: Collection[str] | None = None) -> list[tuple[int, int]]:
        """Return (row, instant in seconds) of the newest in-scope rows; with `likenesses`, of those that name one."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

        found: list[tuple[int, int]] = []
        for block, newest_at in self._db.rows("SELECT id, newest_at FROM block ORDER BY newest_at DESC"):
            if len(found) >= most and newest_at // 1_000_000 < found[-1][1]:
                break
            at = self._reports.facts(block, ["at"])["at"].cast(pl.Int64) // 1_000_000
            mine = self._left(block, len(at))
            if likenesses is not None:
                mine = mine.filter(pl.Series(self._reports.named(block, likenesses, None)).gather(mine))
            top = mine.filter(at.gather(mine).is_not_null())
            best = top.gather(at.gather(top).arg_sort(descending=True).head(most))
            found += zip((row_of(block, place) for place in best.to_list()), at.gather(best).to_list(), strict=True)
            found = sorted(found, key=lambda row: row[1], reverse=True)[:most]
        return found

    def walk(self, most: int) -> Iterator[list[int]]:
        """Yield all rows that stand only in their blocks, at most so many at a time, oldest report first."""
        for block, height in self._db.rows("SELECT id, rows FROM block ORDER BY id"):
            places = self._left(block, height).to_list()
            for first in range(0, len(places), most):
                yield [row_of(block, place) for place in places[first : first + most]]

    def page(self, rows: Sequence[int]) -> Iterator[tuple[int, dict[str, Any], Finding, datetime, int]]:
        """Yield (row, facts, finding, recorded at, report) of rows below zero; no two of them have the same id."""
        import polars as pl  # noqa: PLC0415  see newest

        found = [
            (block, places, at, self.told(block, places))
            for block, places in by_block(rows)
            if (at := self.recorded_at(block)) is not None
        ]
        if not found:
            return
        blocks = pl.concat([all_of(block, len(places)) for block, places, *_ in found])
        names = iter(self.names(pl.concat([told["line_id"] for *_, told in found]), blocks))
        for block, places, at, told in found:
            report = self.report_of(block)
            for place, row in zip(places, told.to_dicts(), strict=True):
                row["line_id"] = next(names)
                finding = unpacked(row["line_id"], [row[column] for column in FOUND])
                yield row_of(block, place), row, finding, at, report

    def told(self, block: int, places: list[int]) -> pl.DataFrame:
        """Return the facts of in-scope rows of a block, and what was first found of them, in the columns `FOUND`."""
        import polars as pl  # noqa: PLC0415  see newest

        facts, verdicts = self._facts(block)[places], self._verdicts(block)[places]
        known = self._numbers_of(set(verdicts["licence"].unique().to_list()))
        alone = lists_of(verdicts["licence"].replace_strict(known, default=None, return_dtype=pl.String))
        return facts.with_columns(
            pl.lit(Verdict.IN_SCOPE.value).alias("verdict"),
            pl.lit(0, dtype=pl.Int64).alias("broken"),
            pl.lit(0, dtype=pl.Int64).alias("missing"),
            verdicts["licences"].fill_null(alone).fill_null("[]"),
            several_of(verdicts["licences"]).alias("found"),
        )

    def recorded_at(self, block: int) -> datetime | None:
        """Return when the rows of a block were recorded; None where its report was taken back."""
        report = self._reports.get(self.report_of(block))
        return None if report is None else report.imported_at

    def named(self, name: str) -> list[int]:
        """Return the rows of an id, `LINE` or `LINE@REPORT`, newest report first."""
        line, _, report = name.rpartition("@")
        number = row_number(report)
        return self.with_line_id(name) + ([] if number is None else self.with_line_id(line, number))

    def with_line_id(self, line_id: str, report: int | None = None) -> list[int]:
        """Return the rows with a line id, of one report or of all, newest report first."""
        found = []
        for block in self._reports.blocks(report):
            places = (self._reports.facts(block, ["line_id"])["line_id"] == line_id).arg_true()
            found += [self.at(block, place) for place in places.to_list()]
        return found

    def naming(self, likenesses: Collection[str], since: int | None = None) -> list[int]:
        """Return the rows that name one of the likenesses; those that are uses of their own under that number.

        With `since`, those of the blocks that reach that instant, and older ones that state no instant.
        """
        undated = [] if since is None else self._undated(likenesses, since)
        found = [self._numbers(block, places) for block, places in self._reports.naming(likenesses, since)]
        return [*undated, *(row for rows in found for row in rows)]

    def more_than(self, most: int, likenesses: Collection[str], since: int) -> bool:
        """Tell whether more than `most` rows name one of the likenesses from an instant on; looks no further."""
        found = 0
        for _, places in self._reports.naming(likenesses, since):
            found += len(places)
            if found > most:
                return True
        return found > most

    def _undated(self, likenesses: Collection[str], since: int) -> list[int]:
        """Return the rows of older blocks that state no instant: never in scope, so each is a use of its own."""
        rows = self._db.rows(
            "SELECT row, facts FROM use WHERE at IS NULL AND verdict IN (?, ?) "
            "AND block IN (SELECT id FROM block WHERE newest_at < ?)",
            (Verdict.NEEDS_REVIEW.value, Verdict.OUT_OF_SCOPE.value, since),
        )
        named = {row: use_told(facts).likeness for row, facts in rows if facts}
        named |= {
            row: use_of(facts).likeness for row, facts in self.pages.of([row for row, facts in rows if not facts])
        }
        return [row for row, names in named.items() if not set(names).isdisjoint(likenesses)]

    def likenesses(self) -> set[str]:
        """Return every likeness that a row of a report names."""
        found: set[str] = set()
        for block in self._reports.blocks():
            named = self._reports.facts(block, ["likeness"])["likeness"].drop_nulls().unique()
            found.update(one for text in named.to_list() for one in text.split("|"))
        return found

    def at(self, block: int, place: int) -> int:
        """Return the number of a row, which is above zero where it is a use of its own."""
        return self._numbers(block, [place])[0]

    def _numbers(self, block: int, places: list[int]) -> list[int]:
        sql = "SELECT place, row FROM use WHERE block = ? AND place IN (SELECT value FROM json_each(?))"
        own = dict(self._db.rows(sql, (block, json.dumps(places))))
        return [own.get(place, row_of(block, place)) for place in places]

    def _left(self, block: int, height: int) -> pl.Series:
        """Return the places of a block that are not uses of their own."""
        import polars as pl  # noqa: PLC0415  see newest

        own = [row[0] for row in self._db.rows("SELECT place FROM use WHERE block = ?", (block,))]
        there = pl.Series(range(height), dtype=pl.UInt32)
        return there.filter(~there.is_in(own))

    def names(self, line_ids: pl.Series, blocks: pl.Series) -> pl.Series:
        """Return the ids of rows of some blocks: their line ids, with their report where another use has that id.

        Reports may have the same line ids, and one may itself look like one with a report: no two rows get the same.
        """
        reports = {block: f"@{self.report_of(block)}" for block in blocks.unique().to_list()}
        sql, names = "SELECT id FROM use WHERE id IN (SELECT value FROM json_each(?))", line_ids
        while True:
            taken = [row[0] for row in self._db.rows(sql, (json.dumps(names.to_list()),))]
            shared = names.is_duplicated() & ((names != line_ids) | line_ids.is_duplicated())
            clash = names.is_in(taken) | shared
            if not clash.any():
                return names
            names = names.set(clash, None).fill_null(names + blocks.replace_strict(reports, return_dtype=names.dtype))

    def _numbers_of(self, licences: set[int]) -> dict[int, str]:
        sql = "SELECT id, number FROM licence WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._db.rows(sql, (json.dumps(sorted(licences)),)))


def by_block(rows: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Yield (block, places) of rows below zero, always in the same order."""
    for block, mine in groupby(sorted(rows), key=lambda row: place_of(row)[0]):
        yield block, [place_of(row)[1] for row in mine]


def all_of(block: int, rows: int) -> pl.Series:
    """Return the block of so many rows that all stand in it."""
    import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

    return pl.Series([block]).new_from_index(0, rows)


def row_of(block: int, place: Number) -> Number:
    """Return the number of a row, or of many, that stand only in their block."""
    return -((block << _PLACES) | place) - 1


def place_of(row: Number) -> tuple[Number, Number]:
    """Return block and place of such a row, or of many."""
    return divmod(-row - 1, 1 << _PLACES)
