"""Dated events as they were recorded; the judge reads them as `Event`."""

from __future__ import annotations

from datetime import datetime

from likeness.bulk.mask import STRIKE
from likeness.registry.columns import instant_from, instant_to
from likeness.registry.db import Database
from likeness.registry.masks import MaskTable
from likeness.scope.event import DIED, OF_LICENCE, Event


class HappeningTable:
    """All events of a registry."""

    def __init__(self, database: Database, masks: MaskTable) -> None:
        self._db = database
        self._masks = masks

    def put(self, event: Event, at: datetime) -> None:
        """Record an event at the instant we learned of it; the masks of the licences it touches follow."""
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

        where, name = _touched(event)
        for row, _, grant in list(self._masks.grants(where, (name,))):
            self._masks.put_history(row, grant, self.touching(grant.number, grant.performer))

    def all(self) -> list[Event]:
        """Return every event, oldest first."""
        return self._select("", ())

    def of_everybody(self) -> list[Event]:
        """Return the events that touch everybody, oldest first: strikes."""
        return self._select("WHERE licence IS NULL AND performer IS NULL", ())

    def beyond_licences(self) -> list[Event]:
        """Return the events that are of no single licence, oldest first: strikes and deaths."""
        return self._select("WHERE licence IS NULL", ())

    def touching(self, number: str, performer: str) -> list[Event]:
        """Return the events that bear on one licence: its own, its performer's, and those that touch everybody."""
        where = "WHERE licence = ? OR performer = ? OR (licence IS NULL AND performer IS NULL)"
        return self._select(where, (number, performer))

    def by_digest(self) -> dict[bytes, tuple[Event, ...]]:
        """Return the events of single licences, by the 32-byte digest of the licence, oldest first."""
        found: dict[bytes, list[Event]] = {}
        for digest, *event in self._db.rows(
            "SELECT digest, event, at, happening.licence, by FROM happening "
            "JOIN licence ON licence.number = happening.licence WHERE digest IS NOT NULL ORDER BY at, happening.id"
        ):
            found.setdefault(digest, []).append(Event(event[0], instant_from(event[1]), event[2], event[3]))
        return {digest: tuple(events) for digest, events in found.items()}

    def _select(self, where: str, values: tuple[object, ...]) -> list[Event]:
        rows = self._db.rows(
            f"SELECT event, at, licence, by, performer FROM happening {where} ORDER BY at, id",
            values,
        )
        return [Event(row[0], instant_from(row[1]), *row[2:]) for row in rows]


def _touched(event: Event) -> tuple[str, object]:
    """Return the condition that finds the licences an event touches, and its value."""
    if event.event in OF_LICENCE:
        return "licence.number = ?", event.licence
    if event.event == DIED:
        return "licence.performer = ?", event.performer
    return "mask.flags & ?", STRIKE
