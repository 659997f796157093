"""How values stand in columns: days as ordinals, instants as seconds since 1970."""

from __future__ import annotations

from datetime import UTC, date, datetime


def day_to(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def day_from(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)


def instant_to(instant: datetime) -> int:
    return int(instant.timestamp())


def instant_from(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def maybe_instant_from(seconds: int | None) -> datetime | None:
    return None if seconds is None else instant_from(seconds)
