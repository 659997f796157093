"""What people said of what is owed: settled or waived. The dues are computed from licences and uses, never stored."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from likeness.licence.dues.due import KINDS, Said
from likeness.registry.columns import day_to, instant_to
from likeness.registry.db import Database
from likeness.values.money import Money

_SELECT = """SELECT due, waived, on_day, note, due_said.minor, due_said.currency, due_owed.minor, due_owed.currency
    FROM due_said LEFT JOIN due_owed USING (due)"""


class DueTable:
    """The newest word on each due, by its key."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, key: str, said: Said | None, at: datetime) -> None:
        """Record what is said of a due now; None is nothing any more."""
        self._db.run("DELETE FROM due_said WHERE due = ?", (key,))
        if said is None:
            return
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
        if said.owed is not None:
            self._db.insert("due_owed", {"due": key, "minor": said.owed.minor, "currency": said.owed.currency})

    def get(self, key: str) -> Said | None:
        """Return what is said of a due, or None."""
        row = self._db.one(f"{_SELECT} WHERE due = ?", (key,))
        return None if row is None else _said(row)[1]

    def all(self) -> dict[str, Said]:
        """Return what is said, by the key of the due."""
        return dict(map(_said, self._db.rows(_SELECT)))

    def of(self, keys: Iterable[str]) -> dict[str, Said]:
        """Return what is said of the dues of some keys."""
        sql = f"{_SELECT} WHERE due IN (SELECT value FROM json_each(?))"
        return dict(map(_said, self._db.rows(sql, (json.dumps(list(keys)),))))

    def under(self, licences: Iterable[str]) -> dict[str, Said]:
        """Return what is said of the dues under some licences, by the key of the due."""
        found: dict[str, Said] = {}
        for begins in (f"{kind}:{number}" for number in licences for kind in KINDS):
            sql = f"{_SELECT} WHERE due >= ? AND due < ?"
            found.update(map(_said, self._db.rows(sql, (f"{begins}:", f"{begins};"))))  # ";" follows ":"
        return found


def _said(row: tuple[Any, ...]) -> tuple[str, Said]:
    key, waived, day, note, *sums = row
    came, owed = (None if minor is None else Money(minor, code) for minor, code in (sums[:2], sums[2:]))
    return key, Said(bool(waived), date.fromordinal(day), note, came, owed)
