"""Flags: what became of a use that goes beyond its licence, step by step, and what shows that it happened.

- `open`, `letter-sent`, `invoiced`, `settled` (by `paid` or `withdrawn`), `allowed` after all, `mistaken`.
- Steps are appended; the flag itself is the newest one. A flag that nobody touched is open and has no row.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database

OPEN, LETTER_SENT, INVOICED, SETTLED, ALLOWED, MISTAKEN = (
    "open",
    "letter-sent",
    "invoiced",
    "settled",
    "allowed",
    "mistaken",
)
STATES = (OPEN, LETTER_SENT, INVOICED, SETTLED, ALLOWED, MISTAKEN)
GOING = (OPEN, LETTER_SENT, INVOICED)
CLOSED = (SETTLED, ALLOWED, MISTAKEN)
PAID, WITHDRAWN = "paid", "withdrawn"


@dataclass(frozen=True)
class Step:
    """One step of a flag's life; `way` says how it was settled."""

    state: str
    way: str | None = None
    note: str | None = None
    at: datetime | None = None

    @property
    def code(self) -> str:
        """The code of its words: the state, and how it was settled (`settled-paid`)."""
        return f"{self.state}-{self.way}" if self.way else self.state


@dataclass(frozen=True)
class Evidence:
    """One file that shows a use, known by its fingerprint."""

    id: int
    path: str
    name: str
    size: int
    sha256: bytes
    note: str | None
    added_at: datetime


class FlagTable:
    """The flags of a registry and their evidence."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, use: int, step: Step, at: datetime) -> None:
        """Append a step: the flag stands there now."""
        when = instant_to(at)
        self._db.insert(
            "flag_step", {"use": use, "state": step.state, "way": step.way, "note": step.note, "recorded_at": when}
        )
        self._db.run("INSERT OR REPLACE INTO flag VALUES (?, ?, ?, ?)", (use, step.state, step.way, when))

    def steps(self, use: int) -> list[Step]:
        """Return the steps of a flag, oldest first; a flag that nobody touched has none."""
        rows = self._db.rows("SELECT state, way, note, recorded_at FROM flag_step WHERE use = ? ORDER BY id", (use,))
        return [Step(*(*row[:3], instant_from(row[3]))) for row in rows]

    def newest(self, uses: Sequence[int]) -> dict[int, Step]:
        """Return where those flags stand that somebody touched, without notes."""
        sql = "SELECT use, state, way, changed_at FROM flag WHERE use IN (SELECT value FROM json_each(?))"
        rows = self._db.rows(sql, (json.dumps(list(uses)),))
        return {use: Step(state, way, None, instant_from(at)) for use, state, way, at in rows}

    def counts(self, verdict: str) -> dict[str, int]:
        """Return how many uses with a verdict, out of scope or in review, stand at each state.

        Only flags that somebody touched are read; the open ones are what is left of the verdict's count.
        """
        touched = dict(
            self._db.rows(
                # CROSS JOIN: the flags first, for they are few; the other way all uses would be read.
                "SELECT flag.state, count(*) FROM flag CROSS JOIN use ON use.row = flag.use "
                "WHERE use.verdict = ? AND use.corrected_by IS NULL GROUP BY 1",
                (verdict,),
            )
        )
        whole = self._count("verdict = ?", verdict) - self._count("verdict = ? AND corrected_by IS NOT NULL", verdict)
        moved = sum(count for state, count in touched.items() if state != OPEN)
        return {**dict.fromkeys(STATES, 0), **touched, OPEN: whole - moved}

    def _count(self, where: str, verdict: str) -> int:
        row = self._db.one(f"SELECT count(*) FROM use WHERE {where}", (verdict,))
        return int(row[0]) if row else 0

    def put_evidence(self, use: int, one: Evidence) -> int:
        """Record a file that shows a use; returns its row."""
        values = {name: getattr(one, name) for name in ("path", "name", "size", "sha256", "note")}
        return self._db.insert("evidence", {"use": use, **values, "added_at": instant_to(one.added_at)})

    def remove_evidence(self, evidence: int) -> None:
        """Take a file back; the journal still knows that it was there."""
        self._db.run("DELETE FROM evidence WHERE id = ?", (evidence,))

    def evidence(self, use: int) -> list[Evidence]:
        """Return what shows a use, in the order it was added."""
        rows = self._db.rows(
            "SELECT id, path, name, size, sha256, note, added_at FROM evidence WHERE use = ? ORDER BY id", (use,)
        )
        return [Evidence(*(*row[:6], instant_from(row[6]))) for row in rows]
