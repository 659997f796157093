"""Days in zones: a civil day begins and ends where its zone says, and the calendar has an end on both sides."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from likeness.values.days import (
    Span,
    day_in,
    moment_text,
    months_after,
    noon,
    parse_moment,
    start_utc,
    whole_day,
)

ZONES = st.sampled_from(["Europe/Paris", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Niue", "Asia/Kathmandu"])
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
TICK = timedelta(microseconds=1)


@given(day=DAYS, zone=ZONES)
@example(day=date(2026, 3, 29), zone="Europe/Paris")  # 23 hours
@example(day=date(2026, 10, 25), zone="Europe/Paris")  # 25
def test_a_day_is_all_that_its_zone_calls_by_its_name(day, zone):
    first, after = whole_day(day, zone)
    assert day_in(first, zone) == day_in(noon(day, zone), zone) == day
    assert day_in(first.astimezone(UTC) - TICK, zone) < day < day_in(after, zone)
    assert noon(day, zone).hour == 12


@pytest.mark.parametrize("zone", ["UTC", "Etc/GMT-14", "Etc/GMT+12", "Pacific/Kiritimati"])
def test_the_outermost_days_of_the_calendar_are_days_too(zone):
    start, end = whole_day(date.max, zone)
    assert start < end
    for day in (date.min, date.max):
        there = noon(day, zone)
        assert day_in(there.astimezone(UTC), zone) == day  # an instant that UTC has
    assert day_in(datetime.max.replace(tzinfo=UTC), zone) == date.max
    assert day_in(datetime.min.replace(tzinfo=UTC), zone) == date.min


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-31", 0, "2026-12-31"),
        ("2026-12-01", 120, "2036-12-01"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, later):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_a_window_holds_both_its_ends():
    day, tomorrow = date(2026, 3, 1), date(2026, 3, 2)
    assert [Span(day, day).holds(one) for one in (day - timedelta(1), day, tomorrow)] == [False, True, False]
    assert Span(day, None).holds(date.max)


@pytest.mark.parametrize("text", ["2026-03-01", "2026-03-01T10:00:00Z", "2026-03-01T10:00:00.123456+05:45"])
def test_a_moment_is_written_as_it_is_read(text):
    assert moment_text(parse_moment(text, "at")) == text


def test_a_bare_day_stands_at_its_first_instant_of_utc():
    assert start_utc(date(2026, 3, 1)) == datetime(2026, 3, 1, tzinfo=UTC)
