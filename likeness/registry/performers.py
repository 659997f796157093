"""Whose likenesses and licences these are: a performer's own, or those of several whom an agent or company deals with.

- A person may stand here under two ids: the name is what counts.
- A performer's registry is her own, also where a likeness of somebody else lies in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from likeness.registry.db import Database
from likeness.values.alphabet import alphabet

# What the performer of a row of `double` or `licence` is called.
CALLED = "coalesce((SELECT name FROM person WHERE person.id = performer), performer)"
# The first and the last id of each: four looks into an index, however many rows there are (a UNION reads them all).
_OUTERMOST = ", ".join(
    f"(SELECT {end}(performer) FROM {table})" for table in ("double", "licence") for end in ("min", "max")
)
_NAMED = "coalesce((SELECT name FROM person WHERE id = ?1), ?1)"
# Every name: of those who have a likeness here, and of those in licences.
_NAMES = f"""SELECT DISTINCT {CALLED} AS name
    FROM (SELECT performer FROM double UNION SELECT DISTINCT performer FROM licence)"""
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

    def names(self, typed: str, most: int) -> list[str]:
        """Return the names that have these letters somewhere, whatever their accents, by alphabet, at most `most`."""
        sql = f"SELECT name FROM ({_NAMES}) WHERE instr(alphabet(name), ?) > 0 ORDER BY alphabet(name), name LIMIT ?"
        return [row[0] for row in self._db.rows(sql, (alphabet(typed.strip()), most))]

    def likenesses_of(self, name: str) -> set[str]:
        """Return the likenesses of whoever is called that: recorded here, or named in licences."""
        named = f"WHERE performer IN (SELECT id FROM person WHERE name = ?1 UNION SELECT ?1) AND {CALLED} = ?1"
        sql = f"""SELECT id FROM double {named} UNION SELECT likeness FROM licence_likeness
            WHERE licence IN (SELECT id FROM licence {named})"""
        return {row[0] for row in self._db.rows(sql, (name,))}

    def of_likenesses(self, likenesses: Iterable[str]) -> dict[str, str]:
        """Return whose each of these likenesses is, by its id, as they were added; those not recorded are left out."""
        sql = f"SELECT id, {CALLED} FROM double WHERE id IN (SELECT value FROM json_each(?)) ORDER BY rowid"
        return dict(self._db.rows(sql, (json.dumps(sorted(set(likenesses))),)))

    def of_licences(self, numbers: Iterable[str]) -> dict[str, str]:
        """Return whose likeness each of these licences is about, by its number."""
        sql = f"SELECT number, {CALLED} FROM licence WHERE number IN (SELECT value FROM json_each(?))"
        return dict(self._db.rows(sql, (json.dumps(sorted(set(numbers))),)))
