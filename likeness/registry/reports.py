"""Reports: where each came from, what became of its rows, and the rows themselves as compressed columns.

- A block is a frame of facts and, in the same order, one of the verdicts first found: `verdict` (0 in scope, 1 needs
  review, 2 out of scope), `licence` (row, -1 for none or several) and `licences` (JSON, where there are several).
- Rows that are not simply in scope are uses of their own (`registry.uses`); the others stand only here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from likeness.bulk.frame import told, use_told
from likeness.registry.columns import instant_from, instant_to, maybe_instant_from
from likeness.registry.db import Database
from likeness.registry.packed import pack, unpack
from likeness.scope.use import Use

if TYPE_CHECKING:
    import polars as pl

_COUNTED = ("rows", "decided", "rejected", "duplicates", "conflicting", "in_scope", "out_of_scope", "needs_review")
_COLUMNS = ("file", "sha256", "reporter", "period", "mapping", "encoding", *_COUNTED)


@dataclass(frozen=True)
class ReportRow:
    """One imported report; rows in = decided + rejected + duplicates, and conflicting ones are among the duplicates."""

    file: str
    sha256: bytes
    reporter: str
    period: str
    mapping: str
    encoding: str
    rows: int
    decided: int
    rejected: int
    duplicates: int
    conflicting: int
    in_scope: int
    out_of_scope: int
    needs_review: int
    id: int = 0
    imported_at: datetime | None = None
    undone_at: datetime | None = None


@dataclass(frozen=True)
class Held:
    """A row whose line id came before with other content, not answered yet."""

    id: int
    report: int
    line: int
    line_id: str
    use: Use


class ReportTable:
    """All reports of a registry, and their blocks."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, report: ReportRow, at: datetime, rejections: pl.DataFrame) -> int:
        """Record a report with its rejected rows; returns its row."""
        values = {name: value for name, value in asdict(report).items() if name in _COLUMNS}
        packed = pack(rejections) if rejections.height else None
        return self._db.insert("report", {**values, "rejections": packed, "imported_at": instant_to(at)})

    def put_block(self, report: int, facts: bytes, verdicts: bytes, rows: int, newest_at: int) -> int:
        """Keep one block; returns its row. `newest_at` is the newest instant in it, in microseconds."""
        return self._db.insert(
            "block", {"report": report, "rows": rows, "newest_at": newest_at, "facts": facts, "verdicts": verdicts}
        )

    def put_held(self, report: int, facts: pl.DataFrame) -> None:
        """Hold rows until somebody says whether they are right."""
        self._db.many(
            "INSERT INTO held (report, line, line_id, facts) VALUES (?, ?, ?, ?)",
            ((report, *row) for row in zip(facts["line"], facts["line_id"], told(facts), strict=True)),
        )

    def not_held(self, facts: pl.DataFrame, reporter: str, period: str) -> pl.DataFrame:
        """Return those rows that were not held before, answered or not, from a reporter for a period."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

        rows = self._db.rows(
            "SELECT held.facts FROM held JOIN report ON report.id = held.report WHERE reporter = ? AND period = ?",
            (reporter, period),
        )
        known = {row[0] for row in rows}
        return facts.filter(pl.Series([text not in known for text in told(facts)], dtype=pl.Boolean))

    def answered(self, facts: pl.DataFrame, reporter: str, period: str) -> int:
        """Return of how many of those rows it was said before which is right."""
        rows = self._db.rows(
            "SELECT held.facts FROM held JOIN report ON report.id = held.report "
            "WHERE reporter = ? AND period = ? AND answer IS NOT NULL",
            (reporter, period),
        )
        known = {row[0] for row in rows}
        return sum(text in known for text in told(facts))

    def answer_held(self, held: int, answer: str, at: datetime) -> None:
        """Record which of two rows is right."""
        self._db.run("UPDATE held SET answer = ?, answered_at = ? WHERE id = ?", (answer, instant_to(at), held))

    def held(self, report: int | None = None) -> list[Held]:
        """Return the rows that are held and not answered, of one report or of all."""
        rows = self._db.rows(
            "SELECT id, report, line, line_id, facts FROM held "
            "WHERE answer IS NULL AND coalesce(?, report) = report ORDER BY id",
            (report,),
        )
        return [Held(*(*row[:4], use_told(row[4]))) for row in rows]

    def held_by(self) -> list[tuple[str, int]]:
        """Return (reporter, how many) of the rows that are held and not answered."""
        return self._db.rows(
            "SELECT reporter, count(*) FROM held JOIN report ON report.id = held.report "
            "WHERE answer IS NULL GROUP BY reporter ORDER BY 1"
        )

    def get(self, report: int) -> ReportRow | None:
        """Return one report, or None."""
        found = self._select("WHERE id = ?", (report,))
        return found[0] if found else None

    def all(self) -> list[ReportRow]:
        """Return every report that was not undone, newest first."""
        return self._select("WHERE undone_at IS NULL ORDER BY id DESC", ())

    def first_numbers(self) -> tuple[dict[int, int], dict[int, int]]:
        """Return, by the number of a report, the first one that its file had, and the first one of its source.

        A source is a reporter and a period; a file, what was told of them in the same bytes.
        """
        file, source = "PARTITION BY reporter, period, sha256", "PARTITION BY reporter, period"
        rows = self._db.rows(f"SELECT id, min(id) OVER ({file}), min(id) OVER ({source}) FROM report")
        return {row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows}

    def from_source(self, reporter: str, period: str) -> list[ReportRow]:
        """Return what was imported before from a reporter for a period."""
        return self._select("WHERE reporter = ? AND period = ? AND undone_at IS NULL ORDER BY id", (reporter, period))

    def rejections(self, report: int) -> pl.DataFrame | None:
        """Return the rejected rows of a report (line, reason, field, value), None where there are none."""
        row = self._db.one("SELECT rejections FROM report WHERE id = ?", (report,))
        return None if row is None or row[0] is None else unpack(row[0])

    def remove(self, report: int, at: datetime) -> None:
        """Take back the rows of a report; that it was here stays recorded."""
        mine = "block IN (SELECT id FROM block WHERE report = ?)"
        self._db.run(f"DELETE FROM use_text WHERE rowid IN (SELECT row FROM use WHERE {mine})", (report,))
        self._db.run(f"DELETE FROM use WHERE {mine}", (report,))
        self._db.run("DELETE FROM block WHERE report = ?", (report,))
        self._db.run("DELETE FROM held WHERE report = ?", (report,))
        self._db.run("UPDATE report SET undone_at = ? WHERE id = ?", (instant_to(at), report))

    def blocks(self, report: int | None = None) -> list[int]:
        """Return the rows of the blocks of one report or of all, newest first."""
        sql = "SELECT id FROM block WHERE coalesce(?, report) = report ORDER BY newest_at DESC, id DESC"
        return [row[0] for row in self._db.rows(sql, (report,))]

    def facts(self, block: int, columns: Collection[str] | None = None) -> pl.DataFrame:
        """Return the facts of a block, all columns or some."""
        return unpack(self._blob("facts", block), columns)

    def verdicts(self, block: int) -> pl.DataFrame:
        """Return what was first found of each row of a block."""
        return unpack(self._blob("verdicts", block))

    def naming(self, likenesses: Collection[str], since: int | None = None) -> Iterator[tuple[int, list[int]]]:
        """Yield (block, places) of the rows that name one of the likenesses, from `since` on or without an instant."""
        for block in self._reaching(since):
            mine = np.flatnonzero(self.named(block, likenesses, since)).tolist()
            if mine:
                yield block, mine

    def named(self, block: int, likenesses: Collection[str], since: int | None) -> NDArray[np.bool_]:
        """Tell which rows of a block name one of the likenesses, from `since` on or without an instant."""
        import polars as pl  # noqa: PLC0415  a quarter of a second to import: only with reports

        facts = self.facts(block, ["likeness"] if since is None else ["likeness", "at"])
        named, names = facts["likeness"], pl.Series(list(likenesses), dtype=pl.String).implode()
        lists = named.filter(named.str.contains("|", literal=True)).unique().to_frame("text")
        lists = lists.with_columns(name=pl.col("text").str.split("|")).explode("name")
        several = lists["text"].filter(lists["name"].is_in(names)).unique().implode()
        mine = (named.is_in(names) | named.is_in(several)).fill_null(value=False)
        if since is not None:
            at = facts["at"].cast(pl.Int64)
            mine &= at.is_null() | (at >= since)
        return mine.to_numpy()

    def _reaching(self, since: int | None) -> list[int]:
        sql = "SELECT id FROM block WHERE newest_at >= coalesce(?, newest_at) ORDER BY newest_at DESC, id DESC"
        return [row[0] for row in self._db.rows(sql, (since,))]

    def _blob(self, column: str, block: int) -> bytes:
        row = self._db.one(f"SELECT {column} FROM block WHERE id = ?", (block,))
        return b"" if row is None else bytes(row[0])

    def _select(self, where: str, values: tuple[object, ...]) -> list[ReportRow]:
        columns = ", ".join(_COLUMNS)
        rows = self._db.rows(f"SELECT {columns}, id, imported_at, undone_at FROM report {where}", values)
        return [ReportRow(*(*row[:-2], instant_from(row[-2]), maybe_instant_from(row[-1]))) for row in rows]
