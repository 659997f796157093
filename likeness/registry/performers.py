"""Whose likenesses and licences these are: a performer's own, or those of several whom an agent or company deals with.

- A person may stand here under two ids: the name is what counts.
- A performer's registry is her own, also where a likeness of somebody else lies in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from likeness.registry.db import Database

# What the performer of a row of `double` or `licence` is called.
CALLED = "coalesce((SELECT name FROM person WHERE person.id = performer), performer)"
# The first and the last id of each: four looks into an index, however many rows there are (a UNION reads them all).
_OUTERMOST = ", ".join(
    f"(SELECT {end}(performer) FROM {table})" for table in ("double", "licence") for end in ("min", "max")
)
_NAMED = "coalesce((SELECT name FROM person WHERE id = ?1), ?1)"
_ANOTHER = " OR ".join(f"EXISTS (SELECT 1 FROM {table} WHERE {CALLED} <> {_NAMED})" for table in ("double", "licence"))


class PerformerTable:
    """Names of performers."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def several(self) -> bool:
        """Tell whether others are kept here, more than one: then whatever is listed says whose it is."""
        if self._db.one("SELECT 1 FROM owner WHERE role = 'performer'"):
            return False
        ids = {one for one in self._db.one(f"SELECT {_OUTERMOST}") or () if one is not None}
        if len(ids) < 2:  # one id alone
            return False
        row = self._db.one(f"SELECT {_ANOTHER}", (min(ids),))
        return bool(row and row[0])

    def of_likenesses(self, likenesses: Iterable[str]) -> dict[str, str]:
        """Return whose each of these likenesses is, by its id, as they were added; those not recorded are left out."""
        sql = f"SELECT id, {CALLED} FROM double WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid"
        return dict(self._db.rows(sql, (json.dumps(sorted(set(likenesses))),)))

    def of_licences(self, numbers: Iterable[str]) -> dict[str, str]:
        """Return whose likeness each of these licences is about, by its number."""
        sql = f"SELECT number, {CALLED} FROM licence WHERE number IN (SELECT value FROM json_each(?))"
        return dict(self._db.rows(sql, (json.dumps(sorted(set(numbers))),)))
