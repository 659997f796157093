"""The days of the invented world. It is told as if today were 20 November 2026, and moved so that today is today.

- Whole days are moved; the hours of the day stay, in UTC.
- The clock of the story only goes forward, as a real one does.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

TOLD_ON = date(2026, 11, 20)
_DAY_KEYS = frozenset({"from", "to", "delete_by", "notice_at", "service_at", "at", "made_at"})


class Calendar:
    """Moves days of the story by as many as lie between `TOLD_ON` and `today`; is the clock of the story, too."""

    def __init__(self, today: date) -> None:
        self._shift = timedelta(days=(today - TOLD_ON).days)
        self._now = datetime(2000, 1, 1, tzinfo=UTC)

    def now(self) -> datetime:
        """Return the instant at which the story stands (see `likeness.values.clock.Clock`)."""
        return self._now

    def turn_to(self, told: str) -> datetime:
        """Set the story to the instant `told` as "2026-03-02 09:30", moved."""
        at = datetime.fromisoformat(told).replace(tzinfo=UTC) + self._shift
        if at < self._now:
            raise ValueError(told)
        self._now = at
        return at

    def day(self, told: str) -> date:
        """Return a day of the story, moved."""
        return date.fromisoformat(told) + self._shift

    def moved(self, document: Any) -> Any:
        """Return a JSON value with the days and instants under known keys moved."""
        if isinstance(document, list):
            return [self.moved(part) for part in document]
        if isinstance(document, dict):
            return {key: self._moved_value(key, value) for key, value in document.items()}
        return document

    def _moved_value(self, key: str, value: Any) -> Any:
        if key not in _DAY_KEYS or not isinstance(value, str):
            return self.moved(value)
        if len(value) == 10:
            return self.day(value).isoformat()
        return (datetime.fromisoformat(value) + self._shift).isoformat()
