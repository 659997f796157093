"""Bringing a registry up to date: numbered frozen SQL, each with its record in one transaction.

A registry of a newer version is refused politely; nothing in it is touched.
"""

from __future__ import annotations

from importlib.resources import files

from likeness.errors import Broken
from likeness.registry.db import APPLICATION_ID, Database


def migrations() -> list[tuple[int, str]]:
    """Return the migrations in order: (version, SQL)."""
    folder = files("likeness.registry") / "migrations"
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(int(name[:4]), (folder / name).read_text(encoding="utf-8")) for name in found]


def version_of(database: Database) -> int:
    """Return the version of a registry; 0 is an empty file."""
    row = database.one("PRAGMA user_version")
    return row[0] if row else 0


def bring_up_to_date(database: Database) -> None:
    """Apply what is missing; raise Broken("newer-format") for a registry from the future."""
    steps = migrations()
    version = version_of(database)
    if version > steps[-1][0]:
        raise Broken("newer-format", file=str(database.path), version=version)
    for number, text in steps:
        if number > version:
            with database.transaction():
                database.script(text)
                database.run(f"PRAGMA application_id = {APPLICATION_ID}")
                database.run(f"PRAGMA user_version = {number}")
