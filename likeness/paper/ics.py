"""A calendar file (iCalendar, RFC 5545): whole days and instants, for any calendar program.

- Lines end in CRLF and are folded at 75 octets, never inside a character (3.1).
- Backslash, semicolon, comma and line ends in texts are escaped (3.3.11).
- A whole day ends on the day after, which is not part of it (3.6.1). Instants are written in UTC.
- The UID of an event stays the same from one file to the next, so that a calendar moves it and shows it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_FOLD = 75  # octets of a line, its end not counted
_PRODUCT = "-//Likeness//Likeness 1//EN"


@dataclass(frozen=True)
class Entry:
    """One event: its UID, when it is, one line, and more words."""

    uid: str
    at: date | datetime
    summary: str
    description: str = ""


def calendar_file(entries: Iterable[Entry], stamp: datetime, name: str) -> bytes:
    """Return a calendar of that name; `stamp` is the instant at which it is written (DTSTAMP)."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for entry in entries:
        lines += _event(entry, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in _folded(line))


def _event(entry: Entry, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.uid)}"
    yield f"DTSTAMP:{_instant(stamp)}"
    if isinstance(entry.at, datetime):
        yield f"DTSTART:{_instant(entry.at)}"
    else:
        yield f"DTSTART;VALUE=DATE:{_day(entry.at)}"
        if entry.at < date.max:
            yield f"DTEND;VALUE=DATE:{_day(entry.at + timedelta(days=1))}"
    yield f"SUMMARY:{_text(entry.summary)}"
    if entry.description:
        yield f"DESCRIPTION:{_text(entry.description)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _instant(at: datetime) -> str:
    utc = at.astimezone(UTC)
    return f"{_day(utc.date())}T{utc:%H%M%S}Z"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """Yield a line in pieces of at most 75 octets; every piece after the first begins with a space."""
    piece = b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _FOLD:
            yield piece
            piece = b" "
        piece += octets
    yield piece
