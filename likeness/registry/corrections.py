"""Corrections: uses that were rows of a report which contradicted earlier ones, and were taken for right.

- A correction belongs to its report. When that is taken back the correction stays recorded with its verdicts and flags
  and counts no more, and what it corrected is corrected by whatever corrected it, or counts again.
- When the report is put back, the correction takes its place again: before the one that had corrected it, else it
  corrects what counts now of the same row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from likeness.registry.db import Database

GONE = "report-undone"  # by what a correction is corrected whose report was taken back


class Correction(NamedTuple):
    """A correction by the row of its use, its id, the line id it corrects, and what corrected it in turn."""

    use: int
    name: str
    line_id: str
    by: str | None


class CorrectionTable:
    """All corrections of a registry."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, use: int, report: int, line_id: str) -> None:
        """Record which row of which report a use was."""
        self._db.insert("correction", {"use": use, "report": report, "line_id": line_id})

    def rows(self) -> dict[int, tuple[int, str]]:
        """Return the report and the line id of each correction, by the row of its use."""
        return {row[0]: (row[1], row[2]) for row in self._db.rows("SELECT use, report, line_id FROM correction")}

    def of(self, report: int) -> list[Correction]:
        """Return those of a report that are not gone, in the order in which they were made."""
        return self._select("report = ? AND corrected_by IS NOT ?", (report, GONE))

    def counting(self, reporter: str, period: str) -> list[Correction]:
        """Return those that count, of the reports of a reporter for a period."""
        inner = "SELECT id FROM report WHERE reporter = ? AND period = ? AND undone_at IS NULL"
        return self._select(f"corrected_by IS NULL AND report IN ({inner})", (reporter, period))

    def line_ids(self, names: Iterable[str]) -> set[str]:
        """Return the line ids that corrections of those ids correct."""
        sql = "SELECT line_id FROM correction JOIN use ON row = use WHERE id IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._db.rows(sql, (json.dumps(list(names)),))}

    def there(self, name: str) -> bool:
        """Tell whether a correction is there, by its id, and its report was not taken back."""
        return self._db.one("SELECT 1 FROM use WHERE id = ? AND corrected_by IS NOT ?", (name, GONE)) is not None

    def corrected(self, one: Correction) -> list[int]:
        """Return the rows of the uses that a correction corrects: one, or none where that was taken back."""
        return [row[0] for row in self._db.rows("SELECT row FROM use WHERE corrected_by = ?", (one.name,))]

    def take_back(self, one: Correction) -> None:
        """Let a correction count no more; what it corrected is as if it had never been."""
        own = "(SELECT corrected_by FROM use WHERE row = ?)"
        self._db.run(f"UPDATE use SET corrected_by = {own} WHERE corrected_by = ?", (one.use, one.name))
        self._db.run("UPDATE use SET corrected_by = ? WHERE row = ?", (GONE, one.use))

    def put_back(self, one: Correction, report: int) -> bool:
        """Let a correction be there again, of that report now; tells whether what had corrected it still does."""
        stands = one.by is not None and self.there(one.by)
        if stands:
            self._db.run("UPDATE use SET corrected_by = ? WHERE corrected_by = ?", (one.name, one.by))
        self._db.run("UPDATE use SET corrected_by = ? WHERE row = ?", (one.by if stands else None, one.use))
        self._db.run("UPDATE correction SET report = ? WHERE use = ?", (report, one.use))
        return stands

    def _select(self, where: str, values: tuple[object, ...]) -> list[Correction]:
        sql = "SELECT use, id, line_id, corrected_by FROM correction JOIN use ON row = use"
        return [Correction(*row) for row in self._db.rows(f"{sql} WHERE {where} ORDER BY use", values)]
