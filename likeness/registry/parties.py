"""Who stands in licences by name: the company, the performer, whoever grants for the performer, whoever advised.

- Names are compared exactly, as they were signed.
- Company and performer are found through the words of the search, however many licences there are. Grantor and adviser
  stand in the terms alone: they are looked for in the newest ten thousand licences, and so are all names for `names`.
"""

from __future__ import annotations

from likeness.registry.db import Database
from likeness.registry.find_words import fts_query

_NEWEST = """WITH newest AS (
    SELECT id, company, terms ->> '$.performer.name' AS performer, terms ->> '$.grantor.name' AS grantor,
        terms ->> '$.representation.name' AS adviser
    FROM licence WHERE digest IS NOT NULL ORDER BY id DESC LIMIT 10000) """
_NAMES = """SELECT grantor, '' FROM newest UNION SELECT adviser, '' FROM newest
    UNION SELECT performer, 'performer' FROM newest UNION SELECT company, 'company' FROM newest ORDER BY 2"""
_ROWS = """SELECT id FROM (
    SELECT id FROM newest WHERE ?1 IN (grantor, adviser)
    UNION SELECT id FROM licence WHERE ?1 IN (company, terms ->> '$.performer.name')
        AND id IN (SELECT rowid FROM licence_text WHERE licence_text MATCH ?2))
    ORDER BY id DESC LIMIT ?3"""


class PartyTable:
    """The parties of all licences; drafts name nobody yet."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def names(self) -> dict[str, str]:
        """Return the parties of the newest signed licences, with the role in which they stand; empty for others."""
        return {name: role for name, role in self._db.rows(_NEWEST + _NAMES) if name}

    def rows_of(self, name: str, most: int) -> list[int]:
        """Return the licences, drafts included, in which a name stands, newest first, at most `most`."""
        query = fts_query(name)
        if not query:
            return []  # signs alone name nobody
        return [row[0] for row in self._db.rows(_NEWEST + _ROWS, (name, query, most))]
