"""Finding and counting the uses that are rows of their own: by verdict, by where their flag stands, by words.

- Each verdict is read along its own index, the newest first and no further than was asked for; then they are merged.
- A flag that nobody touched is open and has no row: "open" is what no other state is.
- What is asked of flags says nothing of uses in scope: these have none.
- Counts never read the uses themselves: a verdict is counted in its index, and what counts no more is taken off.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from likeness.registry.db import Database
from likeness.registry.find_words import fts_query
from likeness.registry.flags import OPEN
from likeness.scope.judge import Verdict

Dated = tuple[int, int | None]  # a use's row, and its instant in seconds
_IN_SCOPE = Verdict.IN_SCOPE.value


def newest(
    db: Database, verdicts: Sequence[str], flags: Sequence[str], words: str, most: int, among: Sequence[int] | None
) -> list[Dated]:
    """Return the uses that match, newest first, at most `most`; no verdicts or flags asked for are all of them.

    `among` are the rows that may be meant, None is every one.
    """
    found: list[Dated] = []
    for verdict in verdicts or [one.value for one in Verdict]:
        where, values = ["verdict = ?", "corrected_by IS NULL"], [verdict]
        if flags and verdict != _IN_SCOPE:
            where.append(_standing(flags))
            values.append(json.dumps(list(flags)))
        if among is not None:
            where.append("row IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(among))
        if query := fts_query(words):
            where.append("row IN (SELECT rowid FROM use_text WHERE use_text MATCH ?)")
            values.append(query)
        order = f"ORDER BY at DESC NULLS FIRST, row DESC LIMIT {int(most)}"
        found += db.rows(f"SELECT row, at FROM use WHERE {' AND '.join(where)} {order}", values)
    return merged(found, most)


def merged(found: Sequence[Dated], most: int) -> list[Dated]:
    """Return uses newest first; one without an instant comes before all others."""
    return sorted(found, key=lambda use: (use[1] is None, use[1] or 0, use[0]), reverse=True)[:most]


def counted(db: Database) -> dict[str, int]:
    """Return how many uses have each verdict."""
    counts = {one.value: 0 for one in Verdict} | dict(db.rows("SELECT verdict, count(*) FROM use GROUP BY 1"))
    gone = db.rows("SELECT verdict, count(*) FROM use WHERE corrected_by IS NOT NULL GROUP BY 1")
    return {**counts, **{verdict: counts[verdict] - count for verdict, count in gone}}


def _standing(flags: Sequence[str]) -> str:
    """Return the condition on the flag: not in the states that were left out, or in those that were asked for."""
    states = "SELECT value FROM json_each(?)"
    if OPEN in flags:
        return f"NOT EXISTS (SELECT 1 FROM flag WHERE flag.use = use.row AND flag.state NOT IN ({states}))"
    return f"row IN (SELECT use FROM flag WHERE flag.state IN ({states}))"
