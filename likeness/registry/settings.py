"""Small wishes of the owner that are not worth a table: theme, language, sizes."""

from __future__ import annotations

from collections.abc import Mapping

from likeness.registry.db import Database


class SettingTable:
    """Text by name."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def get(self, name: str, default: str = "") -> str:
        row = self._db.one("SELECT value FROM setting WHERE name = ?", (name,))
        return default if row is None else str(row[0])

    def put(self, name: str, value: str) -> None:
        self._db.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    def put_all(self, values: Mapping[str, str]) -> None:
        """Keep several as one: all of them are kept, or none."""
        marks = ", ".join(["(?, ?)"] * len(values))
        pairs = [text for pair in values.items() for text in pair]
        self._db.run(f"INSERT OR REPLACE INTO setting VALUES {marks}", pairs)

    def beginning(self, start: str) -> dict[str, str]:
        """Return the text of every name that begins with `start`."""
        rows = self._db.rows("SELECT name, value FROM setting WHERE substr(name, 1, ?) = ?", (len(start), start))
        return {str(name): str(value) for name, value in rows}

    def remove(self, name: str) -> None:
        self._db.run("DELETE FROM setting WHERE name = ?", (name,))
