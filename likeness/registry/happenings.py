"""Dated events as they were recorded; the judge reads them as `Event`."""

from __future__ import annotations

from datetime import datetime

from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database
from likeness.scope.event import Event


class HappeningTable:
    """All events of a registry."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def put(self, event: Event, at: datetime) -> None:
        """Record an event at the instant we learned of it."""
        self._db.insert(
            "happening",
            {
                "event": event.event,
                "licence": event.licence,
                "by": event.by,
                "performer": event.performer,
                "at": instant_to(event.at),
                "recorded_at": instant_to(at),
            },
        )

    def all(self) -> list[Event]:
        """Return every event, oldest first."""
        rows = self._db.rows("SELECT event, at, licence, by, performer FROM happening ORDER BY at, id")
        return [Event(row[0], instant_from(row[1]), *row[2:]) for row in rows]
