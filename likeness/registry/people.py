"""The people and companies a registry has met, by id."""

from __future__ import annotations

from collections.abc import Iterable

from likeness.registry.db import Database


class PersonTable:
    """Names by id."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, name_id: str, name: str) -> None:
        """Record a name; the latest one counts."""
        self._db.run(
            "INSERT INTO person VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name", (name_id, name)
        )

    def put_many(self, people: Iterable[tuple[str, str]]) -> None:
        """Record many ids with their names; those that are known keep theirs."""
        self._db.many("INSERT OR IGNORE INTO person VALUES (?, ?)", people)

    def name(self, name_id: str) -> str | None:
        """Return the name of an id, or None."""
        row = self._db.one("SELECT name FROM person WHERE id = ?", (name_id,))
        return None if row is None else str(row[0])

    def all(self) -> dict[str, str]:
        """Return every name by its id."""
        return dict(self._db.rows("SELECT id, name FROM person ORDER BY name"))

    def but_performers(self) -> dict[str, str]:
        """Return every name by its id, those left out of whom a likeness is recorded."""
        sql = "SELECT id, name FROM person WHERE id NOT IN (SELECT performer FROM double) ORDER BY name"
        return dict(self._db.rows(sql))
