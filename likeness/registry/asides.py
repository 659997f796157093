"""What is kept of a report while it may be put back: its rows as they were packed, and what people said of them.

A row is known by its block's place in the report and its own place in that block, for numbers are given anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from likeness.registry.columns import instant_from
from likeness.registry.corrections import Correction, CorrectionTable
from likeness.registry.db import Database
from likeness.registry.flags import Evidence, FlagTable, Step
from likeness.registry.uses import UseTable

Place = tuple[int, int]  # which block of the report, and which row of the block


@dataclass(frozen=True)
class Aside:
    """A report's packed facts, its held rows, by place: steps of flags, evidence, and what corrected a row; and its own
    corrections, which stay recorded meanwhile.
    """

    report: int
    facts: tuple[bytes, ...]
    held: tuple[tuple[Any, ...], ...]
    steps: tuple[tuple[Place, Step], ...]
    evidence: tuple[tuple[Place, Evidence], ...]
    corrected: tuple[tuple[Place, str], ...]
    corrections: tuple[Correction, ...]


class AsideTable:
    """Reading a report's rows to be kept, and telling them again to the rows that were put back."""

    def __init__(self, database: Database, uses: UseTable, flags: FlagTable, corrections: CorrectionTable) -> None:
        self._db, self._uses, self._flags, self._corrections = database, uses, flags, corrections

    def keep(self, report: int) -> Aside:
        """Return what has to be known to put a report back."""
        blocks = self._db.rows("SELECT id, facts FROM block WHERE report = ? ORDER BY id", (report,))
        order = {block: place for place, (block, _) in enumerate(blocks)}
        touched = self._told(report, "flag_step", "state, way, note, flag_step.recorded_at", order)
        shown = self._told(report, "evidence", "path, name, size, sha256, note, added_at", order)
        corrected = self._db.rows(
            "SELECT block, place, corrected_by FROM use WHERE corrected_by IS NOT NULL "
            "AND block IN (SELECT id FROM block WHERE report = ?)",
            (report,),
        )
        held = self._db.rows(
            "SELECT line, line_id, facts, answer, answered_at FROM held WHERE report = ? ORDER BY id", (report,)
        )
        return Aside(
            report,
            tuple(bytes(facts) for _, facts in blocks),
            tuple(held),
            tuple((place, Step(*(*row[:-1], instant_from(row[-1])))) for place, row in touched),
            tuple((place, Evidence(*(0, *row[:-1], instant_from(row[-1])))) for place, row in shown),
            tuple(((order[block], place), by) for block, place, by in corrected),
            tuple(self._corrections.of(report)),
        )

    def tell_again(self, aside: Aside, report: int) -> list[int]:
        """Say of the rows of a report that was put back what was said of them; returns the rows that count no more."""
        blocks = [row[0] for row in self._db.rows("SELECT id FROM block WHERE report = ? ORDER BY id", (report,))]
        self._db.many(
            "INSERT INTO held (report, line, line_id, facts, answer, answered_at) VALUES (?, ?, ?, ?, ?, ?)",
            ((report, *row) for row in aside.held),
        )
        for (block, place), step in aside.steps:
            if step.at is not None:
                self._flags.put(self._uses.own_row(blocks[block], place), step, step.at)
        for (block, place), one in aside.evidence:
            self._flags.put_evidence(self._uses.own_row(blocks[block], place), one)
        there = (one for one in aside.corrected if self._corrections.there(one[1]))
        return [self._uses.correct(self._uses.own_row(blocks[block], at), by) for (block, at), by in there]

    def _told(
        self, report: int, table: str, columns: str, order: dict[int, int]
    ) -> list[tuple[Place, tuple[Any, ...]]]:
        """Return (place, columns) of what people said of a report's rows, in the order they said it."""
        rows = self._db.rows(
            f"SELECT block, place, {columns} FROM {table} CROSS JOIN use ON use.row = {table}.use "
            f"WHERE block IN (SELECT id FROM block WHERE report = ?) ORDER BY {table}.id",
            (report,),
        )
        return [((order[block], place), tuple(rest)) for block, place, *rest in rows]
