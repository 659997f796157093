"""Flags: what became of a use that goes beyond its licence, step by step, and what shows that it happened.

- `open`, `letter-sent`, `invoiced`, `settled` (by `paid` or `withdrawn`), `allowed` after all, `mistaken`.
- Steps are appended; the flag itself is the newest one. A flag that nobody touched is open and has no row.
"""

from __future__ import annotations

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
CLOSED = (SETTLED, ALLOWED, MISTAKEN)
PAID, WITHDRAWN = "paid", "withdrawn"


@dataclass(frozen=True)
class Step:
    """One step of a flag's life; `way` says how it was settled."""

    state: str
    way: str | None = None
    note: str | None = None
    at: datetime | None = None


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

    def states(self, uses: Sequence[int]) -> dict[int, str]:
        """Return the state of those flags that somebody touched."""
        marks = ", ".join("?" * len(uses))
        return dict(self._db.rows(f"SELECT use, state FROM flag WHERE use IN ({marks})", tuple(uses)))  # noqa: S608

    def counts(self, verdict: str) -> dict[str, int]:
        """Return how many uses with a verdict, out of scope or in review, stand at each state."""
        rows = self._db.rows(
            "SELECT coalesce(flag.state, 'open'), count(*) FROM use LEFT JOIN flag ON flag.use = use.row "
            "WHERE use.verdict = ? AND use.corrected_by IS NULL GROUP BY 1",
            (verdict,),
        )
        return {**dict.fromkeys(STATES, 0), **dict(rows)}

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
