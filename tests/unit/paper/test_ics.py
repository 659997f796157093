"""The calendar file, octet by octet as RFC 5545 wants it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from likeness.paper.ics import Entry, calendar_file

STAMP = datetime(2026, 11, 20, 12, 0, 5, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


def unfolded(data):
    return data.replace(b"\r\n ", b"").decode("utf-8").split("\r\n")


def unescaped(text):
    out, pending = "", False
    for character in text:
        if pending:
            out += "\n" if character == "n" else character
            pending = False
        elif character == "\\":
            pending = True
        else:
            assert character not in ";,"
            out += character
    return out


def test_a_whole_day_and_an_instant():
    paris = timezone(timedelta(hours=1))
    entries = [
        Entry("a@x", date(2026, 12, 31), "Fee", "€7,400; by transfer"),
        Entry("b@x", datetime(2026, 3, 2, 8, tzinfo=paris), "Service begins"),
    ]
    expected = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Likeness//Likeness 1//EN
CALSCALE:GREGORIAN
X-WR-CALNAME:Dates
BEGIN:VEVENT
UID:a@x
DTSTAMP:20261120T120005Z
DTSTART;VALUE=DATE:20261231
DTEND;VALUE=DATE:20270101
SUMMARY:Fee
DESCRIPTION:€7\\,400\\; by transfer
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:b@x
DTSTAMP:20261120T120005Z
DTSTART:20260302T070000Z
SUMMARY:Service begins
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""
    assert calendar_file(entries, STAMP, "Dates").decode() == expected.replace("\n", "\r\n")


def test_a_calendar_without_dates_is_a_calendar():
    lines = unfolded(calendar_file([], STAMP, "Dates"))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]


def test_the_last_and_the_first_day_there_are():
    text = calendar_file([Entry("a", date.max, "x"), Entry("b", date.min, "y")], STAMP, "Dates").decode()
    assert "DTSTART;VALUE=DATE:99991231\r\nSUMMARY" in text
    assert "DTSTART;VALUE=DATE:00010101\r\nDTEND;VALUE=DATE:00010102" in text


@given(texts, texts)
def test_lines_are_short_whole_and_come_back(summary, description):
    data = calendar_file([Entry("a@x", date(2026, 1, 1), summary, description)], STAMP, "Dates")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    lines = unfolded(data)
    assert unescaped(next(line for line in lines if line.startswith("SUMMARY:"))[8:]) == summary
    if description:
        assert unescaped(next(line for line in lines if line.startswith("DESCRIPTION:"))[12:]) == description
