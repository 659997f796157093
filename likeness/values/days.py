"""Days and instants.

- A day is an ISO date; an instant is RFC 3339 with an offset (FORMAT, first page).
- A *moment* is what a use states: a bare day or an instant.
- A civil day belongs to a zone; `day_in` turns an instant into that zone's day.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from likeness.errors import Unreadable

Moment = date | datetime  # a datetime here is always aware; a bare date has no hour and no zone

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,6}\d*)?([Zz]|[+-]\d{2}:\d{2})", re.ASCII)


@dataclass(frozen=True)
class Span:
    """A window of civil days, both ends included; `to` None is no end."""

    first: date
    last: date | None

    def holds(self, day: date) -> bool:
        """Tell whether `day` lies in the window."""
        return self.first <= day and (self.last is None or day <= self.last)


def parse_day(value: object, key: str) -> date:
    """Read an ISO date such as 2026-03-01, or raise Unreadable at `key`."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise Unreadable("bad-day", key=key, value=_brief(value))


def parse_instant(value: object, key: str) -> datetime:
    """Read an RFC 3339 instant with an offset, or raise Unreadable at `key`."""
    if isinstance(value, str) and (match := _INSTANT.fullmatch(value)):
        fraction = match[1] or ""
        text = value.replace(fraction, fraction[:7], 1) if fraction else value
        try:
            read = datetime.fromisoformat(text.upper())
            read.astimezone(UTC)
        except (ValueError, OverflowError):
            pass
        else:
            return read
    raise Unreadable("bad-instant", key=key, value=_brief(value))


def parse_moment(value: object, key: str) -> Moment:
    """Read a day or an instant, or raise Unreadable at `key`."""
    if isinstance(value, str) and len(value) == len("2026-03-01"):
        return parse_day(value, key)
    return parse_instant(value, key)


def moment_text(moment: Moment) -> str:
    """Write a day or an instant the way FORMAT reads it; UTC is written Z."""
    return moment.isoformat().replace("+00:00", "Z")


@lru_cache(maxsize=64)
def zone(name: str, key: str = "zone") -> ZoneInfo:
    """Return the IANA zone of that name, or raise Unreadable at `key`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as why:
        raise Unreadable("unknown-zone", key=key, value=_brief(name)) from why


def months_after(day: date, months: int) -> date:
    """Return the same day `months` later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def seen_in(instant: datetime, zone_name: str) -> datetime:
    """Return an instant as clocks in a zone show it; in the outermost hours of the calendar, as it was written."""
    try:
        return instant.astimezone(zone(zone_name))
    except OverflowError:
        return instant


def day_in(moment: Moment, zone_name: str) -> date:
    """Return the civil day of a moment in a zone; a bare day stands as it is."""
    return seen_in(moment, zone_name).date() if isinstance(moment, datetime) else moment


def whole_day(day: date, zone_name: str) -> tuple[datetime, datetime]:
    """Return the first instant of a civil day in a zone and the first one after it: at most the last there is."""
    where = zone(zone_name)
    start = datetime.combine(day, time(), where)
    if day == date.max:
        return start, datetime.max.replace(tzinfo=where)
    return start, datetime.combine(day + timedelta(days=1), time(), where)


def noon(day: date, zone_name: str) -> datetime:
    """Return noon of a civil day in a zone; on the outermost days, where UTC has no such instant, the outermost one."""
    there = datetime.combine(day, time(12), zone(zone_name))
    try:
        there.astimezone(UTC)
    except OverflowError:
        return datetime(1, 1, 1, tzinfo=UTC) if day.year == 1 else datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    return there


def start_utc(moment: Moment) -> datetime:
    """Return the instant by which moments are put in order: a bare day stands at 00:00 UTC (FORMAT 4.7)."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time(), UTC)


def _brief(value: object) -> str:
    return str(value)[:40]
