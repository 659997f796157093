"""Uses: those that were written down one by one, and the rows of reports.

- A row of a report that is simply in scope stands only in its block (`registry.reports`); its row number here is
  negative. When a verdict on it changes, it becomes a row of its own and keeps its place.
- The id of a report's row is its line id; where several reports use it, `LINE@REPORT` says which.
- Rows of reports that are rows of their own (`registry.own_uses`) have their facts and first verdict in pages.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from likeness.bulk.frame import use_of, use_told
from likeness.bulk.tallies import instant_of
from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database
from likeness.registry.find_words import MOST_FOUND
from likeness.registry.findings import FindingRow, FindingTable, Packed, packed, unpacked
from likeness.registry.own_uses import OwnUses
from likeness.registry.report_rows import IMPORTED, ReportRows, all_of
from likeness.registry.use_pages import FOUND
from likeness.registry.use_search import counted, merged, newest
from likeness.registry.use_words import UseWords
from likeness.scope.judge import Finding, Verdict
from likeness.scope.use import Use, use_from, use_to
from likeness.values.days import start_utc

if TYPE_CHECKING:
    import polars as pl

IN_SCOPE = Verdict.IN_SCOPE.value
_A_PAGE = 1_000
_COLUMNS = "row, id, facts, block, corrected_by, recorded_at"


@dataclass(frozen=True)
class UseRow:
    """One use with its verdicts, newest last; `report` is that of its row, None for one written down by hand.

    A use that is `corrected_by` another one stays recorded and counts no more.
    """

    row: int
    use: Use
    recorded_at: datetime
    findings: tuple[FindingRow, ...]
    report: int | None = None
    corrected_by: str | None = None

    @property
    def newest(self) -> Finding:
        return self.findings[-1].finding


class UseTable:
    """All uses of a registry."""

    def __init__(self, database: Database, report_rows: ReportRows) -> None:
        self._db = database
        self._reported = report_rows
        self.pages, self.findings = report_rows.pages, FindingTable(database)
        self.own = OwnUses(database, report_rows, report_rows.pages)
        self.words = UseWords(database, self.pages)

    def put(self, use: Use, finding: Finding, at: datetime, cause: str, words: str) -> int:
        """Record a use with its first verdict; returns its row."""
        row = self._db.insert(
            "use",
            {
                "id": use.id,
                "facts": json.dumps(use_to(use), ensure_ascii=False),
                "user": use.user,
                "project": use.project,
                "at": None if use.at is None else instant_to(start_utc(use.at)),
                "recorded_at": instant_to(at),
                "verdict": finding.verdict.value,
            },
        )
        for likeness in use.likeness:
            self._db.insert("use_likeness", {"likeness": likeness, "use": row})
        self.words.put(row, words)
        self.findings.put(row, finding, at, cause)
        return row

    def correct(self, row: int, by: str) -> int:
        """Mark a use as corrected by another one's id; returns its row."""
        own = row if row >= 0 else self.own.promote([row])[row]
        self._db.run("UPDATE use SET corrected_by = ? WHERE row = ?", (by, own))
        return own

    def count_again(self, row: int) -> None:
        """Let a use count again that was marked as corrected."""
        self._db.run("UPDATE use SET corrected_by = NULL WHERE row = ?", (row,))

    def corrections(self) -> dict[str, str]:
        """Return the id of the use that each correction corrects, by its own; what was taken back has none."""
        sql = "SELECT corrected_by, id FROM use WHERE corrected_by IS NOT NULL AND instr(corrected_by, '@')"
        return dict(self._db.rows(sql))

    def by_hand(self) -> set[str]:
        """Return the ids of all uses that were written down one by one, of those that were taken back, too."""
        sql = "SELECT id FROM use WHERE block IS NULL AND row NOT IN (SELECT use FROM correction)"
        return {row[0] for row in self._db.rows(sql)}

    def own_row(self, block: int, place: int) -> int:
        """Return the row of a report's row, made a use of its own if it is none yet."""
        row = self._reported.at(block, place)
        return row if row >= 0 else self.own.promote([row])[row]

    def names(self, line_ids: pl.Series, block: int) -> pl.Series:
        """Return the ids of rows of a block: their line ids, with their report where another use has that id."""
        return self._reported.names(line_ids, all_of(block, len(line_ids)))

    def add_finding(self, row: int, finding: Finding, at: datetime, cause: str) -> None:
        """Add a verdict beside the earlier ones; a row of a report that was simply in scope becomes one of its own."""
        self.add_findings([row], [packed(finding)], at, cause)

    def add_findings(self, rows: Sequence[int], found: Sequence[Packed], at: datetime, cause: str) -> None:
        """Add verdicts on many uses, each as `add_finding` does; `found` are the columns `FOUND` of each."""
        own = self.own.promote([row for row in rows if row < 0])
        self.findings.put_all([own.get(row, row) for row in rows], found, at, cause)

    def get(self, name: str) -> UseRow | None:
        """Return the use of an id, or None."""
        found = self._select("WHERE id = ?", (name,))
        return found[0] if found else next(iter(self.page(self._reported.named(name))), None)

    def of_report(self, report: int, line_id: str) -> UseRow | None:
        """Return the use that a report's row with a line id is, or None."""
        return next(iter(self.page(self._reported.with_line_id(line_id, report))), None)

    def find(
        self,
        *,
        verdicts: Sequence[str] = (),
        flags: Sequence[str] = (),
        words: str = "",
        likenesses: Collection[str] | None = None,
        most: int = MOST_FOUND,
    ) -> list[int]:
        """Return the rows that match, newest first, at most `most`; `flags` are states of `registry.flags`.

        With `likenesses`, those that name one of them.
        """
        if words:
            self.words.catch_up()
        among = None if likenesses is None else self._own_naming(likenesses)
        found = newest(self._db, verdicts, flags, words, most, among)
        if not words and (not verdicts or IN_SCOPE in verdicts):
            found = merged([*found, *self._reported.newest(most, likenesses)], most)
        return [row for row, _ in found]

    def _own_naming(self, likenesses: Collection[str]) -> list[int]:
        """Return the numbers of the uses that are rows of their own and name one of the likenesses."""
        sql = "SELECT use FROM use_likeness WHERE likeness IN (SELECT value FROM json_each(?))"
        by_hand = [row[0] for row in self._db.rows(sql, (json.dumps(sorted(likenesses)),))]
        return [*by_hand, *(row for row in self._reported.naming(likenesses) if row >= 0)]

    def walk(self, verdicts: Sequence[str] = ()) -> Iterator[UseRow]:
        """Yield every use with one of the verdicts, or all: those of their own first, then the rows of reports."""
        wanted = json.dumps(list(verdicts or (verdict.value for verdict in Verdict)))
        where = "WHERE row > ? AND corrected_by IS NULL AND verdict IN (SELECT value FROM json_each(?))"
        last = 0
        while page := self._select(f"{where} ORDER BY row LIMIT {_A_PAGE}", (last, wanted)):
            yield from page
            last = page[-1].row
        if not verdicts or IN_SCOPE in verdicts:
            for rows in self._reported.walk(_A_PAGE):
                yield from self.page(rows)

    def page(self, rows: Sequence[int]) -> list[UseRow]:
        """Return the uses of those rows, in that order."""
        own = json.dumps([row for row in rows if row >= 0])
        found = {r.row: r for r in self._select("WHERE row IN (SELECT value FROM json_each(?))", (own,))}
        for row, facts, finding, at, report in self._reported.page([row for row in rows if row < 0]):
            found[row] = UseRow(row, use_of(facts), at, (FindingRow(finding, IMPORTED, at),), report)
        return [found[row] for row in rows if row in found]

    def counts(self) -> dict[str, int]:
        """Return how many uses have each verdict."""
        counts = counted(self._db)
        counts[IN_SCOPE] += self._reported.count()
        return counts

    def likenesses(self) -> set[str]:
        """Return every likeness that a use names."""
        own = {row[0] for row in self._db.rows("SELECT DISTINCT likeness FROM use_likeness")}
        return own | self._reported.likenesses()

    def naming(self, likenesses: Iterable[str], since: int | None = None) -> list[UseRow]:
        """Return every use of one of the likenesses, the rows of reports included, but for what was corrected.

        With `since`, in microseconds from 1970, those from that instant on; those that state none come last.
        """
        names = sorted(likenesses)
        inner = "SELECT use FROM use_likeness WHERE likeness IN (SELECT value FROM json_each(?))"
        found = self._select(f"WHERE row IN ({inner})", (json.dumps(names),))
        found += self.page(self._reported.naming(names, since))
        there = [row for row in found if row.corrected_by is None]
        return there if since is None else [row for row in there if instant_of(row.use.at) >= since]

    def many_name(self, likenesses: Collection[str], since: int, most: int) -> bool:
        """Tell whether more than `most` rows of reports name one of the likenesses from `since` on."""
        return self._reported.more_than(most, likenesses, since)

    def _select(self, where: str, values: tuple[object, ...]) -> list[UseRow]:
        rows = self._db.rows(f"SELECT {_COLUMNS} FROM use {where}", values)
        findings = self.findings.of([(row[0], row[1]) for row in rows])
        paged = dict(self.pages.of([row[0] for row in rows if not row[2]]))
        return [self._row(row, tuple(findings.get(row[0], ())), paged.get(row[0])) for row in rows]

    def _row(self, columns: tuple[Any, ...], found: tuple[FindingRow, ...], paged: dict[str, Any] | None) -> UseRow:
        row, name, facts, block, corrected_by, at = columns
        report = None if block is None else self._reported.report_of(block)
        if paged is not None:
            use, first = use_of(paged), unpacked(name, [paged[column] for column in FOUND])
            found = (FindingRow(first, IMPORTED, instant_from(at)), *found)
        else:
            use = use_from(json.loads(facts)) if block is None else replace(use_told(facts), id=name)
        return UseRow(row, use, instant_from(at), found, report, corrected_by)
