"""What people said of what is owed: settled or waived. The dues are computed from licences and uses, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from likeness.licence.dues.due import KINDS, Said
from likeness.registry.columns import day_to, instant_to
from likeness.registry.db import Database
from likeness.values.money import Money

_COLUMNS = "due, waived, on_day, note, minor, currency"


class DueTable:
    """The newest word on each due, by its key."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, key: str, said: Said | None, at: datetime) -> None:
        """Record what is said of a due now; None is nothing any more."""
        self._db.run("DELETE FROM due_said WHERE due = ?", (key,))
        if said is not None:
            self._db.insert(
                "due_said",
                {
                    "due": key,
                    "waived": int(said.waived),
                    "on_day": day_to(said.on),
                    "note": said.note,
                    "minor": said.money.minor if said.money else None,
                    "currency": said.money.currency if said.money else None,
                    "recorded_at": instant_to(at),
                },
            )

    def all(self) -> dict[str, Said]:
        """Return what is said, by the key of the due."""
        return dict(map(_said, self._db.rows(f"SELECT {_COLUMNS} FROM due_said")))  # noqa: S608

    def under(self, licences: Iterable[str]) -> dict[str, Said]:
        """Return what is said of the dues under some licences, by the key of the due."""
        found: dict[str, Said] = {}
        for begins in (f"{kind}:{number}" for number in licences for kind in KINDS):
            sql = f"SELECT {_COLUMNS} FROM due_said WHERE due >= ? AND due < ?"  # noqa: S608
            found.update(map(_said, self._db.rows(sql, (f"{begins}:", f"{begins};"))))  # ";" follows ":"
        return found


def _said(row: tuple[Any, ...]) -> tuple[str, Said]:
    key, waived, day, note, minor, currency = row
    return key, Said(bool(waived), date.fromordinal(day), note, None if minor is None else Money(minor, currency))
